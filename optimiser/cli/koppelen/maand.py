"""``taakstelling koppel maand``: the pool of one month on free and announced dwellings."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import csv_form, numbers, options, printing
from optimiser.cli.koppelen.question import Files, Regio, ask, one_region
from optimiser.cli.koppelen.rollend import Gewicht

if TYPE_CHECKING:
    import pandas as pd

    from optimiser.cli.koppelen.question import Asked
    from optimiser.koppelen.rollend.batch import Maandplan

Maand = Annotated[
    int,
    typer.Option(
        parser=numbers.count_between(1, 6),
        metavar="1..6",
        help="De hoeveelste maand van het halfjaar.",
        show_default=False,
    ),
]
Huishoudens = Annotated[
    str,
    typer.Option(
        metavar="BESTAND",
        help="De poule: huishoudens die nog niet zijn gekoppeld, per COA-regio (.csv of .xlsx).",
        show_default=False,
    ),
]
Woningen = Annotated[
    str,
    typer.Option(
        metavar="BESTAND",
        help="Woningen per gemeente, vrij of aangekondigd (.csv of .xlsx).",
        show_default=False,
    ),
]
Gekoppeld = Annotated[
    Path | None,
    typer.Option(
        metavar="BESTAND",
        help="Kolom 'gekoppeld': personen die elke gemeente dit halfjaar al kreeg; anders 0.",
    ),
]
Direct = Annotated[
    bool, typer.Option("--direct", help="Koppel iedereen, ook wie nog geen woning heeft.")
]
Uit = Annotated[
    Path | None,
    typer.Option(
        metavar="BESTAND.csv",
        help="Schrijf de koppelingen als CSV. Alleen voor wie het mag zien: kleine aantallen zijn "
        "niet weggelaten.",
    ),
]


def maand(
    halfjaar: options.Halfjaar,
    maand: Maand,
    huishoudens: Huishoudens,
    woningen: Woningen,
    gekoppeld: Gekoppeld = None,
    regio: Regio = None,
    gewicht: Gewicht = 10,
    direct: Direct = False,
    uit: Uit = None,
) -> None:
    """Koppel de poule van één maand: wie nu een woning krijgt, wie wacht, wie blijft.

    Eigen aantallen zijn hier verplicht. Wie een woning krijgt kiest de regievoerder: wie het
    langst wacht gaat voor. Gedrukt wordt wat iedereen mag zien.
    """
    from optimiser.report.koppelen.maand import maand_lines, maand_remarks, maand_sheet

    asked = ask(options.make_scenario(halfjaar=halfjaar), 12, None, Files(huishoudens, woningen))
    done = _done(gekoppeld, halfjaar, asked)
    vraag = one_region(asked.start.vraag, regio)
    found = {}
    for number, naam in enumerate(vraag.huishoudens):
        if any(vraag.huishoudens[naam].values()):
            printing.remark(f"{naam} ({number + 1} van {len(vraag.huishoudens)}) ...")
            found[naam] = _area(asked, naam, done, (maand, gewicht, not direct))
    printing.say("\n".join(maand_lines(found)))
    remarks = [*maand_remarks(gewicht, maand), *asked.remarks()]
    if uit is not None:
        for path in csv_form.write_table(uit, maand_sheet(found, vraag), remarks):
            printing.remark(f"Geschreven: {path}.")
    printing.remark("\n".join(remarks))


def _area(
    asked: "Asked", naam: str, done: "pd.Series", settings: tuple[int, int, bool]
) -> "Maandplan":
    """Plan one COA region."""
    from optimiser.koppelen.rollend.batch import plan_maand

    gebied = asked.start.vraag.area(naam)
    homes = asked.own.woningen
    codes = list(gebied.gm_codes)
    ahead = [] if homes is None else homes.aangekondigd.loc[codes].to_numpy().tolist()
    maand, gewicht, blijven = settings
    coupled = tuple(map(int, done.loc[codes]))
    return plan_maand(gebied, tuple(map(tuple, ahead)), coupled, maand, float(gewicht), blijven)


def _done(path: Path | None, halfjaar: str, asked: "Asked") -> "pd.Series":
    """Return the persons coupled earlier per gemeente; 0 without a file.

    Raises
    ------
    RollendError
        If the file has no column for it, or a cell that is no whole number.
    """
    import pandas as pd

    from optimiser.gegevens.halfjaar import Halfjaar as Period
    from optimiser.koppelen.errors import RollendError

    codes = asked.start.vraag.gemeenten.index
    if path is None:
        return pd.Series(0, codes)
    table = options.read_figures(path).figures(Period.parse(halfjaar).peiljaar).tabel
    if "gekoppeld" not in table.columns:
        raise RollendError(waarde=path.name, reden="de kolom 'gekoppeld' ontbreekt")
    values = pd.to_numeric(table["gekoppeld"].reindex(codes), errors="coerce")
    if bad := [code for code, value in values.items() if not (value >= 0 and value % 1 == 0)]:
        reason = f"'gekoppeld' is geen heel getal van 0 of meer bij {', '.join(bad[:5])}"
        raise RollendError(waarde=path.name, reden=reason)
    return values.astype(int)
