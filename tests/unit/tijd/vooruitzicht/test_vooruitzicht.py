"""The outlook: the back-test table of the design, the fan, and what is projected."""

import numpy as np
import pytest

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.io.scenarios import embedded_scenarios, read_scenario
from optimiser.tijd.grootboek.printed import embedded_grootboek
from optimiser.tijd.vooruitzicht import tables
from optimiser.tijd.vooruitzicht.backtest import check_models
from optimiser.tijd.vooruitzicht.errors import NoSaldoError
from optimiser.tijd.vooruitzicht.fan import open_fan
from optimiser.tijd.vooruitzicht.history import Verleden, read_verleden
from optimiser.tijd.vooruitzicht.models import Outlook, part_with_ceiling, shrunk_rho
from optimiser.tijd.vooruitzicht.project import make_vooruitzicht

#: MAE [personen], MAPE [%], national error [%], MAPE in 2020-1, 2021-1, 2021-2 to 1 October [%].
TABLE = {
    "deel_van_opgave": (82.4, 17.0, 9.2, 21.1, 13.6, 13.5),
    "half_eigen": (99.6, 18.2, 12.6, 23.2, 22.0, 17.1),
    "wortel": (102.1, 19.7, 15.7, 29.4, 13.3, 13.5),
    "opgave_tot_hoogste": (105.7, 20.7, 15.9, 34.3, 29.5, 15.5),
    "deel_zonder_plafond": (106.2, 20.5, 12.6, 22.4, 24.1, 17.0),
    "eigen_vorige": (125.5, 19.4, 17.8, 25.2, 22.9, 12.5),
    "taakstelling": (140.8, 22.4, 18.7, 24.5, 38.6, 12.9),
    "gemiddelde": (143.6, 25.2, 22.2, 34.7, 39.0, 40.7),
    "constant": (159.7, 27.6, 25.8, 34.4, 32.9, 15.5),
    "graad_maal_taakstelling": (186.4, 29.9, 27.4, 38.7, 50.2, 30.6),
    "opgave": (228.8, 47.6, 37.1, 55.1, 63.3, 52.9),
}


@pytest.fixture(scope="module")
def course(gegevens):
    return embedded_grootboek(gegevens).course()


@pytest.fixture(scope="module")
def past(course):
    return read_verleden(course, "PV")


def test_the_past_is_twelve_provinces_and_six_half_years(past):
    assert past.opgave.shape == (12, 6)
    assert past.deel.tolist() == [1, 1, 1, 1, 1, 0.5]
    assert past.over.opgave.shape == (12, 5)


def test_back_test_table(past):
    found = {test.naam: test for test in check_models(past)}
    assert list(found) == list(TABLE)
    for naam, (mae, mape, national, *years) in TABLE.items():
        test = found[naam]
        assert test.mae == pytest.approx(mae, abs=0.06)
        assert 100 * test.mape == pytest.approx(mape, abs=0.06)
        assert 100 * test.national == pytest.approx(national, abs=0.06)
        seen = [100 * test.per_halfjaar[h] for h in ("2020-1", "2021-1", "2021-2")]
        assert seen == pytest.approx(years, abs=0.06)


@pytest.mark.parametrize(
    ("factor", "mae"),
    [(1.0, 115), (1.1, 99), (1.2, 85), (1.25, 82), (1.3, 83), (1.5, 88), (2, 104), (1e9, 106)],
)
def test_sensitivity_of_the_ceiling(past, factor, mae):
    (test,) = check_models(past, [Outlook("deel_van_opgave", part_with_ceiling(factor))])
    assert test.mae == pytest.approx(mae, abs=0.6)


def test_fan_of_the_design(past):
    graden = (past.over.realisatie.sum(axis=0) / past.over.opgave.sum(axis=0)).tolist()
    assert graden == pytest.approx([0.714, 0.814, 0.694, 0.810, 0.634], abs=6e-4)
    # The design rounds them to three decimals first, and takes the path at rank floor(part x n)
    # for one and two half-years (as here), but interpolates between ranks for the third.
    rounded = [round(graad, 3) for graad in graden]
    steps = open_fan(5586, [11000, 10000, 13500], rounded)
    assert [s.paths for s in steps] == [5, 25, 125]
    assert [round(s.laagste) for s in steps] == [3085, 2434, 2964]
    assert [round(s.tien) for s in steps] == [3085, 2486, 3067]
    assert [round(s.midden) for s in steps] == [4744, 4004, 4892]
    assert [round(s.negentig) for s in steps] == [6070, 5396, 6406]
    every = [5586.0]
    for asked in (11000, 10000, 13500):
        every = [(saldo + asked) * (1 - graad) for saldo in every for graad in rounded]
    between = np.quantile(every, [0.1, 0.5, 0.9])
    assert between.round().tolist() == [3072, 4892, 6371]  # as the design prints


def test_the_fan_says_what_the_past_missed(gegevens, course):
    scenario = read_scenario(embedded_scenarios()["vooruitzicht-2021"])
    found = make_vooruitzicht(scenario, gegevens, course)
    assert found.seen == ("2019-1", "2019-2", "2020-1", "2020-2", "2021-1")
    assert found.happened.tolist() == [3728, 1810, -1793]
    told = " ".join(tables.sentences(found))
    assert "2022-2: in werkelijkheid werd het −1.793" in told
    assert "125 paden" in told


def test_projection_is_the_ledger_rule(gegevens, course):
    scenario = read_scenario(embedded_scenarios()["vooruitzicht-2021"])
    found = make_vooruitzicht(scenario, gegevens, course)
    assert found.eenheden[0] == "PV20"
    assert found.begin.sum() == 5585  # printed ends of the twelve provinces at 2021-1
    before = found.begin
    for t in range(3):
        asked = found.opgave[:, t] - before
        assert asked.sum() == pytest.approx(found.tijd.announced[t])
        assert np.allclose(found.saldo[:, t], found.opgave[:, t] - found.realisatie[:, t])
        assert (found.realisatie[:, t] <= found.opgave[:, t]).all()
        before = found.saldo[:, t]


def test_no_saldo_is_said(gegevens, course):
    scenario = read_scenario(embedded_scenarios()["jaren-2025-2028"])
    with pytest.raises(NoSaldoError):
        make_vooruitzicht(scenario, gegevens, course, "GM")


def test_a_gemeente_is_drawn_to_the_others_while_little_is_known():
    """Four half-years: half its own 1/2, half the 3/4 of all."""
    past = Verleden(
        ("GM0001",),
        tuple(Halfjaar.parse(h) for h in ("2019-1", "2019-2", "2020-1", "2020-2")),
        np.full((1, 4), 10.0),
        np.full((1, 4), 10.0),
        np.full((1, 4), 5.0),
        np.ones(4),
    )
    assert shrunk_rho(past, 0.75).tolist() == [0.625]
