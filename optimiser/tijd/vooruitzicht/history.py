"""Opgave and realisatie of units over half-years, as models read them."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from optimiser.gegevens.halfjaar import MONTHS, Halfjaar
from optimiser.tijd.grootboek.course import Course

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Verleden:
    """Units x half-years [personen].

    Attributes
    ----------
    eenheden
        Units.
    perioden
        Half-years, ascending.
    taakstelling, opgave, realisatie
        Shape (units, half-years).
    deel
        Part of each half-year that the realisatie is about, 1 for those that are over.
    """

    eenheden: tuple[str, ...]
    perioden: tuple[Halfjaar, ...]
    taakstelling: Floats
    opgave: Floats
    realisatie: Floats
    deel: Floats

    def before(self, k: int) -> "Verleden":
        """Return what was known before half-year ``k``."""
        return Verleden(
            self.eenheden,
            self.perioden[:k],
            self.taakstelling[:, :k],
            self.opgave[:, :k],
            self.realisatie[:, :k],
            self.deel[:k],
        )

    @property
    def over(self) -> "Verleden":
        """Only the half-years that are over."""
        return self.before(int((self.deel == 1).sum()))


def read_verleden(course: Course, prefix: str) -> Verleden:
    """Return the past of the units whose code begins with a prefix (``PV``, ``GM``, ``NL``).

    Half-years count from the first to the last in which every unit has a realisatie.
    """
    rows = [i for i, unit in enumerate(course.eenheden) if str(unit).startswith(prefix)]
    opgave, done = course.parts["opgave"][rows], course.parts["realisatie"][rows]
    full = (~np.isnan(opgave) & ~np.isnan(done)).all(axis=0) if rows else np.zeros(0, dtype=bool)
    known = [t for t in np.flatnonzero(full) if full[: t + 1].sum() == t - np.argmax(full) + 1]
    perioden = tuple(course.perioden[t] for t in known)
    parts = []
    for t, periode in zip(known, perioden, strict=True):
        day = np.datetime64(0, "D") + np.timedelta64(int(course.peildatum[rows[0], t]), "D")
        parts.append(float(periode.maanden_verstreken(day.astype(object)) / MONTHS))
    return Verleden(
        tuple(str(course.eenheden[i]) for i in rows),
        perioden,
        course.parts["taakstelling"][rows][:, known],
        opgave[:, known],
        done[:, known],
        np.array(parts),
    )
