"""A stored plan beside what no plan can go below: the interval formula and the relaxation."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from optimiser.koppelen.passend import check_passend
from optimiser.koppelen.uitgangspunt import supply
from optimiser.koppelen.uitleg.stored import plan_of_area
from optimiser.koppelen.vraag import Koppelvraag
from optimiser.lp.koppelen.area import Koppelstap
from optimiser.lp.koppelen.bound import deviation_bound
from optimiser.lp.koppelen.value import persons_placed, stage_value


@dataclass(frozen=True, slots=True)
class Gebiedscontrole:
    """One area of a plan, counted again [personen].

    Attributes
    ----------
    naam
        The area.
    gekoppeld, taakstelling
        Persons placed and asked.
    zonder_plek, minst_zonder_plek
        Persons without a place, and the fewest by the interval formula.
    afwijking, minst_afwijking
        Persons beside the taakstelling, and what no plan can go below by the relaxation, given
        who has a place and whose band is followed.
    """

    naam: str
    gekoppeld: int
    taakstelling: int
    zonder_plek: int
    minst_zonder_plek: int
    afwijking: int
    minst_afwijking: int


def account_areas(koppelingen: pd.DataFrame, vraag: Koppelvraag) -> Iterator[Gebiedscontrole]:
    """Count every area of a plan again and set it beside its bounds.

    Parameters
    ----------
    koppelingen
        ``PLAN_COLUMNS``; must count again, see :func:`~optimiser.koppelen.recheck.recheck_plan`.
    vraag
        What it answers.
    """
    for naam, need in vraag.huishoudens.items():
        area, plan = vraag.area(naam), plan_of_area(koppelingen, vraag, naam)
        yield Gebiedscontrole(
            naam,
            sum(persons_placed(area, plan.cellen)),
            sum(area.taakstelling),
            int(stage_value(area, plan, Koppelstap.IEDEREEN_EEN_PLEK)),
            check_passend(need, supply(vraag, naam), vraag.klassen).personen,
            int(stage_value(area, plan, Koppelstap.MINSTE_AFWIJKING)),
            deviation_bound(area, plan),
        )
