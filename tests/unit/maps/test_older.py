from fractions import Fraction

import pandas as pd
import pytest

from optimiser.errors import SplitGemeenteError
from optimiser.io.tables import read_herindelingen
from optimiser.maps import counts_on_map

APPINGEDAM, DELFZIJL, LOPPERSUM, HAAREN = "GM0003", "GM0010", "GM0024", "GM0788"


def test_the_parts_of_eemsdelta_add_up():
    values = pd.Series({APPINGEDAM: 10, DELFZIJL: 20, LOPPERSUM: 5, "GM0014": 7})
    summed = counts_on_map(values, read_herindelingen(), 2020, 2023)
    assert summed.to_dict() == {"GM0014": 7, "GM1979": 35}


def test_an_unknown_part_makes_the_whole_unknown():
    values = pd.Series({APPINGEDAM: 10, DELFZIJL: None})
    assert pd.isna(counts_on_map(values, read_herindelingen(), 2020, 2023)["GM1979"])


def test_a_split_gemeente_needs_shares():
    with pytest.raises(SplitGemeenteError):
        counts_on_map(pd.Series({HAAREN: 8}), read_herindelingen(), 2020, 2023)


def test_given_shares_keep_the_sum():
    targets = ("GM0757", "GM0824", "GM0855", "GM0865")
    shares = {(HAAREN, code): Fraction(1, 4) for code in targets}
    summed = counts_on_map(pd.Series({HAAREN: 8}), read_herindelingen(), 2020, 2023, shares)
    assert summed.to_dict() == dict.fromkeys(targets, 2)
