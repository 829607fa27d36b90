"""The shares of a key over the years: the quick road gives what the exact shares are."""

import pytest

from optimiser.compare.jaren import yearly_changes, yearly_shares
from optimiser.compare.keuze import parse_keuze
from optimiser.verdeelsleutels import shares


@pytest.mark.parametrize(
    "text",
    [
        "inwoners",
        "gemengd:inwoners=60+huishoudens=40",
        "twee_traps:inwoners/woningvoorraad@provincie",
    ],
)
def test_every_year_has_the_exact_shares(gegevens, text):
    keuze = parse_keuze(text)
    found = yearly_shares(keuze, gegevens, 13000)
    assert list(found)[:2] == [2020, 2021]
    for year, quick in found.items():
        figures = gegevens.gemeenten[year][0].tabel
        groups = None
        if keuze.opties.gebied:
            groups = gegevens.regios_of(keuze.opties.gebied, figures.index)
        exact = shares(keuze.sleutel, figures, keuze.opties.adjusted(totaal=13000), groups)
        assert quick.to_numpy() == pytest.approx(exact.map(float).to_numpy(), rel=1e-9)
        assert quick.index.equals(exact.index)


def test_a_mix_that_counts_one_key_wholly_changes_as_that_key_does(gegevens):
    alone = yearly_changes(parse_keuze("inwoners"), gegevens, 13000)
    mixed = yearly_changes(parse_keuze("gemengd:inwoners=100+huishoudens=0"), gegevens, 13000)
    assert mixed == pytest.approx(alone)
