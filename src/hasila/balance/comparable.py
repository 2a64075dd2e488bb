"""Comparable figures, indicator by indicator: what can be held against each other is held together, and no more at a time."""

from collections import Counter, OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from hasila.balance.account import Account, accounts
from hasila.balance.aftermath import dated_by_blow
from hasila.balance.conflict import Conflict, Kind, comparable_sets, in_place, parts_conflicts
from hasila.balance.contrast import Pair, contrasts
from hasila.balance.correction import Hint, hints, superseded
from hasila.balance.dossier import Dossier
from hasila.balance.heir import of_the_last_told, of_the_opposed
from hasila.balance.part import Suspect, suspects
from hasila.balance.point import Line, draw_lines, in_order
from hasila.balance.spool import Spool
from hasila.balance.struck import conflicts_of
from hasila.records import Reading

BESIDE = "beside:"
OTHER = "?"  # the key of all indicators that the codebook does not have
_HELD = 50_000  # figures that are held at a time, unless one indicator alone has more


@dataclass(frozen=True, slots=True)
class Held:
    """The figures of one indicator in the order of the documents, and their series."""

    told: list[Account]
    lines: list[Line]


Tally = Counter[str]


def tally(told: list[Account], gone: dict[str, str]) -> Tally:
    """How many figures make points, and what these leave open; by ``beside:`` and role how many stand beside them."""
    found = Tally(told=len(told))
    points = [account for account in told if account.is_point and account.id not in gone]
    found["used"] = len(points)
    found["figures_without_time"] = sum(a.holding.time is None for a in points)
    found["figures_time_assumed"] = sum(a.holding.assumed and a.holding.time is not None for a in points)
    found["figures_place_assumed"] = sum(not a.places for a in points)
    found["figures_without_speaker"] = sum(a.speaker is None for a in points)
    found.update(f"{BESIDE}{account.figure.role}" for account in told if not account.is_point)
    return found


class Figures:
    """All figures that have an indicator, by indicator (``OTHER`` for those that the codebook does not have)."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._listed = {indicator.id for indicator in dossier.codebook.indicators}
        self._spool: Spool[Account] = Spool()
        self._suspects: list[Suspect] = []
        self._opposed: dict[str, list[Pair]] = {}
        self._hints: dict[str, list[Hint]] = {}
        self._lately: OrderedDict[str, Held] = OrderedDict()
        self._found: dict[str, list[tuple[Kind, tuple[str, ...], tuple[int, ...]]]] = {}
        self._tallies: dict[str, Tally] = {}
        self._rated: set[str] = set()

    def see(self, n: int, reading: Reading) -> None:
        """Put the figures of a reading by, with what the text at hand tells of them together."""
        opposed = of_the_opposed(self._dossier, dated_by_blow(self._dossier, n, accounts(self._dossier, n, reading)))
        here = list(of_the_last_told(self._dossier, opposed))
        self._suspects += suspects(self._dossier, here)
        told = [account for account in here if account.figure.indicator]
        for account in told:
            self._spool.add(self.key(account.figure.indicator or ""), account)
            if account.subject[3]:
                self._rated.add(self.key(account.figure.indicator or ""))
        key = {account.id: self.key(account.figure.indicator or "") for account in told}
        for pair in contrasts(self._dossier, told):
            self._opposed.setdefault(key[pair[0]], []).append(pair)
        for hint in hints(self._dossier, told):
            self._hints.setdefault(self.key(hint.subject[0]), []).append(hint)

    def key(self, indicator: str) -> str:
        """The key of an indicator's figures."""
        return indicator if indicator in self._listed else OTHER

    @property
    def keys(self) -> list[str]:
        """The keys of the indicators of which any figure is told, in order."""
        return sorted(self._spool.counts)

    def number(self, key: str) -> int:
        """How many figures a key has."""
        return self._spool.counts[key]

    @cached_property
    def gone(self) -> dict[str, str]:
        """The superseded figures: id → id of the one in their place."""
        gone: dict[str, str] = {}
        for key, told in self._hints.items():
            gone |= superseded(self._spool.of(key), told)
        return gone

    def of(self, key: str) -> Held:
        """The figures and the series of one key."""
        if key in self._lately:
            self._lately.move_to_end(key)
            return self._lately[key]
        gone = self.gone
        while self._lately and sum(map(self.number, self._lately)) + self.number(key) > _HELD:
            self._lately.popitem(last=False)
        told = self._spool.of(key)
        self._lately[key] = Held(told, draw_lines(self._dossier, told, gone))
        if key not in self._tallies:
            self._tallies[key] = tally(told, gone)
        return self._lately[key]

    def tally(self) -> Tally:
        """How many figures there are of which sort."""
        for key in self.keys:
            if key not in self._tallies:
                self.of(key)
        return sum(self._tallies.values(), Counter[str]())

    def rates(self) -> Iterator[Line]:
        """The series of rates."""
        return (line for key in sorted(self._rated) for line in self.of(key).lines if line.key[4])

    def lines(self, indicator: str) -> list[Line]:
        """The series of one indicator."""
        return [line for line in self.of(self.key(indicator)).lines if line.key[0] == indicator]

    def told(self, indicator: str) -> list[Account]:
        """The figures of one indicator."""
        return [account for account in self.of(self.key(indicator)).told if account.figure.indicator == indicator]

    def ordered(self, key: str) -> list[Line]:
        """The series of one key as they are shown."""
        return in_order(self._dossier, self.of(key).lines)

    def conflicts(self, key: str) -> list[Conflict]:
        """The conflicts of one key ("": of no indicator), looked for once; remembered is which figures they are between, not these."""
        if not key:
            return in_place(self._dossier, self._parts.get("", ()))
        if key not in self._found:
            held = self.of(key)
            at = {account.id: i for i, account in enumerate(held.told)}
            sets = comparable_sets(held.told, held.lines, self.gone, self._opposed.get(key, ()))
            found = conflicts_of(self._dossier, key, sets)
            found = in_place(self._dossier, [*found, *self._parts.get(key, ())])
            self._found[key] = [(c.kind, c.places, tuple(at[a.id] for a in c.accounts)) for c in found]
        told = self.of(key).told if self._found[key] else []
        return [Conflict(kind, places, tuple(told[i] for i in members)) for kind, places, members in self._found[key]]

    @cached_property
    def _parts(self) -> dict[str, list[Conflict]]:
        """Wholes that their parts exceed, by key; "" where they have no indicator."""
        found: dict[str, list[Conflict]] = {}
        for conflict in parts_conflicts(self._dossier, self._suspects, self.gone):
            told = {account.figure.indicator for account in conflict.accounts}
            indicator = conflict.accounts[0].figure.indicator if len(told) == 1 else None
            found.setdefault(self.key(indicator) if indicator else "", []).append(conflict)
        return found

    def every(self) -> Iterator[Held]:
        """The figures and series of all keys, one after the other."""
        return map(self.of, self.keys)
