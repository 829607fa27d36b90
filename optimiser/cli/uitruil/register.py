"""``taakstelling uitruil register``: agreements kept, with everything that happened to them."""

from typing import Annotated

import typer

from optimiser.cli import options
from optimiser.cli.dutch import DutchCommand, new_app
from optimiser.cli.uitruil import safety, steps
from optimiser.cli.uitruil.options import (
    Bestand,
    Kop,
    Nummer,
    Opmerking,
    Register,
    Versienummer,
    Wie,
    opened,
)
from optimiser.cli.uitruil.printing_register import print_table, print_versions
from optimiser.cli.uitruil.proposals import agreements, facilities
from optimiser.errors import WrongUsageError

app = new_app(help="Het register van overeenkomsten: aanvullen, stappen zetten, nazien.")
Terug = Annotated[
    str | None,
    typer.Option(
        metavar="JJJJ-N", help="Dezelfde personen terug in dit halfjaar; blijft open staan."
    ),
]
Voorzieningen = Annotated[
    str | None,
    typer.Option(
        "--scenario",
        metavar="S",
        help="Scenario met de gezamenlijke tussenvoorzieningen ([[capaciteit.plekken]]) van de "
        "partijen; zij komen in de overeenkomst.",
    ),
]
Nogmaals = Annotated[
    bool,
    typer.Option("--nogmaals", help="Dit is een tweede, naast een die precies hetzelfde doet."),
]
Nu = Annotated[
    str | None,
    typer.Option(metavar="JJJJ-N", help="Het lopende halfjaar: wat ervoor openstaat is te laat."),
]
Gemeente = Annotated[
    str | None, typer.Option(metavar="NAAM", help="Alleen van deze gemeente (naam of code).")
]
Periode = Annotated[
    str | None, typer.Option("--halfjaar", metavar="JJJJ-N", help="Alleen van dit halfjaar.")
]
Staat = Annotated[
    str | None,
    typer.Option(metavar="STATUS", help="concept, akkoord, gemeld, verwerkt of vervallen."),
]


@app.command("voeg-toe", cls=DutchCommand)
def add(
    voorstel: Bestand,
    halfjaar: options.Halfjaar,
    wie: Wie,
    terug: Terug = None,
    register: Register = None,
    opmerking: Opmerking = "",
    nogmaals: Nogmaals = False,
    scenario: Voorzieningen = None,
) -> None:
    """Zet de overeenkomsten van een voorstel als concept in het register: alle, of geen.

    Met een kolom halfjaar in het bestand heeft elk halfjaar eigen aantallen (deels terug).
    """
    deals = facilities(agreements(voorstel, halfjaar, terug), halfjaar, scenario)
    with opened(register) as book:
        print_versions(book.add_all(deals, wie, opmerking, again=nogmaals))


@app.command("wijzig", cls=DutchCommand)
def change(
    nummer: Nummer,
    voorstel: Bestand,
    halfjaar: options.Halfjaar,
    versie: Versienummer,
    wie: Wie,
    terug: Terug = None,
    register: Register = None,
    opmerking: Opmerking = "",
    scenario: Voorzieningen = None,
) -> None:
    """Vervang de inhoud van een concept; elk college keurt de nieuwe inhoud opnieuw goed."""
    found = facilities(agreements(voorstel, halfjaar, terug), halfjaar, scenario)
    if len(found) != 1:
        reason = f"Het bestand heeft {len(found)} overeenkomsten; geef er precies één."
        raise WrongUsageError(reden=reason, opdracht="taakstelling uitruil register wijzig")
    with opened(register) as book:
        print_versions([book.change(nummer, versie, found[0], wie, opmerking)])


@app.command("toon", cls=DutchCommand)
def show(
    gemeente: Gemeente = None,
    halfjaar: Periode = None,
    status: Staat = None,
    register: Register = None,
    kop: Kop = None,
) -> None:
    """Toon elke overeenkomst zoals zij nu staat, per gemeente, met realisatie en saldo."""
    from optimiser.datapunt.current import read_grootboek
    from optimiser.report.uitruil.registered.carried_out import read_carried_out
    from optimiser.report.uitruil.registered.register_table import gemeente_table
    from optimiser.uitruil.states import Status

    if status is not None and status not in set(Status):
        reason = f"'{status}' is geen status; bekend zijn {', '.join(Status)}."
        raise WrongUsageError(reden=reason, opdracht="taakstelling uitruil register toon")
    with opened(register, kop) as book:
        versions = book.stand()
    halves = {term.halfjaar for one in versions for term in one.overeenkomst.termijnen}
    table = gemeente_table(versions, read_carried_out(read_grootboek(), halves))
    if status is not None:
        table = table[table["status"] == status]
    if halfjaar is not None:
        table = table[table["halfjaar"] == halfjaar]
    if gemeente is not None:
        own = table["gm_code"] == options.code_of(gemeente)
        table = table[table["nummer"].isin(table.loc[own, "nummer"])]
    print_table(table, "Register van overeenkomsten (verschil in personen)")


@app.command("historie", cls=DutchCommand)
def history(nummer: Nummer, register: Register = None, kop: Kop = None) -> None:
    """Toon alles wat er met een overeenkomst is gebeurd."""
    with opened(register, kop) as book:
        print_versions(book.history(nummer))


@app.command("open", cls=DutchCommand)
def open_positions(nu: Nu = None, register: Register = None) -> None:
    """Toon wat nog moet gebeuren: open posities van overeenkomsten."""
    import pandas as pd

    from optimiser.report.uitruil.registered.register_table import party_names
    from optimiser.uitruil.positions import open_positions as still_open
    from optimiser.uitruil.states import BINDING

    with opened(register) as book:
        agreed = book.stand(BINDING)
    names = party_names(agreed)
    rows = [
        (
            one.nummer, one.overeenkomst.naam, position.termijn.halfjaar, code, names[code], count,
            "ja" if position.achterstallig else "nee",
        )
        for one in agreed
        for position in still_open(one.overeenkomst, one.verwerkt, nu)
        for code, count in position.termijn.verschillen
    ]  # fmt: skip
    columns = ["nummer", "uitruil", "halfjaar", "gm_code", "gemeente", "verschil", "te_laat"]
    print_table(pd.DataFrame(rows, columns=columns), "Open posities (verschil in personen)")


steps.add_to(app)
safety.add_to(app)
