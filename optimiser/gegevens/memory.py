"""What is computed once: a step of a slider changes one thing, the rest is not computed again.

What is kept belongs to one ``Gegevens`` object or one of its tables, so figures can never answer
for other figures.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeVar, cast

import pandas as pd

from optimiser.gegevens.gegevens import Gegevens

#: Things kept over all questions; most are a few kilobytes, an answer is some hundreds.
KEPT = 200
T = TypeVar("T")


@dataclass(frozen=True)
class _Question:
    """A question; two are the same when they are told the same about the same figures."""

    told: tuple[str, ...]
    figures: int
    # Held, so that no later object can get the same id.
    held: Gegevens | pd.DataFrame | pd.Series = field(compare=False)
    make: Callable[[], Any] = field(compare=False)


@lru_cache(maxsize=KEPT)
def _made(question: _Question) -> Any:  # noqa: ANN401 - whatever is made
    return question.make()


def once(
    told: tuple[str, ...], figures: Gegevens | pd.DataFrame | pd.Series, make: Callable[[], T]
) -> T:
    """Return what was made for this question about these figures before, or make it now.

    Parameters
    ----------
    told
        The whole question as text, its kind first.
    figures
        All figures it is made from, or one table or column of them; compared by identity.
    make
        Depends on nothing else, and what it returns is never changed. What it raises is not kept.
    """
    return cast("T", _made(_Question(told, id(figures), figures, make)))
