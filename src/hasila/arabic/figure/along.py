"""Figures told along with another: what was counted up to its date, or in the time of its verb, was counted up to then too.

``نفذت 300 غارة في آب، ودمرت 40 هدفا``, ``نفذت حتى نهاية آب 300 غارة، فيما بلغ عدد الطلعات 900``.
"""

from bisect import bisect_left, bisect_right

from hasila.arabic.figure.aside import AND_THAT
from hasila.arabic.figure.begun import Begun
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.joining import joins_verb
from hasila.arabic.figure.zone import COMMAS
from hasila.arabic.time.day import DAY_LENGTH
from hasila.text import FINITE, Word, clause

_AND_THAT = AND_THAT | {"وبانها", "وبانه"}
_OF_IT = frozenset(("انها", "انه", "انهم", "بانها", "بانه", "بانهم"))
_ALONG = frozenset(("كما", "وكما"))
_WHILE = frozenset(("فيما", "بينما", "وبينما", "حين"))
_OBJECT, _OUTCOME = 2, 4  # tokens from a verb to the number of its object, and behind عن or إلى with a masdar
_BEING = frozenset(("وكان", "وكانت", "وكانوا", "وقد", "فقد", "وبقي", "وبقيت", "وصار", "وبات", "وباتت"))
_FROM, _BESIDE, _WHICH = "من", "اضافه", frozenset(("ما", "مما"))
_AGAINST = _WHILE | {"مقابل"}
_COUNTED = frozenset(("total", "increment"))


class Along(Begun):
    """The governors of a text that also tell which figures are told in one breath with another or with its date."""

    def _of_going_on(self, draft: Draft) -> str | None:
        """The time of the figure before it, whose verb its own goes on with: joined by و, of what was done, and by nobody else."""
        verb = draft.segment
        if not (self._joins_deed_of_same(draft) or self._is_of_hurt(verb, draft.first) or self._is_set_against(draft)):
            far = draft.first - verb
            leads = (
                "outcome_verb" in self.text.words[verb].entries or self.text.forms[verb + 1] == _FROM
            )  # وأسفرت عن تدمير 20, وتمكنت من قتل 20
            reach = _OUTCOME if far > _OBJECT and leads else _OBJECT
            if not 0 < far <= reach or not joins_verb(self.text.forms[verb]) or not self._is_past_of_same(verb):
                return None
        n = draft.nth - 1
        while n > 0 and self.drafts[n].role == "part" and self.drafts[n].first >= draft.sentence[0]:
            n -= 1
        before = self.drafts[max(n, 0)]
        if not draft.sentence[0] <= before.first < draft.first or not {before.role, draft.role} <= _COUNTED or before.time is None:
            return None
        turns = self.segments.turns[bisect_left(self.segments.turns, before.end) : bisect_left(self.segments.turns, verb)]
        return (
            before.time if all(self.text.kinds[i] == "mark" or (i == verb - 1 and self.text.forms[i] in _AGAINST) for i in turns) else None
        )

    def _joins_deed_of_same(self, draft: Draft) -> bool:
        """Whether و joins the noun of a deed that the same verb led to: ``أسفرت عن مقتل 90 إرهابيا في نينوى، وتدمير 20 عجلة``."""
        deed, before = self.text.words[draft.first - 1].entries.get("act_masdar"), self.drafts[draft.nth - 1]
        if deed is None or deed.clitics != "و" or not draft.nth or before.segment != draft.segment:
            return False
        return not self._dates_in(before.end, draft.first)

    def _is_set_against(self, draft: Draft) -> bool:
        """Whether other losses are told with those of a longer time: ``خسر الجيش 90 في آب، فيما خسر التنظيم 40``."""
        before, forms, verb = self.drafts[draft.nth - 1], self.text.forms, draft.segment
        if not draft.nth or len(before.time or "") == DAY_LENGTH or not self._of_the_field(draft):
            return False
        if self._is_price(draft) or (forms[draft.first - 2] == _BESIDE and before.segment == verb):
            return True
        is_near = forms[verb - 1] in _WHILE and draft.first - verb <= _OUTCOME
        return is_near and any(_bare(form) == _bare(forms[verb]) for form in forms[before.segment : before.first])

    def _is_of_hurt(self, verb: int, figure: int) -> bool:
        """``قتل 90 في أيار، فيما أصيب 20 بجروح``: whether those hurt are told beside the dead."""
        fate = self.text.words[verb].entries.get("other_fate")
        return figure == verb + 1 and self.text.forms[verb - 1] in _WHILE and fate is not None and fate.value == "hurt"

    def _is_of_blows(self, draft: Draft) -> bool:
        """Whether a verb that nothing joins tells what the blows did that were just counted: ``90 ضربة جوية أصابت 700 هدف``."""
        blows = self.drafts[draft.nth - 1]
        turns = self._turns_between(blows.end, draft.first)
        if not self._is_toll(draft) or any(self.text.kinds[i] != "mark" and self.text.forms[i] not in _WHICH for i in turns):
            return False
        verb = next((i for i in range(blows.end, draft.first) if _may_be_past(self.text.words[i])), None)
        return verb is not None and not joins_verb(self.text.forms[verb])

    def _is_past_of_same(self, verb: int) -> bool:
        """Whether a verb tells what was done, without a subject of its own behind it."""
        behind = self.text.forms[verb + 1]
        if self.text.forms[verb] in _BEING:
            return False
        is_past = _may_be_past(self.text.words[verb]) or _tense(self.text.words[verb]) is None
        return not behind.startswith("ال") and is_past and self.names.at(verb + 1) is None

    def _is_told_with(self, date: int, figure: int) -> bool:
        """Whether a figure's clause is told in one breath with that of a date: joined by وأن alone, and of what was done."""
        turns = self._turns_between(date, figure)
        if not turns or not all(self.text.forms[i] in _AND_THAT or self._says_of_it(i) for i in turns):
            return False
        tags = (_tense(word) for word in self.text.words[turns[-1] + 1 : clause(self.text, figure)[1]])
        return next(filter(None, tags), None) == "past"

    def _says_of_it(self, turn: int) -> bool:
        """``شن حتى آب 300 غارة، ويقول إنها أوقعت``: whether it goes on with what is said, by who told the first, of that first."""
        at = turn + (self.text.forms[turn] not in _OF_IT)
        verb = self.text.words[at - 1].entries.get("speech_verb")
        return self.text.forms[at] in _OF_IT and verb is not None and (verb.tag == "participle" or verb.clitics == "و")

    def _goes_with(self, until: int, date: int, figure: int) -> bool:
        """Whether a figure is told along with a limit: in its clause, or behind verbs joined by و where it stands first."""
        forms, turns = self.text.forms, self._turns_between(date, figure)
        if len(turns) == 1 and self._totals(turns[0]):
            return True
        is_first = until - self.segments.start(until) <= 1
        if turns and not (is_first and all(joins_verb(forms[i]) or forms[i] in _ALONG for i in turns)):
            return False
        return not any(forms[i] in COMMAS and self._turns_away(i + 1, figure) for i in range(date + 1, figure))

    def _totals(self, turn: int) -> bool:
        """Whether what another count came to is told beside: ``فيما بلغ عدد``, ``ووصل عدد``."""
        entries = self.text.words[turn + (self.text.forms[turn] in _WHILE)].entries
        verb = entries.get("total_verb") or entries.get("bound_verb")
        return verb is not None and verb.tag == "past" and not verb.clitics.startswith("ف")

    def _turns_between(self, date: int, figure: int) -> list[int]:
        turns = self.segments.turns
        return turns[bisect_right(turns, date) : bisect_left(turns, figure)]

    def _turns_away(self, i: int, figure: int) -> bool:
        """Whether و joins a clause without a verb behind a comma (``، وفي المصنع 500 عامل``)."""
        form = self.text.forms[i]
        return i < figure and form[:1] == "و" and not joins_verb(form) and form not in _ALONG


def _bare(form: str) -> str:
    """A verb's form without what joins it and without its feminine: ``وخسرت`` as ``خسر``."""
    return form.removeprefix("و").removesuffix("ت")


def _may_be_past(word: Word) -> bool:
    """Whether a word can be a verb in the past, whatever else it is spelled like (``تمكن``, ``أسفر``)."""
    return any(hit.tag == "past" and not hit.article for hit in word.entries.values())


def _tense(word: Word) -> str | None:
    """The tense of what may be a finite verb."""
    return next((hit.tag for hit in word.entries.values() if hit.tag in FINITE and not hit.article), None)
