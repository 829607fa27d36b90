"""The page that makes the map and the kit, from ``app.py``."""

import sqlite3
from dataclasses import replace

import pytest

from optimiser.compare.keuze import parse_keuze
from optimiser.io.gegevens import read_embedded
from optimiser.io.gemeentegrenzen.embedded import read_gemeentegrenzen
from optimiser.maps import embedded_geometry, render
from optimiser.report.kaart.content import Kaartvraag, gather_map
from optimiser.report.kaart.makeup import Opmaak, drawing, entitled, entitled_layer, make_up
from optimiser.report.kaart.values import values_table
from optimiser.report.lrt import LrtVraag
from optimiser.scenario.beperkingen import Grenzen
from optimiser.scenario.scenario import Scenario
from optimiser.ui.frame.link import to_link
from optimiser.ui.lrt.command import kit_command

AMSTERDAM = "GM0363"


@pytest.fixture(scope="module")
def vraag():
    return Kaartvraag(Scenario(halfjaar="2025-2"), parse_keuze("inwoners"))


@pytest.fixture(scope="module")
def stof(vraag):
    return gather_map(vraag, read_embedded())


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
    return "\n".join(page.opened("lrt_commando"))


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
    svg = render(drawing(stof, look, read_embedded()), "svg")
    assert b"<dc:title>Onze kaart</dc:title>" in svg
    path = tmp_path / "kaart.gpkg"
    path.write_bytes(entitled_layer(stof, look, read_gemeentegrenzen(), read_embedded()))
    with sqlite3.connect(path) as file:
        told = dict(file.execute("select onderdeel, herkomst from verantwoording"))
        (total,) = file.execute("select sum(waarde) from kaart").fetchone()
    assert told["titel"] == "Onze kaart"
    assert told["bron"].endswith("opgave regio")
    assert total == 13_000


def test_a_chosen_gemeente_has_heavy_borders_within_its_region(stof):
    look, shapes, figures = Opmaak(uitgelicht=(AMSTERDAM,)), embedded_geometry(), read_embedded()
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
    table = values_table(stof, Opmaak(), read_embedded())
    assert table.index[0] == AMSTERDAM
    assert list(table["waarde"]) == sorted(table["waarde"], reverse=True)


def test_the_command_makes_the_same_kit(vraag):
    told = kit_command(LrtVraag(vraag.scenario, (parse_keuze("huishoudens"),)))
    assert told.endswith("--uit lrt.pptx --sleutels huishoudens")
