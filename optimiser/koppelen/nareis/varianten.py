"""The same cohorts without places, with places, relaxed, and with more family dwellings."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from optimiser.koppelen.nareis.boeking import Nareisboeking, book_nareis, check_nareisvraag
from optimiser.lp.koppelen.cohorten import Nareisvraag
from optimiser.lp.koppelen.nareis import solve_nareis


@dataclass(frozen=True, slots=True)
class Nareisvariant:
    """One question with its answer.

    Attributes
    ----------
    vraag, boekingen
        What was asked, and the half-years.
    extra
        Family dwellings per half-year above those of the first variant.
    rij_zonder_plekken
        Families without a family dwelling at the end, had there been no places.
    """

    vraag: Nareisvraag
    boekingen: tuple[Nareisboeking, ...]
    extra: int
    rij_zonder_plekken: int

    @property
    def persoon_halfjaren(self) -> int:
        """Person-half-years at COA."""
        return sum(one.coa for one in self.boekingen)

    @property
    def rij(self) -> int:
        """Families without a family dwelling at the end."""
        return self.boekingen[-1].zonder_woning

    @property
    def vooruitschuiven(self) -> bool:
        """Whether the places only move the queue: as many families wait at the end without them."""
        return bool(self.vraag.plekken) and self.rij >= self.rij_zonder_plekken > 0


def compare_nareis(
    vraag: Nareisvraag, plekken: Sequence[int], extra: int
) -> tuple[Nareisvariant, ...]:
    """Answer a question in variants.

    Parameters
    ----------
    vraag
        Its own places and whether it is relaxed are left aside.
    plekken
        Numbers of places to try [personen], each under strict passend toewijzen.
    extra
        More family dwellings per half-year, tried with the first number of places; 0 for none.

    Returns
    -------
    tuple of Nareisvariant
        No places; each number of places; no places, relaxed; places with more dwellings.

    Raises
    ------
    NareisError
        If a number cannot be.
    """
    strict = replace(vraag, plekken=0, verruimd=False)
    check_nareisvraag(strict)
    base = book_nareis(strict, solve_nareis(strict))
    rows = [Nareisvariant(strict, base, 0, base[-1].zonder_woning)]
    asked = [(replace(strict, plekken=n), 0) for n in plekken]
    asked.append((replace(strict, verruimd=True), 0))
    if extra and plekken:
        more = tuple(n + extra for n in strict.gezin)
        asked.append((replace(strict, plekken=plekken[0], gezin=more), extra))
    for one, added in asked:
        check_nareisvraag(one)
        bare = replace(one, plekken=0)
        alone = book_nareis(bare, solve_nareis(bare))[-1].zonder_woning if one.plekken else 0
        rows.append(Nareisvariant(one, book_nareis(one, solve_nareis(one)), added, alone))
    return tuple(rows)
