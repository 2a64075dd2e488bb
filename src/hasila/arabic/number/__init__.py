"""Numbers: digits and words, with unit, range and approximation."""

from hasila.arabic.number.cardinal import Cardinal, cardinal_at
from hasila.arabic.number.expression import find_numbers

__all__ = ["Cardinal", "cardinal_at", "find_numbers"]
