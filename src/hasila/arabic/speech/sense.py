"""Senses: whether a listed verb says anything where it stands."""

from bisect import bisect_right
from itertools import pairwise

from hasila.arabic.speech.bearing import is_person
from hasila.arabic.speech.described import BELONGING, belongs
from hasila.arabic.speech.listed import listed, or_accusative
from hasila.arabic.speech.mark import ASIDE_ENDS, CLOSING, OPENERS
from hasila.arabic.speech.word import MORE, NEAR_NAME, OWN_NAME
from hasila.text import Hit, Known, Text, Word, analyse

_relative = listed("relative")
_litotes, _deeming = listed("litotes"), listed("deeming_verb")
_connector = listed("connector")

_DENIALS = frozenset(["لم", "ولم", "فلم", "لا", "ولا", "فلا"])
_TAKEN_UP = frozenset(["ما", "كما", "بما", "مما"])
_IT_IS = frozenset(["وهو", "وهي", "وهم"])
_TAKEN_BACK = frozenset(["به", "عنه", "اليه", "عليه"])  # ما ذهب إليه المركز
_BEFORE_SUBJUNCTIVE = frozenset(["ان", "لان", "كي", "لكي", "حتي", "سوف", "قد", "فقد", "الا"])
_IN_IT = frozenset(["فيه", "فيها"])
_WAS = frozenset(["كان", "كانت"])
_BEFORE_PAST = _WAS | {"وقت"}
_WHO = "من"
_WHAT_OR_WHO = frozenset(["ما", _WHO])
_FRONTED, _FAR, _NEAR_PAPER = 6, 15, 4
_SAVED = 14  # tokens to what is saved from a denial
_ASIDE = 12  # tokens
_THIS = frozenset(["هذا", "هذه"])  # تقدر هذا الدخل بمليون
_adverbial = listed("adverbial")
_kept, _sized = listed("described_verb", "doing_verb"), listed("sized_noun")
_quantifies = listed("approximator", "vague", "quantifier", "nominal_opener")
_watching, _befalls = listed("watching_masdar"), listed("mishap")
_appears = listed("appearing_verb")
_court, _hears = listed("court_noun"), or_accusative(is_person)
_CONVICTS = frozenset(f"{joined}{form}" for joined in ("", "و", "ف") for form in ("ادان", "ادانت", "دان", "دانت"))  # أدانت المحكمة فلانا
_NEW = "جدد"  # نواب جدد
_INVITED = frozenset(["اليه", "اليها", "اليهم", "اليهما"])
_LONGEST_HOST = 6
_JUSSIVE = frozenset(["يقل", "تقل"])  # of قال behind a denial alone; else of carrying, or being few (تقل الشاحنة 80 شخصا)
_CALLED, _ALIF = frozenset(["يدعي", "تدعي"]), "ى"
_BY, _medium = frozenset(["عبر", "وعبر"]), listed("medium_noun")
_DAMMA, _DOUBLED, _CALL = "ُ", "ّ", "call_for to whom"
_BRIEFS, _UPON = "say on whom", frozenset(["علي", "عليه", "عليها", "عليهم"])
_BLAMES, _BLAME = "accuse object whom", listed("blame_noun")
_OF_TWO_SENSES = frozenset([_CALL, _BRIEFS, _BLAMES, "say about whom"])
_CAME_OUT = frozenset(("وتبين", "فتبين", "تبين"))
_TO_WHOM = frozenset(("له", "لها", "لهم", "لنا", "لاحقا", "فيما", "بعد"))
_FIRST_PERSON = "ان"
_OF_PRESENTS = "ياتن"  # what a present begins with
_TENSED = frozenset(["قد", "فقد", "وقد", "لقد", "ولقد"])
on_its_side = listed("on_its_side")
_BY_MORE = frozenset(["باكثر", "بازيد", "بسوي", "بغير"])
_HIDES = "say that denied"  # لا يخفي أن
_TELLS_WHOM = frozenset(["say whom", "say about whom", "say by whom held"])


def is_taken_up(text: Text, i: int) -> bool:
    """``ما أعلنه``, ``التي قدرها``: the pronoun of the verb takes up what stands before it.

    >>> from hasila.text import prepare
    >>> is_taken_up(prepare("ما أعلنه الوزير"), 1)
    True
    """
    return _relative[text.forms[i - 1]] or text.forms[i - 1] in _TAKEN_UP or text.forms[i - 2] in _IT_IS


def is_cue(text: Text, i: int, hit: Hit) -> bool:
    """Whether a verb or participle of saying credits something where it stands: not denied, not passive, not governed."""
    if (text.forms[i] == BELONGING and belongs(text, i)) or keeps_name(text, i):
        return False
    if text.forms[i] == _NEW and is_person[text.forms[i - 1]] and not text.forms[i - 1].startswith("ال"):
        return False
    if _before_masdar[text.forms[i - 1]] and hit.tag == "past" and not hit.clitics and "speech_noun" in text.words[i].entries:
        return False  # رغم زعم الوزير أن
    if text.forms[i] in _CONVICTS and _court[text.forms[i + 1]]:
        return False
    if _plain_past[text.words[i]] is hit:
        return not (_is_governed(text, i) or (text.folded.offsets is not None and _is_passive(text, i, hit.skip)))
    if hit.pronoun == "ه" and text.stored[text.stored_ends[i] - 1] == "ة":  # 90 هدفا لإضعاف قدرة كذا: a noun
        return False
    if hit.pronoun and not (is_taken_up(text, i) or _tells_whom(hit) or _tells_object(text, i, hit)):
        return False
    if hit.value in _OF_TWO_SENSES and _in_other_sense(text, i, hit):
        return False
    if hit.tag == "past":
        return _past_tells(text, i, hit)
    return _present_tells(text, i, hit) if hit.tag == "present" else _circumstantial(text, i, hit)


def _past_tells(text: Text, i: int, hit: Hit) -> bool:
    """Whether a past verb, which may mean something else or be spelled like a noun, says something where it stands."""
    if _is_passive(text, i, hit.skip) or is_joined_masdar(text, i):
        return False
    if hit.pronoun:
        return True
    return not (_is_governed(text, i) or _counted(text, i, hit) or _kept_back(text, i)) and _placed(text, i, hit)


def _present_tells(text: Text, i: int, hit: Hit) -> bool:
    """Whether a present says something where it stands: no subjunctive, and denied only where that says something too."""
    if _is_passive_present(text, i, hit.skip) or _turns_out(text, i) or _is_called(text, i):
        return False
    before = text.forms[i - 1]
    if text.forms[i] in _JUSSIVE and before not in _DENIALS:
        return False
    if before in _DENIALS and text.forms[i + 1] in MORE and "counting_verb" in text.words[i].entries:
        return True  # لا يرى أكثر من
    if hit.value == _HIDES:
        return before in _DENIALS
    if before in _DENIALS and hit.clitics == "" and text.forms[i][0] not in _FIRST_PERSON and _saved(text, i):
        return True
    if is_denied_litotes(text, i):
        return True
    if before == "ان" and text.forms[i - 2] == "قبل":  # قبل أن يضيف; behind a comma it goes on with what came next
        return text.forms[i - 3] == "،" or text.has(i + 1, "complementizer") or text.forms[i + 1] in OPENERS
    if hit.clitics == "ل":
        return not hit.pronoun and _comes_forward(text, i)
    subjunctive = before in _BEFORE_SUBJUNCTIVE or hit.clitics.endswith(("ل", "س"))
    return not subjunctive and not _governs[before] and _placed(text, i, hit)


@Known
def _plain_past(word: Word) -> Hit | None:
    """What the lists say of a past verb of saying that means nothing else, be it where it may; None for all other words."""
    hit = word.entries.get("speech_verb")
    if hit is None or hit.tag != "past" or hit.pronoun or hit.value in _OF_TWO_SENSES or "masdar_spelled" in word.classes:
        return None
    return hit if hit.clitics or not ("weak" in str(hit.value) or "source_noun" in word.entries) else None


def _turns_out(text: Text, i: int) -> bool:
    """``وتبين أن`` at a sentence's head, ``وتبين له أن``: what came to light, spelled like ``تبين الأرقام أن`` but without a subject."""
    if text.forms[i] not in _CAME_OUT or i != text.sentence(i)[0]:
        return False
    return text.has(i + 1, "complementizer") or text.forms[i + 1] in _TO_WHOM


def _is_called(text: Text, i: int) -> bool:
    """``مسلح يدعى فلان``: how somebody is called, spelled like a claim without hamza and dots, but with nothing that is claimed."""
    if text.forms[i].removeprefix("و") not in _CALLED or text.folded.stored[text.stored_ends[i] - 1] != _ALIF:
        return False
    return not any(text.has(k, "complementizer") for k in range(i + 1, min(i + _FAR, text.sentence(i)[1])))


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
    return text.forms[i] == _WHO and _sized[text.forms[i - 1]]


def _tells_object(text: Text, i: int, hit: Hit) -> bool:
    """``قدرتهم المنظمة بألف``, ``ألف نازح أحصتهم الوزارة``: a verb of counting, whose pronoun is what it counts."""
    return hit.value == "report it" or (str(hit.value).startswith("report object") and text.kinds[i + 1] == "word")


def _tells_whom(hit: Hit) -> bool:
    """``أبلغتنا الوزارة أن``, ``صارحهم بأن``: a verb whose pronoun is who is told."""
    return hit.value in _TELLS_WHOM


def is_whom_told(text: Text, i: int, hit: Hit) -> bool:
    """Whether the verb's pronoun is who is told, and takes up nothing that stands before it (``ما أبلغه``)."""
    return _tells_whom(hit) and (not is_taken_up(text, i) or text.has(i + 1, "complementizer"))


def _in_other_sense(text: Text, i: int, hit: Hit) -> bool:
    """Whether a verb says nothing by its sense here: دعا that invites, يبلغ that comes to a size, حمل that carries."""
    if hit.value == _CALL:
        return _relative[text.forms[i - 1]] and _invites(text, i)
    if hit.value == _BRIEFS:
        return _only_sees(text, i, hit)
    if hit.value == _BLAMES:
        return not any(map(_BLAME.__getitem__, text.forms[i + 1 : min(i + _FAR, text.sentence(i)[1])]))  # حمل المتظاهرون لافتات
    return hit.tag == "present" and _sized[text.forms[i + 1]]  # يبلغ عدد السكان


def has_seen(text: Text, i: int) -> bool:
    """``الإحصائية التي اطلعت عليها الصحيفة``: whether a verb is one of seeing a paper, and not of telling somebody."""
    hit = text.words[i].entries.get("speech_verb")
    return hit is not None and hit.value == _BRIEFS and _only_sees(text, i, hit)


def _only_sees(text: Text, i: int, hit: Hit) -> bool:
    """``وثيقة اطلعت عليها الصحيفة``, ``اطلع مجلس الوزراء على التقرير``: whether a verb of briefing is one of seeing here.

    So it is without a hamza, where nobody stands before على who could be told.
    """
    if text.forms[i + 1] in _UPON:
        return True
    if hit.tag != "past" or text.stored[text.stored_starts[i] + hit.skip] != "ا":
        return False
    near = text.forms[i + 1 : i + 1 + _LONGEST_HOST]
    between = near[: near.index("علي")] if "علي" in near else near
    told = (form for before, form in pairwise(between) if before.startswith("ال"))
    return not any(_hears[form] for form in told)


def _invites(text: Text, i: int) -> bool:
    """``المؤتمر الذي دعت إليه فرنسا``: the pronoun takes up what one is called to, which is an invitation."""
    for form in text.forms[i + 1 : i + 1 + _LONGEST_HOST]:
        if form in _INVITED:
            return True
        if form in ("الي", "،"):
            break
    return False


def _is_passive(text: Text, i: int, skip: int) -> bool:
    """Whether a past is vocalized as a passive (``ذُكر``), which leaves unsaid whose word it is; ``نُقل عن`` names its source."""
    second = text.stored_starts[i] + 1
    return _DAMMA in text.folded.stored[second : second + 1 + 2 * skip] and "relay_verb" not in text.words[i].entries


def _is_passive_present(text: Text, i: int, skip: int) -> bool:
    """``يُفترض``: a present of a derived form with ت, whose active has no damma on its first letter."""
    first = text.stored_starts[i] + skip + 1
    return text.folded.stored[first : first + 1] == _DAMMA and "ت" in text.forms[i][skip + 1 : skip + 3]


def _counted(text: Text, i: int, hit: Hit) -> bool:
    """``ألف طالب``: people who are counted say nothing, though their noun looks like a verb."""
    if hit.clitics or hit.pronoun or "source_noun" not in text.words[i].entries:
        return False
    return text.kinds[i - 1] == "digits" or text.has(i - 1, "cardinal")


def keeps_name(text: Text, i: int) -> bool:
    """``مصدر لم يذكر اسمه``, ``مسؤول لم تسمه الوكالة``: whether a verb, denied, has the speaker's own name for its object."""
    return text.forms[i - 1] in _DENIALS and not OWN_NAME.isdisjoint(text.forms[i + 1 : i + 1 + NEAR_NAME])


def is_joined_masdar(text: Text, i: int) -> bool:
    """``لجنة متابعة ورصد الأوبئة``: what و joins to a masdar that tells what a body is there for is one too, and no verb."""
    before = text.forms[i - 1]
    return _watching[before] and not before.startswith("ال") and text.forms[i][:1] == "و" and "masdar_spelled" in text.words[i].classes


def _kept_back(text: Text, i: int) -> bool:
    """``رفض نشر اسمه``, ``اعتادت نشر حصيلة``: right after a verb it is the masdar that this verb governs."""
    return _kept[text.forms[i - 1]] and text.forms[i - 1] not in _TENSED and "masdar_spelled" in text.words[i].classes


@Known
def _before_masdar(form: str) -> bool:
    """Whether a word of this form (none past the text's start) governs a noun, so that a masdar behind it is no verb: ``رغم``, ``بعد``."""
    adverbial = analyse(form).entries.get("adverbial") if form else None
    return adverbial is not None and adverbial.value == "governing"


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
    return text.forms[i - 1] in _DENIALS and (
        (_litotes[form] and text.has(i, "litotes")) or (_deeming[form] and form[0] not in _FIRST_PERSON)
    )


def _saved(text: Text, i: int) -> bool:
    """``لم يعترف إلا بـ``, ``لا يعترف بأكثر من``: what is denied but for one thing, or beyond it, is said of that thing."""
    saves, end = text.where("save"), min(i + _SAVED, text.sentence(i)[1])
    n = bisect_right(saves, i)
    return (n < len(saves) and saves[n] < end) or not _BY_MORE.isdisjoint(text.forms[i + 1 : end])


def _placed(text: Text, i: int, hit: Hit) -> bool:
    """A verb that looks like a common word (بين, عد) must begin its clause."""
    if "weak" not in str(hit.value) or hit.clitics or hit.pronoun:
        return True
    if "about" in str(hit.value) and ("عن" not in text.forms[i + 1 : i + _FAR] or _is_by_means(text, i)):
        return False
    at = _past_aside(text, i + 1)
    if text.forms[i].endswith(("ت", "وا")) or _sized[text.forms[at]]:  # no common word looks like these, or governs such a noun
        return True
    if text.forms[i - 1].startswith("ال") and _befalls[text.forms[at]]:
        return True  # المرصد السوري رصد مقتل 30: what a masdar would govern is told of no definite noun
    if text.forms[i][0] in "تي" and text.has(at, "complementizer") and (_tells_of_thing(text, at + 1) or _paper_tells(text, i)):
        return True
    begin = text.sentence(i)[0]
    own = text.word(i + 2).entries.get("own_paper") if text.forms[i + 1] == "في" else None
    if _DOUBLED in text.folded.stored[text.stored_starts[i] : text.stored_ends[i]] or (own and own.pronoun):
        return True  # المفتش قدّر, المفتش قدر في تقريره
    # وفي جنيف قدر الخبراء, وكان تقرير قدر
    fronted = i - begin <= _FRONTED and (text.has(begin, "preposition") or text.forms[begin].removeprefix("و") in _WAS)
    return (
        fronted
        or text.forms[i - 1] in _TENSED
        or text.forms[i - 1] in _BEFORE_PAST  # المرصد كان قدر, في وقت قدر المرصد
        or text.forms[i + 1] in _IN_IT  # في وقت قدر فيه المرصد
        or on_its_side[text.forms[i - 1]]  # المرصد من جهته رصد
        or i == begin
        or (text.kinds[i - 1] in ("", "mark") and not _closes(text, i - 1))  # «جريمة» تعبر عن
        or (_connector[text.forms[i - 1]] and text.has(i - 1, "connector"))
        or _relative[text.forms[i - 1]]
    )


def _closes(text: Text, i: int) -> bool:
    """Whether a mark closes a quotation or brackets, so that no clause begins behind it."""
    return text.forms[i] in CLOSING and not (text.forms[i] == '"' and text.glued(i + 1))


def _is_by_means(text: Text, i: int) -> bool:
    """``عبر الهاتف``, ``عبر وسائل الإعلام``: whether the masculine verb for expressing is the preposition by."""
    return text.forms[i] in _BY and _medium[text.forms[i + 1]]


def _past_aside(text: Text, i: int) -> int:
    """Past what stands between two marks (``المرصد يقدر، ومقره لندن، أن``) or in adverbs."""
    close = ASIDE_ENDS.get(text.forms[i])
    if close is not None:
        return next((k + 1 for k in range(i + 1, min(i + _ASIDE, len(text.words))) if text.forms[k] == close), i)
    while i < len(text.words) and (_adverbial[text.forms[i]] or text.forms[i] in _THIS):
        i += 1
    return i


def _tells_of_thing(text: Text, i: int) -> bool:
    """``المرصد يقدر أن نحو 30 مبنى``: whether a number, a noun or a particle stands behind أن, which no verb of being able has there.

    That governs a present, whose first letter tells it (``تقدر أن تصل``): what begins otherwise is none (``أن غارات كذا قتلت 30``).
    """
    after = text.forms[i]
    if text.kinds[i] == "word" and after[0] not in _OF_PRESENTS and after not in _DENIALS:
        return True
    return text.kinds[i] == "digits" or text.has(i, "cardinal") or after.startswith("ال") or _sized[after] or _quantifies[after]


def makes_paper(text: Text, i: int) -> bool:
    """``دراسة أعدها باحثون``: a verb of making, its pronoun the paper's before it."""
    made = text.words[i].entries.get("published_verb")
    if made is None or not made.pronoun:
        return False
    return any("account_noun" in word.entries for word in text.words[max(0, i - _NEAR_PAPER) : i])


def _comes_forward(text: Text, i: int) -> bool:
    """``خرج الوزير ليعلن``: whether a verb of coming forward stands before in the sentence."""
    begin = max(text.sentence(i)[0], i - _FAR)
    return any(_appears[text.forms[k]] and text.words[k].entries["appearing_verb"].tag in ("past", "present") for k in range(begin, i - 1))


def _paper_tells(text: Text, i: int) -> bool:
    """``إحصائية رفعتها اللجنة تبين أن``: an indefinite paper stands before the verb, with nothing but its description between."""
    for k in range(i - 1, max(-1, i - _FRONTED - 1), -1):
        paper = text.words[k].entries.get("account_noun")
        if text.kinds[k] != "word" or (paper is not None and (paper.article or paper.pronoun)):
            return False
        if paper is not None:
            return True
    return False


def _circumstantial(text: Text, i: int, hit: Hit) -> bool:
    """A participle in the accusative, which tells how the main verb was done: قائلا, or موضحة after a comma."""
    form = text.forms[i]
    if _governs[text.forms[i - 1]] or (_connector[text.forms[i - 1]] and text.has(i - 1, "connector")):
        return False
    if "weak" in str(hit.value):
        shown = text.kinds[i - 1] == "mark", text.has(i + 1, "complementizer")
        return any(shown) if form.endswith("ا") else form.endswith("ه") and all(shown)
    if form.endswith("ا"):
        return True
    return form.endswith(("ه", "ين")) and (
        text.kinds[i - 1] == "mark" or hit.clitics != "" or text.has(i + 1, "complementizer") or text.forms[i + 1] in OPENERS
    )
