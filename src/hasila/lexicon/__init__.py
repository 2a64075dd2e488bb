"""The word lists, each with its source and licence, compiled into one table."""

from hasila.lexicon.table import Listed, Table, table

__all__ = ["Listed", "Table", "table"]
