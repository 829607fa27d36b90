"""One real month: the pool of an area on the dwellings that are free and announced, in counts."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from optimiser.koppelen.errors import RollendError, UnsoundPlanError
from optimiser.koppelen.rollend.trekking import MAANDEN, Woningen
from optimiser.lp.koppelen.area import Koppelgebied
from optimiser.lp.koppelen.maand import solve_maand
from optimiser.lp.koppelen.maandvraag import Maandbesluit, Maandvraag

#: Gemeente and class, by number.
_Plek = tuple[int, int]
MAAND_COLUMNS = ["gm_code", "personen", "klasse", "wanneer", "huishoudens", "personen_totaal"]


class Wanneer(StrEnum):
    """When somebody who is coupled gets a dwelling."""

    NU = "nu"
    AANGEKONDIGD = "aangekondigd"
    ONBEKEND = "onbekend"


@dataclass(frozen=True)
class Maandplan:
    """What was decided for one area.

    Attributes
    ----------
    koppelingen
        ``MAAND_COLUMNS``; ``klasse`` is a number, -1 where no dwelling is known.
    blijft
        Size to households that stay in the pool.
    personen
        In the pool at the start [personen].
    afwijking
        Sum over gemeenten of persons beside what should be coupled up to this month [personen].
    """

    koppelingen: pd.DataFrame
    blijft: Mapping[int, int]
    personen: int
    afwijking: float

    def huishoudens(self, wanneer: Wanneer) -> int:
        """Return the households that get a dwelling at one moment."""
        rows = self.koppelingen
        return int(rows.loc[rows["wanneer"] == wanneer, "huishoudens"].sum())


def plan_maand(
    gebied: Koppelgebied,
    aangekondigd: Woningen,
    gekoppeld: tuple[int, ...],
    maand: int,
    gewicht: float,
    blijven: bool = True,
) -> Maandplan:
    """Couple the pool of an area in one month.

    Parameters
    ----------
    gebied
        Its households are the pool, its dwellings those that are free or announced.
    aangekondigd
        Per gemeente the part of the dwellings per class that is only announced.
    gekoppeld
        Per gemeente the persons coupled earlier in this half-year.
    maand
        Which month of the half-year, 1 to 6.
    gewicht
        What a person housed is worth in persons deviation.
    blijven
        Whether who finds no dwelling may stay in the pool.

    Raises
    ------
    RollendError
        If there is nobody in the pool, a band is hard, or more dwellings are announced than there
        are.
    UnsoundPlanError
        If the answer does not count again: our bug.
    """
    need = {size: count for size, count in gebied.huishoudens.items() if count}
    free = tuple(
        tuple(have - later for have, later in zip(row, ahead, strict=True))
        for row, ahead in zip(gebied.woningen, aangekondigd, strict=True)
    )
    if not need:
        raise RollendError(waarde=gebied.naam, reden="er zijn geen huishoudens in de poule")
    if any(band.hard for band in gebied.banden):
        reason = "harde banden volgt deze opdracht niet: koppel die huishoudens met koppel plan"
        raise RollendError(waarde=gebied.naam, reden=reason)
    if any(count < 0 for row in free for count in row):
        raise RollendError(waarde=gebied.naam, reden="meer woningen aangekondigd dan er zijn")
    goals = zip(gebied.taakstelling, gekoppeld, strict=True)
    tekort = tuple(asked * maand / MAANDEN - done for asked, done in goals)
    stay = need if blijven and maand < MAANDEN else {}
    vraag = Maandvraag(need, stay, gebied.klassen, free, aangekondigd, {}, tekort, gewicht)
    found = solve_maand(vraag)
    _require(vraag, found)
    placed = Counter[int]()
    for (size, g), count in found.gekoppeld.items():
        placed[g] += size * count
    return Maandplan(
        pd.DataFrame(_rows(gebied, found), columns=MAAND_COLUMNS),
        found.blijft,
        sum(size * count for size, count in need.items()),
        sum(abs(placed[g] - short) for g, short in enumerate(tekort)),
    )


def _rows(gebied: Koppelgebied, found: Maandbesluit) -> list[tuple[str, int, int, str, int, int]]:
    cells = Counter[tuple[int, int, int, Wanneer]]()
    for (size, g), count in found.gekoppeld.items():
        cells[g, size, -1, Wanneer.ONBEKEND] = count
    for moment, part in ((Wanneer.NU, found.gehuisvest), (Wanneer.AANGEKONDIGD, found.toegezegd)):
        for (size, g, k), count in part.items():
            cells[g, size, k, moment] = count
            cells[g, size, -1, Wanneer.ONBEKEND] -= count
    return [
        (gebied.gm_codes[g], size, k, moment, count, size * count)
        for (g, size, k, moment), count in sorted(cells.items())
        if count
    ]


def _require(vraag: Maandvraag, found: Maandbesluit) -> None:
    """Count again: everybody once, every dwelling once, nobody housed where not coupled."""
    sizes, homes, ahead = Counter(found.blijft), Counter[_Plek](), Counter[_Plek]()
    left = Counter(found.gekoppeld)
    for (size, _), count in found.gekoppeld.items():
        sizes[size] += count
    for used, part in ((homes, found.gehuisvest), (ahead, found.toegezegd)):
        for (size, g, k), count in part.items():
            used[g, k] += count
            left[size, g] -= count
    rows = (
        (sizes != Counter(vraag.huishoudens), "niet iedereen telt één keer"),
        (any(n > vraag.vrij[g][k] for (g, k), n in homes.items()), "meer dan er vrij is"),
        (any(n > vraag.later[g][k] for (g, k), n in ahead.items()), "meer dan is aangekondigd"),
        (min(left.values(), default=0) < 0, "gehuisvest zonder koppeling"),
    )
    if faults := [told for wrong, told in rows if wrong]:
        raise UnsoundPlanError(fouten="; ".join(faults))
