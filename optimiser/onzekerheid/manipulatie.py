"""What 1 % more or less of its own figure does to a gemeente, all others the same.

The figure a gemeente reports is the weight of the key (for a mixed key of every part). The table
is rounded again for every gemeente, so a change of less than a person shows as zero persons.
"""

import numpy as np
import pandas as pd

from optimiser.onzekerheid.model import Matrix, SleutelModel, ZwermModel
from optimiser.onzekerheid.rekenen import two_tiers
from optimiser.rounding.batch import Whole, round_batch


def manipulatie(model: ZwermModel, label: str, deel: float = 0.01) -> pd.DataFrame:
    """Change the own figure of every gemeente and divide again.

    Parameters
    ----------
    model
        See ``onzekerheid.model.build_model``; the law's year is used.
    label
        The key.
    deel
        How much more and less, as a part: 0.01 is 1 %.

    Returns
    -------
    pandas.DataFrame
        Index ``gm_code``: ``basis``, ``minder`` and ``meer`` (persons with the figure lower and
        higher), ``verschil_minder``, ``verschil_meer`` [personen], ``elasticiteit``: change of
        the exact share in percent per percent of the figure.
    """
    sleutel = model.sleutels[model.labels.index(label)]
    point = sleutel.parts[:, model.basisjaar, :]
    n = len(model.gm_codes)
    basis = _rounded(model, sleutel, point[:, None, :])[0]
    eye = np.eye(n)
    columns: dict[str, Whole] = {"basis": basis}
    for name, step in (("minder", -deel), ("meer", deel)):
        changed = _rounded(model, sleutel, point[:, None, :] * (1 + step * eye)[None])
        columns[name] = changed[np.arange(n), np.arange(n)]
    table = pd.DataFrame(columns, index=pd.Index(model.gm_codes, name="gm_code"))
    table["verschil_minder"] = table["minder"] - table["basis"]
    table["verschil_meer"] = table["meer"] - table["basis"]
    share = _shares(sleutel, point[:, None, :])[0]
    more = _shares(sleutel, point[:, None, :] * (1 + deel * eye)[None])[np.arange(n), np.arange(n)]
    table["elasticiteit"] = np.where(
        share > 0, (more / np.where(share > 0, share, 1) - 1) / deel, 0.0
    )
    return table


def _normal(values: Matrix) -> Matrix:
    normal: Matrix = values / values.sum(axis=-1, keepdims=True)
    return normal


def _shares(sleutel: SleutelModel, parts: Matrix) -> Matrix:
    """Compose shares ``(rows, n)`` from the parts ``(parts, rows, n)``."""
    parts = _normal(parts)
    if sleutel.groups is None:
        mixed: Matrix = (parts * sleutel.gewichten[:, None, None]).sum(axis=0)
        return mixed
    outer, inner = parts
    result: Matrix = np.zeros(inner.shape)
    for g in range(int(sleutel.groups.max()) + 1):
        columns = np.flatnonzero(sleutel.groups == g)
        inside = _normal(inner[:, columns])
        result[:, columns] = outer[:, columns].sum(axis=1, keepdims=True) * inside
    return result


def _rounded(model: ZwermModel, sleutel: SleutelModel, parts: Matrix) -> Whole:
    totals = np.full(parts.shape[1], model.totaal, dtype=np.int64)
    if sleutel.groups is None:
        whole: Whole = round_batch(_shares(sleutel, parts), totals, model.afronding)
        return whole
    outer, inner = _normal(parts)
    return two_tiers(outer, inner, sleutel.groups, totals, model.afronding)
