"""Verbs of counting and of putting something at a number, and what they have right behind them."""

from hasila.arabic.speech.bearing import is_many
from hasila.arabic.speech.cue import Cue, feminine
from hasila.arabic.speech.frame import LOOSE, Frame
from hasila.arabic.speech.listed import listed
from hasila.text import Text

_cardinal = listed("cardinal")

PUT_AT = frozenset(["object", "by", "weak"])  # frames of a verb that puts something at a number
_SOME = frozenset(("نحو", "حوالي", "اكثر", "اقل", "قرابه", "زهاء", "ما"))
_THEIRS = ("ه", "ها", "هم")
_THEM, _MANY = "هم", ("ون", "وا")
BACK = frozenset(["به", "بها", "بهم", "عنه", "عنها", "عنهم", "اليه", "اليها", "عليه", "عليها", "منه", "منها"])
_sized = listed("sized_noun")


def is_put(text: Text, cue: Cue) -> bool:
    """``وقدر كلفة الجدار بمليون``: whether the noun behind a verb cannot be its subject, by its gender."""
    noun = text.forms[cue.last]
    return cue.frames >= PUT_AT and cue.skip > 0 and _sized[noun] and feminine(text, cue) != noun.endswith("ه")


def is_numbered(text: Text, cue: Cue, first: int) -> bool:
    """``أما التونسيون فيقدر عددهم بألف``: whether those before a verb are whom it puts at a number, which as one, and no people, it has.

    A verb behind its subject agrees with it in number (W. Wright, A Grammar of the Arabic Language, II, § 146).
    """
    size, people = text.forms[cue.last], text.forms[first]
    if not (cue.frames >= PUT_AT and size.endswith(_THEM) and _sized[size]) or text.forms[cue.last - 1].endswith(_MANY):
        return False
    return is_many[people] or (people.startswith("ال") and "nation_people" in text.words[first].entries)


def counts_at_once(text: Text, cue: Cue, frame: Frame) -> bool:
    """``وحدته رصدت 30 مسلحا``: whether a number right behind a verb of counting is what it counts."""
    at = cue.last
    return (
        cue.type == "report"
        and frame.kind in LOOSE
        and at < len(text.words)
        and (text.kinds[at] == "digits" or (_cardinal[text.forms[at]] and text.has(at, "cardinal")))
    )


def _is_at_number(text: Text, i: int) -> bool:
    """``بنحو``, ``ب90``, ``بمليون``: whether ب and a number stand there, at which what is told of is put, and by somebody unnamed."""
    form = text.form(i)
    if form[:1] != "ب":
        return False
    return form[1:] in _SOME or text.kinds[i + (form == "ب")] == "digits" or (_cardinal[form] and text.has(i, "cardinal"))


def is_taken_back(text: Text, cue: Cue, frame: Frame, *, relative: bool) -> bool:
    """``المؤتمر الذي أعلن عنه في أيار``, ``مبالغ كانت قد تعهدت بها``: the pronoun takes up what is told, which tells nothing."""
    forms = text.forms
    if relative and cue.frames >= PUT_AT and _is_at_number(text, cue.last):
        return True  # المبلغ المطلوب للإغاثة في البلاد الذي يقدر بنحو مليار
    if relative and cue.frames >= PUT_AT and _sized[forms[cue.last]] and forms[cue.last].endswith(_THEIRS):
        return True  # محتجون قدر عددهم بألف
    return forms[cue.last] in BACK or (frame.kind == "preposition" and forms[frame.at] in BACK)
