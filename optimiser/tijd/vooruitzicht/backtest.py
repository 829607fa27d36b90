"""Every model on the half-years that are over: what it would have said, and what happened."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from optimiser.tijd.vooruitzicht.history import Verleden
from optimiser.tijd.vooruitzicht.models import MODELS, Outlook


@dataclass(frozen=True)
class Backtest:
    """One model.

    Attributes
    ----------
    naam
        The model.
    mae
        Mean absolute error per unit and half-year [personen].
    mape
        Mean absolute error as part of the realisatie.
    national
        Mean error of the sum over units, as part of the sum.
    per_halfjaar
        Half-year to ``mape`` in it, the unfinished one included.
    """

    naam: str
    mae: float
    mape: float
    national: float
    per_halfjaar: dict[str, float]


def check_models(past: Verleden, models: Sequence[Outlook] = MODELS) -> tuple[Backtest, ...]:
    """Predict each half-year with figures up to the one before plus the announced taakstelling.

    The first half-year has nothing before it; one still under way stands apart and is predicted
    in proportion to its months.
    """
    found = []
    for model in models:
        errors, shares, national = [], [], []
        each: dict[str, float] = {}
        for k in range(1, len(past.perioden)):
            before = past.before(k)
            expected = model.expect(before, past.opgave[:, k], past.taakstelling[:, k])
            off = np.abs(expected * past.deel[k] - past.realisatie[:, k])
            part = off / past.realisatie[:, k]
            each[str(past.perioden[k])] = float(part.mean())
            if past.deel[k] == 1:
                errors.append(off)
                shares.append(part)
                total = past.realisatie[:, k].sum()
                national.append(abs(expected.sum() - total) / total)
        found.append(
            Backtest(
                model.naam,
                float(np.mean(errors)),
                float(np.mean(shares)),
                float(np.mean(national)),
                each,
            )
        )
    return tuple(found)
