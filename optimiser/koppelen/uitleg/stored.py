"""One area of a plan, from its table back to numbers, with what each stage comes to."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from optimiser.koppelen.vraag import Koppelvraag
from optimiser.lp.koppelen.area import Cell, Gevonden, Koppelgebied, Koppelstap, Tredewaarde
from optimiser.lp.koppelen.stages import solve_area
from optimiser.lp.koppelen.value import stage_value

#: Seconds to see which bands a plan follows: a transport problem.
_SECONDS = 5.0


def plan_of_area(koppelingen: pd.DataFrame, vraag: Koppelvraag, naam: str) -> Gevonden:
    """Return a plan of one area as numbers, its stages counted from its households.

    Parameters
    ----------
    koppelingen
        ``PLAN_COLUMNS``; must count again, see :func:`~optimiser.koppelen.recheck.require_sound`.
    vraag
        What it answers.
    naam
        The area.
    """
    area = vraag.area(naam)
    place = {code: number for number, code in enumerate(area.gm_codes)}
    number = {klasse.naam: k for k, klasse in enumerate(vraag.klassen)}
    own = koppelingen[koppelingen["gm_code"].isin(area.gm_codes)]
    rows = own[["gm_code", "personen", "klasse", "huishoudens"]].itertuples(index=False)
    cells = {(place[code], int(s), number[k]): int(n) for code, s, k, n in rows}
    placed = own.groupby("personen")["huishoudens"].sum()
    left = {s: n - int(placed.get(s, 0)) for s, n in area.huishoudens.items()}
    plan = Gevonden(cells, {s: n for s, n in left.items() if n}, _followed(area, cells), ())
    return replace(plan, treden=_values(area, plan, vraag.stappen))


def _followed(area: Koppelgebied, cells: dict[Cell, int]) -> dict[int, int]:
    """Return the most households per band that these cells can follow."""
    if not area.banden:
        return {}
    fixed = {cell: cells.get(cell, 0) for cell in area.open_cells()}
    still = replace(area, vast=fixed)
    return dict(solve_area(still, (Koppelstap.BAND_GEVOLGD,), _SECONDS).met_band)


def _values(
    area: Koppelgebied, plan: Gevonden, stappen: Sequence[Koppelstap]
) -> tuple[Tredewaarde, ...]:
    counted = ((stap, stage_value(area, plan, stap)) for stap in stappen)
    return tuple(Tredewaarde(stap, value, 0.0) for stap, value in counted)
