"""Verdeelsleutels, optimisation and uitruil of the taakstelling huisvesting vergunninghouders.

``ARCHITECTURE.md`` beside this file is the door: floors, journey, and how to add things. Public:

========================  ==============================================================
``Scenario``              a question; ``read_scenario`` reads one from a file
``Gegevens``              all figures; ``read_gegevens`` reads them
``solve_scenario``        the one way in: a ``Scenario`` and the figures to a ``Verdeling``
``compare_sleutels``      keys beside each other; ``Vraag`` is what is asked
``find_uitruil``          the exchange of a region in the fewest agreements
``check_uitruil``         may these agreements stand; an ``Overeenkomst`` is one that may
``make_beginstand``       every gemeente before the exchange: what both start from
``make_voorstellen``      rows of agreement, gemeente and difference to proposals;
                          ``read_voorstellen`` reads them from a file
``Grootboek``             the ledger: what was asked, done and still owed
``smooth_taakstelling``   a national number without peaks, with and without foresight
``solve_scenario_years``  a ``Scenario`` with ``[tijd]``: half-years together
``solve_koppelvraag``     who goes where, per COA region and in counts; ``make_uitgangspunt``
                          asks it of a ``Scenario``, with labelled assumptions
``OptimiserError``        whatever is wrong with the input; its Dutch text: ``teksten``
========================  ==============================================================

Names are loaded when first used, so that ``import optimiser`` costs nothing.

>>> from optimiser import Scenario, read_gegevens, solve_scenario
>>> solve_scenario(Scenario(halfjaar="2021-1"), read_gegevens()).totaal
13500
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from optimiser.compare.vergelijking import compare_sleutels
    from optimiser.compare.vraag import Vraag
    from optimiser.datapunt.current import read_gegevens, read_grootboek
    from optimiser.errors import OptimiserError
    from optimiser.gegevens.gegevens import Gegevens
    from optimiser.io.scenarios import read_scenario
    from optimiser.koppelen.answer import solve_koppelvraag
    from optimiser.koppelen.uitgangspunt import make_uitgangspunt
    from optimiser.scenario.scenario import Scenario
    from optimiser.solve.result import Verdeling
    from optimiser.solve.run import solve_scenario
    from optimiser.tijd.gladstrijken.plan import smooth_taakstelling
    from optimiser.tijd.grootboek.grootboek import Grootboek
    from optimiser.tijd.jaren.answer import solve_scenario_years
    from optimiser.uitruil.agreement import Overeenkomst
    from optimiser.uitruil.find import find_uitruil
    from optimiser.uitruil.toets.beginstand import make_beginstand
    from optimiser.uitruil.toets.check import check_uitruil
    from optimiser.uitruil.voorstel import make_voorstellen
    from optimiser.uitruil.voorstelbestand import read_voorstellen

__all__ = [
    "Gegevens",
    "Grootboek",
    "OptimiserError",
    "Overeenkomst",
    "Scenario",
    "Verdeling",
    "Vraag",
    "check_uitruil",
    "compare_sleutels",
    "find_uitruil",
    "make_beginstand",
    "make_uitgangspunt",
    "make_voorstellen",
    "read_gegevens",
    "read_grootboek",
    "read_scenario",
    "read_voorstellen",
    "smooth_taakstelling",
    "solve_koppelvraag",
    "solve_scenario",
    "solve_scenario_years",
]

_HOME = {
    "Gegevens": "optimiser.gegevens.gegevens",
    "Grootboek": "optimiser.tijd.grootboek.grootboek",
    "OptimiserError": "optimiser.errors",
    "Overeenkomst": "optimiser.uitruil.agreement",
    "Scenario": "optimiser.scenario.scenario",
    "Verdeling": "optimiser.solve.result",
    "Vraag": "optimiser.compare.vraag",
    "check_uitruil": "optimiser.uitruil.toets.check",
    "compare_sleutels": "optimiser.compare.vergelijking",
    "find_uitruil": "optimiser.uitruil.find",
    "make_beginstand": "optimiser.uitruil.toets.beginstand",
    "make_uitgangspunt": "optimiser.koppelen.uitgangspunt",
    "make_voorstellen": "optimiser.uitruil.voorstel",
    "read_gegevens": "optimiser.datapunt.current",
    "read_grootboek": "optimiser.datapunt.current",
    "read_scenario": "optimiser.io.scenarios",
    "read_voorstellen": "optimiser.uitruil.voorstelbestand",
    "smooth_taakstelling": "optimiser.tijd.gladstrijken.plan",
    "solve_koppelvraag": "optimiser.koppelen.answer",
    "solve_scenario": "optimiser.solve.run",
    "solve_scenario_years": "optimiser.tijd.jaren.answer",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any public object
    if name not in _HOME:
        msg = f"module 'optimiser' has no attribute {name!r}"
        raise AttributeError(msg)
    return getattr(import_module(_HOME[name]), name)
