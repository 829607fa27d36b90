"""What regions lose to and take from each other, as far as two tables say so.

Per region the decreases and increases of its gemeenten are facts. What does not cancel inside a
region must come from, or go to, elsewhere: those totals are facts too. Which region takes over from
which does not follow from the tables; the matrix divides each loss over the gains in proportion,
so that every row and column adds up to its true total.
"""

from dataclasses import dataclass

import pandas as pd

from optimiser.compare.errors import UnequalTotalsError


@dataclass(frozen=True)
class Stromen:
    """Flows between regions.

    Attributes
    ----------
    regios
        Index region: ``minder``, ``meer`` (sums of decreases and increases of its gemeenten),
        ``binnen`` (what moves inside it at most), ``saldo`` (meer - minder) [personen].
    matrix
        Rows: regions that lose; columns: regions that gain [personen]. Row and column sums are the
        true totals, the cells are in proportion.
    """

    regios: pd.DataFrame
    matrix: pd.DataFrame


def sum_stromen(voor: pd.Series, na: pd.Series, regios: pd.Series) -> Stromen:
    """Add up what the gemeenten of each region lose and gain.

    Parameters
    ----------
    voor, na
        Whole persons before and after, index ``gm_code`` in both; the same sum.
    regios
        Region of each gemeente, same index; those without one are a region named "".

    Raises
    ------
    UnequalTotalsError
        If the sums differ: then not every decrease is taken over.

    Examples
    --------
    >>> codes = ["GM0001", "GM0002", "GM0003"]
    >>> voor, na = pd.Series([10, 5, 5], codes), pd.Series([7, 7, 6], codes)
    >>> flows = sum_stromen(voor, na, pd.Series(["A", "A", "B"], codes))
    >>> flows.regios.loc["A"].tolist(), int(flows.matrix.at["A", "B"])
    ([3, 2, 2, -1], 1)
    """
    if int(voor.sum()) != int(na.sum()):
        raise UnequalTotalsError(eerste=int(voor.sum()), tweede=int(na.sum()))
    change = (na - voor).astype("int64")
    groups = regios.reindex(change.index).fillna("")
    table = pd.DataFrame(
        {
            "minder": (-change.clip(upper=0)).groupby(groups).sum(),
            "meer": change.clip(lower=0).groupby(groups).sum(),
        }
    )
    table["binnen"] = table[["minder", "meer"]].min(axis=1)
    table["saldo"] = table["meer"] - table["minder"]
    order = table["saldo"].sort_values()
    rows = [name for name in order.index if order[name] < 0]
    columns = [name for name in order.index[::-1] if order[name] > 0]
    lost, gained = [-int(order[name]) for name in rows], [int(order[name]) for name in columns]
    matrix = pd.DataFrame(_proportional(lost, gained), rows, columns).astype("int64")
    return Stromen(table.astype("int64"), matrix)


def _proportional(lost: list[int], gained: list[int]) -> list[list[int]]:
    """Divide each loss over what the gains still lack (largest remainder): both sides add up."""
    left, cells = list(gained), []
    for amount in lost:
        together = sum(left)
        part = [amount * room // together for room in left]
        rest = [amount * room % together for room in left]
        order = sorted(range(len(left)), key=lambda i: (-rest[i], i))
        for i in order[: amount - sum(part)]:
            part[i] += 1
        left = [room - moved for room, moved in zip(left, part, strict=True)]
        cells.append(part)
    return cells
