"""Struck: what conflicts in each comparable set, kept from one balance to the next, so that only sets that changed are struck again.

A set's stand is a hash of all that its conflicts rest on: its figures as they are told, dated, placed and credited, where these
places lie, which documents are one text, what the codebook says of the indicator, and the rules themselves. It tells nothing
of the documents' numbers, which move as others are added.
"""

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Protocol, runtime_checkable

from hasila.balance.account import Account
from hasila.balance.conflict import Comparable, Conflict, strike
from hasila.balance.dossier import Dossier
from hasila.balance.period import Period

Kept = tuple[str, str]  # the stand of a set, and what was found in it


@runtime_checkable
class Keeper(Protocol):
    """Keeps what was struck; :class:`hasila.ledger.Shelf` is one."""

    def struck(self, key: str) -> Mapping[str, Kept]:
        """What is kept of an indicator's sets, by their names."""
        ...

    def keep(self, key: str, sets: Mapping[str, Kept]) -> None:
        """Keep this of an indicator's sets in place of what is there."""
        ...


def conflicts_of(dossier: Dossier, key: str, sets: list[Comparable]) -> list[Conflict]:
    """The conflicts of an indicator's comparable sets: those that stand as they stood are not struck again."""
    keeper = dossier.readings if isinstance(dossier.readings, Keeper) else None
    before = keeper.struck(key) if keeper else {}
    now: dict[str, Kept] = {}
    found: list[Conflict] = []
    for one in sets:
        name, stands = json.dumps(one.subject, ensure_ascii=False), stand(dossier, one) if keeper else ""
        kept = before.get(name)
        if kept and kept[0] == stands:
            now[name] = kept
            found += _from_json(one, kept[1])
        else:
            struck = strike(dossier, one)
            now[name] = stands, _as_json(struck)
            found += struck
    if keeper and now != before:
        keeper.keep(key, now)
    return found


def _as_json(found: list[Conflict]) -> str:
    return json.dumps([[conflict.kind, conflict.places, [a.id for a in conflict.accounts]] for conflict in found], ensure_ascii=False)


def _from_json(one: Comparable, found: str) -> list[Conflict]:
    at = {account.id: account for account in one.told}
    return [Conflict(kind, tuple(places), tuple(map(at.__getitem__, ids))) for kind, places, ids in json.loads(found)]


def stand(dossier: Dossier, one: Comparable) -> str:
    """The hash of all that the conflicts of a set rest on."""
    codebook = dossier.codebook
    indicator = codebook.indicator(one.subject[0])
    told = hashlib.sha256(rules().encode())

    def put(*values: object) -> None:
        told.update(repr(values).encode("utf-8", "surrogatepass"))

    put(one.subject, indicator and (indicator.tolerance, indicator.accumulates), sorted(codebook.theatre))
    for place in sorted({place for account in one.told for place in account.places}):
        put(place, *dossier.around(place))
    for account in one.told:
        put(*_told(dossier, account))
    put(*sorted(one.opposed))
    return told.hexdigest()


def _told(dossier: Dossier, account: Account) -> tuple[object, ...]:
    """A figure as its conflicts know it."""
    figure, held = account.figure, account.holding
    where = _document(dossier, account.n), _document(dossier, dossier.groups[account.n]), figure.start, account.sentence
    number = account.value, figure.role, figure.unit, account.about, account.side, account.arm, account.sort, account.places, account.ground
    when = figure.time, held.time, held.assumed, _days(held.days), _days(held.stretch), held.since
    return account.id, where, number, when, account.published, account.speaker_id, account.named, account.is_drawn, account.incident


def _document(dossier: Dossier, n: int) -> tuple[str, str]:
    document = dossier.readings.document(n)
    return document.source, document.id


def _days(days: Period | None) -> tuple[int | None, int | None] | None:
    return (days.first, days.last) if days else None


@cache
def rules() -> str:
    """The hash of the rules by which balances are struck: other rules, other conflicts.

    >>> len(rules())
    64
    """
    told = hashlib.sha256()
    rooms = sorted(files("hasila.balance").iterdir(), key=lambda file: file.name)
    for file in [*(file for file in rooms if file.name.endswith(".py")), files("hasila.lexicon") / "country.json"]:
        told.update(file.name.encode() + file.read_bytes())
    return told.hexdigest()
