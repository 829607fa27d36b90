"""The achterstand that stays when a constant part of the opgave is housed.

Housing a part rho of the opgave gives saldo' = (1 - rho)(saldo + T); with the same T every
half-year that settles at saldo* = T (1 - rho) / rho. The report (chapter 2) says that an
achterstand of 1.500 to 2.500 is structural and not necessarily worrying: this is that passage as a
formula.
"""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from optimiser.tijd.grootboek.course import Course


def structural_achterstand(taakstelling: int, rho: Fraction | float) -> float:
    r"""Return the saldo at which a constant realisatiegraad settles.

    .. math:: S^* = T \frac{1 - \rho}{\rho}

    Parameters
    ----------
    taakstelling
        Every half-year the same [personen].
    rho
        Part of the opgave that is housed, above 0 and at most 1.

    Raises
    ------
    ValueError
        If rho is outside (0, 1].

    Examples
    --------
    >>> [round(structural_achterstand(6000, rho)) for rho in (0.714, 0.765, 0.814)]
    [2403, 1843, 1371]
    """
    if not 0 < rho <= 1:
        msg = f"rho must be above 0 and at most 1, not {rho}"
        raise ValueError(msg)
    return float(taakstelling * (1 - rho) / rho)


@dataclass(frozen=True, slots=True)
class Graad:
    """What part of the opgave was housed in one half-year that is over."""

    periode: str
    rho: float


def realisatiegraden(course: Course, eenheid: str = "NL") -> tuple[Graad, ...]:
    """Return the realisatiegraad of every half-year that is over, oldest first.

    Half-years without an opgave or a realisatie, and those still under way, are left out.
    """
    row = course.eenheden.get_loc(eenheid)
    found = []
    for t, periode in enumerate(course.perioden):
        opgave = course.parts["opgave"][row, t]
        done = course.parts["realisatie"][row, t]
        end = np.datetime64(periode.laatste_dag, "D").astype("int64")
        if opgave > 0 and not np.isnan(done) and course.peildatum[row, t] >= end:
            found.append(Graad(str(periode), float(done / opgave)))
    return tuple(found)
