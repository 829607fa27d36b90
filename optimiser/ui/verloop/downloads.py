"""What a reader takes along from page Verloop."""

from functools import partial

from optimiser.io.writing.export import to_xlsx
from optimiser.report.verloop.words import notes
from optimiser.report.verloop.workbook import saldo_sheets
from optimiser.ui.verloop.choice import VerloopKeuze
from optimiser.ui.widgets.downloads import XLSX, offer_file


def offer_workbook(keuze: VerloopKeuze) -> None:
    """Offer stand, all half-years, what does not close and every booking as one workbook."""
    held = keuze.ledger
    offer_file(
        "Download stand en boekingen als Excel",
        partial(_workbook, keuze),
        naam=f"saldo-{keuze.periode}{_known(held.bekend_op)}.xlsx",
        mime=XLSX,
        key="verloop_xlsx",
    )


def _workbook(keuze: VerloopKeuze) -> bytes:
    held = keuze.ledger
    return to_xlsx(saldo_sheets(held.book, held.course, keuze.periode), notes(held.book))


def _known(day: object) -> str:
    return "" if day is None else f"-bekend-op-{day}"
