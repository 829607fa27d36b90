"""What a question about limits and loads cannot be answered for."""

from optimiser.errors import OptimiserError


class NoLoadError(OptimiserError):
    """A load per freed dwelling does not exist where nothing becomes free.

    Facts: ``gemeenten`` (the first ten), ``aantal``.
    """

    code = "geen_last_per_woning"
