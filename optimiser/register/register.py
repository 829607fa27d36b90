"""The register itself: every change is a new version, and only the newest may be changed."""

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from alembic.util import CommandError
from sqlalchemy import Engine, func, insert, select

from optimiser.register.chain import to_text
from optimiser.register.engine import DAMAGED, open_engine, reading, unavailable, writing
from optimiser.register.errors import (
    FixedContentError,
    NoOpenTermError,
)
from optimiser.register.migrate import migrate
from optimiser.register.rows import fetched, head, read_rows, stale, to_version, write_row
from optimiser.register.stand import Versie
from optimiser.register.tables import overeenkomst, versie
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.uitruil.states import Status, require_step


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Register:
    """An open register; ``with`` closes it, in the app it stays open.

    Attributes
    ----------
    engine
        Of SQLAlchemy; safe to share between threads.
    clock
        What time it is; a test gives its own.
    """

    engine: Engine
    clock: Callable[[], datetime] = _now

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.engine.dispose()

    def add(self, deal: Overeenkomst, wie: str, opmerking: str = "") -> Versie:
        """Add an agreement as a concept and return its first version."""
        with writing(self.engine) as connection:
            moment = self.clock()
            made = connection.execute(insert(overeenkomst).values(aangemaakt=moment))
            (number,) = made.inserted_primary_key or (0,)
            row = head(int(number), 1, moment, wie, "toegevoegd") | {
                "status": str(Status.CONCEPT),
                "inhoud": to_text(deal),
                "verwerkt": "[]",
                "opmerking": opmerking,
            }
            return write_row(connection, row, "")

    def change(self, nummer: int, gelezen: int, deal: Overeenkomst, wie: str) -> Versie:
        """Replace the content of a concept.

        Parameters
        ----------
        nummer, gelezen
            Which agreement, and the version the change was made from.

        Raises
        ------
        StaleVersionError
            If somebody else wrote a version since.
        FixedContentError, UnknownNumberError
            If it is no concept, or unknown.
        """

        def content(now: Versie) -> dict[str, str]:
            if now.status is not Status.CONCEPT:
                raise FixedContentError(naam=now.overeenkomst.naam, status=str(now.status))
            return {"wat": "gewijzigd", "inhoud": to_text(deal)}

        return self._next(nummer, gelezen, wie, content)

    def advance(
        self, nummer: int, gelezen: int, status: Status, wie: str, opmerking: str = ""
    ) -> Versie:
        """Take the next step; ``verwerkt`` closes every half-year at once, ``settle`` one of them.

        Raises
        ------
        StatusChangeError, StaleVersionError, UnknownNumberError
            If the step may not be taken, somebody else was first, or it is unknown.
        """

        def step(now: Versie) -> dict[str, str]:
            require_step(now.overeenkomst.naam, now.status, status)
            done = {term.halfjaar for term in now.overeenkomst.termijnen}
            kept = done if status is Status.VERWERKT else now.verwerkt
            changed = {"status": str(status), "verwerkt": json.dumps(sorted(kept))}
            return {"wat": "status", "opmerking": opmerking} | changed

        return self._next(nummer, gelezen, wie, step)

    def settle(self, nummer: int, gelezen: int, halfjaar: str, wie: str) -> Versie:
        """Record that one half-year was carried out; after the last it is ``verwerkt``.

        Raises
        ------
        NoOpenTermError
            If nothing is open in that half-year or it was not announced (gemeld) yet.
        """

        def term(now: Versie) -> dict[str, str]:
            open_terms = [position.termijn.halfjaar for position in now.open]
            if now.status is not Status.GEMELD or halfjaar not in open_terms:
                raise NoOpenTermError(
                    naam=now.overeenkomst.naam, halfjaar=halfjaar, open=open_terms or "niets"
                )
            done = sorted([*now.verwerkt, halfjaar])
            last = len(open_terms) == 1
            status = Status.VERWERKT if last else Status.GEMELD
            return {"wat": "termijn", "status": str(status), "verwerkt": json.dumps(done)}

        return self._next(nummer, gelezen, wie, term)

    def get(self, nummer: int) -> Versie:
        """Return an agreement as it stands.

        Raises
        ------
        UnknownNumberError
            If it is not in the register.
        """
        return self.history(nummer)[-1]

    def history(self, nummer: int) -> tuple[Versie, ...]:
        """Return every version, oldest first, after checking that they follow each other."""
        with reading(self.engine) as connection:
            return tuple(to_version(row) for row in read_rows(connection, nummer))

    def stand(self, statussen: Collection[Status] = tuple(Status)) -> tuple[Versie, ...]:
        """Return all agreements as they stand, by number, in some of the states."""
        last = select(versie.c.nummer, func.max(versie.c.versie).label("top"))
        newest = last.group_by(versie.c.nummer).subquery()
        query = (
            select(versie)
            .join(newest, (versie.c.nummer == newest.c.nummer) & (versie.c.versie == newest.c.top))
            .order_by(versie.c.nummer)
        )
        with reading(self.engine) as connection:
            rows = fetched(connection, query)
        found = (to_version(row) for row in rows)
        return tuple(one for one in found if one.status in statussen)

    def _next(
        self, nummer: int, gelezen: int, wie: str, make: Callable[[Versie], dict[str, str]]
    ) -> Versie:
        """Write the version after the one that was read, or refuse."""
        with writing(self.engine) as connection:
            rows = read_rows(connection, nummer)
            now = to_version(rows[-1])
            if now.versie != gelezen:
                raise stale(now, gelezen)
            row = rows[-1] | {"opmerking": ""} | make(now)
            row |= head(nummer, gelezen + 1, self.clock(), wie, row["wat"])
            return write_row(connection, row, now.sha256)


def open_register(place: str | Path) -> Register:
    """Open a register, make it if it is new, and bring it to the newest layout.

    Parameters
    ----------
    place
        Path of an SQLite file, or the URL of a PostgreSQL database.

    Raises
    ------
    RegisterUnavailableError
        If it cannot be opened or written.
    """
    engine = open_engine(place)
    try:
        migrate(engine)
    except (*DAMAGED, CommandError) as error:
        engine.dispose()
        raise unavailable(engine, error) from error
    return Register(engine)
