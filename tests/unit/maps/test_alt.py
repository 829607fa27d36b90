import pandas as pd

from optimiser.maps import MapStyle, View, alt_text

NAMES = {"GM0001": "Noordstad", "GM0002": "Zuidstad", "GM0003": "Oostdorp"}


def test_differences_tell_who_goes_up_and_who_goes_down():
    style = MapStyle("verschil", (-5.0, -1.0, 1.0, 5.0), eenheid="personen", diverging=True)
    text = alt_text(pd.Series({"GM0001": 12, "GM0002": -3, "GM0003": 0}), style, NAMES)
    assert "Aantal gemeenten dat hoger uitkomt: 1; lager: 1; gelijk: 1." in text
    assert "De grootste toename is +12 (Noordstad)." in text
    assert "De grootste afname is −3 (Zuidstad)." in text


def test_many_with_the_same_value_are_counted_not_listed():
    names = {f"GM{n:04d}": f"Dorp {n:02d}" for n in range(1, 13)}
    text = alt_text(pd.Series(dict.fromkeys(names, 4)), MapStyle("x", (10.0,)), names)
    assert "(Dorp 01, Dorp 02, Dorp 03 en nog 9)" in text


def test_a_map_without_any_value_says_so():
    text = alt_text(pd.Series({"GM0001": None}), MapStyle("x", (1.0,)), NAMES, View.TEGEL)
    assert text.startswith("Tegelkaart")
    assert text.endswith("Voor geen enkele gemeente is er een waarde.")


def test_a_code_without_a_name_is_told_by_its_code():
    text = alt_text(pd.Series({"GM7777": 4}), MapStyle("x", (1.0,)), NAMES)
    assert "GM7777" in text
