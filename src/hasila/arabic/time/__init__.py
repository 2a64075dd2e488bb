"""Times: when and how long."""

from hasila.records import Time
from hasila.text import Text


def find_times(text: Text, published: str | None) -> list[Time]:
    """Every time expression, resolved against the document's date."""
    return []
