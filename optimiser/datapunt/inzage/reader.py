"""Reading a data point: what is in view, checked against its checksums."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import pandas as pd
import pyarrow as pa
from sqlalchemy import Engine

from optimiser.datapunt.errors import UnknownLeveringError
from optimiser.datapunt.inzage.view import in_view, totals_of_others
from optimiser.datapunt.levering import Levering, LeveringStatus
from optimiser.datapunt.queries import read_contents, read_leveringen, read_parts
from optimiser.datapunt.rows_blob import to_arrow, to_frame
from optimiser.datapunt.tables import geheel
from optimiser.register.engine import reading, utc_now
from optimiser.zicht.zicht import EVERYTHING, Zicht


@dataclass(frozen=True)
class LeesbaarDatapunt:
    """What can be read from an open data point; ``Datapunt`` can write too.

    Attributes
    ----------
    engine
        Of SQLAlchemy; safe to share between threads.
    zicht
        Whose eyes: what they see, may do, and under which name it is kept.
    clock
        What time it is; a test gives its own.
    """

    engine: Engine
    zicht: Zicht
    clock: Callable[[], datetime] = utc_now

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def get(self, nummer: int) -> Levering:
        """Return one delivery.

        Raises
        ------
        UnknownLeveringError, BrokenLeveringError
            If it is not there, or its history does not fit together.
        """
        found = self._seen(None, nummer)
        if not found:
            raise unknown(nummer, self.leveringen())
        return found[0]

    def leveringen(self, tabel: str | None = None) -> tuple[Levering, ...]:
        """Return every delivery in view, oldest first, of one table or of all."""
        return self._seen(tabel)

    def settled(self, tabel: str, bekend_op: date | None = None) -> tuple[Levering, ...]:
        """Return what counted on a day, oldest first; a replaced one counts until it was."""
        found = [one for one in self.leveringen(tabel) if one.vastgesteld_op is not None]
        if bekend_op is None:
            return tuple(one for one in found if one.status is LeveringStatus.VASTGESTELD)
        return tuple(one for one in found if one.counted_on(bekend_op))

    def arrow(self, nummers: Sequence[int]) -> dict[int, pa.Table]:
        """Return the rows in view of deliveries by number, checked against their checksums.

        Raises
        ------
        BrokenLeveringError
            If rows are not what was stored.
        """
        if self.zicht.gm_codes is None:
            return self._whole(nummers)
        with reading(self.engine, self.zicht) as connection:
            found = read_parts(connection, nummers, self.zicht.gm_codes)
        return {
            nummer: pa.concat_tables(map(to_arrow, parts.values()))
            for nummer, parts in found.items()
        }

    def rows(self, nummer: int) -> pd.DataFrame:
        """Return the rows in view of one delivery; raises as ``get`` and ``arrow``."""
        self.get(nummer)
        return to_frame(self.arrow([nummer])[nummer])

    def others(self, nummer: int) -> pd.DataFrame:
        """Return what the rows that are not in view add up to; see ``totals_of_others``."""
        one = self.get(nummer)
        return totals_of_others(self.zicht, one.tabel, to_frame(self._whole([nummer])[nummer]))

    def file(self, nummer: int) -> bytes:
        """Return the file as it came, to who brought it or sees everything; raises as ``get``."""
        one = self.get(nummer)
        with reading(self.engine, self.zicht) as connection:
            owner = None if self.zicht.alles else self.zicht.eigenaar
            columns = (geheel.c.inhoud, geheel.c.sha256)
            found = read_contents(connection, owner, [nummer], *columns)
        if nummer not in found:
            self.zicht.require_all(f"Het bestand van levering {one.nummer}")
        return found[nummer]

    def _seen(self, tabel: str | None, nummer: int | None = None) -> tuple[Levering, ...]:
        with reading(self.engine, self.zicht) as connection:
            found = read_leveringen(connection, None, tabel, nummer)
        pairs = [(row["werkruimte"], one) for row, _, one in found]
        return tuple(in_view(self.zicht, pairs, lambda number: self.arrow([number])[number]))

    def _whole(self, nummers: Sequence[int]) -> dict[int, pa.Table]:
        """Return all rows, also those that are not in view: for whole views and for totals."""
        columns = (geheel.c.rijen, geheel.c.rijen_sha256)
        with reading(self.engine, EVERYTHING) as connection:
            found = read_contents(connection, None, nummers, *columns)
        return {nummer: to_arrow(blob) for nummer, blob in found.items()}


def unknown(nummer: int, known: Sequence[Levering]) -> UnknownLeveringError:
    """Say that there is no such delivery in view."""
    numbers = [str(one.nummer) for one in known]
    return UnknownLeveringError(nummer=str(nummer), bekend=numbers or "geen")
