"""What judgements stand on: the clause around a word, who is speaking there, and who is meant."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from hasila.arabic.name import Mention, Names
from hasila.codebook import Codebook
from hasila.records import Statement
from hasila.text import Found, Text

_MARKS = frozenset("؛:،,")
_SKIPPED = frozenset("»\"”)'›،-–.")
_CLAUSE = 45
_BACK = 30
_NESTED = 8
_FOLLOWED = 2
_OPENING = frozenset("«\"“('[‹")
_CLOSING = frozenset("»\"”)']›")
_AND_THAT = ("وان", "وانه", "وانها", "وانهم", "وبان", "وبانه", "وبانها")
_PRONOUNS_OF_CLAUSE = ("وقد", "ولم", "ولا", "وكان", "وكانت", "وليس", "ولن", "وما", "وهو", "وهي", "وهم")


@dataclass(frozen=True, eq=False)
class Ground:
    """A text with its names and statements, asked about clauses."""

    text: Text
    names: Names
    statements: Sequence[Statement]
    codebook: Codebook

    @cached_property
    def said(self) -> list[tuple[int, int, Statement]]:
        """The token range of each statement, in order."""
        return sorted(((*self.text.tokens(s.start, s.end), s) for s in self.statements), key=lambda row: row[:2])

    @cached_property
    def _covering(self) -> dict[int, Mention]:
        return {i: mention for mention in self.names.mentions for i in range(mention.first, mention.last)}

    @cached_property
    def _named_at(self) -> list[int]:
        return [mention.first for mention in self.names.mentions]

    def at(self, i: int) -> Mention | None:
        """The mention that covers token ``i``."""
        return self._covering.get(i)

    def within(self, first: int, last: int) -> Iterator[Mention]:
        """The mentions that lie in the tokens [first, last)."""
        mentions = self.names.mentions
        for n in range(bisect_left(self._named_at, first), len(mentions)):
            if mentions[n].first >= last:
                return
            if mentions[n].last <= last:
                yield mentions[n]

    @cached_property
    def foes(self) -> frozenset[str]:
        """The ids of those who are fought."""
        fought = {actor.id for actor in self.codebook.actors if actor.kind in ("opponent", "armed_group")}
        return frozenset(fought | {self.codebook.enemy or ""})

    def statement(self, i: int) -> tuple[int, int, Statement] | None:
        """The innermost statement that holds token ``i``, with its token range."""
        place = bisect_right(self._begins, i)
        holding = [row for row in self.said[max(0, place - _NESTED) : place] if i < row[1]]
        return min(holding, key=lambda row: row[1] - row[0], default=None)

    @cached_property
    def _begins(self) -> list[int]:
        return [row[0] for row in self.said]

    def speaker(self, i: int) -> str | None:
        """Who is credited with token ``i``; None for the author."""
        row = self.statement(i)
        return row[2].speaker if row else None

    def found(self, cls: str) -> Mapping[int, Found]:
        """As :meth:`hasila.text.Text.found`."""
        return self.text.found(cls)

    def has(self, i: int, cls: str) -> bool:
        """As :meth:`hasila.text.Text.has`."""
        return self.text.has(i, cls)

    def find(self, i: int, cls: str) -> Found | None:
        """As :meth:`hasila.text.Text.find`."""
        return self.text.find(i, cls)

    @cached_property
    def edges(self) -> list[int]:
        """The tokens that clauses begin at, the sentences' first apart, in order."""
        edges = {i + 1 for i in self.marks if self.text.form(i) != "،" or self.opens(i + 1)}
        for cls in ("turn", "clause_opener", "complementizer"):
            for i, found in self.found(cls).items():
                if cls != "clause_opener" or found.hit.value == "strong" or (found.hit.value == "weak" and self._heads(i)):
                    edges.add(found.stop)
        return sorted(edges)

    @cached_property
    def marks(self) -> list[int]:
        """The marks that may part clauses."""
        return [i for i, word in enumerate(self.text.words) if word.kind == "mark" and (word.form in _MARKS or word.form[:2] == "..")]

    @cached_property
    def stops(self) -> list[int]:
        """The tokens before which a clause ends, in order."""
        stops = {i for i in self.marks if self.text.form(i) != "،" or self.opens(i + 1)}
        stops.update(self.found("turn"))
        stops.update(i for i, found in self.found("clause_opener").items() if found.hit.value == "strong")
        for i, word in enumerate(self.text.words):
            if word.form[:1] == "و":
                if word.form in _AND_THAT or (word.form == "و" and self.has(i + 1, "complementizer")):
                    stops.add(i)
                hit = word.entries.get("speech_verb")
                spoken = hit is not None and hit.clitics[:1] == "و" and hit.tag in ("past", "present")
                if spoken or (word.form[1:2] == "ي" and self.finite(i)):
                    stops.add(i)
        return sorted(stops)

    def left(self, i: int) -> int:
        """The first token of the clause of token ``i``."""
        begin = max(self.text.sentence(i)[0], i - _BACK)
        place = bisect_right(self.edges, i)
        first = max(begin, self.edges[place - 1]) if place else begin
        while first < i and self.text.form(first) in _SKIPPED:
            first += 1
        return first

    def next_stop(self, i: int) -> int:
        """The first token after ``i`` before which a clause ends; the text's end if there is none."""
        place = bisect_right(self.stops, i)
        return self.stops[place] if place < len(self.stops) else len(self.text)

    def _heads(self, i: int) -> bool:
        """Whether token ``i`` stands at the head of a sentence or after a comma."""
        return i == self.text.sentence(i)[0] or self.text.kind(i - 1) == "mark"

    def opens(self, i: int) -> bool:
        """Whether token ``i``, after a comma, opens a clause of its own."""
        return i < len(self.text) and (self.has(i, "turn") or self.has(i, "clause_opener") or self.finite(i) or self.participle(i))

    def finite(self, i: int) -> bool:
        """Whether token ``i`` is و or ف with a verb, as far as can be told without a dictionary."""
        form = self.text.form(i)
        if form[:1] not in ("و", "ف"):
            return False
        if form in _PRONOUNS_OF_CLAUSE or (form[1:2] == "ي" and len(form) > 4):
            return True
        return any(hit.tag in ("past", "present") and hit.clitics[:1] in ("و", "ف") for hit in self.text.words[i].entries.values())

    def participle(self, i: int) -> bool:
        """Whether token ``i`` is the circumstantial participle of a verb of saying (``مضيفا``)."""
        hit = self.text.words[i].entries.get("speech_verb") if i < len(self.text) else None
        return bool(hit and hit.tag == "participle" and self.text.form(i).endswith("ا"))

    def right(self, i: int, *, through_commas: bool = True) -> int:
        """The token after the last of the clause of token ``i``."""
        text = self.text
        stop = min(text.sentence(i)[1], i + _CLAUSE)
        row = self.statement(i)
        if row:
            stop = min(stop, row[1])
        place = bisect_right(self.stops, i)
        if place < len(self.stops):
            stop = min(stop, self.stops[place])
        if not through_commas:
            stop = next((k for k in range(i + 1, stop) if text.form(k) == "،"), stop)
        while stop > i + 1 and text.form(stop - 1) in (".", "!", "؟", "?", "،"):
            stop -= 1
        return stop

    def trimmed(self, first: int, last: int) -> tuple[int, int]:
        """The range without the marks at its ends; a quotation mark stays where its pair is inside."""
        text = self.text
        while first < last and text.kind(first) == "mark" and text.form(first) not in _OPENING:
            first += 1
        while last > first and text.kind(last - 1) == "mark" and not self._closes(first, last - 1):
            last -= 1
        if last - first > 1 and text.form(first) in _OPENING and not any(text.form(k) in _CLOSING for k in range(first + 1, last)):
            first += 1
        return first, last

    def _closes(self, first: int, mark: int) -> bool:
        return self.text.form(mark) in _CLOSING | {"%"} and any(self.text.form(k) in _OPENING | {"%"} for k in range(first, mark))

    def is_foe(self, i: int) -> bool:
        """Whether token ``i`` is part of a name of those who are fought, or a word for them."""
        mention = self.at(i)
        if mention is not None:
            return self.names.entity(mention).id in self.foes
        return "foe" in self.text.words[i].entries

    def party(self, first: int, last: int) -> bool:
        """Whether an undertaking, its body or a party to it is named in the range."""
        for k in range(first, last):
            if "undertaking" in self.text.words[k].entries:
                return True
        return any(self._takes_part(self.names.entity(m).id, self.names.type(m)) for m in self.within(first, last))

    def _takes_part(self, id: str, type: str) -> bool:
        return type in ("country", "operation") or (type == "organization" and self.codebook.actor(id) is not None)

    @cached_property
    def followed(self) -> bool:
        """Whether the text is about the codebook's undertaking: its actors or its enemy are named twice or more."""
        ids = {actor.id for actor in self.codebook.actors if actor.kind in ("party", "opponent", "armed_group") and actor.type != "country"}
        ids.add(self.codebook.enemy or "")
        told = sum(1 for mention in self.names.mentions if self.names.entity(mention).id in ids)
        return told >= _FOLLOWED

    def foe_within(self, first: int, last: int) -> int | None:
        """The first token of those who are fought in the range."""
        return next((k for k in range(max(first, 0), min(last, len(self.text))) if self.is_foe(k)), None)
