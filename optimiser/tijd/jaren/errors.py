"""What cannot be asked over half-years."""

from optimiser.errors import OptimiserError


class LimitOverTimeError(OptimiserError):
    """A limit has no meaning over half-years here. Facts: ``scenario``, ``grenzen``."""

    code = "grens_over_tijd"


class UnknownRegionOverTimeError(OptimiserError):
    """No exchange area has this name. Facts: ``naam``, ``bekend``."""

    code = "gebied_over_tijd"


class UnknownGemeenteOverTimeError(OptimiserError):
    """No gemeente of the horizon has this name or code. Facts: ``naam``."""

    code = "gemeente_over_tijd"
