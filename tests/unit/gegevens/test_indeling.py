"""Tables of different indelingen meet only along the mergers, and a split is never guessed."""

from fractions import Fraction

import pytest

from optimiser.errors import (
    IndelingConversionError,
    IndelingMismatchError,
    SplitGemeenteError,
    UnknownPeiljaarError,
)
from optimiser.gegevens.indeling import require_same
from optimiser.teksten import melding_for

HAAREN = "GM0788"
SUCCESSORS = ("GM0757", "GM0824", "GM0855", "GM0865")  # Boxtel, Oisterwijk, Tilburg, Vught


def test_two_indelingen_do_not_combine(gegevens):
    with pytest.raises(IndelingMismatchError) as caught:
        require_same(gegevens.figures(2021).indeling, gegevens.figures(2022).indeling)
    assert "352 gemeenten" in melding_for(caught.value).tekst


def test_years_without_a_merger_share_their_indeling(gegevens):
    require_same(gegevens.figures(2019).indeling, gegevens.figures(2020).indeling)
    require_same(gegevens.figures(2023).indeling, gegevens.figures(2025).indeling)


@pytest.mark.parametrize(("year", "target", "count"), [(2021, 2022, 345), (2021, 2025, 342)])
def test_mergers_keep_every_inhabitant(gegevens, year, target, count):
    before, after = gegevens.figures(year), gegevens.figures(year, target)
    assert len(after.tabel) == count
    for column in ("inwoners", "huishoudens", "woningvoorraad"):
        assert after.tabel[column].sum() == before.tabel[column].sum()


def test_voorne_aan_zee_is_the_sum_of_its_three_parts(gegevens):
    old = gegevens.figures(2022).tabel["inwoners"]
    new = gegevens.figures(2022, 2023).tabel["inwoners"]
    # Brielle, Hellevoetsluis, Westvoorne
    assert new["GM1992"] == old["GM0501"] + old["GM0530"] + old["GM0614"]


def test_a_percentage_of_a_merged_gemeente_is_weighed_by_dwellings(gegevens):
    old = gegevens.figures(2022).tabel
    parts = ["GM0363", "GM0457"]  # Amsterdam, Weesp
    weight = [float(old.at[c, "woningvoorraad"]) for c in parts]
    share = [float(old.at[c, "pct_corporatie"]) for c in parts]
    expected = (weight[0] * share[0] + weight[1] * share[1]) / sum(weight)
    new = gegevens.figures(2022, 2023).tabel
    assert new.at["GM0363", "pct_corporatie"] == pytest.approx(expected)


def test_urbanity_of_a_merged_gemeente_is_unknown_not_guessed(gegevens):
    new = gegevens.figures(2022, 2023).tabel
    assert new["stedelijkheid_1_5"].isna()["GM1992"]
    assert not new["stedelijkheid_1_5"].isna()["GM0014"]


def test_haaren_is_refused_without_shares(gegevens):
    with pytest.raises(SplitGemeenteError) as caught:
        gegevens.figures(2020, 2021)
    text = str(melding_for(caught.value))
    assert "Haaren (GM0788)" in text
    assert "Boxtel, Oisterwijk, Tilburg, Vught" in text


def test_haaren_is_divided_by_the_shares_of_the_user(gegevens):
    quarter = {(HAAREN, code): Fraction(1, 4) for code in SUCCESSORS}
    new = gegevens.figures(2020, 2021, quarter).tabel["inwoners"]
    old = gegevens.figures(2020).tabel["inwoners"]
    assert new.sum() == 17_407_585
    assert len(new) == 352
    gained = [new[c] - old[c] for c in SUCCESSORS]
    assert sum(gained) == old[HAAREN]
    assert max(gained) - min(gained) <= 1


def test_shares_that_do_not_sum_to_one_are_refused(gegevens):
    half = {(HAAREN, code): Fraction(1, 2) for code in SUCCESSORS}
    with pytest.raises(SplitGemeenteError):
        gegevens.figures(2020, 2021, half)


def test_going_back_in_time_is_refused(gegevens):
    with pytest.raises(IndelingConversionError):
        gegevens.figures(2025, 2021)


def test_an_unknown_year_names_those_known(gegevens):
    with pytest.raises(UnknownPeiljaarError) as caught:
        gegevens.figures(2030)
    assert "2018, 2019" in melding_for(caught.value).tekst
