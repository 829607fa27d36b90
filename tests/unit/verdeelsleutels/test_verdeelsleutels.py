"""Every key does what its explanation says; what it lacks makes it unavailable, never zero."""

from fractions import Fraction

import pandas as pd
import pytest

from optimiser.errors import (
    MixingWeightsError,
    UnknownVerdeelsleutelError,
    VerdeelsleutelUnavailableError,
)
from optimiser.teksten import melding_for
from optimiser.verdeelsleutels import (
    REGISTER,
    RechtsStatus,
    SleutelOpties,
    availability,
    listed,
    shares,
)
from optimiser.verdeelsleutels.registry import verdeelsleutel


def of(naam, table, groups=None, **opties):
    return [str(s) for s in shares(naam, table, SleutelOpties(**opties), groups)]


def test_the_statutory_key_follows_inhabitants(mini_tabel):
    assert of("inwoners", mini_tabel) == ["3/5", "3/10", "1/10"]


def test_households_and_dwellings(mini_tabel):
    assert of("huishoudens", mini_tabel) == ["3/5", "1/5", "1/5"]
    assert of("woningvoorraad", mini_tabel) == ["2/5", "2/5", "1/5"]


def test_social_stock_is_dwellings_times_corporation_share(mini_tabel):
    # 20 x 50 % = 10, 20 x 25 % = 5, 10 x 0 % = 0
    assert of("sociale_huurvoorraad", mini_tabel) == ["2/3", "1/3", "0"]


def test_one_national_turnover_leaves_the_social_stock_and_a_column_does_not(mini_tabel):
    stock = of("sociale_huurvoorraad", mini_tabel)
    assert of("vrijkomende_sociale_huur", mini_tabel) == stock
    rates = mini_tabel.assign(mutatiegraad=["0.05", "0.10", "0.10"])
    # 10 x 5 % = 0,5 and 5 x 10 % = 0,5
    assert of("vrijkomende_sociale_huur", rates) == ["1/2", "1/2", "0"]


def test_land_area_is_inhabitants_over_density(mini_tabel):
    table = mini_tabel.assign(inwoners_per_km2_land=[60, 10, 10])  # 1, 3 and 1 km2
    assert of("oppervlakte", table) == ["1/5", "3/5", "1/5"]


def test_ses_shifts_towards_the_higher_score(mini_tabel):
    table = mini_tabel.assign(ses_woa=["0", "0", "1"])
    # 60, 30 and 10 x (1 + 0,5) = 15
    assert of("sociaaleconomisch", table, beta="0.5") == ["4/7", "2/7", "1/7"]


def test_reception_is_credited_but_marked_as_not_allowed(mini_tabel):
    table = mini_tabel.assign(opvangplaatsen=["100", "0", "0"])
    # together 200: shares 120, 60, 20; minus reception 20, 60, 20
    assert of("verrekening_opvang", table, totaal=100) == ["1/5", "3/5", "1/5"]
    assert REGISTER["verrekening_opvang"].toelichting.status is RechtsStatus.NIET_TOEGESTAAN


def test_germany_weighs_tax_twice(mini_tabel):
    table = mini_tabel.assign(belastingopbrengst=["0", "0", "9"])
    assert of("duitsland", table) == ["1/5", "1/10", "7/10"]


def test_sweden_needs_four_columns(mini_tabel):
    table = mini_tabel.assign(
        zweden_45=["1", "0", "0"], zweden_30=["0", "1", "0"],
        zweden_15=["0", "0", "1"], zweden_10=["1", "0", "0"],
    )  # fmt: skip
    assert of("zweden", table) == ["11/20", "3/10", "3/20"]


def test_the_european_key_caps_its_corrections(mini_tabel):
    table = mini_tabel.iloc[:2].assign(
        inwoners=[1, 1], brp=["1", "1"], eerdere_opvang_per_inwoner=["1", "9"],
        werkloosheid=["1", "1"],
    )  # fmt: skip
    # base 0,4 each, cap 0,12: corrections 0,09 against 0,01 and 0,05 against 0,05
    assert of("europa", table) == [str(Fraction(54, 100)), str(Fraction(46, 100))]


def test_a_mix_is_the_weighed_average(mini_tabel):
    weights = {"inwoners": "50", "woningvoorraad": "50"}
    assert of("gemengd", mini_tabel, gewichten=weights) == ["1/2", "7/20", "3/20"]


@pytest.mark.parametrize(
    ("weights", "reason"),
    [
        ({"inwoners": "50"}, "samen 50, niet 100"),
        ({"gemengd": "100"}, "samengestelde"),
        ({"inwoners": "60", "huishoudens": "41"}, "samen 101"),
    ],
)
def test_wrong_weights_are_refused(mini_tabel, weights, reason):
    with pytest.raises(MixingWeightsError) as caught:
        of("gemengd", mini_tabel, gewichten=weights)
    assert reason in melding_for(caught.value).tekst


def test_two_tiers_divide_over_regions_first(mini_tabel):
    groups = pd.Series(["A", "A", "B"], index=mini_tabel.index)
    # regions by inhabitants 9/10 and 1/10; inside A by dwellings half and half
    got = of("twee_traps", mini_tabel, groups, eerst="inwoners", daarna="woningvoorraad",
             gebied="provincie")  # fmt: skip
    assert got == ["9/20", "9/20", "1/10"]


def test_two_tiers_refuse_a_gemeente_without_region(mini_tabel):
    groups = pd.Series(["A", "A", None], index=mini_tabel.index)
    with pytest.raises(VerdeelsleutelUnavailableError) as caught:
        of("twee_traps", mini_tabel, groups, eerst="inwoners", daarna="inwoners", gebied="corop")
    assert "GM0003" in melding_for(caught.value).tekst


def test_an_own_column_keeps_its_decimals_exactly(mini_tabel):
    table = mini_tabel.assign(plekken=["0.1", "0.2", "0.7"])
    assert of("eigen", table, kolom="plekken") == ["1/10", "1/5", "7/10"]


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (["1", pd.NA, "1"], "GM0002"),
        (["1", "-1", "1"], "negatief"),
        (["0", "0", "0"], "nul"),
        (["1", "x", "1"], "anders dan getallen"),
    ],
)
def test_a_broken_column_makes_the_key_unavailable(mini_tabel, cells, reason):
    with pytest.raises(VerdeelsleutelUnavailableError) as caught:
        of("eigen", mini_tabel.assign(plekken=cells), kolom="plekken")
    assert reason in melding_for(caught.value).tekst


def test_a_missing_column_is_named(mini_tabel):
    assert availability("sociaaleconomisch", mini_tabel) == "kolom ses_woa ontbreekt in de cijfers"
    empty = mini_tabel.assign(huishoudens=[1, pd.NA, 3])
    assert availability("huishoudens", empty) == "kolom huishoudens is leeg voor GM0002"


def test_an_option_that_does_not_belong_is_refused(mini_tabel):
    with pytest.raises(VerdeelsleutelUnavailableError) as caught:
        of("inwoners", mini_tabel, beta="0.5")
    assert "beta hoort niet bij" in melding_for(caught.value).tekst


def test_an_unknown_key_names_those_that_exist(mini_tabel):
    with pytest.raises(UnknownVerdeelsleutelError) as caught:
        of("inwonners", mini_tabel)
    assert "woningvoorraad" in melding_for(caught.value).tekst


def test_a_name_can_be_registered_once():
    with pytest.raises(ValueError, match="twice"):
        verdeelsleutel("inwoners", REGISTER["inwoners"].toelichting)(lambda t, _: t["inwoners"])


def test_every_key_explains_itself_and_the_law_comes_first():
    assert listed()[0].naam == "inwoners"
    for key in listed():
        told = key.toelichting
        assert all(len(text) > 8 for text in (told.titel, told.uitleg, told.bron, told.prikkel))
