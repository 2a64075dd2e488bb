"""Measures: what each number is of, whose, where and when, asked of one after the other, for each may go on with those before it.

An indicator is looked for in this order: what goes on with a figure told before and says so, the number's own clause, what goes on
without a word of it, the heading or question above it, the subject still spoken of, and what sentences have taught.
"""

from collections.abc import Sequence
from itertools import pairwise

from hasila.arabic.figure.about import Abouts
from hasila.arabic.figure.asof import Timed
from hasila.arabic.figure.assailed import are_bombed, are_shot, is_by_foe, is_by_force, is_slain_by_fighter
from hasila.arabic.figure.attendance import attended
from hasila.arabic.figure.bare import asked, meant, ranked
from hasila.arabic.figure.bereft import Bereft, of_loser
from hasila.arabic.figure.carry import carried
from hasila.arabic.figure.continued import HOW_MANY, TIMES, continued, counts_dead_ones, is_of_those
from hasila.arabic.figure.counted import only_refers
from hasila.arabic.figure.draft import STATES, Draft, is_joined, kind_of
from hasila.arabic.figure.each import is_each
from hasila.arabic.figure.elsewhere import is_elsewhere
from hasila.arabic.figure.fired import is_fired
from hasila.arabic.figure.fitting import fitting
from hasila.arabic.figure.foreign import are_partly_foreign
from hasila.arabic.figure.gathered import gathered
from hasila.arabic.figure.heading import headed_indicator, labelled_indicator
from hasila.arabic.figure.holder import ENEMY_STRENGTH, IS_FOREIGNER, Holders, of_holder
from hasila.arabic.figure.homeland import homeland_of
from hasila.arabic.figure.implied import counted_noun
from hasila.arabic.figure.indicator import LEARNT_OF, indicator_of, learnt_indicator, likelier_indicator, unit_of
from hasila.arabic.figure.known import known
from hasila.arabic.figure.left import Left
from hasila.arabic.figure.member import are_its_members
from hasila.arabic.figure.origin import come_from
from hasila.arabic.figure.pointing import Kind
from hasila.arabic.figure.reach import one_in
from hasila.arabic.figure.recall import recalled
from hasila.arabic.figure.referent import antecedent, described, points_to_people, pronoun, stand_in, told_there
from hasila.arabic.figure.retold import AMOUNTS, retold
from hasila.arabic.figure.role import is_total
from hasila.arabic.figure.same import is_same_sum
from hasila.arabic.figure.segment import Segments
from hasila.arabic.figure.share import goes_on_sharing, raids_shared
from hasila.arabic.figure.side import DEAD, OPENERS, SURE
from hasila.arabic.figure.some import is_of_some
from hasila.arabic.figure.taken import is_taken
from hasila.arabic.figure.wounded import ATTACK_INJURIES, OF_WOUNDED, are_hurt_beside, are_no_dead, are_own_wounded
from hasila.arabic.figure.zone import MAY_BE_VERB
from hasila.arabic.name import Names
from hasila.codebook import Codebook
from hasila.codebook.learn import Clause
from hasila.text import Text, find_marks

_TOLD = 12  # how many figures before it a figure can go on with
_MEMBERS = "member_states"
_COUNTRIES, _ATTENDANCE = "source_countries", "meeting_attendance"
_OF_STATES = (None, _MEMBERS)
_OF_GATHERED = (_MEMBERS, _ATTENDANCE)
_OF_HOLDER = (None, _MEMBERS, ENEMY_STRENGTH)
_FOREIGN, _ATTACK_DEATHS, _RECRUITS = "foreign_fighters", "attack_deaths", "enemy_recruits"
_STOCKS = frozenset((_FOREIGN, ENEMY_STRENGTH))
_DEAD = frozenset(DEAD.values())
_OF_FIGHTERS = frozenset((DEAD["foe"], DEAD["force"]))
_OF_SLAIN = frozenset((None, DEAD["foe"]))
_LOST = _DEAD | {_ATTACK_DEATHS}
_CIVIL_DEAD, _ARMED = frozenset((DEAD["civil"], "attack_deaths")), frozenset(("fighter", "soldier"))
_LOSSES_REACH = 10
_OF_LEFT = (None, ENEMY_STRENGTH, DEAD["foe"], DEAD["force"], _FOREIGN)
_STRIKE_SHARE = "strike_share"
_OF_RAIDS = (None, _STRIKE_SHARE)
_OTHERS = frozenset(("اخرين", "اخرون"))  # مقتل 90 بينهم 12 طفلا وإصابة 30 آخرين: than the 90
_OF_MEN = (None, ENEMY_STRENGTH, "troops_deployed")
_DECEMBER = "12"
_NEAR = 4  # tokens between a number and the country that those counted are in
_NEW = frozenset(("جديد", "جديدا", "جديده", "جدد"))
_BARE = frozenset(("cardinal", "range"))
_SHARES = frozenset(("percent", "fraction"))
_REFERRING = _BARE | {"money"}


class Measures:
    """Finds of each figure of a text what it measures, and what governs it."""

    def __init__(self, text: Text, names: Names, codebook: Codebook, governors: Timed, segments: Segments, published: str | None) -> None:
        """``published``: the document's date, behind which lies what is forecast."""
        self.text, self.codebook, self.governors, self.segments, self.published = text, codebook, governors, segments, published
        self.abouts = Abouts(text, names, codebook)
        self.fits = self.abouts.whose.fits
        self.bereft = Bereft(text, self.abouts.actors, self.abouts.subjects)
        self.holders = Holders(text, self.abouts.actors, self.bereft.sides)
        self.left = Left(text, self.bereft.sides, self.abouts.subjects)
        self.questions = text.derived(find_marks).get("؟", ())

    def settle(self, drafts: Sequence[Draft], of_next: frozenset[int]) -> None:
        """Settle all figures, in the order of the text; ``of_next``: those that are so many of the one behind them."""
        before: Draft | None = None
        for n, draft in enumerate(drafts):
            self._place(draft, before)
            told = drafts[n - _TOLD if n > _TOLD else 0 : n]
            if told:
                told = self._without_states(draft, told)
            if told:
                draft.series = recalled(self.text, draft, told, self.codebook)
                if draft.series is not None and (self._are_others_dead(draft, draft.series) or self._are_left(draft, told)):
                    draft.series = None
            same = before is not None and is_same_sum(self.text, before, draft)
            if same and before is not None:
                draft.indicator, draft.series = before.indicator, before
            else:
                self._measure(draft, before, told, is_whole=n - 1 in of_next)
            if draft.role == "part" and draft.whole is not None and draft.indicator in _CIVIL_DEAD:
                self._agree(draft, draft.whole, drafts)
            if draft.role == "increment" and self.text.forms[draft.end] in _NEW and self._is_of_laws(draft):
                draft.role = "total"
            if draft.unit == "%" and draft.role == "part" and draft.whole is None and draft.indicator in _OF_RAIDS:
                draft.whole = raids_shared(self.text, draft, told)
                draft.indicator = _STRIKE_SHARE if draft.whole is not None and self.codebook.indicator(_STRIKE_SHARE) else draft.indicator
            self._govern(draft)
            if same and before is not None:
                draft.about, draft.place, draft.time, draft.role = before.about, before.place, before.time, before.role
            if draft.unit == "%" and draft.role == "part" and (is_total(draft) or self.abouts.strikers.sharer(draft) is not None):
                draft.role = "total"
            before = draft

    def _agree(self, part: Draft, whole: Draft, drafts: Sequence[Draft]) -> None:
        """Let civilians who are part of others have died of what killed these; those whom a force killed, some of them children and none
        of them armed, were civilians: ``قتلت القوات 207 أشخاص، بينهم 45 طفلا``.
        """
        if whole.indicator in _CIVIL_DEAD:
            part.indicator = whole.indicator
        elif (
            whole.indicator is None
            and self._are_slain(whole)
            and not any(d.whole is whole and kind_of(self.text, d) in _ARMED for d in drafts[whole.nth + 1 : part.nth + _TOLD])
        ):
            whole.indicator = part.indicator
            self._govern(whole)

    def _are_slain(self, draft: Draft) -> bool:
        """Whether people are counted whom a force is told to have killed."""
        return kind_of(self.text, draft) == "civilian" and self.abouts.strikers.bombers.killer(draft) is not None

    def _without_states(self, draft: Draft, told: Sequence[Draft]) -> Sequence[Draft]:
        """Those told before that a number can go on with: so many states there are not (``20 ألفا من 90 دولة، وتقول كذا 18 ألفا``)."""
        low = draft.low if draft.low is not None else draft.high
        if draft.unit is not None or low is None or low <= STATES:
            return told
        return [d for d in told if d.indicator is None or (i := self.codebook.indicator(d.indicator)) is None or i.unit != "state"]

    def _place(self, draft: Draft, before: Draft | None) -> None:
        """Which figure stands before it, and whose those counted are."""
        if before is not None:
            draft.after = before.end
            if draft.role == "increment" and draft.sentence[0] <= before.first:
                are_others = before.role == "part" and not _OTHERS.isdisjoint(self.text.forms[draft.end - 1 : draft.end + 1])
                draft.other = before.whole if are_others and before.whole is not None else before
        draft.owner = self.abouts.subjects.owner(draft)
        if draft.unit is None and self.codebook.enemy is not None:
            if self.bereft.any:
                draft.loser = self.bereft.loser(draft)
            draft.holder = self.holders.holder(draft)

    def _measure(self, draft: Draft, before: Draft | None, told: Sequence[Draft], is_whole: bool) -> None:
        """Its indicator, and the figure told before whose it goes on with."""
        if draft.type == "cardinal" and only_refers(self.text, draft, told):
            return
        shares = draft.type in _SHARES and before is not None and goes_on_sharing(self.text, before, draft)
        if shares and before is not None:
            draft.indicator = before.indicator
        elif draft.series is None:
            draft.indicator = (draft.naming and self._labelled(draft)) or self._of_clause(draft)
            if draft.indicator == _FOREIGN and are_partly_foreign(self.text, draft, before):
                draft.indicator = self._strength(draft) or draft.indicator
            if draft.indicator in _OF_LEFT and self._are_left(draft, told):
                draft.indicator = self._strength(draft) or draft.indicator
            if draft.indicator == ENEMY_STRENGTH and self._are_those(draft, told):
                return
            if draft.indicator in _OF_MEN and are_its_members(self.text, draft, self.abouts.actors) and self.codebook.indicator(_MEMBERS):
                draft.indicator = _MEMBERS
            elif draft.indicator in _OF_STATES and draft.unit is None:
                draft.indicator = self._attended(draft) or self._homelands(draft, told) or draft.indicator
            if draft.indicator in _OF_GATHERED and draft.unit is None:
                draft.indicator = self._gathered(draft) or draft.indicator
        if is_whole and before is not None:
            if draft.indicator == before.indicator:  # what is told of the part isn't told of the whole
                draft.indicator = self._of_clause(draft, draft.first - 2)
        elif draft.indicator is None and not shares:
            self._go_on(draft, told)
        if draft.indicator == _ATTACK_DEATHS and before is not None and self._are_more_of_those(draft, before):
            draft.indicator = before.indicator
        if (draft.series is not None or draft.meant is not None) and self._is_none_of_it(draft):
            draft.indicator = None
        if draft.indicator is None and before is not None and are_hurt_beside(self.text, draft, before):
            draft.indicator = ATTACK_INJURIES if self.codebook.indicator(ATTACK_INJURIES) is not None else None
        if draft.indicator in OF_WOUNDED and draft.unit is None and are_own_wounded(self.text, draft, before, self.bereft.sides):
            draft.indicator = None
        if draft.indicator in _STOCKS and draft.role == "rate":  # ألف مقاتل يلتحقون بالتنظيم كل شهر
            draft.indicator = self._flow(draft)
        if draft.indicator is not None and self.abouts.main:
            found = likelier_indicator(self.text, draft, before, self.codebook, self.fits, self.abouts.actors)
            if found is not None:
                draft.outvoted, draft.indicator = draft.indicator, found

    def _are_more_of_those(self, draft: Draft, before: Draft) -> bool:
        """Whether و joins others to a foe's or a force's dead, under the same verb: ``قتلوا 5 من كذا في كمين، وتسعة آخرين في عملية``."""
        text = self.text
        if before.indicator not in _OF_FIGHTERS or before.sentence != draft.sentence or draft.noun is None or not is_joined(text, draft):
            return False
        return text.forms[draft.noun] in _OTHERS and not any(map(MAY_BE_VERB.__getitem__, text.words[before.end : draft.first]))

    def _are_others_dead(self, draft: Draft, series: Draft) -> bool:
        """Whether grammar or their noun tells that those counted are the dead of another side than those they would go on with."""
        if series.indicator not in _DEAD:  # بقي 900 مسلح. والحصيلة المؤكدة هي 90 قتيلا
            return series.indicator == ENEMY_STRENGTH and counts_dead_ones(self.text, draft)
        if draft.loser is not None:
            return series.indicator != DEAD[draft.loser]
        if series.indicator == DEAD["civil"] and self._are_losses_of_force(draft):
            return True
        return kind_of(self.text, draft) == "civilian" and draft.like is None and series.indicator != DEAD["civil"]

    def _are_losses_of_force(self, draft: Draft) -> bool:
        """Whether its clause tells of a force's losses: ``خسائر قواته لم تتجاوز 90 قتيلا``."""
        words = self.text.words[max(draft.after, draft.first - _LOSSES_REACH) : draft.first]
        return any("bereft_noun" in one.entries and "fighting_force" in other.entries for one, other in pairwise(words))

    def _flow(self, draft: Draft) -> str | None:
        """What so many men of a foe are in a stretch of time, where they are not told as foreigners: those who come to him."""
        is_open = draft.indicator == _FOREIGN and (draft.noun is None or draft.like is not None)
        if is_open or any(map(IS_FOREIGNER.__getitem__, self.text.words[draft.segment : draft.end + 1])):
            return draft.indicator
        found = self.codebook.indicator(_RECRUITS)
        return found.id if found is not None else draft.indicator

    def _labelled(self, draft: Draft) -> str | None:
        """The indicator of what stands behind its colon."""
        return labelled_indicator(self.text, draft, self.codebook, self.fits)

    def _of_clause(self, draft: Draft, since: int = 0) -> str | None:
        """The indicator that the words of its clause need, none before token ``since`` asked."""
        found = indicator_of(self.text, draft, self.governors, self.segments, self.codebook, self.fits, since)
        if draft.loser is not None:
            found = of_loser(draft, found, self.codebook, self.fits)
        if (
            found == _ATTACK_DEATHS
            and is_by_force(self.text, draft, self.governors.drafts, self.abouts.actors)
            and self.codebook.indicator(DEAD["civil"])
        ):
            found = DEAD["civil"]
        elif self._is_toll_of_foe(draft, found):
            found = _ATTACK_DEATHS
        if draft.unit is None and self.codebook.enemy is not None and (draft.holder == "foe" or found in _OF_HOLDER):
            found = of_holder(draft, found, self.holders, self.codebook, self.fits)
        if found in _DEAD and not since and self._opens_anew(draft):
            own = indicator_of(self.text, draft, self.governors, self.segments, self.codebook, self.fits, draft.segment)
            found = own if own == ENEMY_STRENGTH else found
        return found

    def _is_toll_of_foe(self, draft: Draft, found: str | None) -> bool:
        """Whether people are counted who are told to have died of what a foe did: ``مقتل 90 عراقيا في هجمات التنظيم``."""
        if found in _OF_SLAIN and draft.unit is None and draft.loser is None and self._is_slain(draft):
            return self.codebook.indicator(_ATTACK_DEATHS) is not None
        if found != DEAD["civil"] and (
            found is not None or draft.unit is not None or draft.loser is not None or not self.bereft.tells_death(draft)
        ):
            return False
        is_theirs = are_bombed(self.text, draft) or is_by_foe(self.text, draft, self.governors.drafts, self.bereft.sides)
        return is_theirs and self.codebook.indicator(_ATTACK_DEATHS) is not None

    def _is_slain(self, draft: Draft) -> bool:
        """Whether a bomber or gunmen are told to have killed those counted."""
        if is_slain_by_fighter(self.text, draft, self.bereft.sides):
            return True
        return self.bereft.tells_death(draft) and are_shot(self.text, draft)

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

    def _are_those(self, draft: Draft, told: Sequence[Draft]) -> bool:
        """Whether a pronoun is counted that stands for foreigners among a foe's men; it does not where the clause says whose they are."""
        at = pronoun(self.text, draft) if draft.type in _BARE and self.text.where(points_to_people) else None
        if at is None or at[1] != "people":
            return False
        if self._refer(draft, told, *at) and draft.indicator == _FOREIGN:
            return True
        draft.indicator, draft.series, draft.meant = ENEMY_STRENGTH, None, None
        return False

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
        found = self.codebook.indicator({"body": _MEMBERS, "meeting": _ATTENDANCE}[told]) if told is not None else None
        return found.id if found is not None and self.fits(draft, found) else None

    def _go_on(self, draft: Draft, told: Sequence[Draft]) -> None:
        """What its own words don't say: what it goes on with, what was asked for, what is still spoken of, what sentences taught."""
        text, codebook, abouts = self.text, self.codebook, self.abouts
        if draft.counted is None and text.forms[draft.end] in HOW_MANY and not is_of_those(text, draft, told):
            return  # تقدر كذا بـ25 ألفا عدد المدنيين: of whom, stands behind it
        if draft.noun is not None and text.forms[draft.noun] in TIMES:
            return
        is_open = draft.series is None and draft.type in _REFERRING and self.governors.headings.of(draft) is None
        at = pronoun(text, draft) if is_open else None
        if at is not None and self._refer(draft, told, *at):
            return
        draft.series = draft.series or continued(text, draft, told, codebook)
        if draft.series is not None and draft.series.indicator == ENEMY_STRENGTH and self._counts_dead(draft):
            draft.series = None  # بقي منهم 900. وعن قتلى التنظيم قال إن الحصيلة 90 قتيلا
        if draft.series is None and draft.type in AMOUNTS:
            draft.series = retold(text, draft, told)
        draft.indicator = draft.series.indicator if draft.series else self._asked_for(draft)
        draft.indicator = draft.indicator or carried(text, draft, self.questions, self.segments, codebook, abouts)
        if draft.indicator is None and (found := ranked(text, draft, codebook)) is not None and self.fits(draft, found):
            draft.indicator = found.id if homeland_of(text, abouts.actors, draft, codebook) is not None else None
            if any(d.indicator == found.id and d.role == "total" and (d.low or 0) > (draft.low or 0) for d in told):
                draft.role = "part"  # a nation's, of all those told before
        if draft.indicator is None and at is None and draft.role in LEARNT_OF and abouts.main and not self._tells_whose(draft):
            draft.indicator = learnt_indicator(text, draft, codebook, self.fits, abouts.actors)

    def _counts_dead(self, draft: Draft) -> bool:
        """Whether the noun of a number is of dead, who are none of a foe's strength."""
        return draft.like is None and counts_dead_ones(self.text, draft)

    def _refer(self, draft: Draft, told: Sequence[Draft], at: int, kind: Kind) -> bool:
        """Whether the pronoun that is counted stands for somebody told of before, whose indicator the figure then has."""
        found = antecedent(self.text, draft, told, self.abouts.names.covers, at, kind)
        if found is None:
            return False
        if isinstance(found, Draft):
            draft.series, draft.indicator = found, found.indicator
            return True
        self._stand_in(draft, found)
        if draft.indicator is None and (other := described(self.text, found)) != found:
            self._stand_in(draft, other)
        return True

    def _stand_in(self, draft: Draft, noun: int) -> None:
        """Give a figure the indicator that it would have at the noun that its pronoun stands for."""
        there = stand_in(self.text, draft, noun, self.segments)
        self._place(there, None)
        counted, unit = counted_noun(self.text, there), unit_of(there)
        for at, words in told_there(self.text, there, self.segments):
            asked = Clause(counted, words, unit, at, at + there.end - there.first)
            id = fitting(there, asked, 0, self.codebook, self.fits)
            id = of_loser(there, id, self.codebook, self.fits)
            id = of_holder(there, id, self.holders, self.codebook, self.fits) if self.codebook.enemy is not None else id
            if id is not None:
                there.indicator = draft.indicator = id
                there.about = self.abouts.about(there)
                draft.meant = there
                return

    def _asked_for(self, draft: Draft) -> str | None:
        """The indicator of what a heading or question names above the figure, else of those whose number was asked for before a bare
        number, or before ``إنهم`` with so many of a nation.
        """
        text, codebook, fits = self.text, self.codebook, self.fits
        headed = None
        if self.governors.headings.any or text.forms[draft.first - 1] == ":":
            headed = headed_indicator(text, draft, codebook, fits)
        if headed or draft.type not in _BARE:
            return headed
        indicator = meant(text, draft, codebook) if draft.noun is not None else asked(text, draft, codebook)
        return indicator.id if indicator is not None and fits(draft, indicator) else None

    def _is_none_of_it(self, draft: Draft) -> bool:
        """Whether what goes on with a figure told before can't be of its indicator."""
        return (
            is_taken(self.text, draft, draft.indicator)
            or (draft.indicator in _LOST and are_no_dead(self.text, draft))
            or self._is_no_more(draft)
            or is_each(self.text, draft, draft.indicator)
            or is_fired(self.text, draft, draft.indicator)
        )

    def _is_no_more(self, draft: Draft) -> bool:
        """Whether a figure that goes on with what was told is of something else (``و90 من فصائل أخرى``), or of one of many."""
        if is_each(self.text, draft, draft.indicator):
            return True
        indicator = self.codebook.indicator(draft.indicator)
        return indicator is not None and self.codebook.enemy is not None and is_elsewhere(self.text, draft, indicator, self.codebook)

    def _govern(self, draft: Draft) -> None:
        """The place and time that govern it, and whose it is; a total of a later time is a forecast."""
        governors = self.governors
        draft.before = governors.before(draft)
        draft.place = governors.place(draft)
        if draft.indicator == _FOREIGN and self._are_elsewhere(draft):
            draft.indicator = None
        draft.about = self.abouts.about(draft)
        if draft.about is None and draft.indicator in known(self.codebook).funds and not self.abouts.main:
            draft.indicator = None
        draft.time = time = governors.time(draft)
        if time and draft.role == "total" and self.published and _is_later(time, self.published):
            draft.role = "forecast"
        if draft.indicator == _MEMBERS and draft.role == "total" and is_of_some(self.text, draft):
            draft.role = "part"

    def _are_elsewhere(self, draft: Draft) -> bool:
        """Whether fighters are told of in a country that the undertaking has nothing to do in, and the clause names no foe of it:
        ``وجود 5800 مقاتل أجنبي في أفغانستان``.
        """
        actors, theatre = self.abouts.actors, self.codebook.theatre
        stop = min(draft.clause[1] + 1, draft.sentence[1])
        named = [p for p in actors.between(draft.segment, stop) if p.type == "country" or actors.is_foe(p)]
        if not named or not theatre or any(actors.is_foe(p) or p.id in theatre for p in named):
            return False
        if one_in(self.text.where("foe_noun"), draft.segment, stop):
            return False  # ينشطون في صفوف الجهاديين
        near = (draft.first - _NEAR, draft.end + _NEAR)
        return any(self.text.forms[p.first - 1] == "في" and near[0] <= p.first < near[1] for p in named)

    def _tells_whose(self, draft: Draft) -> bool:
        """Whether it only tells of whom those are that were counted right before it: ``12 مدنيا من عائلتين``."""
        return 0 < draft.after == draft.first - 1 and self.text.forms[draft.after] == "من"

    def _is_of_laws(self, draft: Draft) -> bool:
        """Whether laws are counted: each that is passed is new, and no addition to those told of before."""
        indicator = self.codebook.indicator(draft.indicator)
        return indicator is not None and indicator.unit == "law"


def _is_later(time: str, published: str) -> bool:
    """Whether a day, month or year lies after the one that the document is of; no week and no season."""
    told = published[: len(time)]
    return time > told and len(time) == len(told) and time.replace("-", "").isdecimal() and time[5:7] <= _DECEMBER
