"""Keeps documents, every version of them, their readings and reviews: SQLite, append-only, added to again without harm."""

from hasila.ledger.current import Current, StoredReading
from hasila.ledger.history import Entry
from hasila.ledger.ledger import Added, Ledger
from hasila.ledger.restore import reading_from_json
from hasila.ledger.review import Act, Review, Standing, correctable
from hasila.ledger.search import Hit, Page
from hasila.ledger.shelf import Shelf

__all__ = [
    "Act",
    "Added",
    "Current",
    "Entry",
    "Hit",
    "Ledger",
    "Page",
    "Review",
    "Shelf",
    "Standing",
    "StoredReading",
    "correctable",
    "reading_from_json",
]
