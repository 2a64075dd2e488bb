"""Numbers of a verb: of its subject (``المتبقون لا يتجاوزون 300``), or of those whom somebody estimates at them (``يقدر من بقي بـ300``)."""

from bisect import bisect_left

from hasila.arabic.figure.bare import COUNTS, LEVELS, PLURALS, SUBJECT_REACH, words_before
from hasila.arabic.figure.counted import is_noun
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.zone import MAY_BE_VERB
from hasila.text import FINITE, Text, analyse, last_in

INSERTED = frozenset(("وقد", "وهي", "وهو", "وهم", "وهن"))
_INSERT_REACH = 6
_WERE_SO_MANY = frozenset(("وكانوا", "وبلغوا", "وصاروا", "وباتوا"))
_WERE_REACH = 20
_PLURAL_VERB = "ون"
_CONSTRUCT = ("ي", "و")  # مسلحي كذا
_AROUND = frozenset(("في", "الي", "علي", "عند", "داخل", "قرب", "بين", "لدي"))
_WHO = frozenset(("من", "الذين"))
_BEHIND = 6
_QUOTATION = frozenset('«»"“”')
PEOPLE = frozenset(("civilian", "fighter", "soldier", "victim"))
_ACTING = PEOPLE | {"state"}


def count_subject(text: Text, draft: Draft) -> None:
    """A plural verb of amount counts its own subject (``المتبقون في المخيمات لا يتجاوزون 300``), an insertion what it stands behind
    (``الغارات، وقد جاوزت 300،``).
    """
    forms, opening = text.forms, draft.first - 1
    if forms[opening] in INSERTED and text.kinds[opening - 1] == "mark":
        draft.noun = last_in(text.where("counted_noun"), max(draft.sentence[0], opening - _INSERT_REACH), opening)
        return
    if forms[opening] in _WERE_SO_MANY:  # اجتمع وزراء الدول، وكانوا عشرين
        draft.noun = _plural(text, max(draft.sentence[0], opening - _WERE_REACH), opening)
        return
    verb = next((i for i in range(draft.first - 1, draft.last) if forms[i].endswith(PLURALS) and _is_of_amount(forms[i])), None)
    if verb is None and (left := _estimated_ones(text, draft)) is not None:
        draft.noun, draft.counted = left, text.exact(left, left + 1, int(forms[left].startswith("و")))
        return
    subject = _subject(text, max(draft.sentence[0], verb - SUBJECT_REACH), verb) if verb is not None else None
    if subject is not None:
        draft.noun, draft.counted = subject, text.exact(subject, subject + 1, int(forms[subject].startswith("و")))


def _estimated_ones(text: Text, draft: Draft) -> int | None:
    """Those who are left and are estimated at the number: ``الباقون في الحي يقدرون بـ300``."""
    verb = draft.first - 2
    if text.forms[verb + 1] != "ب" or draft.type not in COUNTS or not text.forms[verb].endswith(_PLURAL_VERB):
        return None
    if "assess_verb" not in text.words[verb].entries or not (draft.last >= draft.sentence[1] or text.kinds[draft.last] == "mark"):
        return None
    left = text.where("left_ones")
    return last_in(left, max(draft.sentence[0], verb - SUBJECT_REACH), verb) if left else None


def count_estimated(text: Text, draft: Draft) -> None:
    """A number under ب that somebody estimates those at whom he names: ``يقدر من بقي من مسلحي التنظيم في المدينة بـ300``,
    ``قدر القائد بـ300 من بقي من مسلحي التنظيم``.
    """
    first, verbs = draft.first, text.where("assess_verb")
    at = last_in(verbs, words_before(text, draft, SUBJECT_REACH), first) if verbs else None
    if at is None or text.words[at].entries["assess_verb"].tag not in FINITE:
        return
    nouns = text.where("counted_noun")
    behind = draft.last + 1 if text.forms[draft.last] in _WHO and MAY_BE_VERB[text.word(draft.last + 1)] else 0
    start, stop = (behind, min(behind + _BEHIND, draft.sentence[1])) if behind else (at, first)
    for i in nouns[bisect_left(nouns, start) : bisect_left(nouns, stop)]:
        if text.words[i].entries["counted_noun"].value in PEOPLE and "mark" not in text.kinds[start:i]:
            draft.noun, draft.counted = i, text.exact(i, i + 1)
            return


def _plural(text: Text, first: int, last: int) -> int | None:
    """The last plural of people, or of those who act for states, in the tokens [first, last)."""
    nouns = text.where("counted_noun")
    for n in range(bisect_left(nouns, last) - 1, bisect_left(nouns, first) - 1, -1):
        hit = text.words[nouns[n]].entries["counted_noun"]
        if hit.tag == "plural" and hit.value in _ACTING:
            return nouns[n]
    return None


def _subject(text: Text, first: int, verb: int) -> int | None:
    """The definite plural before a plural verb, no mark between: a sound one, or a broken one of people; also who is left of it."""
    for i in range(verb - 1, first - 1, -1):
        form = text.forms[i]
        if text.kinds[i] == "mark" and form not in _QUOTATION:
            return None
        if text.forms[i - 1] in _AROUND:  # من بقي من مسلحي كذا في البلدين لا يزيدون على 900
            continue
        if form.endswith(_CONSTRUCT) and _are_people(text, i):
            return i
        if form.removeprefix("و").startswith("ال") and ((form.endswith(("ين", "ون")) and is_noun(form)) or _are_people(text, i)):
            return i
    return None


def _are_people(text: Text, i: int) -> bool:
    hit = text.words[i].entries.get("counted_noun")
    return hit is not None and hit.tag == "plural" and hit.value in PEOPLE


def _is_of_amount(form: str) -> bool:
    """Whether a form, its negation glued to it or not, is of a verb of amount."""
    entries = analyse(form.removeprefix("لا")).entries
    return "comparison_verb" in entries or not LEVELS.isdisjoint(entries)
