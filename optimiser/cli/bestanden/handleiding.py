"""``taakstelling handleiding``: the handleiding as PDF."""

from pathlib import Path
from typing import Annotated

import typer

from optimiser.cli import printing

Uit = Annotated[Path, typer.Option(metavar="BESTAND.pdf", help="De PDF die wordt geschreven.")]


def handleiding(uit: Uit = Path("handleiding.pdf")) -> None:
    """Schrijf de handleiding van de app als PDF: één scherm per taak."""
    from optimiser.io.handleiding import read_made, read_taken
    from optimiser.io.writing.export import require_ending, write_bytes
    from optimiser.report.papier.handleiding import handleiding_pdf

    require_ending(uit, (".pdf",))
    write_bytes(uit, handleiding_pdf(read_taken(), read_made()["datum"]))
    printing.remark(f"Geschreven: {uit}")
