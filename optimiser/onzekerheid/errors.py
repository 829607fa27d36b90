"""What can go wrong in a sweep."""

from optimiser.errors import OptimiserError


class SweepError(OptimiserError):
    """A sweep cannot be done as asked. Facts: ``reden``."""

    code = "zwerm_ongeldig"


class SweepStoppedError(OptimiserError):
    """The user stopped a sweep. Facts: ``klaar``, ``aantal``."""

    code = "zwerm_gestopt"


class ClusterError(OptimiserError):
    """The cluster cannot be used. Facts: ``adres``, ``reden``."""

    code = "cluster_onbereikbaar"
