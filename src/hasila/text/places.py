"""Where in a text the words of a class stand: tables that rules look into, which fill themselves as rules ask.

A look-up in one is a call of the dict itself, of which every text is asked very many.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, compress, islice
from operator import contains
from typing import Any

from hasila.text.asked import Asked, Rows, Sought
from hasila.text.known import Known
from hasila.text.word import Hit, Word

_LONG = 20_000  # tokens: so long a text says most of its words again and again


@dataclass(slots=True, eq=False)  # asked for its fields often, which a named tuple takes thrice as long to tell
class Found:
    """A listed word or phrase found at a token: its ``hit``, and ``stop``, the token after its last."""

    hit: Hit
    stop: int

    def __iter__(self) -> Iterator[Any]:
        """Both of it: ``hit, stop = found``."""
        return iter((self.hit, self.stop))


Phrases = dict[str, dict[int, Found]]  # the longest listed phrases of each class, by the token that each begins at
_NONE_FOUND: Mapping[int, Found] = {}
At = dict[Sought, list[int]]


def index(sought: Iterable[Iterable[Sought]]) -> At:
    """The places of what is sought, by what each word is of it."""
    at: At = defaultdict(list)
    for i, found in enumerate(sought):
        for one in found:
            at[one].append(i)
    return at


def find_phrases(
    begun: Sequence[Mapping[str, Rows]], words: Sequence[Word], forms: Sequence[str], entries: list[Mapping[str, Hit]], at: At, asked: Asked
) -> tuple[Phrases, list[int]]:
    """The listed phrases, and the tokens that begin one so far as the next word tells; ``begun`` are those that each word can begin.

    ``entries`` (by token) and ``at`` take them up where the first word alone is not of their class.
    """
    phrases, more = defaultdict[str, dict[int, Found]](dict), defaultdict[str, list[int]](list)
    begin = list(compress(range(len(begun)), map(contains, begun, islice(forms, 1, None))))
    for i in begin:
        of_two = _OF_TWO[words[i], forms[i + 1]]
        if of_two is not None:
            found, new = of_two
            for cls, hit in found:
                phrases[cls][i] = Found(hit, i + 2)
        else:
            new = _note_longest(begun[i][forms[i + 1]], forms, i, phrases, entries[i])
        if new:
            entries[i] = _JOINED[words[i], *new]
            for cls in new:
                more[cls].append(i)
    for cls in more.keys() & asked.absent.keys():
        at[cls] = sorted([*at[cls], *more[cls]]) if cls in at else more[cls]
    return phrases, begin


@Known
def _OF_TWO(begun: tuple[Word, str]) -> tuple[list[tuple[str, Hit]], list[str]] | None:
    """The phrases that are a word with this one behind it, and which of their classes are new to it; None where some may be longer."""
    word, following = begun
    found: dict[str, Hit] = {}
    for rest, cls, hit in word.phrases[following]:
        if len(rest) > 1:
            return None
        found.setdefault(cls, hit)
    return list(found.items()), [cls for cls in found if cls not in word.entries]


def _note_longest(rows: Rows, forms: Sequence[str], i: int, phrases: Phrases, entries: Mapping[str, Hit]) -> list[str]:
    """Note the longest phrase of each class that stands at token ``i``; the classes that are new to its word."""
    new: list[str] = []
    for rest, cls, hit in rows:
        stop = i + 1 + len(rest)
        if (stop == i + 2 or forms[i + 1 : stop] == rest) and i not in (found := phrases[cls]):
            found[i] = Found(hit, stop)
            if cls not in entries:
                new.append(cls)
    return new


@Known
def _JOINED(told: tuple[Any, ...]) -> Mapping[str, Hit]:
    """What the lists say of a word, with phrases of these classes that it begins: which of a class stands where, a text knows."""
    word, *classes = told
    begun = {cls: hit for rows in word.phrases.values() for _, cls, hit in rows if cls in classes}
    return {**word.entries, **begun}


class Places(dict[Sought, list[int]]):
    """The tokens of all that is sought, in order; ``at`` are those of what the text was indexed by and has."""

    __slots__ = ("_asked", "_by_word", "_phrases", "_words")

    def __init__(self, at: Mapping[Sought, list[int]], words: Sequence[Word], phrases: Phrases, asked: Asked) -> None:
        super().__init__(asked.absent)
        self.update(at)
        self._words, self._phrases, self._asked = words, phrases, asked
        self._by_word: defaultdict[Word, list[int]] | None = None

    def __missing__(self, sought: Sought) -> list[int]:
        places = self[sought] = self._seek(sought)
        return places

    def _seek(self, sought: Sought) -> list[int]:
        """The places of what the text was not indexed by."""
        words, phrases = self._words, self._phrases.get(sought, {}) if isinstance(sought, str) else {}
        self._asked.more.add(sought)
        if len(words) >= _LONG:
            return self._gather(sought, phrases)
        if isinstance(sought, str):
            return [i for i, word in enumerate(words) if i in phrases or sought in word.entries or sought == word.kind]
        return [i for i, word in enumerate(words) if sought(word)]

    def _gather(self, sought: Sought, phrases: Mapping[int, Found]) -> list[int]:
        """The places in a long text, of which each distinct word is asked once."""
        spots = self._spots()
        if isinstance(sought, str):
            found = [spots[word] for word in spots if sought in word.entries or sought == word.kind]
        else:
            found = [spots[word] for word in spots if sought(word)]
        places = chain.from_iterable(found)
        return sorted({*places, *phrases} if phrases else places)

    def _spots(self) -> Mapping[Word, list[int]]:
        """The tokens of each distinct word."""
        if self._by_word is None:
            self._by_word = defaultdict(list)
            for i, word in enumerate(self._words):
                self._by_word[word].append(i)
        return self._by_word


class Listed(dict[str, Mapping[int, Found]]):
    """The longest listed words and phrases of each class, by the token that each begins at."""

    __slots__ = ("_entries", "_phrases", "_places")

    def __init__(self, places: Places, phrases: Phrases, entries: Sequence[Mapping[str, Hit]]) -> None:
        self._places, self._phrases, self._entries = places, phrases, entries

    def __missing__(self, cls: str) -> Mapping[int, Found]:
        where = self._places[cls]
        found = self[cls] = self._find(cls, where) if where else _NONE_FOUND
        return found

    def _find(self, cls: str, where: Sequence[int]) -> Mapping[int, Found]:
        entries, phrases = self._entries, self._phrases.get(cls)
        if phrases is None:
            return {i: Found(entries[i][cls], i + 1) for i in where}
        return {i: phrases[i] if i in phrases else Found(entries[i][cls], i + 1) for i in where}
