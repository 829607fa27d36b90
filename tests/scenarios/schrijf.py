"""Write the one stored outcome of 342 rows again: ``python -m tests.scenarios.schrijf``.

It is there to notice a change; the rules are in ``cases``, where a reader can follow them.
Run this only when outcomes were meant to change, and say why under *Changes* in the README.
"""

from pathlib import Path

from optimiser.io.gegevens import read_embedded
from optimiser.io.scenarios import embedded_scenarios, read_scenario
from optimiser.io.writing.export import to_csv
from optimiser.solve.run import solve_scenario

HERE = Path(__file__).parent
#: The ready scenario whose outcome is kept.
KEPT = "plafond-12"


def outcome_of(naam: str) -> str:
    """Return the outcome of a ready scenario as CSV: gm_code, doel, taakstelling [personen]."""
    scenario = read_scenario(embedded_scenarios()[naam])
    verdeling = solve_scenario(scenario, read_embedded(), prove=True)
    table = verdeling.gemeenten.reset_index(names="gm_code")
    return to_csv(table[["gm_code", "doel", "taakstelling"]])


if __name__ == "__main__":
    (HERE / f"{KEPT}.csv").write_text(outcome_of(KEPT), encoding="utf-8")
