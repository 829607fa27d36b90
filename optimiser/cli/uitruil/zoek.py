"""``taakstelling uitruil zoek``: the exchange of a region in the fewest agreements."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import csv_form, numbers, options, printing
from optimiser.cli.uitruil.options import Register, ScenarioName, binding, situation
from optimiser.cli.uitruil.rules import search_rules, wrong

if TYPE_CHECKING:
    from optimiser.uitruil.toets.beginstand import Beginstand
    from optimiser.uitruil.zoekvraag import Vondst, Zoekvraag

Regio = Annotated[str | None, typer.Option(metavar="R", help="Naam van één regio.")]
Gebied = Annotated[
    str | None,
    typer.Option(
        metavar="GEBIED",
        help="provincie, veiligheidsregio, corop, arbeidsmarktregio, land, of scenario (de eigen "
        "regio's van het scenario). Zonder --regio: alle regio's. Standaard arbeidsmarktregio.",
    ),
]
Doel = Annotated[
    str, typer.Option(metavar="DOEL", help="tekort (niemand boven kan), last of scenario.")
]
Kies = Annotated[
    str,
    typer.Option(
        metavar="KEUZE",
        help="overeenkomsten (zo weinig mogelijk), personen (eerlijkst gespreid) of coalities.",
    ),
]
Partners = Annotated[
    list[str] | None,
    typer.Option(
        metavar="N", help="Hoogstens N partners per gemeente; Assen=N (of code) voor één gemeente."
    ),
]
Kleinste = Annotated[
    int, typer.Option(parser=numbers.count, metavar="N", help="Minste personen per overeenkomst.")
]
Niet = Annotated[
    list[str] | None,
    typer.Option(
        "--niet",
        metavar="A-B",
        help="Dit paar sluit niets: twee namen of codes, zoals Assen-Emmen of GM0106-GM0114.",
    ),
]
Seconden = Annotated[float, typer.Option(parser=numbers.part, metavar="S", help="Per regio [s].")]
Alternatieven = Annotated[
    int, typer.Option(parser=numbers.count, metavar="N", help="Hoogstens zoveel even goede.")
]
Regionaal = Annotated[
    bool,
    typer.Option("--regionaal", help="Eén overeenkomst per coalitie, niet per paar."),
]
Uit = Annotated[
    Path | None,
    typer.Option(metavar="BESTAND", help="Schrijf het voorstel naar .csv of .xlsx."),
]


def zoek(
    halfjaar: options.Halfjaar,
    scenario: ScenarioName = None,
    regio: Regio = None,
    gebied: Gebied = None,
    doel: Doel = "tekort",
    kies: Kies = "overeenkomsten",
    partners: Partners = None,
    kleinste: Kleinste = 1,
    niet: Niet = None,
    seconden: Seconden = 10.0,
    alternatieven: Alternatieven = 5,
    regionaal: Regionaal = False,
    totaal: options.Totaal = None,
    cijfers: options.Cijfers = None,
    register: Register = None,
    uit: Uit = None,
) -> None:
    """Zoek de uitruil die tekorten oplost of de last gelijker maakt, per regio.

    In een pijp (| of >) komt het voorstel als CSV, klaar voor 'uitruil toets'.
    """
    question = _question(
        doel, kies, search_rules(partners, kleinste, niet), seconden, alternatieven
    )
    stand = situation(halfjaar, scenario, totaal, cijfers)
    from optimiser.uitruil.find import regions
    from optimiser.uitruil.toets.bindend import with_binding

    stand = with_binding(stand, binding(register, halfjaar))

    area = gebied or (None if regio is not None else "arbeidsmarktregio")
    found = _with_progress(stand, regions(stand, area, regio), question)
    _report(found, stand, uit, regional=regionaal)


def _question(
    doel: str, kies: str, rules: Mapping[str, object], seconds: float, alternatives: int
) -> "Zoekvraag":
    from optimiser.uitruil.fewest.afspraken import Regels
    from optimiser.uitruil.zoekvraag import Doel as Purpose
    from optimiser.uitruil.zoekvraag import Keuze, Zoekvraag

    for word, known in ((doel, Purpose), (kies, Keuze)):
        if word not in set(known):
            wrong(f"'{word}' is onbekend; kies uit {', '.join(known)}.")
    if seconds <= 0 or alternatives < 1:
        wrong("--seconden moet meer dan 0 zijn en --alternatieven ten minste 1.")
    return Zoekvraag(
        doel=Purpose(doel),
        keuze=Keuze(kies),
        regels=Regels(**rules),  # type: ignore[arg-type]
        seconden=seconds,
        alternatieven=alternatives,
    )


def _with_progress(
    stand: "Beginstand", areas: Mapping[str, tuple[str, ...]], question: "Zoekvraag"
) -> list["Vondst"]:
    """Seek region by region with a progress bar on standard error."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from optimiser.uitruil.find import find_uitruil as seek

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    found = []
    with Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True)) as progress:
        task = progress.add_task("Uitruil zoeken", total=len(areas))
        for one in seek(stand, areas, question):
            found.append(one)
            progress.update(task, advance=1)
    return found


def _report(
    found: Sequence["Vondst"], stand: "Beginstand", uit: Path | None, *, regional: bool
) -> None:
    from optimiser.io.writing import export
    from optimiser.report.uitruil import found as report
    from optimiser.report.uitruil.table import names_by_code

    names = names_by_code(stand)
    table = report.voorstel_table(found, names, regional=regional)
    details = [line for one in found for line in report.vondst_lines(one, names)]
    notes = [*report.summary_lines(found), *stand.herindeling, stand.herkomst.line()]
    if uit is not None:
        if export.require_ending(uit, (".csv", ".xlsx")) == ".xlsx":
            from optimiser.io.writing.workbook import to_xlsx

            sheets = [
                export.Sheet("Voorstel", table),
                export.Sheet("Per regio", report.vondst_table(found)),
                export.Sheet("Even goed", report.alternatives_table(found, names)),
            ]
            export.write_bytes(uit, to_xlsx(sheets, notes))
            written = [uit]
        else:
            written = csv_form.write_table(uit, export.Sheet("Voorstel", table), [*details, *notes])
        notes += [f"Geschreven: {path}" for path in written]
    elif printing.is_terminal():
        printing.say("\n".join(details))
    else:
        printing.write_csv(export.to_csv(table))
        heads = [report.head_line(one) for one in found]
        where = "Oplossingen die even goed zijn: op het scherm, of in het bestand van --uit."
        notes = [*heads, where, *notes]
    for line in notes:
        printing.remark(line)
