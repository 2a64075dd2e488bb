"""The place that حيث, هناك or فيها beside a figure takes up."""

from bisect import bisect_left

from hasila.arabic.figure.containing import Containing
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.located import WHICH
from hasila.arabic.figure.zone import COMMAS, MAY_BE_VERB
from hasila.arabic.name import Mention
from hasila.text import Word, last_in, one_in

_THERE = "هناك"
_POINTERS = frozenset((_THERE, "هنالك", "فيها", "داخلها", "بداخلها"))
_IS_THERE = frozenset(
    f"{joined}{form}"
    for joined in ("", "و", "ف")
    for form in ("ان", "بان", "كان", "كانت", "يكون", "ليس", "لكن", "ما", "زال", "يزال", "الي")
)


class Pointed(Containing):
    """The governors of a text that also tell which place an adverb or pronoun beside a figure means."""

    def _of_where(self, draft: Draft) -> str | None:
        """The place that حيث or هناك before a figure takes up: ``انتقلوا إلى كذا، حيث يوجد 90 مقاتلا``, ``يضم التنظيم هناك 90``."""
        start, text = draft.sentence[0], self.text
        at = last_in(text.where(_is_where), start, draft.first)
        if at is None or one_in(self._site_tokens, at, draft.first) or self._divided(at, draft.first, draft):
            return None
        if self._stands("speech_verb", at, draft.first):  # where it was told
            return None
        n = bisect_left(self._site_tokens, at) - 1
        if text.forms[at] != _THERE:
            place = self.sites[n] if n >= 0 else None
            is_right_before = place is not None and place.first >= start and place.last == at - (text.forms[at - 1] in COMMAS)
            return self._joined(place) if place is not None and is_right_before else None
        if at == start or text.forms[at - 1] in _IS_THERE or text.kinds[at - 1] == "mark":  # هناك 90 مقاتلا: there are
            return None
        while n >= 0 and self.sites[n].first > start and not self._is_governed(self.sites[n]):  # في معركة كذا: the battle is
            n -= 1
        return self._joined(self.sites[n]) if n >= 0 and self.sites[n].first > start else None

    def _pointed(self, draft: Draft, start: int) -> Mention | None:
        """The place that هناك or فيها beside a figure points back to, where none is told with it: ``تدور معارك في كذا. وقتل 90 هناك``."""
        pointers = self.text.where(_points)
        at = last_in(pointers, start, draft.clause[1]) if pointers and draft.unit is None else None
        if at is None or one_in(self._site_tokens, start, at) or self._divided(min(at, draft.first), max(at, draft.first), draft):
            return None
        if not (self._is_there(at, start) if self.text.forms[at].startswith(_THERE[:3]) else self._is_in_it(at, start)):
            return None
        opening = draft.sentence[0]
        return self._told_last(opening, start) or self._told_last(self.text.sentence(max(opening - 1, 0))[0], opening)

    def _is_there(self, at: int, start: int) -> bool:
        """Whether هناك tells where, and not that there is something (``كان هناك``, ``إن هناك``)."""
        before, forms, kinds = at - 1, self.text.forms, self.text.kinds
        if at == start or forms[before] in _IS_THERE:
            return False
        return MAY_BE_VERB[self.text.words[before]] or (kinds[at + 1] != "digits" if kinds[before] != "mark" else kinds[at + 1] == "mark")

    def _is_in_it(self, at: int, start: int) -> bool:
        """Whether فيها stands behind a verb that begins its clause, and so describes nothing named there: no ``شركة يعمل فيها 90``."""
        verb, forms = at - 1, self.text.forms
        if verb < start or not MAY_BE_VERB[self.text.words[verb]] or not WHICH.isdisjoint(forms[start:verb]):
            return False
        return verb == start or forms[verb][0] in "وف" or self.text.kinds[verb - 1] == "mark"

    def _is_governed(self, place: Mention) -> bool:
        """Whether a preposition stands right before a place."""
        return place.skip > 0 or "preposition" in self.text.words[place.first - 1].entries


def _points(word: Word) -> bool:
    return word.form in _POINTERS


def _is_where(word: Word) -> bool:
    return word.form in ("حيث", _THERE)
