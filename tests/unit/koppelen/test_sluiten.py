"""The rule closes within its proved bound, and says so only where it does."""

import random

import pytest

from optimiser import Scenario, solve_scenario
from optimiser.cli.main import execute
from optimiser.io.gegevens import read_embedded
from optimiser.koppelen.aannames import assumed_huishoudens
from optimiser.koppelen.errors import SaldoTooLowError
from optimiser.koppelen.sluiten import close_taakstelling


def test_twenty_thousand_half_years_stay_within_the_bound():
    rng = random.Random(5)
    for _ in range(20_000):
        sizes = {size: rng.randint(0, 3) for size in rng.sample(range(1, 11), 3)}
        persons = sum(s * n for s, n in sizes.items())
        cuts = sorted(rng.randint(0, persons) for _ in range(rng.randint(0, 5)))
        parts = [b - a for a, b in zip([0, *cuts], [*cuts, persons], strict=True)]
        found = close_taakstelling({f"GM{i:04d}": n for i, n in enumerate(parts)}, sizes)
        assert sum(found.rest.values()) == 0
        largest = max((s for s, n in sizes.items() if n), default=1)
        assert max(map(abs, found.rest.values())) <= largest - 1
        assert found.grens == largest - 1


def test_the_real_table_closes_exactly():
    table = solve_scenario(Scenario(halfjaar="2025-2"), read_embedded()).gemeenten["taakstelling"]
    found = close_taakstelling(table.to_dict(), assumed_huishoudens(13_000))
    assert set(found.rest.values()) == {0}
    placed = {}
    for own in found.huishoudens.values():
        for size, count in own.items():
            placed[size] = placed.get(size, 0) + count
    assert placed == assumed_huishoudens(13_000)


def test_what_does_not_add_up_is_told_not_scaled():
    found = close_taakstelling({"GM0001": 10, "GM0002": 5}, {2: 3})
    assert (found.nog_te_koppelen, found.grens) == (9, None)
    over = close_taakstelling({"GM0001": 1}, {2: 3})
    assert (over.nog_te_koppelen, over.grens) == (-5, None)


def test_a_saldo_counts_and_too_much_lead_is_refused():
    found = close_taakstelling({"GM0001": 2, "GM0002": 2}, {1: 4}, {"GM0001": 1, "GM0002": -1})
    assert found.huishoudens == {"GM0001": {1: 3}, "GM0002": {1: 1}}
    with pytest.raises(SaldoTooLowError):
        close_taakstelling({"GM0001": 0, "GM0002": 9}, {2: 2}, {"GM0001": -5})


def test_the_command_prints_the_bound(capsys):
    assert execute(["koppel", "sluit", "--halfjaar", "2025-2"]) == 0
    assert "grootste afwijking 0 personen, bewezen hoogstens 9" in capsys.readouterr().out
