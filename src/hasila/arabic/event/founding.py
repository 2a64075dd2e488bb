"""Foundings told in the words for a coalition: ``تحالف تقوده واشنطن منذ 2014``, ``تحالف أعلنته الرياض أمس``."""

from bisect import bisect_left
from collections.abc import Iterator

from hasila.arabic.event.circumstance import Circumstances
from hasila.arabic.event.clause import WHO
from hasila.arabic.event.matter import find_matter
from hasila.arabic.speech.draft import conjoined
from hasila.arabic.speech.excerpt import excerpt
from hasila.records import Event
from hasila.text import FINITE, Hit, Known, Text, Word

_PHRASE = 8  # tokens from the end of a coalition's name to the verb that says how it came to be
_LONGEST = 30  # tokens from that verb to the date
_SINCE = 3  # tokens from منذ to the year
_ITS = 3  # tokens from a verb of setting up to the body that is set up
_BEHIND_LEADER = frozenset(("preposition", "since_word", "adverbial", "function"))
_OF_IT = frozenset(("اليه", "عنه", "له", "به", "اليها", "عنها"))
_TURNS = frozenset(("لم", "لن", "لا", "قد", "ولم", "ولا", "وقد", "فقد"))
_ENDS = frozenset(("؛", ".", ":", "؟", "!", "»"))


def founded_coalitions(told: Circumstances) -> Iterator[Event]:
    """The dated foundings that a verb before a coalition (``وُلد التحالف``), its own phrase or its relative clause tells."""
    text = told.text
    for i in text.where("coalition"):
        if i in told.speakers.named and told.speakers.named[i].first != i:
            continue
        verbs = (i - 1 if _is_born(text, i) else None, _verb(told, i, text.words[i].entries["coalition"]))
        for verb in verbs:
            event = _event(told, i, verb) if verb is not None else None
            if event is not None:
                yield event
                break


def _is_born(text: Text, i: int) -> bool:
    """Whether the word right before the coalition says that it arose."""
    hit = text.words[i - 1].entries.get("event_founder") if i else None
    return hit is not None and hit.value == "arose" and hit.tag == "past"


def _verb(told: Circumstances, i: int, coalition: Hit) -> int | None:
    """The verb of founding that qualifies the coalition: right behind ``الذي``, or in the phrase of one without article."""
    text, end = told.text, told.text.sentence(i)[1]
    named = told.speakers.named.get(i)
    start = named.last if named else i + 1
    if WHO in text.forms[start : start + 3 if start + 3 < end else end]:
        relative = text.forms.index(WHO, start)
        return next((j for j in range(relative + 1, min(relative + 3, end)) if _founds(text, j)), None)
    if coalition.article or coalition.pronoun:
        return None
    for j in range(i + 1, start + _PHRASE if start + _PHRASE < end else end):
        if text.kinds[j] == "mark" or conjoined(text, j):
            return None
        if _IS_FINITE[text.words[j]]:
            return j if _founds(text, j) else None
    return None


def _founds(text: Text, j: int) -> bool:
    """Whether a verb says of what stands before it that it came to be: that it arose, or was made by somebody or by its own body."""
    hit = text.words[j].entries.get("event_founder")
    if hit is None or hit.tag not in FINITE or hit.clitics:
        return False
    if hit.value == "led":
        return bool(hit.pronoun)
    passive = hit.tag == "present" and not hit.pronoun and text.forms[j].startswith("ت")  # تشكل is no feminine behind تحالف
    if hit.tag != "past" and not passive:
        return False
    after = text.forms[j + 1]
    if any("event_masdar" in text.words[k].entries for k in range(j + 1, min(j + 1 + _ITS, len(text.words)))):
        return False  # أعلن عن تشكيله: the masdar names it
    if passive or hit.value == "arose" or hit.pronoun or after in _OF_IT:
        return True
    if text.has(j + 1, "preposition") or text.has(j + 1, "adverbial") or text.kinds[j + 1] == "digits":
        return True  # a passive, with no object: شُكل في
    return any("event_body" in text.words[k].entries for k in range(j + 1, min(j + 1 + _ITS, len(text.words))))


def _turns(text: Text, j: int) -> bool:
    return text.forms[j] in _TURNS or _IS_FINITE[text.words[j]]


@Known
def _IS_FINITE(word: Word) -> bool:
    return any(hit.tag in FINITE and not hit.article for hit in word.entries.values())


def _event(told: Circumstances, i: int, verb: int) -> Event | None:
    """The founding, where the date stands in the same clause; of one who leads it, behind ``منذ``."""
    text = told.text
    nth = bisect_left(told.starts, verb)
    if nth == len(told.starts):
        return None
    date = told.dates[nth]
    stop = _stop(told, verb)
    if date.first >= min(stop, verb + _LONGEST):
        return None
    if any(_turns(text, j) for j in range(max(verb, i) + 1, date.first)):
        return None
    if text.words[verb].entries["event_founder"].value == "led" and not _has_led(told, verb, date.first):
        return None
    first = min(i, verb)
    matter = find_matter(text, first, stop)
    place = told.place(verb, next((begin for begin, _ in matter if begin > verb), stop), bare=False)
    head = next(iter(text.words[first].entries[cls] for cls in ("coalition", "event_founder") if cls in text.words[first].entries))
    return Event(
        **text.quote(first, stop, len(head.clitics)),  # type: ignore[arg-type]
        type="founding",
        trigger=excerpt(text, verb, verb + 1, len(head.clitics) if verb == first else 0),
        status="happened",
        time=date.value,
        place=excerpt(text, place.first, place.last, place.skip) if place else None,
        participants=told.participants(i, stop, verb, place, matter),
    )


def _has_led(told: Circumstances, verb: int, date: int) -> bool:
    """Whether a state or a body has led it since then; a politician leads a bloc of others' making."""
    leader = told.speakers.named.get(verb + 1)
    since = any(told.text.has(j, "since_word") for j in range(max(verb, date - _SINCE), date + 1))
    if not since or leader is None or told.names.type(leader) == "person":
        return False
    behind = told.text.words[leader.last]  # يشن التحالف الذي تقوده واشنطن غارات منذ كذا: what it does since then
    return behind.form.startswith("ال") or not behind.entries.keys().isdisjoint(_BEHIND_LEADER) or behind.kind != "word"


def _stop(told: Circumstances, verb: int) -> int:
    """Where the clause ends: at a mark that no date follows, or at a relative clause or another verb behind the date."""
    text, end = told.text, told.text.sentence(verb)[1]
    for j in range(verb + 1, end):
        if text.forms[j] in _ENDS or (text.forms[j] in ("،", ",") and not told.covers(j + 1)):
            return j
        if told.dated(verb, j) and not told.covers(j) and (text.has(j, "relative") or _turns(text, j)):
            return j
    return end
