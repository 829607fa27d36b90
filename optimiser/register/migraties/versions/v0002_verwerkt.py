"""Two-way agreements: which half-years were carried out."""

import sqlalchemy as sa
from alembic import op

revision = "v0002"
down_revision = "v0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; of older versions nothing was carried out yet."""
    op.add_column("versie", sa.Column("verwerkt", sa.Text, nullable=False, server_default="[]"))
