"""Mini-Nederland: three gemeenten, two regions, sums one can do by head."""

import os
from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import HealthCheck, settings

from optimiser.gegevens.gegevens import Gegevens
from optimiser.gegevens.indeling import GemeentenTabel, Indeling
from optimiser.io.gegevens import read_embedded
from tests.databases import without_waiting_for_the_disk

without_waiting_for_the_disk()

# On one machine other examples each time; in .ci/run the same ones, so that unchanged code cannot
# turn red. A case that was found is pinned with @example. The long search, outside both:
# python -m pytest -m hypothesis --hypothesis-profile=long
SUITE = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.register_profile("suite", SUITE)
settings.register_profile("ci", SUITE, derandomize=True)
settings.register_profile("long", SUITE, max_examples=3000)
settings.register_profile("mutatie", SUITE, derandomize=True, max_examples=12)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))


@pytest.fixture(scope="session")
def gegevens() -> Gegevens:
    """The embedded figures."""
    return read_embedded()


@pytest.fixture
def mini_tabel() -> pd.DataFrame:
    """60, 30 and 10 inhabitants; 20, 20 and 10 dwellings, of which 50, 25 and 0 % corporation."""
    return pd.DataFrame(
        {
            "gemeente": ["Grootstad", "Middelstad", "Kleindorp"],
            "inwoners": [60, 30, 10],
            "huishoudens": [30, 10, 10],
            "woningvoorraad": [20, 20, 10],
            "pct_corporatie": [50, 25, 0],
        },
        index=pd.Index(["GM0001", "GM0002", "GM0003"], name="gm_code"),
    )


@pytest.fixture
def mini(mini_tabel: pd.DataFrame, gegevens: Gegevens) -> Gegevens:
    """Mini-Nederland as figures of 2024, region A (two gemeenten) and B (one)."""
    table = GemeentenTabel(mini_tabel, Indeling(2024, 3), 2024, "rekenvoorbeeld")
    regios = pd.DataFrame(
        {
            "gemeente": mini_tabel["gemeente"],
            "provincie": ["A", "A", "B"],
            "veiligheidsregio": ["A", "A", "B"],
            "corop": ["A", "B", "B"],
            "arbeidsmarktregio": ["A", "A", None],
        },
        index=mini_tabel.index,
    )
    landelijk = pd.DataFrame(
        {"taakstelling": [100], "bron": ["rekenvoorbeeld"]}, index=pd.Index(["2025-1"])
    )
    return Gegevens(
        gemeenten={2024: (table,)},
        regios=regios,
        herindelingen=gegevens.herindelingen.iloc[:0],
        landelijk=landelijk,
        tabel1=gegevens.tabel1,
        tabel2=gegevens.tabel2,
        parameters=gegevens.parameters,
        wet=gegevens.wet,
        version="mini",
    )


@pytest.fixture
def thirds() -> dict[str, Fraction]:
    """A third and two thirds."""
    return {"GM0001": Fraction(1, 3), "GM0002": Fraction(2, 3)}
