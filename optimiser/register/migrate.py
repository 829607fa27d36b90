"""Bring tables in the database to their newest layout, once, however many processes open it."""

from dataclasses import dataclass
from importlib import resources

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.script.revision import ResolutionError
from alembic.util.exc import CommandError
from sqlalchemy import Connection, Engine, MetaData, text

from optimiser.register.engine import reading, shown
from optimiser.register.errors import NewerLayoutError, OlderLayoutError
from optimiser.register.tables import metadata

#: Any number that no other program locks in the same PostgreSQL database.
_LOCK = 2014_29_2


@dataclass(frozen=True, slots=True)
class TableGroup:
    """Tables of one package in the shared database, with migrations of their own.

    Attributes
    ----------
    package
        Its folder ``migraties`` holds the steps.
    version_table
        In which alembic keeps how far they came.
    metadata
        The tables as they are after the last step.
    """

    package: str
    version_table: str
    metadata: MetaData


#: The register of agreements.
REGISTER = TableGroup("optimiser.register", "alembic_version", metadata)


def migrate(engine: Engine, which: TableGroup = REGISTER) -> str:
    """Run the migrations that are missing and return the layout's version.

    Everything happens in one transaction: a crash leaves the old layout.

    Raises
    ------
    NewerLayoutError
        If a newer program made the tables: a step back would lose what it wrote.
    OlderLayoutError
        If steps are missing and this user of the database may not take them.
    """
    with engine.begin() as connection:
        return migrate_in(connection, which)


def migrate_in(connection: Connection, which: TableGroup = REGISTER) -> str:
    """Do as ``migrate`` inside a transaction that is there."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    require_not_newer(connection, which)
    if current_in(connection, which) == newest(which):
        return newest(which)
    require_maker(connection, which)
    script = scripts(which)

    def missing(current: object, _context: object) -> object:
        return script._upgrade_revs("head", current)  # type: ignore[arg-type]

    config = Config()
    with EnvironmentContext(config, script, fn=missing) as environment:
        environment.configure(
            connection=connection, transactional_ddl=False, version_table=which.version_table
        )
        environment.run_migrations()
    return newest(which)


def scripts(which: TableGroup = REGISTER) -> ScriptDirectory:
    """Return the packaged migrations."""
    config = Config()
    config.set_main_option("script_location", str(resources.files(which.package) / "migraties"))
    config.set_main_option("path_separator", "os")
    return ScriptDirectory.from_config(config)


def newest(which: TableGroup = REGISTER) -> str:
    """Return the newest layout.

    >>> newest()
    'v0004'
    """
    return str(scripts(which).get_current_head())


def current(engine: Engine, which: TableGroup = REGISTER) -> str | None:
    """Return the layout a database has; None where these tables are not."""
    with reading(engine, None) as connection:
        return current_in(connection, which)


def current_in(connection: Connection, which: TableGroup = REGISTER) -> str | None:
    """Do as ``current`` on a connection that is there."""
    settings = {"version_table": which.version_table}
    return MigrationContext.configure(connection, opts=settings).get_current_revision()


def require_not_newer(connection: Connection, which: TableGroup) -> None:
    """Refuse tables of a newer program.

    Raises
    ------
    NewerLayoutError
        If a later step made them than this program has.
    """
    found = current_in(connection, which)
    if found is None or found == newest(which):
        return
    try:
        scripts(which).get_revision(found)
    except (CommandError, ResolutionError) as error:
        place = shown(connection.engine.url)
        raise NewerLayoutError(register=place, gevonden=found, bekend=newest(which)) from error


def require_maker(connection: Connection, which: TableGroup) -> None:
    """Refuse tables that are not the newest where this user of PostgreSQL may not make any.

    Raises
    ------
    OlderLayoutError
        If so: this is the app of a shared installation.
    """
    found = current_in(connection, which)
    if found == newest(which) or connection.dialect.name != "postgresql":
        return
    may = text("SELECT has_schema_privilege(current_schema(), 'CREATE')")
    if not connection.execute(may).scalar_one():
        place = shown(connection.engine.url)
        raise OlderLayoutError(register=place, gevonden=found or "geen", nodig=newest(which))
