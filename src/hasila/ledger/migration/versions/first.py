"""The first tables: documents, their versions and readings, records and figures, and the search over folded words."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; the search is SQLite's FTS5, and only made there."""
    _documents()
    _readings()
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE search USING fts5(folded, stems, content='', tokenize='unicode61 remove_diacritics 0')")


def _documents() -> None:
    op.create_table(
        "document",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("location", sa.Text, nullable=False, unique=True),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
    )
    op.create_table(
        "version",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("document", sa.Integer, sa.ForeignKey("document.id"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("published", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("author", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("language", sa.Text, nullable=False),
        sa.UniqueConstraint("document", "number", name="version_of_document"),
    )


def _readings() -> None:
    op.create_table(
        "reading",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("version", sa.Integer, sa.ForeignKey("version.id"), nullable=False, index=True),
        sa.Column("codebook", sa.Text, nullable=False),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("records", sa.Text, nullable=False),
    )
    op.create_table(
        "record",
        sa.Column("reading", sa.Integer, sa.ForeignKey("reading.id"), primary_key=True),
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("id", sa.String(16), primary_key=True, index=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("exact", sa.Text, nullable=False),
    )
    op.create_table(
        "figure",
        sa.Column("reading", sa.Integer, sa.ForeignKey("reading.id"), primary_key=True),
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("indicator", sa.Text, index=True),
        sa.Column("about", sa.Text),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("low", sa.Float),
        sa.Column("high", sa.Float),
        sa.Column("modifier", sa.String(16), nullable=False),
        sa.Column("unit", sa.Text),
        sa.Column("place", sa.Text),
        sa.Column("time", sa.Text),
        sa.Column("speaker", sa.Text),
    )
