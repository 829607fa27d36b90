"""The part of ``session`` that the page on uitruil needs: the situation, the register."""

from typing import TYPE_CHECKING

import streamlit as st

from optimiser.gegevens import Gegevens
from optimiser.io.register_plaats import register_place
from optimiser.scenario import Scenario
from optimiser.ui import session, state
from optimiser.uitruil.beginstand import Beginstand

if TYPE_CHECKING:
    from optimiser.register.register import Register


def situation() -> Beginstand:
    """Return every gemeente before any exchange, under the scenario of this session.

    Raises
    ------
    OptimiserError
        If the scenario cannot be computed.
    """
    figures = session.gegevens()
    return _situation(state.scenario().model_dump_json(), figures.version, figures)


@st.cache_resource(show_spinner=False, max_entries=100)
def _situation(scenario_json: str, data_version: str, _figures: Gegevens) -> Beginstand:  # noqa: ARG001
    from optimiser.uitruil.beginstand import beginstand

    return beginstand(Scenario.model_validate_json(scenario_json), _figures)


def register(*, make: bool = False) -> "Register | None":
    """Return the register; None as long as nobody put anything in it.

    Parameters
    ----------
    make
        Make the file when it is not there yet.

    Raises
    ------
    RegisterUnavailableError, UnwritableFileError
        If it cannot be opened or made.
    """
    place = register_place(make=make)
    return None if place is None else _opened(place)


@st.cache_resource(show_spinner=False, max_entries=8)
def _opened(place: str) -> "Register":
    from optimiser.register.register import open_register

    return open_register(place)
