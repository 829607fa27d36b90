"""``taakstelling uitruil``: test proposals; the other commands are in their own modules."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import csv_form, options, printing
from optimiser.cli.dutch import DutchCommand, new_app
from optimiser.cli.uitruil import besluit, register, sjabloon, zoek
from optimiser.cli.uitruil.options import Bestand, Maat, Register, ScenarioName, situation

if TYPE_CHECKING:
    from optimiser.uitruil.toets.uitslag import Toetsuitslag

#: Exit code when an agreement may not stand.
REFUSED = 2

app = new_app(help="Toets en zoek uitruil van de taakstelling, en leg haar vast (art. 29 lid 2).")
app.command("zoek", cls=DutchCommand)(zoek.zoek)
app.command("besluit", cls=DutchCommand)(besluit.besluit)
app.command("sjabloon", cls=DutchCommand)(sjabloon.sjabloon)
app.add_typer(register.app, name="register")
Uit = Annotated[
    Path | None,
    typer.Option(metavar="BESTAND", help="Schrijf naar .csv of .xlsx in plaats van het scherm."),
]
Pdf = Annotated[
    Path | None,
    typer.Option("--uit", metavar="BESTAND.pdf", help="Schrijf de doorrekening als PDF."),
]


@app.command("toets", cls=DutchCommand)
def toets(
    voorstel: Bestand,
    halfjaar: options.Halfjaar,
    scenario: ScenarioName = None,
    maat: Maat = "gelijkmatig",
    totaal: options.Totaal = None,
    cijfers: options.Cijfers = None,
    register: Register = None,
    uit: Uit = None,
) -> None:
    """Toets een voorstel (kop: uitruil,gm_code,verschil), per overeenkomst en alles samen.

    Uitgangscode 0 als alles kan doorgaan, 2 als er iets wordt geweigerd.
    """
    from optimiser.cli.uitruil.options import binding
    from optimiser.cli.uitruil.proposals import proposal
    from optimiser.uitruil.toets.check import check_uitruil as test
    from optimiser.uitruil.toets.measures import find_maat

    chosen = find_maat(maat)
    proposals = proposal(voorstel, halfjaar)
    stand = situation(halfjaar, scenario, totaal, cijfers)
    outcome = test(proposals, stand, chosen, binding(register, halfjaar))
    _show(outcome, uit)
    if not outcome.mag:
        raise typer.Exit(REFUSED)


def _show(outcome: "Toetsuitslag", uit: Path | None) -> None:
    from optimiser.io.writing import export
    from optimiser.report.uitruil.table import as_percentage, toets_lines, toets_table
    from optimiser.teksten import decimal, signed, whole

    table = toets_table(outcome)
    herkomst = [*toets_lines(outcome), outcome.stand.herkomst.line()]
    if uit is not None:
        formats = {"claim_voor": "0.0%", "claim_na": "0.0%"}
        sheet = export.Sheet(
            "Toets", table, ["formule", "bindend", "voor", "verschil", "na"], formats
        )
        for path in csv_form.write_table(uit, sheet, herkomst):
            printing.remark(f"Geschreven: {path}")
    elif printing.is_terminal():
        numbers: dict[str, printing.Formatter] = dict.fromkeys(["formule", "voor", "na"], whole)
        numbers |= {
            "verschil": signed,
            "bindend": signed,
            "claim_voor": as_percentage,
            "claim_na": as_percentage,
        }
        numbers |= dict.fromkeys(["per_1000_voor", "per_1000_na"], lambda v: decimal(v, 2))
        title = f"Toets van de uitruil, {outcome.stand.halfjaar}"
        shown = table.drop(columns=["gm_code", "mag", "reden"], errors="ignore")
        printing.show(shown, title, numbers)
    else:
        printing.write_csv(export.to_csv(table))
    for line in herkomst:
        printing.remark(line)


@app.command("opvang", cls=DutchCommand)
def opvang(
    bestand: Bestand,
    halfjaar: options.Halfjaar,
    scenario: ScenarioName = None,
    totaal: options.Totaal = None,
    uit: Pdf = None,
) -> None:
    """Reken opvang tegen huisvesting alleen door: NIET TOEGESTAAN, nooit een voorstel.

    Kop van het bestand: uitruil,gm_code,verschil,plekken.
    """
    from optimiser.io.reading.eigen_cijfers import read_file
    from optimiser.io.reading.voorstellen import read_opvang
    from optimiser.io.writing.export import require_ending, write_bytes
    from optimiser.report.uitruil.opvang_pdf import open_lines, opvang_pdf
    from optimiser.teksten import signed, whole
    from optimiser.uitruil.opvang import opvang_what_if

    if uit is not None:
        require_ending(uit, (".pdf",))
    rows = read_opvang(read_file(bestand), bestand.name)
    stand = situation(halfjaar, scenario, totaal)
    outcome = opvang_what_if(rows, stand)
    lines = [
        f"{outcome.merk}: {row.ruil}: {row.gemeente} ({row.gm_code}) {whole(row.voor)} wordt "
        f"{whole(row.na)} personen, opvang {signed(row.plekken)} plekken"
        for row in outcome.rijen
    ]
    printing.say("\n".join([*lines, *open_lines(outcome), outcome.merk]))
    if uit is not None:
        write_bytes(uit, opvang_pdf(outcome, stand))
        printing.remark(f"Geschreven: {uit} ({outcome.merk} op elke pagina)")
    printing.remark(stand.herkomst.line())
