"""Deliveries and what happened to them."""

import sqlalchemy as sa
from alembic import op

revision = "d0001"
down_revision = None
branch_labels = None
depends_on = None

_TABLES = ("levering", "levering_stap")
_REFUSAL = "leveringen zijn alleen aan te vullen"


def upgrade() -> None:
    """Make both tables, and triggers that refuse to change or delete a row."""
    op.create_table(
        "levering",
        sa.Column("nummer", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("tabel", sa.String(30), nullable=False),
        sa.Column("werkruimte", sa.String(60), nullable=False),
        sa.Column("bestand", sa.String(255), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("eigenaar", sa.String(120), nullable=False),
        sa.Column("omvang", sa.Text, nullable=False),
        sa.Column("aantal", sa.Integer, nullable=False),
        sa.Column("opmerking", sa.Text, nullable=False),
        sa.Column("afwijkingen", sa.Text, nullable=False),
        sa.Column("inhoud", sa.LargeBinary, nullable=False),
        sa.Column("rijen", sa.LargeBinary, nullable=False),
        sa.Column("rijen_sha256", sa.String(64), nullable=False),
        sa.UniqueConstraint("tabel", "werkruimte", "sha256", name="levering_bestand"),
    )
    op.create_table(
        "levering_stap",
        sa.Column("nummer", sa.Integer, sa.ForeignKey("levering.nummer"), primary_key=True),
        sa.Column("stap", sa.Integer, primary_key=True),
        sa.Column("tijdstip", sa.DateTime(timezone=True), nullable=False),
        sa.Column("wie", sa.String(120), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("door", sa.Integer, nullable=True),
        sa.Column("sha256", sa.String(64), nullable=False),
    )
    _keep()


def _keep() -> None:
    """Refuse to change or delete a row."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION datapunt_weiger() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$"
        )
        for table in _TABLES:
            op.execute(
                f"CREATE TRIGGER {table}_vast BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION datapunt_weiger()"
            )
        return
    for table in _TABLES:
        for action in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_geen_{action.lower()} BEFORE {action} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
            )
