"""The pictures of smoothing and of years together, each with what it says."""

import pandas as pd

from optimiser.lp.jaren.years import closed_form
from optimiser.maps.charts.gains_svg import gains_svg
from optimiser.maps.charts.gantt_svg import GanttBar, gantt_svg
from optimiser.maps.charts.months_svg import months_svg
from optimiser.maps.charts.queue_svg import QueueLine, queue_svg
from optimiser.teksten import whole
from optimiser.tijd.gladstrijken.plan import SmoothingPlan
from optimiser.tijd.gladstrijken.queue import within_norm
from optimiser.tijd.gladstrijken.tables import title_of_way
from optimiser.tijd.jaren.question import YearsQuestion, open_in

#: Areas in the small multiples: those with most months of work.
MOST = 12
#: Gemeenten on either side of the picture of rounding.
EACH_SIDE = 8


def queue_picture(plan: SmoothingPlan) -> tuple[str, str]:
    """Return numbers and queue of every way of announcing, and the alternative text."""
    lines = [
        QueueLine(title_of_way(plan, naam), course.getallen, course.rij)
        for naam, course in plan.verlopen.items()
    ]
    norm = [within_norm(inflow, plan.rij.norm_weken) for inflow in plan.tijd.inflow]
    alt = "Hoogste aantal en langste rij: " + "; ".join(
        f"{line.naam} {whole(max(line.getallen))} en {whole(max(line.rij))}" for line in lines
    )
    return queue_svg(lines, norm, [str(h) for h in plan.tijd.halfjaren], alt), alt


def places_picture(question: YearsQuestion) -> tuple[str, str] | None:
    """Return when each facility is open, and the alternative text; None where there are none."""
    horizon = range(len(question.totals))
    bars = [
        GanttBar(one.naam, one.plekken, [open_in(one, question.tijd, t) for t in horizon])
        for one in question.scenario.capaciteit.plekken
    ]
    if not bars:
        return None
    alt = "Open: " + "; ".join(
        f"{one.naam} vanaf {one.opening}, {one.halfjaren} halfjaren"
        for one in question.scenario.capaciteit.plekken
    )
    return gantt_svg(bars, [str(h) for h in question.halfjaren], alt), alt


def areas_picture(question: YearsQuestion) -> tuple[str, str]:
    """Return achterstand in months of work of the areas that are short most, in closed form."""
    series = {}
    for region in question.regions:
        months = [
            6 * late / needed if needed else 0.0
            for late, needed in zip(closed_form(region), region.needed, strict=True)
        ]
        series[region.naam.removeprefix("arbeidsmarktregio ")] = months
    worst = sorted(series, key=lambda naam: -max(series[naam]))[:MOST]
    shown = {naam: series[naam] for naam in worst if max(series[naam])}
    alt = "Maanden werk aan het eind: " + "; ".join(
        f"{naam} {months[-1]:.1f}".replace(".", ",") for naam, months in shown.items()
    )
    return months_svg(shown, [str(h) for h in question.halfjaren], alt), alt


def rounding_picture(gains: pd.DataFrame, half_years: int) -> tuple[str, str]:
    """Return who gets too few and too many by the law's rounding, and the alternative text.

    Parameters
    ----------
    gains
        ``gains_table``: ascending in ``adams``.
    """
    ends = [*gains.index[:EACH_SIDE], *gains.index[-EACH_SIDE:]]
    bars = [(str(gains.at[i, "gemeente"]), float(gains.at[i, "adams"])) for i in ends]
    first, value = bars[0]
    alt = f"Over {half_years} halfjaren krijgt {first} {whole(round(-value))} personen te weinig."
    title = f"Te veel (+) of te weinig (−) na {half_years} halfjaren naar boven afronden (personen)"
    return gains_svg(bars, title, alt), alt
