"""Own households and dwellings of ``taakstelling koppel``: a file, or numbers for the country."""

from pathlib import Path
from typing import TYPE_CHECKING

from optimiser.cli import printing

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from optimiser.gegevens.gegevens import Gegevens
    from optimiser.koppelen.eigen.vraag import EigenAantallen
    from optimiser.koppelen.woningen import Woningklasse

ENDINGS = (".csv", ".xlsx")


def is_file(text: str | None) -> bool:
    """Tell whether an option names a file: it ends as one; ``1=3201,2=696`` does not.

    >>> is_file("huishoudens.csv"), is_file("1=3201,2=696"), is_file(None)
    (True, False, False)
    """
    return text is not None and text.casefold().endswith(ENDINGS)


def read_own(
    huishoudens: str | None,
    woningen: str | None,
    halfjaar: str,
    gemeenten: "pd.DataFrame",
    figures: "Gegevens",
    klassen: "Sequence[Woningklasse] | None" = None,
) -> "EigenAantallen":
    """Read the files among two options and tell what was read.

    Parameters
    ----------
    huishoudens, woningen
        As given; what is no file is left alone.
    halfjaar
        That is asked.
    gemeenten
        Index ``gm_code``; ``gemeente``, ``provincie``.
    figures
        Where the regions come from.
    klassen
        Dwelling classes; None for the assumed ones.

    Raises
    ------
    CountsRefusedError
        With every fault by row and column; and what the reader of files raises.
    """
    from optimiser.koppelen.eigen.read import read_eigen
    from optimiser.report.koppelen.eigen import eigen_lines

    files = (_file(huishoudens), _file(woningen))
    own = read_eigen(*files, halfjaar, gemeenten, figures, klassen)
    for line in eigen_lines(own):
        printing.remark(line)
    return own


def _file(text: str | None) -> tuple[str, bytes] | None:
    from optimiser.io.reading.eigen_cijfers import read_file

    if text is None or not is_file(text):
        return None
    path = Path(text)
    return path.name, read_file(path)
