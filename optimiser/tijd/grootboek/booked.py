"""Known bookings as matrices of units and half-years, and when each gemeente ends."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.tijd.grootboek.boeking import BoekingSoort
from optimiser.tijd.grootboek.errors import VanishedGemeenteError
from optimiser.tijd.grootboek.overgang import Overgang

Matrix = np.ndarray
#: Kinds whose absence is zero.
_OPTIONAL = (BoekingSoort.UITRUIL, BoekingSoort.CORRECTIE, BoekingSoort.ONVERKLAARD)


@dataclass
class Booked:
    """Bookings as matrices."""

    eenheden: pd.Index
    first: int
    kinds: dict[str, Matrix]
    any: Matrix
    peildatum: Matrix
    status: Matrix
    endings: dict[int, list[Overgang]]

    @property
    def periods(self) -> int:
        """Count of half-years."""
        return int(self.any.shape[1])

    @classmethod
    def of(cls, rows: pd.DataFrame, overgangen: tuple[Overgang, ...]) -> "Booked":
        """Return bookings, one per fact, as matrices."""
        codes = rows["eenheid"].cat.remove_unused_categories()
        names = set(codes.cat.categories)
        first = int(rows["periode"].min()) if len(rows) else 0
        periods = int(rows["periode"].max()) - first + 1 if len(rows) else 0
        endings: dict[int, list[Overgang]] = {}
        for one in overgangen:
            t = one.periode.serial - first
            if one.oud in names and 0 <= t < periods:
                endings.setdefault(t, []).append(one)
                names |= {code for code, _ in one.delen}
        units = pd.Index(sorted(names), dtype="object", name="eenheid")
        where = units.get_indexer(codes.cat.categories)[codes.cat.codes]
        when = (rows["periode"] - first).to_numpy()
        shape = (len(units), periods)
        kinds = {
            str(soort): _matrix(shape, rows, where, when, soort, empty=soort not in _OPTIONAL)
            for soort in BoekingSoort
        }
        seen = np.zeros(shape, dtype=bool)
        seen[where, when] = True
        done = (rows["soort"] == BoekingSoort.REALISATIE).to_numpy()
        days = np.full(shape, np.nan)
        stamps = rows["peildatum"].to_numpy().astype("datetime64[D]").astype("int64")
        days[where[done], when[done]] = stamps[done]
        status = np.full(shape, -1, dtype="int8")
        status[where[done], when[done]] = rows["status"].to_numpy()[done]
        made = cls(units, first, kinds, seen, days, status, endings)
        made.refuse_vanished(overgangen)
        return made

    def refuse_vanished(self, overgangen: tuple[Overgang, ...]) -> None:
        """Refuse bookings on a gemeente after its end."""
        for one in overgangen:
            on_first_day = one.datum == one.periode.eerste_dag
            t = one.periode.serial - self.first + (0 if on_first_day else 1)
            if one.oud in self.eenheden:
                late = np.flatnonzero(self.any[self.eenheden.get_loc(one.oud), max(t, 0) :])
                if len(late):
                    when = Halfjaar.of_serial(self.first + max(t, 0) + int(late[0]))
                    raise VanishedGemeenteError(
                        gm_code=one.oud, periode=str(when), datum=f"{one.datum:%d-%m-%Y}"
                    )


def _matrix(
    shape: tuple[int, int],
    rows: pd.DataFrame,
    where: Matrix,
    when: Matrix,
    soort: str,
    *,
    empty: bool,
) -> Matrix:
    mine = (rows["soort"] == soort).to_numpy()
    out = np.zeros(shape)
    np.add.at(out, (where[mine], when[mine]), rows["personen"].to_numpy()[mine])
    if empty:
        filled = np.zeros(shape, dtype=bool)
        filled[where[mine], when[mine]] = True
        out[~filled] = np.nan
    return out
