"""Work that may take over a second: it runs beside the page and can be given up.

A fast answer is there at once; for a slow one the page shows time and a button to stop. What is
given up, or left behind by a session that ends, ends by itself around its own time limit; its
answer is thrown away, and the threads do not keep the server from stopping. In a shared
installation each user computes one thing at a time, in a process of its own: see ``turns`` and
``worker``. The ``Future`` is the one thing in session state that is no text: it is safe between
threads, never leaves its session, and goes with it.
"""

from concurrent.futures import Future, TimeoutError
from dataclasses import dataclass
from functools import partial
from threading import Thread
from time import monotonic
from typing import Any

import streamlit as st

from optimiser.teksten import whole
from optimiser.ui.frame.admission import login
from optimiser.ui.frame.turns import GivenUpError, Turn, Turns
from optimiser.ui.frame.worker import Make, Voortgang, compute_apart

#: How long the page waits before it shows progress [s].
PATIENCE = 0.7
#: Most computations at once over all users; more wait their turn.
WORKERS = 4
_TURNS = Turns(WORKERS)


@dataclass(frozen=True, slots=True)
class Werk:
    """Work of one session.

    Attributes
    ----------
    vraag
        What was asked, as text: an answer to another question is not shown.
    taak
        The work itself.
    begin
        When it started [s, monotonic].
    grens
        After how long it stops seeking; the last step is then finished [s].
    voortgang
        What it tells meanwhile.
    beurt
        Its place in the queue.
    """

    vraag: str
    taak: "Future[Any]"
    begin: float
    grens: float
    voortgang: Voortgang
    beurt: Turn


def start(key: str, vraag: str, make: Make, grens: float) -> None:
    """Start work and wait a moment for it; what ran under this key is given up.

    Parameters
    ----------
    key
        Where the session keeps it.
    vraag
        What is asked, as text.
    make
        The work; it may tell its progress. In a shared installation it and its answer go to and
        from another process.
    grens
        After how long it stops seeking [s].
    """
    give_up(key)
    who = login()
    # On one's own computer one user has every place.
    beurt = _TURNS.join(object() if who is None else who.wie)
    work = Werk(vraag, Future(), monotonic(), grens, Voortgang(), beurt)
    st.session_state[key] = work
    # A daemon: an executor would keep a server that is stopped waiting for its last search.
    asked = (work, make if who is None else partial(compute_apart, make))
    Thread(target=_run, args=asked, name="rekenwerk", daemon=True).start()
    try:
        work.taak.exception(PATIENCE)
    except TimeoutError:
        return


def give_up(key: str) -> None:
    """Forget work and its answer."""
    work: Werk | None = st.session_state.pop(key, None)
    if work is not None:
        work.voortgang.gestopt = True
        work.taak.cancel()


def running(key: str) -> Werk | None:
    """Return the work that is still under way."""
    work: Werk | None = st.session_state.get(key)
    return None if work is None or work.taak.done() else work


def outcome(key: str, vraag: str) -> Any | None:  # noqa: ANN401 - whatever the work gives
    """Return the answer to this question, None if there is none (yet).

    Raises
    ------
    OptimiserError
        As the work raised it.
    """
    work: Werk | None = st.session_state.get(key)
    if work is None or work.vraag != vraag or not work.taak.done():
        return None
    return work.taak.result()


def show_progress(key: str, label: str) -> None:
    """Show how far work is, with a button to stop it; the page follows when it is done."""

    @st.fragment(run_every=0.5)
    def follow() -> None:
        work = running(key)
        if work is None:
            st.rerun()
            return
        spent = monotonic() - work.begin
        st.progress(min(1.0, spent / work.grens), f"{label}: {_told(work, spent)}")
        st.button("Afbreken", on_click=give_up, args=(key,), key=f"{key}_afbreken")

    follow()


def _told(work: Werk, spent: float) -> str:
    if not work.taak.running():
        others = _TURNS.before(work.beurt)
        ahead = f"; {whole(others)} eerder in de rij" if others else ""
        return f"wacht tot een andere berekening klaar is{ahead}"
    if spent > work.grens:
        return f"de {whole(int(work.grens))} seconden zijn om, de laatste stap wordt afgemaakt"
    return f"{work.voortgang.tekst}{whole(int(spent))} van {whole(int(work.grens))} seconden"


def _run(work: Werk, make: Make) -> None:
    try:
        with _TURNS.have(work.beurt, work.taak.cancelled):
            if not work.taak.set_running_or_notify_cancel():
                return
            try:
                work.taak.set_result(make(work.voortgang))
            except BaseException as error:
                # Raised again by ``outcome``, where the page can tell it.
                work.taak.set_exception(error)
    except GivenUpError:
        return
