"""The table of every total at once is the table of each total apart, ties included."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimiser.rounding import round_shares
from optimiser.rounding.all_totals import all_totals
from optimiser.rounding.batch import round_batch

METHODS = ["adams", "webster", "jefferson"]


@st.composite
def weights(draw):
    values = draw(st.lists(st.integers(0, 60), min_size=2, max_size=8))
    return [*values, draw(st.integers(1, 60))]


def as_shares(values):
    return {f"GM{i:04d}": Fraction(v, sum(values)) for i, v in enumerate(values)}


@pytest.mark.parametrize("method", [*METHODS, "hill"])
@given(weights())
def test_every_total_at_once(method, values):
    shares = as_shares(values)
    found = all_totals(shares, 40, method)
    for total in range(41):
        assert found.persons(total) == round_shares(shares, total, method).persons


@pytest.mark.parametrize("method", METHODS)
@given(st.lists(weights(), min_size=1, max_size=4), st.data())
def test_many_rows_at_once(method, rows, data):
    width = max(map(len, rows))
    padded = [row + [0] * (width - len(row)) for row in rows]
    totals = [data.draw(st.integers(0, 60)) for _ in rows]
    found = round_batch(np.array(padded, dtype=float), np.array(totals), method)
    for row, total, persons in zip(padded, totals, found, strict=True):
        assert persons.tolist() == list(
            round_shares(as_shares(row), total, method).persons.values()
        )


def test_the_next_person_of_the_country(gegevens):
    people = gegevens.figures(2024).tabel["inwoners"]
    shares = {code: Fraction(int(n), int(people.sum())) for code, n in people.items()}
    found = all_totals(shares, 13_001)
    before = round_shares(shares, 13_000).persons
    after = round_shares(shares, 13_001).persons
    assert found.persons(13_000) == before
    assert [c for c in shares if after[c] != before[c]] == [found.next_person(13_000)]
