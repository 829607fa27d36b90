"""A column that is missing because the user's file follows another indeling: said so."""

from collections.abc import Iterator
from contextlib import contextmanager

from optimiser.errors import (
    OptimiserError,
    ScenarioColumnError,
    VerdeelsleutelUnavailableError,
)
from optimiser.gegevens.eigen_kolommen import file_of, own_indeling
from optimiser.gegevens.gegevens import Gegevens
from optimiser.gegevens.indeling import GemeentenTabel
from optimiser.teksten.zinnen import sentence


class OwnFiguresElsewhereError(OptimiserError):
    """The user's file follows another indeling than the question.

    Facts: ``bestand``, ``indeling``, ``gevraagd``, ``jaar``, ``naar``, ``reden``.
    """

    code = "eigen_cijfers_andere_indeling"


def unused_file(gegevens: Gegevens, bron: str, indeling: str, *, in_app: bool = False) -> list[str]:
    """Tell that the user's file plays no part, since it follows another indeling; else nothing.

    Parameters
    ----------
    gegevens
        The figures, with the user's columns.
    bron, indeling
        Source and indeling of the table that is used, as in ``Herkomst``.
    in_app
        Say what to do in the app.
    """
    own = own_indeling(gegevens.gemeenten)
    if own is None or file_of(bron):
        return []
    known = [t.indeling for tables in gegevens.gemeenten.values() for t in tables]
    name, other = own
    facts = {
        "bestand": name,
        "indeling": str(other.indeling),
        "gevraagd": indeling,
        "jaar": str(other.peiljaar),
        "naar": str(next(one.vanaf for one in known if str(one) == indeling)),
    }
    return [sentence("lezen", "andere_indeling", facts, in_app=in_app)]


@contextmanager
def own_figures_explained(gegevens: Gegevens, table: GemeentenTabel) -> Iterator[None]:
    """Explain a missing column by the indeling of the user's file, where that is why.

    Parameters
    ----------
    gegevens
        The figures, with the user's columns.
    table
        The table that is used.

    Raises
    ------
    OwnFiguresElsewhereError
        Instead of the missing column, if the file was joined to tables of another indeling only.
    """
    try:
        yield
    except (ScenarioColumnError, VerdeelsleutelUnavailableError) as error:
        own = own_indeling(gegevens.gemeenten)
        if own is None or file_of(table.bron):
            raise
        name, other = own
        raise OwnFiguresElsewhereError(
            bestand=name,
            indeling=str(other.indeling),
            gevraagd=str(table.indeling),
            jaar=str(other.peiljaar),
            naar=str(table.indeling.vanaf),
            reden=str(error.params["reden"]),
        ) from error
