"""Keeps documents, every version of them, and their readings: SQLite, append-only, added to again without harm."""

from hasila.ledger.ledger import Added, Ledger, StoredReading
from hasila.ledger.restore import reading_from_json
from hasila.ledger.search import Hit, Page

__all__ = ["Added", "Hit", "Ledger", "Page", "StoredReading", "reading_from_json"]
