"""The part of ``session`` that the page on uitruil needs: the situation, the register."""

from typing import TYPE_CHECKING

from optimiser.errors import OptimiserError
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.io.register_place import register_place
from optimiser.ui.frame import session, state
from optimiser.ui.frame.admission import zicht
from optimiser.uitruil.toets.beginstand import Beginstand

if TYPE_CHECKING:
    from optimiser.register.register import Register


def situation() -> Beginstand:
    """Return every gemeente before any exchange, under the scenario of this session.

    Raises
    ------
    OptimiserError
        If the scenario cannot be computed.
    """
    from optimiser.uitruil.toets.beginstand import make_beginstand

    scenario, figures = state.scenario(), session.gegevens()
    return session.kept(
        "beginstand", scenario.model_dump_json(), lambda: make_beginstand(scenario, figures)
    )


def standen(halfjaar: str) -> Beginstand | None:
    """Return the situation of any half-year under the scenario of this session.

    None while its number is not announced.
    """
    from optimiser.uitruil.toets.per_halfjaar import standen_of

    scenario, figures = state.scenario(), session.gegevens()
    return session.kept(
        "beginstand_halfjaar",
        (scenario.model_dump_json(), halfjaar),
        lambda: standen_of(scenario, figures)(halfjaar),
    )


def register(*, make: bool = False) -> "Register | None":
    """Return the register; None if there is none at its place.

    Parameters
    ----------
    make
        Make it when it is not there yet.

    Raises
    ------
    RegisterUnavailableError, UnwritableFileError
        If it cannot be opened or made.
    """
    from optimiser.datapunt.standen import register_in_force
    from optimiser.register.opening import register_there

    place = register_place(make=make)
    if place is None or not (make or register_there(place)):
        return None
    return register_in_force(place, zicht(), make=make)


def bound_situation() -> Beginstand:
    """Return every gemeente after all that binds in the register, if there is one."""
    from optimiser.uitruil.states import BINDING
    from optimiser.uitruil.toets.bindend import with_binding
    from optimiser.uitruil.voorstel import from_overeenkomst

    stand, book = situation(), register()
    versions = () if book is None else book.stand(BINDING)
    terms = (from_overeenkomst(v.overeenkomst, stand.halfjaar, v.nummer) for v in versions)
    return with_binding(stand, [term for term in terms if term is not None])


def saldo_before(halfjaar: str) -> dict[str, int]:
    """Return what gemeenten owed after the half-year before this one, where the ledger knows it.

    A data point that cannot be read knows nothing; the page on deliveries says why.
    """
    from optimiser.datapunt.held import grootboek_key, read_grootboek
    from optimiser.report.uitruil.registered.carried_out import read_carried_out

    earlier = str(Halfjaar.parse(halfjaar).prev())
    try:
        found = session.kept(
            "uitgevoerd",
            (*grootboek_key(), earlier),
            lambda: read_carried_out(read_grootboek(zicht()), [earlier]),
        )
    except OptimiserError:
        return {}
    return {code: one.saldo for (_, code), one in found.items() if one.saldo is not None}
