"""Write the stored outcome of every ready scenario again: ``python -m tests.scenarios.schrijf``.

Run it only when outcomes were meant to change, and say why under *Changes* in the README.
"""

from pathlib import Path

from optimiser.io.gegevens import read_gegevens
from optimiser.io.scenarios import embedded_scenarios, read_scenario
from optimiser.io.writing.export import to_csv
from optimiser.solve.run import solve_scenario

HERE = Path(__file__).parent


def outcome_of(naam: str) -> str:
    """Return the outcome of a ready scenario as CSV: gm_code, doel, taakstelling [personen]."""
    scenario = read_scenario(embedded_scenarios()[naam])
    verdeling = solve_scenario(scenario, read_gegevens(), prove=True)
    table = verdeling.gemeenten.reset_index(names="gm_code")
    return to_csv(table[["gm_code", "doel", "taakstelling"]])


if __name__ == "__main__":
    for naam in embedded_scenarios():
        (HERE / f"{naam}.csv").write_text(outcome_of(naam), encoding="utf-8")
