"""A difference over two indelingen and over another national number."""

import pandas as pd

from optimiser.compare import explain_difference
from optimiser.compare.changes.samen import added_up, shared_areas
from optimiser.gegevens.indeling import GemeentenTabel, Indeling
from optimiser.scenario.scenario import Scenario

OLD = {"GM0001": "Aa", "GM0002": "Bee", "GM0003": "Cee", "GM0004": "Dee"}
NEW = {"GM0002": "Bee", "GM0003": "Cee", "GM0009": "Nieuwstad"}


def table(names, year):
    rows = pd.DataFrame({"gemeente": names}).rename_axis("gm_code")
    return GemeentenTabel(rows, Indeling(year, len(names)), year, "rekenvoorbeeld")


def mergers(*rows):
    found = pd.DataFrame(rows, columns=["ingangsdatum", "oude_gm_code", "nieuwe_gm_code"])
    return found.assign(ingangsdatum=pd.to_datetime(found["ingangsdatum"]))


def test_a_split_gemeente_stands_on_one_row_with_all_who_got_a_part():
    # Aa was split over Bee and Cee; Dee became Nieuwstad. What happened in 2019 is older than both.
    gone = mergers(
        ("2021-01-01", "GM0001", "GM0002"),
        ("2021-01-01", "GM0001", "GM0003"),
        ("2022-01-01", "GM0004", "GM0009"),
        ("2019-01-01", "GM0003", "GM0009"),
    )
    for one, other in ((OLD, NEW), (NEW, OLD)):
        years = (2020, 2023) if one is OLD else (2023, 2020)
        area, names = shared_areas(table(one, years[0]), table(other, years[1]), gone)
        assert names == {"GM0002": "Bee + Cee", "GM0009": "Nieuwstad"}
        was = added_up(pd.Series({"GM0001": 3, "GM0002": 4, "GM0003": 5, "GM0004": 6}), area)
        assert was.to_dict() == {"GM0002": 12, "GM0009": 6}


def test_two_indelingen_add_up_and_the_national_number_is_a_cause_of_its_own(gegevens):
    old, new = Scenario(halfjaar="2020-2"), Scenario(halfjaar="2025-2", sleutel="woningvoorraad")
    split = explain_difference(old, new, gegevens)
    causes = ["landelijk_aantal", "cijfers", "sleutel"]
    assert list(split.columns) == ["gemeente", "oud", *causes, "verschil", "nieuw"]
    assert (split[causes].sum(axis=1) == split["verschil"]).all()
    assert (split["oud"] + split["verschil"] == split["nieuw"]).all()
    # 6.500 and 13.000 announced: the number alone moves the sum, the other causes only shift.
    assert split[[*causes, "oud"]].sum().tolist() == [6500, 0, 0, 6500]
    assert "Boxtel + Oisterwijk + Tilburg + Vught" in set(split["gemeente"])
    assert split["gemeente"].notna().all()


def test_the_same_number_in_another_way_is_no_cause(mini):
    split = explain_difference(
        Scenario(halfjaar="2025-1"), Scenario(halfjaar="2025-1", totaal=100), mini
    )
    assert split["verschil"].tolist() == [0, 0, 0]
    more = explain_difference(
        Scenario(halfjaar="2025-1"), Scenario(halfjaar="2025-1", totaal=200), mini
    )
    assert more["landelijk_aantal"].tolist() == [60, 30, 10]
    assert "cijfers" not in more
