"""``taakstelling dienst recept``: the files with which a shared installation is made."""

from pathlib import Path
from typing import Annotated

import typer

from optimiser.cli import numbers, printing
from optimiser.cli.app_sharing import public_settings

Map = Annotated[
    Path, typer.Option("--uit", metavar="MAP", help="Nieuwe of lege map voor de bestanden.")
]
Naam = Annotated[
    str,
    typer.Option(
        metavar="NAAM",
        help="Naam waaronder gebruikers de app openen, zoals taakstelling.provincie.nl.",
    ),
]
Poort = Annotated[
    int,
    typer.Option(parser=numbers.count_between(1, 65_535), metavar="N", help="Poort van nginx."),
]


def recept(uit: Map, naam: Naam, poort: Poort = 443) -> None:
    """Schrijf het recept voor een gedeelde installatie op Debian; begin met LEESMIJ.md.

    Site van nginx, dienst van systemd, database, aanmelding om te proberen, en hoe u zonder
    internet installeert.
    """
    from optimiser.dienst.recipe import filled_in
    from optimiser.errors import UnwritableFileError
    from optimiser.io.recipe import read_recipe
    from optimiser.io.writing.export import make_folder, write_bytes

    public_settings(naam)  # refuses what is no name
    if uit.is_dir() and any(uit.iterdir()):
        raise UnwritableFileError(bestand=str(uit), reden="de map is niet leeg")
    make_folder(uit)
    for name, content in filled_in(read_recipe(), naam, poort).items():
        write_bytes(uit / name, content)
    printing.remark(f"Geschreven in {uit}; begin met LEESMIJ.md.")
