"""Whether a figure is of a whole month, or of when something began, and not of how things stand."""

from collections.abc import Sequence

from hasila.balance.name import phrase
from hasila.records import Figure, Reading
from hasila.text import Text, Word, clause

_WITHIN = frozenset(("خلال", "طوال", "طيله"))
_TO_MONTH = 2  # خلال شهر آب
_AT = frozenset(("عند", "لدي", "يوم", "حين", "وقت", "ساعه", "غداه", "لحظه"))
_ITS = ("ه", "ها")
_IN = frozenset(("في", "الشهر", "شهر"))
_A_MONTH = len("2016-08")
_AS_OF = frozenset(("حتي", "لغايه", "نهايه", "بنهايه", "مطلع", "بدايه", "اواخر", "اوايل", "منتصف", "بحلول", "منذ", "قبل", "بعد"))


def is_lasting(text: Text, reading: Reading, figure: Figure) -> bool:
    """Whether the sentence of a figure tells its month or day as the one within which all of it befell: ``خلال آب``, ``في شهر آب``."""
    if not figure.time or "/" in figure.time:
        return False
    first, last = text.sentence(text.token_at(figure.start))
    within = (text.token_at(t.start) for t in reading.times if t.value == figure.time and t.type == "DATE")
    led = (text.forms[max(first, at - _TO_MONTH) : at + 1] for at in within if first <= at < last)
    return any(not _WITHIN.isdisjoint(words) or (len(figure.time) == _A_MONTH and _is_in(words)) for words in led)


def _is_in(words: Sequence[str]) -> bool:
    """Whether words that lead to a month tell what befell in it, and not how much there was at one end of it."""
    return not _IN.isdisjoint(words) and _AS_OF.isdisjoint(words)


def began(text: Text, reading: Reading, figure: Figure) -> bool:
    """Whether it is told what something began with (``تأسيس التحالف الذي بدأ باثنتي عشرة دولة``): that no longer holds at the report."""
    for event in reading.events:
        if event.type == "founding" and event.status == "happened" and event.start < figure.start and figure.end <= event.end:
            before = phrase(reading.document.text[event.start : figure.start].removesuffix("ب"))
            found = before.find(len(before) - 1, "event_light") if len(before) else None
            return found is not None and found.hit.value == "begun"
    return _is_at_birth(text, reading, figure)


def _is_at_birth(text: Text, reading: Reading, figure: Figure) -> bool:
    """Whether a number is told of what has it when that began: ``كان التحالف يضم 12 دولة عند تأسيسه``.

    Behind another number that is told of this one: ``يضم 60 دولة بعد أن كانت 12 عند تأسيسه``.
    """
    first = text.token_at(figure.start)
    begin, end = clause(text, first)
    end = min([end, *(i for f in reading.figures if f.start >= figure.end and (i := text.token_at(f.start)) < end)])
    return any(text.forms[i - 1] in _AT and _is_its_birth(text.words[i]) for i in range(begin + 1, end))


def _is_its_birth(word: Word) -> bool:
    """Whether a word tells with a pronoun that something was founded."""
    founded = word.entries.get("event_masdar")
    return founded is not None and founded.value == "founding" and word.form.endswith(_ITS)
