"""The plan of the area that is shown: asked with a button, made beside the page."""

from functools import partial
from hashlib import sha256

import streamlit as st

from optimiser.koppelen.answer import solve_koppelvraag
from optimiser.koppelen.plan import SECONDS, Koppelplan
from optimiser.koppelen.uitgangspunt import LAND
from optimiser.koppelen.vraag import Koppelvraag
from optimiser.teksten import load_teksten
from optimiser.ui.frame import background
from optimiser.ui.frame.meldingen import guarded
from optimiser.ui.frame.worker import Voortgang
from optimiser.ui.koppelen.choice import Koppelkeuze
from optimiser.ui.koppelen.eigen import held

_WORK = "_koppelplan"


def plan_of(keuze: Koppelkeuze) -> Koppelplan | None:
    """Return the plan of this area; where there is none, offer it or show how far it is.

    Raises
    ------
    OptimiserError
        As ``solve_koppelvraag``.
    """
    if background.running(_WORK) is not None:
        background.show_progress(_WORK, "Plan maken")
        return None
    found: Koppelplan | None = background.outcome(_WORK, told_of(keuze))
    if found is None:
        texts = load_teksten()["app"]["koppelen"]
        st.markdown(f"{texts['plan']} {texts['nog_geen']}")
        label = texts["maak_land" if keuze.gebied == LAND else "maak_regio"]
        st.button(
            label.format(naam=keuze.gebied),
            type="primary",
            on_click=guarded(_start),
            args=(keuze,),
            key="koppel_maak",
        )
    return found


def _start(keuze: Koppelkeuze) -> None:
    vraag = keuze.vraag
    seconds = SECONDS * len(vraag.huishoudens)
    background.start(_WORK, told_of(keuze), partial(_make, vraag), seconds)


def _make(vraag: Koppelvraag, voortgang: Voortgang) -> Koppelplan:
    """Run in a thread: no session there."""

    def tell(done: int, total: int, naam: str) -> None:
        voortgang.tekst = f"COA-regio {naam} ({done + 1} van {total}), "

    return solve_koppelvraag(vraag, tell, lambda: voortgang.gestopt)


def told_of(keuze: Koppelkeuze) -> str:
    """Return what is asked as text; a plan of another question is not shown."""
    start = keuze.start
    origin = (start.herkomst.scenario_sha256, start.herkomst.data_version)
    files = [f"{kind}:{sha256(content).hexdigest()}" for kind, (_, content) in held().items()]
    asked = (str(start.aandeel), str(start.vraag.drempel), keuze.gebied)
    return "|".join([*origin, *asked, *sorted(files)])
