"""Measures on three gemeenten: 60, 30 and 10 inhabitants, 4, 4 and 0 freed dwellings."""

from dataclasses import replace
from fractions import Fraction

import pandas as pd
import pytest

from optimiser.indicators import MATEN, MeasureInput
from optimiser.indicators.concentratie import gini, theil_split
from optimiser.indicators.groepen import SIZE_LABELS, group_order, size_class, urban_class
from optimiser.indicators.last import beslag, per_1000
from optimiser.indicators.maat import Richting, best_of
from optimiser.indicators.tijd import units, wisselingen

CODES = ["GM0001", "GM0002", "GM0003"]


def column(*values, dtype=object):
    return pd.Series(values, CODES, dtype=dtype)


@pytest.fixture
def beeld():
    """Persons 6, 3, 1 become 4, 5, 1."""
    return MeasureInput(
        personen=column(4, 5, 1),
        tegen=column(6, 3, 1),
        exact=column(Fraction(39, 10), Fraction(48, 10), Fraction(13, 10)),
        inwoners=column(60, 30, 10),
        provincie=column("A", "A", "B"),
        vrijkomend=column(Fraction(4), Fraction(4), Fraction(0)),
        personen_per_woning=Fraction(2),
        norm=Fraction(1, 2),
        wisselingen=(0.01, 0.03),
    )


@pytest.mark.parametrize(
    ("maat", "expected"),
    [
        ("verplaatst", 2),  # two persons from the first to the second
        ("stijgers", 1),
        ("dalers", 1),
        ("inwoners_stijgers", 30),
        ("inwoners_dalers", 60),
        ("draagvlak_proxy", Fraction(70, 100)),
        ("hoover_inwoners", Fraction(2, 10)),  # shares 4 5 1 against 6 3 1
        ("hoover_vrijkomend", Fraction(1, 10)),  # shares 4 5 1 against 5 5 0
        ("last_hoogste", Fraction(5000, 30)),
        ("last_laagste", Fraction(4000, 60)),
        ("grootste_sprong", Fraction(2000, 30)),
        ("beslag_landelijk", Fraction(10, 16)),  # ten persons, eight dwellings of two
        ("beslag_hoogste", Fraction(5, 8)),
        ("boven_norm", 2),  # half of 8 places is 4: not the first; the third has none
        ("personen_boven_norm", 2),  # 5 - 4 and 1 - 0
        ("wisseling", 0.02),
        ("wisseling_hoogste", 0.03),
        ("afronding_klein", Fraction(-3, 10)),  # 1 for 1,3
        ("afronding_groot", Fraction(2, 10)),  # 5 for 4,8
        ("afronding_opgeteld", Fraction(24, 10)),  # eight times 1 for 1,3
        ("tekort_kan", None),
        ("theil_tussen", 0.0),  # 9 of 10 persons and 90 of 100 inhabitants in A
    ],
)
def test_a_measure_by_head(beeld, maat, expected):
    found = MATEN[maat].meet(beeld)
    assert found == (pytest.approx(expected, abs=1e-12) if expected is not None else None)


def test_without_dwellings_a_claim_is_unavailable_not_zero(beeld):
    fields = {n: getattr(beeld, n) for n in ("personen", "tegen", "exact", "inwoners", "provincie")}
    bare = MeasureInput(**fields)
    absent = {naam for naam, maat in MATEN.items() if maat.meet(bare) is None}
    assert {"hoover_vrijkomend", "beslag_landelijk", "boven_norm", "wisseling"} <= absent


def test_tables_of_other_gemeenten_are_refused(beeld):
    with pytest.raises(ValueError, match="same index"):
        MeasureInput(
            beeld.personen, beeld.tegen.iloc[:2], beeld.exact, beeld.inwoners, beeld.provincie
        )


def test_every_measure_tells_what_it_is_and_what_it_cannot():
    for maat in MATEN.values():
        assert all((maat.titel, maat.uitleg.definitie, maat.uitleg.bron, maat.uitleg.grenzen))
        assert maat.eenheid
    proxies = [m for m in MATEN.values() if "proxy" in m.naam]
    assert all("(proxy)" in m.titel for m in proxies)
    assert proxies


def test_best_is_the_lowest_highest_or_nearest_to_zero():
    assert best_of([-3, 2, None], Richting.NUL) == [False, True, False]
    assert best_of([-3, 2, None], Richting.LAGER) == [True, False, False]
    assert best_of([-3, 2, 2], Richting.HOGER) == [False, True, True]
    assert best_of([-3, 2], Richting.GEEN) == [False, False]


def test_size_and_urbanity_classes_have_documented_edges():
    people = pd.Series([19_999, 20_000, 99_999, 100_000, 250_000])
    assert [SIZE_LABELS.index(label) for label in size_class(people)] == [0, 1, 2, 3, 4]
    urban = urban_class(pd.Series([1, pd.NA], dtype="Int64"))
    assert urban.iloc[0].startswith("1 zeer sterk")
    assert urban.isna().tolist() == [False, True]
    assert group_order("grootteklasse", size_class(people)) == list(SIZE_LABELS)


def test_a_merger_and_a_split_change_nothing_by_themselves():
    """GM0009 goes to GM0001 for one half and to GM0002 for the other: all three are one unit."""
    split = pd.DataFrame(
        {"oude_gm_code": ["GM0009", "GM0009"], "nieuwe_gm_code": ["GM0001", "GM0002"]}
    )
    before = pd.Series({"GM0001": 0.3, "GM0002": 0.3, "GM0003": 0.2, "GM0009": 0.2})
    after = pd.Series({"GM0001": 0.4, "GM0002": 0.4, "GM0003": 0.2})
    lead = units([list(before.index), list(after.index)], split)
    assert wisselingen({2020: before, 2021: after}, lead) == {"2020-2021": pytest.approx(0)}
    moved = after + pd.Series({"GM0001": -0.1, "GM0002": 0.0, "GM0003": 0.1})
    assert wisselingen({2020: before, 2021: moved}, lead) == {"2020-2021": pytest.approx(0.1)}


def test_persons_above_the_benchmark_are_rounded_up_once_after_adding(beeld):
    # A third of 8, 8 and 0 places is 2,67 2,67 and 0; 4 5 1 lie 1,33 2,33 and 1 above: 4,67.
    third = replace(beeld, norm=Fraction(1, 3))
    assert MATEN["personen_boven_norm"].meet(third) == 5


def test_a_measure_per_gemeente_keeps_the_gemeenten_it_is_about(beeld):
    # 4 of 60, 5 of 30 and 1 of 10 inhabitants; 8, 8 and 0 places.
    assert per_1000(beeld).to_dict() == {
        "GM0001": Fraction(200, 3), "GM0002": Fraction(500, 3), "GM0003": Fraction(100),
    }  # fmt: skip
    found = beslag(beeld)
    assert found.index.tolist() == CODES
    assert found.iloc[:2].tolist() == [Fraction(1, 2), Fraction(5, 8)]
    people = pd.Series({"GM0007": 50, "GM0003": 120_000})
    assert size_class(people).index.tolist() == ["GM0007", "GM0003"]
    assert urban_class(pd.Series({"GM0007": 5, "GM0003": 1})).index.tolist() == ["GM0007", "GM0003"]


def test_groups_stand_in_reading_order():
    urban = urban_class(pd.Series([3, 1, 5]))
    assert [text[0] for text in group_order("stedelijkheid", urban)] == ["1", "3", "5"]
    assert group_order("provincie", pd.Series(["Zeeland", None, "Drenthe"])) == [
        "Drenthe", "Zeeland",
    ]  # fmt: skip


def test_persons_where_there_is_no_yardstick_are_the_heaviest_load():
    # All persons with who has no yardstick: nobody else carries anything, so 1.
    assert gini([0, 4, 0], [1, 0, 1]) == 1
    # Lorenz: half the yardstick carries 1 of 6, the whole 4 of 6, and 2 stand on none:
    # 1 - (1 + (2 * 1 + 3)) / (6 * 2).
    assert gini([2, 1, 3], [0, 1, 1]) == Fraction(1, 2)
    assert theil_split([2, 1, 3], [0, 1, 1], ["A", "A", "B"]) is None


def test_large_and_small_follow_the_exact_share_and_not_the_rounded_one(beeld):
    # Of 1,9 2,0 and 2,1 persons rounded to 3, 2 and 1 the first is small and the last is large.
    turned = replace(
        beeld,
        personen=column(3, 2, 1),
        exact=column(Fraction(19, 10), Fraction(2), Fraction(21, 10)),
    )
    assert MATEN["afronding_klein"].meet(turned) == Fraction(11, 10)
    assert MATEN["afronding_groot"].meet(turned) == Fraction(-11, 10)
