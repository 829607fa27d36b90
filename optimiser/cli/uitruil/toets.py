"""``taakstelling uitruil``: test proposals; the other commands are in their own modules."""

from pathlib import Path
from typing import Annotated

import typer

from optimiser.cli import options, printing
from optimiser.cli.dutch import DutchCommand, new_app
from optimiser.cli.uitruil import besluit, register, sjabloon, zoek
from optimiser.cli.uitruil.options import Bestand, Maat, Register, ScenarioName, situation

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

    Met een kolom halfjaar in het bestand wordt elk halfjaar getoetst; is het landelijke aantal van
    een halfjaar nog niet bekend, dan alleen de verschillen.
    Uitgangscode 0 als alles kan doorgaan, 2 als er iets wordt geweigerd.
    """
    from optimiser.cli.uitruil.options import asked, binding
    from optimiser.cli.uitruil.printing_toets import show_outcomes
    from optimiser.cli.uitruil.proposals import proposals
    from optimiser.uitruil.toets.measures import find_maat
    from optimiser.uitruil.toets.per_halfjaar import check_per_halfjaar, standen_of

    chosen = find_maat(maat)
    found = proposals(voorstel, halfjaar)
    question, figures = asked(halfjaar, scenario, totaal, cijfers)
    outcomes = check_per_halfjaar(
        found,
        standen_of(question, figures),
        figures.known_halfjaren[0],
        chosen,
        lambda half: binding(register, half),
    )
    show_outcomes(outcomes, uit)
    if not all(one.mag for one in outcomes):
        raise typer.Exit(REFUSED)


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
