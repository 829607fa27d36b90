"""Bring a register to the newest layout, once, however many processes open it."""

from importlib import resources

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from optimiser.register.engine import reading

#: Any number that no other program locks in the same PostgreSQL database.
_LOCK = 2014_29_2


#: Table in which alembic keeps the layout of the register.
VERSION_TABLE = "alembic_version"


def migrate(
    engine: Engine, package: str = "optimiser.register", version_table: str = VERSION_TABLE
) -> str:
    """Run the migrations that are missing and return the layout's version.

    Everything happens in one transaction: a crash leaves the old layout. A package with tables of
    its own in the same database keeps its layout in its own version table.
    """
    script = scripts(package)
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        _run(connection, script, version_table)
    return str(script.get_current_head())


def scripts(package: str = "optimiser.register") -> ScriptDirectory:
    """Return the packaged migrations."""
    config = Config()
    config.set_main_option("script_location", str(resources.files(package) / "migraties"))
    config.set_main_option("path_separator", "os")
    return ScriptDirectory.from_config(config)


def newest() -> str:
    """Return the newest layout.

    >>> newest()
    'v0003'
    """
    return str(scripts().get_current_head())


def layout(engine: Engine) -> str | None:
    """Return the layout a register has; None for an empty database."""
    with reading(engine) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def _run(connection: Connection, script: ScriptDirectory, version_table: str) -> None:
    def missing(current: object, _context: object) -> object:
        return script._upgrade_revs("head", current)  # type: ignore[arg-type]

    config = Config()
    with EnvironmentContext(config, script, fn=missing) as environment:
        environment.configure(
            connection=connection, transactional_ddl=False, version_table=version_table
        )
        environment.run_migrations()
