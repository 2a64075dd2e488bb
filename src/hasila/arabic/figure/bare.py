"""Numbers that count nothing by their own words: what shows that they are of something, and of what.

A verb of amount or change takes the new amount for its complement (``توقف عند 685``), a comparison the old one (``مقارنة مع 200``);
a scale in the accusative stands for what it leaves out (``30 ألفا``, Wright II, § 99). What is counted then was told before: of the
plural that is the verb's subject, of those meant by the verb's pronoun, or of those asked for.
"""

from bisect import bisect_left
from collections.abc import Sequence

from hasila.arabic.figure.belated import is_numbered
from hasila.arabic.figure.counted import is_full, is_noun
from hasila.arabic.figure.draft import Draft, kind_of
from hasila.arabic.figure.inset import past_insets
from hasila.arabic.figure.nation import nations_of
from hasila.arabic.figure.part import is_human
from hasila.arabic.figure.pointing import completes
from hasila.arabic.figure.zone import MAY_BE_VERB
from hasila.arabic.time.likened import LIKENED
from hasila.codebook import Codebook, Indicator
from hasila.codebook.match import match_indicators
from hasila.text import FINITE, Text, Word, analyse, find_marks, fold_word, last_in
from hasila.text.mark import DASHES

_COUNTS = ("cardinal", "range")
_FROM_TO = frozenset(("الي", "من"))
_LEVELS = frozenset(("total_verb", "change", "level_verb"))
_VERB_REACH = 3
_PREPOSITIONS = frozenset(("عند", "الي", "علي", "حدود", "مستوي", "عتبه", "حوالي"))
SET_AGAINST = LIKENED | {"بدل", "بدلا", "عوضا", "وليس", "ليس"}
_AGAINST_REACH = 2
_BE = frozenset(f"{joined}{form}" for joined in ("", "و", "ف") for form in ("هو", "هي", "هم", "كان", "كانت", "كانوا"))
INSERTED = frozenset(("وقد", "وهي", "وهو", "وهم", "وهن"))
_INSERT_REACH = 6
_WAS = frozenset(("كان", "كانت", "كانوا"))
_WERE_SO_MANY = frozenset(("وكانوا", "وبلغوا", "وصاروا", "وباتوا"))
_WERE_REACH = 20
# Before what somebody has (كان لكندا 70 جنديا).
BEING = frozenset(f"{joined}{form}" for joined in ("", "و", "ف") for form in ("كان", "كانت", "صار", "اصبح", "بات", "ليس", "مازال"))
_PLURALS = ("ون", "وا")
_PLURAL_VERB = "ون"
_CONSTRUCT = ("ي", "و")  # مسلحي كذا
_AROUND = frozenset(("في", "الي", "علي", "عند", "داخل", "قرب", "بين", "لدي"))
_SUBJECT_REACH = 10
_OBJECT_REACH = 8
_WHO, _BEHIND = frozenset(("من", "الذين")), 6
_ABOUT = "عن"
_OBJECTS = ("هم", "هن", "ها")
_ASKED = 60
_SAVE = frozenset(("سوي", "الا", "غير"))
_SAME = frozenset(("نفسها", "نفسه", "ذاتها", "ذاته"))
_QUOTATION = frozenset('«»"“”')
_MEMBERS = frozenset(("عضو", "عضوا", "اعضاء"))
_THEY = frozenset(f"{joined}{form}" for joined in ("", "و", "ف") for form in ("انهم", "بانهم", "هم", "عددهم"))
_PEOPLE = frozenset(("civilian", "fighter", "soldier", "victim"))
_ACTING = _PEOPLE | {"state"}
_SCORE = DASHES | frozenset("/:")
_YEARS, _LEAST_DOERS = range(1900, 2101), 3
_HOW_MANY = frozenset(("كم", "وكم", "فكم"))
_QUESTION = "؟"
_ANSWER_REACH = 12
_UNDER, _FIGHTER, _FOREIGN = frozenset(("(", "ب")), "مقاتل", "foreign_fighters"
_FATES = frozenset(("died", "dead_noun", "event_death", "own_dead", "slay_verb", "returner", "captive"))
_RANKING = frozenset(
    f"{joined}{form}"
    for joined in ("", "و", "ب")
    for form in ("المركز", "المرتبه", "الصداره", "صداره", "القايمه", "المقدمه", "الترتيب", "اولا", "تصدرت", "تصدر", "تلتها", "تليها")
)


def tells_amount(text: Text, draft: Draft) -> bool:
    """Whether a number without noun and unit is an amount of something: by its own form, or by what it is the complement of."""
    forms, first = text.forms, draft.first
    if draft.type == "money":
        return True  # من 500 إلى 600 ليرة
    if draft.type not in _COUNTS:
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
    return any(not _LEVELS.isdisjoint(word.entries) for word in text.words[max(draft.sentence[0], at - 1) : at + 1])


def _do(text: Text, draft: Draft) -> bool:
    """Whether so many do something in the plural behind the number, as people and no years do: ``4 آلاف و700 أتوا من آسيا``."""
    low, at = draft.low or 0, draft.last + ("verb_particle" in text.word(draft.last).entries)
    word = text.word(at)
    if word.kind != "word" or low < _LEAST_DOERS or _is_year(draft) or text.forms[draft.first].startswith("ال"):
        return False
    if not (word.form.endswith(_PLURALS[1]) or (word.form.startswith("ي") and word.form.endswith(_PLURALS[0]))):
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
    first = _back(text, draft, _SUBJECT_REACH)
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
    return any("total_verb" in word.entries for word in text.words[_back(text, draft, _SUBJECT_REACH) : first - 1])


def _back(text: Text, draft: Draft, reach: int) -> int:
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
    at = last_in(verbs, _back(text, draft, _SUBJECT_REACH), draft.first) if verbs else None
    return at is not None and text.words[at].entries["speech_verb"].tag in FINITE and "mark" not in text.kinds[at : draft.first]


def _answers(text: Text, draft: Draft) -> bool:
    """Whether a number that opens its sentence, or completes ``إنهم``, answers a question right before that asks how many."""
    first, start = draft.first, draft.sentence[0]
    if first - start > 1 and text.forms[first - 1] not in _THEY:
        return False
    marks = text.derived(find_marks).get(_QUESTION, ())
    at = last_in(marks, max(0, first - _ANSWER_REACH), first) if marks else None
    return at is not None and not _HOW_MANY.isdisjoint(text.forms[text.sentence(at)[0] : at])


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
    verb = next((i for i in range(draft.first - 1, draft.last) if forms[i].endswith(_PLURALS) and _is_of_amount(forms[i])), None)
    if verb is None and (left := _estimated_ones(text, draft)) is not None:
        draft.noun, draft.counted = left, text.exact(left, left + 1, int(forms[left].startswith("و")))
        return
    subject = _subject(text, max(draft.sentence[0], verb - _SUBJECT_REACH), verb) if verb is not None else None
    if subject is not None:
        draft.noun, draft.counted = subject, text.exact(subject, subject + 1, int(forms[subject].startswith("و")))


def _estimated_ones(text: Text, draft: Draft) -> int | None:
    """Those who are left and are estimated at the number: ``الباقون في الحي يقدرون بـ300``."""
    verb = draft.first - 2
    if text.forms[verb + 1] != "ب" or draft.type not in _COUNTS or not text.forms[verb].endswith(_PLURAL_VERB):
        return None
    if "assess_verb" not in text.words[verb].entries or not (draft.last >= draft.sentence[1] or text.kinds[draft.last] == "mark"):
        return None
    left = text.where("left_ones")
    return last_in(left, max(draft.sentence[0], verb - _SUBJECT_REACH), verb) if left else None


def count_estimated(text: Text, draft: Draft) -> None:
    """A number under ب that somebody estimates those at whom he names: ``يقدر من بقي من مسلحي التنظيم في المدينة بـ300``,
    ``قدر القائد بـ300 من بقي من مسلحي التنظيم``.
    """
    first, verbs = draft.first, text.where("assess_verb")
    at = last_in(verbs, _back(text, draft, _SUBJECT_REACH), first) if verbs else None
    if at is None or text.words[at].entries["assess_verb"].tag not in FINITE:
        return
    nouns = text.where("counted_noun")
    behind = draft.last + 1 if text.forms[draft.last] in _WHO and MAY_BE_VERB[text.word(draft.last + 1)] else 0
    start, stop = (behind, min(behind + _BEHIND, draft.sentence[1])) if behind else (at, first)
    for i in nouns[bisect_left(nouns, start) : bisect_left(nouns, stop)]:
        if text.words[i].entries["counted_noun"].value in _PEOPLE and "mark" not in text.kinds[start:i]:
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
    return hit is not None and hit.tag == "plural" and hit.value in _PEOPLE


def _is_of_amount(form: str) -> bool:
    """Whether a form, its negation glued to it or not, is of a verb of amount."""
    entries = analyse(form.removeprefix("لا")).entries
    return "comparison_verb" in entries or not _LEVELS.isdisjoint(entries)


def estimated(text: Text, draft: Draft, told: Sequence[Draft]) -> Draft | None:
    """The figure told last of those whom the pronoun of a verb of estimating means: ``قدرتهم بثلاثين``."""
    verbs = text.where("assess_verb")
    at = last_in(verbs, max(draft.sentence[0], draft.first - _OBJECT_REACH), draft.first) if verbs else None
    if at is None or draft.like is not None or not is_human(text, draft) or "mark" in text.kinds[at : draft.first]:
        return None
    if text.words[at].entries["assess_verb"].pronoun not in _OBJECTS:
        return None
    start = draft.sentence[0]
    start = text.sentence(start - 1)[0] if start else 0
    for d in reversed(told):
        kept = d.first >= start and d.unit == draft.unit and d.role == "total" and not was_before(text, d)
        if kept and d.indicator and is_human(text, d):
            return d
    return None


def takes_up_people(text: Text, first: int, last: int) -> bool:
    """Whether a verb of estimating with a pronoun for people stands in the tokens [first, last)."""
    verbs = text.where("assess_verb")
    at = last_in(verbs, max(first, last - _OBJECT_REACH), last) if verbs else None
    return at is not None and text.words[at].entries["assess_verb"].pronoun in ("هم", "هن")


def renumbered(text: Text, draft: Draft, told: Sequence[Draft]) -> Draft | None:
    """The figure whose number is told anew: ``لكن المركز يقول إن العدد يناهز 2300``; where whose it is follows, it is another's."""
    is_money = draft.type == "money"
    if (draft.unit is not None and not is_money) or draft.like is not None or not told:
        return None
    heads = text.derived(_definite_heads)
    at = last_in(heads, max(draft.segment, draft.first - _OBJECT_REACH), draft.first) if heads else None
    if at is None or not (is_money or is_human(text, draft)):
        return None
    if is_money:
        return _sum_of(text, draft, told, at)
    if text.forms[at + 1] in _SAME:  # وأقرت القيادة في الحصيلة نفسها بمقتل 90 مدنيا
        return None
    behind = text.words[at + 1 : draft.first]
    if any((word.form[:1] == "ل" and "function" not in word.entries) or _is_other(word) for word in behind):
        return None
    start = text.sentence(draft.sentence[0] - 1)[0] if draft.sentence[0] else 0
    start = text.sentence(start - 1)[0] if start else 0
    for d in reversed(told):
        kept = d.first >= start and d.unit is None and d.role == "total" and (d.noun is not None or is_numbered(text, d.last))
        if kept and d.indicator and (is_human(text, d) or fold_word(d.counted or "") in _MEMBERS):
            return d
    return None


def _sum_of(text: Text, draft: Draft, told: Sequence[Draft], head: int) -> Draft | None:
    """The money told last whose sum stands behind ``المجموع``, with nothing but a verb between."""
    behind = text.words[head + 1 : draft.first]
    if any("function" not in word.entries and not MAY_BE_VERB[word] for word in behind):
        return None
    unit = (draft.unit or "").partition("/")[0]
    return next((d for d in reversed(told) if d.indicator and d.type == "money" and (d.unit or "").partition("/")[0] == unit), None)


def _definite_heads(text: Text) -> list[int]:
    """Where a number is spoken of that was told: ``العدد``, ``الحصيلة``."""
    heads = {**text.found("value_head"), **text.found("count_head")}
    return sorted(i for i, found in heads.items() if found.hit.article and text.kinds[i + 1 : i + 2] != ["mark"])


def _is_other(word: Word) -> bool:
    """Whether a word tells whose number it is: of men, or of a nation."""
    return "nationality" in word.entries or word.value("counted_noun") in _PEOPLE


def was_before(text: Text, draft: Draft) -> bool:
    """Whether a number is told as one that was before: ``بعد أن كان 352``."""
    return text.forms[draft.first - 1] in _WAS


def is_ranked(text: Text, draft: Draft) -> bool:
    """Whether a number in brackets or under ب, of nothing or of fighters, is told in a ranking of states: ``وجاءت تونس أولا (2900)``."""
    if draft.type not in _COUNTS or draft.unit is not None:
        return False
    if draft.noun is not None and kind_of(text, draft) != "fighter":
        return False
    forms, first = text.forms, draft.first
    is_under = forms[first - 1] in _UNDER or forms[first][:1] == "ب"
    return is_under and not _RANKING.isdisjoint(forms[draft.sentence[0] : first])


def ranked(text: Text, draft: Draft, codebook: Codebook) -> Indicator | None:
    """What is told of so many in a ranking of states: what the sentence before counts, or speaks of."""
    start = draft.sentence[0]
    if not start or not is_ranked(text, draft):
        return None
    before = text.sentence(start - 1)[0]
    told = text.words[before:start]
    if not any(word.value("counted_noun") == "fighter" for word in told) or not any("foreigner" in word.entries for word in told):
        return None
    if not _FATES.isdisjoint(cls for word in text.words[before : draft.first] for cls in word.entries):
        return None  # who came home or fell
    forms = text.forms[before : draft.first]
    found = next(iter(match_indicators(_FIGHTER, forms, None, codebook, len(forms))), None)
    return found if found is not None and found.id == _FOREIGN else None


def meant(text: Text, draft: Draft, codebook: Codebook) -> Indicator | None:
    """What is told of so many of a nation whom a pronoun takes up from the sentence before: ``من التحقوا بهم؟ إنهم 150 ليبيا``."""
    first, start = draft.first, draft.sentence[0]
    if text.forms[first - 1] not in _THEY or not start or draft.counted is None or draft.noun not in text.derived(nations_of):
        return None
    forms = text.forms[text.sentence(start - 1)[0] : first]
    return next(iter(match_indicators(fold_word(draft.counted), forms, draft.unit, codebook, len(forms))), None)


def asked(text: Text, draft: Draft, codebook: Codebook) -> Indicator | None:
    """What a number without noun is told of, where nothing was counted yet: those whose number was asked for or spoken of before."""
    heads = text.where("count_head")
    first = draft.sentence[0]
    n = bisect_left(heads, first) - 1
    if n < 0 or heads[n] < first - _ASKED:
        return None
    noun = text.found("count_head")[heads[n]].stop
    hit = text.words[noun].entries.get("counted_noun")
    if hit is None or hit.value not in _PEOPLE:
        return None
    start, end = text.sentence(noun)
    return next(iter(match_indicators(text.forms[noun], text.forms[start:end], draft.unit, codebook, noun - start)), None)
