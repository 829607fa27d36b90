"""The situation that agreements in a register are tested against: by the figures in force."""

from optimiser.datapunt.current import read_gegevens
from optimiser.errors import UnknownTaakstellingError
from optimiser.gegevens.gegevens import Gegevens
from optimiser.scenario.scenario import Scenario
from optimiser.uitruil.toets.beginstand import Beginstand, make_beginstand

#: One situation per half-year; of older figures it is worked out again when asked for.
_KEPT: dict[str, tuple[str, Beginstand | None]] = {}


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
