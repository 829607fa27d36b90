"""Where some gemeenten have a limit and others not, the others are named."""

import pytest

from optimiser.report.antwoord.summary import remarks
from optimiser.report.antwoord.without_limit import without_limit_lines
from optimiser.scenario.scenario import Scenario
from optimiser.solve.run import solve_scenario
from optimiser.teksten.getallen import shown_names


def asked(**own):
    return Scenario(halfjaar="2025-1", uitruil={"binnen": "land"}, gemeenten=own)


@pytest.mark.parametrize(("grens", "kind"), [("kan", "plafond (kan)"), ("wil", "aanbod (wil)")])
def test_who_has_none_is_named_in_the_answer_and_in_every_file(grens, kind, mini):
    scenario = asked(GM0001={grens: 60}, GM0003={"bodem": "0.5"})
    verdeling = solve_scenario(scenario, mini)
    (line,) = without_limit_lines(verdeling.optimalisatie)
    assert line == (
        f"Zonder {kind}, dus onbegrensd: 2 van de gemeenten, terwijl 1 er een hebben: Middelstad, "
        "Kleindorp."
    ).replace("terwijl 1 er een hebben", "terwijl 1 er een heeft")
    assert line in remarks(scenario, verdeling)


def test_nobody_is_named_where_all_or_none_has_a_limit(mini):
    every = {code: {"kan": 90} for code in ("GM0001", "GM0002", "GM0003")}
    for scenario in (asked(**every), asked(GM0001={"vast": True})):
        assert not list(without_limit_lines(solve_scenario(scenario, mini).optimalisatie))


def test_who_is_outside_the_own_regions_is_not_missed(mini):
    oost = {"binnen": "eigen", "regios": {"Oost": ["GM0002", "GM0003"]}}
    scenario = asked(GM0002={"kan": 30}).adjusted(uitruil=oost)
    (line,) = without_limit_lines(solve_scenario(scenario, mini).optimalisatie)
    assert line.endswith("1 van de gemeenten, terwijl 1 er een heeft: Kleindorp.")


def test_ten_names_and_the_table_has_the_rest():
    names = [f"Plaats {n}" for n in range(1, 13)]
    assert shown_names(names).endswith("Plaats 10 en nog 2 (zie de tabel)")
    assert shown_names(names[:10]).endswith("Plaats 10")
