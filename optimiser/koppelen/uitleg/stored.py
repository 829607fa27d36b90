"""A plan from its file back: its fixings, and per area what each stage comes to."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from optimiser.koppelen.vastzetting import Vastzetting
from optimiser.koppelen.vraag import Koppelvraag
from optimiser.lp.koppelen.area import Cell, Gevonden, Koppelgebied, Koppelstap, Tredewaarde
from optimiser.lp.koppelen.stages import solve_area
from optimiser.lp.koppelen.value import stage_value

#: Seconds to see which bands a plan follows: a transport problem.
_SECONDS = 5.0


def with_stored(vraag: Koppelvraag, rijen: pd.DataFrame) -> tuple[Koppelvraag, pd.DataFrame]:
    """Return a question with the fixings of a stored plan, and the couplings of that plan.

    Parameters
    ----------
    vraag
        What it answers; its own fixings stay, and go before those of the plan.
    rijen
        As :func:`~optimiser.io.reading.typed.koppelplan.read_koppelplan` gives.

    Raises
    ------
    VastzettingError
        If a fixing of the plan cannot hold here.
    """
    rows = rijen.reindex(columns=[*rijen.columns, *({"vast", "reden"} - set(rijen.columns))])
    fixed = rows[rows["vast"].notna()]
    cells = fixed[["gm_code", "personen", "klasse", "vast", "reden"]].itertuples(index=False)
    own = {(v.gm_code, v.personen, v.klasse) for v in vraag.vast}
    kept = tuple(
        Vastzetting(str(code), int(s), str(k), int(n), "" if pd.isna(why) else str(why))
        for code, s, k, n, why in cells
        if (code, s, k) not in own
    )
    plan = rows[rows["huishoudens"] > 0].drop(columns=["vast", "reden"])
    return replace(vraag, vast=(*vraag.vast, *kept)), plan


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
    own = koppelingen[koppelingen["gm_code"].isin(area.gm_codes)]
    cells = vraag.cells(own, place)
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
