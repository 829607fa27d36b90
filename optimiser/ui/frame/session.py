"""The only place that caches: figures, answers, frontiers, and what its siblings ask to keep.

A thing is kept under its kind, the question as text and the data version; what it is made from is
not hashed. Everybody gets the same object, so nobody may change what these functions return. A
model of the solver is never kept: it may not be shared between threads.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar, cast

import pandas as pd
import streamlit as st

from optimiser.datapunt.current import read_gegevens
from optimiser.gegevens.gegevens import Gegevens
from optimiser.io.scenarios import embedded_scenarios, read_scenario
from optimiser.scenario.scenario import Scenario
from optimiser.solve.herleid import Herleiding
from optimiser.solve.result import Verdeling
from optimiser.ui.frame import state
from optimiser.ui.frame.admission import record, zicht
from optimiser.zicht.spoor import SpoorSoort

if TYPE_CHECKING:
    from optimiser.engine import Frontier, Infeasible

_UPLOAD = "_eigen_cijfers"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file with the user's columns, as it was brought."""

    naam: str
    inhoud: bytes


def upload() -> Upload | None:
    """Return the file this session uses, if any."""
    held = st.session_state.get(_UPLOAD)
    return None if held is None else Upload(*held)


def upload_name() -> str | None:
    """Return the name of that file, if any."""
    held = upload()
    return None if held is None else held.naam


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
    _with_columns(read_gegevens().version, zicht().werkruimte, wanted.naam, wanted.inhoud)
    record(SpoorSoort.INGELEZEN)
    st.session_state[_UPLOAD] = (wanted.naam, wanted.inhoud)


def kept(kind: str, told: object, make: Callable[[], T], label: str | None = None) -> T:
    """Return what was made for this question before, or make it now and keep it.

    Parameters
    ----------
    kind
        What is asked for, unique over the app.
    told
        The question; its ``repr``, the version of the figures, the workspace and its gemeenten,
        which a manager may change, are the key.
    make
        Called when it is not there; never returns anything of a solver.
    label
        What a reader sees when making it takes a while.
    """
    seen = zicht()
    area = str(hash(seen.gm_codes))
    key = (kind, repr(told), gegevens().version, seen.werkruimte, area)
    if label is None:
        return cast("T", _kept(key, make))
    with st.spinner(label):
        return cast("T", _kept(key, make))


@st.cache_resource(show_spinner=False, max_entries=200)
def _kept(key: tuple[str, ...], _make: Callable[[], Any]) -> Any:  # noqa: ANN401, ARG001
    return _make()


def own_columns() -> pd.DataFrame | None:
    """Return the user's columns: index ``gm_code``, cells exact text or NA."""
    held = upload()
    return None if held is None else _columns(zicht().werkruimte, held.naam, held.inhoud)


def gegevens() -> Gegevens:
    """Return the figures of this session: the embedded ones and the user's columns."""
    held, figures = upload(), read_gegevens()
    if held is None:
        return figures
    return _with_columns(figures.version, zicht().werkruimte, held.naam, held.inhoud)


def answer(wanted: Scenario | None = None) -> Verdeling:
    """Return the answer to a scenario, by default that of this session.

    Raises
    ------
    OptimiserError
        As ``solve_scenario``.
    """
    from optimiser.solve.run import solve_scenario

    scenario = state.scenario() if wanted is None else wanted
    told, figures = scenario.model_dump_json(), gegevens()
    return kept(
        "antwoord", told, lambda: solve_scenario(scenario, figures), "Verdeling berekenen …"
    )


def optimised(wanted: Scenario | None = None) -> Verdeling:
    """Return the answer with its proof, also where the table of a key is all that is asked.

    Raises
    ------
    OptimiserError
        As ``solve_scenario``.
    """
    scenario = state.scenario() if wanted is None else wanted
    return kept("bewezen", scenario.model_dump_json(), lambda: _optimised(scenario))


def curve(wanted: Scenario | None = None) -> "Frontier | Infeasible":
    """Return the fairest distribution for every budget of persons moved."""
    free = _without_budget(state.scenario() if wanted is None else wanted)
    return kept("grens", free.model_dump_json(), lambda: _curve(optimised(free)))


def ready_scenarios() -> dict[str, Scenario]:
    """Return the scenarios about one half-year that come with the product, by name."""
    return {n: one for n, one in kept("voorbeelden", "", _ready_scenarios).items() if not one.tijd}


def ready_series() -> dict[str, Scenario]:
    """Return the scenarios over half-years that come with the product, by name."""
    return {n: one for n, one in kept("voorbeelden", "", _ready_scenarios).items() if one.tijd}


def reproduced(halfjaar: str) -> Herleiding:
    """Return the published provincial table against our own, rounding by adams."""
    from optimiser.solve.herleid import reproduce_table

    return kept("herleid", halfjaar, lambda: reproduce_table(read_gegevens(), halfjaar, "adams"))


def _ready_scenarios() -> dict[str, Scenario]:
    return {naam: read_scenario(path) for naam, path in embedded_scenarios().items()}


def _without_budget(scenario: Scenario) -> Scenario:
    return scenario.adjusted(doelstelling=scenario.doelstelling.adjusted(budget=None))


def _optimised(scenario: Scenario) -> Verdeling:
    from optimiser.engine import Frontier
    from optimiser.solve.run import solve_on_frontier, solve_scenario

    if scenario.doelstelling.budget is not None and isinstance(line := curve(scenario), Frontier):
        found = solve_on_frontier(scenario, optimised(_without_budget(scenario)), line)
        if found is not None:
            return found
    return solve_scenario(scenario, gegevens(), prove=True)


def _curve(free: Verdeling) -> "Frontier | Infeasible":
    from optimiser.engine import frontier

    if free.optimalisatie is None:
        msg = "asked for a proof, got a plain table"
        raise TypeError(msg)
    return frontier(free.optimalisatie.data)


@st.cache_resource(show_spinner="Bestand lezen …", max_entries=20)
def _columns(werkruimte: str, name: str, content: bytes) -> pd.DataFrame:  # noqa: ARG001 - key
    from optimiser.io.reading.eigen_cijfers import read_columns

    return read_columns(content, name)


@st.cache_resource(show_spinner="Bestand lezen …", max_entries=20)
def _with_columns(version: str, werkruimte: str, name: str, content: bytes) -> Gegevens:  # noqa: ARG001
    return read_gegevens().with_columns(_columns(werkruimte, name, content), name)
