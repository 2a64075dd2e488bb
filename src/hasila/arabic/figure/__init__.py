"""Figures: numbers of something that the text asserts."""

from collections.abc import Sequence

from hasila.arabic.name import Names
from hasila.codebook import Codebook
from hasila.records import Event, Figure, Number, Statement, Time
from hasila.text import Text


def find_figures(
    text: Text,
    numbers: Sequence[Number],
    times: Sequence[Time],
    names: Names,
    statements: Sequence[Statement],
    events: Sequence[Event],
    codebook: Codebook,
) -> list[Figure]:
    """Every figure, with what governs it."""
    return []
