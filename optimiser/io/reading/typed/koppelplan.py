"""A plan of couplings, back from the file that ``koppel plan --uit`` writes."""

import pandas as pd

from optimiser.errors import UnreadableFileError
from optimiser.io.reading.levering_cells import levering_cells
from optimiser.io.reading.questions import SHOWN
from optimiser.io.reading.typed.cells import is_shielded
from optimiser.io.reading.typed.headings import plain_heading
from optimiser.io.reading.typed.rows import typed_rows
from optimiser.io.reading.typed.tabel import Kolom, KolomSoort, LeveringTabel
from optimiser.teksten.zinnen import sentence

TOTAL = "totaal"
KOPPELPLAN = LeveringTabel(
    "koppelplan",
    "Een plan van koppelingen, in aantallen",
    (
        Kolom("gm_code", KolomSoort.CODE, verplicht=True),
        Kolom("gemeente", KolomSoort.TEKST),
        Kolom("personen", KolomSoort.AANTAL, verplicht=True),
        Kolom("klasse", KolomSoort.TEKST, verplicht=True),
        Kolom("huishoudens", KolomSoort.AANTAL, verplicht=True),
        Kolom("waarvan_band", KolomSoort.AANTAL),
        Kolom("personen_totaal", KolomSoort.AANTAL, verplicht=True),
        Kolom("vast", KolomSoort.AANTAL),
        Kolom("reden", KolomSoort.TEKST),
    ),
    ("gm_code", "personen", "klasse"),
    (),
)


def read_koppelplan(content: bytes, name: str) -> pd.DataFrame:
    r"""Read a plan, cell by cell; whether it counts again is for the recheck.

    Parameters
    ----------
    content, name
        The file (``.csv`` or ``.xlsx``) and its name.

    Returns
    -------
    pandas.DataFrame
        ``rij``, the row in the file, and the columns of ``KOPPELPLAN`` that are there.

    Raises
    ------
    UnreadableFileError
        If a column lacks or is unknown, or a cell is no count or code, each with its row; and
        what ``levering_cells`` raises.

    Examples
    --------
    >>> head = "gm_code;personen;klasse;huishoudens;personen_totaal"
    >>> read_koppelplan(f"{head}\nGM0003;2;2k;3;6\n".encode(), "p.csv")["huishoudens"].tolist()
    [3]
    """
    cells = levering_cells(content, name, KOPPELPLAN.namen)
    names = list(map(plain_heading, cells.headings))
    wrong = [n for n in names if n not in KOPPELPLAN.namen or names.count(n) > 1]
    lacking = [n for n in KOPPELPLAN.verplicht if n not in names]
    if wrong or lacking:
        facts = {"kolommen": lacking or wrong, "verwacht": KOPPELPLAN.namen}
        code = "kolommen_ontbreken" if lacking else "kolommen_onbekend"
        raise UnreadableFileError(bestand=name, reden=sentence("koppelplan_lezen", code, facts))
    raw = pd.DataFrame(cells.rows, columns=pd.Index(names), index=pd.Index(cells.numbers))
    if len(raw) and raw["gm_code"].iloc[-1].casefold() == TOTAL:
        raw = raw.iloc[:-1]  # the sums under the sheet of a workbook
    rows, faults = typed_rows(raw, KOPPELPLAN)
    told = [sentence("levering_bevindingen", f.code, f.facts()).rstrip(".") for f in faults]
    told += [
        sentence("koppelplan_lezen", "afgeschermd", {"rij": str(row)})
        for row in raw.index[raw.map(is_shielded).any(axis=1)]
    ]
    if told:
        more = "; ..." if len(told) > SHOWN else ""
        raise UnreadableFileError(bestand=name, reden="; ".join(told[:SHOWN]) + more)
    return rows
