"""Resumed: what a figure goes on with whose own words name no indicator: one told before, one whom its pronoun stands for, or what was
asked for above it.
"""

from collections.abc import Sequence

from hasila.arabic.figure.alive import are_alive
from hasila.arabic.figure.bereft import of_loser
from hasila.arabic.figure.carry import carried
from hasila.arabic.figure.continued import HOW_MANY, TIMES, continued, is_of_those
from hasila.arabic.figure.draft import Draft, counts_dead_ones
from hasila.arabic.figure.fitting import fitting
from hasila.arabic.figure.heading import headed_indicator
from hasila.arabic.figure.holder import ENEMY_STRENGTH, of_holder
from hasila.arabic.figure.homeland import homeland_of
from hasila.arabic.figure.implied import counted_noun
from hasila.arabic.figure.indicator import unit_of
from hasila.arabic.figure.learnt import LEARNT_OF, learnt_indicator
from hasila.arabic.figure.pointing import Kind
from hasila.arabic.figure.ranking import asked, meant, ranked
from hasila.arabic.figure.referent import antecedent, described, points_to_people, pronoun, stand_in, told_there
from hasila.arabic.figure.retold import AMOUNTS, retold
from hasila.arabic.figure.side import DEAD
from hasila.arabic.figure.worded import FOREIGN, Worded
from hasila.codebook.learn import Clause
from hasila.text import find_marks

_BARE = frozenset(("cardinal", "range"))
_REFERRING = _BARE | {"money"}


class Resumed(Worded):
    """Asks besides what a figure without words of its own goes on with."""

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
        if draft.series is not None and draft.series.indicator == ENEMY_STRENGTH and draft.like is None and counts_dead_ones(text, draft):
            draft.series = None  # بقي منهم 900. وعن قتلى التنظيم قال إن الحصيلة 90 قتيلا
        if draft.series is not None and draft.series.indicator in DEAD.values() and draft.like is None and are_alive(text, draft):
            draft.series = None  # قتلت 65 من كذا. وقال إن 80 منهم تسللوا
        if draft.series is None and draft.type in AMOUNTS:
            draft.series = retold(text, draft, told)
        draft.indicator = draft.series.indicator if draft.series else self._asked_for(draft)
        draft.indicator = draft.indicator or carried(text, draft, text.derived(find_marks).get("؟", ()), self.segments, codebook, abouts)
        if draft.indicator is None and (found := ranked(text, draft, codebook)) is not None and self.fits(draft, found):
            draft.indicator = found.id if homeland_of(text, abouts.actors, draft, codebook) else None
            if any(d.indicator == found.id and d.role == "total" and (d.low or 0) > (draft.low or 0) for d in told):
                draft.role = "part"  # a nation's, of all those told before
        if draft.indicator is None and at is None and draft.role in LEARNT_OF and abouts.main and not self._tells_whose(draft):
            draft.indicator = learnt_indicator(text, draft, codebook, self.fits, abouts.actors)

    def _tells_whose(self, draft: Draft) -> bool:
        """Whether it only tells of whom those are that were counted right before it: ``12 مدنيا من عائلتين``."""
        return 0 < draft.after == draft.first - 1 and self.text.forms[draft.after] == "من"

    def _are_those(self, draft: Draft, told: Sequence[Draft]) -> bool:
        """Whether a pronoun is counted that stands for foreigners among a foe's men; it does not where the clause says whose they are."""
        at = pronoun(self.text, draft) if draft.type in _BARE and self.text.where(points_to_people) else None
        if at is None or at[1] != "people":
            return False
        if self._refer(draft, told, *at) and draft.indicator == FOREIGN:
            return True
        draft.indicator, draft.series, draft.meant = ENEMY_STRENGTH, None, None
        return False

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
