"""Buttons that hand out a table or a file; the bytes are made when they are asked for."""

from collections.abc import Callable, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from optimiser.io.writing.export import Sheet, csv_bytes, to_xlsx
from optimiser.ui.frame.admission import recorded

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def offer_table(
    table: pd.DataFrame,
    herkomst: Sequence[str],
    *,
    naam: str,
    key: str,
    totals: Sequence[str] = (),
) -> None:
    """Offer a table as CSV and as XLSX, side by side.

    Parameters
    ----------
    table
        What is written; an index named ``gm_code`` becomes the first column, another is left out.
    herkomst
        Lines that say where the numbers come from, such as ``verdeling.herkomst.line()``.
    naam
        File name without ending.
    key
        Dutch, unique over all pages.
    totals
        Columns with a live sum in the workbook.
    """
    written = table.reset_index() if table.index.name == "gm_code" else table
    formats = dict.fromkeys(totals, "#,##0")
    sheet = Sheet("Tabel", written, totals, formats)
    with st.container(horizontal=True):
        offer_file(
            "Download als CSV",
            partial(csv_bytes, written),
            naam=f"{naam}.csv",
            mime="text/csv",
            key=f"{key}_csv",
        )
        offer_file(
            "Download als Excel",
            partial(to_xlsx, [sheet], herkomst),
            naam=f"{naam}.xlsx",
            mime=XLSX,
            key=f"{key}_xlsx",
        )


def offer_file(
    label: str, make: Callable[[], bytes] | bytes, *, naam: str, mime: str, key: str
) -> None:
    """Offer one file; ``make`` runs when the button is pressed."""
    make = recorded(make, naam)
    st.download_button(label, make, file_name=naam, mime=mime, key=key, on_click="ignore")
