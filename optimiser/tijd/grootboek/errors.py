"""What can be wrong with bookings."""

from optimiser.errors import OptimiserError


class ConflictingBoekingError(OptimiserError):
    """Two sources say something else about one fact, on one day.

    Facts: ``aantal``, ``gevallen``.
    """

    code = "boekingen_strijdig"


class FinalBoekingError(OptimiserError):
    """A definitive number would be replaced by another one. Facts: ``aantal``, ``gevallen``."""

    code = "boeking_definitief"


class VanishedGemeenteError(OptimiserError):
    """A booking on a gemeente after it merged. Facts: ``gm_code``, ``periode``, ``datum``."""

    code = "boeking_opgeheven_gemeente"


class UitruilNotClosedError(OptimiserError):
    """An uitruil does not add up to zero in a half-year.

    Facts: ``sleutel``, ``periode``, ``som``.
    """

    code = "uitruil_sluit_niet"


class UnknownBookingPeriodError(OptimiserError):
    """The ledger has no bookings of a half-year. Facts: ``halfjaar``, ``bekend``."""

    code = "grootboek_halfjaar_onbekend"
