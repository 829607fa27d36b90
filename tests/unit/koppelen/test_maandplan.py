"""One real month: by hand, counted again, and what is refused."""

from dataclasses import replace

import pytest

from optimiser.koppelen.errors import RollendError, UnsoundPlanError
from optimiser.koppelen.rollend import batch
from optimiser.koppelen.rollend.batch import Wanneer, plan_maand
from optimiser.lp.koppelen.area import Band, Koppelgebied
from optimiser.lp.koppelen.maandvraag import Maandbesluit
from optimiser.report.koppelen.maand import maand_lines

#: Ten single persons; six free dwellings in A, one announced in B; each is to couple six a month.
POOL = Koppelgebied(
    "x", ("A", "B"), (36, 36), (9_000,) * 2, {1: 10}, ((1, 2),), ((6,), (1,))
)  # fmt: skip
AHEAD = ((0,), (1,))


def test_a_month_by_hand():
    plan = plan_maand(POOL, AHEAD, (0, 0), 1, 10.0)
    assert {when: plan.huishoudens(when) for when in Wanneer} == {
        Wanneer.NU: 6, Wanneer.AANGEKONDIGD: 1, Wanneer.ONBEKEND: 0,
    }  # fmt: skip
    assert plan.blijft == {1: 3}
    # A has its six; B has one of six.
    assert plan.afwijking == 5
    assert list(plan.koppelingen.itertuples(index=False, name=None)) == [
        ("A", 1, 0, "nu", 6, 6),
        ("B", 1, 0, "aangekondigd", 1, 1),
    ]


def test_who_may_not_stay_is_coupled_where_most_is_open():
    plan = plan_maand(POOL, AHEAD, (0, 0), 1, 10.0, blijven=False)
    assert plan.blijft == {}
    assert plan.huishoudens(Wanneer.ONBEKEND) == 3
    assert plan.afwijking == 2  # six in A, four in B
    assert plan.koppelingen.iloc[-2].tolist()[:4] == ["B", 1, -1, "onbekend"]


def test_what_was_coupled_before_counts():
    # A has its share already, but a person housed is worth more than one of deviation.
    assert plan_maand(POOL, AHEAD, (6, 0), 1, 10.0).afwijking == 6 + 5


def test_small_numbers_are_not_for_everybody():
    (line,) = maand_lines({"x": plan_maand(POOL, AHEAD, (0, 0), 1, 10.0)})
    assert line.startswith("x: 10 huishoudens in de poule. De rest is weggelaten: er is een aantal")
    larger = replace(POOL, huishoudens={1: 12}, woningen=((6,), (0,)))
    (line,) = maand_lines({"x": plan_maand(larger, ((0,), (0,)), (0, 0), 1, 10.0)})
    assert "Nu een woning: 6; op een aangekondigde woning: 0;" in line
    assert "blijft in de poule: 6." in line


@pytest.mark.parametrize(
    ("change", "ahead"),
    [
        ({"huishoudens": {1: 0}}, AHEAD),
        ({}, ((7,), (0,))),
        ({"banden": (Band("r", 1, (1,), 2, hard=True),)}, AHEAD),
    ],
)
def test_what_cannot_be_coupled_is_refused(change, ahead):
    with pytest.raises(RollendError):
        plan_maand(replace(POOL, **change), ahead, (0, 0), 1, 10.0)


@pytest.mark.parametrize(
    "wrong",
    [
        Maandbesluit({(1, 0): 9}, {}, {}, {}),
        Maandbesluit({(1, 0): 10}, {(1, 0, 0): 7}, {}, {}),
        Maandbesluit({(1, 1): 10}, {}, {}, {(1, 1, 0): 2}),
        Maandbesluit({(1, 1): 10}, {(1, 0, 0): 6}, {}, {}),
    ],
)
def test_an_answer_that_does_not_count_again_is_refused(wrong, monkeypatch):
    monkeypatch.setattr(batch, "solve_maand", lambda _: wrong)
    with pytest.raises(UnsoundPlanError):
        plan_maand(POOL, AHEAD, (0, 0), 1, 10.0)
