"""What an outlook cannot do without."""

from optimiser.errors import OptimiserError


class NoSaldoError(OptimiserError):
    """The ledger has no saldo at the end of the half-year before. Facts: ``halfjaar``."""

    code = "vooruitzicht_zonder_saldo"
