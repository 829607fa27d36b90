"""Page Verloop: the country, a province, what was known on a day, and a delivery."""

import pytest

from tests.ui.conftest import Screen


@pytest.fixture
def page(tmp_path, monkeypatch):
    monkeypatch.setenv("TAAKSTELLING_REGISTER", str(tmp_path / "register.sqlite"))
    return Screen().goto("verloop")


def words(page):
    return " ".join(element.value for element in page.app.markdown).replace("\\", "")


def section(page, name):
    page.app.segmented_control(key="onderdeel").set_value(name).run()


def test_the_country_and_its_half_years(page):
    assert "Nederland eind 2023-1: achterstand van 5.122" in words(page)
    table = page.tables()["Alle halfjaren, Nederland (personen)"]
    rows = {row[0]: row for row in table["rows"]}
    assert rows["2019-1"][5] == "+2.540"
    assert rows["2024-1"][5] == "onbekend"
    # Provinces are known up to 2021-2; that is said and shown.
    section(page, "Per gebied")
    assert "Saldo per provincie, 2021-2 (personen)" in page.tables()
    assert any("Van 2023-1 is per gebied niets bekend" in c.value for c in page.app.caption)


def test_what_we_knew_on_1_october_2021(page):
    page.app.text_input(key="verloop_bekend_op").set_value("1-10-2021").run()
    told = words(page)
    assert "staat nog 10.949 open, maar daarin zitten 3 maanden" in told
    assert "+5.449" in told
    assert "nooit eerder gehaald" in told
    section(page, "Wie loopt achter")
    first = page.tables()["Sein per provincie, 2021-2"]["rows"][0]
    assert first[0] == "Fryslân"
    assert "naar rato 366 achter" in first[-1]


def test_a_province_by_itself(page):
    page.app.selectbox(key="verloop_gebied").set_value("PV21").run()
    assert "Fryslân op 01-10-2021" in words(page)
    assert "366" in words(page)


def test_a_day_that_is_none_is_told(page):
    page.app.text_input(key="verloop_bekend_op").set_value("gisteren").run()
    assert any("geen datum" in error.value for error in page.app.error)


def test_a_file_is_previewed_kept_and_settled(page, gegevens):
    codes = gegevens.gemeenten[2025][0].tabel.index
    lines = ["gm_code;periode;peildatum;realisatie", *(f"{c};2025-1;1-7-2025;40" for c in codes)]
    section(page, "Leveringen")
    page.app.text_input(key="levering_wie").set_value("Jan").run()
    content = "\n".join(lines).encode()
    page.app.file_uploader(key="levering_bestand").upload("real.csv", content, "text/csv")
    page.app.run()
    assert any("In orde: 342 rijen" in one.value for one in page.app.success)
    page.app.button(key="levering_bewaar").click().run()
    page.app.button(key="levering_vast_1").click().run()
    assert "Leveringen" in page.tables()
    section(page, "Stand")
    page.app.selectbox(key="verloop_gebied").set_value("GM0014").run()
    assert "Groningen eind 2025-1" in words(page)
    assert "geteld vanaf 2025-1" in words(page)
    page.app.selectbox(key="verloop_gebied").set_value("PV29").run()
    halfjaar = next(box for box in page.app.selectbox if box.label == "Halfjaar")
    halfjaar.set_value("2025-1").run()
    section(page, "Wie loopt achter")
    assert len(page.tables()["Sein per gemeente, 2025-1"]["rows"]) == 13


def test_a_file_of_no_known_table_says_what_to_do_here(page):
    section(page, "Opvang")
    assert "op deze pagina onder Leveringen." in page.app.caption[0].value
    section(page, "Leveringen")
    content = b"iets;anders\nGM0014;2\n"
    page.app.file_uploader(key="levering_bestand").upload("los.csv", content, "text/csv")
    page.app.run()
    (told,) = [one.value for one in page.app.error]
    assert "kies het bestand opnieuw" in told
    assert "tabel" in told
    assert "-tabel" not in told


def test_a_file_with_faults_is_told_and_cannot_be_kept(page):
    content = b"gm_code;periode;peildatum;realisatie;bsn\nGM0014;2025-1;2025-07-01;3;x\n"
    section(page, "Leveringen")
    page.app.text_input(key="levering_wie").set_value("Jan").run()
    page.app.file_uploader(key="levering_bestand").upload("fout.csv", content, "text/csv")
    page.app.run()
    assert any("alleen aantallen" in one.value for one in page.app.error)
    with pytest.raises(KeyError):
        page.app.button(key="levering_bewaar")
