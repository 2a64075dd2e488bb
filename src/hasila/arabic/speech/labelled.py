"""Whether what stands before a colon in a headline may be who speaks: no number, no other who is told of, no paper."""

from typing import NamedTuple

from hasila.arabic.speech.antecedent import is_finite
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.arabic.speech.word import NAMED
from hasila.text import Text

_HEADLINE = 15  # tokens within which a body with its article alone heads a line; further on it is a form's field (الموقع:)
LONGEST_HEAD = 10
HEADS = frozenset(["source_noun", "body_noun"])
_COUNTED = frozenset(["counted_noun", "nationality"])
_OURS = frozenset(["we_did", "we_harmed"])
_OF_PAPER = 2
_LEAD = 25  # tokens; those of the lead that tell of the paper again
_PERIODICAL = frozenset(["اخباري", "اسبوعي", "شهري", "سنوي", "يومي", "فصلي", "دوري"])  # تقرير إخباري: tells what kind of article it is
QUOTES = frozenset("«»\"“”'")
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


def is_paper(text: Text, head: Head) -> bool:
    """``تقرير أممي: 60 ألف نازح``: whether a headline opens with a paper, and an adjective tells whose it is, or the lead speaks of one.

    Else it tells what kind of article it is.
    """
    if head.first or head.colon > _OF_PAPER:
        return False
    if head.colon < _OF_PAPER:
        return text.has(0, "headline_paper") and text.forms[0] in text.forms[head.end : head.end + _LEAD]
    paper, whose = text.words[0].entries.get("account_noun"), text.forms[1].removesuffix("ه")
    return paper is not None and not paper.article and whose.endswith("ي") and whose not in _PERIODICAL


def may_head(speakers: SpeakerReader, head: Head, stop: int) -> bool:
    """Whether the words before a colon can be who speaks, and those behind it what is said."""
    text, (first, colon) = speakers.text, head[:2]
    if speakers.quotations.get(first) == colon - 1 and first < _HEADLINE and _is_name(speakers, first, colon):
        return True
    after, mention = speakers.named.get(colon + 1), speakers.named.get(first + (text.forms[first] in QUOTES))
    person = mention is not None and speakers.names.type(mention) == "person"
    for i in range(first, stop):
        verb = None if text.has(i, "source_noun") else text.words[i].entries.get("speech_verb")  # متحدث:
        marked = text.kinds[i] == "mark" and text.forms[i] not in QUOTES and not (person and text.forms[i] == "،")
        verbal = verb is not None and not verb.article and i not in speakers.named and not text.has(i, "function")
        does = i > first and i not in speakers.named and is_finite(text.forms[i])  # الوزارة تبحث عن حل:
        if marked or text.kinds[i] == "digits" or verbal or does:
            return False
    numbered = text.kinds[colon + 1] == "digits"
    counted = text.kinds[colon + 2 + (text.forms[colon + 2] in QUOTES)] == "word" or text.forms[colon + 2] == "%"
    if (numbered and not head.half and (not counted or text.has(colon + 2, "month"))) or (after and speakers.names.type(after) == "person"):
        return False
    if numbered and head.entry and text.sentence(first)[0] < first:  # behind a bullet it is what is counted, if nobody's name
        return mention is not None and mention.first == first and mention.last == colon and speakers.names.type(mention) in NAMED
    if mention:
        capital = text.has(first, "capital") and (head.half or _tells_of_another(speakers, head) or _is_a_state(speakers, head))
        return mention.first <= first + 1 and (speakers.names.type(mention) in NAMED or capital)
    entries = text.words[first].entries
    if is_paper(text, head):
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
    return not HEADS.isdisjoint(entries) or not HEADS.isdisjoint(text.word(first + 1).entries if text.forms[first] in QUOTES else ())


def _is_name(speakers: SpeakerReader, first: int, colon: int) -> bool:
    """``«الإفتاء»: 16 فتوى``: whether the words in quotation marks are definite, or those of a body that is told of again below."""
    name = speakers.text.forms[first + 1 : colon - 1]
    if len(name) == 1:
        return name[0].startswith("ال") or speakers.named.get(first + 1) is not None
    if not name or colon - first > LONGEST_HEAD:
        return False
    return speakers.names_body(first)


def _tells_of_another(speakers: SpeakerReader, head: Head) -> bool:
    """``واشنطن: «رصد» خسرت نصف مكاتبها``: whether a title has a capital alone before its colon, and what a body has done behind it.

    Else it is where the news is told (``بيروت: مقتل 20 في انفجار``).
    """
    text, colon = speakers.text, head.colon
    first = colon + 1 + (text.forms[colon + 1] in _KIND_OF)
    body = speakers.named.get(first) or speakers.named.get(first + (text.forms[first] in QUOTES))
    if head.first or colon > 1 or body is None or speakers.names.type(body) != "organization":
        return False
    verb = body.last + (text.forms[body.last] in QUOTES)
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
