"""What can be wrong with borders that a user supplies."""

from optimiser.errors import OptimiserError


class GrenzenTooLargeError(OptimiserError):
    """A file of borders is larger than is safe to read. Facts: ``bestand``, ``wat``, ``grens``."""

    code = "grenzen_te_groot"


class UnsafeZipError(OptimiserError):
    """A zip is not a plain shapefile. Facts: ``bestand``, ``reden``."""

    code = "grenzen_zip_onveilig"


class GrenzenWithoutCrsError(OptimiserError):
    """A file does not tell its coordinates, or not truly. Facts: ``bestand``, ``reden``."""

    code = "grenzen_zonder_crs"


class GrenzenWithoutCodesError(OptimiserError):
    """No column holds gemeentecodes, or they are of another set. Facts: ``bestand``, ``reden``."""

    code = "grenzen_zonder_codes"


class InvalidGrenzenError(OptimiserError):
    """The shapes themselves are unusable. Facts: ``bestand``, ``reden``."""

    code = "grenzen_ongeldig"


class GrenzenLayerChoiceError(OptimiserError):
    """Several layers hold gemeenten, or the wanted one is absent. Facts: ``bestand``, ``lagen``."""

    code = "grenzen_laag_kiezen"
