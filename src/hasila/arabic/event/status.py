"""Whether an event is yet to be: dated after the document, or so called by what stands behind its noun."""

from datetime import date

from hasila.arabic.event.clause import agrees
from hasila.arabic.event.trigger import Trigger
from hasila.arabic.speech.listed import listed
from hasila.text import Text, Word

_relative = listed("relative")
_PHRASE = 16  # tokens from a meeting to what says when it is to be
_TO_HOLD = ("event_light", "event_verb")


def to_come(time: str | None, published: str | None) -> bool:
    """Whether an EDTF time begins after the day that a document was published, as far as both are known.

    >>> to_come("2017-07", "2017-06-15"), to_come("2017-06", "2017-06-15"), to_come("2017-W25", "2017-06-15T10:00")
    (True, False, True)
    >>> to_come("XXXX-07-01", "2017-06-15"), to_come("2017-07", None)
    (False, False)
    """
    if not time or not published or not time[:4].isdecimal():
        return False
    first, today = time.partition("/")[0], published[:10]
    if "W" in first:
        try:
            year, week, _ = date.fromisoformat(today).isocalendar()
        except ValueError:
            return False
        return first[:8] > f"{year}-W{week:02}"
    shared = min(len(first), len(today))
    return first[:shared] > today[:shared]


def within_days(one: str | None, other: str) -> bool:
    """Whether one of two EDTF times is an interval of days and holds the other.

    >>> within_days("2017-06-13", "2017-06-13/2017-06-14"), within_days("2017-06-15", "2017-06-13/2017-06-14")
    (True, False)
    >>> within_days("2017-06-13", "2017-06-13")
    False
    """
    if one is None or ("/" in one) == ("/" in other):
        return False
    day, span = (other, one) if "/" in one else (one, other)
    first, last = span.split("/")
    return len(day) == len(first) == len(last) == len("2017-06-13") and first <= day <= last


def set_for(text: Text, trigger: Trigger, last: int) -> bool:
    """Whether what stands behind a meeting's noun says that it is yet to be held: ``اجتماع مرتقب``, ``مؤتمرا … سيعقد``."""
    if trigger.type != "meeting" or trigger.form == "verb":
        return False
    for i in range(trigger.at + 1, min(trigger.at + _PHRASE, last)):
        word = text.words[i]
        if word.form == "سوف" or _to_hold(word):
            return True
        if "event_plan" in word.entries and word.form.startswith(("ال", "م")):
            return True
        if (_relative[word.form] and text.has(i, "relative") and not agrees(text.forms, trigger.at, i)) or _told(word):
            return False
    return False


def _to_hold(word: Word) -> bool:
    """Whether a verb in the future may hold or begin what is named before it (``ستستضيفه``)."""
    hits = (word.entries.get(cls) for cls in _TO_HOLD)
    return any(hit is not None and hit.clitics == "س" for hit in hits)


def _told(word: Word) -> bool:
    """Whether a verb of the event's tells what was done."""
    hits = (word.entries.get(cls) for cls in _TO_HOLD)
    return any(hit is not None and hit.tag == "past" and not hit.article for hit in hits)
