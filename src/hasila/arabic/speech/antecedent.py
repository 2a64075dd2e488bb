"""Antecedents: for whom the pronoun of a paper, or of a verb without a subject, stands (``بحسب بياناته``, ``وفق ما أعلنته``)."""

from collections.abc import Iterator
from functools import lru_cache

from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.quantity import is_quantity
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.text import Text, analyse

_SPEAKING = frozenset(["person", "organization", "country", "role", "body"])
_FEMININE = ("ه", "ات")
_PEOPLE = ("ون", "ين")
_LONGEST = 60  # tokens looked back: a bound for text without any sentence


def antecedent(text: Text, speakers: SpeakerReader, pronoun: str, begin: int, at: int) -> Speaker | None:
    """The first in the sentence from ``begin`` to ``at`` who can speak and agrees with the pronoun, else its verb's subject.

    >>> from hasila.arabic.name import Names
    >>> from hasila.text import prepare
    >>> text = prepare("وزعت الوزارة على سكان المخيم، بحسب بياناتها، ألف سلة")
    >>> found = antecedent(text, SpeakerReader(text, Names(), {}), "ها", 0, 6)
    >>> text.exact(found.first, found.last)
    'الوزارة'
    """
    begin = max(begin, at - _LONGEST)
    able = [s for s in _candidates(text, speakers, begin, at) if s.kind in _SPEAKING and not is_quantity(text, s.first)]  # نحو 90 جنديا
    speaker = next((s for s in able if shows_gender(text, s) and agrees(text, s, pronoun)), None)
    speaker = speaker or next((s for s in able if agrees(text, s, pronoun)), None)
    if speaker:
        return speaker.referred_to
    for i in range(begin + 1, at):
        form = text.forms[i]
        if form.startswith("ال") and is_finite(text.forms[i - 1]) and form.endswith(_FEMININE) == (pronoun == "ها"):
            return Speaker(-1, i, i + 1, 0, "body")
    return None


def _candidates(text: Text, speakers: SpeakerReader, begin: int, at: int) -> Iterator[Speaker]:
    """Who may speak among the tokens, be it behind a preposition (``التابعة لوزارة الصحة``)."""
    i = begin
    while i < at:
        if not speakers.plausible(i) and not _attached(text, i):
            i += 1
            continue
        mention = speakers.named.get(i)
        speaker = speakers.phrase(i, at, whole=False, skip=mention.skip if mention else _attached(text, i))
        if speaker:
            yield speaker
        i = max(speaker.last if speaker else i, i + 1)


def _attached(text: Text, i: int) -> int:
    """How many letters of a preposition stand before a body (``لوزارة``), 0 where none do."""
    hit = text.words[i].entries.get("body_noun")
    return hit.skip - 2 * hit.article if hit and hit.clitics in ("ل", "ب") and not hit.article else 0


def shows_gender(text: Text, speaker: Speaker) -> bool:
    """Whether the noun that a phrase begins with tells its gender, as a bare name does not."""
    head = speaker.start if speaker.start >= 0 else speaker.first
    return speaker.kind not in ("person", "country") and bool({"body_noun", "source_noun"} & text.words[head].entries.keys())


def agrees(text: Text, speaker: Speaker, pronoun: str) -> bool:
    """Whether a pronoun may stand for a speaker; of a bare name nothing is known."""
    head = speaker.start if speaker.start >= 0 else speaker.first
    form, entries = text.forms[head], text.words[head].entries
    if not shows_gender(text, speaker):
        return pronoun != "هم" and not (speaker.kind == "body" and form.endswith(_PEOPLE))
    many = form.endswith(_PEOPLE) or "plural_body" in entries
    feminine = form.endswith(_FEMININE) or "plural_body" in entries
    if pronoun == "هم":
        return many or "source_noun" in entries
    return not form.endswith(_PEOPLE) and feminine == (pronoun == "ها")


@lru_cache(maxsize=100_000)
def is_finite(form: str) -> bool:
    """Whether a word of this form is listed as a finite verb and as no noun."""
    entries = analyse(form).entries
    return "common_noun" not in entries and any(hit.tag in ("past", "present") for hit in entries.values())
