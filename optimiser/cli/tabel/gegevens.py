"""``taakstelling gegevens``: the embedded figures, their sources, and where they do not close."""

from typing import Annotated

import typer

from optimiser.cli import printing

Controle = Annotated[
    bool,
    typer.Option("--controle", help="Toon waar tabel 1 en 2 van het rapport niet sluiten."),
]


def gegevens(controle: Controle = False) -> None:
    """Toon elk ingebouwd gegevensbestand met eigenaar, licentie, peildatum en indeling."""
    import pandas as pd

    from optimiser.datapunt.current import read_gegevens
    from optimiser.gegevens.tabelcontrole import find_deviations
    from optimiser.io.bronnen import read_bronnen

    figures = read_gegevens()
    if controle:
        found = find_deviations(figures.tabel1, figures.tabel2)
        table = pd.DataFrame(found)
        title = f"{len(found)} plaatsen waar de gedrukte tabellen niet sluiten"
    else:
        rows = [{"bestand": name} | bron.model_dump() for name, bron in read_bronnen().items()]
        table, title = pd.DataFrame(rows), "Ingebouwde gegevens"
    if printing.is_terminal():
        from optimiser.teksten import whole

        numbers = dict.fromkeys(["gedrukt", "berekend"], whole)
        printing.show(table.drop(columns=["sha256", "bron"], errors="ignore"), title, numbers)
    else:
        from optimiser.io.writing.export import to_csv

        printing.write_csv(to_csv(table))
    printing.remark(f"Gegevens {figures.version}.")
