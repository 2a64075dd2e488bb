"""The roles of a text's tokens, one beside another."""

from collections import Counter
from collections.abc import Set
from dataclasses import replace
from itertools import compress, islice

from hasila.arabic.name.role import CLOSING, INSIDE, OPENING, QUOTES, ROLES, Phrase, role
from hasila.arabic.name.sense import Sense
from hasila.text import Text, Word, find_marks

_ALI = role("علي")
_DOTLESS_YEH, _DOTTED_YEH = frozenset("ى\ufeef\ufef0"), frozenset("ي\ufef1\ufef2")
# folded, على and علي are one form: where a text tells ى from ي, so does its reader
_ON = replace(_ALI, senses={"function": Sense("preposition", 0, "", False)}, stop=True, ordinary=True, plain=False, given=0, unlisted=False)
_NAMED_ALI = replace(_ALI, senses={"given_name": Sense("arab", 0, "", False)}, stop=False, ordinary=False, given=2)

# more than any rule looks past the ends of a text
_OUTSIDE = (role("."),) * 32


def _opening(text: Text) -> frozenset[int]:
    """The straight quotation marks that open: every other one of a line."""
    found, inside, marks = [], False, set(text.derived(find_marks)['"'])
    for i in sorted(marks | text.lines):
        if i in text.lines:
            inside = False
        if i in marks:
            if not inside:
                found.append(i)
            inside = not inside
    return frozenset(found)


def _is_on(word: Word) -> bool:
    """Whether a word may be the preposition على, or a name."""
    return word.form == _ALI.form


class Roles:
    """The roles of a text's tokens, ``at`` each; outside the text stand marks, before (by a negative index) and behind.

    ``forms`` are the forms of the tokens, ``distinct`` all that are among them.
    """

    __slots__ = ("_nations", "_opening", "at", "distinct", "end", "forms", "text")

    def __init__(self, text: Text) -> None:
        self.forms = text.forms
        self.distinct = set(text.forms)
        self.end = len(text)
        self.at = [*map(ROLES.__getitem__, islice(text.forms, self.end)), *_OUTSIDE]
        self.text = text
        self._opening = _opening(text) if '"' in text.folded.text else frozenset()
        self._nations: Counter[str] | None = None
        if on := text.where(_is_on):
            self._dot(on)

    def _dot(self, on: list[int]) -> None:
        """Tell the preposition على from the name علي, where the text does; it does not where it writes فى."""
        stored, offsets = self.text.stored, self.text.folded.offsets
        if "فى " in stored:
            return
        last = {i: self.text.ends[i] - 1 for i in on}
        ends = {i: stored[place if offsets is None else offsets[place]] for i, place in last.items()}
        told = not _DOTLESS_YEH.isdisjoint(ends.values())
        for i, end in ends.items():
            if end in _DOTLESS_YEH:
                self.at[i] = _ON
            elif told and end in _DOTTED_YEH:
                self.at[i] = _NAMED_ALI

    def __len__(self) -> int:
        return self.end

    def where(self, forms: Set[str]) -> list[int]:
        """The tokens of these forms, in order."""
        return list(compress(range(self.end), map(forms.__contains__, self.forms))) if forms else []

    def opens(self, i: int) -> bool:
        """Whether a quotation opens at token ``i``; a straight quotation mark does where the line has left none open."""
        form = self.at[i].form
        return form in OPENING and (form != '"' or i in self._opening)

    def nations(self) -> Counter[str]:
        """How often the text speaks of each country, by its name or by an adjective of nationality (ISO codes)."""
        if self._nations is None:
            told = [here for here in self.at if here.nation or "country" in here.senses]
            self._nations = Counter([here.nation for here in told if here.nation])
            self._nations.update([str(here.senses["country"].value) for here in told if "country" in here.senses])
        return self._nations

    def sense(self, i: int, cls: str) -> Sense | None:
        """The sense of token ``i`` in a class, as a word of its own."""
        return self.at[i].senses.get(cls)

    def phrase(self, i: int, cls: str) -> tuple[Sense, int] | None:
        """The longest listed word or phrase of the class at token ``i``, and the token after it; quotes inside are passed over."""
        here = self.at[i]
        begun = here.phrases.get(self.behind(i)) if here.phrases else None
        found = self.first(i, begun[cls]) if begun and cls in begun else None
        return found or ((here.senses[cls], i + 1) if cls in here.senses else None)

    def first(self, i: int, phrases: list[Phrase]) -> tuple[Sense, int] | None:
        """The first of these phrases that stands at token ``i``, and the token after it."""
        for rest, sense in phrases:
            stop = self.follow(i + 1, rest)
            if stop:
                return sense, stop
        return None

    def behind(self, i: int) -> str:
        """The form behind token ``i``, quotation marks passed over."""
        forms = self.forms
        following = forms[i + 1]
        while following in QUOTES:
            i += 1
            following = forms[i + 1]
        return following

    def trigger(self, i: int) -> int:
        """The rules that the word can start where it stands (bits)."""
        here, following = self.at[i], self.forms[i + 1]
        return here.ahead.get(self.behind(i) if following in QUOTES else following, here.alone)

    def follow(self, i: int, rest: list[str]) -> int:
        """The token after the words ``rest`` that stand from token ``i`` on, quotation marks and dashes passed over; 0 if they don't."""
        stop, forms = i + len(rest), self.forms
        found = forms[i:stop]
        if found == rest:
            return stop
        return 0 if INSIDE.isdisjoint(found) else self._follow_quoted(i, rest)

    def _follow_quoted(self, i: int, rest: list[str]) -> int:
        """As :meth:`follow`, word by word; the quotation mark that closes what was opened inside belongs to the words."""
        forms, opened = self.forms, 0
        for form in rest:
            while forms[i] != form:
                if forms[i] not in INSIDE:
                    return 0
                if forms[i] in QUOTES:
                    if not (opened or self.opens(i)):
                        return 0  # «حزب الله» اللبناني: it closes what was opened before the words
                    opened += 1
                i += 1
            i += 1
        return i + 1 if opened % 2 and forms[i] in CLOSING else i
