"""What can go wrong with deliveries."""

from optimiser.errors import OptimiserError


class LeveringRefusedError(OptimiserError):
    """A delivery has faults; nothing was stored. Facts: ``bestand``, ``aantal``, ``fouten``."""

    code = "levering_geweigerd"


class LeveringUnconfirmedError(OptimiserError):
    """A delivery has points to confirm; nothing was stored. Facts: as ``LeveringRefusedError``."""

    code = "levering_te_bevestigen"


class LeveringKnownError(OptimiserError):
    """The same file was delivered before. Facts: ``bestand``, ``nummer``, ``datum``, ``status``."""

    code = "levering_bestaat"


class UnknownLeveringError(OptimiserError):
    """No delivery has this number. Facts: ``nummer``, ``bekend``."""

    code = "levering_onbekend"


class LeveringSettledError(OptimiserError):
    """A delivery is no concept any more. Facts: ``nummer``, ``status``."""

    code = "levering_al_vastgesteld"


class BrokenLeveringError(OptimiserError):
    """A stored delivery is not what was stored. Facts: ``nummer``."""

    code = "levering_beschadigd"
