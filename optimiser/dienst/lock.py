"""The second lock of a shared installation: the app's user of PostgreSQL is not the owner.

Whoever owns the tables sees every row and may take the lock off: that is who makes copies and
upgrades. The app comes in as another, who reads what the policies show and only ever adds.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, Engine, Table, text

from optimiser.datapunt.tables import deel, geheel, levering, stap
from optimiser.dienst.backup import LAYOUTS
from optimiser.register.engine import reading, shown, writing
from optimiser.register.errors import RegisterUnavailableError
from optimiser.register.migrate import migrate_in
from optimiser.register.tables import versie, zegel
from optimiser.zicht.zicht import EVERYTHING

#: Tables of which PostgreSQL hides rows.
LOCKED = (versie, levering, stap, deel)
#: What stands whole in a row, whoever's it is; it is read through ``geheel``.
_WHOLE = frozenset({"inhoud", "rijen"})
_TOLD = {
    "alles": "deze gebruiker van de database mag alles (superuser of BYPASSRLS)",
    "eigenaar": "deze gebruiker is eigenaar van de tabellen, of kan het worden",
    "beleid": "op een tabel staat geen beleid (ROW LEVEL SECURITY)",
    "wijzigen": "deze gebruiker mag rijen wijzigen of wissen",
    "rijen": "zonder werkruimte waren er rijen te zien",
}


def prepare(engine: Engine, app: str | None) -> None:
    """Make the tables or bring them to their newest layout; then let the app read and add.

    Parameters
    ----------
    engine
        Of PostgreSQL, as the owner.
    app
        User of the database that the app comes in as; None: nobody is given anything.

    Raises
    ------
    NewerLayoutError, OlderLayoutError
        If a newer program made the tables, or this is not the owner.
    RegisterUnavailableError
        If the user is not there, is the owner, or this is not the owner.
    """
    with writing(engine, EVERYTHING) as connection:
        for which in LAYOUTS:
            migrate_in(connection, which)
        if app is not None:
            _require_owner(connection, app)
            quoted = connection.dialect.identifier_preparer.quote(app)
            for statement in _grants(connection, quoted):
                connection.execute(text(statement))


def lock_fault(engine: Engine) -> str:
    """Return why rows of others are not hidden from this user of PostgreSQL; empty: they are."""
    tables = [table for which in LAYOUTS for table in which.metadata.sorted_tables]
    names = {"names": [one.name for one in tables], "locked": [one.name for one in LOCKED]}
    asked = {
        "alles": "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user",
        "eigenaar": "SELECT bool_or(pg_has_role(current_user, relowner, 'MEMBER')) FROM found",
        "beleid": "SELECT bool_or(NOT relrowsecurity) FROM found WHERE relname = ANY (:locked)",
        "wijzigen": "SELECT bool_or(has_table_privilege(oid, 'UPDATE, DELETE, TRUNCATE')) "
        "FROM found",
    }
    found = (
        "WITH found AS (SELECT oid, relname, relowner, relrowsecurity FROM pg_class "
        "WHERE relname = ANY (:names) AND pg_table_is_visible(oid)) "
    )
    with reading(engine, None) as connection:
        for fault, query in asked.items():
            wanted = {key: value for key, value in names.items() if f":{key}" in found + query}
            if connection.execute(text(found + query), wanted).scalar_one():
                return _TOLD[fault]
        counts = [text(f"SELECT count(*) FROM {one.name}") for one in LOCKED]
        if any(connection.execute(count).scalar_one() for count in counts):
            return _TOLD["rijen"]
    return ""


def _require_owner(connection: Connection, app: str) -> None:
    """Refuse who is not the owner: PostgreSQL only warns, and gives nothing."""
    query = text(
        "SELECT bool_and(pg_has_role(current_user, relowner, 'USAGE')), "
        "bool_or(pg_has_role(:app, relowner, 'USAGE')) FROM pg_class "
        "WHERE relname = ANY (:names) AND pg_table_is_visible(oid)"
    )
    told = {"app": app, "names": [one.name for one in LOCKED]}
    owner, app_too = connection.execute(query, told).one()
    if owner and not app_too:
        return
    reason = "dat kan alleen de eigenaar van de tabellen"
    if app_too:
        reason = f"{app} is eigenaar van de tabellen; voor de app is een andere gebruiker nodig"
    raise RegisterUnavailableError(register=shown(connection.engine.url), reden=reason)


def _grants(connection: Connection, app: str) -> Iterable[str]:
    """Return what gives a user the right to read and to add, and nothing else."""
    for which in LAYOUTS:
        yield f"REVOKE ALL ON {which.version_table} FROM PUBLIC, {app}"
        yield f"GRANT SELECT ON {which.version_table} TO {app}"
        for table in which.metadata.sorted_tables:
            yield f"REVOKE ALL ON {table.name} FROM PUBLIC, {app}"
            yield f"GRANT INSERT, SELECT ({_columns(table)}) ON {table.name} TO {app}"
            if (number := table.autoincrement_column) is not None:
                asked = text("SELECT pg_get_serial_sequence(:table, :column)")
                told = {"table": table.name, "column": number.name}
                if sequence := connection.execute(asked, told).scalar_one():
                    yield f"GRANT USAGE ON SEQUENCE {sequence} TO {app}"
    for view in (zegel, geheel):
        yield f"GRANT SELECT ON {view.name} TO {app}"


def _columns(table: Table) -> str:
    hidden = _WHOLE if table is levering else frozenset()
    return ", ".join(one.name for one in table.c if one.name not in hidden)
