"""The printed divisor gives the whole table, and one decimal fewer does not."""

from fractions import Fraction
from math import ceil, floor

import pytest

from optimiser import Scenario, read_gegevens, solve_scenario
from optimiser.cli.main import execute
from optimiser.compare.gemeente.deler import common_divisor, decimals_of, divisor_interval

#: The rule of each method on exact / divisor, from its definition.
RULES = {"adams": ceil, "jefferson": floor, "webster": lambda q: floor(q + Fraction(1, 2))}


@pytest.mark.parametrize("halfjaar", ["2019-1", "2021-1", "2025-2"])
@pytest.mark.parametrize("method", list(RULES))
def test_the_divisor_reproduces_every_gemeente(halfjaar, method):
    table = solve_scenario(Scenario(halfjaar=halfjaar, afronding=method), read_gegevens()).gemeenten
    pairs = list(zip(table["exact"], table["taakstelling"], strict=True))
    divisor = common_divisor(pairs, method)
    assert [RULES[method](q / divisor) for q, _ in pairs] == [x for _, x in pairs]
    digits = decimals_of(divisor)
    low, high = divisor_interval(pairs, method)
    coarser = {Fraction(floor(low * 10 ** (digits - 1)) + n, 10 ** (digits - 1)) for n in (0, 1)}
    assert not [one for one in coarser if low < one < high]


@pytest.mark.parametrize(
    ("method", "persons", "low", "high"),
    [
        # 5/d and 9/d: up to 2 and 3 means 5/2, 9/3 <= d and d < 5/1, 9/2
        ("adams", (2, 3), Fraction(3), Fraction(9, 2)),
        # half way: 5/2,5 and 9/3,5 from below, 5/1,5 and 9/2,5 from above
        ("webster", (2, 3), Fraction(9) / Fraction(7, 2), Fraction(5) / Fraction(3, 2)),
        # down: 5/3 and 9/4 from below, 5/2 and 9/3 from above
        ("jefferson", (2, 3), Fraction(9, 4), Fraction(5, 2)),
        # who got nobody bounds from below only: with half, 5/0,5
        ("webster", (0, 0), Fraction(18), None),
    ],
)
def test_the_interval_follows_from_the_definition(method, persons, low, high):
    pairs = list(zip((Fraction(5), Fraction(9)), persons, strict=True))
    assert divisor_interval(pairs, method) == (low, high)


def test_the_command_prints_a_divisor_inside_the_valid_interval(capsys):
    """For 2025-2 the valid divisors lie from 1,01293283 to 1,01298471; 1,0129 does not."""
    assert execute(["waarom", "Groningen", "--halfjaar", "2025-2"]) == 0
    told = capsys.readouterr().out
    assert "dezelfde deler voor iedereen, 1,01294." in told


def test_social_rent_shows_what_is_divided_by_what(capsys):
    line = ["waarom", "Groningen", "--halfjaar", "2025-2", "--sleutel", "sociale_huurvoorraad"]
    assert execute(line) == 0
    told = capsys.readouterr().out
    assert "Het gewicht volgens 'Sociale huurvoorraad' is" in told


def test_two_tiers_show_two_divisors(capsys):
    key = "twee_traps:sociale_huurvoorraad/inwoners@provincie"
    assert execute(["waarom", "Groningen", "--halfjaar", "2025-2", "--sleutel", key]) == 0
    told = capsys.readouterr().out
    assert "krijgen de gemeenten van Groningen samen" in told
    assert told.count("dezelfde deler") == 2
