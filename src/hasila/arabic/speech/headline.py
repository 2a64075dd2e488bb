"""Headlines, entries of live reports and points of lists that a speaker and a colon open."""

from bisect import bisect_right
from collections.abc import Iterator

from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft, conjoined
from hasila.arabic.speech.labelled import HEADS, LONGEST_HEAD, QUOTES, Head, is_paper, may_head
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.listing import list_stop
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.arabic.speech.word import NAMED
from hasila.text import Text, find_lines, find_marks, line_opening, past_bullet
from hasila.text.mark import DASHES

_account_noun = listed("account_noun")
_occasion = listed("occasion")

_LONGEST_DATE = 8
_NEAR = 4  # tokens between a paper and the colon that opens it
_PUTTING_OUT = ("published_verb", "giving_verb", "stance_verb")  # publish, revise, dispute
_published = listed(*_PUTTING_OUT)
_paper = listed("own_paper", "account_noun", "revised_noun")
_OF_DATE = frozenset(("/", "من", "عام", "سنه", "شهر", "يوم", "مطلع", "اواخر", "نهايه", "منتصف", "،", "-"))
_LINING = DASHES | frozenset("/|")
_PARTING = frozenset(("؟", "?", "!", "|", "…", "..", "..."))
_CUTTING = _LINING | _PARTING | {"،"}
_LONGEST_LEAD = 24
_FARTHEST = 30  # tokens from the start of a line to the colon of its head, hour and bullet included
_LONGEST_LINE = 30
_LONGEST_ENTRY = 150
_LEAST = 4
_LEAST_HALF = 3  # tokens from the colon on; of the second half of a headline
_MOST_HEADS = 3
_BEFORE_HOUR = frozenset(["(", "[", "الساعه"])
_JOINING = frozenset(["و", "ف"])


def find_heads(speakers: SpeakerReader) -> list[Draft]:
    """``وزير الدفاع: الحملة بلغت أهدافها``: a speaker, a colon and the words, on a line of their own or in half of one.

    >>> from hasila.arabic.name import Names
    >>> from hasila.text import prepare
    >>> text = prepare("10:20 – مصدر أمني: الجسر أغلق صباح اليوم")
    >>> [text.exact(d.speaker.first, d.speaker.last) for d in find_heads(SpeakerReader(text, Names(), {}))]
    ['مصدر أمني']
    """
    drafts, text = [], speakers.text
    for head in _heads(speakers):
        least, most = _LEAST_HALF if head.half else _LEAST, _LONGEST_ENTRY if head.entry else _LONGEST_LINE
        speaker = _speaker(speakers, head) if least <= head.end - head.colon <= most else None
        if speaker and (speaker.kind not in ("account", "place") or text.has(speaker.first, "capital") or is_paper(text, head)):
            drafts.append(_draft(speakers, head, speaker))
    return drafts


def _draft(speakers: SpeakerReader, head: Head, speaker: Speaker) -> Draft:
    text, cue = speakers.text, Cue(head.colon, head.colon + 1, 0, "say", "headline")
    joined = int(not speaker.skip and speaker.first == head.first and _sets_against(text, head.first))
    speaker = speaker._replace(skip=joined) if joined else speaker
    via, source = (speaker, _relayed(speakers, head)) if speaker.kind == "organization" else (None, None)
    skip = speaker.skip if speaker.first == head.first else 0
    until = head.end if head.list else -1
    return Draft(cue, head.first, skip, head.colon, source or speaker, "say", via if source else None, until=until)


def _relayed(speakers: SpeakerReader, head: Head) -> Speaker | None:
    """``رويترز عن مسؤول: …``: whose words a paper passes on."""
    about = next((i for i in range(head.first + 1, head.colon - 1) if speakers.text.forms[i] == "عن"), None)
    return speakers.phrase(about + 1, head.colon, whole=True) if about is not None and speakers.plausible(about + 1) else None


def _heads(speakers: SpeakerReader) -> Iterator[Head]:
    """The head of each line that has a colon, and those behind a pause in it (``.. والنقابة: …``)."""
    text = speakers.text
    colons = text.derived(find_marks).get(":", [])
    lines = text.derived(find_lines) if colons else []
    starts, seen, before, dated = [first for first, _ in lines], 0, -1, -1
    for colon in colons:
        first, end = lines[bisect_right(starts, colon) - 1]
        if text.kinds[colon - 1] == "digits" == text.kinds[colon + 1] and text.glued(colon + 1):
            continue  # an hour
        if colon - first > _FARTHEST and _PARTING.isdisjoint(text.forms[colon - LONGEST_HEAD : colon]):
            before = first
            continue
        opening = _opening(speakers, first, end)
        if colon <= opening:
            continue
        if first != before and "digits" in text.kinds[opening:colon] and _is_date(text, opening, colon):
            before, dated, seen = first, colon + 1, -1
            continue
        seen = seen + 1 if first == before else 0
        opening = dated if first == before and dated > first else opening
        before = first
        if seen >= _MOST_HEADS:
            continue
        entry = opening > first and text.forms[opening] not in QUOTES
        begin = _past_label(speakers, opening, colon)
        if (begin > opening and text.forms[begin - 1] not in _LINING) or not seen:
            half = begin > opening and text.forms[begin - 1] not in _LINING
            stop = list_stop(text, colon) if colon + 1 == end else None
            begin += text.forms[begin] in _JOINING
            yield Head(begin, colon, stop or end, entry or stop is not None, half, stop is not None)


def _is_date(text: Text, first: int, colon: int) -> bool:
    """``الخميس 7 يناير:``: whether a line opens with nothing but a date."""
    return colon - first <= _LONGEST_DATE and all(_dates(text, i) for i in range(first, colon))


def _dates(text: Text, i: int) -> bool:
    return text.kinds[i] == "digits" or text.forms[i] in _OF_DATE or text.has(i, "month") or text.has(i, "weekday")


def _opening(speakers: SpeakerReader, first: int, last: int) -> int:
    """Where the words of a line begin: behind its hour, or its bullet or number."""
    text = speakers.text
    stop = text.sentence(first)[1]
    timed = text.kinds[first] == "digits" or text.forms[first] in _BEFORE_HOUR
    if timed and text.kinds[stop - 1] == "mark" and text.forms[stop - 1] not in ".!؟?":
        return stop
    hour = first + (text.forms[first] in _BEFORE_HOUR)
    if text.forms[hour + 1] == ":" and text.kinds[hour] == "digits" == text.kinds[hour + 2] and hour + 3 < last:
        return past_bullet(text, hour + 3, last)  # 18:40 الوزير: …
    return line_opening(text, first, last)


def _past_label(speakers: SpeakerReader, first: int, colon: int) -> int:
    """Where the head begins after a question, an outcry or a pause, a bar, or what kind of news it is (``تصحيح-``)."""
    text = speakers.text
    if _CUTTING.isdisjoint(text.forms[first:colon]):
        return first
    for i in range(colon - 1, max(first, colon - LONGEST_HEAD - 1), -1):
        labelled = text.forms[i] in _LINING and text.has(i - 1, "headline_label")
        if labelled or text.forms[i] in _PARTING or (text.forms[i] == "،" and _sets_against(text, i + 1)):
            return i + 1
    return first


def _sets_against(text: Text, i: int) -> bool:
    """``، والنقابة:``: whether و joins another who speaks."""
    return conjoined(text, i) and any(hit.clitics == "و" for cls, hit in text.words[i].entries.items() if cls in HEADS)


def _speaker(speakers: SpeakerReader, head: Head) -> Speaker | None:
    """Who speaks in a head; None where it is none."""
    text, first, colon = speakers.text, head.first, head.colon
    if colon <= first or colon - first >= (_LONGEST_LEAD if head.entry else LONGEST_HEAD):
        return None
    first = _past_aside(speakers, first, colon)
    stop = first + text.forms[first:colon].index("ل") if "ل" in text.forms[first:colon] else colon
    given = _gives_out(speakers, first, colon)
    if given is not None:
        return given
    told = (
        _issued(speakers, first, colon)
        if head.entry
        or (_account_noun[text.forms[first]] and text.has(first, "account_noun"))
        or (_occasion[text.forms[first]] and text.has(first, "occasion"))
        else None
    )
    if told:
        return told
    return speakers.phrase(first, stop, whole=True) if stop > first and may_head(speakers, head._replace(first=first), stop) else None


def _gives_out(speakers: SpeakerReader, first: int, colon: int) -> Speaker | None:
    """``الوزارة تنشر حصيلتها الشهرية:``, ``نشرت الوزارة حصيلتها:``: who puts out the paper that the colon opens."""
    text = speakers.text
    verb = next((i for i in range(first, colon - 1) if _published[text.forms[i]] and _puts_out(text, i)), None)
    if verb is None or not any(_paper[text.forms[i]] and not text.has(i, "connector") for i in range(max(verb + 1, colon - _NEAR), colon)):
        return None
    if verb > first:
        alone = verb == first + 1 and text.forms[first].startswith("ال")
        found = speakers.phrase(first, verb, whole=True) if alone or speakers.plausible(first) else None
        return found if found and found.kind not in ("account", "place") and found.last <= verb else None
    return speakers.subject(verb + 1, colon)


def _puts_out(text: Text, i: int) -> bool:
    """Whether a finite verb of publishing, revising or disputing stands at a token, its object no pronoun."""
    hits = (text.words[i].entries[cls] for cls in _PUTTING_OUT if cls in text.words[i].entries)
    return any(hit.tag in ("past", "present") and not hit.pronoun for hit in hits)


def _past_aside(speakers: SpeakerReader, first: int, colon: int) -> int:
    """Past ``تعليقا على ذلك،``."""
    text = speakers.text
    if "،" not in text.forms[first:colon] or speakers.named.get(first) is not None or not text.forms[first].endswith("ا"):
        return first
    return first + text.forms[first:colon].index("،") + 1


def _issued(speakers: SpeakerReader, first: int, colon: int) -> Speaker | None:
    """``صدر بيان عن النقابة:``, ``بيان للنقابة:``: whose account it is that the colon opens."""
    text = speakers.text
    mention = speakers.named.get(colon - 1)
    if mention is None or mention.last != colon or mention.first <= first or speakers.names.type(mention) not in NAMED:
        return None
    title = text.forms[mention.first - 1]
    if not (title == "عن" or title.startswith("لل") or text.forms[mention.first].startswith("ل", 0, mention.skip or 0)):
        return None
    if not any(text.has(i, "account_noun") or text.has(i, "occasion") for i in range(first, mention.first)):
        return None
    return Speaker(first, mention.first, mention.last, mention.skip, speakers.names.type(mention))
