"""The situation that agreements in a register are tested against: by the figures in force."""

from dataclasses import replace
from functools import cache

from optimiser.datapunt.current import read_gegevens
from optimiser.errors import UnknownTaakstellingError
from optimiser.gegevens.gegevens import Gegevens
from optimiser.register.opening import make_register, open_register
from optimiser.register.register import Register
from optimiser.scenario.scenario import Scenario
from optimiser.uitruil.toets.beginstand import Beginstand, make_beginstand
from optimiser.zicht.zicht import EVERYTHING, Zicht

#: One situation per half-year; of older figures it is worked out again when asked for.
_KEPT: dict[str, tuple[str, Beginstand | None]] = {}


def register_in_force(place: str, zicht: Zicht, *, make: bool = False) -> Register:
    """Return a register tested against the figures in force, as it looks to these eyes.

    Parameters
    ----------
    place
        Path or URL; the database is opened once, for everybody.
    zicht
        Whose eyes.
    make
        Make it when it is not there yet.

    Raises
    ------
    RegisterMissingError, RegisterUnavailableError
        If it is not there, or cannot be opened or made.
    """
    return replace(_opened(place, make=make), zicht=zicht)


@cache
def _opened(place: str, *, make: bool) -> Register:
    way = make_register if make else open_register
    return way(place, EVERYTHING, standen=stand_in_force)


def stand_in_force(halfjaar: str) -> Beginstand | None:
    """Return the statutory numbers of a half-year by the embedded figures and settled deliveries.

    None while its national number is neither announced nor delivered.

    >>> stand_in_force("2025-2").totaal, stand_in_force("2031-1")
    (13000, None)
    """
    figures = read_gegevens()
    version, stand = _KEPT.get(halfjaar, ("", None))
    if version != figures.version:
        stand = _made(halfjaar, figures)
        _KEPT[halfjaar] = (figures.version, stand)
    return stand


def _made(halfjaar: str, figures: Gegevens) -> Beginstand | None:
    try:
        return make_beginstand(Scenario(halfjaar=halfjaar), figures)
    except UnknownTaakstellingError:
        return None
