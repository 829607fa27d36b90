"""What a user can ask of a map that cannot be drawn."""

from optimiser.errors import OptimiserError


class MapIndelingError(OptimiserError):
    """Figures belong to gemeenten that ceased to exist. Facts: ``aantal``, ``codes``."""

    code = "kaart_andere_indeling"


class MapClassesError(OptimiserError):
    """Class breaks cannot be used or derived. Facts: ``reden``."""

    code = "kaart_klassen_ongeldig"


class UnknownMapChoiceError(OptimiserError):
    """A name of a palette, method, view, theme or format is unknown.

    Facts: ``wat``, ``keuze``, ``bekend``.
    """

    code = "kaart_keuze_onbekend"
