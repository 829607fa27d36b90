"""One chain over all rows, and the approvals of the colleges."""

import hashlib
import json

import sqlalchemy as sa
from alembic import op

revision = "v0003"
down_revision = "v0002"
branch_labels = None
depends_on = None

_REFUSAL = "het register is alleen aan te vullen"


def upgrade() -> None:
    """Add the tables; existing versions are chained in the order in which they were written."""
    op.add_column("versie", sa.Column("akkoorden", sa.Text, nullable=False, server_default="[]"))
    chain = op.create_table(
        "keten",
        sa.Column("volgnummer", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("nummer", sa.Integer, nullable=False),
        sa.Column("versie", sa.Integer, nullable=False),
        sa.Column("kop", sa.String(64), nullable=False),
        sa.UniqueConstraint("nummer", "versie", name="keten_versie"),
        sa.ForeignKeyConstraint(["nummer", "versie"], ["versie.nummer", "versie.versie"]),
    )
    if rows := _chained():
        op.bulk_insert(chain, rows)
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE TRIGGER keten_vast BEFORE UPDATE OR DELETE OR TRUNCATE ON keten "
            "FOR EACH STATEMENT EXECUTE FUNCTION register_weiger()"
        )
        return
    for event in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER keten_geen_{event.lower()} BEFORE {event} ON keten "
            f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
        )


def _chained() -> list[dict[str, object]]:
    """Chain the versions that are there; the rule of the day this layout was made."""
    written = sa.text("SELECT nummer, versie, sha256 FROM versie ORDER BY tijdstip, nummer, versie")
    found, before = [], ""
    for place, (nummer, versie, sha256) in enumerate(op.get_bind().execute(written), start=1):
        text = json.dumps([before, place, nummer, versie, sha256])
        before = hashlib.sha256(text.encode()).hexdigest()
        found.append({"volgnummer": place, "nummer": nummer, "versie": versie, "kop": before})
    return found
