"""Worded: what a figure measures by the words of its own clause, and by what grammar tells of those counted."""

from collections.abc import Sequence

from hasila.arabic.figure.about import Abouts
from hasila.arabic.figure.asof import Timed
from hasila.arabic.figure.assailed import are_struck, is_by_force
from hasila.arabic.figure.attendance import attended
from hasila.arabic.figure.bereft import Bereft, of_loser
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.gathered import gathered
from hasila.arabic.figure.heading import labelled_indicator
from hasila.arabic.figure.holder import ENEMY_STRENGTH, IS_FOREIGNER, Holders, of_holder
from hasila.arabic.figure.indicator import indicator_of
from hasila.arabic.figure.left import Left
from hasila.arabic.figure.origin import come_from
from hasila.arabic.figure.part import OTHERS
from hasila.arabic.figure.segment import Segments
from hasila.arabic.figure.side import DEAD, OPENERS, SURE
from hasila.arabic.figure.toll import ATTACK_DEATHS, is_toll_of_foe
from hasila.arabic.name import Names
from hasila.codebook import Codebook
from hasila.text import Text, one_in

FOREIGN, MEMBERS, ATTENDANCE = "foreign_fighters", "member_states", "meeting_attendance"
_RECRUITS, _COUNTRIES = "enemy_recruits", "source_countries"
_OF_HOLDER = (None, MEMBERS, ENEMY_STRENGTH)
_DEAD = frozenset(DEAD.values())


class Worded:
    """Finds of each figure of a text what its own words say that it measures."""

    def __init__(self, text: Text, names: Names, codebook: Codebook, governors: Timed, segments: Segments) -> None:
        """Find what is asked of every figure of the text."""
        self.text, self.codebook, self.governors, self.segments = text, codebook, governors, segments
        self.abouts = Abouts(text, names, codebook)
        self.fits = self.abouts.whose.fits
        self.bereft = Bereft(text, self.abouts.actors, self.abouts.subjects)
        self.holders = Holders(text, self.abouts.actors, self.bereft.sides)
        self.left = Left(text, self.bereft.sides, self.abouts.subjects)

    def _place(self, draft: Draft, before: Draft | None) -> None:
        """Which figure stands before it, and whose those counted are."""
        if before is not None:
            draft.after = before.end
            if draft.role == "increment" and draft.sentence[0] <= before.first:
                are_others = before.role == "part" and not OTHERS.isdisjoint(self.text.forms[draft.end - 1 : draft.end + 1])
                draft.other = before.whole if are_others and before.whole is not None else before
        draft.owner = self.abouts.subjects.owner(draft)
        if draft.unit is None and self.codebook.enemy is not None:
            if self.bereft.any:
                draft.loser = self.bereft.loser(draft)
            draft.holder = self.holders.holder(draft)

    def _labelled(self, draft: Draft) -> str | None:
        """The indicator of what stands behind its colon."""
        return labelled_indicator(self.text, draft, self.codebook, self.fits)

    def _of_clause(self, draft: Draft, since: int = 0) -> str | None:
        """The indicator that the words of its clause need, none before token ``since`` asked."""
        found = indicator_of(self.text, draft, self.governors, self.segments, self.codebook, self.fits, since)
        if draft.loser is not None:
            found = of_loser(draft, found, self.codebook, self.fits)
        if found == DEAD["force"] and are_struck(self.text, draft, self.bereft.sides):
            found = DEAD["civil"]
        if (
            found == ATTACK_DEATHS
            and is_by_force(self.text, draft, self.governors.drafts, self.abouts.actors)
            and self.codebook.indicator(DEAD["civil"])
        ):
            found = DEAD["civil"]
        elif self.codebook.indicator(ATTACK_DEATHS) and is_toll_of_foe(self.text, draft, found, self.governors.drafts, self.bereft):
            found = ATTACK_DEATHS
        if draft.unit is None and self.codebook.enemy is not None and (draft.holder == "foe" or found in _OF_HOLDER):
            found = of_holder(draft, found, self.holders, self.codebook, self.fits)
        if found in _DEAD and not since and self._opens_anew(draft):
            own = indicator_of(self.text, draft, self.governors, self.segments, self.codebook, self.fits, draft.segment)
            found = own if own == ENEMY_STRENGTH else found
        return found

    def _opens_anew(self, draft: Draft) -> bool:
        """Whether its own clause, which أن opens, tells of nobody dead: ``قتل تسعة، بينما قال القائد إن عدد المسلحين 300``."""
        first, last = draft.segment, draft.clause[1]
        if self.text.forms[first - 1] not in OPENERS or first <= draft.sentence[0]:
            return False
        return not one_in(self.bereft.places, first, last)

    def _are_left(self, draft: Draft, told: Sequence[Draft]) -> bool:
        """Whether it counts who is left of a foe's men."""
        return bool(self.left.places) and draft.unit is None and self.left.are_foes(draft, told)

    def _strength(self, draft: Draft) -> str | None:
        """The foe's strength, where the codebook has it and those counted can be his men."""
        found = self.codebook.indicator(ENEMY_STRENGTH)
        return found.id if found is not None and self.fits(draft, found, SURE) else None

    def _flow(self, draft: Draft) -> str | None:
        """What so many men of a foe are in a stretch of time, where they are not told as foreigners: those who come to him."""
        is_open = draft.indicator == FOREIGN and (draft.noun is None or draft.like is not None)
        if is_open or any(map(IS_FOREIGNER.__getitem__, self.text.words[draft.segment : draft.end + 1])):
            return draft.indicator
        found = self.codebook.indicator(_RECRUITS)
        return found.id if found is not None else draft.indicator

    def _attended(self, draft: Draft) -> str | None:
        """The indicator of those who came to the meeting told of before."""
        is_member = draft.indicator is not None
        found = attended(self.text, draft, self.governors.events, self.codebook, is_member=is_member)
        return found.id if found is not None and self.fits(draft, found) else None

    def _homelands(self, draft: Draft, told: Sequence[Draft]) -> str | None:
        """The indicator of the states that foreigners told of before come from."""
        found = self.codebook.indicator(_COUNTRIES)
        return found.id if found is not None and come_from(self.text, draft, told) and self.fits(draft, found) else None

    def _gathered(self, draft: Draft) -> str | None:
        """What grammar tells so many states to be: a body's members, or who came to its meeting."""
        told = gathered(self.text, draft, self.abouts.actors)
        found = self.codebook.indicator({"body": MEMBERS, "meeting": ATTENDANCE}[told]) if told is not None else None
        return found.id if found is not None and self.fits(draft, found) else None
