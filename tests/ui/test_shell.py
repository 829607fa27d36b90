"""One scenario through all pages: address, undo, messages, files."""

import logging

import pytest
from streamlit.testing.v1 import AppTest

from optimiser.datapunt.current import read_gegevens
from optimiser.io.reading.eigen_cijfers import read_columns
from optimiser.io.scenario_file import OwnFigures, read_scenario_file, to_scenario_file
from optimiser.io.scenario_toml import scenario_to_toml
from optimiser.io.scenarios import embedded_scenarios, read_scenario
from optimiser.scenario.scenario import Scenario
from optimiser.solve.run import solve_scenario
from optimiser.ui.frame.shell import ENTRIES, registered

PAGES = list(registered())


def place_of(module):
    return "" if module == "start" else module


@pytest.mark.parametrize("module", PAGES)
def test_every_page_opens_without_a_message(screen, module):
    assert screen.goto(place_of(module)).errors() == []
    # The first command that is drawn brings a highlighter to the browser, also in a closed fold.
    assert all("scenario=" in one.value for one in screen.app.code)


def test_pages_stand_in_the_agreed_order():
    assert [entry.module for entry in ENTRIES if entry.module in PAGES] == PAGES
    assert {"start", "gegevens", "uitleg"} <= set(PAGES)


def test_a_first_visit_asks_the_latest_statutory_question(screen):
    assert screen.link() == '{"halfjaar":"2025-2"}'


def test_a_link_opens_the_same_scenario_and_it_stays_on_the_next_page(visit):
    screen = visit('{"halfjaar":"2021-1","sleutel":"woningvoorraad"}')
    assert screen.errors() == []
    for module in PAGES:
        screen.goto(place_of(module))
        assert "woningvoorraad" in screen.link()
        assert "2021-1 · 13.500 personen" in screen.words().replace("\\", "")


@pytest.mark.parametrize(
    "link",
    ["{", "[1]", '{"halfjaar":"2021-3"}', '{"halfjaar":"2021-1","x":1}', "9" * 7000, "[" * 5000],
)
def test_a_bad_link_is_explained_and_opens_the_statutory_table(visit, link):
    screen = visit(link)
    (message,) = screen.errors()
    assert "Deze link kan niet worden geopend" in message
    assert screen.link() == '{"halfjaar":"2025-2"}'


def test_a_link_cannot_smuggle_in_a_picture_or_link(visit):
    link = '{"halfjaar":"2021-1","titel":"![x](http://kwaad.example/x.png)"}'
    shown = visit(link).words()
    assert "![x](" not in shown
    assert r"\!\[x\]\(" in shown


def test_undo_goes_back_one_change_at_a_time(screen):
    app = screen.app
    app.selectbox(key="halfjaar").set_value("2021-1").run()
    app.selectbox(key="halfjaar").set_value("2021-2").run()
    assert '"2021-2"' in screen.link()
    app.button(key="ongedaan_maken").click().run()
    assert '"2021-1"' in screen.link()
    assert app.selectbox(key="halfjaar").value == "2021-1"
    app.button(key="ongedaan_maken").click().run()
    assert app.button(key="ongedaan_maken").disabled
    app.button(key="opnieuw_doen").click().run()
    assert '"2021-1"' in screen.link()
    app.button(key="opnieuw_doen").click().run()
    assert '"2021-2"' in screen.link()
    assert app.button(key="opnieuw_doen").disabled
    app.button(key="ongedaan_maken").click().run()
    app.selectbox(key="halfjaar").set_value("2020-1").run()
    assert app.button(key="opnieuw_doen").disabled  # what was undone is gone after a new change


def test_own_figures_travel_in_the_file_and_give_the_same_numbers_elsewhere(screen, visit):
    codes = read_gegevens().figures(2024).tabel.index
    text = "gm_code;plekken;druk\n" + "".join(
        f"{code};{(n * 37) % 101};{n % 7},{n % 10}\n" for n, code in enumerate(codes)
    )
    screen.goto("gegevens")
    picker = screen.app.file_uploader(key="eigen_cijfers")
    picker.upload("mijn cijfers.csv", text.encode(), "text/csv").run()
    screen.app.button(key="lezen_eigen_klopt").click().run()
    state = screen.app.session_state
    wanted = Scenario(halfjaar="2025-2", sleutel="eigen", sleutel_opties={"kolom": "plekken"})
    columns = read_columns(*reversed(state["_eigen_cijfers"]))
    made = to_scenario_file(wanted, OwnFigures("mijn cijfers.csv", columns.to_csv(sep=";")))
    here = solve_scenario(wanted, read_gegevens().with_columns(columns, "mijn cijfers.csv"))

    other = visit()  # another session, without the figures
    other.app.file_uploader(key="eigen_scenario").upload("s.toml", made, "application/toml").run()
    other.app.button(key="open_eigen").click().run()
    assert other.errors() == []
    other.goto("optimaliseren")
    table = other.tables()["Vóór en na uitruil per gemeente (personen)"]
    place = [head["titel"] for head in table["heads"]].index("Na")
    found = dict(zip(table["ids"], [row[place] for row in table["values"]], strict=True))
    assert found == here.gemeenten["taakstelling"].to_dict()
    assert "eigen cijfers uit mijn cijfers" in other.words().replace("\\", "")


def test_a_file_says_which_section_of_figures_is_wrong(screen):
    content = b'halfjaar = "2025-2"\neigen_cijfers = 3\n'
    screen.app.file_uploader(key="eigen_scenario").upload("s.toml", content, "x").run()
    screen.app.button(key="open_eigen").click().run()
    assert "eigen_cijfers moet een naam en een tabel" in screen.errors()[0].replace("\\", "")


def test_an_address_this_session_wrote_before_does_not_win_from_a_later_change(screen):
    app = screen.app
    first = screen.link()
    app.selectbox(key="halfjaar").set_value("2021-1").run()
    app.query_params["scenario"] = first
    app.run()
    assert '"2021-1"' in screen.link()


def test_two_visitors_do_not_see_each_others_scenario(visit):
    one, other = visit(), visit()
    one.app.selectbox(key="halfjaar").set_value("2021-1").run()
    other.app.run()
    assert '"2025-2"' in other.link()


def _broken_page():
    from optimiser.ui.frame.meldingen import meldingen

    with meldingen():
        msg = "/geheim/pad"
        raise RuntimeError(msg)


def test_an_unexpected_error_is_a_number_that_is_in_the_log(caplog):
    with caplog.at_level(logging.ERROR, "optimiser.ui"):
        app = AppTest.from_function(_broken_page).run()
    (message,) = app.error
    assert "geheim" not in message.value
    number = caplog.records[0].args[0]
    assert number in message.value
    assert "/geheim/pad" in caplog.text


@pytest.mark.parametrize("naam", list(embedded_scenarios()))
def test_a_scenario_file_comes_back_the_same(naam):
    scenario = read_scenario(embedded_scenarios()[naam])
    written = scenario_to_toml(scenario).encode()
    assert read_scenario_file(written, f"{naam}.toml")[0] == scenario


def test_a_ready_scenario_can_be_opened(screen):
    app = screen.app
    app.selectbox(key="kant_en_klaar").set_value("plafond-12").run()
    app.button(key="open_meegeleverd").click().run()
    assert screen.errors() == []
    assert '"naam":"plafond-12"' in screen.link()
    told = screen.opened("commando")
    assert any("taakstelling optimaliseer plafond-12.toml" in line for line in told)


def test_without_the_database_a_user_reads_a_message(monkeypatch, screen):
    monkeypatch.setenv("TAAKSTELLING_REGISTER", "postgresql://jan:geheim@127.0.0.1:1/weg")
    screen.app.run()
    assert not screen.app.exception
    (message,) = screen.errors()
    assert "Het register kan niet worden geopend" in message
    assert "geheim" not in message
