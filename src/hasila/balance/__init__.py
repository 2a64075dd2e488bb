"""The balance: what the readings of many documents say together.

Every function takes readings in any order and gives plain JSON values, the same for the same set of readings.
"""

from collections.abc import Sequence
from typing import Any

from hasila.balance.answer import answer
from hasila.balance.campaign import as_operation, find_campaigns
from hasila.balance.card import Balance, as_line, coverage, line_ids
from hasila.balance.conflict import as_conflict
from hasila.balance.dossier import open_dossier
from hasila.balance.meeting import as_meeting
from hasila.balance.party import as_party
from hasila.balance.point import as_series
from hasila.codebook import Codebook, Label
from hasila.records import Reading

__all__ = ["conflicts", "meetings", "operations", "parties", "reprints", "scorecard", "series"]


def series(readings: Sequence[Reading], codebook: Codebook, indicator: str | None = None) -> list[dict[str, Any]]:
    """Figures of one indicator (all: None) about the same thing, in time order, one line a speaker."""
    balance = Balance(open_dossier(readings, codebook))
    return [as_series(balance.dossier, line, balance.gone) for line in balance.ordered if indicator in (None, line.key[0])]


def conflicts(readings: Sequence[Reading], codebook: Codebook) -> list[dict[str, Any]]:
    """Figures that can't all be true."""
    balance = Balance(open_dossier(readings, codebook))
    return [as_conflict(balance.dossier, conflict) for conflict in balance.conflicts]


def reprints(readings: Sequence[Reading]) -> list[list[str]]:
    """Groups of documents that are the same text published twice."""
    return open_dossier(readings, Codebook("", Label("", ""))).reprint_sources()


def parties(readings: Sequence[Reading], codebook: Codebook) -> list[dict[str, Any]]:
    """Who takes part: who joined, leads, is left out, and what they say."""
    balance = Balance(open_dossier(readings, codebook))
    return [as_party(balance.dossier, party, balance.lines) for party in balance.parties]


def meetings(readings: Sequence[Reading], codebook: Codebook) -> list[dict[str, Any]]:
    """The meetings, joined across documents."""
    balance = Balance(open_dossier(readings, codebook))
    return [as_meeting(balance.dossier, meeting) for meeting in balance.meetings]


def operations(readings: Sequence[Reading], codebook: Codebook) -> list[dict[str, Any]]:
    """The named operations, and battles told by their place."""
    dossier = open_dossier(readings, codebook)
    return [as_operation(dossier, campaign) for campaign in find_campaigns(dossier)]


def scorecard(readings: Sequence[Reading], codebook: Codebook, language: str = "ar") -> dict[str, Any]:
    """The whole balance, with the answer at its head, in Arabic or (``en``) in English."""
    balance = Balance(open_dossier(readings, codebook))
    return {
        "codebook": codebook.id,
        "documents": len(balance.dossier.readings),
        "answer": answer(balance, language),
        "lines": [as_line(balance, id, language) for id in line_ids(balance)],
        "coverage": coverage(balance),
    }
