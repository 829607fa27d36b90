"""A proposal from a file: what of it is about one half-year, and how it was read."""

from pathlib import Path

from optimiser.errors import WrongUsageError
from optimiser.io.reading.eigen_cijfers import read_file
from optimiser.io.reading.report import ReadingReport
from optimiser.io.reading.voorstellen import has_places, read_voorstel_file
from optimiser.uitruil.errors import OpvangProposalError
from optimiser.uitruil.voorstel import Voorstel, make_voorstellen


def read_voorstellen(bestand: str | Path, halfjaar: str) -> tuple[Voorstel, ...]:
    r"""Read the agreements that a file proposes for one half-year.

    Parameters
    ----------
    bestand
        CSV or XLSX with columns ``uitruil, gm_code`` (or ``gemeente``)``, verschil``, or ``van,
        naar, personen``; with a column ``halfjaar`` only the rows of ``halfjaar`` count.
    halfjaar
        As in ``2025-2``.

    Raises
    ------
    OpvangProposalError
        If the file exchanges reception places: that is not allowed.
    InvalidTableError, UnreadableFileError
        If it cannot be read without guessing.
    WrongUsageError
        If no row is about this half-year.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "voorstel.csv"
    ...     _ = path.write_text("uitruil;gemeente;verschil\nRuil;Assen;-3\nRuil;Emmen;+3\n")
    ...     read_voorstellen(path, "2025-2")[0].verschillen
    (('GM0106', -3), ('GM0114', 3))
    """
    return read_with_report(Path(bestand), halfjaar)[0]


def read_with_report(path: Path, halfjaar: str) -> tuple[tuple[Voorstel, ...], ReadingReport]:
    """Read a proposal and tell how; see ``read_voorstellen``."""
    found, report = read_per_halfjaar(path, halfjaar)
    return found[halfjaar], report


def read_per_halfjaar(
    path: Path, halfjaar: str
) -> tuple[dict[str, tuple[Voorstel, ...]], ReadingReport]:
    """Read a proposal for every half-year it is about, ascending; see ``read_voorstellen``."""
    content = read_file(path)
    if has_places(content, path.name):
        raise OpvangProposalError(naam=path.name)
    found = read_voorstel_file(content, path.name)
    halves = found.halfjaren or (halfjaar,) * len(found.rows)
    if found.rows and halfjaar not in halves:
        reason = f"In {path.name} gaat geen rij over {halfjaar} (kolom halfjaar)."
        raise WrongUsageError(reden=reason, opdracht="taakstelling uitruil")
    per_half = {
        half: make_voorstellen(
            [row for row, own in zip(found.rows, halves, strict=True) if own == half], half
        )
        for half in sorted({halfjaar, *halves})
    }
    return per_half, found.report
