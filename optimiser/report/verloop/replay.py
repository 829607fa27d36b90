"""Tables 1 and 2 of the report held against the ledger: what comes out, what does not close."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from optimiser.report.verloop.tables import unexplained_table
from optimiser.teksten import signed
from optimiser.teksten.zinnen import sentence
from optimiser.tijd.grootboek.printed import names_of, printed_rows, replay
from optimiser.tijd.grootboek.stand import stand_at

if TYPE_CHECKING:
    from optimiser.gegevens.gegevens import Gegevens


def replayed(
    name: str, table: pd.DataFrame, bron: str, gegevens: "Gegevens"
) -> tuple[str, pd.DataFrame]:
    """Return one sentence about a printed table, and every place where it does not close.

    Returns
    -------
    tuple of str and pandas.DataFrame
        The table has ``tabel``, ``periode``, ``code``, ``naam``, ``soort``, ``personen``.
    """
    book = replace(replay(table, bron, gegevens.regios), namen=names_of(gegevens))
    course = book.course()
    stands = {periode: stand_at(course, periode).eenheden["saldo"] for periode in course.perioden}
    rows = list(printed_rows(table, bron, gegevens.regios))
    equal = sum(stands[row.periode][row.eenheid] == row.eind for row in rows)
    off = unexplained_table(book, course)
    apart = off[off["soort"] == "onverklaard"]["personen"]
    carried = off[off["soort"] == "aansluiting"]["personen"]
    facts = {
        "tabel": name,
        "gelijk": int(equal),
        "aantal": len(rows),
        "sluit": len(rows) - len(apart),
        "onverklaard": len(apart),
        "som": signed(int(apart.sum())),
        "absoluut": int(apart.abs().sum()),
        "aansluiting": len(carried),
        "aansluiting_som": signed(int(carried.sum())),
    }
    off.insert(0, "tabel", name)
    return sentence("saldo", "gedrukt", facts), off
