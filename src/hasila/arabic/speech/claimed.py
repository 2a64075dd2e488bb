"""Claimed: numbers that somebody takes up as another's word (``نفى الجيش ما أوردته المنظمة عن مقتل 30``)."""

from collections.abc import Iterator, Sequence

from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.quantity import number_word
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.text import Known, Text, Word

_WHAT = frozenset(["ما", "بما", "مما", "لما"])
_claim, _paper = listed("claimed_noun", "speech_noun", "spoken_noun"), listed("account_noun")
_DEAD = frozenset(["victim", "civilian", "fighter", "soldier"])
_telling = listed("speech_verb", "published_verb", "relay_verb")
_TAKING_UP = frozenset(["stance_verb", "rebuttal"])
_ENDS = frozenset("،.؛:")
_NEAR, _FAR = 16, 25  # tokens from the verb to what it takes up; from there to the end of its clause


def find_claimed(speakers: SpeakerReader, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """What is taken up with a number in it, by whose word it is; ``drafts`` are the statements told already.

    >>> from hasila.arabic.name import Names
    >>> from hasila.text import prepare
    >>> text = prepare("نفى الجيش ما أوردته المنظمة بشأن غرق ثلاثين بحارا")
    >>> [text.exact(d.speaker.first, d.speaker.last) for d in find_claimed(SpeakerReader(text, Names(), {}), ())]
    ['المنظمة']
    """
    text, past = speakers.text, 0
    for i in text.where(_takes_up):
        if i < past:
            continue
        end = text.sentence(i)[1]
        heads = [k for k in range(i + 1, min(end - 2, i + _NEAR)) if _opens[text.forms[k]]]
        if not heads or not any(map(_is_number.__getitem__, text.words[i + 2 : min(end, i + _NEAR + _FAR)])):
            continue
        for head in heads:
            speaker = _teller(speakers, head, end)
            if speaker is None:
                continue
            stop = next(
                (k for k in range(speaker.last, min(end, speaker.last + _FAR)) if text.forms[k] in _ENDS), min(end, speaker.last + _FAR)
            )
            past = stop
            said = any(draft.speaker.first == speaker.first and head - 2 <= draft.cue.first < stop for draft in drafts)
            if not said and any(map(_is_number.__getitem__, text.words[speaker.last : stop])):
                yield Draft(Cue(head, head + 1, 0, "report", "claim"), head, 0, speaker.last, speaker, "report", nested=True, until=stop)
            break


@Known
def _opens(form: str) -> bool:
    """Whether what is taken up may begin with a word of this form (none past the text's end)."""
    return form in _WHAT or _paper[form] or _claim[form]


def _takes_up(word: Word) -> bool:
    """Whether a word may be one of agreeing, disputing or answering."""
    return not _TAKING_UP.isdisjoint(word.entries)


def _teller(speakers: SpeakerReader, head: int, end: int) -> Speaker | None:
    """Whose word begins at a token: ``ما أوردته المنظمة``, ``رواية الوزير``, ``تقرير للمنظمة``; None where nobody's does."""
    text, form = speakers.text, speakers.text.forms[head]
    limit = next((k for k in range(head + 1, end) if text.forms[k] in _ENDS), end)
    at = head + 1
    if form in _WHAT:
        put_out = text.words[at].entries.get("published_verb")
        if not _telling[text.forms[at]] or at + 1 >= limit or (put_out is not None and put_out.value == "out"):
            return None  # ما جمعته الشركة
        at = speakers.past_circumstance(at + 1, limit)
    elif _paper[form]:
        found = speakers.phrase(head, limit, whole=False)
        theirs = found is not None and found.first > head and not found.mute and not _is_told_of(text, found.first)
        return found if theirs else None
    elif not _claim[form] or not _is_claim(text, head):
        return None
    if at >= limit or not speakers.plausible(at):
        return None
    found = speakers.phrase(at, limit, whole=False)
    return found if found is not None and not found.mute and found.last < limit else None


def _is_told_of(text: Text, i: int) -> bool:
    """``حصيلة الضحايا``: whether what stands behind a paper is a paper, or those whom it tells of."""
    counted = text.words[i].entries.get("counted_noun")
    return _paper[text.forms[i]] or (counted is not None and counted.value in _DEAD)


def _is_claim(text: Text, i: int) -> bool:
    """Whether a noun of saying may be governed by what is done with it, and has its speaker behind it."""
    hits = (text.words[i].entries.get(cls) for cls in ("claimed_noun", "speech_noun", "spoken_noun"))
    return any(hit is not None and not hit.article and not hit.pronoun for hit in hits)


@Known
def _is_number(word: Word) -> bool:
    return word.kind == "digits" or number_word[word.form]
