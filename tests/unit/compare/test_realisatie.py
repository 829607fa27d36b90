"""What was housed against what was asked, in mini-Nederland: 60, 30 and 10 persons asked."""

from fractions import Fraction

import pandas as pd
import pytest

from optimiser.compare.errors import RealisatieUnavailableError
from optimiser.compare.realisatie.beside import Som, brought, realisatie, statutory
from optimiser.compare.realisatie.column import check_realisatie
from optimiser.errors import InvalidTableError
from optimiser.report.vergelijking.realisatie import file_table, remarks, summary
from optimiser.scenario.scenario import Scenario
from optimiser.solve.run import solve_scenario
from optimiser.teksten import melding_for

CODES = pd.Index(["GM0001", "GM0002", "GM0003"], name="gm_code")
VRAAG = Scenario(halfjaar="2025-1")


def columns(cells, naam="realisatie", codes=CODES):
    return pd.DataFrame({naam: cells}, index=codes, dtype=object)


def found(gegevens, cells, scenario=VRAAG, naam="realisatie"):
    own = gegevens.with_columns(columns(cells, naam), "mijn cijfers.csv")
    return realisatie(solve_scenario(statutory(scenario), own), own)


def test_behind_ahead_and_exact_by_hand(mini):
    one = found(mini, ["45", "32", "10"])
    # asked 60 30 10; housed 45 32 10
    assert one.gemeenten["taakstelling"].tolist() == [60, 30, 10]
    assert one.gemeenten["verschil"].tolist() == [15, -2, 0]
    degrees = [Fraction(3, 4), Fraction(16, 15), Fraction(1)]
    assert one.gemeenten["realisatiegraad"].tolist() == degrees
    assert one.totaal == Som(3, 3, taakstelling=100, realisatie=87, achter=1, voor=1)
    assert (one.totaal.verschil, one.totaal.graad) == (13, Fraction(87, 100))
    assert one.bestand == "mijn cijfers.csv"


def test_provinces_add_up_to_the_total(mini):
    rows = found(mini, ["45", "32", "10"]).provincies.set_index("provincie")
    # A holds the first two: 90 asked, 77 housed
    assert rows.loc["A"].tolist() == [2, 2, 90, 77, 13, Fraction(77, 90)]
    assert rows.loc["B"].tolist() == [1, 1, 10, 10, 0, Fraction(1)]


def test_a_missing_figure_stays_missing_and_counts_nowhere(mini):
    one = found(mini, ["45", pd.NA, pd.NA])
    row = one.gemeenten.loc["GM0002"]
    assert row[["realisatie", "verschil"]].isna().all()
    assert row["realisatiegraad"] is None
    # only Grootstad is known: 60 asked and 45 housed, not 100 and 45
    assert one.totaal == Som(3, 1, taakstelling=60, realisatie=45, achter=1, voor=0)
    rows = one.provincies.set_index("provincie")
    assert rows.loc["A", ["gemeenten", "bekend", "taakstelling", "verschil"]].tolist() == [
        2, 1, 60, 15,
    ]  # fmt: skip
    assert rows.loc["B", "bekend"] == 0
    assert rows.loc["B", ["taakstelling", "realisatie", "verschil"]].isna().all()


def test_nobody_housed_is_a_figure(mini):
    one = found(mini, ["0", pd.NA, pd.NA])
    assert one.gemeenten.at["GM0001", "verschil"] == 60
    assert one.totaal.graad == 0


def test_the_key_of_the_scenario_does_not_matter(mini):
    other = VRAAG.adjusted(sleutel="woningvoorraad", uitruil={"binnen": "land"})
    assert found(mini, ["45", "32", "10"], other).totaal == found(mini, ["45", "32", "10"]).totaal


def test_capitals_and_a_decimal_without_meaning_do_not_matter(mini):
    assert found(mini, ["45.0", "32", "10"], naam="Realisatie").totaal.realisatie == 87


@pytest.mark.parametrize("cell", ["12.5", "-1"])
def test_what_is_no_number_of_persons_is_refused_with_its_place(cell):
    with pytest.raises(InvalidTableError) as caught:
        check_realisatie(columns(["45", cell, cell]), "mijn cijfers.csv")
    assert caught.value.params["aantal"] == 2
    told = melding_for(caught.value).tekst
    assert "mijn cijfers.csv" in told
    assert f"GM0002, kolom realisatie: '{cell}' is geen heel aantal" in told


def test_without_the_column_there_is_nothing_to_show(mini):
    assert not brought(mini)
    with pytest.raises(RealisatieUnavailableError) as caught:
        realisatie(solve_scenario(VRAAG, mini), mini)
    assert "kolom die realisatie heet" in melding_for(caught.value).tekst


def test_an_empty_column_is_not_a_row_of_zeros(mini):
    assert not brought(mini.with_columns(columns([pd.NA] * 3), "leeg.csv"))
    with pytest.raises(RealisatieUnavailableError, match="waarin getallen staan"):
        found(mini, [pd.NA] * 3)


def test_a_file_of_other_gemeenten_is_not_matched(gegevens):
    newest = gegevens.gemeenten[max(gegevens.gemeenten)][0].tabel
    own = gegevens.with_columns(columns(["1"] * len(newest), codes=newest.index), "nieuw.csv")
    assert brought(own)
    with pytest.raises(RealisatieUnavailableError, match="355 gemeenten"):
        realisatie(solve_scenario(Scenario(halfjaar="2021-1"), own), own)
    # the column has no year of its own: it also fits an earlier table of the same gemeenten
    early = solve_scenario(Scenario(halfjaar="2024-1"), own)
    assert realisatie(early, own).totaal.bekend == 342


def test_the_words_say_over_how_many(mini):
    one = found(mini, ["45", "32", pd.NA])
    assert summary(one, "2025-1") == (
        "In 2025-1: 77 personen gehuisvest op een taakstelling van 90; realisatiegraad "
        "85,6\N{NO-BREAK SPACE}%, een achterstand van 13 personen. Berekend over 2 van de 3 "
        "gemeenten."
    )
    told = " ".join(remarks(one, "2025-1"))
    assert "eigen bestand mijn cijfers.csv" in told
    assert "verandert de volgende taakstelling niet vanzelf" in told
    assert "niet beschikbaar" in told


def test_a_file_says_niet_beschikbaar_and_a_degree_in_percent(mini):
    table = file_table(found(mini, ["45", "32", pd.NA]).gemeenten)
    assert table.index.name == "gm_code"  # or it would not be written
    assert table["verschil"].tolist() == [15, -2, "niet beschikbaar"]
    # 32 of 30 is 106,67 %
    assert [str(v) for v in table["realisatiegraad_pct"]] == ["75.0", "106.7", "niet beschikbaar"]
