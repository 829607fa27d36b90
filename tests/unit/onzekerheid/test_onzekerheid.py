"""Draws that do not depend on who computes them, and lines that are exact."""

import os
from fractions import Fraction

import numpy as np
import pytest

from optimiser.compare import Vraag, parse_keuzes
from optimiser.onzekerheid.aannames import Aannames, Driehoek
from optimiser.onzekerheid.errors import ClusterError, SweepError, SweepStoppedError
from optimiser.onzekerheid.manipulatie import manipulatie
from optimiser.onzekerheid.mengen import omslagpunten, verplaatst_lijn, wisselpunten
from optimiser.onzekerheid.model import build_model
from optimiser.onzekerheid.samenvatting import banden, rangorde
from optimiser.onzekerheid.tornado import tornado
from optimiser.onzekerheid.zwerm import sweep
from optimiser.rounding import round_shares
from optimiser.verdeelsleutels import shares

DRAWS = Aannames(trekkingen=700, zaad=7)
KEYS = "woningvoorraad,sociale_huurvoorraad,gemengd:inwoners=60+huishoudens=40"


@pytest.fixture(scope="module")
def model(gegevens):
    return build_model(Vraag("2025-2", parse_keuzes(KEYS)), DRAWS, gegevens)


@pytest.fixture(scope="module")
def alone(model):
    return sweep(model, DRAWS)


def same(a, b):
    pairs = [(a.personen, b.personen), (a.maten, b.maten), (a.invoer, b.invoer), (a.rang, b.rang)]
    return all(np.array_equal(x, y, equal_nan=True) for x, y in pairs)


def test_nothing_drawn_is_the_table_itself(model, alone, gegevens):
    table = gegevens.figures(2024).tabel
    for label, key in (("inwoners", "inwoners"), ("woningvoorraad", "woningvoorraad")):
        expected = round_shares(dict(shares(key, table)), 13_000).persons
        assert alone.basis[model.labels.index(label)].tolist() == list(expected.values())


def test_every_draw_closes_on_its_own_total(alone):
    totals = alone.invoer[:, 1].astype(int)
    assert (alone.personen.sum(axis=2) == totals).all()


def test_a_seed_gives_the_same_draws_and_another_gives_others(model, alone):
    assert same(alone, sweep(model, DRAWS))
    other = sweep(model, DRAWS.adjusted(zaad=8))
    assert not np.array_equal(other.personen, alone.personen)


def test_no_chunk_repeats_another(alone):
    drawn = {tuple(row) for row in alone.invoer.tolist()}
    assert len(drawn) == DRAWS.trekkingen


def test_two_cores_give_the_same_bits(model, alone):
    assert same(alone, sweep(model, DRAWS, workers=2))


def test_a_worker_killed_midway_changes_nothing(model, alone):
    from joblib.externals.loky import get_reusable_executor

    killed = []

    def kill_one(done, _):
        if done == 1:
            worker = next(iter(get_reusable_executor(reuse=True)._processes))
            os.kill(worker, 9)
            killed.append(worker)
        return True

    assert same(alone, sweep(model, DRAWS, workers=2, melder=kill_one))
    assert killed


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_dask_cluster_gives_the_same_bits_even_when_a_worker_dies(model, alone):
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0", host="127.0.0.1"
    ) as cluster:
        address = cluster.scheduler_address
        assert same(alone, sweep(model, DRAWS, cluster=address))

        def kill_one(done, _):
            if done == 1:
                os.kill(next(iter(cluster.workers.values())).pid, 9)
            return True

        survived = sweep(model, DRAWS, cluster=address, melder=kill_one)
    assert same(alone, survived)
    assert rangorde(survived)["sleutel"].tolist() == rangorde(alone)["sleutel"].tolist()


def test_a_cluster_that_is_not_there_is_told(model, monkeypatch):
    monkeypatch.setattr("optimiser.onzekerheid.cluster.TIMEOUT", 1)
    with pytest.raises(ClusterError):
        sweep(model, DRAWS, cluster="tcp://127.0.0.1:1")


def test_stopping_keeps_nothing(model):
    with pytest.raises(SweepStoppedError):
        sweep(model, DRAWS, melder=lambda done, _: done < 2)


def test_bands_hold_the_base_case_and_chances_are_chances(alone):
    table = banden(alone, "sociale_huurvoorraad")
    assert (table["p5"] <= table["p50"]).all()
    assert (table["p50"] <= table["p95"]).all()
    assert table["kans_ontvanger"].between(0, 1).all()
    assert (table["kans_ontvanger"] + table["kans_gever"] <= 1).all()
    # Amsterdam has far more corporation dwellings than its part of the inhabitants.
    assert table.at["GM0363", "kans_ontvanger"] == 1


def test_the_total_is_the_widest_bar_for_persons_moved(model):
    table = tornado(model, DRAWS, "sociale_huurvoorraad")
    assert table["invoer"].iloc[0] == "landelijk aantal"
    assert table["breedte"].is_monotonic_decreasing


def test_one_percent_more_inhabitants_gives_at_most_a_little_more(model):
    table = manipulatie(model, "inwoners")
    assert (table["verschil_meer"] >= 0).all()
    assert (table["verschil_minder"] <= 0).all()
    # Amsterdam, 5 % of the country: 1 % more of its own figure is 0,95 % more share.
    assert table.at["GM0363", "elasticiteit"] == pytest.approx(0.95, abs=0.01)


def test_a_rounding_without_a_batch_form_is_refused(gegevens):
    with pytest.raises(SweepError):
        build_model(Vraag("2025-2", afronding="hamilton"), DRAWS, gegevens)


def test_half_of_a_lopsided_triangle_lies_below_its_median():
    # 0..1..4: area left of 1 is 1/4, so the median m has (4 - m)^2 / 12 = 1/2
    assert Driehoek(laag=1, midden=2, hoog=5).quantile(0.5) == pytest.approx(5 - 6**0.5)


def test_a_triangle_ascends():
    with pytest.raises(ValueError, match="ascend"):
        Driehoek(laag=2, midden=1, hoog=3)


HALF, THIRD = Fraction(1, 2), Fraction(1, 3)
A = {"GM0001": Fraction(1, 4), "GM0002": Fraction(3, 4)}
B = {"GM0001": Fraction(3, 4), "GM0002": Fraction(1, 4)}


def test_turning_points_by_head():
    table = omslagpunten(A, B, {"GM0001": THIRD, "GM0002": 1 - THIRD})
    # 1/4 + theta / 2 = 1/3 at theta = 1/6
    assert table["gewicht"].tolist() == [Fraction(1, 6)] * 2
    assert table["begin"].tolist() == ["winst", "verlies"]


def test_the_moved_line_is_convex_and_ends_right():
    points = verplaatst_lijn(A, B, A)
    assert points == [(Fraction(0), Fraction(0)), (Fraction(1), HALF)]


@pytest.mark.parametrize("method", ["adams", "webster", "jefferson"])
def test_switching_points_lead_from_one_table_to_the_other(method, gegevens):
    table = gegevens.figures(2024).tabel.iloc[:40]
    first, second = (dict(shares(k, table)) for k in ("inwoners", "huishoudens"))
    persons = round_shares(first, 900, method).persons
    last = Fraction(0)
    for switch in wisselpunten(first, second, 900, method):
        assert switch.gewicht >= last
        middle = (last + switch.gewicht) / 2
        mixed = {c: (1 - middle) * first[c] + middle * second[c] for c in first}
        assert round_shares(mixed, 900, method).persons == persons
        last = switch.gewicht
        persons = persons | {
            switch.van: persons[switch.van] - 1, switch.naar: persons[switch.naar] + 1,
        }  # fmt: skip
    assert persons == round_shares(second, 900, method).persons


@pytest.mark.parametrize("method", ["adams", "webster", "jefferson"])
def test_a_share_of_zero_switches_without_a_warning(method):
    none, all_of_it = (
        {"GM0001": Fraction(0), "GM0002": Fraction(1)},
        {"GM0001": HALF, "GM0002": HALF},
    )
    found = wisselpunten(none, all_of_it, 10, method)
    assert {(switch.van, switch.naar) for switch in found} == {("GM0002", "GM0001")}
    # Adams gives everyone one at once, so one switch fewer.
    assert len(found) == (4 if method == "adams" else 5)
