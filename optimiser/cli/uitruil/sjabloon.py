"""``taakstelling uitruil sjabloon``: an empty proposal to fill in."""

from pathlib import Path
from typing import Annotated

import typer

from optimiser.cli import options, printing
from optimiser.cli.uitruil.options import situation

Uit = Annotated[
    Path, typer.Option("--uit", metavar="BESTAND.xlsx", help="Schrijf het lege voorstel hierheen.")
]


def sjabloon(halfjaar: options.Halfjaar, uit: Uit, totaal: options.Totaal = None) -> None:
    """Maak een leeg voorstel in Excel: gemeenten om uit te kiezen, en een som die meeloopt."""
    from optimiser.io.writing import export
    from optimiser.io.writing.voorstel_template import voorstel_template
    from optimiser.report.papier.words import sort_name
    from optimiser.report.uitruil.table import names_by_code

    export.require_ending(uit, (".xlsx",))
    names = sorted(names_by_code(situation(halfjaar, None, totaal)).values(), key=sort_name)
    export.write_bytes(uit, voorstel_template(names))
    printing.remark(f"Geschreven: {uit}. Vul het in en lees het met 'taakstelling uitruil toets'.")
