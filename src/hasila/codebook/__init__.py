"""Codebooks: their schema and loader, and those that ship."""

from hasila.codebook.load import load_codebook
from hasila.codebook.schema import Actor, Codebook, Indicator, Label, Line

__all__ = ["Actor", "Codebook", "Indicator", "Label", "Line", "load_codebook"]
