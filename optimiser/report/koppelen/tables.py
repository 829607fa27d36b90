"""Households and dwellings as tables: per class, per area, per threshold for large families."""

from collections.abc import Sequence

import pandas as pd

from optimiser.gegevens.gegevens import Gegevens
from optimiser.koppelen.bezetting import Bezetting
from optimiser.koppelen.passend import Huishoudens, Passendheid, check_passend
from optimiser.koppelen.woningen import Woningklasse


def supply_table(rows: Sequence[Bezetting]) -> pd.DataFrame:
    """Return who lives where: a row per class."""
    return pd.DataFrame(
        [
            {
                "klasse": row.klasse.naam if row.klasse else "geen",
                "personen": persons_of(row.klasse),
                "woningen": row.woningen,
                "huishoudens": row.eigen + row.doorgeschoven,
                "doorgeschoven": row.doorgeschoven,
                "over": row.over,
                "tekort": row.tekort,
            }
            for row in rows
        ]
    )


def area_row(
    gebied: str, need: Huishoudens, woningen: Sequence[int], found: Passendheid
) -> dict[str, object]:
    """Return need, supply and shortage of one area."""
    return {
        "gebied": gebied,
        "huishoudens": sum(need.values()),
        "personen": sum(size * count for size, count in need.items()),
        "woningen": sum(woningen),
        "tekort": found.huishoudens,
        "zonder": found.personen,
    }


def drempel_table(
    need: Huishoudens,
    woningen: Sequence[int],
    klassen: Sequence[Woningklasse],
    gegevens: Gegevens,
) -> pd.DataFrame:
    """Return the large families under each threshold that was ever in force, newest first.

    ``woningen`` counts dwellings in which the smallest of them fits; ``tekort`` what they lack
    when nobody else takes one.
    """
    rows = []
    for value in reversed(gegevens.parameters["groot_gezin"].waarden):
        drempel = int(value.waarde)
        large = {s: n for s, n in need.items() if s >= drempel}
        fits = [n for n, k in zip(woningen, klassen, strict=True) if k.grootste >= drempel]
        rows.append(
            {
                "drempel": drempel,
                "sinds": f"{value.vanaf:%Y}",
                "huishoudens": sum(large.values()),
                "personen": sum(s * n for s, n in large.items()),
                "woningen": sum(fits),
                "tekort": check_passend(large, woningen, klassen).huishoudens,
                "bron": value.bron,
            }
        )
    return pd.DataFrame(rows)


def persons_of(klasse: Woningklasse | None) -> str:
    """Tell who fits in a class.

    >>> [persons_of(Woningklasse("k", *two)) for two in ((1, 1), (1, 2), (4, 7))]
    ['1 persoon', '1 of 2 personen', '4 t/m 7 personen']
    """
    if klasse is None:
        return "past nergens"
    low, high = klasse.kleinste, klasse.grootste
    if low == high:
        return f"{low} persoon" if low == 1 else f"{low} personen"
    return f"{low} {'of' if high == low + 1 else 't/m'} {high} personen"
