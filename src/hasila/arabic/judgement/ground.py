"""What judgements stand on: the words of a text, the clause around each, who is speaking there, and who is meant."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import chain, compress, repeat
from operator import attrgetter, contains, gt, itemgetter

from hasila.arabic.judgement.camp import Camps
from hasila.arabic.judgement.opener import complementizers, openers
from hasila.arabic.judgement.side import sides
from hasila.arabic.judgement.sign import FINITE, PARTS, SIGNS
from hasila.arabic.judgement.word import MAY_OPEN, OWN_CLAUSE, and_that, denies, doubts, goes_on, is_and, meets
from hasila.arabic.name import Mention, Names
from hasila.codebook import Codebook
from hasila.records import Statement
from hasila.text import Sought, Text, find_marks

# the name of Mali, which is also a word for what is financial, and what its adjective describes
_MALIAN = frozenset(("مالي", "ومالي", "بمالي", "لمالي"))
_OF_MALI = frozenset(("العاصمه", "القوات", "الحكومه", "السلطات", "الاراضي", "الحدود", "الرياسه", "المدينه"))
_SKIPPED = frozenset("»\"”)'›،-–.")
_TRAILING = frozenset((".", "!", "؟", "?", "،"))
_CLAUSE = 45
_BACK = 30
_NESTED = 8
_FOLLOWED = 2
_APPRAISING = frozenset[Sought]((denies, "short_of", "appraisal", "appraisal_noun", "appraise_verb", "persisting"))
_OPENING = frozenset("«\"“('[‹")
_QUOTES = ("«", "“", '"')
_CLOSING = frozenset("»\"”)']›")
_PAIRED = frozenset("%")
_PAIRING = _CLOSING | _PAIRED
_Row = tuple[int, int, Statement]
_stop, _entries = attrgetter("stop"), attrgetter("entries")
_first, _last, _place, _id = itemgetter(0), itemgetter(1), itemgetter(0, 1), attrgetter("id")


def _length(covering: tuple[int, int, _Row]) -> int:
    return covering[2][1] - covering[2][0]


class Ground:
    """A text with its names and statements, asked about clauses.

    ``said``: the token range of each statement, in order. ``named``: the mention that covers each token of a name.
    ``turns``, ``openers`` and ``that``: the words that turn a thought (``لكن``), open a clause (``حيث``), and that what is
    said follows (``أن``). ``questions``: the question marks. ``introducing``: the tokens of أن and its like, and colons.
    ``quoting``: the marks that open quotations, or may. ``doubts``: the tokens of wishes, conditions and forecasts that reach
    far. ``short_of``: what says by itself that something is lacking. ``meetings``: the words for meetings, and for those who
    meet. ``camps``: where those who take part and those who are fought are named.
    """

    def __init__(self, text: Text, names: Names, statements: Sequence[Statement], codebook: Codebook) -> None:
        self.text, self.names, self.codebook, self._where = text, names, codebook, text.where
        self.sides = sides(codebook)
        self.lines: dict[tuple[int, int], dict[str, int]] = {}  # of the ranges that somebody asked about (see :mod:`line`)
        self.main_line: str | None = None  # the line that the text is about, once somebody asked
        self.named = names.covers
        self.said = sorted([(first, last, s) for (first, last), s in zip(text.spans(statements), statements, strict=True)], key=_place)
        self.turns, self.openers, self.that = text.found("turn"), openers(text), complementizers(text)
        self.marks = text.derived(find_marks)
        self.questions = sorted([*self.marks.get("؟", ()), *self.marks.get("?", ())])
        self.quoting = sorted(chain.from_iterable(map(self.marks.get, _QUOTES, repeat(()))))
        self.introducing = sorted([*self.that, *self.marks.get(":", ())])
        self.doubts, self.short_of, self.meetings = text.where(doubts), text.found("short_of"), text.where(meets)
        self.appraising, self.lining = self._find_appraising(), self._find_lining()
        self.unnamed_lining = self._find_unnamed_lining()
        self._innermost, self._parting = self._find_innermost(), self._find_parting()
        self.edges, self.stops = self._find_edges(), self._find_stops()
        self.camps = Camps(text, names, self.named, self.sides)

    def _find_parting(self) -> list[int]:
        """The marks that part clauses: of commas those after which a clause of its own opens."""
        forms, turns, openers = self.text.forms, self.turns, self.openers
        parting = list(chain.from_iterable([places for mark, places in self.marks.items() if SIGNS[mark] & PARTS]))
        may = [i for i in self.marks.get("،", ()) if MAY_OPEN[forms[i + 1]]]
        return parting + [i for i in may if SIGNS[forms[i + 1]] & OWN_CLAUSE or i + 1 in openers or i + 1 in turns]

    # --- the words ---

    def _find_appraising(self) -> list[int]:
        """The tokens, names apart, that may appraise where the voice is that of a judge: appraising words, negations."""
        where = self.text.where
        found = set[int]().union(*map(where, self.text.held(_APPRAISING)))
        return sorted(found - self.named.keys())

    def _find_lining(self) -> list[int]:
        """The tokens that may begin a word of a line."""
        return list(compress(range(len(self.text.words)), map(self.sides.lines.__getitem__, self.text.forms)))

    def _find_unnamed_lining(self) -> list[int]:
        """The tokens, names apart, that may begin a word of a line; in a text about Mali its own name tells of no money."""
        lining = set(self.lining) - self.named.keys()
        if "ml" in map(_id, self.names.entities):
            lining = {i for i in lining if self.text.forms[i] not in _MALIAN and self.text.forms[i - 1] not in _OF_MALI}
        return sorted(lining)

    def listed(self, cls: str, first: int, last: int) -> int | None:
        """The first of the tokens [first, last) that begins a listed word or phrase of the class."""
        places = self._where(cls)
        if not places:
            return None
        place = bisect_left(places, first)
        return places[place] if place < len(places) and places[place] < last else None

    def word(self, cls: str, first: int, last: int) -> int | None:
        """The first of the tokens [first, last) that is a listed word of the class, alone."""
        where = self._where(cls)
        if not where:
            return None
        words = self.text.words
        for n in range(bisect_left(where, first), len(where)):
            if where[n] >= last:
                break
            if cls in words[where[n]].entries:
                return where[n]
        return None

    def near(self, cls: str, first: int, last: int) -> int | None:
        """As :meth:`word`, for a class of many words that is seldom asked for: they are looked for here alone, and indexed nowhere."""
        first = first if first > 0 else 0
        return next(compress(range(first, last), map(contains, map(_entries, self.text.words[first:last]), repeat(cls))), None)

    # --- the statements ---

    def statement(self, i: int) -> _Row | None:
        """The innermost statement that holds token ``i``, with its token range."""
        return self._innermost[i]

    def _find_innermost(self) -> list[_Row | None]:
        """The innermost statement of each token: the shorter ones cover the longer; of equals the first holds."""
        found: list[_Row | None] = [None] * len(self.text.forms)
        if not any(map(gt, map(_last, self.said), map(_first, self.said[1:]))):
            for row in self.said:
                first, last, _ = row
                found[first:last] = [row] * (last - first)
            return found
        further = [*map(_first, self.said[_NESTED:]), *[len(found)] * _NESTED]  # so that no token is covered too often
        covering = [(row[0], min(row[1], stop), row) for row, stop in zip(self.said, further, strict=False)]
        covering.reverse()
        covering.sort(key=_length, reverse=True)
        for first, last, row in covering:
            found[first:last] = [row] * (last - first)
        return found

    def speaker(self, i: int) -> str | None:
        """Who is credited with token ``i``; None for the author."""
        row = self.statement(i)
        return row[2].speaker if row else None

    # --- the clauses ---

    def _find_edges(self) -> list[int]:
        """The tokens that clauses and sentences begin at, in order."""
        edges = {*map(_first, self.text.sentences), *[i + 1 for i in self._parting]}
        edges.update(map(_stop, chain(self.turns.values(), self.that.values())))
        for i, found in self.openers.items():
            value = found.hit.value
            if value == "strong" or (value == "weak" and self._heads(i)):
                edges.add(found.stop)
        return sorted(edges)

    def _find_stops(self) -> list[int]:
        """The tokens before which a clause or a sentence ends, in order."""
        text, that = self.text, self.that
        stops = {*self._parting, *self.turns, *map(_last, text.sentences), *text.where(goes_on)}
        stops.update([i for i, found in self.openers.items() if found.hit.value == "strong"])
        stops.update(that.keys() & text.where(and_that))
        stops.update([i for i in text.where(is_and) if i + 1 in that])
        return sorted(stops)

    def left(self, i: int) -> int:
        """The first token of the clause of token ``i``."""
        forms, edges = self.text.forms, self.edges
        first = edges[bisect_right(edges, i) - 1]
        if first < i - _BACK:
            first = i - _BACK
        while first < i and forms[first] in _SKIPPED:
            first += 1
        return first

    def part(self, i: int, first: int, last: int) -> tuple[int, int]:
        """The part of [first, last) around token ``i`` that is cut where sentences end and before other clauses."""
        stops = self.stops
        place = bisect_right(stops, i)
        return max(first, stops[place - 1] if place else 0), min(last, stops[place])

    def _heads(self, i: int) -> bool:
        """Whether token ``i`` stands at the head of a sentence or after a comma."""
        return i == self.text.sentence(i)[0] or self.text.kinds[i - 1] == "mark"

    def finite(self, i: int) -> bool:
        """Whether token ``i`` is و or ف with a verb, as far as can be told without a dictionary."""
        return SIGNS[self.text.forms[i]] & FINITE > 0

    def right(self, i: int, *, through_commas: bool = True) -> int:
        """The token after the last of the clause of token ``i``."""
        forms, stops, row = self.text.forms, self.stops, self._innermost[i]
        place = bisect_right(stops, i)
        stop = stops[place] if place < len(stops) else stops[-1]
        if stop > i + _CLAUSE:
            stop = i + _CLAUSE
        if row and row[1] < stop:
            stop = row[1]
        if not through_commas and "،" in forms[i + 1 : stop]:
            stop = forms.index("،", i + 1)
        while stop > i + 1 and forms[stop - 1] in _TRAILING:
            stop -= 1
        return stop

    def trimmed(self, first: int, last: int) -> tuple[int, int]:
        """The range without the marks at its ends; a quotation mark stays where its pair is inside."""
        kinds = self.text.kinds
        if kinds[first] == "word" == kinds[last - 1]:
            return first, last
        forms = self.text.forms
        while first < last and kinds[first] == "mark" and forms[first] not in _OPENING:
            first += 1
        while last > first and kinds[last - 1] == "mark" and (forms[last - 1] not in _PAIRING or not self._closes(first, last - 1)):
            last -= 1
        if last - first > 1 and forms[first] in _OPENING and _CLOSING.isdisjoint(forms[first + 1 : last]):
            first += 1
        return first, last

    def _closes(self, first: int, mark: int) -> bool:
        """Whether what may close a pair at ``mark`` does, from ``first`` on."""
        forms = self.text.forms
        return not (_OPENING | _PAIRED).isdisjoint(forms[first:mark])

    # --- the names ---

    def at(self, i: int) -> Mention | None:
        """The mention that covers token ``i``."""
        return self.named.get(i)

    def within(self, first: int, last: int) -> list[Mention]:
        """The mentions that lie in the tokens [first, last)."""
        return self.names.within(first, last)

    def joined_to(self, mention: Mention) -> Mention:
        """The first of the names that و joins, of which this is one: what governs that one governs them all (``في مالي والنيجر``)."""
        while self.text.forms[mention.first][0] == "و" and (before := self.at(mention.first - 1)) is not None:
            mention = before
        return mention

    def is_foe(self, i: int) -> bool:
        """Whether token ``i`` is part of a name of those who are fought, or a word for them."""
        return i in self.camps.foes_at

    def foe_within(self, first: int, last: int) -> int | None:
        """The first token of those who are fought in the range."""
        foes = self.camps.foes
        place = bisect_left(foes, first)
        return foes[place] if place < len(foes) and foes[place] < last else None

    def party(self, first: int, last: int) -> bool:
        """Whether an undertaking, its body or a party to it is named in the range."""
        return self.camps.party(first, last)

    @property
    def followed(self) -> bool:
        """Whether the text is about the codebook's undertaking: its actors or its enemy are named twice or more."""
        return self.camps.followed >= _FOLLOWED
