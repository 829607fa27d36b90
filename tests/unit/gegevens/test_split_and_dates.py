"""Persons of a split gemeente, and quantities that change in the middle of a year."""

from dataclasses import replace
from fractions import Fraction

import pandas as pd
import pytest

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.gegevens.herindeling import convert
from optimiser.gegevens.indeling import GemeentenTabel, Indeling
from optimiser.gegevens.parameters import Parameter


def table(people, year):
    frame = pd.DataFrame(
        {"gemeente": [f"plaats {code}" for code in people], "inwoners": list(people.values())},
        index=pd.Index(list(people), name="gm_code"),
    )
    return GemeentenTabel(frame, Indeling(year, len(people)), year, "rekenvoorbeeld")


@pytest.mark.parametrize(
    ("people", "parts", "expected"),
    [
        # 10 persons, a third and two thirds: 3,33 and 6,67, so the tenth goes to the second.
        (10, (Fraction(1, 3), Fraction(2, 3)), [3, 7]),
        (10, (Fraction(2, 3), Fraction(1, 3)), [7, 3]),
        # 11 persons over 1/2, 3/10 and 1/5: 5,5 3,3 and 2,2.
        (11, (Fraction(1, 2), Fraction(3, 10), Fraction(1, 5)), [6, 3, 2]),
        # Equal remainders: the first code.
        (7, (Fraction(1, 2), Fraction(1, 2)), [4, 3]),
    ],
)
def test_the_rest_of_a_split_goes_to_the_largest_remainder(people, parts, expected):
    successors = [f"GM000{i + 2}" for i in range(len(parts))]
    rows = pd.DataFrame(
        {
            "ingangsdatum": pd.Timestamp("2025-01-01"),
            "oude_gm_code": "GM0001",
            "oude_gemeente": "plaats GM0001",
            "nieuwe_gm_code": successors,
            "nieuwe_gemeente": [f"plaats {code}" for code in successors],
        }
    )
    shares = {("GM0001", code): part for code, part in zip(successors, parts, strict=True)}
    target = table(dict.fromkeys(successors, 0), 2025)
    after = convert(table({"GM0001": people}, 2024), target, rows, shares)
    assert after.tabel["inwoners"].tolist() == expected


def test_a_value_of_1_july_holds_in_the_second_half_year_and_not_in_the_first(mini):
    waarden = [
        {"vanaf": "2024-01-01", "waarde": 7, "bron": "rekenvoorbeeld"},
        {"vanaf": "2025-07-01", "waarde": 8, "bron": "rekenvoorbeeld"},
        {"vanaf": "2026-01-01", "waarde": 9, "bron": "rekenvoorbeeld"},
    ]
    one = Parameter.model_validate(
        {"naam": "p", "omschrijving": "", "eenheid": "%", "status": "aanname", "waarden": waarden}
    )
    figures = replace(mini, parameters={"p": one})
    found = [figures.parameter("p", Halfjaar.parse(h)) for h in ("2025-1", "2025-2", "2026-1")]
    assert found == [7, 8, 9]
