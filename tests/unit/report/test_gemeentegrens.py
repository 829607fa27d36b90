"""What holds one gemeente back, in Dutch; figures by head."""

from fractions import Fraction

import pytest

from optimiser.problem import Block, Group, Limit, ModelInput
from optimiser.report.antwoord.binding_limits import change_line, limit_lines
from optimiser.solve.optimise import optimise


def answered(*limits):
    """Two gemeenten with 10 persons each that exchange, and one on its own."""
    shares = tuple(Fraction(10) for _ in range(3))
    return optimise(
        ModelInput(
            gm_codes=("GM0001", "GM0002", "GM0003"),
            doel=(10, 10, 10),
            exact=shares,
            basis=shares,
            limits=limits,
            groups=(Group("regio X", (0, 1), 20, 20), Group("Los", (2,), 10, 10)),
            total=30,
            names=("A", "B", "C"),
        )
    )


def told(outcome, code):
    return [(line.knelt, line.tekst) for line in limit_lines(outcome, code)]


def test_the_limit_that_binds_comes_first_and_is_marked():
    outcome = answered(Limit(Block.BODEM, 0, lower=5), Limit(Block.PLAFOND, 0, upper=7))
    assert change_line(outcome, "GM0001") == "10 personen vóór uitruil, 7 erna (−3)."
    assert told(outcome, "GM0001") == [
        (True, "Knelt: plafond (kan), hooguit 7 personen."),
        (False, "Bodem, ten minste 5 personen."),
        (False, "Uitruilgebied: regio X (2 gemeenten)."),
    ]


def test_without_limits_and_partners_that_is_said():
    outcome = answered()
    assert change_line(outcome, "GM0003") == "10 personen vóór en na uitruil: er verandert niets."
    assert told(outcome, "GM0003") == [
        (False, "Er zijn geen grenzen voor deze gemeente."),
        (False, "Er is niemand om mee uit te ruilen."),
    ]


def test_what_cannot_close_is_no_answer_and_says_what_was_not_kept():
    outcome = answered(Limit(Block.PLAFOND, 2, upper=1), Limit(Block.VAST, 2, lower=10, upper=10))
    assert not outcome.feasible
    assert "in de verdeling die er het dichtst bij komt" in change_line(outcome, "GM0003")
    assert told(outcome, "GM0003")[0] == (True, "Niet nagekomen: vastgezet op 10 personen.")


@pytest.mark.parametrize("block", Block)
def test_every_kind_of_limit_has_its_words(block):
    lines = told(answered(Limit(block, 0, lower=1, upper=90)), "GM0001")
    assert lines[0][1][0].isupper()
