"""``taakstelling koppel plan``: which households go where, COA region by COA region."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import csv_form, numbers, options, printing
from optimiser.cli.koppelen.koppel import CANNOT_CLOSE, Aandeel
from optimiser.cli.koppelen.own import is_file, read_own
from optimiser.errors import WrongUsageError

if TYPE_CHECKING:
    import pandas as pd

    from optimiser.gegevens.gegevens import Gegevens
    from optimiser.koppelen.eigen.vraag import EigenAantallen

Drempel = Annotated[
    int,
    typer.Option(
        parser=numbers.count_between(2, 20),
        metavar="PERSONEN",
        help="Vanaf hoeveel personen een gezin groot is.",
    ),
]
Huishoudens = Annotated[
    str | None,
    typer.Option(metavar="BESTAND", help="Eigen huishoudens per COA-regio (.csv of .xlsx)."),
]
Woningen = Annotated[
    str | None,
    typer.Option(metavar="BESTAND", help="Eigen woningen per gemeente (.csv of .xlsx)."),
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
    huishoudens: Huishoudens = None,
    woningen: Woningen = None,
    uit: Uit = None,
) -> None:
    """Maak per COA-regio een plan: wie waar past, met bewezen ondergrens.

    Eerst iedereen een plek, dan de minste afwijking van de taakstelling, dan grote gezinnen
    gespreid. Gedrukt wordt wat iedereen mag zien; kleine aantallen zijn weggelaten.
    Uitgangscode 3 als er huishoudens zonder plek zijn.
    """
    from optimiser.koppelen.plan import make_plan
    from optimiser.koppelen.recheck import require_sound
    from optimiser.koppelen.uitgangspunt import make_uitgangspunt
    from optimiser.report.koppelen.plan import plan_lines, plan_sheet
    from optimiser.report.koppelen.sentences import aanname_line

    figures = options.read_figures(None)
    scenario = options.make_scenario(halfjaar=halfjaar, totaal=totaal)
    start = make_uitgangspunt(scenario, figures, aandeel, drempel)
    own = _own(huishoudens, woningen, halfjaar, start.vraag.gemeenten, figures)
    vraag = own.on(start).vraag
    found = make_plan(vraag, _told)
    require_sound(found.koppelingen, vraag)
    printing.say("\n".join(plan_lines(found, vraag)))
    remarks = [
        aanname_line(aandeel / 100, start.mutatiegraad, not huishoudens, not woningen),
        printing.rests_on(figures),
    ]
    if uit is not None:
        for path in csv_form.write_table(uit, plan_sheet(found, vraag), remarks):
            printing.remark(f"Geschreven: {path}.")
    printing.remark("\n".join(remarks))
    if any(any(left.values()) for left in found.niet_geplaatst.values()):
        # Sizes of the few without a place are not for everybody, so they are not printed here.
        printing.remark("Waar het knelt: taakstelling koppel past --gebied coa_regio.")
        raise typer.Exit(CANNOT_CLOSE)


def _own(
    huishoudens: str | None,
    woningen: str | None,
    halfjaar: str,
    gemeenten: "pd.DataFrame",
    figures: "Gegevens",
) -> "EigenAantallen":
    """Read the files; numbers for the whole country say nothing about a region."""
    for option, text in (("--huishoudens", huishoudens), ("--woningen", woningen)):
        if text is not None and not is_file(text):
            reason = f"'{option} {text}' is geen bestand (.csv of .xlsx); een plan is per COA-regio"
            raise WrongUsageError(reden=reason, opdracht="taakstelling koppel plan")
    return read_own(huishoudens, woningen, halfjaar, gemeenten, figures)


def _told(done: int, total: int, naam: str) -> None:
    printing.remark(f"COA-regio {naam} ({done + 1} van {total}) ...")
