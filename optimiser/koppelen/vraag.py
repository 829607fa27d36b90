"""What is asked of the country: gemeenten, households, dwellings, and what is settled already."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from optimiser.koppelen.aannames import KLASSEN, assumed_huishoudens
from optimiser.koppelen.vastzetting import Regioband, Vastzetting, check_banden, check_vast
from optimiser.koppelen.woningen import Woningklasse
from optimiser.lp.koppelen.area import STAPPEN, Band, Cell, Koppelgebied, Koppelstap


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
    vast
        Couplings fixed by hand.
    banden
        Households with a band to a region.
    stappen
        The stages in their order; each is fixed before the next.
    vorig
        Couplings of the plan before, for the stage with the fewest changes; None without one.

    Raises
    ------
    VastzettingError, RegiobandError
        If one of them cannot hold.
    """

    gemeenten: pd.DataFrame
    huishoudens: Mapping[str, Mapping[int, int]]
    woningen: pd.DataFrame
    klassen: tuple[Woningklasse, ...]
    drempel: int = 6
    vast: tuple[Vastzetting, ...] = ()
    banden: tuple[Regioband, ...] = ()
    stappen: tuple[Koppelstap, ...] = STAPPEN
    vorig: pd.DataFrame | None = None

    def __post_init__(self) -> None:
        gebieden = {str(code): str(naam) for code, naam in self.gemeenten["gebied"].items()}
        check_vast(self.vast, gebieden, self.huishoudens, self.woningen, self.klassen)
        check_banden(self.banden, gebieden, self.huishoudens)

    def area(self, naam: str) -> Koppelgebied:
        """Return one area as plain numbers."""
        rows = self.gemeenten[self.gemeenten["gebied"] == naam]
        homes = self.woningen.loc[rows.index, [klasse.naam for klasse in self.klassen]]
        place = {str(code): number for number, code in enumerate(rows.index)}
        return Koppelgebied(
            naam,
            tuple(map(str, rows.index)),
            tuple(map(int, rows["taakstelling"])),
            tuple(map(int, rows["inwoners"])),
            self.huishoudens[naam],
            tuple((klasse.kleinste, klasse.grootste) for klasse in self.klassen),
            tuple(tuple(map(int, row)) for row in homes.to_numpy()),
            self._bands(naam, place),
            self._cells(place, ((v.gm_code, v.personen, v.klasse, v.aantal) for v in self.vast)),
            vorig={} if self.vorig is None else self.cells(self.vorig, place),
            drempel=self.drempel,
        )

    def _bands(self, naam: str, place: Mapping[str, int]) -> tuple[Band, ...]:
        own = [one for one in self.banden if one.gebied == naam]
        inside = [tuple(place[code] for code in one.gm_codes if code in place) for one in own]
        return tuple(
            Band(one.regio, one.personen, members, one.huishoudens, one.hard)
            for one, members in zip(own, inside, strict=True)
        )

    def cells(self, koppelingen: pd.DataFrame, place: Mapping[str, int]) -> dict[Cell, int]:
        """Return the couplings of some gemeenten as numbers.

        Parameters
        ----------
        koppelingen
            ``gm_code``, ``personen``, ``klasse`` (must be known), ``huishoudens``.
        place
            ``gm_code`` to its number; other gemeenten are left out.
        """
        table = koppelingen[["gm_code", "personen", "klasse", "huishoudens"]]
        return self._cells(place, table.itertuples(index=False))

    def _cells(
        self, place: Mapping[str, int], rows: Iterable[tuple[str, int, str, int]]
    ) -> dict[Cell, int]:
        number = {klasse.naam: k for k, klasse in enumerate(self.klassen)}
        return {
            (place[code], int(personen), number[klasse]): int(count)
            for code, personen, klasse, count in rows
            if code in place
        }


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
