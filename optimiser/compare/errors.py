"""What can go wrong when keys are compared."""

from optimiser.errors import OptimiserError


class SleutelKeuzeError(OptimiserError):
    """A choice of a key cannot be read. Facts: ``keuze``, ``reden``."""

    code = "sleutelkeuze_onjuist"


class UnequalTotalsError(OptimiserError):
    """Two distributions divide different numbers. Facts: ``eerste``, ``tweede``."""

    code = "totalen_verschillen"


class UnknownGemeenteError(OptimiserError):
    """No gemeente, or more than one, fits a name. Facts: ``gemeente``, ``lijkt_op``."""

    code = "gemeente_onbekend"


class RealisatieUnavailableError(OptimiserError):
    """No realisatie can be held against this table. Facts: ``reden``."""

    code = "realisatie_niet_beschikbaar"
