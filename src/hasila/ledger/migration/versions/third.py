"""Sketches, by which reprints are found: kept when a version is, and made here for the versions that are there."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None
_BATCH = 500


def upgrade() -> None:
    """Make the table, and the sketches."""
    table = op.create_table(
        "sketch",
        sa.Column("version", sa.Integer, sa.ForeignKey("version.id"), primary_key=True),
        sa.Column("digest", sa.LargeBinary, nullable=False),
        sa.Column("marks", sa.LargeBinary, nullable=False),
    )
    last = 0
    while rows := op.get_bind().execute(_TEXTS, {"last": last, "batch": _BATCH}).all():
        op.bulk_insert(table, [_row(*row) for row in rows])
        last = rows[-1][0]


_TEXTS = sa.text("SELECT id, text FROM version WHERE id > :last ORDER BY id LIMIT :batch")


def _row(version: int, text: str) -> dict[str, object]:
    from hasila.text.sketch import sketch

    made = sketch(text)
    return {"version": version, "digest": made.digest, "marks": made.marks}
