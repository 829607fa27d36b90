"""Keys beside each other in mini-Nederland: every number can be checked by head."""

from fractions import Fraction

import pandas as pd
import pytest

from optimiser.compare import Vraag, compare_sleutels, explain_difference, parse_keuze, parse_keuzes
from optimiser.compare.changes.uitschieters import find_uitschieters
from optimiser.compare.errors import (
    SleutelKeuzeError,
    UnknownGemeenteError,
)
from optimiser.compare.gemeente.waarom import explain_taakstelling
from optimiser.compare.gemeente.zoek import find_gemeente
from optimiser.io.gegevens import read_embedded
from optimiser.report.antwoord.waarom import why_lines
from optimiser.scenario.scenario import Scenario
from optimiser.teksten import melding_for


@pytest.fixture
def found(mini):
    return compare_sleutels(
        Vraag("2025-1", parse_keuzes("woningvoorraad,sociale_huurvoorraad")), mini
    )


def test_the_reference_comes_first_and_every_key_closes(found):
    assert found.labels == ["inwoners", "woningvoorraad", "sociale_huurvoorraad"]
    # inhabitants 60 30 10; dwellings 20 20 10; corporation dwellings 10 5 0
    assert found.gemeenten["inwoners"].tolist() == [60, 30, 10]
    assert found.gemeenten["woningvoorraad"].tolist() == [40, 40, 20]
    # exact 66,7 and 33,3; of the last person the first lacks the larger part
    assert found.gemeenten["sociale_huurvoorraad"].tolist() == [67, 33, 0]


def test_measures_by_head(found):
    maten = found.maten["woningvoorraad"]
    # 60 30 10 -> 40 40 20: twenty move, one gets fewer, two get more
    assert (maten["verplaatst"], maten["stijgers"], maten["dalers"]) == (20, 2, 1)
    assert (maten["grootste_stijging"], maten["grootste_daling"]) == (10, 20)
    assert (maten["inwoners_stijgers"], maten["inwoners_dalers"]) == (40, 60)
    assert maten["hoover_inwoners"] == Fraction(20, 100)
    assert maten["last_hoogste"] == 2000  # 20 persons on 10 inhabitants
    assert maten["tekort_kan"] is None  # not supplied: not zero


def test_the_best_of_a_row_is_marked(found):
    row = found.beste.loc["hoover_inwoners"]
    assert row.tolist() == [True, False, False]


def test_kan_and_wil_give_a_shortage_when_supplied(mini, mini_tabel):
    limits = pd.DataFrame({"kan": ["60", "35", "50"], "wil": ["0", "3", "50"]}, mini_tabel.index)
    found = compare_sleutels(
        Vraag("2025-1", parse_keuzes("woningvoorraad")), mini.with_columns(limits, "k.csv")
    )
    assert found.maten.at["tekort_kan", "woningvoorraad"] == 5  # 40 over 35
    assert found.maten.at["tekort_wil", "woningvoorraad"] == 7  # ten more where three are offered


def test_a_key_without_its_figures_is_listed_with_the_reason(mini):
    found = compare_sleutels(Vraag("2025-1"), mini)
    assert "ses_woa" in found.niet_beschikbaar.get("sociaaleconomisch", "ses_woa")
    assert found.niet_beschikbaar["denemarken"] == "kolom migranten ontbreekt in de cijfers"
    keys = parse_keuzes("denemarken,woningvoorraad")
    told = compare_sleutels(Vraag("2025-1", keys), mini)
    assert told.labels == ["inwoners", "woningvoorraad"]  # what comes after it is still computed


def test_options_are_read_strictly():
    with pytest.raises(SleutelKeuzeError):
        parse_keuzes("gemengd")
    with pytest.raises(SleutelKeuzeError):
        parse_keuzes("inwoners:beta=1")
    with pytest.raises(SleutelKeuzeError):
        parse_keuzes("twee_traps:inwoners")
    with pytest.raises(SleutelKeuzeError):
        parse_keuzes(" , ")


def test_outliers_absolute_and_per_1000(found):
    """60 30 10 becomes 40 40 20 among as many inhabitants; even gains stand by code."""
    rows = find_uitschieters(found, "woningvoorraad")
    assert rows[["lijst", "gm_code", "verschil"]].to_numpy().tolist() == [
        ["stijging", "GM0002", 10],
        ["stijging", "GM0003", 10],
        ["daling", "GM0001", -20],
        ["stijging per 1.000 inwoners", "GM0003", 10],
        ["stijging per 1.000 inwoners", "GM0002", 10],
        ["daling per 1.000 inwoners", "GM0001", -20],
    ]
    assert rows.loc[3, ["was", "wordt", "inwonertal", "provincie"]].tolist() == [10, 20, 10, "B"]
    assert rows["verschil_per_1000"].tolist()[2:4] == [Fraction(-1000, 3), Fraction(1000)]
    few = find_uitschieters(found, "woningvoorraad", 1)
    assert few["gm_code"].tolist() == ["GM0002", "GM0001", "GM0003", "GM0001"]


def test_a_difference_is_split_into_causes_that_add_up(mini):
    old = Scenario(halfjaar="2025-1")
    new = Scenario(
        halfjaar="2025-1",
        sleutel="woningvoorraad",
        uitruil={"binnen": "land"},
        gemeenten={"GM0003": {"kan": 15}},
    )
    split = explain_difference(old, new, mini)
    # key: -20 +10 +10; then at most 15 in the third: five over 40 and 40, the tie to the lower code
    assert split["sleutel"].tolist() == [-20, 10, 10]
    assert split["capaciteit"].tolist() == [3, 2, -5]
    causes = split.drop(columns=["gemeente", "oud", "nieuw", "verschil"])
    assert (causes.sum(axis=1) == split["verschil"]).all()
    assert (split["oud"] + split["verschil"] == split["nieuw"]).all()


def test_why_this_number_goes_from_figures_to_persons(mini):
    told = explain_taakstelling("Kleindorp", *_question("woningvoorraad"), mini)
    facts = [stap.feiten for stap in told.stappen]
    assert any(fact.get("aandeel") == Fraction(1, 5) for fact in facts)
    assert any(20 in fact.values() for fact in facts)


def _question(label):
    (keuze,) = parse_keuzes(label)
    return keuze, Vraag("2025-1", (keuze,))


def test_a_gemeente_is_found_by_name_or_code_or_told_what_is_near(mini_tabel):
    names = mini_tabel["gemeente"]
    assert find_gemeente("GM0003", names) == find_gemeente("kleindorp", names) == "GM0003"
    with pytest.raises(UnknownGemeenteError) as caught:
        find_gemeente("Kleindrop", names)
    assert "Kleindorp" in melding_for(caught.value).tekst


def test_a_gemeente_is_found_as_people_write_it():
    names = pd.Series(
        {"GM0518": "'s-Gravenhage", "GM0653": "Súdwest-Fryslân", "GM0003": "Appingedam"}
    )
    assert find_gemeente("3", names) == find_gemeente("0003", names) == "GM0003"
    assert find_gemeente("Den Haag", names) == "GM0518"
    assert find_gemeente("Sudwest Fryslan", names) == "GM0653"


def test_a_part_of_a_name_is_answered_with_five_names_at_most():
    names = pd.Series({f"GM{n:04d}": f"Dorp {n}" for n in range(1, 8)})
    with pytest.raises(UnknownGemeenteError) as caught:
        find_gemeente("dorp", names)
    assert caught.value.params["gemeente"] == "dorp"
    assert caught.value.params["lijkt_op"] == [f"Dorp {n}" for n in range(1, 6)]
    with pytest.raises(UnknownGemeenteError) as caught:
        find_gemeente("", names)
    assert caught.value.params["lijkt_op"] == ["geen enkele naam"]


def test_a_column_of_the_user_has_no_date_of_its_own():
    figures = read_embedded()
    own = figures.figures(2024).tabel[["inwoners"]].astype(str)
    figures = figures.with_columns(own.rename(columns={"inwoners": "plekken"}), "eigen.csv")
    told = why_lines(
        explain_taakstelling("Urk", parse_keuze("eigen:plekken"), Vraag("2025-2"), figures)
    )
    assert any("Kolom plekken in het eigen bestand" in line for line in told)
    assert not any("plekken op 1 januari" in line for line in told)
