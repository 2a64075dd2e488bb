"""Whether what stands behind a verb of counting is a number that it tells (``سجل ثلاث غارات``, ``تقف الوكالة عند ألف مقاتل``)."""

from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.quantity import is_quantity, quantity_word
from hasila.arabic.speech.word import MANY, MORE
from hasila.text import Known, Text, analyse

_NUMBERED = frozenset(["victim", "raid", "civilian", "fighter", "soldier", "place", "vehicle"])
_LIMITS = frozenset(["حدود", "عتبه", "سقف", "مستوي", "رقم", "حاجز"])
_NAMES = frozenset(["اسماء", "باسماء", "صور"])  # نشر المرصد أسماء 30 قتيلا
_LISTS = frozenset(["قايمه", "قوايم", "لايحه", "لوايح"])
PUTTING = ("at", "stand")
SETTING = (*PUTTING, "revise")
_TOLD = _NUMBERED - {"place", "vehicle"}
_LINKS = frozenset(["عند", "بين", "ب", "في", "الي"])
_ONLY = frozenset(["من", "في", "ب"])
NEAR = 3
FAR = 8
_LEAD = 10
_BOUND = 2
_PAPERS = frozenset(["account_noun", "sized_noun", "revised_noun", "own_paper", "mishap"])
sized = listed("sized_noun", "revised_noun")
_ENDING = frozenset("،؛.؟!:")
_SUMS = frozenset(["currency", "percent", "scale"])
ASIDE = 25
LONGEST_CIRCUMSTANCE = 12
circumstance = listed("adverbial", "preposition")
estimate = listed("estimate_noun")
save = listed("save")
counting = listed("count_masdar")
_deed = listed("act_masdar", "event_masdar", "mishap")


@Known
def is_paper(form: str) -> bool:
    """Whether a word of this form (none past the text's end) is a paper, a number or a cost, be it in the accusative (``رقما``)."""
    if form == "" or not _PAPERS.isdisjoint(analyse(form).entries):
        return form != ""
    return form.endswith("ا") and not _PAPERS.isdisjoint(analyse(form[:-1]).entries)


def raised_to(text: Text, noun: int, end: int) -> int:
    """The إلى before the number that what stands at a token is raised or lowered to; ``end`` where there is none.

    No comma stands between, but those of what tells when or where (``عدد القتلى، في اليوم نفسه، إلى 30``).
    """
    behind = noun + 1
    for i in range(noun + 1, min(end, noun + ASIDE)):
        if i < behind:
            continue
        if text.forms[i] == "الي" and number_in(text, i + 1, min(end, i + 1 + NEAR)) is not None:
            return i
        if text.forms[i] in _ENDING:
            behind = _past_set_in(text, i, end)
            if behind == i:
                break
    return end


def _past_set_in(text: Text, comma: int, end: int) -> int:
    """Past the comma, or past what it sets in up to the next, to the إلى that stands there; where it stands if none does."""
    if text.forms[comma] != "،" or comma + 1 >= end:
        return comma
    if text.forms[comma + 1] == "الي":
        return comma + 1
    close = next((i for i in range(comma + 1, min(end, comma + LONGEST_CIRCUMSTANCE)) if text.kinds[i] == "mark"), end)
    set_in = circumstance[text.forms[comma + 1]] and close + 1 < end and text.forms[close] == "،"
    return close + 1 if set_in and text.forms[close + 1] == "الي" else comma


def counts_behind(text: Text, first: int, last: int) -> bool:
    """Whether a number of people, places, blows or vehicles stands among words that no mark cuts."""
    for i in range(first, last):
        if text.kinds[i] == "mark":
            return False
        if is_quantity(text, i) and text.has(i + 1, "counted_noun") and _is_numbered(text, i + 1):
            return True
    return False


def tells_number(text: Text, frame: str, at: int, end: int) -> bool:
    """Whether a number of what this kind of verb counts stands at a token."""
    if at >= end:
        return False
    saved = save[text.forms[at]] and text.has(at, "save")
    at += saved
    if at >= end:
        return False
    if frame == "more":
        return (saved or text.forms[at] in MORE) and number_in(text, at, min(end, at + NEAR)) is not None
    if frame == "able":
        return _verifies(text, at, end)
    if frame == "to":
        link = next((i for i in range(at, min(end, at + FAR)) if text.forms[i] == "الي"), end)
        return link + 1 < end and _is_sum(text, link + 1, min(end, link + 1 + NEAR + NEAR))
    if frame == "revise":
        if not (sized[text.forms[at]] or estimate[text.forms[at]]):
            return False
        return raised_to(text, at, end) < end
    if frame == "sum":
        return _sums_up(text, at, end)
    if frame == "names":
        at += text.forms[at] in _LISTS and text.forms[at + 1] in _NAMES
        return text.forms[at] in _NAMES and number_in(text, at + 1, min(end, at + 1 + NEAR)) is not None
    if frame == "stand" and _stands(text, at, end):
        return True
    if frame == "of":
        return text.forms[at] == "من" and number_in(text, at + 1, min(end, at + 1 + NEAR)) is not None
    if frame in PUTTING or (frame == "" and sized[text.forms[at]]):
        last = min(end, at + FAR) if sized[text.forms[at]] else at
        return any(_is_put(text, i, end) for i in range(at + 1, last))
    bound = at + ("mishap" in text.words[at].entries)  # مقتل ما لا يقل عن 30
    bound = bound + _BOUND if bound < end and text.forms[bound] == "ما" else at
    number = number_in(text, at, min(end, bound + NEAR))
    if number is not None and frame == "" and number == at + 1 and tells_deed(text, at):
        return True
    if frame in ("bare", "it"):
        return number is not None and text.kinds[at] != "mark"
    if saved and number is not None and frame in ("", "paper"):
        return frame == "paper" or not any("score_word" in text.words[i].entries for i in range(number, min(end, number + NEAR)))
    if number is not None and text.forms[at] in MORE and _ends_clause(text, number + 1, end):
        return True
    return number is not None and any(_is_numbered(text, i) for i in range(number, min(end, number + NEAR)))


def tells_deed(text: Text, at: int) -> bool:
    """``سجل المرصد تنفيذ 90 غارة``: whether the masdar of what was done, with so many of its object in its genitive, stands at a token."""
    return _deed[text.forms[at]] and number_in(text, at + 1, at + NEAR) is not None and not text.forms[at].startswith("ال")


def _ends_clause(text: Text, i: int, end: int) -> bool:
    """``يعد أكثر من 200 في الشهر نفسه``: whether no noun stands behind a number, so that it counts what was told of before."""
    return text.kinds[i - 1] == "digits" and (i >= end or text.kinds[i] == "mark" or circumstance[text.forms[i]])


def _verifies(text: Text, at: int, end: int) -> bool:
    """``تمكنت من توثيق 30 حالة``, ``لم يستطع التحقق إلا من مقتل ثلاثة``: a masdar of counting, and the number."""
    at += text.forms[at] in _ONLY
    if at >= end or not counting[text.forms[at]]:
        return False
    at += 1
    while at < end and (text.forms[at] in _ONLY or save[text.forms[at]]):
        at += 1
    return number_in(text, at, min(end, at + NEAR)) is not None


def _stands(text: Text, at: int, end: int) -> bool:
    """``تقف الوكالة عند ألف مقاتل``, ``يتمسك المرصد برقم 30``: the number of people or blows that somebody keeps to."""
    noun = text.words[at]
    kept = noun.entries.get("offered_noun")
    by_noun = kept is not None and kept.clitics == "ب" and not kept.article and not noun.form.endswith(MANY)
    if not (by_noun or text.forms[at] == "عند"):
        return False
    first = at + 1 + (at + 1 < end and text.forms[at + 1] in _LIMITS)  # عند حدود الألف
    number = number_in(text, first, min(end, first + NEAR))
    if number is None:
        return False
    near = range(number + 1, min(end, number + FAR))
    counted = next((text.words[i].entries["counted_noun"].value for i in near if "counted_noun" in text.words[i].entries), None)
    return counted in _TOLD if counted is not None else number + 1 >= end or text.kinds[number + 1] == "mark"


def _is_put(text: Text, i: int, end: int) -> bool:
    """``عند 30``, ``بثلاثين``: whether a preposition puts something at a number."""
    form = text.forms[i]
    return (form.startswith("ب") and quantity_word[form]) or (form in _LINKS and number_in(text, i + 1, min(end, i + 1 + NEAR)) is not None)


def _is_sum(text: Text, first: int, last: int) -> bool:
    """Whether a number of money, of shares, of people or of millions begins at a token; what else is arrived at is no count."""
    if not (is_quantity(text, first) or "scale" in text.words[first].entries):
        return False
    return any(not _SUMS.isdisjoint(text.words[i].entries) or _is_numbered(text, i) for i in range(first, last))


def _sums_up(text: Text, at: int, end: int) -> bool:
    """``الكلفة بـ600 قتيل``, ``على النواب حصيلة الحملة: 600 قتيل``: a paper or a cost, and its number behind ب, في or a colon."""
    paper = next((i for i in range(at, min(end, at + FAR)) if is_paper[text.forms[i]]), None)
    for i in range(paper or end, min(end, (paper or end) + _LEAD)):
        if text.forms[i] == ":":
            return i + 1 in text.lines or number_in(text, i + 1, min(end, i + 1 + NEAR)) is not None
        if is_quantity(text, i) and (text.forms[i - 1] in _LINKS or text.forms[i].startswith("ب")):
            return True
        if text.forms[i] in "،.؛":
            return False
    return False


def number_in(text: Text, first: int, last: int) -> int | None:
    """The first number in a stretch that no mark cuts."""
    for i in range(first, last):
        if is_quantity(text, i):
            return i
        counted = text.words[i].entries.get("counted_noun")
        if counted and counted.tag == "dual":
            return i
        if text.kinds[i] != "word":
            return None
    return None


def _is_numbered(text: Text, i: int) -> bool:
    """Whether a word counts people, places, blows or vehicles; goals, points and profits are won, not told."""
    entries = text.words[i].entries
    return "counted_noun" in entries and entries["counted_noun"].value in _NUMBERED and "score_word" not in entries
