"""The comparison on paper: Dutch texts, a workbook whose formulas say what its values say."""

import re
from io import BytesIO

import pytest
from openpyxl import load_workbook

from optimiser.compare import Vraag, compare_sleutels, parse_keuzes
from optimiser.compare.changes.splitsing import split_scheefheid
from optimiser.compare.gemeente.waarom import explain_taakstelling
from optimiser.indicators.concentratie import theil
from optimiser.report.antwoord.waarom import why_lines
from optimiser.report.vergelijking.notes import notes
from optimiser.report.vergelijking.tables import (
    groups_table,
    keys_table,
    measures_text,
    takeover_table,
)
from optimiser.report.vergelijking.workbook import workbook

TIERS = "twee_traps:inwoners/sociale_huurvoorraad@provincie"
KEYS = f"sociale_huurvoorraad,gemengd:inwoners=60+huishoudens=40,{TIERS},denemarken"


@pytest.fixture(scope="module")
def found(gegevens):
    return compare_sleutels(Vraag("2025-2", parse_keuzes(KEYS)), gegevens)


@pytest.fixture(scope="module")
def books(found, gegevens):
    content = workbook(found, gegevens)
    return [load_workbook(BytesIO(content), data_only=values) for values in (False, True)]


def column_of(page, name):
    header = [cell.value for cell in page[1]]
    return [row[header.index(name)].value for row in page.iter_rows(min_row=2)]


def test_every_formula_is_worth_what_it_shows(found, books):
    formulas, values = books
    page, shown = formulas["Gemeenten"], values["Gemeenten"]
    differences = column_of(page, "verschil sociale_huurvoorraad")
    assert re.fullmatch(r"=[A-Z]+2-[A-Z]+2", differences[0])
    expected = found.verschil("sociale_huurvoorraad").tolist()
    assert column_of(shown, "verschil sociale_huurvoorraad") == [*expected, 0]
    assert column_of(shown, "inwoners")[-1] == 13_000
    for label in found.labels:
        total = column_of(page, label)[-1]
        assert total.startswith("=SUM(")


def test_sums_per_province_point_at_the_right_columns(found, books, gegevens):
    formulas, values = books
    formula = column_of(formulas["Provincie"], "sociale_huurvoorraad")[0]
    keys, criterion, summed = re.fullmatch(
        r"=SUMIF\(Gemeenten!\$([A-Z]+)\$2:\$[A-Z]+\$343,\$A(\d+),Gemeenten!([A-Z]+)\$2:.*\)",
        formula,
    ).groups()
    page = values["Gemeenten"]
    assert page[f"{keys}1"].value == "provincie"
    assert page[f"{summed}1"].value == "sociale_huurvoorraad"
    assert criterion == "2"
    table = groups_table(found, "provincie", gegevens)
    shown = column_of(values["Provincie"], "sociale_huurvoorraad")
    assert shown == [*table["sociale_huurvoorraad"], 13_000]


def test_gemeenten_without_a_region_are_a_row_and_not_lost(books):
    shown = column_of(books[1]["Arbeidsmarktregio"], "inwoners")
    assert sum(shown[:-1]) == shown[-1] == 13_000
    formulas = column_of(books[0]["Arbeidsmarktregio"], "inwoners")
    assert '""' in formulas[-2]
    assert '""' not in formulas[-3]
    names = column_of(books[1]["Arbeidsmarktregio"], "arbeidsmarktregio")
    assert names[-2] == "geen arbeidsmarktregio (Vijfheerenlanden, West Betuwe)"


def test_the_workbook_says_where_it_comes_from(books):
    told = " ".join(str(cell.value) for row in books[1]["Herkomst"] for cell in row)
    assert "Huisvestingswet 2014" in told
    assert "aanname" in told
    assert "volgt niet uit de sleutels" in told
    names = books[1].sheetnames
    assert {"Maten", "Sleutels", "Gemeenten", "Definities", "Splitsing", "Overname 1"} <= set(names)


def test_status_and_incentive_stand_in_the_table_of_measures(found):
    table = measures_text(found).set_index("maat")
    assert table.at["Juridische status", TIERS] == "bereikbaar via art. 29 lid 2"
    assert "Beloont" in table.at["Verkeerde prikkel of blinde vlek", "sociale_huurvoorraad"]
    assert table.at["Tekort boven 'kan'", "inwoners"] == "niet beschikbaar"


def test_an_unavailable_key_is_listed_with_its_reason(found, gegevens):
    row = keys_table(found).set_index("sleutel").loc["denemarken"]
    assert row["beschikbaar"] == "niet beschikbaar: kolom migranten ontbreekt in de cijfers"
    assert any("denemarken" in line for line in notes(found, gegevens))


def test_the_takeover_tells_each_area_its_true_total(found, gegevens):
    table = takeover_table(found, "sociale_huurvoorraad", gegevens)
    moved = found.maten.at["verplaatst", "sociale_huurvoorraad"]
    rows = found.gemeenten
    change = rows["sociale_huurvoorraad"] - rows["inwoners"]
    for soort, part in table.groupby("soort"):
        assert part["minder"].sum() == part["meer"].sum() == moved, soort
        assert part["saldo"].sum() == 0
    amsterdam = change[rows["gemeente"] == "Amsterdam"].item()
    there = rows["provincie"] == "Noord-Holland"
    line = table[table["gebied"] == "Noord-Holland"].iloc[0]
    assert line["meer"] == change[there].clip(lower=0).sum() >= amsterdam
    assert line["saldo"] == change[there].sum()


def test_two_tiers_leave_nothing_between_provinces_per_inhabitant(found, gegevens):
    table = split_scheefheid(found, "provincie", gegevens).set_index(["sleutel", "last_per"])
    inner = table.loc[(TIERS, "inwoners")]
    assert inner["deel_tussen"] < 0.001  # the first step goes by inhabitants: only rounding is left
    beeld = found.beelden[TIERS]
    whole = theil(beeld.counts, beeld.people)
    assert inner["tussen"] + inner["binnen"] == pytest.approx(whole, abs=1e-12)
    # Schiermonnikoog and Vlieland have persons by inhabitants and no corporation dwelling by CBS.
    assert table.loc[("inwoners", "vrijkomend"), "theil"] is None


def test_why_this_number_in_dutch(gegevens):
    (keuze,) = parse_keuzes(TIERS)
    lines = why_lines(explain_taakstelling("Groningen", keuze, Vraag("2025-2"), gegevens))
    text = "\n".join(lines)
    assert "13.000 personen (bekendgemaakt)" in text
    assert "Het gebied Groningen krijgt samen" in text
    assert "taakstelling van Groningen is 206 personen" in text
    assert "het verschil is +31" in text
