"""A plan of the country, COA region by COA region: households on dwellings, in counts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from optimiser.koppelen.errors import HardBandError
from optimiser.koppelen.vraag import Koppelvraag
from optimiser.lp.koppelen.area import Gevonden, Koppelgebied, Koppelstap, Tredewaarde
from optimiser.lp.koppelen.near import plan_near
from optimiser.lp.koppelen.stages import Stop, solve_area
from optimiser.lp.symbols import ModelInfeasibleError

#: Seconds per COA region, so that the five take less than fifteen together.
SECONDS = 2.6
#: Part of that for a plan close to the one before, where there is one.
NEAR = 0.4
PLAN_COLUMNS = ["gm_code", "personen", "klasse", "huishoudens", "personen_totaal"]
#: Told with regions done, regions in all, and the next region.
Progress = Callable[[int, int, str], None]


def no_progress(_done: int, _total: int, _what: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Koppelplan:
    """What was found.

    Attributes
    ----------
    koppelingen
        ``PLAN_COLUMNS``: households per gemeente, size and class; filled cells only.
    niet_geplaatst
        Area to size to households without a place.
    treden
        Area to its stages, each with found value and lower bound.
    """

    koppelingen: pd.DataFrame
    niet_geplaatst: Mapping[str, Mapping[int, int]]
    treden: Mapping[str, tuple[Tredewaarde, ...]]

    def saldo(self, vraag: Koppelvraag) -> pd.DataFrame:
        """Return per gemeente what was asked, coupled and left [personen]."""
        table = vraag.gemeenten[["gemeente", "gebied", "taakstelling"]].copy()
        placed = self.koppelingen.groupby("gm_code")["personen_totaal"].sum()
        table["gekoppeld"] = placed.reindex(table.index).fillna(0).astype(int)
        table["afwijking"] = table["gekoppeld"] - table["taakstelling"]
        return table


def make_plan(
    vraag: Koppelvraag,
    progress: Progress = no_progress,
    stop: Stop = lambda: False,
    seconds: float = SECONDS,
) -> Koppelplan:
    """Plan every area, one after the other.

    Parameters
    ----------
    vraag
        What is asked.
    progress
        Told before each area.
    stop
        Asked before each area and stage; areas that were not reached are left out.
    seconds
        Per area [s].

    Raises
    ------
    HardBandError
        If hard bands cannot all be followed, with region and size.
    SolverFailedError
        If an area has no plan in time.
    """
    names = list(vraag.huishoudens)
    rows: list[tuple[str, int, str, int, int]] = []
    left: dict[str, Mapping[int, int]] = {}
    treden: dict[str, tuple[Tredewaarde, ...]] = {}
    for number, naam in enumerate(names):
        if stop():
            break
        progress(number, len(names), naam)
        area = vraag.area(naam)
        found = plan_area(area, vraag.stappen, seconds, stop)
        left[naam], treden[naam] = found.niet_geplaatst, found.treden
        for (g, size, k), count in sorted(found.cellen.items()):
            klasse = vraag.klassen[k].naam
            rows.append((area.gm_codes[g], size, klasse, count, size * count))
    return Koppelplan(pd.DataFrame(rows, columns=PLAN_COLUMNS), left, treden)


def plan_area(
    area: Koppelgebied,
    stappen: Sequence[Koppelstap],
    seconds: float,
    stop: Stop = lambda: False,
) -> Gevonden:
    """Plan one area, stage after stage.

    Raises
    ------
    HardBandError
        If its hard bands cannot all be followed beside the fixings: which, and how many lack.
    """
    try:
        near = plan_near(area, stappen, seconds * NEAR)
        return solve_area(area, stappen, seconds * (1 - NEAR if area.vorig else 1), stop, near)
    except ModelInfeasibleError:
        hard = tuple(replace(one, hard=False) for one in area.banden if one.hard)
        most = solve_area(replace(area, banden=hard), (Koppelstap.BAND_GEVOLGD,), seconds)
        short = {
            f"{band.naam}, {band.personen} personen": band.huishoudens - most.met_band.get(b, 0)
            for b, band in enumerate(hard)
        }
        told = [f"{place}: {count} te veel" for place, count in short.items() if count]
        raise HardBandError(gebied=area.naam, banden="; ".join(told)) from None
