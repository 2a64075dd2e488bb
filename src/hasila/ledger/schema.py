"""The ledger's tables. They are made by the migrations; here they are described for queries, and a test holds both together.

``document`` is an article by where it lies, ``version`` each text that was found there (never changed, never removed),
``sketch`` what tells whether two of them are one text,
``reading`` all the records of a version as one JSON, ``record`` and ``figure`` the narrow rows that queries need,
``struck`` what the last balance found in each comparable set (worked out again whenever the set stands otherwise),
``review`` what people said of records, one row a deed (never changed, never removed), and ``search`` (SQLite FTS5,
without content) the folded words of each version. Moments are UTC, in ISO 8601 to the second.
"""

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Select,
    String,
    Table,
    Text,
    UniqueConstraint,
    func,
    select,
)  # fmt: skip

HEAD = "0004"
VERSION_TABLE = "schema_version"

metadata = MetaData()

document = Table(
    "document",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("location", Text, nullable=False, unique=True),
    Column("source", Text, nullable=False),
    Column("name", Text, nullable=False),
)
version = Table(
    "version",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document", Integer, ForeignKey("document.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("published", Text),
    Column("publisher", Text),
    Column("author", Text),
    Column("title", Text),
    Column("url", Text),
    Column("language", Text, nullable=False),
    Column("added", Text),
    UniqueConstraint("document", "number", name="version_of_document"),
)
sketch = Table(
    "sketch",
    metadata,
    Column("version", Integer, ForeignKey("version.id"), primary_key=True),
    Column("digest", LargeBinary, nullable=False),
    Column("marks", LargeBinary, nullable=False),
)
reading = Table(
    "reading",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("version", Integer, ForeignKey("version.id"), nullable=False, index=True),
    Column("codebook", Text, nullable=False),
    Column("reader", Text, nullable=False),
    Column("records", Text, nullable=False),
    Column("made", Text),
)
record = Table(
    "record",
    metadata,
    Column("reading", Integer, ForeignKey("reading.id"), primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("id", String(16), primary_key=True, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("exact", Text, nullable=False),
)
figure = Table(
    "figure",
    metadata,
    Column("reading", Integer, ForeignKey("reading.id"), primary_key=True),
    Column("id", String(16), primary_key=True),
    Column("indicator", Text, index=True),
    Column("about", Text),
    Column("role", String(16), nullable=False),
    Column("low", Float),
    Column("high", Float),
    Column("modifier", String(16), nullable=False),
    Column("unit", Text),
    Column("place", Text),
    Column("time", Text),
    Column("speaker", Text),
)
struck = Table(
    "struck",
    metadata,
    Column("codebook", Text, primary_key=True),
    Column("indicator", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("stands", String(64), nullable=False),
    Column("found", Text, nullable=False),
)
review = Table(
    "review",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("document", Integer, ForeignKey("document.id"), nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("record", String(16), nullable=False, index=True),
    Column("act", String(8), nullable=False),
    Column("old", Text),
    Column("new", Text),
    Column("note", Text),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("exact", Text, nullable=False),
)


def newest_versions() -> Select[tuple[int]]:
    """The ids of the current version of each document."""
    return select(func.max(version.c.id)).group_by(version.c.document)


def latest_readings() -> Select[tuple[int]]:
    """The ids of the newest reading of each version, codebook by codebook."""
    return select(func.max(reading.c.id)).group_by(reading.c.version, reading.c.codebook)
