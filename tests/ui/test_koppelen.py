"""Page Koppelen: does it fit, large families, and a plan."""

import shlex

import pytest

from optimiser.cli.main import execute
from optimiser.ui.frame import background
from optimiser.ui.koppelen import gemeenten, plan, waarom
from tests.ui.conftest import Screen


def section(page, name):
    page.app.segmented_control(key="koppelen").set_value(name).run()


def test_it_answers_on_first_opening_and_labels_the_assumptions(screen):
    page = screen.goto("koppelen")
    assert page.errors() == []
    told = page.words().replace("\\", "")
    # 13.000 persons of the assumed sizes; 12 % of the dwellings that become free (plafond-12).
    assert "Nederland: 5.810 huishoudens (13.000 personen), woningen: 9.569." in told
    assert "Iedereen heeft een plek." in told
    assert "Ook binnen elk van de 5 COA-regio's apart heeft iedereen een plek." in told
    rows = page.tables()["Woningen en huishoudens per klasse, Nederland"]["rows"]
    assert rows[1] == ["2k", "1 of 2 personen", "3.164", "2.724", "2.028", "440", "0"]
    assert "Huishoudens: aanname. Woningen: aanname." in page.app.caption[0].value.replace("\\", "")
    assert "Aanname: wie past in welke woning (1k voor 1, 2k voor 1 tot en met 2" in told
    line = "taakstelling koppel past --halfjaar 2025-2 --aandeel 12 --gebied land"
    assert line in page.opened("koppel_commando")


def test_few_dwellings_come_short_in_a_sentence(screen):
    screen.app.query_params["koppel_aandeel"] = "7"
    told = screen.goto("koppelen").words().replace("\\", "")
    assert "Zonder passende woning:" in told
    assert "alleenstaanden zijn er" in told
    assert "Binnen de eigen COA-regio past het niet overal." in told


def test_a_region_by_its_address_and_all_of_them_beside_each_other(screen):
    screen.app.query_params["koppel_gebied"] = "Noord"
    page = screen.goto("koppelen")
    assert "Noord: 569 huishoudens (1.282 personen)" in page.words().replace("\\", "")
    assert "Woningen en huishoudens per klasse, Noord" in page.tables()
    section(page, "Per COA-regio")
    rows = page.tables()["Past het, per COA-regio"]["values"]
    assert [row[0] for row in rows] == ["Midden", "Noord", "Oost", "Zuid", "Zuidwest", "Nederland"]
    assert sum(row[2] for row in rows[:5]) == rows[5][2] == 13_000


def test_three_thresholds_for_large_families_beside_each_other(screen):
    screen.app.query_params["koppelen"] = "Grote gezinnen"
    page = screen.goto("koppelen")
    assert [(one.label, one.value) for one in page.app.metric] == [
        ("Vanaf 6 personen (sinds 2024)", "318 gezinnen"),
        ("Vanaf 7 personen (sinds 2023)", "179 gezinnen"),
        ("Vanaf 8 personen (sinds 2021)", "86 gezinnen"),
    ]
    rows = page.tables()["Grote gezinnen, Nederland"]["values"]
    # 5k and 6k hold six or seven (764 + 156), 6k only eight and more.
    assert [(row[3], row[4], row[5]) for row in rows] == [
        (2_230, 920, 0), (1_396, 920, 0), (745, 156, 0),
    ]  # fmt: skip


def test_a_half_year_without_figures_on_dwellings_says_so():
    page = Screen('{"halfjaar":"2019-1"}').goto("koppelen")
    assert page.errors() == []
    assert "Kies een halfjaar vanaf 2021-1" in page.app.info[0].value


@pytest.fixture
def noord(monkeypatch, visit):
    """A region with few persons, and a page that waits for its plan."""
    monkeypatch.setattr(background, "PATIENCE", 60)
    screen = visit('{"halfjaar":"2025-2","totaal":1300}')
    screen.app.query_params |= {"koppel_gebied": "Noord", "koppelen": "Plan"}
    return screen.goto("koppelen")


def test_a_plan_is_made_proved_and_shown_per_gemeente_and_on_the_map(noord):
    assert noord.tables() == {}
    assert "hooguit 3 seconden" in noord.words()
    noord.app.button(key="koppel_maak").click().run()
    assert noord.errors() == []
    (row,) = noord.tables()["Plan voor Noord, met bewijs per stap"]["rows"]
    assert row[:5] == ["Noord", row[1], row[1], "0", "bewezen"]
    # Three large families: in one region nothing may be shown to everybody.
    assert any("aantallen onder de 5" in one.value for one in noord.app.caption)
    section(noord, "Per gemeente")
    table = noord.tables()["Plan per gemeente, Noord"]
    assert len(table["rows"]) == 40
    assert table["totals"][1] == table["totals"][2] == row[1]
    section(noord, "Kaart")
    (drawn,) = noord.maps()
    assert "Afwijking van de taakstelling" in str(drawn["kaarten"][0])


def test_the_plan_of_another_question_is_not_shown(noord):
    noord.app.button(key="koppel_maak").click().run()
    noord.app.selectbox(key="koppel_gebied").set_value("Oost").run()
    assert noord.tables() == {}
    assert noord.app.button(key="koppel_maak").label == "Maak plan voor COA-regio Oost"


def test_the_commands_ask_the_same(noord):
    told = noord.opened("koppel_commando")
    assert [line for line in told if line.startswith("taakstelling koppel")] == [
        "taakstelling koppel past --halfjaar 2025-2 --totaal 1300 --aandeel 12 --gebied coa_regio",
        "taakstelling koppel plan --halfjaar 2025-2 --totaal 1300 --aandeel 12 --regio Noord "
        "--drempel 6 --uit plan.xlsx",
    ]


def test_a_group_that_is_picked_is_explained_in_four_lines(noord, monkeypatch, tmp_path, capsys):
    noord.app.button(key="koppel_maak").click().run()
    monkeypatch.setattr(gemeenten, "show_table", lambda *_, **__: "GM0014")
    monkeypatch.setattr(waarom, "show_table", lambda rows, *_, **__: str(rows.index[0]))
    section(noord, "Per gemeente")
    noord.app.button(key="koppel_waarom").click().run()
    assert noord.errors() == []
    told = noord.words().replace("\\", "")
    starts = ("1. Waarom hier. In Groningen", "2. Waarom niet elders", "3. Wat zou", "4. Wat niet")
    assert all(start in told for start in starts)
    (line,) = [one for one in noord.opened("koppel_uitleg_commando") if " koppel waarom " in one]
    _, *same = shlex.split(line)
    assert same[:4] == ["koppel", "waarom", "GM0014", "--personen"]
    files = {}
    monkeypatch.setattr(
        plan, "offer_file", lambda _, make, *, naam, **__: files.update({naam: make})
    )
    section(noord, "Plan")
    (tmp_path / same[-1]).write_bytes(files[same[-1]]())
    monkeypatch.chdir(tmp_path)
    capsys.readouterr()
    assert execute(same) == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert first in told


HEAD = "halfjaar;coa_regio;personen;wacht_op_nareis;wachtklasse;band_regio;band_hard;huishoudens"
HOUSEHOLDS = f"{HEAD}\n2025-2;Noord;1;nee;;;nee;1000\n2025-2;Noord;12;nee;;;nee;2\n".encode()


def test_own_households_take_the_place_of_the_assumed_ones_and_can_go_again(screen):
    screen.app.query_params["koppelen"] = "Eigen aantallen"
    page = screen.goto("koppelen")
    page.app.file_uploader(key="koppel_huishoudens").upload("ons.csv", HOUSEHOLDS, "text/csv").run()
    assert page.errors() == []
    assert "1.002 huishoudens" in page.words().replace("\\", "")
    page.app.button(key="koppel_gebruik").click().run()
    page.app.segmented_control(key="koppelen").set_value("Past het").run()
    page.app.selectbox(key="koppel_gebied").set_value("Noord").run()
    assert page.errors() == []
    told = page.words().replace("\\", "")
    # 1.000 + 2 x 12 persons; a family of twelve fits in no class.
    assert "Noord: 1.002 huishoudens (1.024 personen), woningen: 907." in told
    assert "de taakstelling is 1.282: 258 nog te koppelen." in told
    rows = page.tables()["Woningen en huishoudens per klasse, Noord"]["rows"]
    assert rows[-1] == ["geen", "past nergens", "0", "0", "0", "0", "2"]
    assert "Huishoudens: ons.csv. Woningen: aanname." in page.app.caption[0].value.replace("\\", "")
    # Two families of twelve: not for everybody, so no slide of it.
    assert any("geen dia" in one.value for one in page.app.caption)
    assert any("--huishoudens ons.csv" in line for line in page.opened("koppel_commando"))
    section(page, "Eigen aantallen")
    page.app.button(key="koppel_terug").click().run()
    section(page, "Past het")
    assert "Noord: 569 huishoudens" in page.words().replace("\\", "")


def test_a_file_with_a_column_about_persons_is_refused_and_not_used(screen):
    screen.app.query_params["koppelen"] = "Eigen aantallen"
    page = screen.goto("koppelen")
    content = HOUSEHOLDS.replace(b"wachtklasse", b"nationaliteit")
    page.app.file_uploader(key="koppel_huishoudens").upload("ons.csv", content, "text/csv").run()
    assert any("persoonsgegeven" in message for message in page.errors())
    with pytest.raises(KeyError):
        page.app.button(key="koppel_gebruik")
