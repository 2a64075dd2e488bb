"""Zones: the stretches behind a figure that are still told of it, and the dates of a text.

A clause goes on past what is set into it: a date, a circumstance, a source, a remark, a part of those counted.
"""

import sys
from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter

from hasila.arabic.figure.belated import belated
from hasila.arabic.figure.dateline import undatelined
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.joining import joins_verb
from hasila.arabic.figure.month import joined, narrowed
from hasila.arabic.figure.record import is_of_contract, is_of_record
from hasila.records import Time
from hasila.text import FINITE, Known, Text, Word, analyse, clause
from hasila.text.mark import DASHES

# Verbs and participles that say of when a number is, and what may stand before them.
_TOKEN = itemgetter(0)
_IT = frozenset(("هو", "هي", "وهو", "وهي"))
COMMAS = ("،", ",")
_SETTING_OFF = DASHES | {*COMMAS, "("}
_INSERTS = 3
_LIMITS = frozenset(("حتي", "لغايه", "منذ", "قبل", "بحلول", "خلال", "بين", "ما"))
_AND_THAT = frozenset(("وذلك", "وهذا"))  # ، وذلك حتى نهاية مايو
_LIMIT_REACH, _BEGUN_REACH = 5, 10
_DATE_OPENERS = _LIMITS | {"في", "اثناء", "من"}
_LONGEST_ASIDE = 5
_REMARKING = frozenset(("وهو", "وهي", "وهم", "كما"))
_GOING_ON = frozenset(("من", "في", "علي", "الي", "لدي", "ضد", "مع"))
DIRECTIONS = frozenset(("وسط", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي"))
_ADVERBIAL = DIRECTIONS | {"في", "اثر", "جراء", "خلال", "قرب", "قباله", "عقب", "نتيجه", "بسبب", "داخل"}
RELATIVES = frozenset(("التي", "الذي", "الذين", "حيث"))
MAY_BE_VERB = Known[Word, bool](lambda word: any(hit.tag in FINITE for hit in word.entries.values()))  # by a word: a finite verb
_THEIR = ("هم", "هن", "ها")


class Zones:
    """The dates of a text, and the stretches behind its figures."""

    def __init__(self, text: Text, times: Sequence[Time]):
        """Index the dates once."""
        self.text, self.parts = text, frozenset(text.where("part_opener"))
        self._zones: dict[int, list[tuple[int, int]]] = {}
        told = [t for t in times if t.value and t.type in ("DATE", "TIME")]
        dates = [(i := text.token_at(t.start), narrowed(text, i, t)) for t in told]
        dates = [row for row in dates if row[1].type == "DATE" or row[0] not in text.lines]  # a ticker's clock dates no figure
        dates = [
            row
            for row in dates
            if not (is_of_contract(text, row[0]) or is_of_record(text, row[0], text.tokens(row[1].start, row[1].end)[1]))
        ]
        self.dates = undatelined(text, joined(text, dates))
        self.date_at = dict(self.dates)
        self._date_tokens = [*map(_TOKEN, self.dates), sys.maxsize]
        self.dated = set(map(text.sentence, self.date_at))

    def _dates_in(self, first: int, last: int) -> list[tuple[int, Time]]:
        tokens = self._date_tokens
        if tokens[n := bisect_left(tokens, first)] >= last:
            return []
        return self.dates[n : bisect_left(tokens, last, n)]

    def undated(self, first: int, last: int) -> list[str]:
        """The forms of the tokens [first, last) without those of dates, which tell nothing of what is measured (``فجر الخميس``)."""
        forms = self.text.forms[first:last]
        for token, time in self._dates_in(first, last):
            if time.type == "TIME" or self.text.kinds[token] == "word":
                stop = min(last, self.text.tokens(time.start, time.end)[1])
                forms[token - first : stop - first] = [""] * (stop - token)
        return forms

    def zones(self, draft: Draft) -> list[tuple[int, int]]:
        """The stretches [first, last) behind a figure that are still told of it: its clause, and over commas the dates and phrases
        of circumstance that are set off by them, past a part of it as well (``قتل 20 شخصا، بينهم طفلان، في حلب``).
        """
        known = self._zones.get(draft.nth)
        if known is None or known[0][0] != draft.end:
            known = self._zones[draft.nth] = self._zones_of(draft)
        return known

    def _zones_of(self, draft: Draft) -> list[tuple[int, int]]:
        forms, start, (opening, end), last = self.text.forms, draft.end, draft.clause, draft.sentence[1]
        if forms[end] not in _SETTING_OFF or end < start or end + 1 >= last or forms[opening] in RELATIVES:
            return [(start, end)]
        found: list[tuple[int, int]] = []
        resumed = self._past_source(end, last)
        if resumed is not None:
            found.append((start, end))
            start, end = resumed, clause(self.text, resumed + 1)[1]
            if end + 1 >= last:
                return [*found, (start, end)]
        subject = belated(self.text, draft)
        if (is_told := start in self.parts) or end + 1 in self.parts or self._divides(end + 1):
            inner = self._past_parts(end if is_told else clause(self.text, end + 1)[1], last)
            found.append((start, end))
            if inner + 1 >= last or forms[inner] not in COMMAS:
                return found
            start = end = inner
            if _is_predicate(self.text, inner + 1) or forms[inner + 1] in _GOING_ON or inner + 1 == subject:
                end = clause(self.text, inner + 1)[1]
        for _ in range(_INSERTS):
            if forms[end] not in _SETTING_OFF or not (self._goes_past(end, last) or end + 1 == subject):
                break
            opening, end = end + 1, clause(self.text, end + 1)[1]
            if end + 1 < last and self._closes(opening, end) and self._resumes(end + 1):
                end = clause(self.text, end + 1)[1]
        return [*found, (start, end)]

    def _past_parts(self, mark: int, last: int) -> int:
        """The mark behind the parts that و goes on with over a comma: ``بينهم 20 طفلا، و30 امرأة، في حلب``."""
        forms = self.text.forms
        while forms[mark] in COMMAS and mark + 2 < last and self._counts_on(mark + 1):
            mark = clause(self.text, mark + 1)[1]
        return mark

    def _counts_on(self, i: int) -> bool:
        """Whether و with a number stands at a token."""
        if self.text.forms[i] == "و":
            return self.text.kinds[i + 1] == "digits"
        hit = self.text.words[i].entries.get("cardinal")
        return hit is not None and hit.clitics == "و"

    def _past_source(self, mark: int, last: int) -> int | None:
        """The mark behind a source, a remark or a short aside that marks set off before its clause goes on.

        ``، بحسب المرصد، في حلب``, ``(أغلبهم أجانب) حتى نهاية مايو``; behind an aside only a date, or a limit, goes on.
        """
        opening = self.text.forms[mark + 1]
        is_comma = self.text.forms[mark] in COMMAS
        is_source = opening in _REMARKING or self.text.has(mark + 1, "source_word")
        end = clause(self.text, mark + 1)[1]
        if end + 1 >= last or not (self.text.forms[end] in COMMAS if is_comma else self._closes(mark + 1, end)):
            return None
        if is_comma and is_source:
            return end if self._resumes(end + 1) else None
        if end - mark > _LONGEST_ASIDE or (is_comma and mark + 1 in self.parts) or self._dates_in(mark, end):
            return None
        return end if end + 1 in self.date_at or self._limits(end + 1) else None

    def _closes(self, opening: int, end: int) -> bool:
        """Whether a mark ends what was set off from token ``opening`` on, so that the clause may go on behind it."""
        forms = self.text.forms
        if forms[opening - 1] in COMMAS:
            return forms[end] in COMMAS and (end - opening <= _LONGEST_ASIDE or self._limits(opening))
        return forms[end] == (")" if forms[opening - 1] == "(" else forms[opening - 1])

    def _divides(self, i: int) -> bool:
        """Whether a share of those just counted is told from token ``i`` on: ``ثلثهم من النساء``."""
        hit = self.text.words[i].entries.get("fraction")
        return hit is not None and hit.pronoun in _THEIR

    def _goes_past(self, comma: int, last: int) -> bool:
        """Whether a date or a phrase of circumstance stands behind a comma, a date behind a bracket or dash."""
        i, forms = comma + 1, self.text.forms
        if forms[comma] not in COMMAS:
            return i in self.date_at or (forms[i] in _DATE_OPENERS and bool(self._dates_in(i + 1, i + _LIMIT_REACH)))
        return (
            i < last
            and (
                forms[i] in _ADVERBIAL
                or REACHES[forms[i]]
                or i in self.date_at
                or (i + 1 in self.date_at and forms[i] == "بتاريخ")
                or ((forms[i] in _IT or _DATES[forms[i]]) and self._dates_back(i))
                or self._limits(i)
            )
            and not self.text.has(i + 1, "session")
        )

    def _limits(self, i: int) -> bool:
        """Whether a limit set off by commas begins: ``سنت، حتى نهاية مايو، قوانين``."""
        i += self.text.forms[i] in _AND_THAT
        form = self.text.forms[i]
        if form == "الي" and self.text.forms[i + 1] == "غايه":
            return bool(self._dates_in(i + 2, i + 2 + _LIMIT_REACH))
        return form in _LIMITS and bool(self._dates_in(i + 1, i + (_BEGUN_REACH if form == "منذ" else _LIMIT_REACH)))

    def _resumes(self, i: int) -> bool:
        """Whether a clause goes on at token ``i``, behind what was inserted into it: nothing joins another one."""
        form, entries = self.text.forms[i], self.text.words[i].entries
        if form[:1] in ("و", "ف") and (joins_verb(form) or all(hit.clitics for hit in entries.values())):
            return False
        return "segment_opener" not in entries

    def _dates_back(self, i: int) -> bool:
        """Whether the words behind a comma say of when the figure is (``، يعود إلى 2016``, ``، وهو رقم يعود إلى 2016``)."""
        forms = self.text.forms
        if forms[i] in _IT:
            i = next((n for n in range(i + 1, min(i + 4, len(forms))) if _DATES[forms[n]]), i)
        return _DATES[forms[i]] and bool(self._dates_in(i + 1, i + 5))


@Known
def _DATES(form: str) -> bool:
    """Whether a form, with nothing joined to it, says of when a number is."""
    hit = analyse(form).entries.get("dating_word")
    return hit is not None and not hit.skip


def _is_predicate(text: Text, i: int) -> bool:
    """Whether a verb in the plural, or one that no conjunction joins, stands at token ``i``: it tells what became of all of them."""
    return any(hit.tag in FINITE and not hit.clitics for hit in text.words[i].entries.values()) and "function" not in text.words[i].entries


@Known
def REACHES(form: str) -> bool:
    """Whether a place right behind a verb is where it was: ``الزلزال الذي ضرب كذا``, ``المعارك التي شهدتها كذا``."""
    hit = analyse(form).entries.get("site_verb")
    return hit is not None and hit.tag in FINITE and (hit.value == "seen" or not hit.pronoun) and hit.value not in ("met", "taken")
