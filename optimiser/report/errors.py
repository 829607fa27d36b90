"""What can go wrong with a kit."""

from optimiser.errors import OptimiserError


class TemplateError(OptimiserError):
    """A template cannot be used. Facts: ``bestand``, ``reden``."""

    code = "sjabloon_onbruikbaar"


class TemplateSizeError(OptimiserError):
    """A template has another page size. Facts: ``bestand``, ``breedte``, ``hoogte`` [cm]."""

    code = "sjabloon_formaat"


class TooManyKeysError(OptimiserError):
    """More keys than a slide can show. Facts: ``aantal``, ``hooguit``."""

    code = "lrt_te_veel_sleutels"


class PaperSizeError(OptimiserError):
    """A paper size is not known. Facts: ``formaat``, ``bekend``."""

    code = "papierformaat_onbekend"


class RecomputeError(OptimiserError):
    """A result rests on other figures than there are. Facts: ``opgeslagen``, ``nu``."""

    code = "opnieuw_andere_cijfers"


class OwnScenarioError(OptimiserError):
    """A ruilbewijs was made from another scenario. Facts: ``naam``."""

    code = "opnieuw_ander_scenario"


class MetingError(OptimiserError):
    """A measure for a map does not exist or has no figures. Facts: ``meting``, ``reden``."""

    code = "meting_onbekend"


class AreasError(OptimiserError):
    """Areas for the heavy borders of a map are not there. Facts: ``gebied``, ``reden``."""

    code = "kaart_gebied_onbekend"
