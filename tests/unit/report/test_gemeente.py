"""The sheet of one gemeente or region: facts, sentences, one A4."""

from io import BytesIO

import pytest
from docx import Document
from pypdf import PdfReader

from optimiser.compare.memory import answer
from optimiser.datapunt.current import read_grootboek
from optimiser.report.gemeente.balance import balance_lines
from optimiser.report.gemeente.country import make_landelijk
from optimiser.report.gemeente.paper import to_docx, to_pdf
from optimiser.report.gemeente.parts import Bijlage
from optimiser.report.gemeente.profile import make_profiel, places_to_search
from optimiser.report.gemeente.sheet import make_blad
from optimiser.scenario.scenario import Scenario

ASKED = Scenario(halfjaar="2025-2")


@pytest.fixture
def profile_of(gegevens):
    def make(plek):
        return make_profiel(plek, ASKED, gegevens, lambda s: answer(s, gegevens))

    return make


def test_the_gemeenten_of_all_provinces_make_up_the_country(profile_of, gegevens):
    known = places_to_search(answer(ASKED, gegevens), gegevens)
    provinces = [plek for plek in known if plek.startswith("provincie:")]
    assert len(provinces) == 12
    # Staatscourant: 13.000 persons in the second half of 2025; CBS: 342 gemeenten.
    found = [profile_of(plek) for plek in provinces]
    assert sum(one.personen for one in found) == 13_000
    assert sum(len(one.leden) for one in found) == 342
    totals = [sum(one.sleutels[titel] for one in found) for titel in found[0].sleutels]
    assert set(totals) == {13_000}


def test_an_unknown_place_is_refused(profile_of):
    for plek in ("GM9999", "provincie:Atlantis"):
        with pytest.raises(KeyError):
            profile_of(plek)


def test_who_can_help_stays_below_the_benchmark_and_in_the_region(profile_of, gegevens):
    profiel = profile_of("GM0014")
    region = gegevens.regios.query("arbeidsmarktregio == 'Groningen'")["gemeente"]
    assert profiel.hulp
    assert set(profiel.hulp) <= set(region) - {"Groningen"}
    for naam, room in profiel.hulp.items():
        (code,) = region.index[region == naam]
        other = profile_of(code)
        # 8 % of what becomes free (CBS) holds its own number and the room, and not one more.
        assert other.personen + room <= other.ijkpunt * other.plaatsen < other.personen + room + 1


def test_the_balance_of_a_province_is_that_of_the_printed_table(profile_of, gegevens):
    told = balance_lines(profile_of("provincie:Drenthe"), "2025-2", gegevens, read_grootboek())
    # Table 2 of the report, 1 October 2021: Drenthe has 366 open, with three months to come.
    assert told[0] == (
        "Provincie Drenthe op 01-10-2021: van 2021-2 staat nog 366 open, maar daarin zitten 3 "
        "maanden die nog moeten komen. Naar rato van de tijd: +134 (+ is achter)."
    )
    assert "97 personen per maand" in told[1]
    before = balance_lines(profile_of("provincie:Drenthe"), "2019-1", gegevens, read_grootboek())
    assert "2021" not in " ".join(before)


@pytest.mark.parametrize("plek", ["GM0014", "GM0088", "provincie:Zuid-Holland"])
def test_the_sheet_is_one_page_with_the_same_numbers_in_both_files(profile_of, gegevens, plek):
    profiel = profile_of(plek)
    deals = tuple((f"Uitruil {n}", -n, "in de tabel") for n in range(1, 9))
    blad = make_blad(profiel, Bijlage((1, 2), ("Geen saldo.",), deals), ASKED, gegevens)
    pages = PdfReader(BytesIO(to_pdf(blad))).pages
    assert len(pages) == 1
    printed = " ".join(pages[0].extract_text().split())
    page = Document(BytesIO(to_docx(blad)))
    written = "\n".join(paragraph.text for paragraph in page.paragraphs)
    cells = [cell.text for table in page.tables for row in table.rows for cell in row.cells]
    for titel, persons in profiel.sleutels.items():
        assert titel in printed
        assert f"{persons:,}".replace(",", ".") in cells
    assert "Uitruil 8: −8" in written
    assert "Uitruil 8: −8" in printed
    assert "**" not in printed + written


def test_the_country_in_a_few_numbers(gegevens):
    found = make_landelijk(ASKED, gegevens, lambda s: answer(s, gegevens))
    assert (found.personen, found.stand, found.stand_van) == (13_000, 10_900, "2024-1")
    assert found.ongeveer
    assert found.regio_aantal == 35
    assert found.passend < 35
    earlier = Scenario(halfjaar="2021-1")
    before = make_landelijk(earlier, gegevens, lambda s: answer(s, gegevens))
    # Handelingen 2023-2024, nr. 2564: 1.681 behind at the end of 2020-2.
    assert (before.stand, before.stand_van, before.ongeveer) == (1_681, "2020-2", False)
