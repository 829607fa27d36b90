"""Realisatie that a user brings to page Gegevens, beside the statutory taakstelling."""

import json

import pytest

from optimiser.io.gegevens import read_embedded
from tests.ui.own_files import template, upload

GEMEENTEN = "Realisatie per gemeente, 2025-2 (personen)"
PROVINCIES = "Realisatie per provincie, 2025-2 (personen)"


def content(cells, otherwise=""):
    """A filled template: cells per gm_code."""
    table = template()[["gm_code", "gemeente"]]
    table["realisatie"] = [cells.get(code, otherwise) for code in table["gm_code"]]
    return table.to_csv(index=False).encode()


def bring(screen, cells, otherwise=""):
    screen.goto("gegevens")
    return upload(screen, content(cells, otherwise), "mijn cijfers.csv")


def rows_by_name(table):
    return {
        row[0]: [cell.replace("\N{NO-BREAK SPACE}", " ") for cell in row[1:]]
        for row in [*table["rows"], table["totals"]]
    }


def maps(screen):
    told = [json.loads(e.proto.json or "null") for e in screen.app.get("bidi_component")]
    return [one for one in told if isinstance(one, dict) and "rows" not in one]


def test_the_template_asks_for_realisatie():
    assert "realisatie" in template().columns


def test_without_a_file_nothing_is_said_about_realisatie(screen):
    assert not any("Realisatie" in head.value for head in screen.goto("gegevens").app.header)


def test_behind_and_ahead_are_told_and_the_rest_is_not_available(screen):
    # 2025-2: Groningen was asked 175 persons
    bring(screen, {"GM0014": "140"})
    assert screen.errors() == []
    rows = rows_by_name(screen.tables()[GEMEENTEN])
    assert rows["Groningen"] == ["Groningen", "175", "140", "+35", "80,0 %"]
    other = rows["Amsterdam"]
    assert other[2:] == ["niet beschikbaar"] * 3
    assert list(rows)[-1].split() == ["Over", "1", "van", "342"]
    assert list(rows.values())[-1] == ["", "175", "140", "+35", "80,0 %"]
    told = screen.words()
    assert "140 personen gehuisvest op een taakstelling van 175" in told
    assert "een achterstand van 35 personen" in told
    assert "over 1 van de 342 gemeenten" in told
    assert "eigen bestand mijn cijfers" in told
    assert "verandert de volgende taakstelling niet vanzelf" in told


def test_provinces_say_over_how_many_gemeenten_they_are(screen):
    bring(screen, {"GM0014": "140"})
    rows = rows_by_name(screen.tables()[PROVINCIES])
    assert rows["Groningen"][:3] == ["1 van 10", "140", "+35"]
    assert rows["Utrecht"] == ["0 van 26", *["niet beschikbaar"] * 3]
    assert rows["Totaal"] == ["1 van 342", "140", "+35", "80,0 %"]


def test_the_map_shows_the_difference_and_where_it_is_from(screen):
    bring(screen, {"GM0014": "140"}, otherwise="0")
    drawn = json.dumps(maps(screen), ensure_ascii=False)
    assert "Achterstand (+) of voorsprong (−) in 2025-2" in drawn
    assert "eigen bestand mijn cijfers.csv" in drawn
    assert "+35" in drawn


def test_another_key_changes_nothing(screen, visit):
    other = visit(json.dumps({"halfjaar": "2025-2", "sleutel": "huishoudens"}))
    one, two = (bring(s, {"GM0014": "140"}).tables()[GEMEENTEN] for s in (screen, other))
    assert one["rows"] == two["rows"]


@pytest.mark.parametrize("cell", ["12.5", "-3"])
def test_what_is_no_number_of_persons_is_refused_and_changes_nothing(screen, cell):
    bring(screen, {"GM0014": cell})
    told = screen.tables()["Fouten in het bestand: 1"]["rows"][0][0]
    assert told.startswith("GM0014")
    assert "geen heel aantal personen" in told
    assert screen.app.button(key="lezen_eigen_klopt").disabled
    assert "Er zijn nu geen eigen cijfers in gebruik." in screen.words()


def test_a_half_year_with_other_gemeenten_is_not_available(screen):
    bring(screen, {"GM0014": "140"})
    screen.app.selectbox(key="halfjaar").set_value("2021-1").run()
    assert screen.errors() == []
    assert "niet beschikbaar" in screen.app.info[0].value
    assert "355 gemeenten" in screen.app.info[0].value
    assert GEMEENTEN not in screen.tables()


def test_a_question_without_an_answer_leaves_the_rest_of_the_page(visit):
    screen = bring(visit(json.dumps({"halfjaar": "2025-1", "peiljaar": 2010})), {"GM0014": "140"})
    assert len(screen.errors()) == 1
    assert "Uw cijfers" in screen.tables()
    screen.app.segmented_control(key="gegevens").set_value("Meegeleverd").run()
    assert "Meegeleverde gegevens" in screen.tables()


def test_a_file_of_an_older_indeling_says_that_it_plays_no_part(screen):
    rows = "".join(f"{code};1\n" for code in read_embedded().figures(2021).tabel.index)
    screen.goto("gegevens")
    upload(screen, f"gm_code;plekken\n{rows}".encode(), "oud.csv")
    assert screen.errors() == []
    (told,) = [one.value for one in screen.app.warning]
    assert "oud\\.csv telt hier niet mee" in told
    assert "2021" in told
    assert "Kies een halfjaar" in told
    assert "peiljaar" not in told


def test_an_empty_column_of_the_template_is_no_realisatie(screen):
    bring(screen, {})
    assert screen.errors() == []
    assert not any("Realisatie" in head.value for head in screen.app.header)
