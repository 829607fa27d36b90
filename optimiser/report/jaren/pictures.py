"""The pictures of smoothing and of years together, each with what it says."""

from collections.abc import Sequence

import pandas as pd

from optimiser.lp.jaren.years import closed_form
from optimiser.maps.charts.gains_svg import gains_svg
from optimiser.maps.charts.gantt_svg import GanttBar, gantt_svg
from optimiser.maps.charts.months_svg import months_svg
from optimiser.maps.charts.queue_svg import QueueLine, queue_svg
from optimiser.maps.charts.slide_lines import SIZE, FanLine, fan_png
from optimiser.teksten import whole
from optimiser.tijd.gladstrijken.plan import SmoothingPlan
from optimiser.tijd.gladstrijken.queue import within_norm
from optimiser.tijd.gladstrijken.tables import title_of_way
from optimiser.tijd.jaren.question import YearsQuestion, open_in
from optimiser.tijd.vooruitzicht.project import Vooruitzicht

#: Areas in the small multiples, those with most months of work: on a slide and on the screen.
MOST, ON_SCREEN = 12, 9
#: Gemeenten on either side of the picture of rounding.
EACH_SIDE = 8


def queue_picture(plan: SmoothingPlan) -> tuple[str, str]:
    """Return numbers and queue of every way of announcing, and the alternative text."""
    lines = queue_lines(plan)
    norm = [within_norm(inflow, plan.rij.norm_weken) for inflow in plan.tijd.inflow]
    alt = queue_alt(lines)
    return queue_svg(lines, norm, [str(h) for h in plan.tijd.halfjaren], alt), alt


def queue_lines(plan: SmoothingPlan) -> list[QueueLine]:
    """Return every way of announcing as a line."""
    return [
        QueueLine(title_of_way(plan, naam), course.getallen, course.rij)
        for naam, course in plan.verlopen.items()
    ]


def queue_alt(lines: Sequence[QueueLine]) -> str:
    """Say what the picture of the queue says."""
    return "Hoogste aantal en langste rij: " + "; ".join(
        f"{line.naam} {whole(max(line.getallen))} en {whole(max(line.rij))}" for line in lines
    )


def places_picture(question: YearsQuestion) -> tuple[str, str] | None:
    """Return when each facility is open, and the alternative text; None where there are none."""
    bars = place_bars(question)
    if not bars:
        return None
    alt = places_alt(question)
    return gantt_svg(bars, [str(h) for h in question.halfjaren], alt), alt


def place_bars(question: YearsQuestion) -> list[GanttBar]:
    """Return each facility with the half-years in which it is open."""
    horizon = range(len(question.totals))
    return [
        GanttBar(one.naam, one.plekken, [open_in(one, question.tijd, t) for t in horizon])
        for one in question.scenario.capaciteit.plekken
    ]


def places_alt(question: YearsQuestion) -> str:
    """Say what the picture of places says."""
    return "Open: " + "; ".join(
        f"{one.naam} vanaf {one.opening}, {one.halfjaren} halfjaren"
        for one in question.scenario.capaciteit.plekken
    )


def areas_picture(question: YearsQuestion) -> tuple[str, str]:
    """Return achterstand in months of work of the areas that are short most, in closed form."""
    shown, alt = area_months(question, ON_SCREEN)
    return months_svg(shown, [str(h) for h in question.halfjaren], alt), alt


def area_months(question: YearsQuestion, most: int = MOST) -> tuple[dict[str, list[float]], str]:
    """Return months of work per half-year of the areas that are short most, and the words."""
    series = {}
    for region in question.regions:
        months = [
            6 * late / needed if needed else 0.0
            for late, needed in zip(closed_form(region), region.needed, strict=True)
        ]
        series[region.naam.removeprefix("arbeidsmarktregio ")] = months
    worst = sorted(series, key=lambda naam: -max(series[naam]))[:most]
    shown = {naam: series[naam] for naam in worst if max(series[naam])}
    alt = "Maanden werk aan het eind: " + "; ".join(
        f"{naam} {months[-1]:.1f}".replace(".", ",") for naam, months in shown.items()
    )
    return shown, alt


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
    title = (
        f"Te veel (+) of te weinig (−), personen,\nna {half_years} halfjaren naar boven afronden"
    )
    return gains_svg(bars, title, alt), alt


def fan_picture(found: Vooruitzicht, size: tuple[float, float] = SIZE) -> tuple[bytes, str] | None:
    """Return the fan as PNG and what it says; None where the national saldo is not known."""
    if not found.fan:
        return None
    perioden = [str(found.tijd.halfjaren[0].prev()), *(str(h) for h in found.tijd.halfjaren)]
    names = ("laagste", "tien", "midden", "negentig", "hoogste")
    fan = FanLine(*([getattr(step, name) for step in found.fan] for name in names))
    alt = "Landelijk saldo, 10 % tot 90 %: " + "; ".join(
        f"{periode} {whole(round(step.tien))} tot {whole(round(step.negentig))}"
        for periode, step in zip(perioden[1:], found.fan, strict=True)
    )
    return fan_png(fan, found.national_begin, found.happened.tolist(), perioden, size), alt
