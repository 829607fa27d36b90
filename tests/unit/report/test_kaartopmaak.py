"""How a map is made up: own classes, own areas, names."""

from dataclasses import replace

import pandas as pd
import pytest

from optimiser.compare.keuze import parse_keuze
from optimiser.maps import class_labels, embedded_geometry
from optimiser.maps.errors import MapClassesError
from optimiser.report.errors import AreasError
from optimiser.report.kaart.areas import areas_of, told_of_areas
from optimiser.report.kaart.class_breaks import read_breaks
from optimiser.report.kaart.content import Kaartvraag, gather_map
from optimiser.report.kaart.makeup import Opmaak, make_up
from optimiser.report.kaart.on_map import OpKaart
from optimiser.report.kaart.representation import style_of
from optimiser.scenario.scenario import Scenario

NU = Scenario(halfjaar="2025-2")
VRAAG = Kaartvraag(NU, parse_keuze("inwoners"))


@pytest.fixture
def stof(gegevens):
    return gather_map(VRAAG, gegevens)


def test_nothing_written_is_no_breaks():
    assert read_breaks("") == read_breaks(" ; ") == ()


@pytest.mark.parametrize("text", ["1,2,3", "tien", "nan", "²"])
def test_what_a_dutch_reader_does_not_write_is_no_number(text):
    with pytest.raises(MapClassesError, match=r"geen getal"):
        read_breaks(text)


@pytest.mark.parametrize("text", ["0; 5", "-1; 5", "-5; -1; 0; 1; 5", "1; 2; 3; 4; 5; 6"])
def test_breaks_of_a_difference_lie_the_same_on_both_sides(text):
    assert len(read_breaks(text)) > 1
    with pytest.raises(MapClassesError):
        read_breaks(text, verschil=True)


def test_a_difference_takes_breaks_above_zero_or_on_both_sides():
    assert read_breaks("1; 5", verschil=True) == (1.0, 5.0)
    assert read_breaks("−5; −1; 1; 5", verschil=True) == (-5.0, -1.0, 1.0, 5.0)


def test_the_legend_prints_the_breaks_that_were_used(stof):
    style = style_of(stof.meting, [OpKaart(stof.meting.waarden)], klassen=(10.0, 12.5))
    assert class_labels(style) == ("minder dan 10,0", "10,0 tot 12,5", "12,5 of meer")


def test_breaks_above_zero_hold_below_it_in_the_map_of_a_difference(gegevens):
    stof = gather_map(replace(VRAAG, tegen=parse_keuze("woningvoorraad")), gegevens)
    style = style_of(
        stof.meting, [OpKaart(stof.meting.waarden)], verschil=True, klassen=(2.0, 10.0)
    )
    assert style.breaks == (-10.0, -2.0, 2.0, 10.0)
    assert style.diverging


def test_who_is_in_none_of_the_own_areas_has_no_line_with_the_rest(gegevens, stof):
    with_areas = type(stof)(**vars(stof) | {"gebieden": {"Noord": ("GM0014", "GM9999")}})
    shapes = embedded_geometry()
    found = areas_of("eigen", with_areas, pd.Index(list(shapes.codes)), gegevens)
    assert found["GM0014"] == "Noord"
    assert set(found.drop("GM0014")) == {""}
    told = told_of_areas("eigen", with_areas, shapes, gegevens)
    assert told == "Wel in een gebied, niet op de kaart: GM9999."


def test_the_same_number_in_a_column_is_the_same_area(gegevens, stof):
    codes = gegevens.figures(2025).tabel.index
    column = pd.DataFrame({"regionr": ["1.5", "2.0", *["2"] * (len(codes) - 2)]}, index=codes)
    own = gegevens.with_columns(column, "regio.csv")
    found = areas_of("kolom:regionr", stof, codes, own)
    assert found.iloc[0] == "1,5"
    assert set(found.iloc[1:]) == {"2"}
    assert found.name == "gebieden volgens kolom regionr"
    with pytest.raises(AreasError):
        areas_of("kolom:regionr", stof, codes, gegevens)


def test_chosen_names_come_before_the_largest(gegevens, stof):
    look = Opmaak(namen=2, uitgelicht=("GM0184",))
    assert make_up(stof, look, embedded_geometry(), gegevens).opties.labels == (
        "GM0184", "GM0363", "GM0599",
    )  # fmt: skip


def test_a_break_that_can_mean_two_numbers_is_asked():
    with pytest.raises(MapClassesError) as caught:
        read_breaks("10; 1.234")
    assert "'1.234' kan twee getallen zijn" in caught.value.params["reden"]
