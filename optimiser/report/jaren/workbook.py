"""Smoothing, outlook and years together as sheets."""

from collections.abc import Mapping

import pandas as pd

from optimiser.io.writing.workbook import Sheet
from optimiser.tijd.gladstrijken import tables as smoothing
from optimiser.tijd.gladstrijken.pareto import trace_pareto
from optimiser.tijd.gladstrijken.plan import SmoothingPlan
from optimiser.tijd.jaren import tables
from optimiser.tijd.jaren.answer import Jaren
from optimiser.tijd.jaren.facility import calculate_facilities
from optimiser.tijd.vooruitzicht import tables as outlook
from optimiser.tijd.vooruitzicht.project import Vooruitzicht


def smoothing_sheets(plan: SmoothingPlan) -> list[Sheet]:
    """Return the course of every way of announcing, what it does, and peak against waiting."""
    curve = smoothing.pareto_table(trace_pareto(plan.tube, norm_weken=plan.rij.norm_weken))
    return [
        Sheet("Gladstrijken", smoothing.course_table(plan)),
        Sheet("Maten", smoothing.measures_table(plan)),
        Sheet("Afweging", curve),
    ]


def years_sheets(jaren: Jaren) -> list[Sheet]:
    """Return every gemeente and half-year, achterstand per area, who stays behind, facilities."""
    question = jaren.question
    sheets = [
        Sheet("Jaren", tables.cells_table(jaren), formats={"aanspraak": "#,##0.000"}),
        Sheet("Achterstand", tables.late_table(jaren)),
        Sheet("Niet inlopen", tables.behind_table(question)),
    ]
    if yields := calculate_facilities(question):
        sheets.append(Sheet("Voorzieningen", tables.facility_table(yields, question)))
    return sheets


def outlook_sheets(found: Vooruitzicht, names: Mapping[str, str]) -> list[Sheet]:
    """Return the expected saldo, what leads to it per unit and half-year, and the fan."""
    halfjaren = [str(halfjaar) for halfjaar in found.tijd.halfjaren]
    rows = [
        {
            "eenheid": names.get(unit, unit),
            "halfjaar": halfjaar,
            "opgave": found.opgave[i, t],
            "realisatie": found.realisatie[i, t],
            "saldo": found.saldo[i, t],
        }
        for i, unit in enumerate(found.eenheden)
        for t, halfjaar in enumerate(halfjaren)
    ]
    formats = dict.fromkeys(("opgave", "realisatie", "saldo"), "#,##0")
    sheets = [
        Sheet("Saldo", outlook.saldo_table(found, names)),
        Sheet("Opbouw", pd.DataFrame(rows), formats=formats),
    ]
    if found.fan:
        sheets.append(Sheet("Waaier", outlook.fan_table(found)))
    return sheets


def rounding_sheets(rules: pd.DataFrame, gains: pd.DataFrame) -> list[Sheet]:
    """Return the rules beside each other, and what each gives every gemeente."""
    return [Sheet("Regels", rules), Sheet("Gemeenten", gains)]
