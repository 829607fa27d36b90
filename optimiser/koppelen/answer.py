"""The one way to a plan: made, and counted again before anybody sees it."""

from optimiser.koppelen.plan import SECONDS, Koppelplan, Progress, make_plan, no_progress
from optimiser.koppelen.recheck import require_sound
from optimiser.koppelen.vraag import Koppelvraag
from optimiser.lp.koppelen.stages import Stop


def solve_koppelvraag(
    vraag: Koppelvraag,
    progress: Progress = no_progress,
    stop: Stop = lambda: False,
    seconds: float = SECONDS,
) -> Koppelplan:
    """Return who goes where, COA region by COA region, counted again without the solver.

    Parameters
    ----------
    vraag
        What is asked; ``make_uitgangspunt`` makes one from a scenario.
    progress
        Told before each area.
    stop
        Asked before each area and stage; a plan that was stopped is not whole, nor counted again.
    seconds
        Per area [s].

    Raises
    ------
    HardBandError, SolverFailedError
        As :func:`~optimiser.koppelen.plan.make_plan`.
    UnsoundPlanError
        If it does not count again: our bug, not the user's.

    Examples
    --------
    Two households, and a gemeente with a dwelling for each:

    >>> import pandas as pd
    >>> from optimiser.koppelen.woningen import Woningklasse
    >>> rij = {"gemeente": "A", "gebied": "x", "taakstelling": 3, "inwoners": 9000}
    >>> gemeenten = pd.DataFrame([rij], index=["GM0001"])
    >>> woningen = pd.DataFrame({"1k": [1], "2k": [1]}, index=["GM0001"])
    >>> klassen = (Woningklasse("1k", 1, 1), Woningklasse("2k", 1, 2))
    >>> plan = solve_koppelvraag(Koppelvraag(gemeenten, {"x": {1: 1, 2: 1}}, woningen, klassen))
    >>> plan.koppelingen[["personen", "klasse", "huishoudens"]].values.tolist()
    [[1, '1k', 1], [2, '2k', 1]]
    """
    found = make_plan(vraag, progress, stop, seconds)
    if not stop():
        require_sound(found.koppelingen, vraag)
    return found
