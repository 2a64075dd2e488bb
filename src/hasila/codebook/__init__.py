"""Codebooks: their schema and loader, those that ship, and which indicator a figure belongs to."""

from hasila.codebook.load import check_codebook, load_codebook, shipped
from hasila.codebook.match import match_indicator
from hasila.codebook.schema import Actor, Assessor, Codebook, Indicator, Label, Line, Match

__all__ = [
    "Actor",
    "Assessor",
    "Codebook",
    "Indicator",
    "Label",
    "Line",
    "Match",
    "check_codebook",
    "load_codebook",
    "match_indicator",
    "shipped",
]
