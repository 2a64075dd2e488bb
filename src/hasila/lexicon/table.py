"""The compiled word lists: one table from folded form to what the lists say of it.

The lists are the ``*.yaml`` files beside this module; ``scripts/lexicon.py`` compiles them into ``lexicon.json``
(``--check`` in CI: the table must be what the lists say). No list is read at run time.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Listed:
    """What one list says of one form: its class, its value there, and the grammatical ``tag``.

    ``tag`` is ``past``, ``present``, ``participle`` or ``masdar`` for a form of a listed verb, ``singular``, ``dual``,
    ``plural`` or ``dual_or_plural`` for a form of a listed noun, else ``""``.
    """

    cls: str
    value: Any
    tag: str


class Words(Mapping[str, tuple[Listed, ...]]):
    """The listed words, each with its entries, which are made ready when they are asked for, for most are not in a text."""

    def __init__(self, groups: list[tuple[list[list[Any]], str]]) -> None:
        # Forms of which the lists say the same stand together, and so share what is said: thousands of them load in one stroke.
        self._said = [entries for entries, _ in groups]
        self._numbers: dict[str, int] = {}
        self._made: dict[int, tuple[Listed, ...]] = {}
        for number, (_, forms) in enumerate(groups):
            self._numbers.update(dict.fromkeys(forms.split(), number))

    def __getitem__(self, form: str) -> tuple[Listed, ...]:
        number = self._numbers[form]
        if number not in self._made:
            self._made[number] = tuple(Listed(*entry) for entry in self._said[number])
        return self._made[number]

    def said(self, form: str) -> tuple[Listed, ...]:
        """The entries of a word, none of one that is not listed."""
        return self[form] if form in self._numbers else ()

    def __contains__(self, form: object) -> bool:
        return form in self._numbers

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


class Phrases:
    """The listed phrases by their first word, made ready when they are asked for, for most are not in a text.

    >>> sorted((rest, entry.value) for rest, entry in table().phrases.beginning("كانون") if entry.cls == "month")
    [(('الاول',), 12), (('الثاني',), 1), (('اول',), 12), (('ثاني',), 1)]
    """

    def __init__(self, said: list[list[Any]], begun: dict[str, str]) -> None:
        self._said, self._begun = said, begun

    def beginning(self, first: str) -> list[tuple[tuple[str, ...], Listed]]:
        """The phrases that begin with a folded word, each as (the rest, entry), longest first."""
        found = self._begun.get(first)
        return [] if found is None else list(self._read(found))

    def _read(self, groups: str) -> Iterator[tuple[tuple[str, ...], Listed]]:
        for group in groups.split(";"):
            number, _, rests = group.partition(":")
            listed = Listed(*self._said[int(number)])
            yield from ((tuple(rest.split()), listed) for rest in rests.split("|"))

    def of(self, cls: str) -> Iterator[tuple[str, ...]]:
        """The phrases of a class, whole."""
        numbers = {str(n) for n, (told, *_) in enumerate(self._said) if told == cls}
        for first, groups in self._begun.items():
            for number, _, rests in (group.partition(":") for group in groups.split(";")):
                if number in numbers:
                    yield from ((first, *rest.split()) for rest in rests.split("|"))

    def all(self) -> Iterator[tuple[tuple[str, ...], Listed]]:
        """Every phrase, whole, with its entry."""
        for first, groups in self._begun.items():
            yield from (((first, *rest), listed) for rest, listed in self._read(groups))


@dataclass(frozen=True, slots=True)
class Table:
    """``words``: folded form → entries. ``phrases``: by their first folded word.

    ``pronouns``: the classes whose words may carry a suffixed pronoun (``نصفها``, ``عددهم``).
    """

    words: Words
    phrases: Phrases
    pronouns: frozenset[str]


@cache
def table() -> Table:
    """The table, loaded once.

    >>> [entry.value for entry in table().words["يناير"] if entry.cls == "month"]
    [1]
    """
    plain = json.loads(Path(__file__).with_name("lexicon.json").read_bytes())
    return Table(Words(plain["words"]), Phrases(plain["said"], dict(plain["phrases"])), frozenset(plain["pronouns"]))
