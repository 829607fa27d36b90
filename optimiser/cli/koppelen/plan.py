"""``taakstelling koppel plan``: which households go where, COA region by COA region."""

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import csv_form, numbers, options, printing
from optimiser.cli.koppelen.koppel import CANNOT_CLOSE, Aandeel

if TYPE_CHECKING:
    from optimiser.gegevens.gegevens import Gegevens
    from optimiser.koppelen.plan import Koppelvraag

Drempel = Annotated[
    int,
    typer.Option(
        parser=numbers.count_between(2, 20),
        metavar="PERSONEN",
        help="Vanaf hoeveel personen een gezin groot is.",
    ),
]
Uit = Annotated[
    Path | None,
    typer.Option(
        metavar="BESTAND.csv",
        help="Schrijf het plan per gemeente, grootte en klasse als CSV. Alleen voor wie het mag "
        "zien: kleine aantallen zijn niet weggelaten.",
    ),
]


def plan(
    halfjaar: options.Halfjaar,
    aandeel: Aandeel = 12,
    drempel: Drempel = 6,
    totaal: options.Totaal = None,
    uit: Uit = None,
) -> None:
    """Maak per COA-regio een plan: wie waar past, met bewezen ondergrens.

    Eerst iedereen een plek, dan de minste afwijking van de taakstelling, dan grote gezinnen
    gespreid. Gedrukt wordt wat iedereen mag zien; kleine aantallen zijn weggelaten.
    Uitgangscode 3 als er huishoudens zonder plek zijn.
    """
    from optimiser.koppelen.plan import make_plan
    from optimiser.koppelen.recheck import require_sound
    from optimiser.report.koppelen.plan import plan_lines, plan_sheet
    from optimiser.report.koppelen.sentences import aanname_line

    figures = options.read_figures(None)
    vraag, rate = _question(halfjaar, totaal, aandeel, drempel, figures)
    found = make_plan(vraag, _told)
    require_sound(found.koppelingen, vraag)
    printing.say("\n".join(plan_lines(found, vraag)))
    remarks = [
        aanname_line(aandeel / 100, rate),
        printing.rests_on(figures),
    ]
    if uit is not None:
        for path in csv_form.write_table(uit, plan_sheet(found, vraag), remarks):
            printing.remark(f"Geschreven: {path}.")
    printing.remark("\n".join(remarks))
    if any(any(left.values()) for left in found.niet_geplaatst.values()):
        raise typer.Exit(CANNOT_CLOSE)


def _told(done: int, total: int, naam: str) -> None:
    printing.remark(f"COA-regio {naam} ({done + 1} van {total}) ...")


def _question(
    halfjaar: str, totaal: int | None, aandeel: int, drempel: int, figures: "Gegevens"
) -> "tuple[Koppelvraag, float]":
    """Ask for the statutory table of a half-year with the labelled assumptions."""
    from optimiser.gegevens.halfjaar import Halfjaar as Period
    from optimiser.koppelen.aannames import assumed_woningen
    from optimiser.koppelen.plan import assumed_vraag
    from optimiser.solve.run import solve_scenario

    period = Period.parse(halfjaar)
    scenario = options.make_scenario(halfjaar=halfjaar, totaal=totaal)
    rows = solve_scenario(scenario, figures).gemeenten
    people = figures.figures(period.peiljaar).tabel
    rate = figures.parameter("mutatiegraad", period)
    homes = assumed_woningen(people, Fraction(aandeel, 100), Fraction(str(rate)))
    table = rows[["gemeente", "provincie", "taakstelling"]]
    table = table.assign(inwoners=people["inwoners"].reindex(table.index))
    return assumed_vraag(table, homes, drempel), rate
