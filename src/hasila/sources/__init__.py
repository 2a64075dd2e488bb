"""Paths → documents: texts, ``.jsonl`` files, folders with their ``documents.csv``, standard input."""

from hasila.sources.document import Failure, Located
from hasila.sources.paths import count, documents

__all__ = ["Failure", "Located", "count", "documents"]
