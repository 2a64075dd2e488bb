"""The nearest place before a figure, unless it is where that was told, or that of somebody or something else."""

from bisect import bisect_left
from collections.abc import Sequence

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.moving import Moving
from hasila.arabic.figure.seat import is_local, is_seat
from hasila.arabic.name import Mention
from hasila.text import clause, one_in

_NISBA = ("ي", "يه")
_SEAT_REACH = 4
_SEATED = ("source_noun", "body_noun", "plural_body")


class Nearest(Moving):
    """The governors of a text that also tell which place before a figure may be its own."""

    def _is_of_part(self, i: int, draft: Draft) -> bool:
        """Whether what stands at token ``i`` is told of a part of another figure: ``نفذ 90 غارة، منها 20 على كذا، وقتل 300``."""
        n = bisect_left(self.figures, i) - 1
        if n < 0 or draft.role == "part":
            return False
        part = self.drafts[n]
        return part.role == "part" and part.sentence == draft.sentence and self.chains[n] != self.chains[draft.nth]

    def _nearest(self, start: int, draft: Draft, ways: Sequence[str]) -> Mention | None:
        """The nearest place before the figure, unless another figure or a verb of telling stands between."""
        before = self._places(start, draft.first, ways)
        while before and is_seat(self.text, before[-1]):
            before.pop()
        if not before or self._divided(before[-1].last, draft.first, draft) or self._is_of_part(before[-1].first, draft):
            return None
        opening = clause(self.text, before[-1].first)[0]
        if opening < draft.clause[0] and self._divided(opening, before[-1].first, draft):
            return None
        stop = self._stop_of_telling(start, before[-1], draft)
        told = self._stands("count_verb", before[-1].last, stop) or self._stands("speech_verb", before[-1].last, stop)
        return None if told or self._is_of_telling(before[-1], draft) else before[-1]

    def _stop_of_telling(self, start: int, place: Mention, draft: Draft) -> int:
        """Where words of telling end before a figure, without the verb of what so many are: ``عددهم في كذا يبلغ 90``, ``يقدر بنحو 90``."""
        text, verb = self.text, draft.first - 1
        if "total_verb" in text.words[verb].entries:
            return verb
        verb -= text.forms[verb] == "ب"
        is_by = verb < draft.first - 1 or text.stored[draft.start - 1 : draft.start] == "ب"
        return verb if is_by and one_in(text.where("count_head"), start, place.first) else draft.first

    def _is_of_telling(self, place: Mention, draft: Draft) -> bool:
        """Whether a place before أن says where that was told, not where the teller belongs (``قال للصحفيين في جنيف إن``)."""
        that = draft.segment - 1
        if place.last > that or "complementizer" not in self.text.words[that].entries:
            return False
        first = self.segments.start(place.first)
        return self._stands("speech_verb", first, place.first) and not self._is_seat(place)

    def _is_seat(self, place: Mention) -> bool:
        """Whether a place belongs to the noun or name right before it: ``وزارة الصحة في غزة``."""
        text = self.text
        i = place.first - (1 if place.skip else 2)
        if any("occasion" in word.entries for word in text.words[max(0, i - _SEAT_REACH) : i + 1]):
            return False
        if self.names.at(i) is not None:
            return True
        while i > 0 and text.forms[i].startswith("ال") and text.forms[i].endswith(_NISBA):
            i -= 1  # السلطات المحلية في كذا
        if i and is_local(text.forms[i]):
            i -= 1  # مدير الصحة في كذا
        found = [text.words[i].entries.get(cls) for cls in _SEATED]
        return any(hit is not None and not hit.clitics for hit in found)
