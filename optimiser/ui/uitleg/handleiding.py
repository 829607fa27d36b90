"""The handleiding on the page: one screen per task, and the same as PDF."""

import streamlit as st

from optimiser.io.handleiding import read_made, read_taken
from optimiser.teksten import load_teksten
from optimiser.teksten.zinnen import sentence
from optimiser.ui.widgets.downloads import offer_file


def _pdf() -> bytes:
    from optimiser.report.papier.handleiding import handleiding_pdf

    return handleiding_pdf(read_taken(), read_made()["datum"])


def show_handleiding() -> None:
    """Let the user pick a task, and show its steps and its picture."""
    words, taken = load_teksten()["handleiding"], read_taken()
    titles = {taak.naam: taak.titel for taak in taken}
    st.markdown(words["inleiding"].format(datum=read_made()["datum"]))
    picked = st.selectbox(
        words["kies"], list(titles), format_func=titles.__getitem__, key="handleiding_taak"
    )
    (taak,) = [one for one in taken if one.naam == picked]
    st.markdown("\n".join(f"{n}. {step}" for n, step in enumerate(taak.stappen, start=1)))
    if taak.beeld:
        alt = sentence("handleiding", "beeld", {"pagina": taak.pagina})
        st.image(taak.beeld, alt=alt, width=900)
    offer_file(
        words["pdf"], _pdf, naam="handleiding.pdf", mime="application/pdf", key="handleiding_pdf"
    )
