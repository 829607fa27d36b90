"""Rounding over time: the table of the design, and what always holds."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimiser.tijd.afronden.deviations import measure_afwijkingen
from optimiser.tijd.afronden.rules import Verrekening, round_over_time

TOTALS = [13000, 14000, 16000, 17600, 18750, 15000, 15000, 13000]


@pytest.fixture(scope="module")
def figures(gegevens):
    table = gegevens.figures(2024).tabel
    inwoners = table["inwoners"].astype(int)
    total = int(inwoners.sum())
    return table["gemeente"], inwoners, {c: Fraction(n, total) for c, n in inwoners.items()}


@pytest.mark.parametrize(
    ("rule", "ever", "outside", "small", "large"),
    [
        (Verrekening.ADAMS, 65.4, 1257, 42.5, -229.2),
        (Verrekening.WEBSTER, 2.58, 354, 4.5, -1.2),
        (Verrekening.HAMILTON, 2.58, 340, 4.5, 0.8),
        (Verrekening.ADAMS_CUMULATIEF, 8.84, 126, 7.5, -29.2),
        (Verrekening.WEBSTER_CUMULATIEF, 0.74, 0, -0.5, -0.2),
        (Verrekening.JUST_IN_TIME, 0.53, 0, -0.5, -1.2),
    ],
)
def test_table_of_the_design(figures, rule, ever, outside, small, large):
    _, inwoners, shares = figures
    found = measure_afwijkingen([shares] * 8, TOTALS, rule)
    assert float(found.ooit) == pytest.approx(ever, abs=0.05 if ever > 9 else 0.006)
    assert (found.buiten, found.cellen) == (outside, 2736)
    few = list(inwoners.index[inwoners < 10_000])
    assert len(few) == 12
    assert float(found.total_of(few)) == pytest.approx(small, abs=0.05)
    many = list(inwoners.sort_values().index[-8:])
    assert float(found.total_of(many)) == pytest.approx(large, abs=0.05)
    assert found.clamped == 0


def test_who_pays_for_rounding_up(figures):
    names, _, shares = figures
    found = measure_afwijkingen([shares] * 8, TOTALS, Verrekening.ADAMS)
    end = {names[code]: round(value) for code, value in found.eind.items()}
    assert round(found.elders) == 486
    assert sum(value > 1 for value in found.eind.values()) == 185
    wanted = {"Amsterdam": -65, "Rotterdam": -46, "'s-Gravenhage": -41, "Utrecht": -24}
    assert {name: end[name] for name in wanted} == wanted
    assert float(found.eind["GM0225"]) == pytest.approx(5.4, abs=0.05)  # Druten


weights = st.lists(st.integers(1, 500), min_size=2, max_size=8)


@given(
    st.lists(weights, min_size=1, max_size=1).flatmap(
        lambda one: st.tuples(
            st.just(one[0]),
            st.lists(
                st.lists(st.integers(1, 500), min_size=len(one[0]), max_size=len(one[0])),
                min_size=1,
                max_size=5,
            ),
        )
    ),
    st.sampled_from(list(Verrekening)),
    st.integers(0, 400),
)
def test_every_rule_closes_and_nobody_falls_below_zero(drawn, rule, total):
    _, rows = drawn
    shares = [{f"GM{i:04d}": Fraction(w, sum(row)) for i, w in enumerate(row)} for row in rows]
    if rule in {Verrekening.ADAMS, Verrekening.ADAMS_CUMULATIEF}:
        total += len(rows[0])
    found = round_over_time(shares, [total] * len(rows), rule)
    for persons in found.persons:
        assert sum(persons.values()) == total
        assert min(persons.values()) >= 0
    if rule is Verrekening.JUST_IN_TIME:
        for part, persons in zip(shares, found.persons, strict=True):
            assert all(abs(part[c] * total - n) < 1 for c, n in persons.items())


def test_only_the_practice_of_today_needs_no_change_of_law():
    assert [rule for rule in Verrekening if rule.is_wettelijk] == [Verrekening.ADAMS]
