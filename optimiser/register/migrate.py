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


def migrate(engine: Engine) -> str:
    """Run the migrations that are missing and return the layout's version.

    Everything happens in one transaction: a crash leaves the old layout.
    """
    script = scripts()
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        _run(connection, script)
    return newest()


def scripts() -> ScriptDirectory:
    """Return the packaged migrations."""
    config = Config()
    config.set_main_option(
        "script_location", str(resources.files("optimiser.register") / "migraties")
    )
    config.set_main_option("path_separator", "os")
    return ScriptDirectory.from_config(config)


def newest() -> str:
    """Return the newest layout.

    >>> newest()
    'v0002'
    """
    return str(scripts().get_current_head())


def layout(engine: Engine) -> str | None:
    """Return the layout a register has; None for an empty database."""
    with reading(engine) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def _run(connection: Connection, script: ScriptDirectory) -> None:
    def missing(current: object, _context: object) -> object:
        return script._upgrade_revs("head", current)  # type: ignore[arg-type]

    config = Config()
    with EnvironmentContext(config, script, fn=missing) as environment:
        environment.configure(connection=connection, transactional_ddl=False)
        environment.run_migrations()
