"""The page that makes the map: own classes and areas, a map that fails, the command."""

import html
import re
import shlex

import pytest
from typer.testing import CliRunner

from optimiser.cli.main import app
from optimiser.io.gegevens import read_embedded
from optimiser.io.scenario_toml import scenario_to_toml
from optimiser.maps.errors import MapClassesError
from optimiser.report.errors import MetingError
from optimiser.scenario.beperkingen import Uitruil
from optimiser.scenario.scenario import Scenario
from optimiser.ui.frame.link import from_link, to_link

AMSTERDAM = "GM0363"


@pytest.fixture
def page(screen):
    return screen.goto("lrt")


def only_table(page):
    return next(iter(page.tables().values()))


def commands(page):
    return "\n".join(page.opened("lrt_commando"))


def labels(page):
    return [one.proto.label for one in page.app.get("download_button")]


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
    page = visit()
    page.app.query_params["kaart_grenzen"] = "tien"
    page.goto("lrt")
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


def test_a_column_of_the_users_file_can_have_heavy_lines(screen):
    codes = read_embedded().figures(2025).tabel.index
    rows = [f"{code};{1 + number % 3};{number}" for number, code in enumerate(codes)]
    content = "\n".join(["gm_code;regionr;volgnummer", *rows]).encode()
    screen.app.session_state["_eigen_cijfers"] = ("regio.csv", content)
    page = screen.goto("lrt")
    lines = page.app.selectbox(key="kaart_regio")
    assert "Gelijke getallen in uw kolom regionr" in lines.options
    assert not any("volgnummer" in option for option in lines.options)
    lines.set_value("kolom:regionr").run()
    assert page.errors() == []
    assert {row[2] for row in only_table(page)["values"]} == {"1", "2", "3"}
    assert "--regio kolom:regionr --formaat dia --cijfers regio.csv" in commands(page)


def test_a_map_that_cannot_be_made_leaves_the_kit(page, monkeypatch):
    def refuse(*_):
        raise MetingError(meting="beslag", reden="er ontbreken cijfers")

    monkeypatch.setattr("optimiser.ui.lrt.kept.map_content", refuse)
    page.app.selectbox(key="kaart_meting").set_value("beslag").run()
    assert ["er ontbreken cijfers" in told for told in page.errors()] == [True]
    assert page.app.button(key="lrt_maak").label == "Maak de stukken"
    assert "taakstelling lrt" in commands(page)
    assert "PNG" not in labels(page)


def test_a_map_that_cannot_be_drawn_leaves_its_numbers_and_its_layer(page, monkeypatch):
    def refuse(*_):
        raise MapClassesError(reden="er zijn minder dan twee verschillende waarden")

    monkeypatch.setattr("optimiser.ui.lrt.kept.picture", refuse)
    page.app.selectbox(key="kaart_meting").set_value("kolom:huishoudens").run()
    assert ["twee verschillende waarden" in told for told in page.errors()] == [True]
    assert len(only_table(page)["values"]) == 342
    assert {"GeoPackage", "Download als Excel"} < set(labels(page))
    assert "PNG" not in labels(page)
    assert page.app.button(key="lrt_maak").label == "Maak de stukken"


def test_the_command_of_the_page_makes_the_picture_of_the_page(page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    screen = page.app
    screen.selectbox(key="kaart_meting").set_value("per_1000").run()
    screen.text_input(key="kaart_grenzen").set_value("0,7; 0,75").run()
    screen.text_input(key="kaart_titel").set_value("Onze 'kaart' & <b>").run()
    screen.text_input(key="kaart_bron").set_value("opgave regio").run()
    screen.selectbox(key="kaart_regio").set_value("corop").run()
    screen.multiselect(key="kaart_gemeenten").set_value([AMSTERDAM]).run()
    (line,) = (one for one in commands(page).split("\n") if one.startswith("taakstelling kaart"))
    words = shlex.split(line.replace("kaart.png", "kaart.svg"))
    (tmp_path / words[2]).write_text(scenario_to_toml(from_link(page.link())), "utf-8")
    assert CliRunner().invoke(app, words[1:], catch_exceptions=False).exit_code == 0
    drawn = (tmp_path / "kaart.svg").read_text("utf-8")
    (told,) = re.findall(r"<dc:description>(.*?)</dc:description>", drawn, re.DOTALL)
    (picture,) = screen.get("image")
    assert html.unescape(told) == picture.proto.imgs[0].alt
    assert "0,70 tot 0,75" in told
    assert "Onze 'kaart' & <b>" in html.unescape(drawn)
