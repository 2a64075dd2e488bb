"""Verbs of counting and of putting something at a number, and what they have right behind them."""

from hasila.arabic.speech.bearing import is_many
from hasila.arabic.speech.cue import Cue, feminine
from hasila.arabic.speech.frame import LOOSE, TOLD, Frame
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.mark import CLOSERS
from hasila.arabic.speech.word import WHAT
from hasila.text import Known, Text

_cardinal = listed("cardinal")

PUT_AT = frozenset(["object", "by", "weak"])  # frames of a verb that puts something at a number
_SOME = frozenset(("نحو", "حوالي", "اكثر", "اقل", "قرابه", "زهاء", "ما"))
_THEIRS = ("ه", "ها", "هم")
_THEM, _MANY = "هم", ("ون", "وا")
_WHO = frozenset(("body_noun", "source_noun"))
_ABOUT_IT = frozenset(["عنه", "عنها", "عنهما"])
_CONTENTS, _NEAR = ("مضمون", "محتو", "تفاصيل", "فحو", "نتايج", "مقتطف"), 6
_FAR = 8
BACK = frozenset(["به", "بها", "بهم", "عنه", "عنها", "عنهم", "اليه", "اليها", "عليه", "عليها", "منه", "منها"])
_sized, relative = listed("sized_noun"), listed("relative")


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


def is_estimated(text: Text, cue: Cue) -> bool:
    """``نهب مبالغ قدرت بـ430 مليونا``, ``نفذ ضربات قدرت كلفتها بألف``: whether a verb is the passive of what somebody puts at a number.

    So it is where no object stands between it and the number, nor behind; and right behind an indefinite noun whose pronoun its own has
    (صفة: W. Wright, A Grammar of the Arabic Language, II, § 172).
    """
    forms, at = text.forms, cue.last
    if not cue.frames >= PUT_AT or cue.pronoun or cue.form not in ("past", "present") or at >= len(forms):
        return False
    before, sized = text.words[cue.first - 1], text.words[at].entries.get("sized_noun")
    if _is_at_number(text, at):
        if not _WHO.isdisjoint(before.entries) or before.form in CLOSERS:
            return False  # المنظمة تقدر بـ900 القتلى
        return not any(map(_sized.__getitem__, forms[at + 1 : min(at + _FAR, text.sentence(at)[1])]))
    if cue.skip or sized is None or sized.pronoun not in _THEIRS or before.kind != "word" or before.form.startswith("ال"):
        return False
    return "counted_noun" in before.entries or before.form.endswith("ات")


def is_of_paper(text: Text, cue: Cue, frame: Frame) -> bool:
    """``قال تقرير كشف القصر النقاب عنه إن``: whether a verb right behind a noun takes it up by a pronoun, before the أن of another verb."""
    forms, first = text.forms, cue.first
    if frame.kind not in TOLD or cue.skip or text.kinds[first - 1] != "word" or relative[forms[first - 1]] or forms[first - 1] in WHAT:
        return False
    return any(form in _ABOUT_IT or _of_its[form] for form in forms[cue.last : frame.at]) and "account_noun" in _nouns_before(text, first)


def _nouns_before(text: Text, first: int) -> frozenset[str]:
    """The classes of the words right before a verb, back to another verb or mark."""
    found = set[str]()
    for word in reversed(text.words[max(text.sentence(first)[0], first - _NEAR) : first]):
        if word.kind != "word" or "speech_verb" in word.entries:
            break
        found.update(word.entries)
    return frozenset(found)


@Known
def _of_its(form: str) -> bool:
    """Whether a form is what a paper has, by a pronoun: ``مضمونه``, ``تفاصيلها``."""
    return form.endswith(("ه", "ها")) and form.startswith(_CONTENTS)


def is_taken_back(text: Text, cue: Cue, frame: Frame, *, relative: bool) -> bool:
    """``المؤتمر الذي أعلن عنه في أيار``, ``مبالغ كانت قد تعهدت بها``: the pronoun takes up what is told, which tells nothing."""
    forms = text.forms
    if relative and cue.frames >= PUT_AT and _is_at_number(text, cue.last):
        return True  # المبلغ المطلوب للإغاثة في البلاد الذي يقدر بنحو مليار
    if relative and cue.frames >= PUT_AT and _sized[forms[cue.last]] and forms[cue.last].endswith(_THEIRS):
        return True  # محتجون قدر عددهم بألف
    return forms[cue.last] in BACK or (frame.kind == "preposition" and forms[frame.at] in BACK)
