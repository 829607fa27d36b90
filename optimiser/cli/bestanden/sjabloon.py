"""``taakstelling sjabloon``: a workbook to fill in, per kind of table."""

from pathlib import Path
from typing import Annotated

import typer

from optimiser.cli import printing

Soort = Annotated[
    str,
    typer.Argument(metavar="SOORT", help="cijfers, realisatie, voorstel, huishoudens of woningen."),
]
Uit = Annotated[
    Path, typer.Option(metavar="BESTAND.xlsx", help="Het Excel-bestand dat wordt geschreven.")
]


def sjabloon(soort: Soort, uit: Uit) -> None:
    """Schrijf een Excel-bestand om in te vullen: namen, codes, keuzelijsten, uitleg."""
    from optimiser.datapunt.current import read_gegevens
    from optimiser.io.writing.export import require_ending, write_bytes
    from optimiser.io.writing.template import template
    from optimiser.report.koppelen.templates import huishoudens_template, woningen_template

    require_ending(uit, (".xlsx",))
    figures = read_gegevens()
    in_counts = {"huishoudens": huishoudens_template, "woningen": woningen_template}
    if soort in in_counts:
        made = in_counts[soort](figures)
    else:
        made = template(soort, figures.gemeenten[max(figures.gemeenten)][0], tuple(in_counts))
    write_bytes(uit, made)
    printing.remark(f"Geschreven: {uit}")
