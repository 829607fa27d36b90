"""One map: what it shows, and what is told when something does not meet."""

from fractions import Fraction

import pandas as pd
import pyogrio
import pytest

from optimiser.compare import SleutelKeuze
from optimiser.io.gemeentegrenzen.embedded import read_gemeentegrenzen
from optimiser.maps import embedded_geometry
from optimiser.report.errors import MetingError
from optimiser.report.kaart.content import Kaartvraag, gather_map
from optimiser.report.kaart.map_file import Kaartvorm, draw, map_layer
from optimiser.scenario.scenario import Scenario
from optimiser.solve.run import solve_scenario

INWONERS = SleutelKeuze("inwoners", "inwoners")
WONINGEN = SleutelKeuze("woningvoorraad", "woningvoorraad")
NU = Scenario(halfjaar="2025-2")


def test_the_load_is_persons_per_thousand_inhabitants_exactly(gegevens):
    stof = gather_map(Kaartvraag(NU, INWONERS, "per_1000"), gegevens)
    row = solve_scenario(NU, gegevens).gemeenten.loc["GM0363"]
    expected = Fraction(1000 * int(row["taakstelling"]), int(row["inwoners"]))
    assert stof.meting.waarden["GM0363"] == expected


def test_a_difference_sums_to_zero_and_is_drawn_around_it(gegevens):
    scenario = Scenario(halfjaar="2025-2", sleutel="woningvoorraad")
    stof = gather_map(Kaartvraag(scenario, WONINGEN, tegen=INWONERS), gegevens)
    assert int(stof.meting.waarden.sum()) == 0
    assert stof.verschil
    assert "Woningvoorraad min Inwoners" in stof.titel


@pytest.mark.parametrize(
    "naam", ["bestaat_niet", "uitruil", "kolom:bestaat_niet", "kolom:gemeente"]
)
def test_a_measure_that_cannot_be_shown_is_refused(naam, gegevens):
    with pytest.raises(MetingError):
        gather_map(Kaartvraag(NU, INWONERS, naam), gegevens)


def test_a_column_does_not_differ_between_keys(gegevens):
    with pytest.raises(MetingError):
        gather_map(Kaartvraag(NU, INWONERS, "kolom:inwoners", WONINGEN), gegevens)


def test_an_older_indeling_is_added_up_and_the_split_gemeente_is_told(gegevens):
    stof = gather_map(Kaartvraag(Scenario(halfjaar="2021-1"), INWONERS), gegevens)
    geometry = embedded_geometry()
    drawn = draw(stof, Kaartvorm(), geometry, gegevens)
    assert drawn.zonder_geometrie == ()
    text = " ".join(drawn.voet)
    assert "opgeteld bij hun opvolger" in text
    assert "Haaren" in text
    shown = stof.meting.on_map(geometry, gegevens, stof.jaar).waarden
    missing = shown[shown.isna()]
    assert set(drawn.zonder_waarde) == set(missing.index)
    assert 0 < len(missing) < 8


def test_the_layer_keeps_borders_without_a_value_and_values_without_a_border(gegevens, tmp_path):
    stof = gather_map(Kaartvraag(NU, INWONERS, "beslag"), gegevens)
    borders = read_gemeentegrenzen().drop(index="GM0363")
    names = pd.Series("naam", index=stof.meting.teller.index)
    path = tmp_path / "kaart.gpkg"
    path.write_bytes(map_layer(stof, borders, names))
    layer = pyogrio.read_dataframe(path, layer="kaart").set_index("gm_code")
    assert layer["waarde"].isna().sum() == 2
    left = pyogrio.read_dataframe(path, layer="zonder_geometrie")
    assert list(left["gm_code"]) == ["GM0363"]


def test_a_share_of_dwellings_is_weighed_where_gemeenten_merged(gegevens):
    asked = Kaartvraag(Scenario(halfjaar="2021-1"), INWONERS, "kolom:pct_koop")
    stof = gather_map(asked, gegevens)
    table = gegevens.figures(2020).tabel
    parts = table.loc[["GM0003", "GM0010", "GM0024"], ["pct_koop", "woningvoorraad"]].astype(int)
    homes = parts["woningvoorraad"]
    expected = Fraction(int((parts["pct_koop"] * homes).sum()), int(homes.sum()))
    shown = stof.meting.on_map(embedded_geometry(), gegevens, stof.jaar).waarden
    assert shown["GM1979"] == expected
    assert shown["GM0599"] == table.at["GM0599", "pct_koop"]
    assert max(shown.dropna()) <= 100


def test_a_class_is_not_added_up_and_that_is_told(gegevens):
    asked = Kaartvraag(Scenario(halfjaar="2021-1"), INWONERS, "kolom:stedelijkheid_1_5")
    stof = gather_map(asked, gegevens)
    found = stof.meting.on_map(embedded_geometry(), gegevens, stof.jaar)
    assert pd.isna(found.waarden["GM1979"])
    assert found.waarden["GM0599"] == 1
    assert max(found.waarden.dropna()) == 5
    assert "telt niet op" in found.meldingen[0]
