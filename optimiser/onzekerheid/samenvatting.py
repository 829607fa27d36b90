"""What the draws say: bands per gemeente, net receivers, rank order of the keys."""

import numpy as np
import pandas as pd

from optimiser.onzekerheid.rekenen import MATEN
from optimiser.onzekerheid.zwerm import Zwerm

#: Quantiles of a band.
BAND = (0.05, 0.25, 0.5, 0.75, 0.95)


def banden(zwerm: Zwerm, label: str) -> pd.DataFrame:
    """Return per gemeente the band of its number under a key.

    Returns
    -------
    pandas.DataFrame
        Index ``gm_code``: ``basis`` (nothing drawn), ``p5`` ... ``p95`` [personen] (whole numbers
        that were drawn), ``kans_ontvanger`` and ``kans_gever``: part of the draws in which it
        gets more or fewer than under the reference with the same figures.
    """
    position = zwerm.model.labels.index(label)
    own, reference = zwerm.personen[position], zwerm.personen[0]
    quantiles = np.quantile(own, BAND, axis=0, method="inverted_cdf")
    columns = {f"p{round(100 * part)}": row for part, row in zip(BAND, quantiles, strict=True)}
    return pd.DataFrame(
        {
            "basis": zwerm.basis[position],
            **columns,
            "kans_ontvanger": (own > reference).mean(axis=0),
            "kans_gever": (own < reference).mean(axis=0),
        },
        index=pd.Index(zwerm.model.gm_codes, name="gm_code"),
    )


def rangorde(zwerm: Zwerm, maat: str = "hoover_vrijkomend") -> pd.DataFrame:
    """Return the order of the keys on a measure (lower is better) over all draws.

    Returns
    -------
    pandas.DataFrame
        By average place: ``sleutel``, ``gemiddelde_plaats``, ``kans_beste`` (ties share),
        ``p5``, ``p50``, ``p95`` of the measure, ``rangcorrelatie`` (mean over draws of the order
        of the gemeenten against the base case; empty for the reference). Empty when the figures
        do not give the measure.
    """
    values = zwerm.maten[:, :, MATEN.index(maat)]
    if np.isnan(values).any():
        return pd.DataFrame(columns=["sleutel", "gemiddelde_plaats", "kans_beste"])
    better = (values[None] < values[:, None]).sum(axis=1)
    equal = (values[None] == values[:, None]).sum(axis=1)
    places = better + (equal + 1) / 2
    best = np.where(better == 0, 1 / equal, 0.0)
    low, middle, high = np.quantile(values, (0.05, 0.5, 0.95), axis=1)
    known = np.isfinite(zwerm.rang)
    count = known.sum(axis=1)
    summed = np.where(known, zwerm.rang, 0).sum(axis=1)
    correlation = [s / c if c else None for s, c in zip(summed, count, strict=True)]
    table = pd.DataFrame(
        {
            "sleutel": zwerm.model.labels,
            "gemiddelde_plaats": places.mean(axis=1),
            "kans_beste": best.mean(axis=1),
            "p5": low,
            "p50": middle,
            "p95": high,
            "rangcorrelatie": pd.Series(correlation, dtype="float64"),
        }
    )
    return table.sort_values("gemiddelde_plaats", kind="stable").reset_index(drop=True)
