"""Regions first: with the statutory key the sum of every province stays the statutory one."""

from optimiser import Scenario, Vraag, compare_sleutels, read_gegevens
from optimiser.compare.keuze import parse_keuze
from optimiser.verdeelsleutels import RechtsStatus

KEY = "twee_traps:inwoners/sociale_huurvoorraad@provincie"


def test_no_person_crosses_a_border_of_a_province():
    """Zuid-Holland keeps 2,771; 1,482 persons move and 5.3 % remains (independent computation)."""
    found = compare_sleutels(Vraag.of(Scenario(halfjaar="2025-2"), KEY), read_gegevens())
    sums = found.gemeenten.groupby("provincie")[["inwoners", KEY]].sum()
    assert sums["inwoners"].tolist() == sums[KEY].tolist()
    assert sums.at["Zuid-Holland", KEY] == 2771
    assert found.maten.at["verplaatst", KEY] == 1482
    assert round(float(found.maten.at["hoover_vrijkomend", KEY]), 3) == 0.053


def test_another_first_tier_is_another_law():
    assert parse_keuze(KEY).status is RechtsStatus.ARTIKEL_29_2
    own = parse_keuze("twee_traps:woningvoorraad/inwoners@provincie")
    assert own.status is RechtsStatus.WETSWIJZIGING
    assert parse_keuze("inwoners").status is RechtsStatus.GELDEND
