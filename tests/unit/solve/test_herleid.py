"""The published provincial table, found by computation."""

from collections import Counter

import pytest

from optimiser.gegevens.tabelcontrole import SUMMED, find_deviations
from optimiser.rounding import METHODS
from optimiser.solve.herleid import published_halfjaren, reproduce_table


def test_adams_gives_every_province_of_2021_1(gegevens):
    outcome = reproduce_table(gegevens, "2021-1", "adams")
    assert (outcome.gelijk, outcome.grootste, outcome.som) == (12, 0, 0)
    assert outcome.provincies.at["Zuid-Holland", "gepubliceerd"] == 2865


@pytest.mark.parametrize("method", [m for m in METHODS if m != "adams"])
def test_no_other_method_comes_close(gegevens, method):
    assert reproduce_table(gegevens, "2021-1", method).gelijk <= 5


def test_every_printed_half_year_can_be_computed(gegevens):
    assert published_halfjaren(gegevens) == [
        "2019-1", "2019-2", "2020-1", "2020-2", "2021-1", "2021-2",
    ]  # fmt: skip


def test_the_residue_is_shown_not_tuned_away(gegevens):
    outcome = reproduce_table(gegevens, "2020-1", "adams")
    # 2020-1: the printed provinces sum to 5.620, announced were 5.500.
    assert int(outcome.provincies["residu"].sum()) == 120
    assert outcome.provincies["residu"].idxmax() == "Noord-Holland"


def test_the_printed_tables_do_not_close_in_known_places(gegevens):
    found = find_deviations(gegevens.tabel1, gegevens.tabel2)
    # Drenthe 2021-2: 159 + 313 - 182 = 290, printed 366.
    assert ("2021-2, Drenthe", 366, 290) in [(a.waar, a.gedrukt, a.berekend) for a in found]
    # Ends of 2021-2 sum to 11.140, printed 10.949.
    sums = [a for a in found if a.soort == "som van de provincies, stand_eind"]
    assert ("2021-2, Totaal", 10_949, 11_140) in [(a.waar, a.gedrukt, a.berekend) for a in sums]


def test_which_deviations_tell_the_same_misprint_again(gegevens):
    found = find_deviations(gegevens.tabel1, gegevens.tabel2)
    pairs = {(a.tabel, a.soort.split(",")[0], a.waar): {a.gedrukt, a.berekend} for a in found}
    kinds = Counter(a.soort.split(",")[0] for a in found)
    row, between = "begin + taakstelling - realisatie = eind", "tabel 1 en het totaal van tabel 2"
    assert (kinds[row], kinds["som van de provincies"]) == (31, 3)
    assert (kinds["begin = eind van het vorige halfjaar"], kinds[f"{between} gelijk"]) == (1, 8)
    for half in ("2019-1", "2019-2"):
        both = ("tabel 1", row, f"{half}, Nederland"), ("tabel 2", row, f"{half}, Totaal")
        assert pairs[both[0]] == pairs[both[1]]
    numbers = {(a.waar, a.soort.rsplit(" ", 1)[1]): a for a in found if a.tabel == "tabel 1 en 2"}
    for end, begin in (("2020-1", "2020-2"), ("2020-2", "2021-1")):
        one, two = (
            numbers[f"{end}, Nederland", "stand_eind"],
            numbers[f"{begin}, Nederland", "stand_begin"],
        )
        assert one[3:] == two[3:]
    gap = {name: numbers["2020-2, Nederland", name] for name in SUMMED}
    more = {name: one.gedrukt - one.berekend for name, one in gap.items()}
    assert more == {"stand_begin": 22, "taakstelling": 25, "realisatie": 10, "stand_eind": 37}
    carried = pairs["tabel 1", "begin = eind van het vorige halfjaar", "2021-2, Nederland"]
    assert carried == set(numbers["2021-1, Nederland", "stand_eind"][3:])


def test_a_closing_table_has_no_deviation(gegevens):
    rows = gegevens.tabel2[gegevens.tabel2["periode"] == "2020-2"].copy()
    national = gegevens.tabel1[gegevens.tabel1["periode"] == "2020-2"].copy()
    total = rows[rows["provincie"] == "Totaal"].iloc[0]
    for column in ("stand_begin", "taakstelling", "realisatie", "stand_eind"):
        national[column] = total[column]
    assert find_deviations(national, rows) == []
    rows.loc[rows["provincie"] == "Zeeland", "realisatie"] += 1
    assert len(find_deviations(national, rows)) == 2  # its row, and the column
