"""Estimates: what somebody's estimate comes to (``تراوحت تقديرات البنك بين``), and numbers in a paper (``30 وزيرا في بيان الوزارة``)."""

from collections.abc import Iterator

from hasila.arabic.speech.antecedent import antecedent
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.quantity import number_word
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.arabic.speech.tally import number_opening
from hasila.arabic.speech.word import IN
from hasila.text import Hit, Text, is_feminine

_connector = listed("connector")
_complementizer = listed("complementizer")

_NAMES = "اسماء"  # في سجلات المستشفى أسماء 30 قتيلا
_STOPS = frozenset("،.؛:؟!")
_FAR, _NEAR, _COUNTED = 16, 3, 3  # tokens to the number behind the verb, to the verb behind the noun, from the number to its paper
_FEMININE = ("ه", "ات")
_complementizer = listed("complementizer")
_amount, _weekday = listed("amount_verb"), listed("weekday")


def find_estimates(speakers: SpeakerReader) -> Iterator[Draft]:
    """The clauses that tell what somebody's estimate comes to, and the numbers that stand in somebody's paper.

    >>> from hasila.arabic.name import Names
    >>> from hasila.text import prepare
    >>> text = prepare("تراوحت تقديرات وزارة الري بين أربعين وخمسين سدا")
    >>> [text.exact(d.speaker.first, d.speaker.last) for d in find_estimates(SpeakerReader(text, Names(), {}))]
    ['وزارة الري']
    """
    text = speakers.text
    for i in text.where("estimate_noun"):
        hit = text.words[i].entries["estimate_noun"]
        if text.forms[i - 1] == IN:
            bare = not (hit.article or hit.pronoun or hit.clitics or _is_set_off(text, i))
            found = (_located(speakers, i) or _holding(speakers, i)) if bare else None
        else:
            found = (_amounting(speakers, i, hit) if hit.value == "put" else None) or _titled(speakers, i, hit)
        if found is not None:
            yield found


def _is_set_off(text: Text, i: int) -> bool:
    """``العدد، في تقديرات الوزارة، 90``: whether the paper stands in a phrase that credits its clause, set off from it."""
    return (text.forms[i - 2] == "،" or i - 1 == text.sentence(i)[0]) and text.has(i - 1, "credit")


def _located(speakers: SpeakerReader, i: int) -> Draft | None:
    """``30 وزيرا في بيان الوزارة``: a number in a paper whose owner is told."""
    text, begin = speakers.text, speakers.text.sentence(i)[0]
    number = next((k for k in range(i - 2, max(begin, i - 2 - _COUNTED) - 1, -1) if _is_number(text, k) or text.kinds[k] == "mark"), None)
    if number is None or not _is_number(text, number):
        return None
    stop = _stop(text, i)
    owner = speakers.owner(i, stop)
    speaker = speakers.phrase(owner[0], stop, whole=False, skip=owner[1]) if owner and owner[0] < stop else None
    if speaker is None or speaker.kind == "place":
        return None
    first, cue = number_opening(text, begin, number), Cue(i - 1, i, 0, "report", "credit")
    return Draft(cue, first, 0, speaker.last, speaker.referred_to, "report", nested=True, until=speaker.last)


def _holding(speakers: SpeakerReader, i: int) -> Draft | None:
    """``في سجلات المستشفى 30 جثة``: the number that stands behind a paper and whose it is."""
    text, (begin, end) = speakers.text, speakers.text.sentence(i)
    stop = next((k for k in range(i + 1, min(end, i + _COUNTED + _FAR)) if _is_number(text, k) or _ends(text, k)), end)
    if stop >= end or not _is_number(text, stop) or text.has(i - 2, "credit"):
        return None
    owner = speakers.owner(i, stop)
    speaker = speakers.phrase(owner[0], stop, whole=False, skip=owner[1]) if owner and owner[0] < stop else None
    if speaker is None or speaker.kind == "place" or stop - speaker.last > 1 + (text.forms[speaker.last] == _NAMES):
        return None
    first = i - 1 if i - 1 == begin else speaker.last
    return Draft(
        Cue(i - 1, i, 0, "report", "credit"), first, int(first == begin and text.forms[first].startswith("و")), stop, speaker, "report"
    )


def _titled(speakers: SpeakerReader, i: int, hit: Hit) -> Draft | None:
    """``حصيلة الوزارة: 30 جريحا``: a paper and whose it is, and the number behind the colon."""
    text = speakers.text
    if hit.article or hit.pronoun or (text.kinds[i - 1] == "word" and i not in text.lines):
        return None
    begin, end = text.sentence(i)
    colon = next((k for k in range(i + 1, min(end, i + _FAR)) if text.kinds[k] == "mark"), end)
    if i != begin or colon + 1 >= end or text.forms[colon] != ":" or not _is_number(text, colon + 1):
        return None
    owner = speakers.owner(i, colon)
    speaker = speakers.phrase(owner[0], colon, whole=False, skip=owner[1]) if owner and owner[0] < colon else None
    if speaker is None or speaker.kind == "place" or speaker.last != colon:
        return None
    return Draft(Cue(i, i + 1, 0, "report", "credit"), i, len(hit.clitics), colon, speaker, "report")


def _amounting(speakers: SpeakerReader, i: int, hit: Hit) -> Draft | None:
    """``تراوحت تقديرات البنك بين``, ``تقديرات البنك تصل إلى``, ``لم يتعد تقديره``: what an estimate comes to."""
    text, (begin, end) = speakers.text, speakers.text.sentence(i)
    leads = _amount[text.forms[i - 1]] and i > begin
    opens = (
        i == begin
        or text.kinds[i - 1] == "mark"
        or (_connector[text.forms[i - 1]] and text.has(i - 1, "connector"))
        or (_complementizer[text.forms[i - 1]] and text.has(i - 1, "complementizer"))
    )
    if not (leads or opens) or not any(_is_number(text, k) for k in range(i + 1, min(end, i + 2 * _FAR))):
        return None
    speaker = _estimator(speakers, i, hit, begin) if hit.clitics == "" or not leads else None
    if speaker is None:
        return None
    last = i + 1 if hit.pronoun else max(speaker.last, i + 1)
    verb = i - 1 if leads else next((k for k in range(last, min(end, last + _NEAR)) if _comes_to(text, k, i)), None) if opens else None
    if verb is None or not any(_is_number(text, k) for k in range(max(last, verb + 1), min(end, max(last, verb) + _FAR))):
        return None
    first = min(i, verb)
    return Draft(Cue(verb, verb + 1, 0, "report", "past"), first, int(text.forms[first].startswith("و")), last, speaker, "report")


def _estimator(speakers: SpeakerReader, i: int, hit: Hit, begin: int) -> Speaker | None:
    """Whose estimate it is; the estimates themselves where an adjective tells whose they are (``التقديرات الأميركية``)."""
    text, stop = speakers.text, _stop(speakers.text, i)
    if hit.pronoun:
        return antecedent(text, speakers, hit.pronoun, begin, i)
    owner = speakers.owner(i, stop)
    if owner is None and not (hit.article and text.forms[i + 1].startswith("ال")):
        return None
    skip = len(hit.clitics)
    found = speakers.phrase(i, stop, whole=False, skip=skip)
    return found if found and found.kind != "place" else None


def _comes_to(text: Text, verb: int, noun: int) -> bool:
    """Whether a finite verb of coming to an amount agrees with the noun of an estimate."""
    hit = text.words[verb].entries.get("amount_verb") if _amount[text.forms[verb]] else None
    if hit is None or hit.tag not in ("past", "present"):
        return False
    form = text.forms[verb][hit.skip :]
    return is_feminine(form, hit.tag) == text.forms[noun].endswith(_FEMININE)


def _stop(text: Text, i: int) -> int:
    end = text.sentence(i)[1]
    return next((k for k in range(i + 1, min(end, i + _FAR)) if text.forms[k] in _STOPS), min(end, i + _FAR))


def _ends(text: Text, i: int) -> bool:
    return text.kinds[i] == "mark" or _complementizer[text.forms[i]]


def _is_number(text: Text, i: int) -> bool:
    """Whether a number stands at a token, and no day (``أمس الأحد 17 أغسطس في بيان للوزارة``)."""
    if text.kinds[i] == "digits":
        return not text.has(i + 1, "month")
    return number_word[text.forms[i]] and not _weekday[text.forms[i]]
