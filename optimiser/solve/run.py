"""The one way in: a scenario and the figures to an answer."""

from dataclasses import replace
from functools import cache
from importlib import metadata
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from optimiser.gegevens.gegevens import Gegevens
from optimiser.gegevens.indeling import GemeentenTabel
from optimiser.gegevens.memory import once
from optimiser.problem import ModelInput
from optimiser.rounding import METHODS, Tie
from optimiser.scenario.scenario import Scenario
from optimiser.solve.by_key import divided_once
from optimiser.solve.own_figures import own_figures_explained
from optimiser.solve.problem_of_scenario import model_input
from optimiser.solve.result import Herkomst, Verdeling

if TYPE_CHECKING:
    from optimiser.engine import Frontier
    from optimiser.solve.capaciteit import Aannamen
    from optimiser.solve.optimise import Optimalisatie


def solve_scenario(
    scenario: Scenario, gegevens: Gegevens, solver: str = "highs", *, prove: bool = False
) -> Verdeling:
    """Answer a scenario.

    Parameters
    ----------
    scenario
        The question. One that asks nothing beyond the table of its key needs no optimiser.
    gegevens
        All figures; nothing else is read.
    solver
        ``"highs"`` or ``"cbc"``; both give the same answer.
    prove
        Let the optimiser check and certify even the plain table of a key.

    Returns
    -------
    Verdeling
        Per gemeente the exact share and whole persons. When the scenario cannot close the answer
        says so in ``optimalisatie`` and places as many persons as fit.

    Raises
    ------
    OptimiserError
        What, where and what to do, when the question cannot be answered without guessing.

    Examples
    --------
    >>> from optimiser.io.gegevens import read_embedded
    >>> solve_scenario(Scenario(halfjaar="2021-1"), read_embedded()).totaal
    13500
    """
    divided, figures = _by_key(scenario, gegevens)
    if not scenario.optimises and not prove:
        return _plain(divided)
    from optimiser.solve.capaciteit import aannamen_of
    from optimiser.solve.optimise import optimise
    from optimiser.solve.ready_areas import ready_areas

    with own_figures_explained(gegevens, figures):
        data = model_input(scenario, gegevens, figures.tabel, divided.gemeenten)
    outcome = optimise(data, solver)
    if not outcome.feasible:
        outcome = replace(outcome, areas=ready_areas(gegevens, data))
    return _optimised(divided, outcome, aannamen_of(scenario, gegevens))


def solve_on_frontier(scenario: Scenario, free: Verdeling, curve: "Frontier") -> Verdeling | None:
    """Answer a scenario with a budget of persons moved from its frontier, with the same proof.

    Parameters
    ----------
    scenario
        The question.
    free
        The proven answer to the same question without its budget.
    curve
        The frontier of ``free``.

    Returns
    -------
    Verdeling or None
        None where the frontier does not answer this: no budget, one that is too small, or another
        aim than ``eerlijkst``.
    """
    from optimiser.solve.optimise import from_frontier

    if free.optimalisatie is None:
        return None
    data = replace(free.optimalisatie.data, budget=scenario.doelstelling.budget)
    outcome = from_frontier(data, curve)
    if outcome is None:
        return None
    herkomst = replace(
        free.herkomst, scenario=scenario.naam, scenario_sha256=scenario.sha256(), seconds={}
    )
    divided = _Divided(free.gemeenten, free.wanted, free.closes, free.ties, herkomst)
    return _optimised(divided, outcome, free.aannamen)


class _Divided(NamedTuple):
    """The table of a key: what a ``Verdeling`` is made of; the table is kept, and never changed."""

    gemeenten: pd.DataFrame
    wanted: int
    closes: bool
    ties: tuple[Tie, ...]
    herkomst: Herkomst


def _plain(divided: _Divided) -> Verdeling:
    gemeenten, wanted, closes, ties, herkomst = divided
    return Verdeling(gemeenten.copy(), wanted, closes, ties, herkomst)


def _optimised(
    divided: _Divided, outcome: "Optimalisatie", aannamen: "Aannamen | None"
) -> Verdeling:
    """Put what the optimiser answered in the place of the table of the key."""
    table, wanted, closes, ties, herkomst = divided
    if "doel" not in table:
        table = once(("doel",), table, lambda: table.assign(doel=table["taakstelling"]))
    gemeenten = table.assign(taakstelling=np.array(outcome.x, dtype=np.int64))
    seconds = {**herkomst.seconds, **outcome.seconds}
    herkomst = replace(herkomst, solver=outcome.solver, seconds=seconds)
    closes = closes and outcome.unplaced == 0
    return Verdeling(gemeenten, wanted, closes, ties, herkomst, outcome, aannamen)


def problem_of(scenario: Scenario, gegevens: Gegevens) -> ModelInput:
    """Return the distribution problem of a scenario, for the frontier and what-ifs.

    Raises
    ------
    OptimiserError
        As ``solve_scenario``.
    """
    divided, figures = _by_key(scenario, gegevens)
    with own_figures_explained(gegevens, figures):
        return model_input(scenario, gegevens, figures.tabel, divided.gemeenten)


def _by_key(scenario: Scenario, gegevens: Gegevens) -> tuple[_Divided, GemeentenTabel]:
    """Divide by the key alone, and return the figures that were used."""
    scenario.require_one_halfjaar()
    started = perf_counter()
    halfjaar = scenario.period
    total = gegevens.announced(halfjaar) if scenario.totaal is None else scenario.totaal
    peiljaar = halfjaar.peiljaar if scenario.peiljaar is None else scenario.peiljaar
    table = gegevens.figures(peiljaar, scenario.indeling)
    with own_figures_explained(gegevens, table):
        gemeenten, ties = divided_once(scenario, gegevens, table, total)
    herkomst = Herkomst(
        scenario=scenario.naam,
        scenario_sha256=scenario.sha256(),
        wet=gegevens.wet,
        data_version=gegevens.version,
        optimiser_version=_version(),
        bron=table.bron,
        peiljaar=peiljaar,
        indeling=str(table.indeling),
        seconds={"verdelen": perf_counter() - started},
    )
    closes = METHODS[scenario.afronding].closes
    return _Divided(gemeenten, total, closes, ties, herkomst), table


@cache
def _version() -> str:
    return metadata.version("taakstelling-optimiser")
