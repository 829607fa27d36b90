"""Per unit what stands out, as facts; sorted by months of work, never by a probability."""

import numpy as np
import pandas as pd

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.tijd.grootboek.course import Course
from optimiser.tijd.grootboek.stand import Stand, stand_at
from optimiser.tijd.grootboek.tempo import best_before, with_tempo
from optimiser.tijd.sein.measured import THRESHOLD

#: Columns added to those of the stand.
COLUMNS = (
    "opgave_maal_hoogste",
    "te_weinig_gekoppeld",
    "woningaanbod",
    "trede",
    "sinds",
    "verschoonbaar",
    "besluit",
    "feiten",
)
#: Half-year ends in a row with an achterstand from which it is told.
RUN = 2


def sein_table(
    course: Course,
    periode: Halfjaar,
    per: str,
    gekoppeld: pd.Series | None = None,
    ladder: pd.DataFrame | None = None,
    aanbod: pd.Series | None = None,
) -> pd.DataFrame:
    """Return the units of a level with the facts of early warning, most months of work first.

    Parameters
    ----------
    course
        The ledger worked out.
    periode, per
        Half-year and level.
    gekoppeld
        Index ``gm_code``: persons coupled since the start of the half-year, housed or not; counted
        on 1 April or 1 October. None where it was not delivered.
    ladder
        Index ``gm_code``: ``trede``, ``sinds``, ``verschoonbaar``, ``besluit`` as the province
        delivered them. Nothing of it is computed.
    aanbod
        Index ``gm_code``: dwellings delivered for this half-year [woningen]; they stand beside the
        opgave, nothing is computed from them.

    Returns
    -------
    pandas.DataFrame
        Index ``eenheid``; the columns of the stand and of the pace, and ``COLUMNS``:
        ``te_weinig_gekoppeld`` = max(0, taakstelling + saldo at the start - gekoppeld) [personen];
        ``feiten`` a tuple of codes of what stands out.
    """
    stand = stand_at(course, periode)
    table = with_tempo(Stand(periode, stand.of_level(per)), course)
    table["opgave_maal_hoogste"] = _against_best(course, periode, table)
    table["te_weinig_gekoppeld"] = _uncoupled(table, gekoppeld)
    offered = pd.Series(dtype="Int64") if aanbod is None else aanbod
    table["woningaanbod"] = offered.reindex(table.index).astype("Int64")
    for name in ("trede", "sinds", "verschoonbaar", "besluit"):
        held = None if ladder is None or name not in ladder else ladder[name]
        table[name] = None if held is None else held.reindex(table.index).astype(object)
    table["feiten"] = [_told(row) for _, row in table.iterrows()]
    order = table["maanden_werk"].fillna(-np.inf).to_numpy()
    return table.iloc[np.argsort(-order, kind="stable")]


def _against_best(course: Course, periode: Halfjaar, table: pd.DataFrame) -> np.ndarray:
    """Return the opgave over the best half-year before, NaN where there is none."""
    units = course.eenheden.get_indexer(table.index)
    best = best_before(course)[0][units, periode.serial - course.first]
    opgave = table["opgave"].astype("Float64").to_numpy(dtype=float, na_value=np.nan)
    return np.asarray(opgave / np.where(best > 0, best, np.nan))


def _uncoupled(table: pd.DataFrame, gekoppeld: pd.Series | None) -> pd.Series:
    if gekoppeld is None:
        return pd.Series(pd.NA, index=table.index, dtype="Int64")
    wanted = table["taakstelling"] + table["saldo_begin"]
    coupled = gekoppeld.reindex(table.index).astype("Int64")
    return (wanted - coupled).clip(lower=0).astype("Int64")


def _told(row: pd.Series) -> tuple[str, ...]:
    """Return the codes of what stands out for one unit."""

    def above(name: str, limit: float) -> bool:
        return not pd.isna(row[name]) and bool(row[name] > limit)

    told = []
    if above("naar_rato", 0):
        told.append("naar_rato")
    if above("maal_hoogste", 1):
        told.append("nooit_gehaald")
    if above("opgave_maal_hoogste", THRESHOLD):
        told.append("opgave_hoog")
    if above("reeks", RUN - 1):
        told.append("reeks")
    if above("te_weinig_gekoppeld", 0):
        told.append("te_weinig_gekoppeld")
    if not pd.isna(row["verschoonbaar"]) and row["verschoonbaar"] != "nee":
        told.append("verschoonbaar")
    return tuple(told)
