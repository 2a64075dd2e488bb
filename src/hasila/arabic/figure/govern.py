"""What governs a figure: the time, the place and the speaker of the clause that it stands in."""

from bisect import bisect_left
from collections.abc import Sequence

from hasila.arabic.figure.draft import Draft
from hasila.arabic.name import Mention, Names
from hasila.records import Event, Statement, Time
from hasila.text import Text, clause

_PLACE_PREPOSITIONS = ("في", "داخل", "ب", "قرب", "علي", "قباله", "شمال", "جنوب", "شرق", "غرب", "كل")
_RELATIVES = ("التي", "الذي", "الذين", "حيث")
_FIELD = ("victim", "civilian", "fighter", "soldier", "raid", "target", "vehicle")
_NEAR = 8
_SINCE_REACH = 4


def owners(text: Text, spans: Sequence[tuple[int, int]]) -> list[int]:
    """For each token the smallest of the stored [start, end) spans that covers it (its index), -1 for none."""
    owner = [-1] * len(text)
    for n in sorted(range(len(spans)), key=lambda n: spans[n][0] - spans[n][1]):
        first, last = text.tokens(*spans[n])
        owner[first:last] = [n] * (last - first)
    return owner


class Governors:
    """The times, places, statements and events of a text, ready to be asked by token."""

    def __init__(self, text: Text, times: Sequence[Time], names: Names, statements: Sequence[Statement], events: Sequence[Event]):
        """Index them once, so that each figure costs the size of its sentence."""
        self.text, self.names, self.statements, self.events = text, names, statements, events
        self.dates = [(text.token_at(t.start), t) for t in times if t.type in ("DATE", "TIME") and t.value]
        self.date_tokens = [i for i, _ in self.dates]
        self.statement_at = owners(text, [(s.start, s.end) for s in statements])
        self.event_at = owners(text, [(e.start, e.end) for e in events])

    def speaker(self, draft: Draft) -> tuple[str | None, str | None]:
        """(speaker, via) of the innermost statement around the figure."""
        n = self.statement_at[draft.first]
        return (self.statements[n].speaker, self.statements[n].via) if n >= 0 else (None, None)

    def _dates_in(self, first: int, last: int) -> list[tuple[int, Time]]:
        return self.dates[bisect_left(self.date_tokens, first) : bisect_left(self.date_tokens, last)]

    def time(self, draft: Draft) -> str | None:
        """The date of its clause (the nearest), else its event's, else for a count the only one that its sentence told before it."""
        text = self.text
        first, last = clause(text, draft.first)
        near = [row for row in self._dates_in(first, last) if not self._is_relative(row[0], draft)]
        if near:
            return self._since(*min(near, key=lambda row: (abs(row[0] - draft.end), row[0])))
        n = self.event_at[draft.first]
        if n >= 0 and self.events[n].time:
            return self.events[n].time
        if draft.type != "cardinal":
            return None
        told = self._dates_in(text.sentence(draft.first)[0], draft.first)
        return self._since(*told[0]) if len({t.value for _, t in told}) == 1 else None

    def _since(self, token: int, date: Time) -> str | None:
        """The date's value; open towards now where منذ stands before it (``منذ بدء العملية في 2014``: 2014/..)."""
        start = max(self.text.sentence(token)[0], token - _SINCE_REACH)
        for i in range(token - 1, start - 1, -1):
            if self.text.form(i) in ("منذ", "مذ"):
                return date.value if date.value is None or "/" in date.value else f"{date.value}/.."
            if self.text.kind(i) == "mark":
                break
        return date.value

    def _is_relative(self, date: int, draft: Draft) -> bool:
        """Whether a relative pronoun stands between figure and date: it is then of something else (``الأراضي التي خسرها في 2014``)."""
        return any(self.text.form(i) in _RELATIVES for i in range(draft.end, date))

    def place(self, draft: Draft) -> str | None:
        """The place behind it in its clause; a count also takes one before it there, its event's, and of those hurt the last place told."""
        first, last = clause(self.text, draft.first)
        here = self._places(first, last)
        behind = [m for m in here if m.first >= draft.end]
        if behind and behind[0].first - draft.end <= _NEAR:
            return self._joined(behind[0])
        if draft.type != "cardinal" and draft.type != "range":
            return None
        if here:
            return self._joined(here[-1] if not behind else min(here, key=lambda m: abs(m.first - draft.first)))
        n = self.event_at[draft.first]
        if n >= 0 and self.events[n].place:
            return self.events[n].place
        return self._last_told(draft) if self._of_the_field(draft) else None

    def _of_the_field(self, draft: Draft) -> bool:
        """Whether people hurt or fighting, or blows struck, are counted: these always happen somewhere."""
        hit = self.text.words[draft.noun].entries.get("counted_noun") if draft.noun is not None else None
        return hit is not None and hit.value in _FIELD

    def _last_told(self, draft: Draft) -> str | None:
        """The nearest place of its sentence, else the last one of the sentence before."""
        start, end = self.text.sentence(draft.first)
        around = self._places(start, end)
        if around:
            return self._joined(min(around, key=lambda m: (m.first > draft.first, abs(m.first - draft.first))))
        before = self._places(*self.text.sentence(start - 1)) if start else []
        return self._joined(before[-1]) if before else None

    def _places(self, first: int, last: int) -> list[Mention]:
        found = []
        for mention in self.names.within(first, last):
            if self.names.type(mention) not in ("country", "place"):
                continue
            clitics = self.text.form(mention.first)[: mention.skip]
            if clitics.endswith("ب") or self.text.form(mention.first - 1) in _PLACE_PREPOSITIONS:
                found.append(mention)
        return found

    def _joined(self, mention: Mention) -> str:
        """The place as it stands, with one that و joins to it (``العراق وسوريا``)."""
        start, end = mention.place(self.text)
        after = self.names.at(mention.last)
        if after and after.first == mention.last and after.skip and self.names.type(after) in ("country", "place"):
            end = after.place(self.text)[1]
        return self.text.stored[start:end]
