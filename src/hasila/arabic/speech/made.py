"""Numbers by who made them: ``تقف حصيلة جمعها باحثون عند ألف``, ``أما الحصيلة، كما نشرها المركز، فهي ألف``, ``ما أحصاه الفريق هو ألف``."""

from collections.abc import Container, Iterator

from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft, conjoined
from hasila.arabic.speech.listed import listed, or_accusative
from hasila.arabic.speech.quantity import is_number
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.arabic.speech.word import AS, IN
from hasila.text import Text, Word

_number_noun = or_accusative(listed("sized_noun", "account_noun", "estimate_noun"))  # علما أن تقريرا وزعه الخبراء
_relative, _amount = listed("relative"), listed("amount_verb")
_telling = listed("speech_verb", "held_verb", "told_verb", "relay_verb", "complementizer")
_WHAT = frozenset(["ما", "وما", "فما"])
_WHO, _AMONG = frozenset(["الذين", "اللواتي", "التي", "الذي"]), frozenset(["بين", "من", "ومن"])
_IS, _UPON = frozenset(["هو", "هي", "فهو", "فهي", "وهو", "وهي"]), frozenset(["عند", "الي"])
_COUNTED = frozenset(["report object", "report object by weak"])
_DENIED = frozenset(["لا", "لم", "لن", "ما"])
_OF_IT = frozenset(["به", "بها", "عنه", "عنها"])
_PEOPLE = ("هم", "هن")  # whom one frees, and puts out no more than a paper is freed: الرهائن الذين حررتهم القوات
_OWN = frozenset(["soldier", "vehicle", "place"])
_NOUNS, _CLAUSE = 4, 6  # tokens from the noun to its verb; and where the verb stands in a clause of its own
_AT, _LINKS = frozenset(["عند", "لدي"]), frozenset([":", "هو", "هي", "تبلغ", "يبلغ", "بلغت", "بلغ"])
_FAR, _NEAR, _REST = 30, 3, 40  # tokens to the number; to a number without a verb; of the number's clause


def find_made(speakers: SpeakerReader, known: Container[int], told: Container[int]) -> Iterator[Draft]:
    """The numbers that a noun tells of whose clause names who made it; ``known``: the first tokens of speakers who are told already.

    ``told``: where the words of others begin, which who passed their paper on has not made (``قال الوزير في بيان نشرته الوكالة: …``).

    >>> from hasila.arabic.name import Names
    >>> from hasila.text import prepare
    >>> text = prepare("تقف حصيلة جمعها المرصد عند ثلاثين غريقا")
    >>> [text.exact(d.speaker.first, d.speaker.last) for d in find_made(SpeakerReader(text, Names(), {}), (), ())]
    ['المرصد']
    """
    text = speakers.text
    yield from _find_held(speakers, known)
    taken = ((i - 1, i + 1) for i in text.where(_takes_up) if _telling[text.forms[i - 1]] and _relative[text.forms[i - 2]])
    for i, behind in (*((i, i + 1) for i in text.where(makes)), *taken):
        begin, end = text.sentence(i)
        noun = _noun(text, begin, i)
        if noun is None or behind >= end or (_is_revising(text.words[i]) and _is_of_own(text, begin, noun)):
            continue
        at = speakers.past_circumstance(behind, end)
        speaker = speakers.phrase(at, end, whole=False) if at < end and speakers.plausible(at) else None
        if speaker is None or speaker.mute or speaker.first in known or speaker.last >= end:
            continue
        number = _number(text, noun, speaker.last, end)
        passed_on = text.forms[noun - 1] == IN and noun > begin and any(map(told.__contains__, range(speaker.last, speaker.last + _CLAUSE)))
        if number is not None and not passed_on:
            stop = next((k for k in range(number, min(end, number + _REST)) if text.kinds[k] == "mark"), min(end, number + _REST))
            first = _with_measure(text, begin, noun)
            skip = int(conjoined(text, first))
            yield Draft(Cue(i, i + 1, 0, "report", "past"), first, skip, speaker.last, speaker, "report", nested=True, until=stop)


def _find_held(speakers: SpeakerReader, known: Container[int]) -> Iterator[Draft]:
    """``الحصيلة لدى الوزارة ألف``, ``عدد القتلى عند المرصد ألف``: a number by who has it."""
    text = speakers.text
    for i in text.where(is_at):
        if text.kinds[i + 1] != "word":
            continue
        begin, end = text.sentence(i)
        noun = _back(text, begin, i - 1, _CLAUSE) if i > begin else None
        if noun is None or i + 1 >= end or not speakers.plausible(i + 1) or (noun > begin and text.kinds[noun - 1] == "word"):
            continue
        speaker = speakers.phrase(i + 1, end, whole=False)
        at = speaker.last if speaker else end
        at += at < end and text.forms[at] in _LINKS
        if speaker is None or speaker.mute or speaker.first in known or at >= end or not is_number(text, at):
            continue
        yield Draft(Cue(i, i + 1, 0, "report", "credit"), noun, int(conjoined(text, noun)), at, speaker, "report")


def _with_measure(text: Text, begin: int, noun: int) -> int:
    """``لا تتعدى الحصيلة التي``: the verb of coming to so much, and what denies it, before the noun of a number; else the noun itself."""
    if noun == begin or not _comes_to(text, noun - 1):
        return noun
    return noun - 2 if noun - 2 >= begin and text.forms[noun - 2].removeprefix("و") in _DENIED else noun - 1


def _takes_up(word: Word) -> bool:
    """Whether a word is the pronoun of a number that is owned up to or told of (``الحصيلة التي يعترف بها الجيش``)."""
    return word.form in _OF_IT


def is_at(word: Word) -> bool:
    """Whether a word is a preposition of where one has something."""
    return word.form in _AT


def makes(word: Word) -> bool:
    """Whether a word may be a verb of making, putting out or counting with a pronoun for its object."""
    made = word.entries.get("published_verb")
    if made is not None and made.pronoun and made.pronoun not in _PEOPLE and not made.clitics:
        return True
    if _is_revising(word):
        return True
    counted = word.entries.get("speech_verb")
    return counted is not None and counted.pronoun != "" and not counted.clitics and counted.value in _COUNTED


def _is_revising(word: Word) -> bool:
    """Whether a word is a verb of putting a number told before higher or lower (``رقم يخفضه المرصد إلى ألف``)."""
    hit = word.entries.get("counting_verb")
    return hit is not None and hit.value == "report revise" and hit.pronoun != "" and not hit.clitics


def _is_of_own(text: Text, begin: int, noun: int) -> bool:
    """``لديه 90 جنديا، وهو عدد سيخفضه``: whether a number is of men or things that one may have less or more of, and no told one."""
    if not text.forms[noun].endswith("عدد"):
        return False
    hits = (text.words[i].entries.get("counted_noun") for i in range(noun - 1, max(begin, noun - _CLAUSE) - 1, -1))
    return next((hit.value in _OWN for hit in hits if hit is not None), False)


def _noun(text: Text, begin: int, verb: int) -> int | None:
    """The noun of a number or a paper, or ما, that a verb's pronoun takes up; None where neither does."""
    before = text.forms[verb - 1]
    if before in _WHAT:
        return verb - 1 if verb - 1 == begin or (text.has(verb - 2, "connector") and text.forms[verb - 2] != IN) else None
    if before in AS:
        return _back(text, begin, verb - 3, _CLAUSE) if verb - 3 >= begin and text.forms[verb - 2] == "،" else None
    last = verb - 1 - _relative[before]
    noun = _back(text, begin, last - (text.forms[last] == "،"), _NOUNS, people=before in _WHO)
    if noun is not None and noun < last and _is_of_things(text, noun, verb):
        return None
    told = noun is None or last < verb - 1 or not text.forms[noun].startswith("ال") or _is_revising(text.words[verb])
    return noun if told else None


def _is_of_things(text: Text, noun: int, verb: int) -> bool:
    """``عدد الضربات التي وجهها``: whether a feminine pronoun takes up what is counted, not its number, and no verb of saying has it."""
    entries = text.words[verb].entries
    made = entries.get("published_verb")
    head = text.words[noun].entries.get("count_head")
    return made is not None and made.pronoun == "ها" and head is not None and "speech_verb" not in entries


def _back(text: Text, begin: int, last: int, far: int, *, people: bool = False) -> int | None:
    """The nearest noun of a number, a paper or ``people`` among so many words back, none of them a mark."""
    for i in range(last, max(begin - 1, last - far), -1):
        if text.kinds[i] == "mark":
            return None
        if _number_noun[text.forms[i]] and not (_number_noun[text.forms[i - 1]] and i > begin):
            return i
        if people and text.forms[i - 1] in _AMONG and "counted_noun" in text.words[i].entries:
            return i  # من بين القتلى الذين وثقتهم
    return None


def _number(text: Text, noun: int, first: int, end: int) -> int | None:
    """The number that a noun comes to, behind ``هو``, ``عند`` or a verb of coming to so much; None where another's words come first."""
    linked = False
    for i in range(first, min(end, first + _FAR)):
        if _telling[text.forms[i]]:
            return None
        if is_number(text, i):
            near = i - first <= _NEAR and (_leads_on(text.forms[noun - 1]) or text.forms[noun] in _WHAT)
            return i if linked or near else None
        linked = linked or text.forms[i] in _IS or text.forms[i] in _UPON or _comes_to(text, i)
    return None


def _leads_on(form: str) -> bool:
    """``في القائمة التي``, ``بلغ العدد الذي``, ``من بين القتلى الذين``: whether a number may follow the clause at once."""
    return form == IN or form in _AMONG or _amount[form]


def _comes_to(text: Text, i: int) -> bool:
    """Whether a finite verb of coming to an amount, or of what a paper holds, stands at a token."""
    entries = text.words[i].entries
    held = entries.get("counting_verb")
    return (
        text.forms[i] == ":" or (_amount[text.forms[i]] and "amount_verb" in entries) or (held is not None and held.value == "report paper")
    )
