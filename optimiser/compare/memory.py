"""The answers that a comparison asks for, computed once."""

from dataclasses import replace

from optimiser.gegevens.gegevens import Gegevens
from optimiser.gegevens.memory import once
from optimiser.scenario.scenario import Scenario
from optimiser.solve.result import Verdeling
from optimiser.solve.run import solve_scenario


def answer(scenario: Scenario, gegevens: Gegevens) -> Verdeling:
    """Return the answer to a scenario, computed once; the table is the caller's own.

    Raises
    ------
    OptimiserError
        As ``solve_scenario``.

    Examples
    --------
    >>> from optimiser.io.gegevens import read_embedded
    >>> answer(Scenario(halfjaar="2021-1"), read_embedded()).totaal
    13500
    """
    told = ("antwoord", scenario.model_dump_json())
    found = once(told, gegevens, lambda: solve_scenario(scenario, gegevens))
    return replace(found, gemeenten=found.gemeenten.copy())
