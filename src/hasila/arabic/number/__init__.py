"""Numbers: digits and words, with unit, range and approximation."""

from collections.abc import Sequence

from hasila.records import Number, Time
from hasila.text import Text


def find_numbers(text: Text, times: Sequence[Time]) -> list[Number]:
    """Every number expression outside the times."""
    return []
