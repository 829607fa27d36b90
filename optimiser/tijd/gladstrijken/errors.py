"""What can be wrong with a question about smoothing."""

from optimiser.errors import OptimiserError


class PeakTooLowError(OptimiserError):
    """Under this peak the queue passes a limit. Facts: ``piek``, ``laagste``."""

    code = "piek_te_laag"


class TijdMissingError(OptimiserError):
    """A scenario has no part that the question needs. Facts: ``scenario``, ``onderdeel``."""

    code = "tijd_ontbreekt"
