"""Denials: a number that is told only to be denied or asked after says nothing of how much there was.

``نفى مقتل 40 مدنيا``, ``ليس 60 دولة``, ``لم يقتل 40 مدنيا``, ``لا صحة لما قيل عن مقتل 40``, ``هل قتل 40 مدنيا؟``,
``40 مدنيا، وهذا رقم قديم``, ``بعدما كان 40``, ``أعلنت 40 ثم صححتها إلى 38``.
"""

from hasila.arabic.figure.joining import joins_verb
from hasila.arabic.figure.number_of import is_number
from hasila.arabic.figure.segment import Segments
from hasila.arabic.figure.zone import RELATIVES
from hasila.records import Figure
from hasila.text import FINITE, Text, Word, clause, last_in, one_in

_REACH, _FAR, _LATER, _NEAR, _ASKED = 10, 16, 20, 6, 2
_BREAKS = frozenset('،.:؛«"')
_NOT = frozenset(("لم", "لن", "لا", "ولم", "ولن", "ولا", "فلم", "فلن", "فلا"))
_WAS, _AFTER = frozenset(("كان", "كانت", "كانوا")), frozenset(("بعدما", "بعد", "وبعدما", "وبعد"))
_THEN = frozenset(("ثم", "ان", "انها", "انه", "لكنها", "لكنه", "ولكنها", "ولكنه", "عاد", "عادت", "تعود", "يعود", "وعادت", "وعاد", "لاحقا"))
_IN, _IT, _JOINED = frozenset(("في", "لاحقا")), ("ها", "ه"), "وفل"
_TO = "الي"
_TO_REACH, _TO_WHICH = 2, 7  # tokens from a number to that which it came to, behind it or before it
_BUT = frozenset(("سوي", "الا", "غير", "فقط", "سواها", "سواهم"))


def is_denied(text: Text, figure: Figure) -> bool:
    """Whether a number is denied: by a verb of denying, a negation of its verb, a word of untruth, or in a question."""
    first, last = text.tokens(figure.start, figure.end)
    if figure.modifier == "exact" and (text.has(first - 1, "not_so") or _is_negated(text, first)):
        return True
    at = last_in(text.where(_denies), max(text.sentence(first)[0], first - _REACH), first)
    if at is not None and text.forms[at - 1] not in _NOT and not any(_turns(text, i) for i in range(at + 1, first)):
        return True
    if _is_unconfirmed(text, first):
        return True
    if _is_former(text, first, last, (figure.counted or "") not in figure.exact or not figure.counted) and (
        figure.time is None or _is_amended(text, last)
    ):
        return True
    return _is_put_right(text, last) or _is_untrue(text, first, last) or _is_slip(text, first, last) or _is_asked(text, first, last)


def _is_unconfirmed(text: Text, first: int) -> bool:
    """Whether a negated verb of confirming governs it: ``لم يؤكد التحالف مقتل 40 مدنيا``."""
    verbs = text.where(_confirms)
    at = last_in(verbs, max(text.sentence(first)[0], first - _REACH), first) if verbs else None
    if at is None or text.forms[at - 1] not in _NOT or not _BUT.isdisjoint(text.forms[at:first]):
        return False
    return not any(_turns(text, i) for i in range(at + 1, first))


def _confirms(word: Word) -> bool:
    hit = word.entries.get("speech_verb")
    return hit is not None and hit.tag == "present" and str(hit.value).startswith("confirm") and not hit.pronoun


def _is_former(text: Text, first: int, last: int, bare: bool) -> bool:
    """Whether a number is one that was, nobody knows when: ``بعدما كان 12 ألفا``, ``من 12 ألفا إلى 30``."""
    forms, before = text.forms, text.forms[first - 1]
    if before in _WAS and not _AFTER.isdisjoint(forms[first - 3 : first - 1]):
        return True
    if one_in(text.where("former_tally"), max(text.sentence(first)[0], first - _REACH), first):
        return True
    if before != "من":
        return False
    at = next((i for i in range(last, last + _TO_REACH) if forms[i] == _TO), None)
    if at is not None:
        return is_number(text, at + 1)
    start = max(text.sentence(first)[0], first - _TO_WHICH)
    to = next((i for i in range(first - 2, start - 1, -1) if forms[i] == _TO), None)  # تراجع إلى 3 آلاف من 30 ألفا
    return bare and to is not None and (is_number(text, to + 1) or is_number(text, to + 2))


def _is_amended(text: Text, last: int) -> bool:
    """Whether the sentence tells that the number was put right: ``تضمنت 90 مدنيا، غير أنه استبعد منها 12``, ``سحب رقما سابقا عن 90``."""
    first = text.sentence(last - 1)[0]
    former = last_in(text.where("former_tally"), first, last)
    before = text.words[max(first, former - _NEAR) : former] if former is not None else []
    if any(_corrects(word) or "withdraw_verb" in word.entries for word in before):
        return True
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


def _is_put_right(text: Text, last: int) -> bool:
    """Whether who told a number goes on to put another one in its place: ``أعلنت 90، ثم صححتها إلى 80``, ``قبل أن تصحح الرقم``."""
    places = text.where(_corrects)
    at = next((i for i in places if last <= i), None) if places else None
    if at is None or at - last > _LATER:
        return False
    begin, end = text.sentence(at)
    if begin > last:  # وقالت في تصحيح لاحق إن العدد 80
        follows = begin == text.sentence(last - 1)[1] and at - begin <= _NEAR
        joined = follows and text.has(begin, "speech_verb") and text.forms[begin + 1] in _IN
    else:
        joined = text.forms[at][0] in _JOINED or text.forms[at - 1] in _THEN
    puts = not _counts(text.word(at + 1))  # وقال إنه يراجع 37 بلاغا: what is looked into is no number
    return joined and puts and any(_counts(word) for word in text.words[at + 1 : min(end, at + 1 + _LATER)])


def _corrects(word: Word) -> bool:
    """Whether a word puts a number right, as a verb or a paper of one's own."""
    if "revise" in word.entries or ("correct_verb" in word.entries and "total_verb" not in word.entries):
        return True
    hit = word.entries.get("reassess_verb")
    return hit is not None and hit.pronoun in _IT and "amended" in word.entries


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
