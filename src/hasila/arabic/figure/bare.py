"""Numbers that count nothing by their own words: what shows that they are of something.

A verb of amount or change takes the new amount for its complement (``توقف عند 685``), a comparison the old one (``مقارنة مع 200``);
a scale in the accusative stands for what it leaves out (``30 ألفا``, Wright II, § 99).
"""

from hasila.arabic.figure.counted import is_full
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.inset import past_insets
from hasila.arabic.figure.pointing import completes
from hasila.arabic.figure.zone import MAY_BE_VERB
from hasila.arabic.time.likened import LIKENED
from hasila.text import FINITE, Text, find_marks, last_in
from hasila.text.mark import DASHES

COUNTS = ("cardinal", "range")
_FROM_TO = frozenset(("الي", "من"))
LEVELS = frozenset(("total_verb", "change", "level_verb"))
_VERB_REACH = 3
_PREPOSITIONS = frozenset(("عند", "الي", "علي", "حدود", "مستوي", "عتبه", "حوالي"))
SET_AGAINST = LIKENED | {"بدل", "بدلا", "عوضا", "وليس", "ليس"}
_AGAINST_REACH = 2
_BE = frozenset(f"{joined}{form}" for joined in ("", "و", "ف") for form in ("هو", "هي", "هم", "كان", "كانت", "كانوا"))
# Before what somebody has (كان لكندا 70 جنديا).
BEING = frozenset(f"{joined}{form}" for joined in ("", "و", "ف") for form in ("كان", "كانت", "صار", "اصبح", "بات", "ليس", "مازال"))
PLURALS = ("ون", "وا")
SUBJECT_REACH = 10
_ABOUT = "عن"
_SAVE = frozenset(("سوي", "الا", "غير"))
THEY = frozenset(f"{joined}{form}" for joined in ("", "و", "ف") for form in ("انهم", "بانهم", "هم", "عددهم"))
_SCORE = DASHES | frozenset("/:")
_YEARS = range(1900, 2101)
_LEAST_DOERS = 3
_HOW_MANY = frozenset(("كم", "وكم", "فكم"))
_QUESTION = "؟"
_ANSWER_REACH = 12


def tells_amount(text: Text, draft: Draft) -> bool:
    """Whether a number without noun and unit is an amount of something: by its own form, or by what it is the complement of."""
    forms, first = text.forms, draft.first
    if draft.type == "money":
        return True  # من 500 إلى 600 ليرة
    if draft.type not in COUNTS:
        return False
    if is_full(forms[draft.last - 1]) or forms[first - 1] in _BE or _do(text, draft) or _fare(text, draft):
        return True
    if not SET_AGAINST.isdisjoint(forms[max(draft.sentence[0], first - _AGAINST_REACH) : first]):
        return True
    if _answers(text, draft) or _is_left(text, draft):
        return True
    ends = draft.last >= draft.sentence[1] or text.kinds[draft.last] == "mark" or "function" in text.words[draft.last].entries
    if ends and ((forms[first - 1] == _ABOUT and _spoken_of(text, draft)) or completes(text, draft) or _is_the_number(text, first)):
        return True
    at = first - 1
    if forms[at] == "الي" and "من" in forms[max(draft.sentence[0], first - _VERB_REACH) : at]:  # ارتفع من 60 إلى 75
        at = first - 1 - forms[first - 1 : max(0, first - 1 - _VERB_REACH) : -1].index("من")
    if forms[at] in _FROM_TO and _has_come_to(text, draft, at):
        return True
    while forms[at] in _PREPOSITIONS:
        at -= 1
    return any(not LEVELS.isdisjoint(word.entries) for word in text.words[max(draft.sentence[0], at - 1) : at + 1])


def _do(text: Text, draft: Draft) -> bool:
    """Whether so many do something in the plural behind the number, as people and no years do: ``4 آلاف و700 أتوا من آسيا``."""
    low, at = draft.low or 0, draft.last + ("verb_particle" in text.word(draft.last).entries)
    word = text.word(at)
    if word.kind != "word" or low < _LEAST_DOERS or _is_year(draft) or text.forms[draft.first].startswith("ال"):
        return False
    if not (word.form.endswith(PLURALS[1]) or (word.form.startswith("ي") and word.form.endswith(PLURALS[0]))):
        return False
    return MAY_BE_VERB[word] or at > draft.last or (not word.entries and len(word.form) >= _LEAST_DOERS)


def _fare(text: Text, draft: Draft) -> bool:
    """Whether a verb right before the number tells what befell people: ``قتل 300 في الزلزال وأصيب 20``."""
    hit = text.words[draft.first - 1].entries.get("people_fate") if draft.first else None
    if hit is None or hit.tag not in FINITE or hit.pronoun or _is_year(draft) or text.forms[draft.last] in _SCORE:  # فاز 3 - 1
        return False
    return text.forms[draft.first].isdigit() or draft.last > draft.first + 1 or not text.forms[draft.first].startswith("ال")


def _is_year(draft: Draft) -> bool:
    """Whether a number may be a year: four digits, no round number and no scale."""
    return (draft.low or 0) in _YEARS and (draft.low or 0) % 100 > 0 and draft.first + 1 == draft.last


def _has_come_to(text: Text, draft: Draft, to: int) -> bool:
    """Whether a verb of change stands before its subject, a flow of men or goods, and what that has come to:
    ``انخفض تدفق المقاتلين الأجانب إلى 200 شهريا``.
    """
    first = words_before(text, draft, SUBJECT_REACH)
    for i in range(to - 1, first - 1, -1):
        if text.kinds[i] == "mark":
            return False
        hit = text.words[i].entries.get("change") or text.words[i].entries.get("total_verb")
        if hit is not None and hit.tag in FINITE:
            return "flow" in text.words[i + 1].entries
        if MAY_BE_VERB[text.words[i]] and "flow" not in text.words[i].entries:
            return False
    return False


def _is_left(text: Text, draft: Draft) -> bool:
    """Whether a number behind سوى or إلا is what a verb of amount told before comes to (``لم يبق من المسلحين في الحي سوى 40``)."""
    first = draft.first
    if text.forms[first - 1] not in _SAVE:
        return False
    return any("total_verb" in word.entries for word in text.words[words_before(text, draft, SUBJECT_REACH) : first - 1])


def words_before(text: Text, draft: Draft, reach: int) -> int:
    """So many words before a number in its sentence, past what is set in between."""
    start = max(draft.sentence[0], draft.first - reach)
    return max(draft.sentence[0], start - past_insets(text, start, draft.first))


def _is_the_number(text: Text, first: int) -> bool:
    """Whether a number is what the one told before is said to be: ``إن الرقم الحقيقي 900``."""
    at = first - 1 - (text.forms[first - 1].startswith("ال") and text.forms[first - 2].startswith("ال"))
    hit = text.words[at].entries.get("value_head") or text.words[at].entries.get("count_head")
    return hit is not None and hit.article and "segment_opener" in text.words[at - 1].entries


def _spoken_of(text: Text, draft: Draft) -> bool:
    """Whether somebody tells of so many with a verb of telling and عن: ``وتحدث المرصد عن 900``."""
    verbs = text.where("speech_verb")
    at = last_in(verbs, words_before(text, draft, SUBJECT_REACH), draft.first) if verbs else None
    return at is not None and text.words[at].entries["speech_verb"].tag in FINITE and "mark" not in text.kinds[at : draft.first]


def _answers(text: Text, draft: Draft) -> bool:
    """Whether a number that opens its sentence, or completes ``إنهم``, answers a question right before that asks how many."""
    first, start = draft.first, draft.sentence[0]
    if first - start > 1 and text.forms[first - 1] not in THEY:
        return False
    marks = text.derived(find_marks).get(_QUESTION, ())
    at = last_in(marks, max(0, first - _ANSWER_REACH), first) if marks else None
    return at is not None and not _HOW_MANY.isdisjoint(text.forms[text.sentence(at)[0] : at])
