"""A plan as tables and sentences."""

import pandas as pd

from optimiser.teksten import decimal, load_teksten, signed, whole
from optimiser.tijd.gladstrijken.pareto import ParetoPoint
from optimiser.tijd.gladstrijken.plan import SmoothingPlan


def title_of_way(plan: SmoothingPlan, naam: str) -> str:
    """Return how a way of announcing is called."""
    jump = whole(plan.tijd.gladstrijken.sprong_zonder_voorkennis)
    return str(load_teksten()["gladstrijken"][naam]).format(sprong=jump)


def measures_table(plan: SmoothingPlan) -> pd.DataFrame:
    """Return one row per way: piek, sprong, langste_rij, wachtmaanden, over_norm."""
    names = ("piek", "sprong", "langste_rij", "wachtmaanden", "over_norm")
    rows = {
        naam: {"wijze": title_of_way(plan, naam)} | {n: getattr(course, n) for n in names}
        for naam, course in plan.verlopen.items()
    }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("naam")


def course_table(plan: SmoothingPlan) -> pd.DataFrame:
    """Return one row per way and half-year: ``wijze``, ``halfjaar``, ``instroom``,
    ``taakstelling``, ``rij``, ``boven_norm``, ``norm`` [personen].
    """  # noqa: D205
    frames = []
    for naam, course in plan.verlopen.items():
        frame = pd.DataFrame(
            {
                "wijze": naam,
                "halfjaar": [str(halfjaar) for halfjaar in plan.tijd.halfjaren],
                "instroom": plan.tijd.inflow,
                "taakstelling": course.getallen,
                "rij": course.rij,
                "boven_norm": course.boven_norm,
            }
        )
        frames.append(frame)
    return pd.concat(frames, ignore_index=True)


def numbers_table(plan: SmoothingPlan) -> pd.DataFrame:
    """Return one row per way, one column per half-year: the national numbers [personen]."""
    halfjaren = [str(halfjaar) for halfjaar in plan.tijd.halfjaren]
    rows = [
        {"wijze": title_of_way(plan, naam)} | dict(zip(halfjaren, course.getallen, strict=True))
        for naam, course in plan.verlopen.items()
    ]
    return pd.DataFrame(rows)


def pareto_table(points: tuple[ParetoPoint, ...]) -> pd.DataFrame:
    """Return one row per peak: piek, wachtmaanden, langste_rij, over_norm."""
    return pd.DataFrame(
        [
            {
                "piek": point.piek,
                "wachtmaanden": point.verloop.wachtmaanden,
                "langste_rij": point.verloop.langste_rij,
                "over_norm": point.verloop.over_norm,
                "eind_rij": point.verloop.rij[-1],
            }
            for point in points
        ]
    )


def sentences(plan: SmoothingPlan) -> list[str]:
    """Return what must stand beside the tables, in Dutch."""
    texts = load_teksten()["gladstrijken"]
    names = load_teksten()["gladstrijken_stappen"]
    lines = []
    for stap in plan.stappen:
        text = texts["stap_milp" if stap.by_milp else "stap_lp"]
        value, lp_value = whole(stap.value), decimal(stap.lp_value, 2)
        lines.append(text.format(stap=names[stap.stap], waarde=value, lp=lp_value))
    before, after = plan.verlopen["aangekondigd"], plan.verlopen["met_voorkennis"]
    lines.append(
        texts["mensen"].format(
            maanden=signed(after.wachtmaanden - before.wachtmaanden),
            norm=signed(after.over_norm - before.over_norm),
            weken=plan.rij.norm_weken,
        )
    )
    end = texts["vrij_einde" if plan.rij.vrij_einde else "begin_rij"]
    lines += [end.format(eind=whole(after.rij[-1])), texts["eerlijk"], texts["identiteit"]]
    lines.append(
        texts["instroom"].format(
            bron=plan.tijd.instroom.bron, begin=whole(plan.rij.begin), rijbron=plan.rij.bron
        )
    )
    return lines
