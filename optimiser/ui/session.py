"""The only place that caches: figures, answers, frontiers.

Keys are the scenario as JSON and the data version; tables are passed with an underscore, so they
are not hashed. A model of the solver is never kept: it may not be shared between threads.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from optimiser.gegevens import Gegevens
from optimiser.herleid import Herleiding
from optimiser.io.gegevens import read_gegevens
from optimiser.io.scenarios import embedded_scenarios, read_scenario
from optimiser.result import Verdeling
from optimiser.scenario import Scenario
from optimiser.ui import state

if TYPE_CHECKING:
    from optimiser.engine import Frontier, Infeasible

_UPLOAD = "_eigen_cijfers"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file with the user's columns, as it was brought."""

    naam: str
    inhoud: bytes


def upload() -> Upload | None:
    """Return the file this session uses, if any."""
    held = st.session_state.get(_UPLOAD)
    return None if held is None else Upload(*held)


def use_upload(wanted: Upload | None) -> None:
    """Use the columns of a file in this session, or those of none.

    Raises
    ------
    OptimiserError
        If the file has faults; the columns in use stay as they were.
    """
    if wanted is None:
        st.session_state.pop(_UPLOAD, None)
        return
    _with_columns(read_gegevens().version, wanted.naam, wanted.inhoud)
    st.session_state[_UPLOAD] = (wanted.naam, wanted.inhoud)


def own_columns() -> pd.DataFrame | None:
    """Return the user's columns: index ``gm_code``, cells exact text or NA."""
    held = upload()
    return None if held is None else _columns(held.naam, held.inhoud)


def gegevens() -> Gegevens:
    """Return the figures of this session: the embedded ones and the user's columns."""
    held, figures = upload(), read_gegevens()
    return figures if held is None else _with_columns(figures.version, held.naam, held.inhoud)


def answer(wanted: Scenario | None = None) -> Verdeling:
    """Return the answer to a scenario, by default that of this session.

    Raises
    ------
    OptimiserError
        As ``solve_scenario``.
    """
    scenario = state.scenario() if wanted is None else wanted
    figures = gegevens()
    return _answer(scenario.model_dump_json(), figures.version, figures)


def optimised(wanted: Scenario | None = None) -> Verdeling:
    """Return the answer with its proof, also where the table of a key is all that is asked.

    Raises
    ------
    OptimiserError
        As ``solve_scenario``.
    """
    scenario = state.scenario() if wanted is None else wanted
    figures = gegevens()
    return _optimised(scenario.model_dump_json(), figures.version, figures)


def curve(wanted: Scenario | None = None) -> "Frontier | Infeasible":
    """Return the fairest distribution for every budget of persons moved."""
    free = _without_budget(state.scenario() if wanted is None else wanted)
    return _curve(free.model_dump_json(), gegevens().version, optimised(free))


def _without_budget(scenario: Scenario) -> Scenario:
    return scenario.adjusted(doelstelling=scenario.doelstelling.adjusted(budget=None))


@st.cache_data(show_spinner=False)
def ready_scenarios() -> dict[str, Scenario]:
    """Return the scenarios that come with the product, by name."""
    return {naam: read_scenario(path) for naam, path in embedded_scenarios().items()}


def reproduced(halfjaar: str) -> Herleiding:
    """Return the published provincial table against our own, rounding by adams."""
    return _reproduced(halfjaar, read_gegevens().version)


@st.cache_data(show_spinner="Bestand lezen …", max_entries=20)
def _columns(name: str, content: bytes) -> pd.DataFrame:
    from optimiser.io.eigen_cijfers import read_columns

    return read_columns(content, name)


@st.cache_resource(show_spinner="Bestand lezen …", max_entries=20)
def _with_columns(data_version: str, name: str, content: bytes) -> Gegevens:  # noqa: ARG001 - key
    return read_gegevens().with_columns(_columns(name, content), name)


@st.cache_data(show_spinner="Verdeling berekenen …", max_entries=200)
def _answer(scenario_json: str, data_version: str, _figures: Gegevens) -> Verdeling:  # noqa: ARG001
    from optimiser.run import solve_scenario

    return solve_scenario(Scenario.model_validate_json(scenario_json), _figures)


@st.cache_data(show_spinner=False, max_entries=200)
def _optimised(scenario_json: str, data_version: str, _figures: Gegevens) -> Verdeling:  # noqa: ARG001
    from optimiser.engine import Frontier
    from optimiser.run import solve_on_frontier, solve_scenario

    scenario = Scenario.model_validate_json(scenario_json)
    if scenario.doelstelling.budget is not None and isinstance(line := curve(scenario), Frontier):
        found = solve_on_frontier(scenario, optimised(_without_budget(scenario)), line)
        if found is not None:
            return found
    return solve_scenario(scenario, _figures, prove=True)


@st.cache_resource(show_spinner=False, max_entries=50)
def _curve(scenario_json: str, data_version: str, _free: Verdeling) -> "Frontier | Infeasible":  # noqa: ARG001
    from optimiser.engine import frontier

    if _free.optimalisatie is None:
        msg = "asked for a proof, got a plain table"
        raise TypeError(msg)
    return frontier(_free.optimalisatie.data)


@st.cache_data(show_spinner="Tabel herleiden …", max_entries=20)
def _reproduced(halfjaar: str, data_version: str) -> Herleiding:  # noqa: ARG001
    from optimiser.herleid import herleid

    return herleid(read_gegevens(), halfjaar, "adams")
