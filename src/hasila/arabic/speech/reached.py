"""Where what a verb of counting tells begins: behind who tells it, when and where (``رفع مسؤول رفض كشف اسمه الرقم إلى ألف``)."""

from hasila.arabic.speech.antecedent import is_finite
from hasila.arabic.speech.described import described
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.mark import ASIDE_ENDS
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.numbered import (
    ASIDE,
    LONGEST_CIRCUMSTANCE,
    SETTING,
    circumstance,
    counts_behind,
    estimate,
    raised_to,
    sized,
    tells_number,
)
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.text import Text

_OF_OTHERS = frozenset(["victim", "civilian", "fighter"])
_SUFFERING = frozenset(["victim", "civilian"])
_LOSSES = frozenset(["خساير", "ضحايا", "حصيله"])
_LONGEST_EVENT = 20  # tokens
_relative = listed("relative")
_seated = listed("seat_word")


def counted_from(text: Text, frame: str, at: int, end: int) -> int | None:
    """Where what is counted begins: at a token, or behind what stands there between two marks; None where nothing is."""
    if at >= end:
        return None
    if tells_number(text, frame, at, end):
        return at
    close = ASIDE_ENDS.get(text.forms[at])
    if close is not None:
        after = next((i + 1 for i in range(at + 1, min(end, at + ASIDE)) if text.forms[i] == close), end)
        return after if tells_number(text, frame, after, end) else None
    if frame in SETTING and circumstance[text.forms[at]]:
        near = range(at + 1, min(end, at + LONGEST_CIRCUMSTANCE))
        number = next((i for i in near if sized[text.forms[i]] or _is_own(text, i) or text.kinds[i] == "mark"), end)
        return number if tells_number(text, frame, number, end) else None
    if frame == "" and (circumstance[text.forms[at]] or _relative[text.forms[at]]):
        return at if counts_behind(text, at + 1, min(end, at + LONGEST_CIRCUMSTANCE)) else None
    if frame == "" and _befalls(text, at):
        return at if counts_behind(text, at + 1, min(end, at + _LONGEST_EVENT)) else None
    return None


def _befalls(text: Text, i: int) -> bool:
    """``سجل المرصد استشهاد عائلات … أدت إلى مقتل 30 مدنيا``: whether a masdar tells what befell people, be its number far behind it."""
    hit = text.words[i].entries.get("mishap")
    return hit is not None and not (hit.clitics or hit.article)


def revised(text: Text, speaker: Speaker, at: int, end: int) -> int | None:
    """Where the number begins that somebody puts higher or lower (``عدد القتلى إلى 30``): a paper any, who speaks no number of his own.

    ``رفع التحالف عدد جنوده إلى ألف`` tells what he did.
    """
    noun = counted_from(text, "revise", at, end)
    if noun is None or speaker.account or speaker.kind == "account" or text.forms[noun].startswith("ال"):
        return noun
    of = text.words[noun + 1]
    hit = of.entries.get("counted_noun")
    told = "estimate_noun" in text.words[noun].entries or (of.form.startswith("ال") and hit is not None and hit.value in _OF_OTHERS)
    return noun if told or _tells_of_dead(text, noun, raised_to(text, noun, end)) else None


def _tells_of_dead(text: Text, noun: int, link: int) -> bool:
    """``خسائر التنظيم``, ``عدد من قتلوا من المدنيين``: whether losses, victims or civilians are put at a number: nobody's own deed."""
    if text.forms[noun] in _LOSSES:
        return True
    hits = (text.words[i].entries.get("counted_noun") for i in range(noun + 1, link))
    return any(hit is not None and hit.value in _SUFFERING for hit in hits)


def past_described(text: Text, speakers: SpeakerReader, speaker: Speaker, at: int, end: int) -> int:
    """``رفع مسؤول رفض كشف اسمه الرقم إلى ألف``: past what describes a speaker, or where he sits, to the noun of what he puts higher.

    So past when or where he did it (``رفعت الوزارة في آب عدد الضحايا إلى ألف``).
    """
    if at < end and _seated[text.forms[at]]:  # ترفع المنظمة ومقرها لندن الرقم
        return next((i for i in range(at + 1, min(end, at + ASIDE)) if sized[text.forms[i]]), at)
    if at >= end or speaker.first >= at:
        return at
    near = range(at + 1, min(end, at + ASIDE))
    number = next((i for i in near if sized[text.forms[i]] or _is_own(text, i)), at)
    told_of = described(text, speakers.named, speaker.first, at + 1) <= at
    return number if told_of or not any(is_finite(text.forms[i]) for i in range(at, number)) else at


def _is_own(text: Text, i: int) -> bool:
    """``تقديره``: whether an estimate of somebody's own stands at a token."""
    return estimate[text.forms[i]] and text.words[i].entries["estimate_noun"].pronoun != ""
