"""What can be wrong with a problem given to the solver-free engine."""

from optimiser.errors import OptimiserError


class CrossingGroupsError(OptimiserError):
    """Two groups overlap without one lying inside the other. Facts: ``eerste``, ``tweede``.

    Parameters
    ----------
    pair
        Positions of the two groups in ``ModelInput.groups``.
    eerste, tweede
        Their names.
    """

    code = "groepen_kruisen"

    def __init__(self, pair: tuple[int, int], eerste: str, tweede: str) -> None:
        self.pair = pair
        super().__init__(eerste=eerste, tweede=tweede)
