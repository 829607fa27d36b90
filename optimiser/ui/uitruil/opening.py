"""A proposal from a file: a template to fill in, how it was read, and then into the table."""

from functools import partial

import streamlit as st

from optimiser.datapunt.current import read_gegevens
from optimiser.io.reading.report import report_lines
from optimiser.io.reading.voorstellen import has_places, read_voorstel_file
from optimiser.io.writing.template import template
from optimiser.teksten import load_teksten
from optimiser.ui.frame.meldingen import guarded, part, plain_text
from optimiser.ui.uitruil import draft as held
from optimiser.ui.uitruil.terug import set_return, table_rows
from optimiser.ui.widgets.downloads import XLSX, offer_file
from optimiser.uitruil.errors import OpvangProposalError


def show_opening(halfjaar: str) -> None:
    """Offer the template, take a file, show how it was read, and put it in the table."""
    figures = read_gegevens()
    newest = figures.gemeenten[max(figures.gemeenten)][0]
    offer_file(
        "Sjabloon voor een voorstel (Excel)",
        partial(template, "voorstel", newest),
        naam="voorstel-sjabloon.xlsx",
        mime=XLSX,
        key="uitruil_sjabloon",
    )
    brought = st.file_uploader(
        "Voorstel openen (CSV of Excel met de kolommen uitruil, gm_code en verschil)",
        type=["csv", "xlsx"],
        key="uitruil_bestand",
    )
    if brought is not None:
        with part():
            st.markdown(f"**{load_teksten()['app']['lezen']['kop']}**")
            report = read_voorstel_file(brought.getvalue(), brought.name).report
            st.markdown("\n".join(f"- {plain_text(line)}" for line in report_lines(report)))
    st.button(
        "Zet dit bestand in de tabel",
        disabled=brought is None,
        on_click=guarded(put_in_table),
        args=(halfjaar,),
        key="uitruil_open",
    )


def put_in_table(halfjaar: str) -> None:
    """Replace the rows of the table by those of the file, and when persons go back.

    Parameters
    ----------
    halfjaar
        That of the table, and of every row in a file that names none.

    Raises
    ------
    OpvangProposalError
        If the file exchanges reception places.
    OptimiserError
        If it cannot be read, or is about half-years that the table does not hold.
    """
    brought = st.session_state["uitruil_bestand"]
    content = brought.getvalue()
    if has_places(content, brought.name):
        raise OpvangProposalError(naam=brought.name)
    found = read_voorstel_file(content, brought.name)
    halves = found.halfjaren or (halfjaar,) * len(found.rows)
    told = [(*row, half) for row, half in zip(found.rows, halves, strict=True)]
    rows, later = table_rows(told, halfjaar)
    set_return(later or "")
    held.replace_rows(rows)
