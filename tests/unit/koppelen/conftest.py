"""The hand example: every number can be checked by head."""

import pandas as pd
import pytest

from optimiser.koppelen.aannames import KLASSEN
from optimiser.koppelen.vraag import Koppelvraag


@pytest.fixture(scope="module")
def vraag():
    """Return the hand example of three gemeenten, and an area with one family too large."""
    table = pd.DataFrame(
        {
            "gemeente": ["A", "B", "C", "D"],
            "gebied": ["x", "x", "x", "y"],
            "taakstelling": [6, 5, 4, 8],
            "inwoners": 9_000,
        },
        index=pd.Index(["GM0001", "GM0002", "GM0003", "GM0004"], name="gm_code"),
    )
    homes = [(2, 1, 0, 0, 1, 0), (1, 1, 0, 1, 0, 0), (2, 1, 0, 0, 0, 0), (0, 0, 0, 1, 0, 0)]
    names = [klasse.naam for klasse, _ in KLASSEN]
    return Koppelvraag(
        table,
        {"x": {1: 4, 2: 1, 4: 1, 5: 1}, "y": {3: 1, 5: 1}},
        pd.DataFrame(homes, index=table.index, columns=names),
        tuple(klasse for klasse, _ in KLASSEN),
    )
