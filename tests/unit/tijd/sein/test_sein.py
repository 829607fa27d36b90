"""Early warning: facts by hand, the ladder untouched, and how often a sign was right."""

from datetime import date

import pandas as pd
import pytest

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.io.gegevens import read_embedded
from optimiser.tijd.grootboek import Boeking, BoekingSoort, Grootboek
from optimiser.tijd.grootboek.printed import embedded_grootboek
from optimiser.tijd.sein.facts import sein_table
from optimiser.tijd.sein.measured import measure_sein

SPRING, AUTUMN = Halfjaar(2024, 1), Halfjaar(2024, 2)


def booked(code, periode, begin, asked, done, day):
    return [
        Boeking(code, periode, BoekingSoort(soort), n, on, on)
        for soort, n, on in (
            ("beginstand", begin, periode.eerste_dag),
            ("taakstelling", asked, periode.eerste_dag),
            ("realisatie", done, day),
        )
    ]


@pytest.fixture
def course():
    """One far behind half-way, one ahead, one exactly on pace; all housed 12 in the spring."""
    middle = date(2024, 10, 1)
    rows = []
    for code, begin, done in (("GM0001", 6, 3), ("GM0002", -6, 12), ("GM0003", 0, 6)):
        rows += booked(code, SPRING, begin, 12, 12, SPRING.laatste_dag)
        rows += booked(code, AUTUMN, begin, 12, done, middle)
    return Grootboek.of(rows).course()


def test_what_stands_out_is_told_and_sorted_by_months_of_work(course):
    table = sein_table(course, AUTUMN, "gemeente")
    assert list(table.index) == ["GM0001", "GM0003", "GM0002"]
    first = table.loc["GM0001"]
    # 6 + 12 x 3/6 - 3 behind; (18 - 3)/3 a month needed, 3/3 so far, 12/6 in the best half-year.
    assert first[["naar_rato", "maal_tempo", "maal_hoogste"]].tolist() == [9, 5, 2.5]
    assert first["feiten"] == ("naar_rato", "nooit_gehaald", "opgave_hoog")
    assert table.at["GM0003", "feiten"] == ()
    assert table.at["GM0002", "naar_rato"] == -12


def test_too_few_coupled_is_what_is_asked_less_what_is_coupled(course):
    coupled = pd.Series({"GM0001": 10, "GM0003": 12})
    table = sein_table(course, AUTUMN, "gemeente", gekoppeld=coupled)
    assert table.at["GM0001", "te_weinig_gekoppeld"] == 12 + 6 - 10
    assert table.at["GM0003", "te_weinig_gekoppeld"] == 0
    assert pd.isna(table.at["GM0002", "te_weinig_gekoppeld"])


def test_the_ladder_is_shown_as_delivered_and_lowers_nothing(course):
    ladder = pd.DataFrame(
        {
            "trede": ["3"],
            "sinds": [date(2024, 2, 1)],
            "verschoonbaar": ["te_weinig_gekoppeld"],
            "besluit": ["brief 12"],
        },
        index=["GM0001"],
    )
    plain = sein_table(course, AUTUMN, "gemeente")
    marked = sein_table(course, AUTUMN, "gemeente", ladder=ladder)
    assert marked.at["GM0001", "trede"] == "3"
    assert "verschoonbaar" in marked.at["GM0001", "feiten"]
    assert marked["saldo"].equals(plain["saldo"])
    assert marked["trede"].isna().sum() == 2


def test_the_sign_is_measured_over_the_half_years_that_are_over():
    course = embedded_grootboek(read_embedded()).course()
    found = measure_sein(course)
    assert (found.gevallen, found.van, found.tot) == (48, "2019-2", "2021-1")
    assert (found.seinen, found.goed, found.slecht, found.gemist) == (26, 15, 19, 4)
    lower = measure_sein(course, threshold=1.2)
    assert (lower.seinen, lower.goed, lower.gemist) == (34, 17, 2)
