"""``taakstelling levering``: figures come in by one road, are settled, and stay."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import csv_form, numbers, printing
from optimiser.cli.dutch import DutchCommand, new_app

if TYPE_CHECKING:
    from optimiser.datapunt.embedded import Meegeleverd
    from optimiser.datapunt.levering import Levering

app = new_app(
    help="Lever cijfers aan: realisatie, inwoners van een nieuw jaar, een landelijk aantal. Wat is "
    "vastgesteld telt mee in elke opdracht en blijft bewaard."
)
Bestand = Annotated[Path, typer.Argument(metavar="BESTAND", help="CSV of XLSX, ook van StatLine.")]
Nummers = Annotated[list[int], typer.Argument(metavar="NUMMER ...", help="Een of meer leveringen.")]
Nummer = Annotated[
    int, typer.Argument(parser=numbers.count, metavar="NUMMER", help="Nummer van de levering.")
]
Wie = Annotated[str, typer.Option(metavar="NAAM", help="Wie dit doet; komt bij de levering.")]
Tabel = Annotated[
    str | None,
    typer.Option(metavar="TABEL", help="Welke tabel het is; standaard volgt dat uit de koppen."),
]
Jaar = Annotated[
    int | None,
    typer.Option(parser=numbers.count, metavar="JJJJ", help="Jaar (1 januari) waarover het gaat."),
]
Half = Annotated[
    str | None,
    typer.Option("--halfjaar", metavar="JJJJ-N", help="Halfjaar waarover het gaat."),
]
Bron = Annotated[str, typer.Option(metavar="TEKST", help="Wie de cijfers heeft gepubliceerd.")]
Opmerking = Annotated[str, typer.Option(metavar="TEKST", help="Toelichting bij de levering.")]
Bevestig = Annotated[
    bool, typer.Option("--bevestig", help="Wat te bevestigen is, klopt; dat blijft erbij staan.")
]
Uit = Annotated[
    Path,
    typer.Option(metavar="BESTAND", help=".parquet of .csv met de rijen, anders het bestand zelf."),
]


@app.command("inlezen", cls=DutchCommand)
def inlezen(
    bestand: Bestand,
    wie: Wie,
    tabel: Tabel = None,
    jaar: Jaar = None,
    halfjaar: Half = None,
    bron: Bron = "",
    opmerking: Opmerking = "",
    bevestig: Bevestig = False,
) -> None:
    """Lees een bestand, toets het en bewaar het als concept; bij een fout wordt niets bewaard.

    Tabellen: realisatie, inwoners, landelijk, herindeling, taakstelling, ladder, laddertreden,
    normtijd, bezetting, kenmerken, woningaanbod.
    """
    from optimiser.datapunt.current import read_gegevens
    from optimiser.datapunt.deliver import deliver, preview
    from optimiser.datapunt.held import own_datapunt
    from optimiser.datapunt.reading.tabellen import TABELLEN
    from optimiser.errors import WrongUsageError
    from optimiser.io.reading.eigen_cijfers import read_file
    from optimiser.teksten.zinnen import sentence
    from optimiser.zicht.zicht import EVERYTHING

    if tabel is not None and tabel not in TABELLEN:
        reason = f"'{tabel}' bij --tabel is niet bekend; kies uit {', '.join(TABELLEN)}."
        raise WrongUsageError(reden=reason, opdracht="taakstelling levering inlezen")
    content, figures, point = read_file(bestand), read_gegevens(), own_datapunt(EVERYTHING)
    said = {"tabel": tabel, "jaar": jaar, "halfjaar": halfjaar}
    seen = preview(bestand.name, content, figures, point, **said)  # type: ignore[arg-type]
    for line in seen.lines():
        printing.remark(line)
    one = deliver(point, seen, wie, bevestigd=bevestig, eigenaar=bron, opmerking=opmerking)
    facts = {"nummer": str(one.nummer), "status": str(one.status), "aantal": one.aantal}
    facts |= {"titel": TABELLEN[one.tabel].titel, "omvang": scope_words(one)}
    printing.say(sentence("levering", "bewaard", facts))
    printing.say(sentence("levering", "vaststellen", facts))


@app.command("lijst", cls=DutchCommand)
def lijst() -> None:
    """Toon elke levering: wat, uit welk bestand, van wie, en of zij meetelt.

    M1, M2, ... zijn de meegeleverde cijfers; zij tellen tot een levering ervoor in de plaats komt.
    """
    import pandas as pd

    from optimiser.datapunt.embedded import embedded_leveringen
    from optimiser.datapunt.held import read_datapunt
    from optimiser.io.writing.export import to_csv
    from optimiser.teksten.zinnen import sentence
    from optimiser.zicht.zicht import EVERYTHING

    point = read_datapunt(EVERYTHING)
    found = () if point is None else point.leveringen()
    rows = [_row_of_embedded(one) for one in embedded_leveringen()]
    table = pd.DataFrame([*rows, *(_row(one) for one in found)]).astype({"rijen": "Int64"})
    if printing.is_terminal():
        short = ["nummer", "tabel", "omvang", "bestand", "status", "ontvangen_op", "door"]
        printing.show(table[short], "Leveringen", {})
    else:
        printing.write_csv(to_csv(table))
    if not found:
        printing.remark(sentence("levering", "geen", {}))


@app.command("vaststellen", cls=DutchCommand)
def vaststellen(nummers: Nummers, wie: Wie) -> None:
    """Stel leveringen vast: vanaf nu tellen zij mee; wat zij vervangen blijft leesbaar."""
    from optimiser.datapunt.held import own_datapunt
    from optimiser.teksten.zinnen import sentence
    from optimiser.zicht.zicht import EVERYTHING

    point = own_datapunt(EVERYTHING)
    for nummer in nummers:
        one = point.settle(nummer, wie)
        printing.say(sentence("levering", "vastgesteld", {"nummer": str(one.nummer)}))


@app.command("bewaar", cls=DutchCommand)
def bewaar(nummer: Nummer, uit: Uit) -> None:
    """Schrijf een levering naar een bestand: als Parquet, als CSV, of zoals zij kwam."""
    from optimiser.datapunt.held import own_datapunt
    from optimiser.datapunt.rows_blob import to_parquet
    from optimiser.io.writing.export import write_bytes
    from optimiser.zicht.zicht import EVERYTHING

    point = own_datapunt(EVERYTHING)
    one = point.get(nummer)
    if uit.suffix.lower() == ".parquet":
        content = to_parquet(point.rows(nummer))
    elif uit.suffix.lower() == ".csv" and uit.name != one.bestand:
        content = csv_form.csv_file(point.rows(nummer))
    else:
        content = point.file(nummer)
    write_bytes(uit, content)
    printing.remark(f"Geschreven: {uit} ({one.line()}).")


def scope_words(one: "Levering") -> str:
    """Tell what a delivery is about, short."""
    first, last = one.omvang[0], one.omvang[-1]
    return first if first == last else f"{first} t/m {last}"


def _row(one: "Levering") -> dict[str, object]:
    return {
        "nummer": one.nummer,
        "tabel": one.tabel,
        "omvang": scope_words(one),
        "bestand": one.bestand,
        "sha256": one.sha256,
        "rijen": one.aantal,
        "status": str(one.status),
        "ontvangen_op": one.ontvangen_op.isoformat(timespec="seconds"),
        "door": one.door,
        "vastgesteld_op": one.vastgesteld_op.isoformat(timespec="seconds")
        if one.vastgesteld_op
        else "",
        "vastgesteld_door": one.vastgesteld_door,
        "vervangen_door": one.vervangen_door or "",
        "bevestigd": " ".join(one.afwijkingen),
        "opmerking": one.opmerking,
    }


def _row_of_embedded(one: "Meegeleverd") -> dict[str, object]:
    """Return an embedded file as a row; what only a database knows stays empty."""
    from optimiser.datapunt.embedded import DOOR

    told: dict[str, object] = {"nummer": one.nummer, "tabel": one.tabel, "omvang": one.omvang}
    told |= {"bestand": one.bestand, "sha256": one.sha256, "rijen": None}
    told |= {"status": "vastgesteld", "ontvangen_op": "", "door": DOOR}
    told |= dict.fromkeys(("vastgesteld_op", "vastgesteld_door", "vervangen_door", "bevestigd"), "")
    return told | {"opmerking": f"{one.titel}; {one.eigenaar}"}
