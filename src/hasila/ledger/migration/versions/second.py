"""Reviews, which are added to and never changed, and when versions and readings were kept."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of reviews; SQLite itself refuses to change or remove a row of it."""
    op.add_column("version", sa.Column("added", sa.Text))
    op.add_column("reading", sa.Column("made", sa.Text))
    op.create_table(
        "review",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("document", sa.Integer, sa.ForeignKey("document.id"), nullable=False, index=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("record", sa.String(16), nullable=False, index=True),
        sa.Column("act", sa.String(8), nullable=False),
        sa.Column("old", sa.Text),
        sa.Column("new", sa.Text),
        sa.Column("note", sa.Text),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("exact", sa.Text, nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":
        for deed in ("UPDATE", "DELETE"):
            op.execute(f"CREATE TRIGGER no_{deed.lower()}_of_review BEFORE {deed} ON review BEGIN SELECT RAISE(ABORT, 'reviews stay'); END")
