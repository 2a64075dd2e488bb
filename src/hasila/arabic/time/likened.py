"""Times told only for comparison, which nobody goes on with: ``مقابل 900 قتيل في أيار``, ``ضعف ما سجل في الشهر السابق``."""

from bisect import bisect_left

from hasila.arabic.time.relative import step_at
from hasila.text import Known, Text, Word

LIKENED = frozenset(("مقابل", "مقارنه", "بالمقارنه", "قياسا", "بالقياس"))
_REACH = 8  # tokens before a time in which it can be likened
_THAN, _OF = frozenset(("عن", "علي")), "من"
_WHICH = frozenset(("ما", "بما", "رقم", "عدد", "وهو", "وهي", "حصيله"))
_WHAT, _NUMBER = frozenset(("ما", "مما", "الرقم", "ارقام", "رقم")), frozenset(("digits", "cardinal", "cardinal_bound", "scale"))
_TIMES = frozenset(("ضعف", "ضعفا", "ضعفي", "اضعاف", "نصف", "ثلث", "ربع"))
_ONCE, _WERE = frozenset(("بعد", "فيما", "بينما")), frozenset(("كان", "كانت", "كانوا"))
_AFTER_THAT, _ONCE_REACH = "بعدما", 2
_MONTH = "شهر"


def is_likened(text: Text, i: int) -> bool:
    """Whether a time is that of a number told only for comparison: the one before, or one that another exceeds, equals or fell from."""
    if _is_before(text, i):
        return True
    is_bare = True  # a number of its own is a bound's: أكثر من 900 قتيل في أيار
    for at in range(i - 1, max(-1, i - 1 - _REACH), -1):
        word = text.words[at]
        if word.form in LIKENED or (word.form in _WERE and _was_once(text, at)):
            return True
        if text.kinds[at] == "mark":
            return False
        if "change" in word.entries and text.forms[i - 1] in _THAN:
            return True
        is_bare = is_bare and not _counts[word]
        if is_bare and _compares(text, at):
            return True
    return False


def _is_before(text: Text, i: int) -> bool:
    """Whether a month is the one before that which the sentence has told: ``في أيار، وهو أكثر بكثير من الشهر السابق``."""
    step = step_at(text, i + 1) if text.forms[i].endswith(_MONTH) else None
    if step is None or step[0] != "before":
        return False
    months = text.where("month")
    n = bisect_left(months, i)
    return n > 0 and months[n - 1] >= text.sentence(i)[0]


def _was_once(text: Text, were: int) -> bool:
    """Whether a clause tells what was before: ``بعد أن كانوا 900 في نيسان``, ``فيما كان العدد``."""
    before = text.forms[max(0, were - _ONCE_REACH) : were]
    return before[-1:] == [_AFTER_THAT] or not _ONCE.isdisjoint(before)


@Known
def _counts(word: Word) -> bool:
    """Whether a word is a number, or of one."""
    return word.kind == "digits" or not _NUMBER.isdisjoint(word.entries)


def _compares(text: Text, i: int) -> bool:
    """Whether the word at token ``i`` holds a number against what stands behind it, which is no number itself."""
    entries, behind = text.words[i].entries, text.word(i + 1)
    if "comparative" in entries:
        return behind.form == _OF
    is_told = behind.form in _WHAT or "measured_head" in behind.entries or "unit_one" in behind.entries
    if text.forms[i] in _TIMES:
        return is_told
    if "comparison_verb" not in entries and "comparison_verb_on" not in entries:
        return False
    return behind.form == "ما" or (text.forms[i - 1] in _WHICH and (is_told or behind.form in _THAN))
