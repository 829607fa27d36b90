import pandas as pd
import pytest

from optimiser.bouw import plaatsen
from optimiser.bouw.bronnen import read_gemeenten, read_handwerk, read_herindelingen


@pytest.fixture(scope="module")
def known():
    return plaatsen.successors(read_gemeenten(), read_herindelingen(), read_handwerk())


def place(plaats, oude_gemeente, provincie="Utrecht", x=0.0, y=0.0):
    return {
        "plaats": plaats,
        "oude_gemeente": oude_gemeente,
        "provincie": provincie,
        "x": x,
        "y": y,
    }


def test_a_merged_gemeente_leads_to_its_successor(known):
    assert known["Leerdam"] == known["Vianen"] == "GM1961"
    assert known["Schoonhoven"] == "GM1931"


@pytest.mark.parametrize("name", ["Winsum", "Haaren", "Littenseradiel"])
def test_a_split_gemeente_leads_nowhere(known, name):
    assert name not in known


def test_both_bergens_are_told_apart_by_their_province():
    places = pd.DataFrame(
        [
            place("Schoorl", "Bergen", "North Holland"),
            place("Well", "Bergen", "Limburg"),
            place("Ezinge", "Winsum"),
        ]
    )
    found = plaatsen.locate(places, read_gemeenten(), read_herindelingen(), read_handwerk())
    assert found["gm_code"].tolist() == ["GM0373", "GM0893"]


def test_the_main_place_is_the_most_populous_one():
    rows = [("GM0001", "Dorp", 5, 1.2, 2.0), ("GM0001", "Stad", 900, 3.0, 4.6)]
    table = pd.DataFrame(rows, columns=["gm_code", "plaats", "inwoners", "x", "y"])
    assert plaatsen.main_places(table).loc["GM0001"].tolist() == ["Stad", 3, 5]


def test_a_namesake_far_away_lends_no_inhabitants():
    located = pd.DataFrame([place("Hengelo", "Bronckhorst", x=0.0)])
    far = pd.DataFrame({"plaats": ["Hengelo"], "inwoners": [80_000], "x": [3e4], "y": [0.0]})
    near = far.assign(x=500.0, inwoners=8_000)
    assert plaatsen.with_inhabitants(located, far)["inwoners"].tolist() == [0]
    assert plaatsen.with_inhabitants(located, near)["inwoners"].tolist() == [8_000]


def test_every_name_put_in_by_hand_is_a_gemeente_of_today():
    hand, names = read_handwerk(), set(read_gemeenten()["gemeente"])
    assert set(hand["oude_namen"].values()) <= names
    assert set(hand["ankers"]) | set(hand["ankerpunten"]) <= names
    assert {name for *_, name in hand["losse_delen"]["punten"]} <= names
