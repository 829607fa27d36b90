"""A plan of the country, COA region by COA region: households on dwellings, in counts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from optimiser.koppelen.aannames import KLASSEN, assumed_huishoudens
from optimiser.koppelen.woningen import Woningklasse
from optimiser.lp.koppelen.area import STAPPEN, Koppelgebied, Tredewaarde
from optimiser.lp.koppelen.stages import solve_area

#: Seconds per COA region, so that the five take less than fifteen together.
SECONDS = 2.6
PLAN_COLUMNS = ["gm_code", "personen", "klasse", "huishoudens", "personen_totaal"]
#: Told with regions done, regions in all, and the next region.
Progress = Callable[[int, int, str], None]


def no_progress(_done: int, _total: int, _what: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Koppelvraag:
    """What is asked of the country.

    Attributes
    ----------
    gemeenten
        Index ``gm_code``: ``gemeente``, ``gebied``, ``taakstelling`` [personen], ``inwoners``.
    huishoudens
        Area to persons of a household to number of households.
    woningen
        Index ``gm_code``, a column per class [woningen].
    klassen
        From small to large.
    drempel
        Size from which a family is large [personen].
    """

    gemeenten: pd.DataFrame
    huishoudens: Mapping[str, Mapping[int, int]]
    woningen: pd.DataFrame
    klassen: tuple[Woningklasse, ...]
    drempel: int = 6

    def area(self, naam: str) -> Koppelgebied:
        """Return one area as plain numbers."""
        rows = self.gemeenten[self.gemeenten["gebied"] == naam]
        homes = self.woningen.loc[rows.index, [klasse.naam for klasse in self.klassen]]
        return Koppelgebied(
            naam,
            tuple(map(str, rows.index)),
            tuple(map(int, rows["taakstelling"])),
            tuple(map(int, rows["inwoners"])),
            self.huishoudens[naam],
            tuple((klasse.kleinste, klasse.grootste) for klasse in self.klassen),
            tuple(tuple(map(int, row)) for row in homes.to_numpy()),
            drempel=self.drempel,
        )


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


def assumed_vraag(gemeenten: pd.DataFrame, woningen: pd.DataFrame, drempel: int) -> Koppelvraag:
    """Ask with the labelled assumptions: households by area to its taakstelling.

    Parameters
    ----------
    gemeenten
        Index ``gm_code``: ``gemeente``, ``gebied``, ``taakstelling`` [personen], ``inwoners``.
    woningen
        As :func:`~optimiser.koppelen.aannames.assumed_woningen` gives.
    drempel
        Size from which a family is large [personen].
    """
    sums = gemeenten.groupby("gebied")["taakstelling"].sum()
    need = {str(naam): assumed_huishoudens(int(total)) for naam, total in sums.items()}
    return Koppelvraag(gemeenten, need, woningen, tuple(klasse for klasse, _ in KLASSEN), drempel)


def make_plan(
    vraag: Koppelvraag,
    progress: Progress = no_progress,
    stop: Callable[[], bool] = lambda: False,
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
        found = solve_area(area, STAPPEN, seconds, stop)
        left[naam], treden[naam] = found.niet_geplaatst, found.treden
        for (g, size, k), count in sorted(found.cellen.items()):
            klasse = vraag.klassen[k].naam
            rows.append((area.gm_codes[g], size, klasse, count, size * count))
    return Koppelplan(pd.DataFrame(rows, columns=PLAN_COLUMNS), left, treden)
