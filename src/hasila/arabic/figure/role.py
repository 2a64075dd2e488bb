"""The part that a figure plays: a total, an increment, a part, a rate, a target or a forecast."""

import sys
from bisect import bisect_left
from collections.abc import Sequence
from itertools import compress

from hasila.arabic.figure.added import ADDERS, is_added, joins_attenders, stays
from hasila.arabic.figure.coming import is_to_come
from hasila.arabic.figure.draft import Draft, is_joined
from hasila.arabic.figure.entered import enters, is_entered
from hasila.arabic.figure.foretold import FORETELLERS, FORETOLD, aimed_at, foretold_role, is_likely_now
from hasila.arabic.figure.limit import is_allowed, limits
from hasila.arabic.figure.listed import BEFORE_LIST, LIST_WORDS, continues, divided
from hasila.arabic.figure.modal import modal_role, modals
from hasila.arabic.figure.moved import COME_TO, moves
from hasila.arabic.figure.part import ALONE, LOTS, OF_THEM, THEY, TOPS, are_no_part, opens_part, whole_of
from hasila.arabic.figure.phrase import ends_of_phrases
from hasila.arabic.figure.picked import ONLY, PICKING, ROLLS, narrowed
from hasila.arabic.figure.rate import (
    PERIOD_REACH,
    carry_period,
    period_ahead,
    period_before,
    period_behind,
    period_of_head,
    period_of_mean,
    rate_like,
)
from hasila.arabic.figure.share import is_sum_of_share, settle_share
from hasila.arabic.figure.topping import are_elsewhere, are_taken_in, is_told_beside
from hasila.arabic.figure.whole import is_whole, of_those_behind
from hasila.arabic.figure.zone import COMMAS
from hasila.records import Role, Statement, Time
from hasila.text import Text, Word

_REACH = 10
_HINTS = frozenset(("rate_adjective", "other_ones", "part_opener", "added", "batch", "the_rest", "rest_head", "among_word"))
_TELLING = TOPS | THEY | ALONE | LIST_WORDS | ONLY | ROLLS | LOTS | FORETELLERS | ADDERS


def settle_roles(text: Text, drafts: Sequence[Draft], times: Sequence[Time], told: Sequence[Statement | None]) -> frozenset[int]:
    """Give each draft its role; ``told`` is the statement that each stands in.

    Returned are the numbers of those that are so many of the next one (``12 من أصل 80``).
    """
    roles = _Roles(text, drafts, times, told)
    roles.settle()
    return roles.of_next


class _Roles:
    """The roles of a text's figures, and the words in it that can tell them, looked for once."""

    def __init__(self, text: Text, drafts: Sequence[Draft], times: Sequence[Time], told: Sequence[Statement | None]) -> None:
        self.text, self.drafts, self.told = text, drafts, told
        self.sets = {text.token_at(t.start): t for t in times if t.type == "SET"}
        hints = text.where(_tells_role)
        self.telling = [*(sorted((*hints, *self.sets)) if self.sets else hints), sys.maxsize]
        self.of_next = of_those_behind(text, drafts)
        self.limited, self.coming, self.means = limits(text), modals(text), text.where("rate_adjective")
        self.foretelling = list(compress(hints, map(FORETOLD.__getitem__, map(text.forms.__getitem__, hints))))

    def settle(self) -> None:
        """Settle all; a part opens a run of parts that lasts to the end of its enumeration."""
        part: Draft | None = None
        for n, draft in enumerate(self.drafts):
            headed = self._period_of_clause(n)
            of_share = n > 0 and is_sum_of_share(self.text, self.drafts[n - 1], draft)
            if part is None and headed is None and not of_share and not self._is_told(n):
                draft.role = self._set_role(n) or _plain_role(self.told[n])
                continue
            rate = self._period(draft) or headed
            if rate:
                draft.role = self._modal_role(draft) or aimed_at(self.text, draft, self.foretelling) or "rate"
                carry_period(draft, rate)
            part = draft if not rate and self._settle_part(n, part, of_share) else None
            if not rate and part is None:
                draft.role = _role(self.text, self.drafts, n, self.foretelling) or self._set_role(n) or _plain_role(self.told[n])
                if draft.unit == "%" and n:
                    settle_share(self.text, self.drafts, n)
        for draft in self.drafts if self.text.where("likely_verb") else ():
            if draft.role == "forecast" and is_likely_now(self.text, draft):
                draft.role = "total"

    def _is_told(self, n: int) -> bool:
        """Whether a word within reach of a figure may tell its role; where none is there is nothing to ask."""
        draft, forms = self.drafts[n], self.text.forms
        first, behind = draft.first, draft.end
        return (
            self.telling[bisect_left(self.telling, first - _REACH)] < behind + PERIOD_REACH
            or forms[behind] == "من"  # 12 من أصل 80
            or forms[draft.last] == "من"
            or draft.type == "fraction"  # نصفهم
            or forms[first - 1] in BEFORE_LIST
            or n in self.of_next
            or forms[behind + (forms[behind] in COMMAS)] in COME_TO
            or (n > 0 and not PICKING.isdisjoint(forms[max(0, first - _REACH) : first]))
            or (draft.like is not None and n > 0 and self.drafts[n - 1].end == first - 1)
        )

    def _period_of_clause(self, n: int) -> str | None:
        """The period that is told far before a number, as that of its clause's subject or ahead of its amount."""
        draft, after = self.drafts[n], self.drafts[n - 1].end if n else 0
        headed = period_of_head(self.text, draft, self.means, after) if self.means else None
        return headed or (period_ahead(self.text, draft, self.sets, after) if self.sets else None)

    def _period(self, draft: Draft) -> str | None:
        """The period of a rate, told beside its number."""
        found = period_behind(self.text, draft, self.sets) or period_before(self.text, draft, self.sets) if self.sets else None
        return found or (period_of_mean(self.text, draft, self.means) if self.means else None)

    def _modal_role(self, draft: Draft) -> Role | None:
        return modal_role(self.text, draft, self.coming) if self.coming else None

    def _settle_part(self, n: int, part: Draft | None, of_share: bool) -> bool:
        """Whether a figure is a part, which it is then made, of the whole that is told; ``part`` is the one before it in a run of them."""
        text, drafts, draft = self.text, self.drafts, self.drafts[n]
        if n in self.of_next:
            draft.role = self._modal_role(draft) or "part"
            return True
        if of_share:
            draft.role, draft.whole = "part", whole_of(text, drafts, n - 1)
            return True
        if not _is_others_count(text, drafts, n, self.told) and (
            opens_part(text, drafts, n)
            or (part is not None and _goes_on(text, part, draft) and not (is_added(text, draft) or are_no_part(text, drafts, n)))
        ):
            draft.role = "part"
            draft.whole = whole_of(text, drafts, n)
            return True
        whole = divided(text, drafts, n) or narrowed(text, drafts, n)
        if whole is None or is_added(text, draft):
            return False
        draft.role, draft.whole = "part", whole
        return True

    def _set_role(self, n: int) -> Role | None:
        """What a limit, a word of what is to come, or the rate told before, makes of a number."""
        text, draft = self.text, self.drafts[n]
        if n and is_whole(text, draft):  # تخطط للإبقاء على 400 من أصل 2000
            return None
        role = self._modal_role(draft)
        if role is not None:
            return role
        if is_to_come(text, draft):
            return "forecast"
        if self.limited and is_allowed(text, draft, self.limited):
            return "target"
        return rate_like(text, self.drafts, n) if n and self.drafts[n - 1].role == "rate" else None


def _goes_on(text: Text, part: Draft, draft: Draft) -> bool:
    """Whether a number goes on the enumeration of a part, or و joins to it those of other lands: ``16 ألفا منهم من الشرق الأوسط، و5 آلاف
    من الدول الأوروبية``.
    """
    if continues(text, part, draft):
        return True
    return part.sentence == draft.sentence and draft.like is not None and text.forms[draft.end] == "من" and is_joined(text, draft)


def _is_others_count(text: Text, drafts: Sequence[Draft], n: int, told: Sequence[Statement | None]) -> bool:
    """Whether another counts so many of those dead of whom one told before: ``قالت كذا إن 90 قتلوا، بينما وثق كذا مقتل 70 منهم``."""
    draft = drafts[n]
    if not n or text.forms[draft.end] not in OF_THEM or "died" not in text.words[draft.first - 1].entries:
        return False
    one, other = told[n - 1], told[n]
    return drafts[n - 1].sentence == draft.sentence and other is not None and (one is None or one.speaker != other.speaker)


def _plain_role(told: Statement | None) -> Role:
    return "forecast" if told is not None and told.type == "predict" else "total"


def _tells_role(word: Word) -> bool:
    """Whether a word may have to do with the role of the figures beside it."""
    form = word.form
    if form in _TELLING or FORETOLD[form] is not None:
        return True
    if not _HINTS.isdisjoint(word.entries) or enters(word):
        return True
    return form in ends_of_phrases("part_opener") or form in ends_of_phrases("added")


def _role(text: Text, drafts: Sequence[Draft], n: int, foretelling: Sequence[int]) -> Role | None:
    """Increment, target or forecast, where a word beside the figure says so."""
    draft = drafts[n]
    if moves(text, drafts, n):
        return "increment"
    if n and draft.unit is None and is_added(text, draft) and is_told_beside(text, drafts[n - 1], draft):
        draft.other = drafts[n - 1]  # and so of whom those are
        return None
    if text.where("other_ones") and _are_others(text, draft):
        if n and are_elsewhere(text, drafts[n - 1], draft):
            draft.like = drafts[n - 1]
            return None
        return None if joins_attenders(text, draft) or stays(text, draft.end) or are_taken_in(text, draft) else "increment"
    if (draft.unit is None and is_added(text, draft)) or (draft.type == "money" and is_entered(text, draft)):
        return "increment"
    return None if n and is_whole(text, draft) else foretold_role(text, draft, foretelling)


def _are_others(text: Text, draft: Draft) -> bool:
    """Whether a number counts others: ``90 آخرين``, ``90 مقاتلا آخرين``, ``90 مقاتلا أجنبيا آخرين``."""
    i = draft.end
    if text.has(i, "other_ones") or text.has(draft.last, "other_ones"):
        return True
    return text.has(i + 1, "other_ones") and (text.has(i, "nationality") or text.has(i, "foreigner")) and text.forms[i][0] != "و"
