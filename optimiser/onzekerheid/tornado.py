"""One input at a time, from low to high, the others at their most likely value."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pandas as pd

from optimiser.onzekerheid.aannames import Aannames
from optimiser.onzekerheid.model import ZwermModel
from optimiser.onzekerheid.rekenen import MATEN, Inputs, base_inputs, evaluate

#: Low and high: the values below which 5 % and 95 % of the draws lie.
LOW, HIGH = 0.05, 0.95


def tornado(
    model: ZwermModel, aannames: Aannames, label: str, maat: str = "verplaatst"
) -> pd.DataFrame:
    """Return what each input alone does to a measure of a key.

    The spread of the mutatiegraad over gemeenten has no low and high and is left out; the draws
    have it.

    Returns
    -------
    pandas.DataFrame
        Widest first: ``invoer``, ``laag``, ``hoog`` (values of the input), ``bij_laag``,
        ``bij_hoog`` (the measure), ``basis``, ``breedte``. Empty when the figures do not give
        the measure.
    """
    key, column = model.labels.index(label), MATEN.index(maat)

    def measured(inputs: Inputs) -> float:
        return float(evaluate(model, inputs).maten[key, 0, column])

    point = base_inputs(model, aannames)
    basis = measured(point)
    rows = []
    for naam, low, high in _variants(model, aannames, key, point):
        ends = measured(low[1]), measured(high[1])
        rows.append((naam, low[0], high[0], *ends, basis, abs(ends[1] - ends[0])))
    names = ["invoer", "laag", "hoog", "bij_laag", "bij_hoog", "basis", "breedte"]
    table = pd.DataFrame(rows, columns=names)
    if np.isnan(basis):
        return table.iloc[:0]
    return table.sort_values("breedte", ascending=False, kind="stable").reset_index(drop=True)


End = tuple[float, Inputs]


def _variants(
    model: ZwermModel, aannames: Aannames, key: int, point: Inputs
) -> Iterator[tuple[str, End, End]]:
    shape = aannames.totaal
    low, high = (max(1, round(model.totaal * shape.quantile(part))) for part in (LOW, HIGH))
    ends = [(float(v), replace(point, totaal=np.array([v]))) for v in (low, high)]
    yield "landelijk aantal", ends[0], ends[1]
    years = [
        (model.jaren[i], replace(point, jaar=np.array([i]))) for i in (0, len(model.jaren) - 1)
    ]
    yield "jaar van de cijfers", years[0], years[1]
    rates = [aannames.mutatiegraad.quantile(part) for part in (LOW, HIGH)]
    ends = [(v, replace(point, mutatiegraad=np.array([v]))) for v in rates]
    yield "mutatiegraad", ends[0], ends[1]
    sizes = [aannames.personen_per_woning.quantile(part) for part in (LOW, HIGH)]
    ends = [(v, replace(point, personen_per_woning=np.array([v]))) for v in sizes]
    yield "personen per woning", ends[0], ends[1]
    sleutel = model.sleutels[key]
    if len(sleutel.gewichten) > 1 and sleutel.groups is None:
        step = aannames.gewichten_spreiding / 100
        first = [max(0.0, min(1.0, sleutel.gewichten[0] + s)) for s in (-step, step)]
        ends = [(v, _weighted(point, key, v)) for v in first]
        yield "gewicht van de eerste sleutel", ends[0], ends[1]


def _weighted(point: Inputs, key: int, first: float) -> Inputs:
    """Give the first part a weight, the others the rest in proportion."""
    weights = point.gewichten[key].copy()
    others = weights[:, 1:].sum()
    weights[:, 1:] *= (1 - first) / others if others else 0
    weights[:, 0] = first
    changed = (*point.gewichten[:key], weights, *point.gewichten[key + 1 :])
    return replace(point, gewichten=changed)
