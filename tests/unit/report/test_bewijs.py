"""The certificate in plain Dutch, and prices one by one."""

from optimiser.report.antwoord.prices import each_price, price_count, price_lines
from optimiser.report.antwoord.proof import proof_lines
from optimiser.scenario.scenario import Scenario
from optimiser.solve.run import solve_scenario

TIGHT = Scenario(
    halfjaar="2025-1", uitruil={"binnen": "provincie"}, gemeenten={"GM0001": {"kan": 50}}
)


def test_the_proof_names_what_was_checked(mini):
    told = " ".join(proof_lines(solve_scenario(TIGHT, mini).optimalisatie))
    assert "Alle 3 gemeenten" in told
    assert "1 gebied" in told  # region B has one gemeente: nothing can be exchanged in it
    assert "geen betere verdeling" in told


def test_no_proof_of_what_cannot_close(mini):
    full = TIGHT.adjusted(gemeenten={"GM0003": {"kan": 9}})
    assert proof_lines(solve_scenario(full, mini).optimalisatie) == []


def test_the_count_of_prices_is_told_before_they_are_computed(mini):
    budgeted = TIGHT.adjusted(doelstelling={"budget": 10})
    outcome = solve_scenario(budgeted, mini).optimalisatie
    prices = list(each_price(outcome))
    assert len(prices) == price_count(outcome) == 4  # one ceiling, two areas, the budget
    assert price_lines(outcome, prices) == price_lines(outcome)
