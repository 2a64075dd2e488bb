"""Gatherings: whose meeting it is that so many attended.

A meeting's name says what it is for: what stands behind its head (``مؤتمر المانحين``, ``قمة الجامعة العربية``), up to the verb,
the relative clause or the place. One that is of donors, of another body or for another purpose is not the undertaking's, unless the
name tells the undertaking or those it is against.
"""

from bisect import bisect_left

from hasila.arabic.figure.zone import MAY_BE_VERB
from hasila.balance.dossier import Dossier
from hasila.balance.tie import is_coalition
from hasila.records import Figure
from hasila.text import FINITE, Text, Word, clause, last_in, lexeme

_REACH, _NAME, _TOLD, _HOST, _NEAR = 40, 9, 150, 8, 5
# not برئاسة: who chairs a meeting tells whose it is
_ENDS = frozenset((*"،,.؛:()؟!", "في", "الذي", "التي", "اللذين", "بمشاركه", "بحضور", "برعايه", "يوم", "امس", "اليوم", "والذي", "والتي"))
_RELATIVES = ("الذي", "التي", "اللذين")
_ON = ("حول", "بشان", "عن", "ضد")
_PLACED = ("في", "الي", "من", "هامش", "خلال")
_PAUSES = frozenset((*"،,:؛", "ان", "بان", "انه", "انها"))
_PRESS = ("صحفي", "الصحفي", "صحافي", "الصحافي")
_SUMMIT = "قمه"


def is_of_another(dossier: Dossier, n: int, figure: Figure, about: str | None) -> bool:
    """Whether so many attended a meeting that is not of the codebook's undertaking: told of somebody else's, or named so."""
    subject = dossier.codebook.subject
    if subject is None:
        return False
    actor = dossier.actor(about)
    if about is None or (about != subject and actor is not None and is_coalition(actor)):
        return True
    text = dossier.text(n)
    first, last = text.tokens(figure.start, figure.end)
    head = _head(text, first)
    if _is_drill(text, first) or _is_devoted(dossier, n, first if head is None else head, last):
        return True
    if (head is None or not _name(text, head)) and _is_met_by_another(dossier, n, first if head is None else head):
        return True
    head = _behind(text, last) if head is None else head
    return head is not None and _is_named_so(dossier, n, head)


def _is_drill(text: Text, first: int) -> bool:
    """Whether soldiers, or those who show wares, came together: the last gathering told before a number is no meeting."""
    drills = text.where("drill")
    at = last_in(drills, max(text.sentence(first)[0], first - _REACH), first) if drills else None
    return at is not None and last_in(text.where(_convenes), at, first) is None


def _is_devoted(dossier: Dossier, n: int, start: int, last: int) -> bool:
    """Whether it is told behind a number what they came for, and that is another purpose: ``بمشاركة 35 دولة لبحث إعادة الإعمار``."""
    text = dossier.text(n)
    stop = clause(text, last - 1)[1]
    first = next((i for i in range(last, min(stop, last + _NEAR)) if _discusses(text.words[i])), None)
    if first is None:
        return False
    stop = next((i for i in range(first + 1, stop) if text.form(i) in _ENDS or text.has(i, "before_or_after")), stop)
    if not any(text.has(i, "other_purpose") for i in range(first + 1, stop)):
        return False
    named = {seen.known.id for seen in dossier.casts[n].sightings(text, start, stop)}
    return named.isdisjoint((dossier.codebook.subject, dossier.codebook.enemy))


def _discusses(word: Word) -> bool:
    hit = word.entries.get("discussing")
    return hit is not None and hit.clitics == "ل"


def _is_met_by_another(dossier: Dossier, n: int, first: int) -> bool:
    """Whether the verb of meeting before a number has another body's for its subject: ``وزراء دفاع الناتو التقوا``."""
    text = dossier.text(n)
    begin = text.sentence(first)[0]
    verb = last_in(text.where(_meets), max(begin, first - _REACH), first)
    if verb is None:
        return False
    stop = next((i for i in range(verb + 1, first) if text.form(i) in _ENDS or text.form(i) in _PLACED), first)
    plural = text.form(verb).endswith("وا")  # whose subject stands before it
    start, end = (_host(text, verb), verb) if plural else (verb + 1, min(stop, verb + _NAME))
    if not any(text.has(i, "other_body") for i in range(start, end)):
        return False
    return dossier.codebook.subject not in {seen.known.id for seen in dossier.casts[n].sightings(text, start, end)}


def _behind(text: Text, last: int) -> int | None:
    """The noun of meeting right behind a number: ``شارك ممثلو 22 دولة في مؤتمر المعارضة``."""
    heads = text.where(_convenes)
    n = bisect_left(heads, last)
    stop = min(clause(text, last - 1)[1], last + _HOST)
    if n == len(heads) or heads[n] >= stop:
        return None
    return heads[n] if heads[n] == last or text.form(heads[n] - 1) in _PLACED[:2] else None


def _head(text: Text, first: int) -> int | None:
    """The noun of meeting that is told before a number in its sentence; of one only taken up again the noun that it was named by."""
    heads = text.where(_convenes)
    start = max(text.sentence(first)[0], first - _REACH)
    n = bisect_left(heads, first) - 1
    if n < 0 or heads[n] < start:
        return None
    head = heads[n]
    if any(_meets(text.words[i]) for i in range(head + 1, first)):
        return None
    if not text.words[head].entries["convening"].article or _is_told_of(text, head):
        return head
    noun = lexeme(text.form(head))
    told = (i for i in reversed(heads[:n]) if i > head - _TOLD and lexeme(text.form(i)) == noun and text.form(i + 1) not in _PRESS)
    return next((i for i in told if _is_told_of(text, i)), head)


def _is_told_of(text: Text, head: int) -> bool:
    """Whether words of its name stand behind a noun of meeting: any behind a bare one, an adjective or a purpose behind a definite one."""
    name = _name(text, head)
    if not name:
        return False
    behind = text.form(head + 1)
    return not text.words[head].entries["convening"].article or behind.startswith(("ال", "ل")) or behind in _ON


def _convenes(word: Word) -> bool:
    return "convening" in word.entries


def _meets(word: Word) -> bool:
    """Whether a word is a verb of meeting: whoever meets is told by it."""
    hit = word.entries.get("event_verb")
    return hit is not None and hit.tag in FINITE and str(hit.value).startswith("meeting")


def _name(text: Text, head: int) -> range:
    """The tokens behind the head of a meeting's name that belong to it."""
    if text.form(head + 1) in _PRESS:
        return range(0)
    last = head + 1
    while last < min(len(text), head + _NAME) and text.form(last) not in _ENDS and not _tells(text.words[last]):
        last += 1
    return range(head + 1, last)


def _purpose(text: Text, name: range) -> range:
    """The tokens that tell what a meeting is for, past its name: behind a relative clause that says who held it, or a verb of devoting.

    ``القمة التي احتضنتها واشنطن حول كذا``, ``مؤتمر خصص لكذا``.
    """
    i = name.stop
    devoted = text.has(i, "devoted")
    if not devoted and text.form(i) not in _RELATIVES:
        return range(0)
    stop = min(clause(text, i)[1], i + _NAME + _NAME)
    found = (n for n in range(i + 1, stop) if text.form(n) in _ON or (text.form(n)[:1] == "ل" and "common_noun" in text.words[n].entries))
    first = next(found, stop)
    return range(first, next((n for n in range(first + 1, stop) if text.form(n) in _ENDS or _tells(text.words[n])), stop))


def _tells(word: Word) -> bool:
    """Whether a word is a listed verb and nothing else: a name ends before it."""
    tags = {hit.tag for hit in word.entries.values() if hit.tag}
    return bool(tags) and tags <= {"past", "present"}


def _is_named_so(dossier: Dossier, n: int, head: int) -> bool:
    """Whether the name tells of another body, or of another purpose and neither of the undertaking nor of those it is against."""
    text, name = dossier.text(n), _name(dossier.text(n), head)
    subject, enemy = dossier.codebook.subject, dossier.codebook.enemy
    of_body = any(text.has(i, "other_body") for i in name) or (text.form(head).endswith(_SUMMIT) and text.has(head + 1, "summit_of"))
    if not of_body and (body := _convener(text, head)) is not None:
        return subject not in {seen.known.id for seen in dossier.casts[n].sightings(text, body, name.stop)}
    if text.words[head].entries["convening"].value == "seminar":  # which learned bodies hold
        return subject not in {seen.known.id for seen in dossier.casts[n].sightings(text, _host(text, head), name.stop)}
    purpose = range(0) if of_body else _purpose(text, name)
    if not of_body and not text.has(head + 1, "peace") and not any(text.has(i, "other_purpose") for i in (*name, *purpose)):
        return False
    first = name.start if of_body or text.form(head - 1) in _PLACED else _host(text, head)
    named = {seen.known.id for seen in dossier.casts[n].sightings(text, first, max(name.stop, purpose.stop))}
    return subject not in named and (of_body or enemy not in named)


def _convener(text: Text, head: int) -> int | None:
    """The token of another body right behind the verb that has a meeting for its object, or before it where it is in the plural.

    ``عقد مجلس الأمن أمس جلسة``, ``كان وزراء مجلس التعاون قد عقدوا أمس في كذا اجتماعا``.
    """
    least = max(text.sentence(head)[0], head - _HOST - _HOST)
    verb = next((i for i in range(head - 1, least, -1) if text.form(i).endswith("وا") and _is_finite(text.words[i])), None)
    found = (i for i in range(head - 1, least, -1) if text.has(i, "other_body"))
    for i in found:
        if i > head - _HOST and _is_finite(text.words[i - 1]):
            return i
        if verb is not None and i < verb and not _is_venue(text, i):
            return i
    return None


def _is_venue(text: Text, i: int) -> bool:
    """Whether a body is told of as the place where others meet: ``في مقر الناتو``."""
    return any(text.form(n) in _PLACED for n in range(i - 2, i))


def _is_finite(word: Word) -> bool:
    return MAY_BE_VERB[word]


def _host(text: Text, head: int) -> int:
    """The first token of the words before a meeting that may tell whose it is: none past a pause or أن."""
    least = max(text.sentence(head)[0], head - _HOST)
    return next((i + 1 for i in range(head - 1, least - 1, -1) if text.form(i) in _PAUSES), least)
