"""Ranked: places told one after the other by how hard they were hit (``بغداد الأكثر تضررا بـ90 قتيلا، تليها كذا بـ40، ثم كركوك 30``)."""

from hasila.arabic.figure.draft import Draft, is_joined, kind_of
from hasila.arabic.figure.located import Located
from hasila.arabic.figure.part import NEXT
from hasila.arabic.figure.region import NAMELESS
from hasila.arabic.figure.zone import COMMAS
from hasila.arabic.name import Mention
from hasila.text import Word, last_in

_FIELD = ("victim", "civilian", "fighter", "soldier", "raid", "target", "vehicle")
_COUNTS = ("cardinal", "range")
_FOREIGN = "foreign_fighters"
_MOST, _MORE = frozenset(("الاكثر", "الاشد", "الاعلي", "الاكبر")), frozenset(("اكثر", "اشد"))
_WERE = frozenset(("كانت", "كان", "هي", "وكانت", "وهي"))
_LISTING = NEXT | {*COMMAS, "ثم", "و"}


class Ranked(Located):
    """The governors of a text that also tell which of several places a figure is of."""

    def _ranked(self, draft: Draft) -> str | None:
        """The place that is one of several, hit most or told next: ``بغداد الأكثر تضررا بـ90 قتيلا، تليها كذا بـ40، ثم كركوك 30``."""
        is_of_field = self._of_the_field(draft)
        if draft.indicator == _FOREIGN or not (is_of_field or (draft.indicator and draft.type in _COUNTS)):
            return None
        forms, before = self.text.forms, self.drafts[draft.nth - 1] if draft.nth else None
        place = self._site(draft.first - 1 - (forms[draft.first - 1] == "ب"))
        if is_of_field and place is not None and draft.first - place.last <= 1 and self._is_listed(place, draft):
            return self._joined(place)
        at = last_in(self.text.where(_ranks), draft.sentence[0], draft.first)
        if at is None:
            return None
        if before is not None and before.first > at and is_joined(self.text, draft) and before.end >= draft.first - 1:
            return before.place  # 30 قتيلا و40 جريحا
        place = None if self._divided(at, draft.first, draft) else self._ranked_at(at)
        return self._joined(place) if place is not None else None

    def _ranked_at(self, at: int) -> Mention | None:
        """The place of which a token says that it was hit most, or that it comes next."""
        forms = self.text.forms
        if forms[at] in NEXT:
            return self._site_at(at + 1)
        if forms[at] in _MORE and not forms[at + 1].startswith("ال"):
            return None
        subject = at - 1 - (forms[at - 1] in _WERE)
        place = self._site(subject)
        return place if place is not None and place.last == subject + 1 else None

    def _is_listed(self, place: Mention, draft: Draft) -> bool:
        """Whether a place opens a sentence, or goes on with those told before: behind a comma, ``ثم`` or ``و``."""
        if place.entity != NAMELESS and self.names.type(place) != "place":
            return False
        forms, first = self.text.forms, place.first
        if first == draft.sentence[0] or forms[first - 1] in _LISTING:
            return True
        return forms[first][: place.skip] == "و" and self._site(first - 1) is None  # محافظات كذا وكذا 90: of both

    def _of_the_field(self, draft: Draft) -> bool:
        """Whether people hurt or fighting, or blows struck, are counted: these always happen somewhere."""
        return kind_of(self.text, draft) in _FIELD


def _ranks(word: Word) -> bool:
    return word.form in NEXT or word.form in _MOST or word.form in _MORE
