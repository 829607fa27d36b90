"""Verdeelsleutels, optimisation and uitruil of the taakstelling huisvesting vergunninghouders.

======================  ==============================================================
``solve_scenario``      the one way in: a ``Scenario`` and the figures to a ``Verdeling``
``verdeelsleutels``     keys: figures to exact shares
``rounding``            exact shares to whole persons that close
``indeling``            which gemeenten exist; ``herindeling`` the way to a later year
``tijd``                half-years after each other: the ledger (``Grootboek``)
``herleid``             the published tables against our own computation
``io``                  the only place that touches the disk
``teksten``             Dutch messages and numbers
``cli``                 the command ``taakstelling``
======================  ==============================================================

Names are loaded when first used, so that ``import optimiser`` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from optimiser.gegevens.gegevens import Gegevens
    from optimiser.io.gegevens import read_gegevens
    from optimiser.scenario.scenario import Scenario
    from optimiser.solve.result import Verdeling
    from optimiser.solve.run import solve_scenario
    from optimiser.tijd.grootboek.grootboek import Grootboek

__all__ = ["Gegevens", "Grootboek", "Scenario", "Verdeling", "read_gegevens", "solve_scenario"]

_HOME = {
    "Gegevens": "optimiser.gegevens.gegevens",
    "Grootboek": "optimiser.tijd.grootboek.grootboek",
    "Scenario": "optimiser.scenario.scenario",
    "Verdeling": "optimiser.solve.result",
    "read_gegevens": "optimiser.io.gegevens",
    "solve_scenario": "optimiser.solve.run",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any public object
    if name not in _HOME:
        msg = f"module 'optimiser' has no attribute {name!r}"
        raise AttributeError(msg)
    return getattr(import_module(_HOME[name]), name)
