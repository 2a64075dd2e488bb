"""What commas or brackets set in behind a verb of saying, before what it governs: asides, circumstances, descriptions."""

from collections.abc import Mapping

from hasila.arabic.name import Mention
from hasila.arabic.speech.another import is_other_verb
from hasila.arabic.speech.complement import is_complement, opens_complement
from hasila.arabic.speech.listed import listed
from hasila.text import Known, Text, analyse

PREPOSITIONS = {"عن": "about", "الي": "to", "علي": "on", "من": "of", "في": "in"}
WHO_IS = frozenset(["وهو", "وهي", "وهم", "وكان", "وكانت"])
_GOVERNED = frozenset(["الي", "علي", "عن"])
_LONGEST_DESCRIPTION, _LONGEST_BRACKETS = 25, 16
_LONGEST_CIRCUMSTANCE = 16
relative = listed("relative")
_taken = listed("taken_noun")
_seated = listed("seat_word")
_inset = listed("adverbial", "preposition", "title", "courtesy")
_ITS = frozenset(["ه", "ها"])
_OF_PAPER = frozenset(preposition + its for preposition in ("من", "عن", "علي", "في") for its in _ITS)


def past_aside(text: Text, comma: int, limit: int) -> int | None:
    """Past what is told of the speaker between commas (``، الذي كان يتحدث للصحفيين، إن``), None where أن doesn't follow it.

    It begins with a relative or a pronoun (see :func:`_may_describe`).
    """
    return next((i + 1 for i in range(comma + 2, limit - 1) if text.forms[i] == "،" and _leads_on(text, i + 1)), None)


def past_inset(text: Text, comma: int, limit: int) -> int | None:
    """Past whatever stands between a comma and the next (``، في ما بدا ردا على خصومه، إن``), None where أن doesn't follow this one.

    What begins with another verb of saying goes on with it: ``أعلن الخطة، وقال في لقاء، إن``.
    """
    close = next((i for i in range(comma + 2, min(limit, comma + _LONGEST_DESCRIPTION) - 1) if text.forms[i] == "،"), None)
    if close is None or not _leads_on(text, close + 1):
        return None
    return close + 1 if not is_other_verb(text, comma + 1) or _tells_how_out(text, comma + 1, close) else None


def _leads_on(text: Text, i: int) -> bool:
    """Whether أن stands at a token, be it behind what the verb governs: ``أشارت الدراسة، وعنوانها «كذا»، إلى أن``."""
    return is_complement(text, i + (text.forms[i] in _GOVERNED))


def _tells_how_out(text: Text, verb: int, close: int) -> bool:
    """``كشف تقرير أعده المركز، ونشرت مقتطفات منه أمس، أن``: whether a verb that و joins tells how the paper before it came out.

    A pronoun takes the paper up before the comma that closes what is set in.
    """
    hit = text.words[verb].entries.get("published_verb")
    if hit is None or hit.clitics != "و" or hit.tag != "past":
        return False
    return bool(hit.pronoun) or any(_takes_paper_up[text.forms[i]] for i in range(verb + 1, close))


@Known
def _takes_paper_up(form: str) -> bool:
    """Whether a word of this form (none past the text's end) takes up a paper by a pronoun: ``منه``, ``نتائجها``."""
    if form in _OF_PAPER:
        return True
    return any(hit.pronoun in _ITS for hit in analyse(form).entries.values()) if form else False


def opens_circumstance(text: Text, named: Mapping[int, Mention], frames: frozenset[str], comma: int, limit: int) -> bool:
    """``شدد الوزير، السيد فلان، أمس الأحد، خلال جلسة علنية، على``: whether a comma opens what tells who, when or where, up to the next.

    What the verb governs is no such circumstance.
    """
    form = text.forms[comma + 1]
    if PREPOSITIONS.get(form) in frames or not (comma + 1 in named or _inset[form]):
        return False
    close = next((i for i in range(comma + 2, min(limit, comma + _LONGEST_CIRCUMSTANCE)) if text.forms[i] == "،"), None)
    return close is not None and not any(text.kinds[i] == "mark" or opens_complement[text.forms[i]] for i in range(comma + 2, close))


def past_description(text: Text, comma: int, limit: int) -> int | None:
    """Past what is told of somebody between commas (``، وهي جمعية محلية،``, ``، ومقره لندن،``), None where nothing is.

    >>> from hasila.text import prepare
    >>> past_description(prepare("أحصى المركز، وهو معهد مستقل، ألف سفينة"), 2, 9), past_description(prepare("نجحنا، وهو ما نفاه"), 1, 5)
    (7, None)
    """
    form, behind = text.forms[comma + 1], text.forms[comma + 2]
    sits = _seated[form] and form.startswith("و")
    if not (sits or relative[form] or (form in WHO_IS and behind != "ما" and not _taken[behind])):
        return None
    stop = min(limit, comma + _LONGEST_DESCRIPTION)
    return next((i + 1 for i in range(comma + 2, stop) if text.forms[i] == "،"), None)


def past_brackets(forms: list[str], opening: int, limit: int) -> int:
    """Past brackets that open at a token to the one that closes them, if that is near."""
    for i in range(opening, min(opening + _LONGEST_BRACKETS, limit)):
        if forms[i] == ")":
            return i + 1
    return opening + 1
