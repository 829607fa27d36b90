"""Own columns: template, file, all faults by row and column, and which column means what."""

from functools import partial

import pandas as pd
import streamlit as st

from optimiser.compare.realisatie.column import check_realisatie
from optimiser.datapunt.current import read_gegevens
from optimiser.errors import InvalidTableError
from optimiser.io.reading.eigen_cijfers import read_columns
from optimiser.io.writing.export import Sheet, to_csv, to_xlsx
from optimiser.teksten import melding_for
from optimiser.ui.frame import session, state
from optimiser.ui.frame.meldingen import announce, guarded, plain_text
from optimiser.ui.widgets.downloads import XLSX, offer_file
from optimiser.ui.widgets.tables import Column, show_table

_FAULTS = "_fouten_bestand"
#: Columns of the template, with what they mean.
TEMPLATE = {
    "kan": "het hoogste aantal personen dat de gemeente dit halfjaar kan huisvesten",
    "wil": "hoeveel personen boven de taakstelling de gemeente aanbiedt",
    "mutatiegraad": "het deel van de corporatiewoningen dat per jaar vrijkomt, zoals 0,07",
    "realisatie": "hoeveel personen de gemeente in het halfjaar werkelijk heeft gehuisvest",
}
_USES = {
    "kan_kolom": "Kan: hoogste aantal personen",
    "wil_kolom": "Wil: aangeboden personen boven de taakstelling",
    "mutatiegraad_kolom": "Mutatiegraad: deel per jaar",
}
_NONE = "(geen)"


def template() -> pd.DataFrame:
    """Return an empty file to fill in: the gemeenten of the newest indeling."""
    figures = read_gegevens()
    newest = figures.gemeenten[max(figures.gemeenten)][0].tabel
    return newest[["gemeente"]].assign(**dict.fromkeys(TEMPLATE, "")).reset_index()


def offer_template() -> None:
    """Offer the template as CSV and XLSX, with what the columns mean."""
    empty = template()
    meaning = [f"{name}: {text}" for name, text in TEMPLATE.items()]
    st.markdown("\n".join(f"- **{name}**: {text}." for name, text in TEMPLATE.items()))
    with st.container(horizontal=True):
        offer_file(
            "Sjabloon als CSV",
            lambda: to_csv(empty).encode("utf-8-sig"),
            naam="eigen-cijfers.csv",
            mime="text/csv",
            key="sjabloon_csv",
        )
        offer_file(
            "Sjabloon als Excel",
            partial(to_xlsx, [Sheet("Cijfers", empty)], meaning),
            naam="eigen-cijfers.xlsx",
            mime=XLSX,
            key="sjabloon_xlsx",
        )


def bring_file() -> None:
    """Let the user bring a file; a faulty one changes nothing and is reported in full."""
    st.file_uploader(
        "Bestand met eigen cijfers (CSV of Excel)",
        type=["csv", "xlsx"],
        key="eigen_cijfers",
        on_change=guarded(_brought),
    )
    if faults := st.session_state.get(_FAULTS):
        show_table(
            pd.DataFrame({"fout": faults}, index=[str(i) for i in range(len(faults))]),
            [Column("fout", "Wat er niet klopt, per rij en kolom")],
            key="fouten_bestand",
            titel=f"Fouten in het bestand: {len(faults)}",
        )


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
    st.button("Stop met deze cijfers", on_click=guarded(_stop), key="stop_eigen_cijfers")


def _brought() -> None:
    brought = st.session_state["eigen_cijfers"]
    st.session_state.pop(_FAULTS, None)
    if brought is None:
        return
    try:
        check_realisatie(read_columns(brought.getvalue(), brought.name), brought.name)
        session.use_upload(session.Upload(brought.name, brought.getvalue()))
    except InvalidTableError as error:
        listed = error.params.get("lijst") or (str(error.params["fouten"]),)
        st.session_state[_FAULTS] = list(listed)  # type: ignore[call-overload]
        announce(melding_for(error))


def _use(field: str, picked: str) -> None:
    value = None if picked == _NONE else picked
    state.adjust(capaciteit=state.scenario().capaciteit.adjusted(**{field: value}))


def _stop() -> None:
    session.use_upload(None)
    st.session_state.pop(_FAULTS, None)
