"""Denials: a number that is told only to be denied or asked after says nothing of how much there was.

``نفى مقتل 40 مدنيا``, ``ليس 60 دولة``, ``لم يقتل 40 مدنيا``, ``لا صحة لما قيل عن مقتل 40``, ``هل قتل 40 مدنيا؟``,
``40 مدنيا، وهذا رقم قديم``, ``بعدما كان 40``.
"""

from hasila.arabic.figure.joining import joins_verb
from hasila.arabic.figure.reach import last_in, one_in
from hasila.arabic.figure.segment import Segments
from hasila.arabic.figure.zone import FINITE, RELATIVES
from hasila.records import Figure
from hasila.text import Text, Word, clause

_REACH, _FAR, _ASKED = 10, 16, 2
_BREAKS = frozenset('،.:؛«"')
_NOT = frozenset(("لم", "لن", "لا", "ولم", "ولن", "ولا", "فلم", "فلن", "فلا"))
_WAS, _AFTER = frozenset(("كان", "كانت", "كانوا")), frozenset(("بعدما", "بعد", "وبعدما", "وبعد"))
_TO_REACH = 2  # tokens from a number to that which it came to
_BUT = frozenset(("سوي", "الا", "غير", "فقط", "سواها", "سواهم"))


def is_denied(text: Text, figure: Figure) -> bool:
    """Whether a number is denied: by a verb of denying, a negation of its verb, a word of untruth, or in a question."""
    first, last = text.tokens(figure.start, figure.end)
    if figure.modifier == "exact" and (text.has(first - 1, "not_so") or _is_negated(text, first)):
        return True
    at = last_in(text.where(_denies), max(text.sentence(first)[0], first - _REACH), first)
    if at is not None and not any(_turns(text, i) for i in range(at + 1, first)):
        return True
    if _is_former(text, first, last) and (figure.time is None or _is_amended(text, last)):
        return True
    return _is_untrue(text, first, last) or _is_slip(text, first, last) or _is_asked(text, first, last)


def _is_former(text: Text, first: int, last: int) -> bool:
    """Whether a number is one that was, nobody knows when: ``بعدما كان 12 ألفا``, ``من 12 ألفا إلى 30``."""
    forms, before = text.forms, text.forms[first - 1]
    if before in _WAS:
        return not _AFTER.isdisjoint(forms[first - 3 : first - 1])
    if one_in(text.where("former_tally"), max(text.sentence(first)[0], first - _REACH), first):
        return True
    at = next((i for i in range(last, last + _TO_REACH) if forms[i] == "الي"), None) if before == "من" else None
    return at is not None and (text.kinds[at + 1] == "digits" or text.has(at + 1, "cardinal"))


def _is_amended(text: Text, last: int) -> bool:
    """Whether the sentence goes on to tell that the number was put right: ``تضمنت 90 مدنيا، غير أنه استبعد منها 12``."""
    return one_in(text.where("amended"), last, min(text.sentence(last - 1)[1], last + _FAR))


def _is_negated(text: Text, first: int) -> bool:
    """Whether the verb of its clause is negated, with nothing excepted: ``لم يقتل التحالف 40 مدنيا``."""
    start, stop = clause(text, first)
    at = next((i for i in range(first - 1, max(start, first - _REACH) - 1, -1) if text.forms[i] in _NOT), None)
    if at is None or not _is_plain_verb(text.words[at + 1]) or not _BUT.isdisjoint(text.forms[at:stop]):
        return False
    return text.derived(Segments).start(first) <= at and not any(_turns(text, i) for i in range(at + 1, first))


def _is_plain_verb(word: Word) -> bool:
    """Whether a word is a verb that tells neither a bound nor what lasts: ``لا يقل``, ``لا يزال`` deny nothing."""
    if not ({"bound_verb", "stay_verb", "keep_verb", "total_verb", "speech_verb", "deny_verb", "lasting"}.isdisjoint(word.entries)):
        return False
    return word.form[:1] in ("ي", "ت", "ن") and any(hit.tag == "present" for hit in word.entries.values())


def _is_untrue(text: Text, first: int, last: int) -> bool:
    """Whether what tells the number is called untrue: before it in its sentence, or right behind as the predicate of its report."""
    start, stop = text.sentence(first)
    if one_in(text.where("no_truth"), max(start, first - _FAR), first):
        return True
    reports = text.where("mere_report")
    at = last_in(reports, max(start, first - _REACH), first) if reports else None
    if at is None or any(text.forms[i] in _BREAKS or joins_verb(text.forms[i]) for i in range(at + 1, first)):
        return False
    rejected = last_in(text.where("reject_verb"), max(start, at - _REACH), at) is not None
    return (rejected and RELATIVES.isdisjoint(text.forms[at:first])) or one_in(text.where("untrue"), last, min(stop, last + _FAR))


def _is_slip(text: Text, first: int, last: int) -> bool:
    """Whether the text calls a number old or mistaken behind it (``وهذا رقم قديم``), or tells it as a slip of its own (``ورد خطأ أن``)."""
    start, stop = text.sentence(first)
    wrongs, slips = text.where("wrong_number"), text.where("own_slip")
    at = next((i for i in wrongs if last <= i < min(stop, last + _FAR)), None) if wrongs else None
    if at is not None and not any(_counts(text.words[i]) for i in range(last, at)):
        return True
    at = last_in(slips, max(start, first - _FAR), first) if slips else None
    return at is not None and not one_in(text.where("put_right"), at, first)


def _counts(word: Word) -> bool:
    return word.kind == "digits" or "cardinal" in word.entries


def _is_asked(text: Text, first: int, last: int) -> bool:
    """Whether it is asked if it was so many: behind ``هل``, or with the question mark right behind the number."""
    start = text.sentence(first)[0]
    if last_in(text.where(_whether), max(start, first - _FAR), first) is not None:
        return True
    marked = any(text.form(i) == "؟" for i in range(last, last + _ASKED))
    return marked and not any(_presumes(text.words[i]) for i in range(max(start, first - _FAR), first))


def _presumes(word: Word) -> bool:
    """Whether a word asks how, why or when it was: that it was is taken for granted."""
    hit = word.entries.get("function")
    return hit is not None and hit.value == "interrogative"


def _whether(word: Word) -> bool:
    return word.form in ("هل", "وهل", "فهل")


def _denies(word: Word) -> bool:
    hit = word.entries.get("deny_verb")
    return hit is not None and hit.tag in FINITE


def _turns(text: Text, i: int) -> bool:
    """Whether a pause, a relative clause, or a verb joined by و stands at a token: what is behind is no longer denied."""
    form = text.forms[i]
    return form in _BREAKS or form in RELATIVES or joins_verb(form)
