"""How many households of each row follow a band: by head, and as the solver says."""

from dataclasses import replace

import pandas as pd
import pytest

from optimiser.koppelen.gevolgd import band_faults, followed_rows
from optimiser.koppelen.plan import make_plan
from optimiser.koppelen.vastzetting import Regioband
from optimiser.report.koppelen.plan import plan_sheet

#: Four single persons: two in A (one of them in a 2k), one in B, one in C.
PLACED = pd.DataFrame(
    [
        ("GM0001", 1, "1k", 1),
        ("GM0001", 1, "2k", 1),
        ("GM0002", 1, "1k", 1),
        ("GM0003", 1, "1k", 1),
        ("GM0001", 5, "5k", 1),
    ],
    columns=["gm_code", "personen", "klasse", "huishoudens"],
)
#: Two with a band to A or B, two with a band to A only. A holds two, so three can be followed:
#: those of A only in A, and one of the others in B.
EITHER = Regioband("x", "A en B", ("GM0001", "GM0002"), 1, 2)
ONLY_A = Regioband("x", "A", ("GM0001",), 1, 2)


@pytest.fixture
def asked(vraag):
    return replace(vraag, banden=(EITHER, ONLY_A))


@pytest.mark.parametrize("banden", [(EITHER, ONLY_A), (ONLY_A, EITHER)])
def test_as_many_follow_as_can_whatever_the_order_of_the_bands(vraag, banden):
    found = followed_rows(PLACED, replace(vraag, banden=banden))
    assert found.tolist() == [1, 1, 1, 0, 0]


def test_within_a_gemeente_the_first_row_is_counted_first(vraag):
    one = replace(vraag, banden=(replace(ONLY_A, huishoudens=1),))
    assert followed_rows(PLACED, one).tolist() == [1, 0, 0, 0, 0]


def test_a_band_of_another_area_is_not_followed_here(vraag):
    other = Regioband("y", "A en D", ("GM0001", "GM0004"), 5, 1)
    assert followed_rows(PLACED, replace(vraag, banden=(other,))).sum() == 0


def test_the_sheet_holds_what_the_solver_says_is_followed(vraag):
    # All four want to A, that has dwellings for three: two of 1k and one of 2k.
    asked = replace(vraag, banden=(replace(ONLY_A, huishoudens=4),))
    found = make_plan(asked)
    sheet = plan_sheet(found, asked).table
    lost = sum(t.waarde for t in found.treden["x"] if t.stap == "band_gevolgd")
    assert list(sheet.columns[4:]) == ["huishoudens", "waarvan_band", "personen_totaal"]
    assert sheet["waarvan_band"].sum() == 4 - lost == 3


@pytest.mark.parametrize(
    ("told", "faults"),
    [
        ([1, 1, 1, 0, 0], []),
        ([1, 1, 0, 0, 0], ["band_som|2 tegen 3"]),  # one more can be followed
        ([1, 1, 0, 1, 0], ["band_som|3 tegen 3"]),  # nobody has a band with C
        ([1, 1, 1, 0, 1], ["band_som|4 tegen 3"]),  # nor does the family
        ([2, 0, 1, 0, 0], ["band_rij|2"]),
        ([1, 1, 1, pd.NA, 0], ["band_rij|5"]),
    ],
)
def test_what_a_file_says_about_bands_is_counted_again(asked, told, faults):
    column = pd.array(told, dtype="Int64")
    assert band_faults(PLACED.assign(waarvan_band=column), asked) == faults


def test_a_plan_from_before_the_column_is_not_refused(asked):
    assert band_faults(PLACED, asked) == []
