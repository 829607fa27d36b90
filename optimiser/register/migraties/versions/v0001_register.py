"""The first layout: agreements and their versions, append-only by trigger."""

import sqlalchemy as sa
from alembic import op

revision = "v0001"
down_revision = None
branch_labels = None
depends_on = None

_TABLES = ("overeenkomst", "versie")
_REFUSAL = "het register is alleen aan te vullen"


def upgrade() -> None:
    """Make the tables, and triggers that refuse to change or delete a row."""
    op.create_table(
        "overeenkomst",
        sa.Column("nummer", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("aangemaakt", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "versie",
        sa.Column("nummer", sa.Integer, sa.ForeignKey("overeenkomst.nummer"), primary_key=True),
        sa.Column("versie", sa.Integer, primary_key=True),
        sa.Column("tijdstip", sa.DateTime(timezone=True), nullable=False),
        sa.Column("wie", sa.String(120), nullable=False),
        sa.Column("wat", sa.String(40), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("inhoud", sa.Text, nullable=False),
        sa.Column("opmerking", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.UniqueConstraint("sha256", name="versie_sha256"),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION register_weiger() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$"
        )
        for table in _TABLES:
            op.execute(
                f"CREATE TRIGGER {table}_vast BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION register_weiger()"
            )
        return
    for table in _TABLES:
        for event in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_geen_{event.lower()} BEFORE {event} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
            )
