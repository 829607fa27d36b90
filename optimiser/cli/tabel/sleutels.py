"""``taakstelling sleutels``: which keys there are, and which can be computed."""

from typing import Annotated

import typer

from optimiser.cli import numbers, options, printing

Jaar = Annotated[
    int | None,
    typer.Option(
        parser=numbers.count,
        metavar="JJJJ",
        help="Jaar van de cijfers; standaard het nieuwste jaar.",
    ),
]


def sleutels(peiljaar: Jaar = None, cijfers: options.Cijfers = None) -> None:
    """Toon de verdeelsleutels met hun juridische status, bron en beschikbaarheid."""
    import pandas as pd

    from optimiser.verdeelsleutels import availability, listed

    figures = options.read_figures(cijfers)
    year = max(figures.gemeenten) if peiljaar is None else peiljaar
    gemeenten = figures.figures(year).tabel
    rows = []
    for key in listed():
        reason = availability(key.naam, gemeenten)
        asks = f"beschikbaar (kies {', '.join(key.opties)})" if key.opties else "beschikbaar"
        rows.append(
            {
                "sleutel": key.naam,
                "titel": key.titel,
                "status": key.toelichting.status.value,
                "bron": key.toelichting.bron,
                "beschikbaar": asks if reason is None else f"niet beschikbaar: {reason}",
                "uitleg": key.toelichting.uitleg,
                "prikkel": key.toelichting.prikkel,
            }
        )
    table = pd.DataFrame(rows)
    if printing.is_terminal():
        short = table[["sleutel", "titel", "status", "bron", "beschikbaar"]]
        printing.show(short, f"Verdeelsleutels, cijfers van 1 januari {year}", {})
    else:
        from optimiser.io.writing.export import to_csv

        printing.write_csv(to_csv(table))
    printing.remark(printing.rests_on(figures))
