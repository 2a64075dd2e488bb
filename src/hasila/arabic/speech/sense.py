"""Senses: whether a listed verb says anything where it stands."""

from bisect import bisect_right

from hasila.arabic.speech.ambiguous import (
    BLAMES,
    BRIEFS,
    CALL,
    are_counted,
    before_masdar,
    in_other_sense,
    is_joined_masdar,
    is_passive,
    is_passive_present,
    keeps_name,
    kept_back,
)
from hasila.arabic.speech.bearing import is_person
from hasila.arabic.speech.described import BELONGING, belongs
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.lookalike import DENIALS, FAR, begins_clause, comes_forward, connector, relative, sized
from hasila.arabic.speech.mark import OPENERS
from hasila.arabic.speech.word import MORE
from hasila.text import Hit, Known, Text, Word, analyse

_litotes = listed("litotes")
_deeming = listed("deeming_verb")

_TAKEN_UP = frozenset(["ما", "كما", "بما", "مما"])
_IT_IS = frozenset(["وهو", "وهي", "وهم"])
_TAKEN_BACK = frozenset(["به", "عنه", "اليه", "عليه"])  # ما ذهب إليه المركز
_BEFORE_SUBJUNCTIVE = frozenset(["ان", "لان", "كي", "لكي", "حتي", "سوف", "قد", "فقد", "الا"])
_WHO = "من"
_WHAT_OR_WHO = frozenset(["ما", _WHO])
_SAVED = 14  # tokens to what is saved from a denial
_court = listed("court_noun")
_CONVICTS = frozenset(f"{joined}{form}" for joined in ("", "و", "ف") for form in ("ادان", "ادانت", "دان", "دانت"))  # أدانت المحكمة فلانا
_NEW = "جدد"  # نواب جدد
_JUSSIVE = frozenset(["يقل", "تقل"])  # of قال behind a denial alone; else of carrying, or being few (تقل الشاحنة 80 شخصا)
_CALLED = frozenset(["يدعي", "تدعي"])
_ALIF = "ى"
_NEAR_THAT = 6  # tokens
_RECEIVES, _BY_THAT = frozenset(["تسلم", "تسلموا"]), frozenset(["بان", "بانه", "بانها", "بانهم"])  # تسلم بطاقته: he was handed it
_OF_TWO_SENSES = frozenset([CALL, BRIEFS, BLAMES, "say about whom"])
_CAME_OUT = frozenset(("وتبين", "فتبين", "تبين"))
_TO_WHOM = frozenset(("له", "لها", "لهم", "لنا", "لاحقا", "فيما", "بعد"))
_FIRST_PERSON = "ان"
_BY_MORE = frozenset(["باكثر", "بازيد", "بسوي", "بغير"])
_HIDES = "say that denied"  # لا يخفي أن
_TELLS_WHOM = frozenset(["say whom", "say about whom", "say by whom held"])


def is_taken_up(text: Text, i: int) -> bool:
    """``ما أعلنه``, ``التي قدرها``: the pronoun of the verb takes up what stands before it.

    >>> from hasila.text import prepare
    >>> is_taken_up(prepare("ما أعلنه الوزير"), 1)
    True
    """
    return relative[text.forms[i - 1]] or text.forms[i - 1] in _TAKEN_UP or text.forms[i - 2] in _IT_IS


def is_cue(text: Text, i: int, hit: Hit) -> bool:
    """Whether a verb or participle of saying credits something where it stands: not denied, not passive, not governed."""
    if (text.forms[i] == BELONGING and belongs(text, i)) or keeps_name(text, i):
        return False
    if text.forms[i] == _NEW and is_person[text.forms[i - 1]] and not text.forms[i - 1].startswith("ال"):
        return False
    if before_masdar[text.forms[i - 1]] and hit.tag == "past" and not hit.clitics and "speech_noun" in text.words[i].entries:
        return False  # رغم زعم الوزير أن
    if text.forms[i] in _CONVICTS and _court[text.forms[i + 1]]:
        return False
    if _plain_past[text.words[i]] is hit:
        return not (_is_governed(text, i) or (text.folded.offsets is not None and is_passive(text, i, hit.skip)))
    if hit.pronoun == "ه" and text.stored[text.stored_ends[i] - 1] == "ة":  # 90 هدفا لإضعاف قدرة كذا: a noun
        return False
    if hit.pronoun and not (is_taken_up(text, i) or _tells_whom(hit) or _tells_object(text, i, hit)):
        return False
    if hit.value in _OF_TWO_SENSES and in_other_sense(text, i, hit):
        return False
    if hit.tag == "past":
        return _past_tells(text, i, hit)
    return _present_tells(text, i, hit) if hit.tag == "present" else _circumstantial(text, i, hit)


def _past_tells(text: Text, i: int, hit: Hit) -> bool:
    """Whether a past verb, which may mean something else or be spelled like a noun, says something where it stands."""
    if is_passive(text, i, hit.skip) or is_joined_masdar(text, i):
        return False
    if hit.pronoun:
        return True
    return not (_is_governed(text, i) or are_counted(text, i, hit) or kept_back(text, i)) and begins_clause(text, i, hit)


def _present_tells(text: Text, i: int, hit: Hit) -> bool:
    """Whether a present says something where it stands: no subjunctive, and denied only where that says something too."""
    if is_passive_present(text, i, hit.skip) or _turns_out(text, i) or _is_called(text, i):
        return False
    before = text.forms[i - 1]
    if (text.forms[i] in _JUSSIVE and before not in DENIALS) or (text.forms[i][hit.skip :] in _RECEIVES and not _that_behind(text, i)):
        return False
    if before in DENIALS and text.forms[i + 1] in MORE and "counting_verb" in text.words[i].entries:
        return True  # لا يرى أكثر من
    if hit.value == _HIDES:
        return before in DENIALS
    if before in DENIALS and hit.clitics == "" and text.forms[i][0] not in _FIRST_PERSON and _saved(text, i):
        return True
    if is_denied_litotes(text, i):
        return True
    if before == "ان" and text.forms[i - 2] == "قبل":  # قبل أن يضيف; behind a comma it goes on with what came next
        return text.forms[i - 3] == "،" or text.has(i + 1, "complementizer") or text.forms[i + 1] in OPENERS
    if hit.clitics == "ل":
        return not hit.pronoun and comes_forward(text, i)
    subjunctive = before in _BEFORE_SUBJUNCTIVE or hit.clitics.endswith(("ل", "س"))
    return not subjunctive and not _governs[before] and begins_clause(text, i, hit)


@Known
def _plain_past(word: Word) -> Hit | None:
    """What the lists say of a past verb of saying that means nothing else, be it where it may; None for all other words."""
    hit = word.entries.get("speech_verb")
    if hit is None or hit.tag != "past" or hit.pronoun or hit.value in _OF_TWO_SENSES or "masdar_spelled" in word.classes:
        return None
    return hit if hit.clitics or not ("weak" in str(hit.value) or "source_noun" in word.entries) else None


def _that_behind(text: Text, i: int) -> bool:
    """``تسلم الحكومة بأن``: whether بأن stands near behind a verb."""
    return any(form in _BY_THAT for form in text.forms[i + 1 : i + _NEAR_THAT])


def _turns_out(text: Text, i: int) -> bool:
    """``وتبين أن`` at a sentence's head, ``وتبين له أن``: what came to light, spelled like ``تبين الأرقام أن`` but without a subject."""
    if text.forms[i] not in _CAME_OUT or i != text.sentence(i)[0]:
        return False
    return text.has(i + 1, "complementizer") or text.forms[i + 1] in _TO_WHOM


def _is_called(text: Text, i: int) -> bool:
    """``مسلح يدعى فلان``: how somebody is called, spelled like a claim without hamza and dots, but with nothing that is claimed."""
    if text.forms[i].removeprefix("و") not in _CALLED or text.folded.stored[text.stored_ends[i] - 1] != _ALIF:
        return False
    return not any(text.has(k, "complementizer") for k in range(i + 1, min(i + FAR, text.sentence(i)[1])))


def _is_governed(text: Text, i: int) -> bool:
    """Whether a word governs a past verb, and does not take up what stands before it (``وهو ما اعترف به``, ``وهو من كشف``)."""
    before = text.forms[i - 1]
    if not _governs[before] or is_who(text, i - 1):
        return False
    return not (
        before in _WHAT_OR_WHO and (text.forms[i - 2] in _IT_IS or (text.forms[i + 1] in _TAKEN_BACK and text.kinds[i + 2] == "word"))
    )


def is_who(text: Text, i: int) -> bool:
    """``عدد من وثق المرصد مقتلهم``: whether a token is مَن behind the noun of a number, which no preposition من parts from a verb."""
    return text.forms[i] == _WHO and sized[text.forms[i - 1]]


def _tells_object(text: Text, i: int, hit: Hit) -> bool:
    """``قدرتهم المنظمة بألف``, ``ألف نازح أحصتهم الوزارة``: a verb of counting, whose pronoun is what it counts."""
    return hit.value == "report it" or (str(hit.value).startswith("report object") and text.kinds[i + 1] == "word")


def _tells_whom(hit: Hit) -> bool:
    """``أبلغتنا الوزارة أن``, ``صارحهم بأن``: a verb whose pronoun is who is told."""
    return hit.value in _TELLS_WHOM


def is_whom_told(text: Text, i: int, hit: Hit) -> bool:
    """Whether the verb's pronoun is who is told, and takes up nothing that stands before it (``ما أبلغه``)."""
    return _tells_whom(hit) and (not is_taken_up(text, i) or text.has(i + 1, "complementizer"))


@Known
def _governs(form: str) -> bool:
    """Whether a word of this form is a preposition, a negation or حسبما, behind which no verb says anything (none past the ends)."""
    entries = analyse(form).entries if form else {}
    for cls in ("preposition", "negation", "as_told"):
        hit = entries.get(cls)
        if hit and not hit.article and hit.clitics in ("", "و", "ف"):
            return True
    return False


def is_denied_litotes(text: Text, i: int) -> bool:
    """``لم يستبعد``, ``لا يعتقد``: what is not ruled out is said to be possible, what is not believed to be otherwise."""
    form = text.forms[i]
    return text.forms[i - 1] in DENIALS and (
        (_litotes[form] and text.has(i, "litotes")) or (_deeming[form] and form[0] not in _FIRST_PERSON)
    )


def _saved(text: Text, i: int) -> bool:
    """``لم يعترف إلا بـ``, ``لا يعترف بأكثر من``: what is denied but for one thing, or beyond it, is said of that thing."""
    saves, end = text.where("save"), min(i + _SAVED, text.sentence(i)[1])
    n = bisect_right(saves, i)
    return (n < len(saves) and saves[n] < end) or not _BY_MORE.isdisjoint(text.forms[i + 1 : end])


def _circumstantial(text: Text, i: int, hit: Hit) -> bool:
    """A participle in the accusative, which tells how the main verb was done: قائلا, or موضحة after a comma."""
    form = text.forms[i]
    if _governs[text.forms[i - 1]] or (connector[text.forms[i - 1]] and text.has(i - 1, "connector")):
        return False
    if "weak" in str(hit.value):
        shown = text.kinds[i - 1] == "mark", text.has(i + 1, "complementizer")
        return any(shown) if form.endswith("ا") else form.endswith("ه") and all(shown)
    if form.endswith("ا"):
        return True
    return form.endswith(("ه", "ين")) and (
        text.kinds[i - 1] == "mark" or hit.clitics != "" or text.has(i + 1, "complementizer") or text.forms[i + 1] in OPENERS
    )
