"""Hasila (حصيلة): read Arabic reporting, keep every figure with its words, strike the balance."""

from hasila.codebook import Codebook, load_codebook
from hasila.reading import read
from hasila.records import Document, Reading, as_json

__all__ = ["Codebook", "Document", "Reading", "as_json", "load_codebook", "read"]
