"""``taakstelling koppel past``: does every household have a dwelling that fits."""

from typing import TYPE_CHECKING

import typer

from optimiser.cli import options, printing
from optimiser.cli.exit_codes import CANNOT_CLOSE
from optimiser.cli.koppelen.counts import read_counts
from optimiser.cli.koppelen.koppel import (
    Aandeel,
    Gebied,
    Huishoudens,
    Woningen,
    land_households,
    table_by_area,
)
from optimiser.cli.koppelen.own import is_file, read_own
from optimiser.errors import WrongUsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from optimiser.gegevens.gegevens import Gegevens
    from optimiser.koppelen.eigen.vraag import EigenAantallen

COMMAND = "taakstelling koppel past"


def past(
    halfjaar: options.Halfjaar,
    gebied: Gebied = "land",
    aandeel: Aandeel = 12,
    huishoudens: Huishoudens = None,
    woningen: Woningen = None,
    totaal: options.Totaal = None,
) -> None:
    """Toon of elk huishouden een passende woning heeft, en waar het knelt.

    Uitgangscode 0 als iedereen een plek heeft, 3 als er huishoudens zonder plek zijn.
    """
    from optimiser.gegevens.halfjaar import Halfjaar as Period
    from optimiser.koppelen.aannames import KLASSEN
    from optimiser.koppelen.passend import check_passend
    from optimiser.report.koppelen.eigen import closing_line
    from optimiser.report.koppelen.sentences import aanname_line, drempel_lines, passend_lines

    _require_fit(huishoudens, woningen, gebied)
    figures = options.read_figures(None)
    rows, areas = table_by_area(halfjaar, totaal, gebied, figures)
    own = read_own(huishoudens, woningen, halfjaar, rows, figures)
    homes = _homes(woningen, own, (halfjaar, aandeel), figures)
    short = False
    for naam, asked, need in _needs(huishoudens, own, rows["taakstelling"], areas):
        supply = homes if isinstance(homes, list) else _sum(homes, areas[naam])
        found = check_passend(need, supply, [klasse for klasse, _ in KLASSEN])
        lines = passend_lines(naam, need, supply, found)
        told = closing_line(naam, sum(size * count for size, count in need.items()), asked)
        printing.say("\n".join([*lines, *([told] if told else [])]))
        if gebied == "land":
            printing.say("\n".join(drempel_lines(need, figures)))
        short = short or bool(found.knelpunten)
    rate = figures.parameter("mutatiegraad", Period.parse(halfjaar))
    printing.remark(aanname_line(aandeel / 100, rate, not huishoudens, not woningen))
    printing.remark(printing.rests_on(figures))
    if short:
        raise typer.Exit(CANNOT_CLOSE)


def _require_fit(huishoudens: str | None, woningen: str | None, gebied: str) -> None:
    """Refuse numbers that say nothing about the areas that are asked."""
    reason = ""
    if gebied != "land" and any(text and not is_file(text) for text in (huishoudens, woningen)):
        reason = "eigen aantallen gelden voor het geheel: laat --gebied weg of geef een bestand"
    elif is_file(huishoudens) and gebied not in {"land", "coa_regio"}:
        reason = "een bestand met huishoudens telt per COA-regio: kies --gebied land of coa_regio"
    if reason:
        raise WrongUsageError(reden=reason, opdracht=COMMAND)


def _needs(
    text: str | None, own: "EigenAantallen", asked: "pd.Series", areas: dict[str, list[str]]
) -> "Iterator[tuple[str, int, dict[int, int]]]":
    """Yield per area its name, its taakstelling and its households."""
    from optimiser.koppelen.aannames import assumed_huishoudens

    alone = len(areas) == 1
    for naam, members in areas.items():
        persons = int(asked[members].sum())
        if text is None:
            yield naam, persons, assumed_huishoudens(persons)
        elif alone or own.huishoudens is None:
            yield naam, persons, land_households(text, own) or {}
        else:
            yield naam, persons, own.huishoudens.sizes()[naam]


def _homes(
    text: str | None, own: "EigenAantallen", assumed: tuple[str, int], figures: "Gegevens"
) -> "list[int] | pd.DataFrame":
    """Return the dwellings per class: of the country as numbers, or per gemeente as a table."""
    from optimiser.gegevens.halfjaar import Halfjaar as Period
    from optimiser.koppelen.aannames import KLASSEN
    from optimiser.koppelen.uitgangspunt import assumed_homes

    if own.woningen is not None:
        return own.woningen.tabel
    if text is None:
        return assumed_homes(figures, Period.parse(assumed[0]), assumed[1])[0]
    names = [klasse.naam for klasse, _ in KLASSEN]
    counts = read_counts(text, names.__contains__)
    return [counts.get(naam, 0) for naam in names]


def _sum(homes: "pd.DataFrame", members: list[str]) -> list[int]:
    return [int(count) for count in homes.loc[members].sum()]
