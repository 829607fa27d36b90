"""``taakstelling uitruil register``: agreements kept, with everything that happened to them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import options, printing
from optimiser.cli.dutch import DutchCommand, new_app
from optimiser.cli.uitruil.options import Bestand, Register, opened, proposal
from optimiser.errors import WrongUsageError

if TYPE_CHECKING:
    from optimiser.register.stand import Versie

app = new_app(help="Het register van overeenkomsten: aanvullen, stappen zetten, nazien.")
Nummer = Annotated[int, typer.Argument(metavar="NUMMER", help="Nummer van de overeenkomst.")]
Status = Annotated[
    str, typer.Argument(metavar="STATUS", help="akkoord, gemeld, verwerkt of vervallen.")
]
Versienummer = Annotated[
    int, typer.Option("--versie", metavar="N", help="De versie die u hebt gelezen.")
]
Wie = Annotated[str, typer.Option(metavar="NAAM", help="Wie deze stap zet; komt in het register.")]
Opmerking = Annotated[str, typer.Option(metavar="TEKST", help="Toelichting in het register.")]
Terug = Annotated[
    str | None,
    typer.Option(
        metavar="JJJJ-N", help="Dezelfde personen terug in dit halfjaar; blijft open staan."
    ),
]
Periode = Annotated[str, typer.Argument(metavar="JJJJ-N", help="Halfjaar dat is uitgevoerd.")]
Nu = Annotated[
    str | None,
    typer.Option(metavar="JJJJ-N", help="Het lopende halfjaar: wat ervoor openstaat is te laat."),
]


@app.command("voeg-toe", cls=DutchCommand)
def add(
    voorstel: Bestand,
    halfjaar: options.Halfjaar,
    wie: Wie,
    terug: Terug = None,
    register: Register = None,
    opmerking: Opmerking = "",
) -> None:
    """Zet de overeenkomsten van een voorstel als concept in het register."""
    from optimiser.uitruil.agreement import wederkerig

    proposals = proposal(voorstel, halfjaar)
    deals = [one.to_overeenkomst() for one in proposals]
    if terug is not None:
        deals = [wederkerig(one.naam, halfjaar, terug, dict(one.verschillen)) for one in proposals]
    with opened(register) as book:
        _print([book.add(deal, wie, opmerking) for deal in deals])


@app.command("toon", cls=DutchCommand)
def show(register: Register = None) -> None:
    """Toon elke overeenkomst zoals zij nu staat."""
    with opened(register) as book:
        _print(book.stand())


@app.command("historie", cls=DutchCommand)
def history(nummer: Nummer, register: Register = None) -> None:
    """Toon alles wat er met een overeenkomst is gebeurd."""
    with opened(register) as book:
        _print(book.history(nummer))


@app.command("status", cls=DutchCommand)
def advance(
    nummer: Nummer,
    status: Status,
    versie: Versienummer,
    wie: Wie,
    register: Register = None,
    opmerking: Opmerking = "",
) -> None:
    """Zet een overeenkomst een stap verder. Er gaat nooit een stap terug."""
    from optimiser.uitruil.states import Status as State

    if status not in set(State):
        reason = f"'{status}' is geen status; bekend zijn {', '.join(State)}."
        raise WrongUsageError(reden=reason, opdracht="taakstelling uitruil register status")
    with opened(register) as book:
        _print([book.advance(nummer, versie, State(status), wie, opmerking)])


@app.command("verwerk", cls=DutchCommand)
def settle(
    nummer: Nummer, halfjaar: Periode, versie: Versienummer, wie: Wie, register: Register = None
) -> None:
    """Leg vast dat een overeenkomst in één halfjaar is uitgevoerd."""
    with opened(register) as book:
        _print([book.settle(nummer, versie, halfjaar, wie)])


@app.command("open", cls=DutchCommand)
def open_positions(nu: Nu = None, register: Register = None) -> None:
    """Toon wat nog moet gebeuren: open posities van overeenkomsten."""
    import pandas as pd

    from optimiser.io.writing.export import to_csv
    from optimiser.uitruil.positions import open_positions as still_open
    from optimiser.uitruil.states import BINDING

    with opened(register) as book:
        agreed = book.stand(BINDING)
    rows = [
        {
            "nummer": one.nummer,
            "uitruil": one.overeenkomst.naam,
            "halfjaar": position.termijn.halfjaar,
            "gm_code": code,
            "verschil": count,
            "te_laat": "ja" if position.achterstallig else "nee",
        }
        for one in agreed
        for position in still_open(one.overeenkomst, one.verwerkt, nu)
        for code, count in position.termijn.verschillen
    ]
    columns = ["nummer", "uitruil", "halfjaar", "gm_code", "verschil", "te_laat"]
    table = pd.DataFrame(rows, columns=columns)
    if printing.is_terminal():
        printing.show(table, "Open posities", {})
    else:
        printing.write_csv(to_csv(table))


def _print(versions: "Sequence[Versie]") -> None:
    import pandas as pd

    from optimiser.io.writing.export import to_csv

    rows = [
        {
            "nummer": one.nummer,
            "versie": one.versie,
            "tijdstip": one.tijdstip.isoformat(timespec="seconds"),
            "wie": one.wie,
            "wat": one.wat,
            "status": str(one.status),
            "uitruil": one.overeenkomst.naam,
            "vorm": str(one.overeenkomst.vorm),
            "partijen": " ".join(one.overeenkomst.partijen),
            "personen": one.overeenkomst.personen,
            "open": " ".join(position.termijn.halfjaar for position in one.open),
            "opmerking": one.opmerking,
            "controlegetal": one.sha256[:12],
        }
        for one in versions
    ]
    table = pd.DataFrame(rows)
    if printing.is_terminal():
        printing.show(table, "Register van overeenkomsten", {})
    else:
        printing.write_csv(to_csv(table))
