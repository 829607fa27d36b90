"""``taakstelling dienst``: what the manager of an installation needs."""

import os
import re
from pathlib import Path
from typing import Annotated

import typer

from optimiser.cli import csv_form, printing
from optimiser.cli.dienst import recept
from optimiser.cli.dutch import DutchCommand, new_app
from optimiser.cli.exit_codes import CHANGED
from optimiser.cli.uitruil.options import Register, required
from optimiser.errors import WrongUsageError

app = new_app(
    help="Voor de beheerder van een installatie: nazien of alles klopt, en wat er is geïnstalleerd."
)
Omgeving = Annotated[
    Path | None,
    typer.Option(
        metavar="BESTAND",
        help="Bestand met NAAM=waarde waarmee de dienst start, zoals "
        "/etc/taakstelling/taakstelling.env; anders de omgeving van deze opdracht.",
    ),
]
Apps = Annotated[
    list[str] | None,
    typer.Option(
        "--app",
        metavar="ADRES:POORT",
        help="Waar een app-proces luistert, zoals 127.0.0.1:8501; mag vaker.",
    ),
]
Urls = Annotated[
    list[str] | None,
    typer.Option(
        "--url",
        metavar="URL",
        help="Gezondheidsadres dat ook moet antwoorden, zoals dat door de proxy; mag vaker.",
    ),
]
Uit = Annotated[
    Path | None,
    typer.Option(
        metavar="BESTAND", help="Schrijf naar .cdx.json (SBOM, CycloneDX), .csv of .xlsx."
    ),
]
Tabel = Annotated[
    Path | None, typer.Option("--uit", metavar="BESTAND", help="Schrijf naar .csv of .xlsx.")
]
Gebruiker = Annotated[
    str | None,
    typer.Option(metavar="NAAM", help="Gebruiker van de database waarmee de app binnenkomt."),
]
_RESTS_ON = (
    "Licentie: zoals het onderdeel die zelf noemt. Oordeel: EUPL v1.2, artikel 5 en Aanhangsel; "
    "geen juridisch advies."
)
_ADDRESS = re.compile(r"(\[[0-9A-Fa-f:]+\]|[A-Za-z0-9.-]+):([1-9]\d{0,4})")


@app.command("controleer", cls=DutchCommand)
def controleer(omgeving: Omgeving = None, apps: Apps = None, urls: Urls = None) -> None:
    """Zie de installatie na: versies, instellingen, geheim, mappen, database, adres, gezondheid.

    Elke regel begint met ok of fout; bij fout staat wat u kunt doen. Er wordt niets gewijzigd.
    Uitgangscode 0: alles in orde; 1: er is een fout; 2: verkeerde invoer.
    """
    from optimiser.dienst.controle.installation import check_installation
    from optimiser.io.sharing.environment import read_environment

    wrong = [f"'{one}' is geen ADRES:POORT" for one in apps or [] if not _ADDRESS.fullmatch(one)]
    wrong += [f"'{one}' is geen URL" for one in urls or [] if not re.match("https?://.", one)]
    if wrong:
        reason = f"{'; '.join(wrong)}."
        raise WrongUsageError(reden=reason, opdracht="taakstelling dienst controleer")
    if omgeving is not None:
        os.environ.update(read_environment(omgeving))
    points = check_installation(apps or [], urls or [])
    for point in points:
        printing.say("\n".join(point.lines()))
    if any(not point.goed for point in points):
        raise typer.Exit(CHANGED)


@app.command("bijwerken", cls=DutchCommand)
def bijwerken(register: Register = None, app_gebruiker: Gebruiker = None) -> None:
    """Maak de tabellen in PostgreSQL of werk ze bij, als eigenaar, en geef de app haar rechten.

    De gebruiker van de app mag daarna lezen en aanvullen; PostgreSQL verbergt wat buiten de
    werkruimte valt. Nog eens uitvoeren mag. Maak eerst een kopie.
    """
    from optimiser.dienst.lock import prepare
    from optimiser.register.engine import open_engine, shown

    engine = open_engine(required(register))
    if engine.dialect.name != "postgresql":
        reason = "een bestand (SQLite) werkt zichzelf bij; dit is voor PostgreSQL."
        raise WrongUsageError(reden=reason, opdracht="taakstelling dienst bijwerken")
    try:
        prepare(engine, app_gebruiker)
    finally:
        engine.dispose()
    given = f"; {app_gebruiker} leest en vult aan" if app_gebruiker else ""
    printing.say(f"Bijgewerkt: {shown(engine.url)}{given}.")


@app.command("onderdelen", cls=DutchCommand)
def onderdelen(uit: Uit = None) -> None:
    """Toon elk geïnstalleerd onderdeel met zijn licentie, en of die past bij EUPL-1.2.

    Uitgangscode 1 als er een licentie is om na te zien. Bibliotheken die in een onderdeel zitten
    (zoals GDAL) en Debian-pakketten staan er niet in. Geen juridisch advies.
    """
    import pandas as pd

    from optimiser.dienst.onderdelen.components import read_onderdelen
    from optimiser.dienst.onderdelen.licences import Licentieoordeel, judge_licence
    from optimiser.dienst.onderdelen.sbom import sbom_json
    from optimiser.io.writing.export import Sheet, require_ending, to_csv, write_bytes

    found = read_onderdelen()
    rows = [(one.naam, one.versie, one.licentie, str(judge_licence(one.licentie))) for one in found]
    table = pd.DataFrame(rows, columns=["onderdeel", "versie", "licentie", "oordeel"])
    if uit is None:
        if printing.is_terminal():
            printing.show(table, "Geïnstalleerde onderdelen", {})
        else:
            printing.write_csv(to_csv(table))
    elif require_ending(uit, (".json", ".csv", ".xlsx")) == ".json":
        write_bytes(uit, sbom_json(found))
    else:
        csv_form.write_table(uit, Sheet("Onderdelen", table), [_RESTS_ON])
    doubtful = sorted(table.loc[table["oordeel"] == Licentieoordeel.NAZIEN, "onderdeel"])
    printing.remark(f"{len(table)} onderdelen; licentie na te zien: {len(doubtful)}.")
    if doubtful:
        printing.remark(f"Na te zien: {', '.join(doubtful)}.")
        raise typer.Exit(CHANGED)


@app.command("spoor", cls=DutchCommand)
def spoor(uit: Tabel = None) -> None:
    """Toon wie wat deed: aanmeldingen, gedownloade bestanden, stappen, leveringen.

    Tijdstippen zijn Nederlandse tijd, met het verschil met UTC. Cijfers staan er niet in.
    """
    from optimiser.dienst.spoor import read_trail, spoor_table
    from optimiser.io.writing.export import Sheet, to_csv
    from optimiser.zicht.zicht import EVERYTHING

    table = spoor_table(read_trail(EVERYTHING))
    if uit is not None:
        csv_form.write_table(uit, Sheet("Spoor", table), [])
    elif printing.is_terminal():
        printing.show(table, "Wie deed wat", {})
    else:
        printing.write_csv(to_csv(table))
    printing.remark(f"{len(table)} regels.")


app.command("recept", cls=DutchCommand)(recept.recept)
