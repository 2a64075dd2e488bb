"""Recalled: who was named before where a number is credited to his office, or to his paper, alone (``وقال الوزير``, ``وأقر البيان``)."""

from collections.abc import Iterator

from hasila.arabic.speech.complement import complements
from hasila.balance.cast import Known
from hasila.balance.dossier import Dossier
from hasila.balance.name import key, phrase
from hasila.records import Figure, Reading, Statement
from hasila.text import Text

_LONGEST = 3  # words: المسؤول العسكري نفسه
_NEAR, _LEAD = 8, 12  # tokens of a title before a name; of a statement up to its words
_FAR, _RECENT = 120, 3  # tokens looked back for a paper; sentences back to who has published it without a word of it
_SPOKESMEN, _SOURCES = frozenset(["متحدث", "ناطق"]), frozenset(["مصدر", "مصادر"])
_PAPERS = ("account_noun", "own_paper")


def recalled(dossier: Dossier, n: int, reading: Reading, figure: Figure) -> Known | None:
    """Whom a definite office or body, ``المصدر`` or a paper stands for, told of before; None where the text tells of nobody such.

    ``بلال كريم`` for ``الوزير`` behind ``وزير الداخلية بلال كريم``; who has said so ``في بيان`` for ``البيان``.
    """
    words = phrase(figure.speaker or "")
    if not 0 < len(words) <= _LONGEST or not words.forms[0].startswith("ال") or any(words.has(i, "nationality") for i in range(len(words))):
        return None
    entries, head = words.words[0].entries, _bare(words.forms[0])
    alone = len(words) == 1 or (len(words) == 2 and words.has(1, "selfsame"))
    is_paper = any(cls in entries for cls in _PAPERS)
    if "source_noun" not in entries and "any_speaker" not in entries and not (alone and (is_paper or "body_noun" in entries)):
        return None
    own, cast = key(figure.speaker or ""), dossier.casts[n]
    if cast.named(own) is not None:
        return None
    told = dossier.reading(n, "statements").statements
    earlier = [s for s in told if s.start < figure.start and s.speaker and key(s.speaker) != own]
    if is_paper and "source_noun" not in entries:
        return _issuer(dossier, n, figure, earlier, words.forms[0].removeprefix("ال"))
    spokesman = head in _SPOKESMEN
    titled = _titled(dossier, n, reading, figure.start, _SPOKESMEN if spokesman else frozenset([head]))
    for statement in reversed(earlier):
        known = cast.who(statement.speaker)
        if known is not None and (known.id in titled or (known.type != "person" and head in _heads(known.name, statement.speaker or ""))):
            return known
    if titled:
        return next(iter(titled.values()))
    if not (spokesman or words.has(0, "any_speaker")):
        return None
    return _last(dossier, n, figure, earlier, anybody=head in _SOURCES)


def _issuer(dossier: Dossier, n: int, figure: Figure, earlier: list[Statement], head: str) -> Known | None:
    """Whose paper it is: his who has said something in one, else the only body where one is told of, else who has just spoken."""
    cast, text = dossier.casts[n], dossier.text(n)
    makers = [s for s in earlier if not _is_paper(s.speaker or "")]
    paper = next((s for s in reversed(makers) if _tells_in(s, head)), None)
    if paper is not None:
        return cast.who(paper.speaker)
    forms, before = text.forms, text.token_at(figure.start)
    at = next((i for i in range(before - 1, max(-1, before - _FAR), -1) if forms[i] in (head, head + "ا")), None)
    if at is not None:
        named = (seen.known for seen in cast.sightings(text, *text.sentence(at)) if seen.known.type == "organization")
        bodies = {known.id: known for known in named if known.id != dossier.codebook.enemy}
        return next(iter(bodies.values())) if len(bodies) == 1 else None
    first = before
    for _ in range(_RECENT):
        first = text.sentence(first - 1)[0] if first else 0
    return cast.who(makers[-1].speaker) if makers and makers[-1].start >= text.stored_starts[first] else None


def _is_paper(speaker: str) -> bool:
    """``البيان``: whether words for a speaker are a paper, and nobody."""
    return phrase(speaker).has(0, "account_noun")


def _last(dossier: Dossier, n: int, figure: Figure, earlier: list[Statement], *, anybody: bool) -> Known | None:
    """The last who has said something, be he named or not, or the only person whom a later sentence right before this one names.

    ``anybody``: a body too.
    """
    cast, text = dossier.casts[n], dossier.text(n)
    begin = text.sentence(text.token_at(figure.start))[0]
    before = text.sentence(begin - 1)[0] if begin else 0
    if not earlier or text.stored_starts[before] > earlier[-1].start:
        people = {seen.known.id: seen.known for seen in cast.sightings(text, before, begin) if seen.known.type == "person"}
        if len(people) == 1:
            return next(iter(people.values()))
    last = cast.who(earlier[-1].speaker) if earlier else None
    return last if last is None or anybody or last.type == "person" or phrase(last.name).has(0, "source_noun") else None


def _heads(*names: str) -> set[str]:
    """The nouns that these names begin with."""
    return {_bare(phrase(name).forms[0]) for name in names if name}


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
    content, cue = next(complements(words, 1, len(words)), len(words)), words.token_at(max(statement.exact.find(statement.cue), 0))
    told = words.forms[: min(content, _LEAD)] + words.forms[cue : content if content > cue else len(words)][:_LEAD]
    return not {head, head + "ا", "ب" + head}.isdisjoint(told)
