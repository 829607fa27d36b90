"""Own households and dwellings of ``taakstelling koppel``: a file, or numbers for the country."""

from pathlib import Path
from typing import TYPE_CHECKING

from optimiser.cli import printing

if TYPE_CHECKING:
    import pandas as pd

    from optimiser.gegevens.gegevens import Gegevens
    from optimiser.koppelen.eigen.vraag import EigenAantallen

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

    Raises
    ------
    CountsRefusedError
        With every fault by row and column; and what the reader of files raises.
    """
    from optimiser.io.reading.eigen_cijfers import read_file
    from optimiser.io.reading.typed.counts import read_huishoudens, read_woningen
    from optimiser.koppelen.aannames import KLASSEN
    from optimiser.koppelen.eigen.huishoudens import check_huishoudens
    from optimiser.koppelen.eigen.vraag import EigenAantallen
    from optimiser.koppelen.eigen.woningen import check_woningen
    from optimiser.report.koppelen.eigen import eigen_lines

    households = homes = None
    if is_file(huishoudens):
        path = Path(str(huishoudens))
        file = read_huishoudens(read_file(path), path.name)
        households = check_huishoudens(file, halfjaar, gemeenten, figures)
    if is_file(woningen):
        path = Path(str(woningen))
        file = read_woningen(read_file(path), path.name)
        klassen = [klasse for klasse, _ in KLASSEN]
        homes = check_woningen(file, halfjaar, gemeenten, klassen)
    own = EigenAantallen(households, homes)
    for line in eigen_lines(own):
        printing.remark(line)
    return own
