"""Rows per gemeente beside the whole, so that PostgreSQL itself can hide those of others.

The owner of the tables sees everything, see ``optimiser.zicht.lock``. Files and whole rows are
read through a view: who may not see every gemeente gets those of their own deliveries only.
"""

import pyarrow as pa
import pyarrow.compute as pc
import sqlalchemy as sa
from alembic import op

revision = "d0002"
down_revision = "d0001"
branch_labels = None
depends_on = None

_REFUSAL = "leveringen zijn alleen aan te vullen"
_SEES_ALL = "coalesce(current_setting('taakstelling.gemeenten', true), '') = '*'"
_SEES = (
    "gm_code = ANY (string_to_array(current_setting('taakstelling.gemeenten', true), ',')) "
    f"OR {_SEES_ALL}"
)
# National deliveries are kept under no name, and are added by who sees everything.
_OWN = (
    f"werkruimte = CASE WHEN {_SEES_ALL} THEN '' "
    "ELSE nullif(current_setting('taakstelling.werkruimte', true), '') END"
)
# Both look as the owner: whether a row is in view depends on rows that are not.
_FUNCTIONS = (
    f"""
CREATE FUNCTION datapunt_ziet(welk integer) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
    SELECT CASE
        WHEN {_SEES_ALL} THEN true
        WHEN coalesce(current_setting('taakstelling.gemeenten', true), '') = '' THEN false
        ELSE EXISTS (
            SELECT FROM levering AS die WHERE die.nummer = welk AND ({_OWN} OR (
                EXISTS (
                    SELECT FROM levering_stap WHERE nummer = welk AND status = 'vastgesteld'
                ) AND (
                    werkruimte = ''
                    OR EXISTS (SELECT FROM levering_deel WHERE nummer = welk AND ({_SEES}))
                    OR NOT EXISTS (SELECT FROM levering_deel WHERE nummer = welk AND gm_code <> '')
                )
            ))
        )
    END $$
""",
    f"""
CREATE FUNCTION datapunt_eigen(welk integer) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
    SELECT EXISTS (SELECT FROM levering WHERE nummer = welk AND {_OWN}) $$
""",
)
_LOCAL = "tabel IN ('ladder', 'laddertreden', 'woningaanbod')"
_POLICIES = (
    f"levering_lezen ON levering FOR SELECT USING ({_OWN} OR datapunt_ziet(nummer))",
    f"levering_aanvullen ON levering FOR INSERT WITH CHECK ({_OWN} AND ({_SEES_ALL} OR {_LOCAL}))",
    "stap_lezen ON levering_stap FOR SELECT USING (datapunt_ziet(nummer))",
    "stap_aanvullen ON levering_stap FOR INSERT WITH CHECK (datapunt_eigen(nummer))",
    "deel_lezen ON levering_deel FOR SELECT "
    f"USING ((gm_code = '' OR {_SEES}) AND datapunt_ziet(nummer))",
    "deel_aanvullen ON levering_deel FOR INSERT "
    f"WITH CHECK ((gm_code = '' OR {_SEES}) AND datapunt_eigen(nummer))",
)


def upgrade() -> None:
    """Split what is there, and on PostgreSQL say who may read and add what."""
    parts = op.create_table(
        "levering_deel",
        sa.Column("nummer", sa.Integer, sa.ForeignKey("levering.nummer"), primary_key=True),
        sa.Column("gm_code", sa.String(6), primary_key=True),
        sa.Column("rijen", sa.LargeBinary, nullable=False),
    )
    _split(parts)
    whole = "SELECT nummer, werkruimte, inhoud, sha256, rijen, rijen_sha256 FROM levering"
    if op.get_bind().dialect.name != "postgresql":
        op.execute(f"CREATE VIEW levering_geheel AS {whole}")
        for action in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER levering_deel_geen_{action.lower()} BEFORE {action} ON "
                f"levering_deel BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
            )
        return
    op.execute(
        f"CREATE VIEW levering_geheel WITH (security_barrier) AS {whole} "
        f"WHERE {_SEES_ALL} OR {_OWN}"
    )
    op.execute(
        "CREATE TRIGGER levering_deel_vast BEFORE UPDATE OR DELETE OR TRUNCATE ON levering_deel "
        "FOR EACH STATEMENT EXECUTE FUNCTION datapunt_weiger()"
    )
    for function in _FUNCTIONS:
        op.execute(function)
    for table in ("levering", "levering_stap", "levering_deel"):
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    for policy in _POLICIES:
        op.execute(f"CREATE POLICY {policy}")


def _split(parts: sa.Table) -> None:
    """Split deliveries of before; the rule of the day this layout was made."""
    db = op.get_bind()
    every = sa.text("SELECT nummer FROM levering ORDER BY nummer")
    for number in db.execute(every).scalars().all():
        one = sa.text("SELECT rijen FROM levering WHERE nummer = :nummer")
        blob = db.execute(one, {"nummer": number}).scalar_one()
        with pa.ipc.open_stream(pa.BufferReader(blob)) as reader:
            rows = reader.read_all()
        found = {"": rows}
        if "gm_code" in rows.column_names:
            codes = pc.unique(rows["gm_code"].combine_chunks()).to_pylist()
            found = {code: rows.filter(pc.equal(rows["gm_code"], code)) for code in codes}
            found[""] = rows.slice(0, 0)
        op.bulk_insert(
            parts,
            [{"nummer": number, "gm_code": code, "rijen": _bytes(t)} for code, t in found.items()],
        )


def _bytes(rows: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, rows.schema) as writer:
        writer.write_table(rows)
    return bytes(sink.getvalue().to_pybytes())
