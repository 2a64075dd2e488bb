"""Headlines, entries of live reports and points of lists that a speaker and a colon open."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from hasila.arabic.speech.antecedent import is_finite
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft, conjoined
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.listing import list_stop
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.arabic.speech.word import NAMED
from hasila.text import Text, find_lines, find_marks, line_opening, past_bullet
from hasila.text.mark import DASHES

_account_noun = listed("account_noun")
_occasion = listed("occasion")

_HEADLINE = 15  # tokens within which a body with its article alone heads a line; further on it is a form's field (الموقع:)
_LONGEST_DATE = 8
_NEAR = 4  # tokens between a paper and the colon that opens it
_PUTTING_OUT = ("published_verb", "giving_verb", "stance_verb")  # publish, revise, dispute
_published, _paper = listed(*_PUTTING_OUT), listed("own_paper", "account_noun", "revised_noun")
_OF_DATE = frozenset(("/", "من", "عام", "سنه", "شهر", "يوم", "مطلع", "اواخر", "نهايه", "منتصف", "،", "-"))
_LINING = DASHES | frozenset("/|")
_PARTING = frozenset(("؟", "?", "!", "|", "…", "..", "..."))
_CUTTING = _LINING | _PARTING | {"،"}
_LONGEST_HEAD, _LONGEST_LEAD = 10, 24
_FARTHEST = 30  # tokens from the start of a line to the colon of its head, hour and bullet included
_LONGEST_LINE, _LONGEST_ENTRY = 30, 150
_LEAST, _LEAST_HALF = 4, 3  # tokens from the colon on; of the second half of a headline
_MOST_HEADS = 3
_HEADS = frozenset(["source_noun", "body_noun"])
_COUNTED = frozenset(["counted_noun", "nationality"])
_OURS = frozenset(["we_did", "we_harmed"])
_OF_PAPER, _LEAD = 2, 25  # tokens; those of the lead that tell of the paper again
_PERIODICAL = frozenset(["اخباري", "اسبوعي", "شهري", "سنوي", "يومي", "فصلي", "دوري"])  # تقرير إخباري: tells what kind of article it is
_QUOTES = frozenset("«»\"“”'")
_BEFORE_HOUR = frozenset(["(", "[", "الساعه"])
_JOINING = frozenset(["و", "ف"])
_KIND_OF = frozenset(["تنظيم", "حزب", "حركه", "منظمه", "ميليشيا", "جماعه"])


class Head(NamedTuple):
    """The tokens [first, colon) before a colon, in a line that ends before token ``end``.

    ``entry``: a time or a bullet stands before it. ``half``: the line has told something else before. ``list``: the words are a list.
    """

    first: int
    colon: int
    end: int
    entry: bool
    half: bool
    list: bool = False


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
        if speaker and (speaker.kind not in ("account", "place") or text.has(speaker.first, "capital") or _is_paper(text, head)):
            drafts.append(_draft(speakers, head, speaker))
    return drafts


def _is_paper(text: Text, head: Head) -> bool:
    """``تقرير أممي: 60 ألف نازح``: whether a headline opens with a paper, and an adjective tells whose it is, or the lead speaks of one.

    Else it tells what kind of article it is.
    """
    if head.first or head.colon > _OF_PAPER:
        return False
    if head.colon < _OF_PAPER:
        return text.has(0, "headline_paper") and text.forms[0] in text.forms[head.end : head.end + _LEAD]
    paper, whose = text.words[0].entries.get("account_noun"), text.forms[1].removesuffix("ه")
    return paper is not None and not paper.article and whose.endswith("ي") and whose not in _PERIODICAL


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
        if colon - first > _FARTHEST and _PARTING.isdisjoint(text.forms[colon - _LONGEST_HEAD : colon]):
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
        entry = opening > first and text.forms[opening] not in _QUOTES
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
    for i in range(colon - 1, max(first, colon - _LONGEST_HEAD - 1), -1):
        labelled = text.forms[i] in _LINING and text.has(i - 1, "headline_label")
        if labelled or text.forms[i] in _PARTING or (text.forms[i] == "،" and _sets_against(text, i + 1)):
            return i + 1
    return first


def _sets_against(text: Text, i: int) -> bool:
    """``، والنقابة:``: whether و joins another who speaks."""
    return conjoined(text, i) and any(hit.clitics == "و" for cls, hit in text.words[i].entries.items() if cls in _HEADS)


def _speaker(speakers: SpeakerReader, head: Head) -> Speaker | None:
    """Who speaks in a head; None where it is none."""
    text, first, colon = speakers.text, head.first, head.colon
    if colon <= first or colon - first >= (_LONGEST_LEAD if head.entry else _LONGEST_HEAD):
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
    return speakers.phrase(first, stop, whole=True) if stop > first and _may_head(speakers, head._replace(first=first), stop) else None


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


def _may_head(speakers: SpeakerReader, head: Head, stop: int) -> bool:
    """Whether the words before a colon can be who speaks, and those behind it what is said."""
    text, (first, colon) = speakers.text, head[:2]
    if speakers.quotations.get(first) == colon - 1 and first < _HEADLINE and _is_name(speakers, first, colon):
        return True
    after, mention = speakers.named.get(colon + 1), speakers.named.get(first + (text.forms[first] in _QUOTES))
    person = mention is not None and speakers.names.type(mention) == "person"
    for i in range(first, stop):
        verb = None if text.has(i, "source_noun") else text.words[i].entries.get("speech_verb")  # متحدث:
        marked = text.kinds[i] == "mark" and text.forms[i] not in _QUOTES and not (person and text.forms[i] == "،")
        verbal = verb is not None and not verb.article and i not in speakers.named and not text.has(i, "function")
        does = i > first and i not in speakers.named and is_finite(text.forms[i])  # الوزارة تبحث عن حل:
        if marked or text.kinds[i] == "digits" or verbal or does:
            return False
    numbered = text.kinds[colon + 1] == "digits"
    counted = text.kinds[colon + 2 + (text.forms[colon + 2] in _QUOTES)] == "word" or text.forms[colon + 2] == "%"
    if (numbered and not head.half and (not counted or text.has(colon + 2, "month"))) or (after and speakers.names.type(after) == "person"):
        return False
    if numbered and head.entry and text.sentence(first)[0] < first:  # behind a bullet it is what is counted, if nobody's name
        return mention is not None and mention.first == first and mention.last == colon and speakers.names.type(mention) in NAMED
    if mention:
        capital = text.has(first, "capital") and (head.half or _tells_of_another(speakers, head) or _is_a_state(speakers, head))
        return mention.first <= first + 1 and (speakers.names.type(mention) in NAMED or capital)
    entries = text.words[first].entries
    if _is_paper(text, head):
        return True
    if colon - first == 1 and "source_noun" in entries and (first == 0 or head.half):
        role = entries["source_noun"]
        return not (role.article or role.pronoun or role.clitics or (numbered and not head.half and not _counts_people(text, colon)))
    if colon - first == 1:
        heads = first < _HEADLINE or head.entry or head.half
        people = not numbered or (_counts_people(text, colon) and not head.entry)
        body = entries.get("body_noun") or (entries.get("convened_noun") if first == 0 else None)  # الصحة: 16 قتيلا
        return heads and people and body is not None and (body.article or ("body_noun" in entries and first == 0 and not numbered))
    if text.has(first, "count_head"):
        return False
    return not _HEADS.isdisjoint(entries) or not _HEADS.isdisjoint(text.word(first + 1).entries if text.forms[first] in _QUOTES else ())


def _is_name(speakers: SpeakerReader, first: int, colon: int) -> bool:
    """``«الإفتاء»: 16 فتوى``: whether the words in quotation marks are definite, or those of a body that is told of again below."""
    name = speakers.text.forms[first + 1 : colon - 1]
    if len(name) == 1:
        return name[0].startswith("ال") or speakers.named.get(first + 1) is not None
    if not name or colon - first > _LONGEST_HEAD:
        return False
    return speakers.names_body(first)


def _tells_of_another(speakers: SpeakerReader, head: Head) -> bool:
    """``واشنطن: «رصد» خسرت نصف مكاتبها``: whether a title has a capital alone before its colon, and what a body has done behind it.

    Else it is where the news is told (``بيروت: مقتل 20 في انفجار``).
    """
    text, colon = speakers.text, head.colon
    first = colon + 1 + (text.forms[colon + 1] in _KIND_OF)
    body = speakers.named.get(first) or speakers.named.get(first + (text.forms[first] in _QUOTES))
    if head.first or colon > 1 or body is None or speakers.names.type(body) != "organization":
        return False
    verb = body.last + (text.forms[body.last] in _QUOTES)
    return is_finite(text.forms[verb]) and not text.forms[verb].startswith(("ي", "ت"))


def _is_a_state(speakers: SpeakerReader, head: Head) -> bool:
    """``أنقرة: مقتل 60 بنيران تركية``, ``باريس: قتلنا 60``, ``موسكو: "قتل 60"``: whether a title's capital stands for its state.

    The title tells then of that state by its people's name, in its own person or in quotation marks.
    """
    text, (first, colon, end) = speakers.text, head[:3]
    if first or colon > 1:
        return False
    quoted = speakers.quotations.get(colon + 1, -1) >= end - 1
    country = text.words[first].entries["capital"].value
    return quoted or any(_is_its_own(text, i, country) for i in range(colon + 1, end))


def _is_its_own(text: Text, i: int, country: str) -> bool:
    """``تركية``, ``قتلنا``: whether a word is a country's adjective, or a deed told in the first person."""
    entries = text.words[i].entries
    adjective = entries.get("nationality")
    return (adjective is not None and adjective.value == country) or not _OURS.isdisjoint(entries)


def _counts_people(text: Text, colon: int) -> bool:
    """``المرصد: 20 قتيلا``, ``الداخلية: 20 تونسيا``, and not ``الموقع: 20 كيلومترا``."""
    return any(not _COUNTED.isdisjoint(text.words[i].entries) for i in (colon + 2, colon + 3))
