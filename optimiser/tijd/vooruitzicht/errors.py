"""What an outlook cannot do without."""

from optimiser.errors import OptimiserError


class NoSaldoError(OptimiserError):
    """The ledger has no saldo at the end of the half-year before. Facts: ``halfjaar``."""

    code = "vooruitzicht_zonder_saldo"


class NoRoomError(OptimiserError):
    """The model needs room and a gemeente has no limit. Facts: ``scenario``, ``gm_code``."""

    code = "vooruitzicht_zonder_ruimte"
