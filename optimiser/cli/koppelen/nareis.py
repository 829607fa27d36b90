"""``taakstelling koppel nareis``: who waits for family, with and without places."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import csv_form, numbers, printing
from optimiser.cli.koppelen.counts import read_counts
from optimiser.errors import WrongUsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from optimiser.koppelen.nareis.varianten import Nareisvariant
    from optimiser.lp.koppelen.cohorten import Nareisvraag

_KEYS = ("alleenstaanden", "klein", "gezinswoningen", "plekken", "extra")
_USE = "taakstelling koppel nareis"


_MANY = numbers.count_between(0, 100_000)
Alleenstaanden = Annotated[
    int, typer.Option(parser=_MANY, metavar="PERSONEN", help="Alleenstaanden per halfjaar.")
]
Wacht = Annotated[
    int,
    typer.Option(
        parser=numbers.count_between(0, 100),
        metavar="PROCENT",
        help="Deel van de alleenstaanden dat op zijn gezin wacht.",
    ),
]
Gezin = Annotated[
    int,
    typer.Option(
        parser=numbers.count_between(2, 20),
        metavar="PERSONEN",
        help="Grootte van een gezin, met wie wachtte erbij.",
    ),
]
Duur = Annotated[
    int,
    typer.Option(
        parser=numbers.count_between(1, 20),
        metavar="HALFJAREN",
        help="Na hoeveel halfjaren het gezin komt.",
    ),
]
Halfjaren = Annotated[
    int,
    typer.Option(
        parser=numbers.count_between(1, 20), metavar="N", help="Hoeveel halfjaren vooruit."
    ),
]
Klein = Annotated[
    int, typer.Option(parser=_MANY, metavar="WONINGEN", help="Kleine woningen per halfjaar.")
]
Gezinswoningen = Annotated[
    int, typer.Option(parser=_MANY, metavar="WONINGEN", help="Gezinswoningen per halfjaar.")
]
Extra = Annotated[
    int,
    typer.Option(
        parser=_MANY, metavar="WONINGEN", help="Zoveel gezinswoningen meer, als laatste variant."
    ),
]
Plekken = Annotated[
    str,
    typer.Option(metavar="N,N,...", help="Plekken in tussenvoorzieningen, elk als een variant."),
]
Regio = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAAM:WAT=AANTAL,...",
        help="Eigen aantallen voor een regio, zoals "
        "Zeeland:alleenstaanden=30,klein=20,gezinswoningen=9,plekken=15. Meermaals te geven.",
    ),
]
Verdeling = Annotated[
    str | None,
    typer.Option(
        metavar="GEMEENTE=N,...",
        help="Plekken van de eerste variant per gemeente; samen het aantal plekken.",
    ),
]
Uit = Annotated[
    Path | None, typer.Option(metavar="BESTAND.csv", help="Schrijf elk halfjaar als CSV.")
]


def nareis(
    alleenstaanden: Alleenstaanden = 300,
    wacht: Wacht = 40,
    gezin: Gezin = 4,
    duur: Duur = 2,
    klein: Klein = 200,
    gezinswoningen: Gezinswoningen = 90,
    plekken: Plekken = "150,250",
    extra: Extra = 40,
    halfjaren: Halfjaren = 4,
    regio: Regio = None,
    verdeling: Verdeling = None,
    uit: Uit = None,
) -> None:
    """Vergelijk wachten op gezin: zonder plekken, met tussenvoorziening, en verruimd.

    Wie in een tussenvoorziening woont is al gerealiseerd: verder verhuizen telt niet nog eens.
    De standaardwaarden zijn een rekenvoorbeeld, geen cijfers van een gebied.
    """
    from optimiser.koppelen.nareis.varianten import compare_nareis
    from optimiser.report.koppelen.nareis import assumption_lines, nareis_lines, nareis_sheet

    usual = {"alleenstaanden": alleenstaanden, "klein": klein, "gezinswoningen": gezinswoningen}
    asked = dict(map(_area, regio or [])) or {"Rekenvoorbeeld": {}}
    if verdeling is not None and len(asked) > 1:
        raise WrongUsageError(reden="een verdeling geldt voor één regio", opdracht=_USE)
    areas, told = {}, []
    for naam, own in asked.items():
        one = usual | own
        vraag = _question(one, wacht, (gezin, duur, halfjaren))
        places = [one["plekken"]] if "plekken" in one else _numbers(plekken)
        more = one.get("extra", 0 if regio else extra)
        areas[naam] = compare_nareis(vraag, places, more)
        printing.say("\n".join(nareis_lines(naam, areas[naam])))
        told += assumption_lines(vraag, wacht, (*places, more))
    if verdeling is not None:
        printing.say("\n".join(_divided(verdeling, next(iter(areas.values())))))
    told = list(dict.fromkeys(told))
    printing.remark("\n".join(told))
    if uit is not None:
        for path in csv_form.write_table(uit, nareis_sheet(areas), told):
            printing.remark(f"Geschreven: {path}.")


def _question(one: "Mapping[str, int]", wacht: int, rest: tuple[int, int, int]) -> "Nareisvraag":
    """Ask the same of every half-year."""
    from optimiser.lp.koppelen.cohorten import Nareisvraag

    size, delay, count = rest
    waiting = round(one["alleenstaanden"] * wacht / 100)
    alone = one["alleenstaanden"] - waiting
    small, family = one["klein"], one["gezinswoningen"]
    rows = [(n,) * count for n in (alone, waiting, small, family)]
    return Nareisvraag(rows[0], rows[1], rows[2], rows[3], 0, gezinsgrootte=size, duur=delay)


def _numbers(text: str) -> list[int]:
    from optimiser.teksten.read_number import read_count

    return [int(read_count(part)) for part in text.split(",") if part.strip()]


def _area(text: str) -> tuple[str, dict[str, int]]:
    """Read ``Zeeland:klein=20,plekken=15``."""
    from optimiser.koppelen.errors import NareisError

    naam, colon, rest = text.partition(":")
    if not colon or not naam.strip():
        reason = f"'--regio {text}' is niet bruikbaar. Schrijf NAAM:{_KEYS[0]}=30,..."
        raise WrongUsageError(reden=reason, opdracht=_USE)
    return naam.strip(), read_counts(rest, _KEYS.__contains__, NareisError)


def _divided(text: str, varianten: "tuple[Nareisvariant, ...]") -> list[str]:
    """Divide the places of the first variant with places over gemeenten by name."""
    from optimiser.cli import options
    from optimiser.compare.gemeente.zoek import find_gemeente
    from optimiser.koppelen.errors import NareisError
    from optimiser.koppelen.nareis.verdeling import divide_places
    from optimiser.report.koppelen.nareis import places_lines

    figures = options.read_figures(None)
    names = figures.figures(max(figures.gemeenten)).tabel["gemeente"]
    typed = read_counts(text, bool, NareisError)
    places = {str(names[find_gemeente(name, names)]): count for name, count in typed.items()}
    first = varianten[1] if len(varianten) > 2 else varianten[0]
    if sum(places.values()) != first.vraag.plekken:
        reason = f"de verdeling telt niet op tot {first.vraag.plekken} plekken"
        raise NareisError(waarde=sum(places.values()), reden=reason)
    rows = divide_places(first.boekingen, places, first.vraag.gezinsgrootte)
    return places_lines(rows, places)
