"""What can be wrong with a number that a user writes."""

from optimiser.errors import OptimiserError


class NotANumberError(OptimiserError):
    """A text is no number. Facts: ``tekst``."""

    code = "getal_onleesbaar"


class NotWholeNumberError(OptimiserError):
    """A number has decimals where a count is meant. Facts: ``tekst``."""

    code = "getal_niet_heel"


class AmbiguousNumberError(OptimiserError):
    """A number can be thousands or decimals. Facts: ``tekst``, ``duizendtal``, ``decimaal``."""

    code = "getal_dubbelzinnig"


class ExtremeNumberError(OptimiserError):
    """A number has too many digits or too large an exponent. Facts: ``tekst``, ``cijfers``."""

    code = "getal_te_lang"
