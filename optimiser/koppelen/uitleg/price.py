"""What a coupling fixed by hand costs: the area planned again without it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from optimiser.koppelen.uitleg.basis import SECONDS, compared
from optimiser.koppelen.uitleg.replan import Verandering
from optimiser.koppelen.uitleg.stored import plan_of_area
from optimiser.koppelen.vastzetting import Vastzetting
from optimiser.koppelen.vraag import Koppelvraag
from optimiser.lp.koppelen.stages import solve_area


@dataclass(frozen=True, slots=True)
class Vastzettingsprijs:
    """A fixing and what it costs.

    Attributes
    ----------
    vast
        The fixing.
    veranderingen
        Per stage what the plan has more than the best plan without this fixing (the others stay).
    """

    vast: Vastzetting
    veranderingen: tuple[Verandering, ...]


def price_fixings(koppelingen: pd.DataFrame, vraag: Koppelvraag) -> Sequence[Vastzettingsprijs]:
    """Return the price of every fixing, in persons and households per stage.

    Parameters
    ----------
    koppelingen
        The plan, ``PLAN_COLUMNS``, with all fixings; areas that are not in it are left out.
    vraag
        What it answers.

    Returns
    -------
    sequence of Vastzettingsprijs
        In the order of the fixings; a price is exact where fewest and most are equal. Two fixings
        that need each other's dwelling may each cost nothing alone.
    """
    found = []
    for one in vraag.vast:
        gebied = str(vraag.gemeenten.loc[one.gm_code, "gebied"])
        plan = plan_of_area(koppelingen, vraag, gebied)
        loose = replace(vraag, vast=tuple(v for v in vraag.vast if v != one)).area(gebied)
        stages = compared(vraag.stappen)
        free = solve_area(loose, stages, SECONDS, start=plan)
        changes = tuple(
            Verandering(old.stap, old.waarde - new.waarde, old.waarde - new.ondergrens)
            for old, new in zip(plan.treden, free.treden, strict=False)
        )
        found.append(Vastzettingsprijs(one, changes))
    return found
