"""Rows of others stay hidden by PostgreSQL itself; checksums of all versions for everybody.

The owner of the tables, who makes copies and runs these steps, sees everything. Any other user
sees what the settings of the transaction say, see ``optimiser.zicht.lock``.
"""

from alembic import op

revision = "v0004"
down_revision = "v0003"
branch_labels = None
depends_on = None

_SEES = """
CREATE FUNCTION register_ziet(inhoud text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT CASE coalesce(current_setting('taakstelling.gemeenten', true), '')
        WHEN '*' THEN true
        WHEN '' THEN false
        ELSE EXISTS (
            SELECT FROM jsonb_array_elements(CAST(inhoud AS jsonb) -> 'termijnen') AS term
            WHERE term -> 'verschillen'
                ?| string_to_array(current_setting('taakstelling.gemeenten', true), ',')
        )
    END $$
"""
# Looks as the owner: the version before may be about others only, and then nothing may follow.
_FOLLOWS = """
CREATE FUNCTION register_volgt(welk integer, hoeveelste integer) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
    SELECT hoeveelste = 1 OR EXISTS (
        SELECT FROM versie
        WHERE nummer = welk AND versie = hoeveelste - 1 AND register_ziet(inhoud)
    ) $$
"""


def upgrade() -> None:
    """Make the view with checksums; on PostgreSQL also who may read and add what."""
    # On PostgreSQL a view looks with the eyes of its owner.
    op.execute("CREATE VIEW zegel AS SELECT nummer, versie, sha256 FROM versie")
    if op.get_bind().dialect.name != "postgresql":
        return
    op.execute(_SEES)
    op.execute(_FOLLOWS)
    op.execute("ALTER TABLE versie ENABLE ROW LEVEL SECURITY")
    op.execute("CREATE POLICY versie_lezen ON versie FOR SELECT USING (register_ziet(inhoud))")
    op.execute(
        "CREATE POLICY versie_aanvullen ON versie FOR INSERT "
        "WITH CHECK (register_ziet(inhoud) AND register_volgt(nummer, versie))"
    )
