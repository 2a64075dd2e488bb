"""The place that holds or reports what a figure counts: ``مدينة كذا تضم 20 ألف نسمة``."""

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.located import LYING, WHICH
from hasila.arabic.figure.ranked import Ranked
from hasila.arabic.figure.region import NAMELESS
from hasila.arabic.name import Mention
from hasila.text import FINITE, last_in

_SEVERAL = frozenset(("plural_place_head", "dual_place_head"))  # سجلت محافظات كذا وكذا 90
_HOLDING = 6  # tokens from a verb of holding to the figure
_ALONE = frozenset(("لوحدها", "لوحده", "وحدها", "وحده", "قد", "كانت", "كان", "لا", "ما", "يزال", "تزال", "زال", "زالت", "مازال", "مازالت"))


class Containing(Ranked):
    """The governors of a text that also tell which place is the subject of a verb of holding."""

    def _holder(self, draft: Draft) -> Mention | None:
        """The place that is the subject of a verb of holding before a figure: ``مدينة كذا تضم 20 ألف نسمة``, ``سجلت مدينة كذا 30``."""
        forms = self.text.forms
        verb = last_in(self.text.where("holding_verb"), max(draft.sentence[0], draft.first - _HOLDING), draft.first)
        if verb is None or self.text.words[verb].entries["holding_verb"].tag not in FINITE:
            return None
        at = verb - 1
        while at > draft.sentence[0] and (forms[at] in WHICH or forms[at] in _ALONE):
            at -= 1
        are_several = verb + 1 < draft.first and not _SEVERAL.isdisjoint(self.text.words[verb + 1].entries)
        place, behind = self._subject(at), self._site_at(verb + 1 + are_several)
        if place is None or at < draft.sentence[0]:
            place = behind if behind is not None and not behind.skip else None
        return place if place is not None and (place.entity == NAMELESS or self.names.type(place) == "place") else None

    def _subject(self, at: int) -> Mention | None:
        """The place whose name ends at token ``at``, without what only says where it lies: ``مدينة كذا شرقي الفرات تضم``."""
        place = self._site(max(at, 0))
        if place is None or place.last != at + 1:
            return None
        while not place.skip and self.text.forms[place.first - 1] in LYING:
            around = self._site(max(place.first - 2, 0))
            if around is None or around.last != place.first - 1:
                break
            place = around
        return place
