"""The data point itself: deliveries are added, settled and replaced, never changed or removed."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pandas as pd
import pyarrow as pa
from sqlalchemy import Connection, Engine, insert
from sqlalchemy.exc import IntegrityError

from optimiser.datapunt.errors import (
    LeveringKnownError,
    LeveringSettledError,
    UnknownLeveringError,
)
from optimiser.datapunt.levering import Levering, LeveringStatus, step_sha256
from optimiser.datapunt.queries import read_contents, read_leveringen, take_turns
from optimiser.datapunt.rows_blob import new_row, to_arrow, to_frame
from optimiser.datapunt.tables import levering as table
from optimiser.datapunt.tables import stap
from optimiser.register.engine import reading, writing


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Datapunt:
    """An open data point.

    Attributes
    ----------
    engine
        Of SQLAlchemy; safe to share between threads.
    werkruimte
        Whose deliveries these are; empty on one's own machine.
    clock
        What time it is; a test gives its own.
    """

    engine: Engine
    werkruimte: str = ""
    clock: Callable[[], datetime] = _now

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def add(
        self, tabel: str, bestand: str, inhoud: bytes, rijen: pd.DataFrame, wie: str, *,
        eigenaar: str = "", opmerking: str = "", afwijkingen: Sequence[str] = (),
    ) -> Levering:  # fmt: skip
        """Store a checked delivery as a concept: whole, or not at all.

        Parameters
        ----------
        tabel
            Which table.
        bestand, inhoud, rijen
            Name and bytes of the file as it came, and its rows as they were read.
        wie
            Who brings it.
        eigenaar, opmerking, afwijkingen
            Who published it, free text, and what was confirmed.

        Raises
        ------
        LeveringKnownError
            If this very file is there already.
        RegisterUnavailableError
            If the database stays busy or is gone.
        """
        row = new_row(tabel, self.werkruimte, bestand, inhoud, rijen)
        row |= {"eigenaar": eigenaar, "opmerking": opmerking}
        row["afwijkingen"] = json.dumps(list(afwijkingen), ensure_ascii=False)
        try:
            with writing(self.engine) as connection:
                made = connection.execute(insert(table).values(row))
                row["nummer"] = int((made.inserted_primary_key or (0,))[0])
                self._step(connection, row, [], wie, LeveringStatus.CONCEPT)
        except IntegrityError as error:
            raise self._known(tabel, row["sha256"], row["bestand"]) from error
        return self.get(row["nummer"])

    def settle(self, nummer: int, wie: str) -> Levering:
        """Make a concept count; settled deliveries it covers wholly become ``vervangen``.

        Raises
        ------
        UnknownLeveringError, LeveringSettledError
            If there is none, or it is no concept.
        """
        with writing(self.engine) as connection:
            take_turns(connection)
            every = read_leveringen(connection, self.werkruimte)
            found = [one for one in every if one[2].nummer == nummer]
            if not found:
                raise _unknown(nummer, [one[2] for one in every])
            row, steps, now = found[0]
            if now.status is not LeveringStatus.CONCEPT:
                raise LeveringSettledError(nummer=str(nummer), status=str(now.status))
            for other, past, older in every:
                covered = older.tabel == now.tabel and set(older.omvang) <= set(now.omvang)
                if older.status is LeveringStatus.VASTGESTELD and covered:
                    self._step(connection, other, past, wie, LeveringStatus.VERVANGEN, nummer)
            self._step(connection, row, steps, wie, LeveringStatus.VASTGESTELD)
        return self.get(nummer)

    def get(self, nummer: int) -> Levering:
        """Return one delivery.

        Raises
        ------
        UnknownLeveringError, BrokenLeveringError
            If it is not there, or its history does not fit together.
        """
        with reading(self.engine) as connection:
            found = read_leveringen(connection, self.werkruimte, nummer=nummer)
        if not found:
            raise _unknown(nummer, self.leveringen())
        return found[0][2]

    def leveringen(self, tabel: str | None = None) -> tuple[Levering, ...]:
        """Return every delivery, oldest first, of one table or of all."""
        with reading(self.engine) as connection:
            return tuple(one[2] for one in read_leveringen(connection, self.werkruimte, tabel))

    def settled(self, tabel: str, bekend_op: date | None = None) -> tuple[Levering, ...]:
        """Return what counted on a day, oldest first; a replaced one counts until it was."""
        found = [one for one in self.leveringen(tabel) if one.vastgesteld_op is not None]
        if bekend_op is None:
            return tuple(one for one in found if one.status is LeveringStatus.VASTGESTELD)
        return tuple(one for one in found if one.counted_on(bekend_op))

    def arrow(self, nummers: Sequence[int]) -> dict[int, pa.Table]:
        """Return the rows of deliveries by number, checked against their checksums.

        Raises
        ------
        BrokenLeveringError
            If rows are not what was stored.
        """
        columns = (table.c.rijen, table.c.rijen_sha256)
        with reading(self.engine) as connection:
            found = read_contents(connection, self.werkruimte, nummers, *columns)
        return {nummer: to_arrow(blob) for nummer, blob in found.items()}

    def rows(self, nummer: int) -> pd.DataFrame:
        """Return the rows of one delivery as they were read; raises as ``get`` and ``arrow``."""
        self.get(nummer)
        return to_frame(self.arrow([nummer])[nummer])

    def file(self, nummer: int) -> bytes:
        """Return the file of a delivery as it came; raises as ``get`` and ``arrow``."""
        self.get(nummer)
        with reading(self.engine) as connection:
            columns = (table.c.inhoud, table.c.sha256)
            return read_contents(connection, self.werkruimte, [nummer], *columns)[nummer]

    def _step(
        self,
        connection: Connection,
        row: dict[str, Any],
        before: Sequence[dict[str, Any]],
        wie: str,
        status: LeveringStatus,
        door: int | None = None,
    ) -> None:
        step = {
            "nummer": row["nummer"],
            "stap": len(before) + 1,
            "tijdstip": self.clock(),
            "wie": wie,
            "status": str(status),
            "door": door,
        }
        step["sha256"] = step_sha256(row, step, before[-1]["sha256"] if before else "")
        connection.execute(insert(stap).values(step))

    def _known(self, tabel: str, sha256: str, bestand: str) -> LeveringKnownError:
        same = next(one for one in self.leveringen(tabel) if one.sha256 == sha256)
        return LeveringKnownError(
            bestand=bestand,
            nummer=str(same.nummer),
            datum=f"{same.ontvangen_op:%d-%m-%Y}",
            status=str(same.status),
        )


def _unknown(nummer: int, known: Sequence[Levering]) -> UnknownLeveringError:
    numbers = [str(one.nummer) for one in known]
    return UnknownLeveringError(nummer=str(nummer), bekend=numbers or "geen")
