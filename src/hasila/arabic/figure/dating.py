"""What a date in the text is of: of a figure, of what is only described beside it, or of when that was said."""

from hasila.arabic.figure.apart import tells_of_else
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.govern import STANDING
from hasila.arabic.figure.relative import AFTER, SHARES
from hasila.arabic.figure.saying import Sayings
from hasila.arabic.figure.zone import COMMAS, MAY_BE_VERB
from hasila.arabic.time.likened import LIKENED
from hasila.text import Text, Word, last_in, one_in

_AFTER_THAT = "بعدما"
_BECAME = frozenset(f"{joined}{form}" for joined in ("", "و") for form in ("بات", "باتت", "بقي", "بقيت"))
_STANDS_NOW = STANDING | {"foreign_fighters"}
_IN_ITS_HISTORY = ["في", "تاريخه"]
# Before a date: the share is told against that time.
_AGAINST = ("علي", "عن", "من", "العام", "السنه", "مقارنه")
_LIKENED_REACH = 8
_AGAINST_IT = "مقابل"
_BEYOND = "عن"
_WITH = ("مع", "ب", "ل")
_NOW_REACH = 2
_EACH = frozenset(("اليوم", "الساعه"))
_AND_IN = frozenset(("وفي", "وخلال", "وبحلول", "وبنهايه", "وبعد", "وقبل"))
_AND_YEAR = frozenset(("وعام", "وسنه", "والعام", "والسنه"))
_PARTICLES = frozenset(("لم", "لا", "ما", "قد", "كان", "كانت"))

_PLANNED = 4  # tokens from a plan to its year
_PLANS = frozenset(("خطه", "خطط", "برنامج", "نداء", "مناشده", "ميزانيه", "موازنه"))
_FUNDS = frozenset(("تمويل", "اموال", "موارد", "احتياجات", "متطلبات", "مساهمات"))


class Dating(Sayings):
    """The governors of a text that can also be asked what its dates are of."""

    def _is_of_else(self, date: int, draft: Draft, start: int | None = None) -> bool:
        """Whether a date in the clause is of something else: across another figure, in a relative clause, or compared with.

        ``start``: where the stretch behind the figure begins, if not right behind it.
        """
        if date > draft.end and (tells_of_else(self.text, self.names, draft.end, date) or self._opens_its_own(date)):
            return True
        between = (start or draft.end, date) if date > draft.first else (date, draft.first)
        if self._is_relative(date, draft) or self._divided(*between, draft):
            return True
        if date > draft.end and (self._is_apart(self.segments.start(date), draft.first) or self._is_before_standing(date, draft)):
            return True
        start = draft.segment
        if date < draft.first and (self._is_of_source(date, draft.first) or self._is_no_more(date, draft.first)):
            return True
        if date < draft.first and (self._is_of_occasion(date, draft) or self._is_of_weekly(date)):
            return True
        if date < start and self._is_of_else_told(date, start):
            return True
        if date < start and (self._is_now(draft) or self._stands("speech_verb", self.segments.start(date), start)):
            return True
        if self._is_likened(date, draft) or self._is_of_a_plan(date, draft):
            return True
        return draft.type in SHARES and date > draft.first and self.text.form(date - 1) in _AGAINST

    def _is_of_a_plan(self, date: int, draft: Draft) -> bool:
        """Whether a year is that of a plan, of whose funds, or as a part of whose cost, so much came: ``ما وصل من تمويل خطة كذا للعام
        الجاري``, ``90 مليونا من أصل مليار تتطلبها خطة كذا للعام الحالي``.
        """
        forms = self.text.forms
        if draft.type != "money" or not forms[date].startswith("ل"):
            return False
        plan = next((i for i in range(date - 1, max(0, date - _PLANNED), -1) if forms[i].removeprefix("ال") in _PLANS), None)
        return plan is not None and (forms[plan - 1].removeprefix("و") in _FUNDS or draft.last < plan)

    def _is_likened(self, date: int, draft: Draft) -> bool:
        """Whether a figure is compared with what was at a date: ``تراجع بنسبة 8% بالمقارنة مع نتائج شهر أيار``."""
        text, behind = self.text, date >= draft.end
        start = max(draft.last if behind else draft.sentence[0], date - _LIKENED_REACH)
        near = text.forms[start:date]
        if LIKENED.isdisjoint(near) and _BEYOND not in near:
            return False
        for i in range(date - 1, start - 1, -1):
            if text.forms[i] == _BEYOND and behind and (i == draft.end or i - 1 in self.figures or i - 2 in self.figures):
                return True  # بزيادة 90 حاجا عن عدد القادمين في العام الماضي
            if behind and i in self.figures:
                return False
            if text.forms[i] in LIKENED:
                return text.forms[i] == _AGAINST_IT or text.forms[i + 1][:1] in _WITH or _WITH[0] in text.forms[i:date]
            if not behind and text.kinds[i] == "mark":
                return False
        return False

    def _opens_its_own(self, date: int) -> bool:
        """Whether a date that و joins begins a clause, for a verb or number stands behind it: ``نفذ 900 وفي عام 2015 نفذ 300``."""
        forms, stop = self.text.forms, self._stop(date)
        if forms[date - 1] not in _AND_IN and forms[date] not in _AND_YEAR:
            return False
        return MAY_BE_VERB[self.text.word(stop)] or forms[stop] in _PARTICLES or stop in self.figures

    def _is_now(self, draft: Draft) -> bool:
        """Whether its segment, or what stands right before that, tells of now."""
        first = max(draft.after, draft.sentence[0], draft.segment - _NOW_REACH)
        return one_in(self.text.derived(_nows), first, draft.clause[1])

    def _is_no_more(self, date: int, figure: int) -> bool:
        """Whether a number before which now is told has a date further before: ``سنة 2015، وهو ما فعلته إلى اليوم 60 دولة``."""
        nows = self.text.where("now_word")
        now = last_in(nows, date + 1, figure) if nows else None
        if now is not None and self.text.forms[now - 1 : now + 1] == _IN_ITS_HISTORY:
            return False
        return now is not None and now not in self.date_at and now >= self._stop(date) and not self._is_running(date)

    def _is_after(self, date: int, figure: int) -> bool:
        """Whether a date is of what came before all that is told behind a comma: ``بعدما انطلقت في آب، تشارك فيها 30``."""
        forms, at = self.text.forms, self.segments.start(date) - 1
        if forms[at] != _AFTER_THAT and not (forms[at] == "ان" and forms[at - 1] in AFTER):
            return False
        return set(COMMAS).isdisjoint(forms[at:date]) and not set(COMMAS).isdisjoint(forms[date:figure])

    def _is_before_standing(self, date: int, draft: Draft) -> bool:
        """Whether a date is of what befell before a number stood as it does now: ``عددهم لا يتجاوز 350 بعد مقتل كثيرين في آب``."""
        if draft.indicator not in _STANDS_NOW:
            return False
        if date < draft.first:
            is_after = self.text.forms[self._stop(date)] in COMMAS and self._is_behind_after(draft.segment, date)
        else:
            is_after = self._is_behind_after(draft.end, date)
        verbs = [i for i in range(draft.segment, draft.last) if MAY_BE_VERB[self.text.words[i]]] if is_after else []
        return is_after and (not verbs or self._is_of_now(self.text.words[verbs[-1]]))

    def _is_behind_after(self, first: int, date: int) -> bool:
        """Whether بعد stands behind ``first`` and before a date, with a word of its own: ``بعد مقتل كثيرين في آب``, not ``بعد آب``."""
        forms = self.text.forms
        at = next((i for i in range(date - 2, first - 1, -1) if forms[i] in AFTER), None)
        return at is not None and set(COMMAS).isdisjoint(forms[at:date])

    def _is_of_now(self, verb: Word) -> bool:
        """Whether a verb tells of what is so: one in the present, or of staying or having become."""
        return "stay_verb" in verb.entries or verb.form in _BECAME or any(hit.tag == "present" for hit in verb.entries.values())

    def _is_apart(self, segment: int, figure: int) -> bool:
        """Whether a segment behind a figure is told of something else: any but one with منذ أن, and a date in brackets."""
        text = self.text
        if segment <= figure or text.forms[segment - 1] == "(":
            return False
        return not (text.forms[segment - 1] == "ان" and text.has(segment - 2, "since_word"))


def _nows(text: Text) -> list[int]:
    """The words that tell of now; ``في اليوم`` behind a rate is each day."""
    return [i for i in text.where("now_word") if text.forms[i] not in _EACH or text.forms[i - 1] != "في"]
