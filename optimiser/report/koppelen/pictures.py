"""Dwellings beside households per class, as a picture."""

from collections.abc import Sequence

from optimiser.koppelen.bezetting import Bezetting
from optimiser.koppelen.woningen import Woningklasse
from optimiser.maps.charts.pairs_svg import Pair, pairs_svg
from optimiser.report.koppelen.tables import persons_of
from optimiser.teksten import load_teksten, whole
from optimiser.teksten.zinnen import sentence


def supply_picture(naam: str, rows: Sequence[Bezetting]) -> tuple[str, str]:
    """Return dwellings and households per class as an SVG, and its alternative text."""
    alt = supply_alt(naam, rows)
    return pairs_svg(supply_pairs(rows), supply_legend(), alt), alt


def supply_pairs(rows: Sequence[Bezetting]) -> list[Pair]:
    """Return a pair of bars per class."""
    return [
        Pair(_label(row.klasse), row.woningen, (row.eigen, row.doorgeschoven, row.tekort))
        for row in rows
    ]


def supply_legend() -> tuple[str, ...]:
    """Return the names of the bar on the left and the parts on the right."""
    words = load_teksten()["koppelen_beeld"]
    return tuple(words[name] for name in ("woningen", "eigen", "doorgeschoven", "tekort"))


def supply_alt(naam: str, rows: Sequence[Bezetting]) -> str:
    """Tell the picture in words.

    >>> supply_alt("Noord", [Bezetting(Woningklasse("1k", 1, 1), 3, 3, 0, 2)])
    'Noord, woningen en huishoudens per klasse: 1k 3 woningen, 3 huishoudens, 2 zonder plek.'
    """
    told = [
        f"{row.klasse.naam if row.klasse else 'geen klasse'} {whole(row.woningen)} woningen, "
        f"{whole(row.eigen + row.doorgeschoven)} huishoudens"
        + (f", {whole(row.tekort)} zonder plek" if row.tekort else "")
        for row in rows
    ]
    return sentence("koppelen_beeld", "alt", {"naam": naam, "klassen": "; ".join(told)})


def _label(klasse: Woningklasse | None) -> str:
    first = "geen klasse" if klasse is None else klasse.naam
    return f"{first}\n{persons_of(klasse).replace('personen', 'pers.')}"
