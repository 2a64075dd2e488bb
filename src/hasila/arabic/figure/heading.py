"""What layout says of a figure: the words behind the colon that it stands before, and those of the heading or question above it.

``● 45 سفينة: عدد ما غادر الميناء`` names what it counts behind the colon; ``والركاب؟`` above ``320 فقط`` does so on a line of its own.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter

from hasila.arabic.figure.counted import is_noun
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.listed import SHARED_OUT
from hasila.arabic.speech.turn import find_turns
from hasila.codebook import Codebook, Indicator
from hasila.codebook.match import rank_indicators
from hasila.text import Text, find_lines, find_marks, fold_word, is_listed, line_opening

_ASKING = frozenset("؟?")
_SAME = frozenset(("نفسه", "نفسها", "ذاته", "ذاتها", "عينه", "عينها"))
_HOW_MANY = frozenset(("كم", "وكم", "فكم", "بكم"))
_OF_ANSWER = frozenset(("ب", "انهم", "بانهم", "انها", "بانها", "هي", "نعم"))
_BY = frozenset(("ب", "وب", "فب"))
_MANY = frozenset(("plural", "dual_or_plural"))
_OPENER = 4
_LONGEST_LABEL = 7
_LABELLED = 20  # words
_LONGEST_HEADING = 40
_MOST_MARKS = 4
_LONGEST_QUESTION = 15
_WORDS = frozenset(("word",))
_LONGEST_TITLE = 5
_BULLET = 2  # marks
_LEAST_VERB = 5
_ANSWER_LINES = 3
_ENDS = frozenset("(؛.،")  # its source, or a part of it, is told behind
_BARE = frozenset(("cardinal", "range"))

Span = tuple[int, int]


class Headings:
    """The headings of a text, found once; ask for them with :meth:`Text.derived`.

    A question that fills a line, or a few words that do, stand above the next lines, a lead-in that ends in a colon above the list
    behind it; a question within a line stands above the sentence behind it. ``any``: whether there are any; ``leads``: lead-ins of lists;
    ``prior``: the question before one that goes on with it (``ومن الضرائب؟``).
    """

    def __init__(self, text: Text) -> None:
        self.text, marks = text, text.derived(find_marks)
        self.asks, self.starts = not _ASKING.isdisjoint(marks), list(map(itemgetter(0), text.derived(find_lines)))
        self.leads, self.prior = False, dict[Span, Span]()
        self.of_line: dict[int, Span] = self._find() if len(self.starts) > 1 else {}
        self.any = self.asks or bool(self.of_line)

    def of(self, draft: Draft) -> Span | None:
        """The tokens of the question or heading that a figure's line stands under."""
        start, text = draft.sentence[0], self.text
        if self.asks and start and text.forms[start - 1] in _ASKING and start not in text.lines:  # وكم عددهم؟ 300 على الأقل.
            asked, first = text.sentence(start - 1), self.starts[bisect_right(self.starts, start) - 1]
            if asked[1] - asked[0] > _LONGEST_QUESTION:
                return None
            if first < asked[0]:
                self.prior[asked[0], asked[1] - 1] = (max(first, asked[0] - _LONGEST_HEADING), asked[0])
            return asked[0], asked[1] - 1
        return self.of_line.get(bisect_right(self.starts, draft.first) - 1) if self.of_line else None

    def _find(self) -> dict[int, Span]:
        text, found, heading, since, listing = self.text, dict[int, Span](), None, 0, False
        forms, asks, asking = text.forms, self.asks, frozenset[int]()
        if asks:
            asking = frozenset(turn.first for turn in text.derived(find_turns) if turn.asks)
        for n, (first, last) in enumerate(text.derived(find_lines)):
            if forms[last - 1] == ":":
                heading, since, listing = (text.sentence(last - 1)[0], last - 1), n, True
            elif asks and self._is_question(first, last, first in asking):
                question = (line_opening(text, first, last), last - 1)
                if heading is not None and not listing and forms[question[0]].startswith("و"):
                    self.prior[question] = heading
                heading, since, listing = question, n, False
            elif last - first <= _LONGEST_TITLE + _BULLET and n and (title := _titled(text, first, last)):
                heading, since, listing = title, n, False
            elif heading is not None:
                if is_listed(text, first, last) if listing else n - since <= _ANSWER_LINES:
                    found[n], self.leads = heading, self.leads or listing
                else:
                    heading = None
        return found

    def _is_question(self, first: int, last: int, asks: bool) -> bool:
        """Whether a line is a turn that asks, or one question."""
        text = self.text
        if last - first > _LONGEST_HEADING or not (asks or text.forms[last - 1] in _ASKING):
            return False
        return asks or text.sentence(last - 1)[0] <= line_opening(text, first, last)


def _titled(text: Text, first: int, last: int) -> Span | None:
    """The words of a line that are a title: no number, no mark but a bullet, and behind that a line that has none."""
    if _WORDS.issuperset(text.kinds[first:last]):
        return (first, last) if last - first <= _LONGEST_TITLE else None
    start = line_opening(text, first, last)
    if not first < start < last < len(text) or last - start > _LONGEST_TITLE or not _WORDS.issuperset(text.kinds[start:last]):
        return None
    return (start, last) if text.kinds[last] != "mark" else None


def name_labelled(text: Text, draft: Draft) -> None:
    """Give a figure that heads its line, a colon behind it, the words that name it, and what it counts where it has no noun."""
    stop = draft.end
    if text.forms[stop] != ":" or not _heads_line(text, draft.first) or stop + 1 in text.lines:
        return
    last = next((i for i in range(stop + 1, draft.sentence[1]) if text.forms[i] in _ENDS), draft.sentence[1])
    if last <= stop + 1:
        return
    draft.naming = (stop + 1, last)
    draft.clause = (draft.first, last)
    if draft.noun is None and draft.type in _BARE:
        _count_named(text, draft, stop + 1, last)


def _heads_line(text: Text, i: int, colon: int = 0) -> bool:
    """Whether nothing but a bullet or a number stands before token ``i`` in its line, and up to the colon few words."""
    if i in text.lines:
        return colon - i <= _LONGEST_LABEL
    first, last = text.derived(find_lines)[bisect_right(text.derived(Headings).starts, i) - 1]
    return i - first <= _MOST_MARKS and line_opening(text, first, last) == i


def _count_named(text: Text, draft: Draft, first: int, last: int) -> None:
    """The noun behind ``عدد``, else the first that is of a kind that is counted."""
    heads = text.found("count_head")
    nouns = text.where("counted_noun")
    n = bisect_left(nouns, first)
    noun = heads[first].stop if first in heads else nouns[n] if n < len(nouns) and nouns[n] < last else None
    if noun is not None and noun < last and is_noun(text.forms[noun]):
        draft.noun, draft.counted = noun, text.exact(noun, noun + 1)


def count_label(text: Text, draft: Draft) -> None:
    """A number alone behind a colon counts what its line names before it (``دبابات: 74``)."""
    colon = draft.first - 1
    ends = draft.end in text.lines or draft.end >= len(text) or text.forms[draft.end] in _ENDS
    if draft.type not in _BARE or draft.noun is not None or draft.unit or text.kinds[colon - 1] != "word" or not ends:
        return
    nouns = text.where("counted_noun")
    n = bisect_left(nouns, max(draft.sentence[0], colon - _LONGEST_LABEL))
    many = n < len(nouns) and nouns[n] < colon and text.words[nouns[n]].entries["counted_noun"].tag in _MANY
    if many and is_noun(text.forms[nouns[n]]) and _heads_line(text, draft.sentence[0], colon):
        draft.noun, draft.counted = nouns[n], text.exact(nouns[n], nouns[n] + 1)


def labelled_indicator(text: Text, draft: Draft, codebook: Codebook, fits: Callable[[Draft, Indicator], bool]) -> str | None:
    """The indicator that the words behind a figure's colon name, read before it as in running text (``عدد من غادر 45``)."""
    if draft.naming is None:
        return None
    first, last = draft.naming
    words = text.forms[first : min(last, first + _LABELLED)]
    counted = fold_word(draft.counted) if draft.counted else None
    forms = [*words, *text.forms[draft.first : draft.end]]
    ranked = rank_indicators(counted, forms, draft.unit, codebook, len(words))
    return next((indicator.id for _, indicator in ranked if fits(draft, indicator)), None)


def same_as_before(text: Text, draft: Draft, told: Sequence[Draft]) -> Draft | None:
    """The figure told before, of which another source gives the same (``3200 قتيل: العدد نفسه بحسب المرصد``)."""
    if draft.naming is None or _SAME.isdisjoint(text.forms[draft.naming[0] : draft.naming[1]]):
        return None
    return next((d for d in reversed(told) if d.indicator and d.unit == draft.unit and d.role == "total"), None)


def settle_lists(text: Text, drafts: Sequence[Draft]) -> None:
    """Give the figures of a list the role of parts, where its lead-in tells the whole (``دمر 90 هدفا، منها:``)."""
    headings, whole = text.derived(Headings), None
    for draft in drafts:
        lead = headings.of(draft) if draft.role == "total" else None
        if lead is None or text.forms[lead[1]] != ":" or not _opens_parts(text, *lead):
            continue
        whole = next((d for d in reversed(drafts) if lead[0] <= d.first and d.end <= lead[1]), None)
        if whole is not None and whole.unit == draft.unit:
            draft.role, draft.whole = "part", whole


def _opens_parts(text: Text, first: int, colon: int) -> bool:
    """Whether a lead-in ends in a word of parts, or in one of sharing out and two words at most."""
    openers = text.found("part_opener")
    if any(i in openers and openers[i].stop >= colon for i in range(max(first, colon - _OPENER), colon)):
        return True
    return not SHARED_OUT.isdisjoint(text.forms[max(first, colon - _OPENER) : colon])


def answers_how_many(text: Text, draft: Draft) -> bool:
    """Whether a bare number answers the question how many: first in its sentence, under ب or behind إنهم (``كم عددهم؟ أقر بـ320 فقط``)."""
    heading = text.derived(Headings).of(draft)
    if heading is None or text.forms[heading[1]] not in _ASKING:
        return False
    before = text.stored[text.stored_starts[draft.first] : draft.start].strip("ـ")
    if not (before in _BY or text.forms[draft.first - 1] in _OF_ANSWER or draft.first == line_opening(text, *draft.sentence)):
        return False
    heads = text.found("count_head")
    return any(text.forms[i] in _HOW_MANY or i in heads or text.has(i, "counted_noun") for i in range(*heading))


def headed_indicator(text: Text, draft: Draft, codebook: Codebook, fits: Callable[[Draft, Indicator], bool]) -> str | None:
    """The indicator that the question, heading or lead-in above a figure's line names together with its own words, or with the title."""
    headings = text.derived(Headings)
    heading = headings.of(draft)
    labels = heading is None and text.forms[draft.first - 1] == ":"
    if heading is None and not (labels and draft.sentence[0]):
        return None
    first, stop = heading or (0, 0)
    counted = draft.counted or (_asked_noun(text, first, stop) if draft.type in _BARE else None)
    start, last = draft.sentence[0], max(draft.end, draft.clause[1])
    own, asked = text.forms[start:last], [_of_third_person(form) for form in text.forms[first:stop]]
    for context in _contexts(text, headings, heading):
        noun = counted or (_asked_noun(text, *context) if draft.type in _BARE else None)
        before = text.forms[slice(*context)] + asked
        at, behind = len(before) + draft.first - start, len(before) + draft.end - start
        for _, indicator in rank_indicators(noun and fold_word(noun), before + own, draft.unit, codebook, at, behind):
            if fits(draft, indicator):
                return indicator.id
    return None


def _contexts(text: Text, headings: Headings, heading: Span | None) -> Iterator[Span]:
    """What may stand before a heading to be read with it: nothing, the question that it goes on with, the title of the text."""
    if heading is not None:
        yield 0, 0
        if heading in headings.prior:
            yield headings.prior[heading]
    title = text.derived(find_lines)[0]
    if title[1] <= _LONGEST_HEADING and (heading is None or (heading[0] and _is_set_off(text, *heading))):
        yield title


def _is_set_off(text: Text, first: int, stop: int) -> bool:
    """Whether a heading ends in a mark, or stands behind a bullet in its line."""
    return text.kinds[stop] == "mark" or (first not in text.lines and text.kinds[first - 1] == "mark")


def _of_third_person(form: str) -> str:
    """A verb of whom one speaks to as of somebody else, its tense kept: ``قتلتم`` as ``قتلت``."""
    return form[:-1] if form.endswith("تم") and len(form) >= _LEAST_VERB else form


def _asked_noun(text: Text, first: int, last: int) -> str | None:
    """What a question asks the number of: the noun behind ``كم`` or ``عدد``, else the first of a kind that is counted."""
    heads, nouns = text.found("count_head"), text.where("counted_noun")
    for i in range(first, last):
        behind = heads[i].stop if i in heads else i + 1 if text.forms[i] in _HOW_MANY else last
        if behind < last and is_noun(text.forms[behind]) and not text.forms[behind].endswith("تم"):
            return text.forms[behind]
    n = bisect_left(nouns, first)
    return text.forms[nouns[n]] if n < len(nouns) and nouns[n] < last else None
