"""Recalled: who was named before where a number is credited to his office, or to his paper, alone (``وقال الوزير``, ``وأقر البيان``)."""

from collections.abc import Iterator

from hasila.balance.cast import Known
from hasila.balance.dossier import Dossier
from hasila.balance.name import key, phrase
from hasila.records import Figure, Reading, Statement
from hasila.text import Text

_LONGEST = 3  # words: المسؤول العسكري نفسه
_NEAR, _LEAD = 8, 12  # tokens of a title before a name; of a statement up to its words
_FAR = 120  # tokens looked back for a paper
_SPOKESMEN = frozenset(["متحدث", "ناطق"])
_IN = frozenset(["في", "عبر"])
_SELF = frozenset(["ذاته", "ذاتها", "نفسه", "نفسها", "عينه", "عينها", "المذكور", "المذكوره"])
_NEAR_CUE = 2  # tokens: a verb and its paper


def recalled(dossier: Dossier, n: int, reading: Reading, figure: Figure) -> Known | None:
    """Whom a definite office, ``المصدر`` or a paper stands for, that the text has told of before; None where it tells of nobody such.

    ``بلال كريم`` for ``الوزير`` behind ``وزير الداخلية بلال كريم``; who has said so ``في بيان`` for ``البيان``.
    """
    words = phrase(figure.speaker or "")
    if not 0 < len(words) <= _LONGEST or not words.forms[0].startswith("ال") or any(words.has(i, "nationality") for i in range(len(words))):
        return None
    entries, head = words.words[0].entries, _bare(words.forms[0])
    if "source_noun" not in entries and "account_noun" not in entries:
        return None
    own, cast = key(figure.speaker or ""), dossier.casts[n]
    if cast.named(own) is not None:
        return None
    told = dossier.reading(n, "statements").statements
    earlier = [s for s in told if s.start < figure.start and s.speaker and key(s.speaker) != own]
    if "account_noun" in entries:
        alone = len(words) == 1 or (len(words) == 2 and words.forms[1] in _SELF)
        return _issuer(dossier, n, figure, earlier, head) if alone else None
    spokesman = head in _SPOKESMEN
    titled = _titled(dossier, n, reading, figure.start, _SPOKESMEN if spokesman else frozenset([head]))
    for statement in reversed(earlier):
        known = cast.who(statement.speaker)
        if known is not None and (known.id in titled or (known.type != "person" and _bare(phrase(known.name).forms[0]) == head)):
            return known
    if titled:
        return next(iter(titled.values()))
    return _last(dossier, n, figure, earlier) if spokesman or words.has(0, "any_speaker") else None


def _issuer(dossier: Dossier, n: int, figure: Figure, earlier: list[Statement], head: str) -> Known | None:
    """Whose paper it is: his who has said something in one, else the only body of the sentence that tells of one."""
    cast, text = dossier.casts[n], dossier.text(n)
    paper = next((s for s in reversed(earlier) if _tells_in(s, head)), None)
    known = cast.who(paper.speaker) if paper else None
    if known is not None:
        return known if cast.named(key(known.name)) else None
    forms, before = text.forms, text.token_at(figure.start)
    at = next((i for i in range(before - 1, max(-1, before - _FAR), -1) if forms[i] in (head, head + "ا")), None)
    if at is None:
        return None
    bodies = {seen.known.id: seen.known for seen in cast.sightings(text, *text.sentence(at)) if seen.known.type == "organization"}
    return next(iter(bodies.values())) if len(bodies) == 1 else None


def _last(dossier: Dossier, n: int, figure: Figure, earlier: list[Statement]) -> Known | None:
    """The last who has said something, be he named or not, or the only person whom a later sentence right before this one names."""
    cast, text = dossier.casts[n], dossier.text(n)
    begin = text.sentence(text.token_at(figure.start))[0]
    before = text.sentence(begin - 1)[0] if begin else 0
    if not earlier or text.stored_starts[before] > earlier[-1].start:
        people = {seen.known.id: seen.known for seen in cast.sightings(text, before, begin) if seen.known.type == "person"}
        if len(people) == 1:
            return next(iter(people.values()))
    last = cast.who(earlier[-1].speaker) if earlier else None
    return last if last is not None and (last.type == "person" or phrase(last.name).has(0, "source_noun")) else None


def _bare(form: str) -> str:
    """A noun without its article and its feminine ending."""
    return form.removeprefix("وال").removeprefix("لل").removeprefix("ال").removesuffix("ه")


def _titled(dossier: Dossier, n: int, reading: Reading, end: int, heads: frozenset[str]) -> dict[str, Known]:
    """The persons named before ``end`` with a title that such a noun heads, the last named first."""
    text = dossier.text(n)
    found: list[tuple[int, Known]] = []
    for entity in reading.entities:
        if entity.type != "person":
            continue
        places = [start for start, stop in entity.places if stop <= end and _has_title(text, start, stop, heads)]
        known = dossier.casts[n].who(entity.name) if places else None
        if known is not None:
            found.append((max(places), known))
    return {known.id: known for _, known in sorted(found, key=lambda row: -row[0])}


def _has_title(text: Text, start: int, stop: int, heads: frozenset[str]) -> bool:
    """Whether one of these nouns heads the title before a name, or behind a comma after it."""
    first, last = text.tokens(start, stop)
    begin = max(text.sentence(first)[0], first - _NEAR)
    titles = list(_titles(text, begin, first))
    if titles and _bare(text.forms[titles[0]]) in heads:
        return True
    behind = last + 1 if last < len(text) and text.forms[last] == "،" else last
    return behind > last and any(_bare(text.forms[i]) in heads for i in _titles(text, behind, min(len(text), behind + 1)))


def _titles(text: Text, first: int, last: int) -> Iterator[int]:
    """The tokens that may be titles in the phrase that ends at ``last``, a comma right before the name left out."""
    opens = first
    for i in range(last - 2, first - 1, -1):
        if text.kinds[i] != "word" or any(hit.tag in ("past", "present") for hit in text.words[i].entries.values()):
            opens = i + 1
            break
    return (i for i in range(opens, last) if "source_noun" in text.words[i].entries or "title" in text.words[i].entries)


def _tells_in(statement: Statement, head: str) -> bool:
    """``قال التحالف في بيان إنه``, ``أفاد بلاغ للوزارة بأن``: whether a statement is made in an indefinite paper of this sort."""
    words = phrase(statement.exact)
    forms = words.forms
    near = range(1, min(len(words), _LEAD))
    return any((forms[i] == head and (forms[i - 1] in _IN or i <= _NEAR_CUE)) or forms[i] == head + "ا" for i in near)
