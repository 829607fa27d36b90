"""What the program knows about itself, as tables: keys, roundings, measures, terms."""

import pandas as pd

from optimiser.indicators import MATEN
from optimiser.rounding import METHODS
from optimiser.solve.herleid import published_halfjaren
from optimiser.teksten import load_teksten, whole
from optimiser.teksten.begrippen import read_begrippen
from optimiser.ui.frame.session import gegevens, reproduced
from optimiser.ui.widgets.tables import Column, TableOptions, show_table
from optimiser.verdeelsleutels import availability, listed

_WIDE = TableOptions(height=60)


def _plain_columns(*pairs: tuple[str, str]) -> list[Column]:
    return [Column(naam, titel) for naam, titel in pairs]


def show_reproduced() -> None:
    """Show per published half-year how many provinces come out exactly."""
    rows = []
    for halfjaar in published_halfjaren(gegevens()):
        outcome = reproduced(halfjaar)
        off = outcome.provincies.query("residu != 0")["residu"]
        told = ", ".join(f"{province} {whole(int(n))}" for province, n in off.items())
        rows.append(
            {
                "halfjaar": halfjaar,
                "totaal": outcome.totaal,
                "gelijk": outcome.gelijk,
                "grootste": outcome.grootste,
                "residu": told or "geen",
            }
        )
    columns = [
        Column("halfjaar", "Halfjaar"),
        Column("totaal", "Landelijk", whole, "Bekendgemaakt aantal, in personen"),
        Column("gelijk", "Provincies gelijk", whole, "Van de twaalf"),
        Column("grootste", "Grootste residu", whole, "In personen"),
        Column("residu", "Residu per provincie", None, "Gepubliceerd min herleid, in personen"),
    ]
    titel = "Gepubliceerd tegen herleid"
    show_table(pd.DataFrame(rows), columns, key="herleid", titel=titel)


def show_roundings() -> None:
    """Show how shares can become whole persons."""
    rows = [
        {"titel": m.titel, "sluit": "ja" if m.closes else "nee", "uitleg": m.uitleg}
        for m in METHODS.values()
    ]
    columns = _plain_columns(("titel", "Methode"), ("sluit", "Sluit"), ("uitleg", "Wat zij doet"))
    show_table(pd.DataFrame(rows), columns, key="afrondingen", titel="Afrondingsmethoden")


def show_keys() -> None:
    """Show the register of keys with legal status, incentive and whether they can be computed."""
    figures = gegevens()
    table = figures.gemeenten[max(figures.gemeenten)][0].tabel
    rows = []
    for key in listed():
        reason = availability(key.naam, table)
        told = key.toelichting
        rows.append(
            {
                "titel": key.titel,
                "status": told.status.value,
                "uitleg": told.uitleg,
                "prikkel": told.prikkel,
                "bron": told.bron,
                "beschikbaar": "ja" if reason is None else f"nee: {reason}",
            }
        )
    columns = _plain_columns(
        ("titel", "Sleutel"),
        ("status", "Juridische status"),
        ("uitleg", "Wat zij doet"),
        ("prikkel", "Prikkel of blinde vlek"),
        ("bron", "Bron"),
        ("beschikbaar", "Beschikbaar"),
    )
    titel = "Verdeelsleutels"
    show_table(pd.DataFrame(rows), columns, key="sleutels", titel=titel, options=_WIDE)


def show_measures() -> None:
    """Show the register of measures."""
    rows = [
        {
            "titel": maat.titel,
            "eenheid": maat.eenheid.value,
            "beter": maat.richting.value,
            "definitie": maat.uitleg.definitie,
            "grenzen": maat.uitleg.grenzen,
            "bron": maat.uitleg.bron,
        }
        for maat in MATEN.values()
    ]
    columns = _plain_columns(
        ("titel", "Maat"),
        ("definitie", "Wat precies wordt berekend"),
        ("eenheid", "Eenheid"),
        ("beter", "Beter is"),
        ("grenzen", "Wat zij niet zegt"),
        ("bron", "Bron"),
    )
    show_table(pd.DataFrame(rows), columns, key="maten", titel="Maten", options=_WIDE)


def show_algorithm_entry() -> None:
    """Show the draft entry for the Algoritmeregister."""
    entry = load_teksten()["app"]["algoritmeregister"]
    table = pd.DataFrame({"veld": list(entry), "tekst": list(entry.values())})
    columns = _plain_columns(("veld", "Veld"), ("tekst", "Tekst"))
    show_table(table, columns, key="algoritmeregister", titel="Concept", options=_WIDE)


def show_glossary() -> None:
    """Show the terms of the field."""
    rows = [
        {"term": term, "uitleg": told["uitleg"], "eenheid": told["eenheid"], "bron": told["bron"]}
        for term, told in read_begrippen().items()
    ]
    columns = _plain_columns(
        ("term", "Begrip"), ("uitleg", "Betekenis"), ("eenheid", "Eenheid"), ("bron", "Bron")
    )
    options = TableOptions(search=True, height=60)
    table = pd.DataFrame(rows).assign(term=lambda t: t["term"].str.replace("_", " "))
    show_table(table, columns, key="begrippen", titel="Begrippen", options=options)
