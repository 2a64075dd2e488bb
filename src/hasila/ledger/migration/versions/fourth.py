"""What a balance found in each comparable set: empty at first, for it is worked out when the next one is struck."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "struck",
        sa.Column("codebook", sa.Text, primary_key=True),
        sa.Column("indicator", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("stands", sa.String(64), nullable=False),
        sa.Column("found", sa.Text, nullable=False),
    )
