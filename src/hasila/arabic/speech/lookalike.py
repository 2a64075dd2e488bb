"""Verbs of saying that look like common words (بين, عد, عبر), and say something only where they begin their clause."""

from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.mark import ASIDE_ENDS, CLOSING
from hasila.text import Hit, Text

relative = listed("relative")
connector = listed("connector")
DENIALS = frozenset(["لم", "ولم", "فلم", "لا", "ولا", "فلا"])
_IN_IT = frozenset(["فيه", "فيها"])
_WAS = frozenset(["كان", "كانت"])
_BEFORE_PAST = _WAS | {"وقت"}
_FRONTED = 6
FAR = 15
_NEAR_PAPER = 4
_ASIDE = 12  # tokens
_THIS = frozenset(["هذا", "هذه"])  # تقدر هذا الدخل بمليون
_adverbial = listed("adverbial")
sized = listed("sized_noun")
_quantifies = listed("approximator", "vague", "quantifier", "nominal_opener")
_befalls = listed("mishap")
_appears = listed("appearing_verb")
_BY = frozenset(["عبر", "وعبر"])
_medium = listed("medium_noun")
_DOUBLED = "ّ"
_OF_PRESENTS = "ياتن"  # what a present begins with
TENSED = frozenset(["قد", "فقد", "وقد", "لقد", "ولقد"])
on_its_side = listed("on_its_side")


def begins_clause(text: Text, i: int, hit: Hit) -> bool:
    """A verb that looks like a common word (بين, عد) must begin its clause."""
    if "weak" not in str(hit.value) or hit.clitics or hit.pronoun:
        return True
    if "about" in str(hit.value) and ("عن" not in text.forms[i + 1 : i + FAR] or _is_by_means(text, i)):
        return False
    at = _past_aside(text, i + 1)
    if text.forms[i].endswith(("ت", "وا")) or sized[text.forms[at]]:  # no common word looks like these, or governs such a noun
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
        or text.forms[i - 1] in TENSED
        or text.forms[i - 1] in _BEFORE_PAST  # المرصد كان قدر, في وقت قدر المرصد
        or text.forms[i + 1] in _IN_IT  # في وقت قدر فيه المرصد
        or on_its_side[text.forms[i - 1]]  # المرصد من جهته رصد
        or i == begin
        or (text.kinds[i - 1] in ("", "mark") and not _closes(text, i - 1))  # «جريمة» تعبر عن
        or (connector[text.forms[i - 1]] and text.has(i - 1, "connector"))
        or relative[text.forms[i - 1]]
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
    if text.kinds[i] == "word" and after[0] not in _OF_PRESENTS and after not in DENIALS:
        return True
    return text.kinds[i] == "digits" or text.has(i, "cardinal") or after.startswith("ال") or sized[after] or _quantifies[after]


def makes_paper(text: Text, i: int) -> bool:
    """``دراسة أعدها باحثون``: a verb of making, its pronoun the paper's before it."""
    made = text.words[i].entries.get("published_verb")
    if made is None or not made.pronoun:
        return False
    return any("account_noun" in word.entries for word in text.words[max(0, i - _NEAR_PAPER) : i])


def comes_forward(text: Text, i: int) -> bool:
    """``خرج الوزير ليعلن``: whether a verb of coming forward stands before in the sentence."""
    begin = max(text.sentence(i)[0], i - FAR)
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
