"""Measures: what each number is of, whose, where and when, asked of one after the other, for each may go on with those before it.

An indicator is looked for in this order: what goes on with a figure told before and says so, the number's own clause, what goes on
without a word of it, the heading or question above it, the subject still spoken of, and what sentences have taught.
"""

from collections.abc import Sequence

from hasila.arabic.figure.abroad import are_abroad
from hasila.arabic.figure.asof import Timed
from hasila.arabic.figure.counted import only_refers
from hasila.arabic.figure.draft import Draft, is_joined, kind_of
from hasila.arabic.figure.foreign import are_partly_foreign
from hasila.arabic.figure.holder import ENEMY_STRENGTH
from hasila.arabic.figure.known import known
from hasila.arabic.figure.learnt import likelier_indicator
from hasila.arabic.figure.member import are_its_members
from hasila.arabic.figure.part import OTHERS
from hasila.arabic.figure.recall import recalled
from hasila.arabic.figure.resumed import Resumed
from hasila.arabic.figure.same import is_same_sum
from hasila.arabic.figure.segment import Segments
from hasila.arabic.figure.share import goes_on_sharing, raids_shared
from hasila.arabic.figure.side import DEAD
from hasila.arabic.figure.some import is_of_some
from hasila.arabic.figure.toll import ATTACK_DEATHS
from hasila.arabic.figure.unlike import are_others_dead, is_none_of_it, without_states
from hasila.arabic.figure.whole import is_total
from hasila.arabic.figure.worded import ATTENDANCE, FOREIGN, MEMBERS
from hasila.arabic.figure.wounded import ATTACK_INJURIES, OF_WOUNDED, are_hurt_beside, are_own_wounded
from hasila.arabic.figure.zone import MAY_BE_VERB
from hasila.arabic.name import Names
from hasila.codebook import Codebook
from hasila.text import Text

_TOLD = 12  # how many figures before it a figure can go on with
_OF_STATES = (None, MEMBERS)
_OF_GATHERED = (MEMBERS, ATTENDANCE)
_OF_MEN = (None, ENEMY_STRENGTH, "troops_deployed")
_OF_LEFT = (None, ENEMY_STRENGTH, DEAD["foe"], DEAD["force"], FOREIGN)
_OF_FIGHTERS = frozenset((DEAD["foe"], DEAD["force"]))
_CIVIL_DEAD, _ARMED = frozenset((DEAD["civil"], ATTACK_DEATHS)), frozenset(("fighter", "soldier"))
_STOCKS = frozenset((FOREIGN, ENEMY_STRENGTH))
_STRIKE_SHARE = "strike_share"
_OF_RAIDS = (None, _STRIKE_SHARE)
_SHARES = frozenset(("percent", "fraction"))
_NEW = frozenset(("جديد", "جديدا", "جديده", "جدد"))
_DECEMBER = "12"


class Measures(Resumed):
    """Finds of each figure of a text what it measures, and what governs it."""

    def __init__(self, text: Text, names: Names, codebook: Codebook, governors: Timed, segments: Segments, published: str | None) -> None:
        """``published``: the document's date, behind which lies what is forecast."""
        super().__init__(text, names, codebook, governors, segments)
        self.published = published

    def settle(self, drafts: Sequence[Draft], of_next: frozenset[int]) -> None:
        """Settle all figures, in the order of the text; ``of_next``: those that are so many of the one behind them."""
        before: Draft | None = None
        for n, draft in enumerate(drafts):
            self._place(draft, before)
            told = without_states(draft, drafts[max(0, n - _TOLD) : n], self.codebook)
            draft.series = self._recalled(draft, told) if told else None
            same = before is not None and is_same_sum(self.text, before, draft)
            if same and before is not None:
                draft.indicator, draft.series = before.indicator, before
            else:
                self._measure(draft, before, told, is_whole=n - 1 in of_next)
            if draft.role == "part" and draft.whole is not None and draft.indicator in _CIVIL_DEAD:
                self._agree(draft, draft.whole, drafts)
            self._settle_role(draft, told)
            self._govern(draft, told)
            if same and before is not None:
                draft.about, draft.place, draft.time, draft.role = before.about, before.place, before.time, before.role
            if draft.unit == "%" and draft.role == "part" and (is_total(draft) or self.abouts.strikers.sharer(draft) is not None):
                draft.role = "total"
            before = draft

    def _recalled(self, draft: Draft, told: Sequence[Draft]) -> Draft | None:
        """The figure told before that a word takes up, unless it is of other men."""
        series = recalled(self.text, draft, told, self.codebook)
        return None if series is None or are_others_dead(self.text, draft, series) or self._are_left(draft, told) else series

    def _settle_role(self, draft: Draft, told: Sequence[Draft]) -> None:
        """Make new laws a total, and a share of raids one of those told of before."""
        if draft.role == "increment" and self.text.forms[draft.end] in _NEW and self._is_of_laws(draft):
            draft.role = "total"
        if draft.unit == "%" and draft.role == "part" and draft.whole is None and draft.indicator in _OF_RAIDS:
            draft.whole = raids_shared(self.text, draft, told)
            draft.indicator = _STRIKE_SHARE if draft.whole is not None and self.codebook.indicator(_STRIKE_SHARE) else draft.indicator

    def _agree(self, part: Draft, whole: Draft, drafts: Sequence[Draft]) -> None:
        """Let civilians who are part of others have died of what killed these; those whom a force killed, some of them children and none
        of them armed, were civilians: ``قتلت القوات 207 أشخاص، بينهم 45 طفلا``.
        """
        if whole.indicator in _CIVIL_DEAD:
            part.indicator = whole.indicator
        elif (
            whole.indicator is None
            and self._are_slain_by_force(whole)
            and not any(d.whole is whole and kind_of(self.text, d) in _ARMED for d in drafts[whole.nth + 1 : part.nth + _TOLD])
        ):
            whole.indicator = part.indicator
            self._govern(whole, ())

    def _are_slain_by_force(self, draft: Draft) -> bool:
        """Whether people are counted whom a force is told to have killed."""
        return kind_of(self.text, draft) == "civilian" and self.abouts.strikers.bombers.killer(draft) is not None

    def _measure(self, draft: Draft, before: Draft | None, told: Sequence[Draft], is_whole: bool) -> None:
        """Its indicator, and the figure told before whose it goes on with."""
        if draft.type == "cardinal" and only_refers(self.text, draft, told):
            return
        shares = draft.type in _SHARES and before is not None and goes_on_sharing(self.text, before, draft)
        if shares and before is not None:
            draft.indicator = before.indicator
        elif draft.series is None and not self._find_own(draft, before, told):
            return
        if is_whole and before is not None:
            if draft.indicator == before.indicator:  # what is told of the part isn't told of the whole
                draft.indicator = self._of_clause(draft, draft.first - 2)
        elif draft.indicator is None and not shares:
            self._go_on(draft, told)
        self._correct(draft, before)
        if draft.indicator is not None and self.abouts.main:
            found = likelier_indicator(self.text, draft, before, self.codebook, self.fits, self.abouts.actors)
            if found is not None:
                draft.outvoted, draft.indicator = draft.indicator, found

    def _find_own(self, draft: Draft, before: Draft | None, told: Sequence[Draft]) -> bool:
        """Find the indicator that its own words and grammar tell; False where a pronoun has told already whom it counts."""
        draft.indicator = (draft.naming and self._labelled(draft)) or self._of_clause(draft)
        if draft.indicator == FOREIGN and are_partly_foreign(self.text, draft, before):
            draft.indicator = self._strength(draft) or draft.indicator
        if draft.indicator in _OF_LEFT and self._are_left(draft, told):
            draft.indicator = self._strength(draft) or draft.indicator
        if draft.indicator == ENEMY_STRENGTH and self._are_those(draft, told):
            return False
        if draft.indicator in _OF_MEN and are_its_members(self.text, draft, self.abouts.actors) and self.codebook.indicator(MEMBERS):
            draft.indicator = MEMBERS
        elif draft.indicator in _OF_STATES and draft.unit is None:
            draft.indicator = self._attended(draft) or self._homelands(draft, told) or draft.indicator
        if draft.indicator in _OF_GATHERED and draft.unit is None:
            draft.indicator = self._gathered(draft) or draft.indicator
        return True

    def _correct(self, draft: Draft, before: Draft | None) -> None:
        """Mend what the figure before it, or its noun or role, tells otherwise."""
        text = self.text
        if draft.indicator == ATTACK_DEATHS and before is not None and _are_more_of_those(text, before, draft):
            draft.indicator = before.indicator
        if (draft.series is not None or draft.meant is not None) and is_none_of_it(text, draft, self.codebook):
            draft.indicator = None
        if draft.indicator is None and before is not None and are_hurt_beside(text, draft, before):
            draft.indicator = ATTACK_INJURIES if self.codebook.indicator(ATTACK_INJURIES) is not None else None
        if draft.indicator in OF_WOUNDED and draft.unit is None and are_own_wounded(text, draft, before, self.bereft.sides):
            draft.indicator = None
        if draft.indicator in _STOCKS and draft.role == "rate":  # ألف مقاتل يلتحقون بالتنظيم كل شهر
            draft.indicator = self._flow(draft)

    def _govern(self, draft: Draft, told: Sequence[Draft]) -> None:
        """The place and time that govern it, and whose it is; a total of a later time is a forecast."""
        governors = self.governors
        draft.before = governors.before(draft)
        draft.place = governors.place(draft)
        if draft.indicator == FOREIGN and are_abroad(self.text, draft, self.abouts.actors):
            draft.indicator = None
        draft.about = self.abouts.about(draft, told)
        if draft.about is None and draft.indicator in known(self.codebook).funds and not self.abouts.main:
            draft.indicator = None
        draft.time = time = governors.time(draft)
        if time and draft.role == "total" and self.published and _is_later(time, self.published):
            draft.role = "forecast"
        if draft.indicator == MEMBERS and draft.role == "total" and is_of_some(self.text, draft):
            draft.role = "part"

    def _is_of_laws(self, draft: Draft) -> bool:
        """Whether laws are counted: each that is passed is new, and no addition to those told of before."""
        indicator = self.codebook.indicator(draft.indicator)
        return indicator is not None and indicator.unit == "law"


def _are_more_of_those(text: Text, before: Draft, draft: Draft) -> bool:
    """Whether و joins others to a foe's or a force's dead, under the same verb: ``قتلوا 5 من كذا في كمين، وتسعة آخرين في عملية``."""
    if before.indicator not in _OF_FIGHTERS or before.sentence != draft.sentence or draft.noun is None or not is_joined(text, draft):
        return False
    return text.forms[draft.noun] in OTHERS and not any(map(MAY_BE_VERB.__getitem__, text.words[before.end : draft.first]))


def _is_later(time: str, published: str) -> bool:
    """Whether a day, month or year lies after the one that the document is of; no week and no season."""
    told = published[: len(time)]
    return time > told and len(time) == len(told) and time.replace("-", "").isdecimal() and time[5:7] <= _DECEMBER
