"""Frames: what a verb of saying governs, without which it is no cue."""

from collections.abc import Mapping
from dataclasses import dataclass

from hasila.arabic.name import Names
from hasila.arabic.speech.cue import Cue
from hasila.text import Hit, Text

_FAR = 45
_PREPOSITIONS = {"عن": "about", "الي": "to", "علي": "on", "من": "of", "في": "in", "فى": "in"}
_STOPS = frozenset("!؟?؛;…")
_OPENERS = frozenset([":", "«", '"', "“", "”"])
_PLACES = frozenset(["في", "فى"])
_LISTED = ("body_noun", "source_noun", "account_noun", "adverbial", "preposition", "connector", "occasion")


@dataclass(frozen=True, slots=True)
class Frame:
    """``kind`` is ``that``, ``colon``, ``quote``, ``preposition``, ``object``, ``noun`` or ``relay``; it stands at token ``at``.

    ``relayed`` is the token after نقلا عن, where the verb's subject passes on another's words.
    """

    kind: str
    at: int
    relayed: int | None = None


def find_frame(text: Text, names: Names, quotations: Mapping[int, int], cue: Cue, end: int) -> Frame | None:
    """The frame of a cue among the tokens up to ``end``, looking no further than its own clause.

    >>> from hasila.text import prepare
    >>> from hasila.arabic.speech.cue import find_cues
    >>> text = prepare("أعلن الوزير في بيان أن الخطة نجحت")
    >>> find_frame(text, Names(), {}, find_cues(text)[0], len(text))
    Frame(kind='that', at=4, relayed=None)
    """
    i, commas, relayed, loose = cue.last, 0, None, None
    limit = min(end, cue.last + _FAR)
    while i < limit:
        form = text.form(i)
        if form == ":" and not (text.kind(i - 1) == "digits" and text.glued(i + 1) and text.kind(i + 1) == "digits"):
            return Frame("colon", i, relayed)
        if i in quotations:
            close = quotations[i]
            if not _is_name(text, cue, i, close):
                return Frame("quote", i, relayed)
            i = close + 1
            continue
        if form == "(":
            i = next((j + 1 for j in range(i, min(i + 8, limit)) if text.form(j) == ")"), i + 1)
            continue
        if form == "،":
            commas += 1
            if commas > 3 or text.has(i + 1, "contrast"):
                break
        elif form in _STOPS or (form == "." and i + 1 == limit) or is_other_verb(text, i):
            break
        passed_on = text.find(i, "relayed")
        if passed_on:
            relayed, i = passed_on.stop, passed_on.stop
            continue
        if is_complement(text, i):
            return Frame("that", i, relayed)
        if "noun" in cue.frames:
            if not cue.frames.isdisjoint(text.words[i].entries):
                return Frame("noun", i)
            i += 1
            continue
        if _is_preposition(text, names, cue, i):
            if text.form(i) not in _PLACES:
                return Frame("preposition", _preposition_with_that(text, i, limit), relayed)
            loose = loose or Frame("preposition", i, relayed)  # a place, if أن follows (يرى محللون في لندن أن)
        i += 1
    if loose:
        return loose
    return Frame("object", i, relayed) if {"object", "account"} & cue.frames and cue.last < i else None


def is_complement(text: Text, i: int) -> bool:
    """Whether token ``i`` is أن or إن, maybe with ب or a pronoun, that opens what a verb of saying governs."""
    hit = text.words[i].entries.get("complementizer") if i < len(text) else None
    return bool(hit and hit.clitics in ("", "ب")) and not text.has(i - 1, "not_complement")


def tells(text: Text, i: int) -> bool:
    """Whether what is said begins right here: أن, a colon or a quotation mark."""
    return is_complement(text, i) or text.form(i) in _OPENERS


def is_other_verb(text: Text, i: int) -> bool:
    """Another finite verb of saying, or a participle of one: the frame that follows is its own."""
    hit = text.words[i].entries.get("speech_verb")
    if hit is None or hit.article or text.has(i - 1, "preposition"):
        return False
    if hit.tag == "participle":
        told = tells(text, i + 1)
        return text.form(i - 1) == "،" or (text.form(i).endswith(("ا", "ه")) and told)
    return hit.tag == "present" or (hit.tag == "past" and (bool(hit.clitics) or (text.has(i - 1, "relative") and not hit.pronoun)))


def _is_preposition(text: Text, names: Names, cue: Cue, i: int) -> bool:
    form = text.form(i)
    if _PREPOSITIONS.get(form) in cue.frames:
        return True
    return "by" in cue.frames and form[:1] == "ب" and is_by(text, names, i)


def is_by(text: Text, names: Names, i: int) -> bool:
    """Whether token ``i`` begins with the preposition ب, as far as the lists and names can tell."""
    form = text.form(i)
    if form == "ب" or form.startswith("بال"):
        return True
    mention = names.at(i)
    if mention:
        return mention.first == i and mention.skip > 0
    if form[:1] != "ب" or len(form) < 4:
        return False
    entries = text.words[i].entries
    return not any(cls in entries and not entries[cls].clitics for cls in _LISTED) and not _is_noun(entries)


def _is_noun(entries: Mapping[str, Hit]) -> bool:
    """Whether a list of nouns has the whole word (بلاغ, برنامج)."""
    return any(cls in entries and not entries[cls].clitics for cls in ("counted_noun", "common_noun"))


def _preposition_with_that(text: Text, i: int, limit: int) -> int:
    """The same preposition before أن, if it follows in the clause (``حذر مسؤول من الهيئة من أن``); else this one."""
    for j in range(i + 1, min(i + 10, limit)):
        if text.form(j) == "،":
            break
        if text.form(j) == text.form(i) and is_complement(text, j + 1):
            return j
    return i


def _is_name(text: Text, cue: Cue, i: int, close: int) -> bool:
    """Whether the quotation names who speaks, and is not what is said."""
    after = close + 1
    short = close - i <= 3 or (close - i <= 4 and text.kind(after) == "word")
    if short and i > cue.last and text.form(i - 1) not in ("ب", ":", "،"):
        return True
    if close - i > 6 or text.form(i - 1) in ("ب", ":"):
        return False
    if is_complement(text, after) or text.form(after) in (":", "عن", "الي", "علي"):
        return True
    if text.form(after) == "،":
        return any(is_complement(text, j) for j in range(after, after + 8))
    return bool({"object", "by", "whom", "relay"} & cue.frames) and text.kind(after) in ("word", "latin") and not is_other_verb(text, after)
