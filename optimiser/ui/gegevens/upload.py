"""Own columns: template, file, all faults by row and column, and which column means what."""

from contextlib import suppress
from functools import partial

import streamlit as st

from optimiser.compare.realisatie.column import check_realisatie
from optimiser.datapunt.current import read_gegevens
from optimiser.errors import OptimiserError
from optimiser.io.reading.door import FileTable
from optimiser.io.reading.eigen_cijfers import columns_of, read_columns
from optimiser.io.reading.questions import Wanted
from optimiser.io.writing.template import columns_in_words, template
from optimiser.solve.own_figures import unused_file
from optimiser.ui.frame import session, state
from optimiser.ui.frame.meldingen import guarded, plain_text
from optimiser.ui.widgets import reading_report
from optimiser.ui.widgets.downloads import XLSX, offer_file

#: Kind of table that page Gegevens takes.
TEMPLATE = "cijfers"
_USES = {
    "kan_kolom": "Kan: hoogste aantal personen",
    "wil_kolom": "Wil: aangeboden personen boven de taakstelling",
    "mutatiegraad_kolom": "Mutatiegraad: deel per jaar",
}
_NONE = "(geen)"


def offer_template() -> None:
    """Offer the template to fill in, with what its columns mean."""
    meaning = columns_in_words(TEMPLATE)
    st.markdown("\n".join(f"- {plain_text(text)}" for text in meaning.values()))
    figures = read_gegevens()
    newest = figures.gemeenten[max(figures.gemeenten)][0]
    offer_file(
        "Sjabloon om in te vullen (Excel)",
        partial(template, TEMPLATE, newest),
        naam="eigen-cijfers.xlsx",
        mime=XLSX,
        key="sjabloon_xlsx",
    )


def bring_file() -> None:
    """Let the user bring a file: shown as it was read, taken over when the user says so."""
    st.file_uploader(
        "Bestand met eigen cijfers (CSV of Excel)",
        type=["csv", "xlsx"],
        key="eigen_cijfers",
        on_change=guarded(_brought),
    )
    reading_report.show_reading(_reading())


def _reading() -> reading_report.Reading:
    return reading_report.Reading("eigen", Wanted(), _faults, _take)


def _faults(table: FileTable) -> list[str]:
    """Return what a table of figures lacks that was read without a fault."""
    return reading_report.faults_of(
        lambda: check_realisatie(columns_of(table), table.report.bestand)
    )


def _take(naam: str, inhoud: bytes, table: FileTable) -> None:
    """Use the columns; where the user answered a question, as the answers made them."""
    columns = columns_of(table)
    try:
        plain = read_columns(inhoud, naam).equals(columns)
    except OptimiserError:
        plain = False
    content = inhoud if plain else columns.to_csv(sep=";").encode()
    session.use_upload(session.Upload(naam, content))


def pick_columns(columns: list[str]) -> None:
    """Let the user say which of the columns is the capacity, the offer and the mutatiegraad."""
    chosen = state.scenario().capaciteit
    for field, label in _USES.items():
        now = getattr(chosen, field)
        options = [_NONE, *columns]
        if now is not None and now not in options:
            options.append(now)
        st.selectbox(
            label, options, **state.bound(f"kolom_{field}", now or _NONE, partial(_use, field))
        )


def show_use() -> None:
    """Say which file is in use, and let the user stop using it."""
    held = session.upload()
    if held is None:
        st.markdown("Er zijn nu geen eigen cijfers in gebruik.")
        return
    st.markdown(f"In gebruik: **{plain_text(held.naam)}**.")
    _tell_unused()
    st.button("Stop met deze cijfers", on_click=guarded(_stop), key="stop_eigen_cijfers")


def _tell_unused() -> None:
    """Say so where the file follows another indeling than the question."""
    figures, asked = session.gegevens(), state.scenario()
    peiljaar = asked.peiljaar or asked.period.peiljaar
    with suppress(OptimiserError):  # a question without figures is told by its own pages
        table = figures.figures(peiljaar, asked.indeling)
        for line in unused_file(figures, table.bron, str(table.indeling), in_app=True):
            st.warning(plain_text(line))


def _brought() -> None:
    brought = st.session_state["eigen_cijfers"]
    reading_report.forget("eigen")
    if brought is not None:
        reading_report.brought(_reading(), brought.name, brought.getvalue())


def _use(field: str, picked: str) -> None:
    value = None if picked == _NONE else picked
    state.adjust(capaciteit=state.scenario().capaciteit.adjusted(**{field: value}))


def _stop() -> None:
    session.use_upload(None)
