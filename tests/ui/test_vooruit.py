"""Looking ahead on page Verloop."""

import pytest

from tests.ui.conftest import Screen


@pytest.fixture
def page(tmp_path, monkeypatch):
    monkeypatch.setenv("TAAKSTELLING_REGISTER", str(tmp_path / "register.sqlite"))
    return Screen().goto("verloop")


def ask(page, vraag):
    page.app.segmented_control(key="onderdeel").set_value(vraag).run()
    return page


def words(page):
    return " ".join(element.value for element in page.app.markdown).replace("\\", "")


def test_smoothing_shows_both_sides_and_listens(page):
    ask(page, "Gladstrijken")
    page.app.selectbox(key="glad_scenario").set_value("glad-2019-2021").run()
    table = page.tables()["Wat elke wijze doet (personen)"]
    rows = {row[0]: row for row in table["rows"]}
    assert rows["met voorkennis"][1:3] == ["10.632", "1.972"]
    assert rows["zonder voorkennis (sprong 1.500)"][5] == "10.808"
    page.app.text_input(key="glad_sprong_glad-2019-2021").set_value("4.000").run()
    rows = {row[0]: row for row in page.tables()["Wat elke wijze doet (personen)"]["rows"]}
    assert rows["zonder voorkennis (sprong 4.000)"][5] == "8.308"
    assert page.errors() == []


def test_outlook_says_what_the_past_missed(page):
    ask(page, "Vooruitzicht")
    assert "lager dan het laagste van 125 paden" in words(page)
    (test,) = [t for naam, t in page.tables().items() if naam.startswith("Elk model")]
    assert test["rows"][0][1:4] == ["82,4", "17,0", "9,2"]
    assert page.errors() == []


def test_years_of_one_area(page):
    ask(page, "Jaren samen")
    page.app.selectbox(key="jaren_scenario").set_value("jaren-zeeland-40").run()
    key = "jaren_gebied_jaren-zeeland-40"
    page.app.selectbox(key=key).set_value("arbeidsmarktregio Zeeland").run()
    late = page.tables()["arbeidsmarktregio Zeeland: achterstand (personen)"]["rows"][0]
    assert late[1:] == ["0", "0", "0", "23", "96", "88", "120", "67"]
    assert "135 persoonshalfjaren" in words(page)
    assert page.errors() == []


def test_rounding_over_time_says_who_pays(page):
    ask(page, "Afronden")
    assert "krijgt Amsterdam 65 personen te weinig" in words(page)
    assert "wetswijziging" in words(page)
    (rules,) = [t for naam, t in page.tables().items() if naam.startswith("Afronden over 8")]
    assert rules["rows"][0][:3] == ["Adams per halfjaar (zoals nu)", "", "65,37"]
    assert page.errors() == []


def test_a_scenario_over_years_is_refused_where_one_half_year_is_answered(tmp_path, monkeypatch):
    from optimiser.io.scenarios import embedded_scenarios, read_scenario
    from optimiser.ui.frame.link import to_link

    monkeypatch.setenv("TAAKSTELLING_REGISTER", str(tmp_path / "register.sqlite"))
    scenario = read_scenario(embedded_scenarios()["jaren-zeeland-40"])
    page = Screen(to_link(scenario)).goto("optimaliseren")
    assert any("gaat over meer halfjaren" in error for error in page.errors())
    ask(page.goto("verloop"), "Jaren samen")
    page.app.selectbox(key="jaren_scenario").set_value("eigen").run()
    assert page.errors() == []
    assert "135 persoonshalfjaren" in words(page)
