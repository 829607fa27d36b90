"""The exceptions a user can cause: a stable code and facts, no prose.

The Dutch sentences live in ``optimiser/teksten/nl/*.toml`` under the same code;
``optimiser.teksten.melding_for`` puts the two together. Anything that is not an
``OptimiserError`` is a bug of ours and keeps its traceback.
"""

from typing import ClassVar


class OptimiserError(Exception):
    """Base class; caught at the edge (command line, app) and nowhere else.

    Parameters
    ----------
    **params
        The facts that the Dutch text of ``code`` needs: what, where, what is known.
    """

    code: ClassVar[str]

    def __init__(self, **params: object) -> None:
        self.params = params
        super().__init__(f"{self.code}: {params}")
