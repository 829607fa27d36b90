"""The page that makes the map and the kit, from ``app.py``."""

import sqlite3
from dataclasses import replace

import pytest

from optimiser.beperkingen import Grenzen, Uitruil
from optimiser.compare.keuze import parse_keuze
from optimiser.io.gegevens import read_gegevens
from optimiser.io.grenzen import read_gemeentegrenzen
from optimiser.maps import embedded_geometry, render
from optimiser.maps.errors import MapClassesError
from optimiser.report.errors import MetingError
from optimiser.report.kaartopmaak import Opmaak, drawing, entitled, entitled_layer, make_up
from optimiser.report.kaartstof import Kaartvraag, gather_map
from optimiser.report.lrt import LrtVraag
from optimiser.scenario import Scenario
from optimiser.ui.components.lrt_beeld import values_table
from optimiser.ui.components.lrt_opdracht import kit_command
from optimiser.ui.link import to_link

AMSTERDAM = "GM0363"


@pytest.fixture(scope="module")
def vraag():
    return Kaartvraag(Scenario(halfjaar="2025-2"), parse_keuze("inwoners"))


@pytest.fixture(scope="module")
def stof(vraag):
    return gather_map(vraag, read_gegevens())


@pytest.fixture
def page(screen):
    return screen.goto("lrt")


def linked(visit, **params):
    """Open the page with its choices in the address."""
    found = visit()
    for name, value in params.items():
        found.app.query_params[name] = value
    return found.goto("lrt")


def only_table(page):
    return next(iter(page.tables().values()))


def test_a_first_visit_shows_the_statutory_map_with_words_and_numbers(page):
    assert page.errors() == []
    assert list(page.tables()) == ["Taakstelling, 2025-2: Inwoners (wettelijk) (personen)"]
    assert sum(row[1] for row in only_table(page)["values"]) == 13_000
    (picture,) = page.app.get("image")
    assert "de hoogste 667 (Amsterdam)" in picture.proto.imgs[0].alt


def test_a_difference_with_a_second_key_adds_up_to_nothing(page):
    page.app.selectbox(key="kaart_tegen").set_value("woningvoorraad").run()
    assert page.errors() == []
    assert "min Woningvoorraad" in next(iter(page.tables()))
    assert sum(row[1] for row in only_table(page)["values"]) == 0


def test_a_measure_that_no_key_changes_has_no_second_key(page):
    page.app.selectbox(key="kaart_meting").set_value("kolom:huishoudens").run()
    assert page.errors() == []
    assert page.app.selectbox(key="kaart_tegen").disabled


@pytest.mark.parametrize("meting", ["per_1000", "beslag"])
def test_every_measure_of_the_law_can_be_shown(page, meting):
    page.app.selectbox(key="kaart_meting").set_value(meting).run()
    assert page.errors() == []


def test_own_title_and_chosen_gemeenten_come_first(page):
    page.app.text_input(key="kaart_titel").set_value("Onze $kaart$ <b>").run()
    page.app.multiselect(key="kaart_gemeenten").set_value([AMSTERDAM]).run()
    page.app.selectbox(key="kaart_regio").set_value("corop").run()
    assert page.errors() == []
    assert next(iter(page.tables())) == "Onze $kaart$ <b> (personen)"
    told = only_table(page)
    assert told["ids"][0] == AMSTERDAM
    assert [head["titel"] for head in told["heads"]] == ["Gemeente", "Waarde", "COROP-gebied"]


def test_nonsense_in_a_link_gives_the_first_map(visit):
    page = linked(visit, kaart_meting="onzin", kaart_regio="<script>", kaart_klassen="99")
    assert page.errors() == []
    assert sum(row[1] for row in only_table(page)["values"]) == 13_000


def test_the_kit_is_made_when_asked_and_then_offered(page):
    page.app.selectbox(key="lrt_soort").set_value(".xlsx").run()
    assert "Download: Werkboek (XLSX)" not in labels(page)
    page.app.button(key="lrt_maak").click().run()
    assert page.errors() == []
    assert "Download: Werkboek (XLSX)" in labels(page)


def test_too_many_keys_are_told_in_dutch_and_can_be_taken_away(page):
    four = ["huishoudens", "woningvoorraad", "sociale_huurvoorraad", "oppervlakte"]
    picked = page.app.multiselect(key="lrt_sleutels").set_value(four).run()
    assert page.errors() == []
    assert f"--sleutels {','.join(four)}" in commands(page)
    picked.selectbox(key="sleutel").set_value("vrijkomende_sociale_huur").run()
    assert ["5 sleutels" in told for told in page.errors()] == [True]
    page.app.multiselect(key="lrt_sleutels").set_value(four[:2]).run()
    assert page.errors() == []


def test_an_exchange_can_be_shown_when_the_scenario_asks_one(visit):
    wanted = Scenario(halfjaar="2025-2", grenzen=Grenzen(bodem="0.5"))
    page = visit(to_link(wanted)).goto("lrt")
    page.app.selectbox(key="kaart_meting").set_value("uitruil").run()
    assert page.errors() == []
    assert next(iter(page.tables())).startswith("Verschil door uitruil")


def test_the_second_key_goes_when_it_becomes_the_key_itself(page):
    page.app.selectbox(key="kaart_tegen").set_value("woningvoorraad").run()
    page.app.selectbox(key="sleutel").set_value("woningvoorraad").run()
    assert page.errors() == []
    assert sum(row[1] for row in only_table(page)["values"]) == 13_000


@pytest.mark.parametrize("weergave", ["kaart", "tegel"])
def test_an_older_half_year_is_added_up_to_the_map(page, weergave):
    page.app.selectbox(key="halfjaar").set_value("2021-1").run()
    page.app.selectbox(key="kaart_weergave").set_value(weergave).run()
    page.app.selectbox(key="kaart_regio").set_value("provincie").run()
    assert page.errors() == []
    assert "2021-1" in next(iter(page.tables()))


def commands(page):
    return "\n".join(one.value for one in page.app.code)


def labels(page):
    return [one.proto.label for one in page.app.get("download_button")]


def test_a_source_line_of_the_user_stands_beside_the_source(stof):
    told = entitled(stof, Opmaak(bronregel="opgave regio")).colofon
    assert told.bron == f"{stof.colofon.bron}; opgave regio"


def test_a_title_of_the_user_does_not_hide_what_is_shown(stof):
    told = entitled(stof, Opmaak(titel="Onze kaart"))
    assert told.colofon.opmerking.endswith("Getoond: Taakstelling, 2025-2: Inwoners (wettelijk).")


def test_the_title_is_in_the_picture_and_in_the_layer(stof, tmp_path):
    look = Opmaak(titel="Onze kaart", bronregel="opgave regio")
    svg = render(drawing(stof, look, read_gegevens()), "svg")
    assert b"<dc:title>Onze kaart</dc:title>" in svg
    path = tmp_path / "kaart.gpkg"
    path.write_bytes(entitled_layer(stof, look, read_gemeentegrenzen(), read_gegevens()))
    with sqlite3.connect(path) as file:
        told = dict(file.execute("select onderdeel, herkomst from verantwoording"))
        (total,) = file.execute("select sum(waarde) from kaart").fetchone()
    assert told["titel"] == "Onze kaart"
    assert told["bron"].endswith("opgave regio")
    assert total == 13_000


def test_a_chosen_gemeente_has_heavy_borders_within_its_region(stof):
    look, shapes, figures = Opmaak(uitgelicht=(AMSTERDAM,)), embedded_geometry(), read_gegevens()
    lines = make_up(stof, replace(look, regio="provincie"), shapes, figures).opties.regios
    assert lines.name == "provincies"
    assert lines[AMSTERDAM] == AMSTERDAM
    assert lines["GM0392"] == "Noord-Holland"
    alone = make_up(stof, look, shapes, figures).opties.regios
    assert sorted(set(alone)) == ["", AMSTERDAM]


def test_the_small_print_names_what_is_outlined(stof):
    told = entitled(stof, Opmaak(uitgelicht=(AMSTERDAM,))).colofon.opmerking
    assert told.endswith("Omlijnd: Amsterdam.")


def test_the_largest_come_first_in_the_table(stof):
    table = values_table(stof, Opmaak(), read_gegevens())
    assert table.index[0] == AMSTERDAM
    assert list(table["waarde"]) == sorted(table["waarde"], reverse=True)


def test_the_command_makes_the_same_kit(vraag):
    told = kit_command(LrtVraag(vraag.scenario, (parse_keuze("huishoudens"),)))
    assert told.endswith("--uit lrt.pptx --sleutels huishoudens")


def test_own_class_breaks_make_the_classes_and_go_into_the_command(page):
    page.app.text_input(key="kaart_grenzen").set_value("10; 25; 2.500,5").run()
    assert page.errors() == []
    assert "--klassen '10; 25; 2500,5'" in commands(page)
    assert page.app.slider(key="kaart_klassen").disabled
    (picture,) = page.app.get("image")
    assert "10,0 tot 25,0" in picture.proto.imgs[0].alt


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("10; vijf", "'vijf' is geen getal"),
        ("25; 10", "10 staat na 25"),
        ("; ".join(str(n) for n in range(1, 12)), "hooguit 10 grenzen, het zijn er 11"),
    ],
)
def test_breaks_that_cannot_be_used_jump_back_and_the_map_stays(page, typed, told):
    page.app.text_input(key="kaart_grenzen").set_value("10; 25").run()
    page.app.text_input(key="kaart_grenzen").set_value(typed).run()
    assert [told in one.replace("\\", "") for one in page.errors()] == [True]
    assert page.app.text_input(key="kaart_grenzen").value == "10; 25"
    assert "--klassen '10; 25'" in commands(page)
    page.app.selectbox(key="kaart_thema").set_value("druk").run()
    assert page.errors() == []


def test_breaks_of_a_link_that_cannot_be_used_are_told_and_a_map_is_drawn(visit):
    page = linked(visit, kaart_grenzen="tien")
    assert page.errors() == []
    assert ["gelden hier niet" in one.value for one in page.app.warning] == [True]
    assert len(page.app.get("image")) == 1


def test_breaks_that_do_not_suit_a_difference_are_told_and_come_back(page):
    page.app.text_input(key="kaart_grenzen").set_value("0; 25").run()
    page.app.selectbox(key="kaart_tegen").set_value("woningvoorraad").run()
    assert page.errors() == []
    assert ["boven nul" in one.value for one in page.app.warning] == [True]
    assert "--klassen" not in commands(page)
    page.app.selectbox(key="kaart_tegen").set_value("").run()
    assert len(page.app.warning) == 0
    assert "--klassen '0; 25'" in commands(page)


def test_own_areas_of_the_scenario_can_have_heavy_lines(visit):
    areas = {"Gooi en omstreken": ("GM0402", "GM0406"), "Amstelland": (AMSTERDAM, "GM0362")}
    page = visit(
        to_link(Scenario(halfjaar="2025-2", uitruil=Uitruil(binnen="eigen", regios=areas)))
    )
    page.goto("lrt").app.selectbox(key="kaart_regio").set_value("eigen").run()
    assert page.errors() == []
    told = only_table(page)
    assert told["heads"][2]["titel"] == "Eigen gebied"
    placed = {row[0]: row[2] for row in told["values"]}
    assert (placed["Amsterdam"], placed["Hilversum"], placed["Urk"]) == (
        "Amstelland", "Gooi en omstreken", "",
    )  # fmt: skip


def test_a_map_that_cannot_be_made_leaves_the_kit(page, monkeypatch):
    def refuse(*_):
        raise MetingError(meting="beslag", reden="er ontbreken cijfers")

    monkeypatch.setattr("optimiser.ui.session_lrt.map_content", refuse)
    page.app.selectbox(key="kaart_meting").set_value("beslag").run()
    assert ["er ontbreken cijfers" in told for told in page.errors()] == [True]
    assert page.app.button(key="lrt_maak").label == "Maak de stukken"
    assert "taakstelling lrt" in commands(page)
    assert "PNG" not in labels(page)


def test_a_map_that_cannot_be_drawn_leaves_its_numbers_and_its_layer(page, monkeypatch):
    def refuse(*_):
        raise MapClassesError(reden="er zijn minder dan twee verschillende waarden")

    monkeypatch.setattr("optimiser.ui.session_lrt.picture", refuse)
    page.app.selectbox(key="kaart_meting").set_value("kolom:huishoudens").run()
    assert ["twee verschillende waarden" in told for told in page.errors()] == [True]
    assert len(only_table(page)["values"]) == 342
    assert {"GeoPackage", "Download als Excel"} < set(labels(page))
    assert "PNG" not in labels(page)
    assert page.app.button(key="lrt_maak").label == "Maak de stukken"
