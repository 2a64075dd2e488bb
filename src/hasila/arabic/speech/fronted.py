"""Accounts set before the clause that they tell (``وفي تقرير أصدرته المنظمة، بلغ العدد ألفا``), or behind it (``…، في حصيلة نشرتها``)."""

from collections.abc import Iterator

from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft, conjoined
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.arabic.speech.word import is_made
from hasila.text import Text, Word, last_in

_connector = listed("connector")

_IN = frozenset(waw + "في" for waw in ("", "و", "ف"))
_SO = frozenset(("فقد", "فان", "فانه", "فانها"))
_PARTING = frozenset(("،", "هي", "هو"))  # حصيلة هي الأعلى للجيش
_LONGEST = 25  # tokens from the account to the comma behind it
_NEAR = 6  # tokens from the account to the verb of who has made it
_leading = listed("leading_word")
_issued = listed("issued_word")
_of_numbers = listed("offered_noun", "estimate_noun")  # رسالة للجيش is one to it
_telling = listed("speech_verb", "held_verb", "told_verb", "counting_verb", "relay_verb", "complementizer")


def find_fronted(speakers: SpeakerReader) -> Iterator[Draft]:
    """The clauses that an account before them tells, each a statement of whose account it is.

    >>> from hasila.arabic.name import Names
    >>> from hasila.text import prepare
    >>> text = prepare("وفي إحصاء أجراه الاتحاد الشهر الماضي، غرقت ثلاثون سفينة.")
    >>> [text.exact(d.speaker.first, d.speaker.last) for d in find_fronted(SpeakerReader(text, Names(), {}))]
    ['الاتحاد']
    """
    text = speakers.text
    for i in text.where(is_account):
        at = i - 1 - _leading[text.forms[i - 1]]  # في أحدث إحصائية
        if text.forms[at] not in _IN:
            continue
        if not _opens(text, at):
            behind = _behind(speakers, at, i) if text.forms[at - 1] == "،" and _of_numbers[text.forms[i]] else None
            if behind is not None:
                yield behind
            continue
        end = text.sentence(i)[1]
        stop = min(end, i + _LONGEST)
        comma = next((k for k in range(i + 1, stop) if text.forms[k] == "،"), None)
        made = next((k for k in range(i + 1, min(stop, i + _NEAR)) if is_made(text.words[k])), 0)
        close = next((k for k in range(made, stop) if text.forms[k] == "،"), None) if comma is not None and made > comma else comma
        so = next((k for k in range(i + 1, comma or stop) if text.forms[k] in _SO), None)
        close = so - 1 if so is not None else close
        if close is None or close + 1 >= end or (_telling[text.forms[close + 1]] and so is None):
            continue
        speaker = _maker(speakers, made + 1 if made else 0, i, close)
        if speaker is not None:
            yield Draft(Cue(i, i + 1, 0, "report", "credit"), at, int(conjoined(text, at)), close + 1, speaker, "report")


def _behind(speakers: SpeakerReader, at: int, account: int) -> Draft | None:
    """``وغرقت ثلاثون سفينة، في حصيلة نشرها الاتحاد.``: what an account tells that ends the sentence, where nobody else says it."""
    text = speakers.text
    begin, end = text.sentence(at)
    stop = end - (text.forms[end - 1] == ".")
    told = any(map(_telling.__getitem__, text.forms[begin:at])) or stop - account > _LONGEST
    credited = last_in(text.where("credit"), begin, at) is not None  # حسب ما جاء، مساء أمس، في بيان
    if told or credited or at - begin < _NEAR or any(text.kinds[k] == "digits" or text.forms[k] in _PARTING for k in range(account, stop)):
        return None
    made = next((k for k in range(account + 1, min(stop, account + _NEAR)) if is_made(text.words[k])), 0)
    speaker = _maker(speakers, made + 1 if made else 0, account, stop)
    joined = int(conjoined(text, begin))
    return speaker and Draft(Cue(account, account + 1, 0, "report", "credit"), begin, joined, begin, speaker, "report", until=at - 1)


def is_account(word: Word) -> bool:
    """Whether a word is an account without an article or a clitic."""
    hit = word.entries.get("account_noun") or word.entries.get("own_paper")
    return hit is not None and not hit.article and not hit.clitics and not hit.pronoun


def _opens(text: Text, i: int) -> bool:
    """Whether a clause opens at a token: the sentence, or what و joins behind a comma."""
    return (
        i == text.sentence(i)[0]
        or (_connector[text.forms[i - 1]] and text.has(i - 1, "connector"))
        or (text.forms[i - 1] in "،؛" and text.forms[i].startswith("و"))
    )


def _maker(speakers: SpeakerReader, subject: int, account: int, close: int) -> Speaker | None:
    """Whose account it is; ``subject``: the token behind the verb that tells who made it, 0 where there is none."""
    text = speakers.text
    if subject:
        owner = (subject, 0) if speakers.plausible(subject) else None
    else:
        owner = speakers.owner(account, close)
        if owner and text.forms[owner[0] - 1] == "عن" and not _issued[text.forms[owner[0] - 2]]:
            return None  # تقرير طويل عن الميناء
    found = speakers.phrase(owner[0], close, whole=False, skip=owner[1]) if owner and owner[0] < close else None
    return found if found and not found.mute else None
