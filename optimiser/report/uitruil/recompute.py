"""The statutory numbers of a ruilbewijs computed again from the figures."""

from collections.abc import Mapping
from typing import Any

from optimiser.gegevens.gegevens import Gegevens
from optimiser.report.antwoord.recompute import differences, require_same_figures
from optimiser.report.errors import OwnScenarioError
from optimiser.scenario.scenario import Scenario
from optimiser.solve.run import solve_scenario


def recompute_ruilbewijs(
    document: Mapping[str, Any], scenario: Scenario, gegevens: Gegevens
) -> list[str]:
    """List where a ruilbewijs is not about the numbers of its key, in Dutch.

    Parameters
    ----------
    document
        A ruilbewijs that agrees with itself.
    scenario
        What it was made from; a ruilbewijs holds only its hash.
    gegevens
        All figures.

    Raises
    ------
    OwnScenarioError
        If it was made from another scenario.
    RecomputeError
        If it rests on other figures than these.
    """
    origin = document["herkomst"]
    if origin["scenario_sha256"] != scenario.sha256():
        raise OwnScenarioError(naam=str(origin["scenario"])[:40])
    require_same_figures(origin["gegevens"], gegevens)
    answer = solve_scenario(scenario, gegevens)
    table, faults = answer.gemeenten, []
    for row in document["gemeenten"]:
        code = row["gm_code"]
        if code not in table.index:
            faults.append(f"{code} is geen gemeente van deze verdeling.")
            continue
        right = {
            "gemeente": str(table.at[code, "gemeente"]),
            "provincie": str(table.at[code, "provincie"]),
            "formule": int(table.at[code, "taakstelling"]),
        }
        faults += differences(code, {naam: row.get(naam) for naam in right}, right)
    return [*faults, *differences("land_voor", document["land_voor"], answer.totaal)]
