"""The balance: what the readings of many documents say together.

Every function takes readings in any order and gives plain JSON values, the same for the same set of readings.
"""

from collections.abc import Sequence
from typing import Any

from hasila.balance.account import MEMBERS
from hasila.balance.answer import answer
from hasila.balance.campaign import as_operation, find_campaigns
from hasila.balance.card import Balance, all_conflicts, all_series, coverage, line_ids, line_rows
from hasila.balance.dossier import open_dossier
from hasila.balance.meeting import as_meeting
from hasila.balance.party import as_party
from hasila.balance.rows import Rows, plain
from hasila.balance.shelf import Readings
from hasila.codebook import Codebook, Label
from hasila.records import Reading

__all__ = [
    "Readings",
    "Rows",
    "card",
    "conflict_rows",
    "conflicts",
    "meetings",
    "operations",
    "parties",
    "plain",
    "reprints",
    "scorecard",
    "series",
    "series_rows",
]


def series(readings: Readings | Sequence[Reading], codebook: Codebook, indicator: str | None = None) -> list[dict[str, Any]]:
    """Figures of one indicator (all: None) about the same thing, in time order, one line a speaker."""
    return list(series_rows(readings, codebook, indicator))


def series_rows(readings: Readings | Sequence[Reading], codebook: Codebook, indicator: str | None = None) -> Rows:
    """The same, made as they are looked at."""
    return all_series(Balance(open_dossier(readings, codebook)), indicator)


def conflicts(readings: Readings | Sequence[Reading], codebook: Codebook) -> list[dict[str, Any]]:
    """Figures that can't all be true."""
    return list(conflict_rows(readings, codebook))


def conflict_rows(readings: Readings | Sequence[Reading], codebook: Codebook) -> Rows:
    """The same, made as they are looked at."""
    return all_conflicts(Balance(open_dossier(readings, codebook)))


def reprints(readings: Readings | Sequence[Reading]) -> list[list[str]]:
    """Groups of documents that are the same text published twice."""
    return open_dossier(readings, Codebook("", Label("", ""))).reprint_sources()


def parties(readings: Readings | Sequence[Reading], codebook: Codebook) -> list[dict[str, Any]]:
    """Who takes part: who joined, leads, is left out, and what they say."""
    balance = Balance(open_dossier(readings, codebook))
    return [as_party(balance.dossier, party, balance.figures.lines(MEMBERS)) for party in balance.parties]


def meetings(readings: Readings | Sequence[Reading], codebook: Codebook) -> list[dict[str, Any]]:
    """The meetings, joined across documents."""
    balance = Balance(open_dossier(readings, codebook))
    return [as_meeting(balance.dossier, meeting) for meeting in balance.meetings]


def operations(readings: Readings | Sequence[Reading], codebook: Codebook) -> list[dict[str, Any]]:
    """The named operations, and battles told by their place."""
    dossier = open_dossier(readings, codebook)
    return [as_operation(dossier, campaign) for campaign in find_campaigns(dossier)]


def scorecard(readings: Readings | Sequence[Reading], codebook: Codebook, language: str = "ar") -> dict[str, Any]:
    """The whole balance, with the answer at its head, in Arabic or (``en``) in English."""
    whole: dict[str, Any] = plain(card(readings, codebook, language))
    return whole


def card(readings: Readings | Sequence[Reading], codebook: Codebook, language: str = "ar") -> dict[str, Any]:
    """The same with tables that are made as they are looked at (:class:`Rows`), so that one too large to hold can be printed."""
    balance = Balance(open_dossier(readings, codebook), says=False)
    return {
        "codebook": codebook.id,
        "documents": len(balance.dossier.readings),
        "answer": answer(balance, language, spare=True),
        "lines": [line_rows(balance, id, language) for id in line_ids(balance)],
        "coverage": coverage(balance),
    }
