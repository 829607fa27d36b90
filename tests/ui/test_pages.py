"""What Start, Gegevens and Uitleg show."""

import json

import pytest

from optimiser.io.bronnen import read_bronnen
from optimiser.ui.gegevens.page import SECTIONS
from optimiser.verdeelsleutels import listed
from tests.ui.own_files import template, upload


def test_start_shows_the_statutory_table_that_closes(screen):
    provinces = screen.tables()["Taakstelling per provincie (personen)"]
    assert len(provinces["rows"]) == 12
    assert sum(row[1] for row in provinces["values"]) == 13_000
    assert provinces["totals"] == ["Totaal", "13.000"]
    gemeenten = screen.tables()["Taakstelling per gemeente, 342 gemeenten"]
    assert sum(row[-1] for row in gemeenten["values"]) == 13_000


def test_start_says_how_many_provinces_come_out(screen):
    assert "**12 van 12**" in screen.words()


def test_start_explains_the_number_of_a_gemeente(screen):
    screen.app.selectbox(key="plek").set_value("GM0014").run()
    told = screen.words().replace("\\", "")
    assert "**175 personen** huisvesten van de 13.000" in told
    # 243.768 of 17.942.942 inhabitants (CBS) of 13.000 persons is 176,61 before rounding.
    assert "176,61" in told
    assert screen.app.query_params["gemeente"] in ("GM0014", ["GM0014"])


def test_start_gives_three_figures_of_the_country_and_a_number_with_each_task(screen):
    told = screen.words()
    assert "Personen in dit halfjaar\n\n**13.000**" in told
    assert "Achterstand eind 2024-1 (ongeveer)\n\n**10.900**" in told  # Handelingen, 2024-1
    assert "374 personen verschuiven" in told
    assert "van de 35 arbeidsmarktregio's" in told


def test_a_halfjaar_without_a_number_is_never_answered_with_another_table(visit):
    screen = visit('{"halfjaar":"2026-1"}')
    assert screen.errors() == []
    assert "Voor 2026-1 is nog geen landelijk aantal bekend" in screen.app.warning[0].value
    assert screen.tables() == {}
    for wrong in ("13,5", "13,000", "veel"):
        screen.app.text_input(key="landelijk_aantal").set_value(wrong).run()
        assert len(screen.errors()) == 1, wrong
        assert screen.tables() == {}
    screen.app.text_input(key="landelijk_aantal").set_value("10.000").run()
    provinces = screen.tables()["Taakstelling per provincie (personen)"]
    assert provinces["totals"] == ["Totaal", "10.000"]


def test_one_page_tells_everything_about_a_gemeente_or_a_region(screen):
    screen.app.query_params["gemeente"] = "GM0014"
    keys = screen.goto("gemeente").tables()["Onder elke verdeelsleutel"]
    assert keys["rows"][0] == ["Inwoners (wettelijk)", "175", "0"]
    assert screen.errors() == []
    screen.app.selectbox(key="plek").set_value("provincie:Drenthe").run()
    drenthe = screen.tables()["Gemeenten"]
    # The sum of its twelve gemeenten, the last six counted, is its row in the table per province.
    assert len(drenthe["rows"]) == 6 + 1
    assert sum(row[2] for row in drenthe["values"]) == 366


def test_an_older_halfjaar_keeps_its_gemeenten_and_names_who_was_split(screen):
    screen.app.selectbox(key="halfjaar").set_value("2021-1").run()
    assert screen.errors() == []
    assert "Taakstelling per gemeente, 355 gemeenten" in screen.tables()
    captions = " ".join(c.value for c in screen.app.caption)
    assert "Haaren is gesplitst" in captions


def test_every_embedded_file_is_listed_with_licence_and_date(screen):
    screen.app.query_params["gegevens"] = "Meegeleverd"
    table = screen.goto("gegevens").tables()["Meegeleverde gegevens"]
    assert len(table["rows"]) == len(read_bronnen())
    assert all(all(row) for row in table["rows"])


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_of_gegevens_opens_by_its_own_address(screen, section):
    screen.app.query_params["gegevens"] = section
    screen.goto("gegevens")
    assert screen.errors() == []
    assert screen.app.segmented_control(key="gegevens").value == section


def _csv(wil="0"):
    table = template().drop(columns="mutatiegraad").assign(kan="500", wil="0")
    table.loc[3, "wil"] = wil
    return table.to_csv(index=False).encode()


def test_a_faulty_file_is_reported_by_row_and_column_and_changes_nothing(screen):
    screen.goto("gegevens")
    upload(screen, _csv("twaalf"))
    report = screen.tables()["Fouten in het bestand: 1"]
    assert report["rows"][0][0].startswith("rij 5, kolom wil")
    assert screen.app.button(key="lezen_eigen_klopt").disabled
    assert "Er zijn nu geen eigen cijfers in gebruik." in screen.words()


def test_how_a_file_is_read_is_shown_before_it_is_used(screen):
    screen.goto("gegevens")
    screen.app.file_uploader(key="eigen_cijfers").upload("a.csv", _csv("7"), "text/csv").run()
    words = screen.words()
    assert "Zo is het bestand gelezen" in [head.value for head in screen.app.header]
    assert "De kop staat in rij 1" in words.replace("\\", "")
    assert len(screen.tables()["De eerste rijen zoals ze zijn gelezen"]["rows"]) == 3
    assert "Er zijn nu geen eigen cijfers in gebruik." in words
    screen.app.button(key="lezen_eigen_weg").click().run()
    assert not screen.app.subheader


def test_a_question_about_a_file_is_answered_where_it_is_asked(screen):
    screen.goto("gegevens")
    upload(screen, b"gm_code;cijfer\nGM0014;1.234\nGM0034;5.678\n")
    screen.app.selectbox(key="lezen_eigen_decimal").set_value(",").run()
    screen.app.button(key="lezen_eigen_klopt").click().run()
    assert screen.errors() == []
    rows = screen.tables()["Uw cijfers"]["rows"]
    assert [row[1] for row in rows] == ["1234", "5678"]


def test_a_good_file_gives_columns_to_limit_with_and_only_their_names_travel(screen):
    screen.goto("gegevens")
    upload(screen, _csv("7"))
    assert screen.errors() == []
    assert len(screen.tables()["Uw cijfers"]["rows"]) == 342
    screen.app.selectbox(key="kolom_kan_kolom").set_value("kan").run()
    assert screen.errors() == []
    link = json.loads(screen.link())
    assert link["capaciteit"] == {"kan_kolom": "kan"}
    screen.app.button(key="stop_eigen_cijfers").click().run()
    assert "Er zijn nu geen eigen cijfers in gebruik." in screen.words()


def test_uitleg_accounts_for_every_key_and_the_published_tables(screen):
    tables = screen.goto("uitleg").tables()
    assert len(tables["Verdeelsleutels"]["rows"]) == len(listed())
    published = {row[0]: row[2] for row in tables["Gepubliceerd tegen herleid"]["rows"]}
    assert published["2021-1"] == "12"
    assert published["2020-1"] == "9"
