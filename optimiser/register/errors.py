"""What can go wrong with a register; the Dutch texts are in teksten/nl/uitruil.toml."""

from optimiser.errors import OptimiserError


class StaleVersionError(OptimiserError):
    """Somebody else was first. Facts: ``naam``, ``nu``, ``verwacht``."""

    code = "register_verouderd"


class UnknownNumberError(OptimiserError):
    """No such agreement. Facts: ``nummer``."""

    code = "register_onbekend"


class RegisterUnavailableError(OptimiserError):
    """The register cannot be opened or is too busy. Facts: ``register``, ``reden``."""

    code = "register_niet_bereikbaar"


class BrokenHistoryError(OptimiserError):
    """The checksums do not follow each other. Facts: ``nummer``, ``versie``."""

    code = "register_beschadigd"


class FixedContentError(OptimiserError):
    """The content of something other than a concept was to change. Facts: ``naam``, ``status``."""

    code = "register_inhoud"


class NoOpenTermError(OptimiserError):
    """Nothing is open in a half-year. Facts: ``naam``, ``halfjaar``, ``open``."""

    code = "register_termijn"
