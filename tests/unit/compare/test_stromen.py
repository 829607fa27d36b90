"""Flows between regions: true totals, whatever the tables."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimiser.compare.changes.stromen import sum_stromen
from optimiser.compare.errors import UnequalTotalsError


@given(
    st.lists(
        st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from("ABCD")),
        min_size=1,
        max_size=25,
    )
)
def test_every_row_and_column_is_what_the_region_really_loses_or_gains(rows):
    codes = [f"GM{n:04d}" for n in range(len(rows))]
    before = pd.Series([row[0] for row in rows], codes)
    after = pd.Series([row[1] for row in rows], codes)
    rest = int(before.sum() - after.sum())
    before.iloc[0], after.iloc[0] = before.iloc[0] + max(-rest, 0), after.iloc[0] + max(rest, 0)
    regions = pd.Series([row[2] for row in rows], codes)
    flows = sum_stromen(before, after, regions)
    net = (after - before).groupby(regions).sum()
    assert flows.regios["saldo"].to_dict() == net.to_dict()
    assert flows.matrix.sum(axis=1).to_dict() == {r: -n for r, n in net.items() if n < 0}
    assert flows.matrix.sum(axis=0).to_dict() == {r: n for r, n in net.items() if n > 0}
    assert (flows.matrix >= 0).all(axis=None)
    assert flows.regios["minder"].sum() == flows.regios["meer"].sum()


def test_tables_with_another_total_are_refused():
    codes = ["GM0001", "GM0002"]
    with pytest.raises(UnequalTotalsError) as caught:
        sum_stromen(pd.Series([1, 2], codes), pd.Series([1, 3], codes), pd.Series(["A"] * 2, codes))
    assert caught.value.params == {"eerste": 3, "tweede": 4}


def test_a_loss_is_divided_by_largest_remainder_and_what_is_taken_is_gone():
    """Of a loss of 3, who lack 4 and 1 take 2,4 and 0,6: 2 and 1. The next 2 are for the first."""
    codes = ["GM0001", "GM0002", "GM0003", "GM0004"]
    before, after = pd.Series([9, 9, 9, 9], codes), pd.Series([6, 7, 13, 10], codes)
    flows = sum_stromen(before, after, pd.Series(["A", "B", "C", "D"], codes))
    assert flows.matrix.index.tolist() == ["A", "B"]  # the largest loss first
    assert flows.matrix.columns.tolist() == ["C", "D"]  # the largest gain first
    assert flows.matrix.to_numpy().tolist() == [[2, 1], [2, 0]]


def test_who_has_no_region_is_a_region_without_a_name():
    codes = ["GM0001", "GM0002"]
    flows = sum_stromen(
        pd.Series([5, 5], codes), pd.Series([4, 6], codes), pd.Series(["A", None], codes)
    )
    assert flows.regios.loc[""].to_dict() == {"minder": 0, "meer": 1, "binnen": 0, "saldo": 1}
    assert int(flows.matrix.at["A", ""]) == 1
