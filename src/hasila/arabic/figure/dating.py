"""What a date in the text is of: of a figure, of what is only described beside it, or of when that was said."""

from bisect import bisect_left
from datetime import date as Day

from hasila.arabic.figure.apart import tells_of_else
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.govern import STANDING
from hasila.arabic.figure.joining import joins_verb
from hasila.arabic.figure.record import WHEN
from hasila.arabic.figure.since import Since
from hasila.arabic.figure.zone import COMMAS, MAY_BE_VERB, RELATIVES
from hasila.arabic.time.day import DAY_LENGTH, MONTH_LENGTH
from hasila.arabic.time.likened import LIKENED
from hasila.text import FINITE, Word, last_in, once, one_in

SHARES = ("percent", "fraction")
_AFTER = frozenset(("بعد", "عقب", "اثر", "غداه"))
_ATTENDANCE, _SAT = "meeting_attendance", frozenset(("جلس", "جلست", "جلسوا", "تحلق", "تحلقوا", "التف", "التفوا"))
_AFTER_THAT, _BECAME = "بعدما", frozenset(f"{joined}{form}" for joined in ("", "و") for form in ("بات", "باتت", "بقي", "بقيت"))
_STANDS_NOW = STANDING | {"foreign_fighters"}
_IN_ITS_HISTORY = ["في", "تاريخه"]
_WERE = frozenset(f"{joined}{form}" for joined in ("", "و", "ف") for form in ("كان", "كانت", "كانوا"))
_HAPPENING = ("place_event", "event_word", "strike_noun")
# Verbs whose subject comes to or holds a number: behind its relative clause the number is theirs
# (``تضم المدرسة التي بنيت في 2010 نحو 80 معلما``).
_OF_NUMBER = ("total_verb", "comprise")
# Before a date: the share is told against that time.
_AGAINST = ("علي", "عن", "من", "العام", "السنه", "مقارنه")
_LIKENED_REACH, _AGAINST_IT, _BEYOND, _WITH = 8, "مقابل", "عن", ("مع", "ب", "ل")
STRETCHES = frozenset(("الفتره", "المده", "الاسبوع", "الشهر", "العام", "السنه", "اليوم", "الليله", "المرحله", "الايام", "الاشهر"))
_NOW_REACH = 2
_EACH = frozenset(("اليوم", "الساعه"))
# Before a date in a clause of telling: the date is of what is told of, not of the telling.
_OF_ELSE = frozenset(("بعد", "قبل", "منذ", "عن", "حول", "علي", "بشان", "من", "الي", "حتي"))
_AND_IN = frozenset(("وفي", "وخلال", "وبحلول", "وبنهايه", "وبعد", "وقبل"))
_AND_YEAR = frozenset(("وعام", "وسنه", "والعام", "والسنه"))
_PARTICLES = frozenset(("لم", "لا", "ما", "قد", "كان", "كانت"))
_CONTENT = frozenset(':«"')
# A saying within so many days of the report is news, and what it says holds as of the report.
_NEWS = 10
_SOURCE_REACH = 10
_GOVERNOR_REACH, _OF_WHAT = 3, "مما"
_PAPERS, _TO_PAPER = ("account_noun", "event_published"), 9  # tokens from the verb of bringing a paper out to its date
_WHAT = frozenset(("ما", "لما"))
# How far before its content a clause of telling with its date first may begin.
_DATE_FIRST = 6


class Dating(Since):
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
        if self._is_likened(date, draft):
            return True
        return draft.type in SHARES and date > draft.first and self.text.form(date - 1) in _AGAINST

    def _is_likened(self, date: int, draft: Draft) -> bool:
        """Whether a figure is compared with what was at a date: ``تراجع بنسبة 8% بالمقارنة مع نتائج شهر أيار``."""
        text, behind = self.text, date > draft.end
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

    def _is_when_told(self, date: int) -> bool:
        """Whether a day set off by commas behind the teller says when it was told: ``أعلنت الهيئة، أمس، وفاة 12``.

        What is told holds as of then where no other date says when it was.
        """
        commas = self.text.forms[date - 1] in COMMAS and self.text.forms[self._stop(date)] in COMMAS
        return commas and self._stands("speech_verb", self.segments.start(date), date)

    def _is_of_paper(self, date: int) -> bool:
        """Whether a date is when the paper came out that a figure is told in: ``في تقرير أصدره نهاية آذار``."""
        out = last_in(self.text.where("published_verb"), max(0, date - _TO_PAPER), date)
        return out is not None and any(cls in word.entries for word in self.text.words[max(0, out - 2) : out] for cls in _PAPERS)

    def _is_of_weekly(self, date: int) -> bool:
        """Whether a date is the last week or this, in which such a paper came out: what it tells holds as of the report."""
        value = self.date_at[date].value or ""
        return "W" in value and self._is_news(value) and self._is_of_paper(date)

    def _is_of_occasion(self, date: int, draft: Draft) -> bool:
        """Whether a day is that of the paper or speech that it was told in: ``وفي كلمة في ذكرى التأسيس يوم الأحد، قال إن``."""
        first, stop = self.segments.start(date), self._stop(date)
        if self.text.forms[stop] not in COMMAS or not one_in(self.text.where("occasion"), first, date):
            return False
        value = self.date_at[date].value or ""
        return len(value) >= DAY_LENGTH and self._is_news(value) and self._stands("speech_verb", stop, draft.first)

    def _is_of_else_told(self, date: int, start: int) -> bool:
        """Whether a clause of telling with its own teller begins behind a date with منذ: ``يقاتل منذ 2014 وقدر الجيش القتلى``."""
        words = self.text.words
        verb = words[start].entries.get("speech_verb")
        if verb is None or verb.tag not in FINITE or verb.clitics != "و":
            return False
        return "since_word" in words[date - 1].entries and self.text.forms[start + 1].startswith("ال")

    def _is_of_source(self, date: int, figure: int) -> bool:
        """Whether a date before a figure says when its source told it, between commas: ``، بحسب ما أعلنته اللجنة أمس، 74 دولة``."""
        forms = self.text.forms
        source = last_in(self.text.where("source_word"), max(0, date - _SOURCE_REACH), date)
        if (
            source is None
            or forms[source + 1] not in _WHAT
            or forms[source - 1] not in COMMAS
            or not set(COMMAS).isdisjoint(forms[source:date])
        ):
            return False
        return not set(COMMAS).isdisjoint(forms[date:figure])

    def _is_now(self, draft: Draft) -> bool:
        """Whether its segment, or what stands right before that, tells of now."""
        first = max(draft.after, draft.sentence[0], draft.segment - _NOW_REACH)
        return one_in(self._nows, first, draft.clause[1])

    @once
    def _nows(self) -> list[int]:
        """The words that tell of now; ``في اليوم`` behind a rate is each day."""
        forms = self.text.forms
        return [i for i in self.text.where("now_word") if forms[i] not in _EACH or forms[i - 1] != "في"]

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
        if forms[at] != _AFTER_THAT and not (forms[at] == "ان" and forms[at - 1] in _AFTER):
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
        at = next((i for i in range(date - 2, first - 1, -1) if forms[i] in _AFTER), None)
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

    def _is_left(self, date: int, draft: Draft) -> bool:
        """Whether a date is in a relative clause that is over before the figure (``المصانع التي بنيت في 2012 تضم 30``)."""
        relative = self._relative_in(self.segments.start(date), date)
        if relative is None or self._is_account(relative) or self.text.forms[relative - 1] in STRETCHES:
            return False
        if draft.indicator == _ATTENDANCE and (
            self.text.forms[relative + 1] in _SAT or "attending_verb" in self.text.words[relative + 1].entries
        ):
            return False
        if self.text.forms[relative - 1] in COMMAS and self._is_in_aside_of_since(date):
            return False
        if self._launches(relative) or self._began_then(relative, date):
            return True
        if draft.type in SHARES and self._is_of_share_before(relative, draft):
            return True
        if draft.indicator in STANDING and not self._is_of_counted(relative) and self._tells_of_present(relative, date):
            return True
        if self._is_happening(relative, 0) or self._is_of_counted(relative):
            return False
        if self._is_of_number(relative, date):
            return True
        return any(self._is_past(i) for i in range(date + 1, draft.first))

    def _is_of_counted(self, relative: int) -> bool:
        """Whether a relative clause says what those did or bore whose number is told: ``بلغ عدد العمال الذين وصلوا في آب 300``."""
        forms, words = self.text.forms, self.text.words
        if "measured_head" in words[relative - 1].entries:  # عدد الذين
            return True
        described = forms[relative - 2].startswith("ال") and forms[relative - 1].startswith("ال")  # عدد المقاتلين الأجانب الذين
        return "measured_head" in words[relative - 2 - described].entries

    def _is_of_number(self, relative: int, date: int) -> bool:
        """Whether a verb before a relative clause with a date comes to or holds the number behind it; it has run since a منذ in that."""
        text, first = self.text, self.segments.start(date)
        return not one_in(text.where("since_word"), relative, date) and any(one_in(text.where(cls), first, relative) for cls in _OF_NUMBER)

    def _is_of_share_before(self, relative: int, draft: Draft) -> bool:
        """Whether a relative clause describes what another share before is of: ``62% من الأراضي التي خسرها في 2014 و30%``."""
        before = self.drafts[draft.nth - 1] if draft.nth else None
        return before is not None and before.type in SHARES and draft.sentence[0] <= before.first < relative < draft.first

    def _tells_of_present(self, relative: int, date: int) -> bool:
        """Whether a verb in the present stands before a relative clause: ``يشارك في التحالف الذي أعلن عنه في أيلول 40 دولة``."""
        words = self.text.words[self.segments.start(date) : relative]
        return any(hit.tag == "present" for word in words for hit in word.entries.values())

    def _is_past(self, i: int) -> bool:
        """Whether a relative clause is over at a token: at a verb that و doesn't join to its own, or a comma without one behind it."""
        form, after = self.text.forms[i : i + 2]
        if form in COMMAS:
            return not joins_verb(after)
        return MAY_BE_VERB[self.text.words[i]] and not joins_verb(form)

    def _is_background(self, date: int) -> bool:
        """Whether a date stands in a relative clause that only describes something (``الأراضي التي خسرها في 2014``)."""
        first = self.segments.start(date)
        n = self._relative_in(first, date)
        return n is not None and not self._is_account(n) and not self._is_happening(n, 0)

    def _is_relative(self, date: int, draft: Draft) -> bool:
        """Whether a relative pronoun stands between figure and date: it is then of something else (``الأراضي التي خسرها في 2014``).

        What befell the counted is dated by it (``سقوط خمسة قتلى في التفجير الذي وقع أمس``).
        """
        if date < draft.first:
            return self._is_left(date, draft)
        if (
            draft.noun is not None and self.text.forms[draft.end] in _WERE and self._has_verb_before(draft)
        ):  # حرروا 9 أشخاص كانوا أسرى في 2014
            return True
        if draft.type in SHARES and self.text.forms[draft.end] == _OF_WHAT:  # 62% مما سيطر عليه في 2014
            return True
        if RELATIVES.isdisjoint(self.text.forms[draft.end : date]):
            return False
        found = [n for n in range(draft.end, date) if self.text.forms[n] in RELATIVES]
        return len(found) > 1 or not (self._is_happening(found[0], draft.end) or self._was_after(found[0], draft))

    def _has_verb_before(self, draft: Draft) -> bool:
        """Whether a finite verb has those counted for its object or subject, so that a verb behind them only describes them."""
        return any(map(MAY_BE_VERB.__getitem__, self.text.words[max(draft.segment, draft.first - _GOVERNOR_REACH) : draft.first]))

    def _was_after(self, relative: int, draft: Draft) -> bool:
        """Whether a number is told as one that was, behind a dated deed (``كانوا 30 بعد الدفعة التي وصلت أمس``)."""
        forms = self.text.forms
        return not (_AFTER.isdisjoint(forms[draft.end : relative]) or _WERE.isdisjoint(forms[draft.clause[0] : draft.first]))

    def _launches(self, relative: int) -> bool:
        """Whether a relative clause says when what goes on began: a number is of since then (``العملية التي أطلقت في آب``)."""
        return "launch_verb" in self.text.word(relative + 1).entries

    def _began_then(self, relative: int, date: int) -> bool:
        """Whether the last verb before a date in a relative clause says that what goes on began then: ``التي تتواصل بعدما بدأت في آب``."""
        launches = self.text.where("launch_verb")
        at = last_in(launches, relative, date) if launches else None
        return at is not None and not any(map(MAY_BE_VERB.__getitem__, self.text.words[at + 1 : date]))

    def _is_happening(self, relative: int, least: int) -> bool:
        """Whether a relative clause describes what happened, or tells that it did."""
        if self._launches(relative):
            return False
        words = self.text.words[max(least, relative - 2) : relative]
        return _occurs(self.text.word(relative + 1)) or any(cls in word.entries for word in words for cls in _HAPPENING)

    def _is_account(self, relative: int) -> bool:
        """Whether a relative clause describes an account: it then says when that came out (``الأرقام التي نشرت في مايو``)."""
        return any("account_noun" in word.entries for word in self.text.words[max(0, relative - 5) : relative])

    def _relative_in(self, first: int, last: int) -> int | None:
        """The first relative pronoun in the tokens [first, last)."""
        forms = self.text.forms
        return None if RELATIVES.isdisjoint(forms[first:last]) else next(n for n in range(first, last) if forms[n] in RELATIVES)

    def _is_old_saying(self, date: int, value: str, stop: int) -> bool:
        """Whether a date says when the content that opens at or before ``stop`` was said, and that is no news any more."""
        segments, text = self.segments, self.text
        first, n = segments.start(date), bisect_left(segments.turns, self._stop(date))  # شباط (فبراير) turns to nothing
        turn = min(segments.turns[n] if n < len(segments.turns) else stop, stop - 1)
        first = self._past_inset(first, date)
        verb = self._telling(first, turn)
        again = self._telling(turn, stop)
        if again is not None and text.forms[again - 1] in WHEN:  # ما أعلنه الجيش في آب، عندما قال إن
            turn = next((i for i in range(again + 1, stop) if self._opens_content(i)), turn)
        elif again is not None:
            return False
        if verb is None or "since_word" in text.words[date - 1].entries or self._is_news(value):
            return False
        relative = self._relative_in(first, max(verb, date))
        of_teller = relative is not None and verb < relative and text.forms[verb - 1] in _WHAT  # ما أعلنه الحلف الذي تقوده روما في آب
        if relative is not None and not of_teller:
            return relative < date and self._is_account(relative) and not self._launches(relative)
        if date < verb:
            return verb - first <= _DATE_FIRST and text.forms[first] not in _OF_ELSE
        return self._opens_content(turn) and _OF_ELSE.isdisjoint(text.forms[max(verb, date - 3) : date])

    def _past_inset(self, first: int, date: int) -> int:
        """The token behind what is set in between commas to describe the teller: ``وكانت الوزارة، التي لا تكشف أرقامها، أعلنت في آب``."""
        forms, relative = self.text.forms, self._relative_in(first, date)
        if relative is None or forms[relative - 1] not in COMMAS:
            return first
        return next((i + 1 for i in range(relative, date) if forms[i] in COMMAS), first)

    def _opens_content(self, turn: int) -> bool:
        return self.text.forms[turn] in _CONTENT or "complementizer" in self.text.words[turn].entries

    def _telling(self, first: int, last: int) -> int | None:
        """The first finite verb of telling in the tokens [first, last)."""
        verbs = self.text.where("speech_verb")
        for i in verbs[bisect_left(verbs, first) : bisect_left(verbs, last)]:
            hit = self.text.words[i].entries.get("speech_verb")
            if hit and hit.tag in FINITE:
                return i
        return None

    def _is_news(self, value: str) -> bool:
        """Whether a saying at a date is one of the days before the document's own, or of the month or year that this falls in."""
        published = self.published
        if "W" in value:
            value = _end_of_week(value)
        if "/" in value or "X" in value or (published and published.startswith(value[:DAY_LENGTH])):
            return True
        if len(value) < DAY_LENGTH or len(published) < DAY_LENGTH:
            return len(value) >= DAY_LENGTH and value.startswith(published[:MONTH_LENGTH])
        days = _ordinal(published), _ordinal(value)
        return days[0] is None or days[1] is None or days[0] - days[1] < _NEWS


def _ordinal(value: str) -> int | None:
    try:
        return Day.fromisoformat(value[:DAY_LENGTH]).toordinal()
    except ValueError:
        return None


def _end_of_week(value: str) -> str:
    """The Sunday of an ISO week.

    >>> _end_of_week("2017-W23"), _end_of_week("2017-WXX")
    ('2017-06-11', '2017-WXX')
    """
    year, _, week = value.partition("-W")
    return str(Day.fromisocalendar(int(year), int(week), 7)) if year.isdecimal() and week.isdecimal() else value


def _occurs(word: Word) -> bool:
    """Whether a verb says that something was held, began or ended."""
    hit = word.entries.get("event_light")
    return hit is not None and hit.value != "decided" and "speech_verb" not in word.entries
