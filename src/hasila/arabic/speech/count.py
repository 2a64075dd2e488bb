"""Counts: verbs that tell a number at once, without أن (``سجل المركز ثلاث غارات``, ``يضع المكتب العدد عند ألفين``)."""

from dataclasses import replace
from typing import cast

from hasila.arabic.speech.antecedent import is_finite
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.described import described
from hasila.arabic.speech.draft import Draft
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.mark import ASIDE_ENDS, CLOSERS
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.arabic.speech.word import MANY, MORE
from hasila.records import StatementType
from hasila.text import Known, Text, analyse

_PERSONS, _PERFECT = ("ت", "وا"), frozenset(("قد", "وقد", "فقد"))
_BUT = frozenset(("لكن", "ولكن", "ان", "بان", "وان", "فيما", "بينما"))  # what a subject stands behind, before its verb
_THE_NUMBER = frozenset(("العدد", "الرقم", "الحصيله", "عدد", "حصيله"))
_cardinal = listed("cardinal")

_NUMBERED = frozenset(["victim", "raid", "civilian", "fighter", "soldier", "place", "vehicle"])
_MUTE = frozenset(["country", "place"])
_LIMITS = frozenset(["حدود", "عتبه", "سقف", "مستوي", "رقم", "حاجز"])
_NAMES = frozenset(["اسماء", "باسماء", "صور"])  # نشر المرصد أسماء 30 قتيلا
_LISTS = frozenset(["قايمه", "قوايم", "لايحه", "لوايح"])
_PUTTING = ("at", "stand")
_TOLD = _NUMBERED - {"place", "vehicle"}
_LINKS = frozenset(["عند", "بين", "ب", "في", "الي"])
_DENIALS = frozenset(["لا", "لم"])
_ONLY = frozenset(["من", "في", "ب"])
_NEAR, _FAR, _SUBJECT, _LEAD, _BOUND = 3, 8, 12, 10, 2
_PAPERS = frozenset(["account_noun", "sized_noun", "revised_noun", "own_paper", "mishap"])
_quantity, _sized = listed("cardinal", "vague", "approximator"), listed("sized_noun", "revised_noun")
_OF_OTHERS, _SUFFERING = frozenset(["victim", "civilian", "fighter"]), frozenset(["victim", "civilian"])
_LOSSES, _ENDING = frozenset(["خساير", "ضحايا", "حصيله"]), frozenset("،؛.؟!:")
_SUMS = frozenset(["currency", "percent", "scale"])
_ASIDE, _LONGEST_CIRCUMSTANCE, _LONGEST_EVENT = 25, 12, 20  # tokens
_circumstance, _relative = listed("adverbial", "preposition"), listed("relative")
_leading, _estimate = listed("leading_word"), listed("estimate_noun")
_seated = listed("seat_word")
_save, _counting = listed("save"), listed("count_masdar")


@Known
def _paper(form: str) -> bool:
    """Whether a word of this form (none past the text's end) is a paper, a number or a cost, be it in the accusative (``رقما``)."""
    if form == "" or not _PAPERS.isdisjoint(analyse(form).entries):
        return form != ""
    return form.endswith("ا") and not _PAPERS.isdisjoint(analyse(form[:-1]).entries)


def read_count(text: Text, speakers: SpeakerReader, cue: Cue, left: int, end: int, told_of: Speaker | None = None) -> Draft | None:
    """What a verb of counting credits to the subject right after it, or before it; None where it governs no number.

    ``told_of``: whom the relative clause tells of that the verb stands in."""
    hit = text.words[cue.first].entries["counting_verb"]
    if cue.pronoun or cue.own or cue.last >= end:
        return None
    kind, _, frame = str(hit.value).partition(" ")
    if (hit.pronoun != "") != (frame == "it"):
        return None
    if text.forms[cue.first].endswith("عد") and text.forms[cue.first - 1].endswith("لم") and not _saves(text, cue.last, end):
        return None  # لم يعد: no longer
    if frame == "more" and text.forms[cue.first - 1] not in _DENIALS:
        return None
    if frame == "able" and not any(_counting[form] for form in text.forms[cue.last : min(end, cue.last + _SUBJECT)]):
        return None
    speaker = _subject(text, speakers, cue, left, end, frame) or (told_of if _reached(text, frame, cue.last, end) is not None else None)
    if frame == "paper" and left > text.sentence(cue.first)[0]:
        return None  # what another tells of a paper
    if speaker is None or speaker.kind in _MUTE or (frame == "paper" and not (speaker.account or speaker.kind == "account")):
        return None
    at = max(speaker.last, cue.last)
    at += at < end and text.forms[at - 1] not in CLOSERS and text.forms[at] in CLOSERS  # أحصى «مركز فلان» ألفا
    at = _past_described(text, speakers, speaker, at, end) if frame in (*_PUTTING, "revise") else at
    reached = _revised(text, speaker, at, end) if frame == "revise" else _reached(text, frame, at, end)
    if reached is None:
        return None
    at = reached
    first = speaker.start if 0 <= speaker.start < cue.first else cue.first
    return Draft(cue, first, cue.skip if first == cue.first else 0, at, speaker, cast(StatementType, kind))


def _saves(text: Text, first: int, end: int) -> bool:
    """Whether ``سوى`` and a number stand near behind a verb."""
    at = next((i for i in range(first, min(end - 1, first + _SUBJECT)) if _save[text.forms[i]]), None)
    return at is not None and _number(text, at + 1, min(end, at + 1 + _NEAR)) is not None


def _subject(text: Text, speakers: SpeakerReader, cue: Cue, left: int, end: int, frame: str) -> Speaker | None:
    ahead = _who_raises(text, speakers, cue, left, end, frame)
    if ahead is not None:
        return ahead
    if (
        speakers.plausible(cue.last)
        and not _is_masdar(text, cue, end, frame)
        and not _is_object(text, cue.last, end, frame)
        and not (text.kinds[cue.last] == "digits" or (_cardinal[text.forms[cue.last]] and text.has(cue.last, "cardinal")))
    ):
        limit = min(end, cue.last + _SUBJECT)
        tells = _paper if frame == "sum" else _sized
        begin = cue.last + 1 + _leading[text.forms[cue.last]]  # حددت آخر حصيلة للمرصد عدد القتلى
        limit = next((i for i in range(begin, limit) if tells[text.forms[i]] and not text.forms[i].startswith("لل")), limit)  # مرصد للضحايا
        found = speakers.phrase(cue.last, limit, whole=False)
        return speakers.by_name(found, end, limit) if found else None
    if _reached(text, frame, cue.last, end) is None or _is_masdar(text, cue, end, frame):
        return None
    topic = speakers.topic(cue, text.sentence(cue.first)[0]) if cue.skip else None
    if topic:
        return topic  # أما المعهد فتوصل إلى
    denied = text.forms[cue.first - 1] in _DENIALS
    found = speakers.before(replace(cue, first=cue.first - denied), left, told=False)
    found = found or speakers.topic(cue, text.sentence(cue.first)[0])
    if found is None or any(_parts(text, i) for i in range(found.first, found.last) if i not in speakers.named):
        return None
    return found


def _who_raises(text: Text, speakers: SpeakerReader, cue: Cue, left: int, end: int, frame: str) -> Speaker | None:
    """``لكن المرصد رفع حصيلة القتلى إلى ألف``: who stands right before a verb of raising whose object is the number of somebody."""
    forms = text.forms
    if (
        frame != "revise"
        or cue.skip
        or forms[cue.last].startswith("ال")
        or not _sized[forms[cue.last]]
        or _reached(text, frame, cue.last, end) is None
    ):
        return None
    if any(_sized[form] for form in forms[cue.last + 1 : min(end, cue.last + _FAR)]):
        return None  # رفعت حصيلة جديدة عدد القتلى إلى ألف
    found = speakers.before(cue, left, told=False)
    return found if found is not None and found.last == cue.first and found.kind not in _MUTE else None


def _parts(text: Text, i: int) -> bool:
    """Whether a number or a finite verb stands at a token, which no subject holds."""
    return text.kinds[i] == "digits" or is_finite(text.forms[i])


def _is_masdar(text: Text, cue: Cue, end: int, frame: str) -> bool:
    """``قررت المدن رفع تعداد القوة إلى``: whether a verb of raising is its masdar, what is raised in its genitive and no number anew."""
    forms, raised = text.forms, text.forms[cue.last]
    if frame != "revise" or raised.startswith("ال") or not _sized[raised]:
        return False
    if cue.skip or forms[cue.first].endswith(_PERSONS) or forms[cue.first - 1] in _PERFECT or forms[cue.first - 2] in _BUT:
        return False
    return _THE_NUMBER.isdisjoint(text.forms[cue.last + 1 : min(end, cue.last + _FAR)])


def _is_object(text: Text, i: int, end: int, frame: str) -> bool:
    """``المنظمة تضع الحصيلة عند``: whether a verb of putting has the number's noun right behind it, and no other follows."""
    if frame not in (*_PUTTING, "revise") or not _sized[text.forms[i]] or not text.forms[i].startswith("ال"):
        return False
    return not any(_sized[form] for form in text.forms[i + 1 : min(end, i + _FAR)])


def _reached(text: Text, frame: str, at: int, end: int) -> int | None:
    """Where what is counted begins: at a token, or behind what stands there between two marks; None where nothing is."""
    if at >= end:
        return None
    if _counts(text, frame, at, end):
        return at
    close = ASIDE_ENDS.get(text.forms[at])
    if close is not None:
        after = next((i + 1 for i in range(at + 1, min(end, at + _ASIDE)) if text.forms[i] == close), end)
        return after if _counts(text, frame, after, end) else None
    if frame in (*_PUTTING, "revise") and _circumstance[text.forms[at]]:
        near = range(at + 1, min(end, at + _LONGEST_CIRCUMSTANCE))
        number = next((i for i in near if _sized[text.forms[i]] or _is_own(text, i) or text.kinds[i] == "mark"), end)
        return number if _counts(text, frame, number, end) else None
    if frame == "" and (_circumstance[text.forms[at]] or _relative[text.forms[at]]):
        return at if _counts_behind(text, at + 1, min(end, at + _LONGEST_CIRCUMSTANCE)) else None
    if frame == "" and _befalls(text, at):
        return at if _counts_behind(text, at + 1, min(end, at + _LONGEST_EVENT)) else None
    return None


def _befalls(text: Text, i: int) -> bool:
    """``سجل المرصد استشهاد عائلات … أدت إلى مقتل 30 مدنيا``: whether a masdar tells what befell people, be its number far behind it."""
    hit = text.words[i].entries.get("mishap")
    return hit is not None and not (hit.clitics or hit.article)


def _revised(text: Text, speaker: Speaker, at: int, end: int) -> int | None:
    """Where the number begins that somebody puts higher or lower (``عدد القتلى إلى 30``): a paper any, who speaks no number of his own.

    ``رفع التحالف عدد جنوده إلى ألف`` tells what he did.
    """
    noun = _reached(text, "revise", at, end)
    if noun is None or speaker.account or speaker.kind == "account" or text.forms[noun].startswith("ال"):
        return noun
    of = text.words[noun + 1]
    hit = of.entries.get("counted_noun")
    told = "estimate_noun" in text.words[noun].entries or (of.form.startswith("ال") and hit is not None and hit.value in _OF_OTHERS)
    return noun if told or _tells_of_dead(text, noun, _raised_to(text, noun, end)) else None


def _tells_of_dead(text: Text, noun: int, link: int) -> bool:
    """``خسائر التنظيم``, ``عدد من قتلوا من المدنيين``: whether losses, victims or civilians are put at a number: nobody's own deed."""
    if text.forms[noun] in _LOSSES:
        return True
    hits = (text.words[i].entries.get("counted_noun") for i in range(noun + 1, link))
    return any(hit is not None and hit.value in _SUFFERING for hit in hits)


def _raised_to(text: Text, noun: int, end: int) -> int:
    """The إلى before the number that what stands at a token is raised or lowered to; ``end`` where there is none.

    No comma stands between, but those of what tells when or where (``عدد القتلى، في اليوم نفسه، إلى 30``).
    """
    behind = noun + 1
    for i in range(noun + 1, min(end, noun + _ASIDE)):
        if i < behind:
            continue
        if text.forms[i] == "الي" and _number(text, i + 1, min(end, i + 1 + _NEAR)) is not None:
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
    close = next((i for i in range(comma + 1, min(end, comma + _LONGEST_CIRCUMSTANCE)) if text.kinds[i] == "mark"), end)
    set_in = _circumstance[text.forms[comma + 1]] and close + 1 < end and text.forms[close] == "،"
    return close + 1 if set_in and text.forms[close + 1] == "الي" else comma


def _past_described(text: Text, speakers: SpeakerReader, speaker: Speaker, at: int, end: int) -> int:
    """``رفع مسؤول رفض كشف اسمه الرقم إلى ألف``: past what describes a speaker, or where he sits, to the noun of what he puts higher.

    So past when or where he did it (``رفعت الوزارة في آب عدد الضحايا إلى ألف``).
    """
    if at < end and _seated[text.forms[at]]:  # ترفع المنظمة ومقرها لندن الرقم
        return next((i for i in range(at + 1, min(end, at + _ASIDE)) if _sized[text.forms[i]]), at)
    if at >= end or speaker.first >= at:
        return at
    near = range(at + 1, min(end, at + _ASIDE))
    number = next((i for i in near if _sized[text.forms[i]] or _is_own(text, i)), at)
    told_of = described(text, speakers.named, speaker.first, at + 1) <= at
    return number if told_of or not any(is_finite(text.forms[i]) for i in range(at, number)) else at


def _is_own(text: Text, i: int) -> bool:
    """``تقديره``: whether an estimate of somebody's own stands at a token."""
    return _estimate[text.forms[i]] and text.words[i].entries["estimate_noun"].pronoun != ""


def _counts_behind(text: Text, first: int, last: int) -> bool:
    """Whether a number of people, places, blows or vehicles stands among words that no mark cuts."""
    for i in range(first, last):
        if text.kinds[i] == "mark":
            return False
        if _is_number(text, i) and text.has(i + 1, "counted_noun") and _is_numbered(text, i + 1):
            return True
    return False


def _counts(text: Text, frame: str, at: int, end: int) -> bool:
    if at >= end:
        return False
    saved = _save[text.forms[at]] and text.has(at, "save")
    at += saved
    if at >= end:
        return False
    if frame == "more":
        return (saved or text.forms[at] in MORE) and _number(text, at, min(end, at + _NEAR)) is not None
    if frame == "able":
        return _verifies(text, at, end)
    if frame == "to":
        link = next((i for i in range(at, min(end, at + _FAR)) if text.forms[i] == "الي"), end)
        return link + 1 < end and _is_sum(text, link + 1, min(end, link + 1 + _NEAR + _NEAR))
    if frame == "revise":
        if not (_sized[text.forms[at]] or _estimate[text.forms[at]]):
            return False
        return _raised_to(text, at, end) < end
    if frame == "sum":
        return _sums_up(text, at, end)
    if frame == "names":
        at += text.forms[at] in _LISTS and text.forms[at + 1] in _NAMES
        return text.forms[at] in _NAMES and _number(text, at + 1, min(end, at + 1 + _NEAR)) is not None
    if frame == "stand" and _stands(text, at, end):
        return True
    if frame == "of":
        return text.forms[at] == "من" and _number(text, at + 1, min(end, at + 1 + _NEAR)) is not None
    if frame in _PUTTING or (frame == "" and _sized[text.forms[at]]):
        last = min(end, at + _FAR) if _sized[text.forms[at]] else at
        return any(_is_put(text, i, end) for i in range(at + 1, last))
    bound = at + ("mishap" in text.words[at].entries)  # مقتل ما لا يقل عن 30
    bound = bound + _BOUND if bound < end and text.forms[bound] == "ما" else at
    number = _number(text, at, min(end, bound + _NEAR))
    if frame in ("bare", "it"):
        return number is not None and text.kinds[at] != "mark"
    if saved and number is not None and frame in ("", "paper"):
        return frame == "paper" or not any("score_word" in text.words[i].entries for i in range(number, min(end, number + _NEAR)))
    if number is not None and text.forms[at] in MORE and _ends_clause(text, number + 1, end):
        return True
    return number is not None and any(_is_numbered(text, i) for i in range(number, min(end, number + _NEAR)))


def _ends_clause(text: Text, i: int, end: int) -> bool:
    """``يعد أكثر من 200 في الشهر نفسه``: whether no noun stands behind a number, so that it counts what was told of before."""
    return text.kinds[i - 1] == "digits" and (i >= end or text.kinds[i] == "mark" or _circumstance[text.forms[i]])


def _verifies(text: Text, at: int, end: int) -> bool:
    """``تمكنت من توثيق 30 حالة``, ``لم يستطع التحقق إلا من مقتل ثلاثة``: a masdar of counting, and the number."""
    at += text.forms[at] in _ONLY
    if at >= end or not _counting[text.forms[at]]:
        return False
    at += 1
    while at < end and (text.forms[at] in _ONLY or _save[text.forms[at]]):
        at += 1
    return _number(text, at, min(end, at + _NEAR)) is not None


def _stands(text: Text, at: int, end: int) -> bool:
    """``تقف الوكالة عند ألف مقاتل``, ``يتمسك المرصد برقم 30``: the number of people or blows that somebody keeps to."""
    noun = text.words[at]
    kept = noun.entries.get("offered_noun")
    by_noun = kept is not None and kept.clitics == "ب" and not kept.article and not noun.form.endswith(MANY)
    if not (by_noun or text.forms[at] == "عند"):
        return False
    first = at + 1 + (at + 1 < end and text.forms[at + 1] in _LIMITS)  # عند حدود الألف
    number = _number(text, first, min(end, first + _NEAR))
    if number is None:
        return False
    near = range(number + 1, min(end, number + _FAR))
    counted = next((text.words[i].entries["counted_noun"].value for i in near if "counted_noun" in text.words[i].entries), None)
    return counted in _TOLD if counted is not None else number + 1 >= end or text.kinds[number + 1] == "mark"


def _is_put(text: Text, i: int, end: int) -> bool:
    """``عند 30``, ``بثلاثين``: whether a preposition puts something at a number."""
    form = text.forms[i]
    return (form.startswith("ب") and _quantity[form]) or (form in _LINKS and _number(text, i + 1, min(end, i + 1 + _NEAR)) is not None)


def _is_sum(text: Text, first: int, last: int) -> bool:
    """Whether a number of money, of shares, of people or of millions begins at a token; what else is arrived at is no count."""
    if not (text.kinds[first] == "digits" or _quantity[text.forms[first]] or "scale" in text.words[first].entries):
        return False
    return any(not _SUMS.isdisjoint(text.words[i].entries) or _is_numbered(text, i) for i in range(first, last))


def _sums_up(text: Text, at: int, end: int) -> bool:
    """``الكلفة بـ600 قتيل``, ``على النواب حصيلة الحملة: 600 قتيل``: a paper or a cost, and its number behind ب, في or a colon."""
    paper = next((i for i in range(at, min(end, at + _FAR)) if _paper[text.forms[i]]), None)
    for i in range(paper or end, min(end, (paper or end) + _LEAD)):
        if text.forms[i] == ":":
            return i + 1 in text.lines or _number(text, i + 1, min(end, i + 1 + _NEAR)) is not None
        if _is_number(text, i) and (text.forms[i - 1] in _LINKS or text.forms[i].startswith("ب")):
            return True
        if text.forms[i] in "،.؛":
            return False
    return False


def _is_number(text: Text, i: int) -> bool:
    return text.kinds[i] == "digits" or _quantity[text.forms[i]]


def _number(text: Text, first: int, last: int) -> int | None:
    """The first number in a stretch that no mark cuts."""
    for i in range(first, last):
        if _is_number(text, i):
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
