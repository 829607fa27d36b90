"""Keys beside each other: the table keys x measures, and persons per gemeente."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from time import perf_counter

import pandas as pd

from optimiser.compare.keuze import SleutelKeuze, default_keuzes, obstacle
from optimiser.compare.measuring import measured
from optimiser.compare.memory import answer
from optimiser.compare.vraag import Vraag
from optimiser.errors import VerdeelsleutelUnavailableError
from optimiser.gegevens.gegevens import Gegevens
from optimiser.indicators import MATEN, MeasureInput
from optimiser.indicators.groepen import size_class, urban_class
from optimiser.indicators.maat import best_of
from optimiser.solve.result import Herkomst, Verdeling


@dataclass(frozen=True)
class Vergelijking:
    """Keys beside each other.

    Attributes
    ----------
    vraag
        What was asked.
    keuzes
        Those that could be computed, by label; the reference first.
    niet_beschikbaar
        Label to reason of those that could not.
    verdelingen
        Label to the answer of ``solve_scenario``.
    beelden
        Label to what its measures were computed from.
    maten
        Index measure, a column per label: exact numbers, None where a figure is missing.
    beste
        The same shape: whether a value is the best of its row.
    gemeenten
        Index ``gm_code``: ``gemeente``, ``provincie``, ``grootteklasse``, ``stedelijkheid``,
        ``inwonertal``, then persons per label [personen]. (The column is not called ``inwoners``:
        that is the label of the statutory key.)
    herkomst
        Of the reference, with the seconds of the whole comparison.
    """

    vraag: Vraag
    keuzes: Mapping[str, SleutelKeuze]
    niet_beschikbaar: Mapping[str, str]
    verdelingen: Mapping[str, Verdeling]
    beelden: Mapping[str, MeasureInput]
    maten: pd.DataFrame
    beste: pd.DataFrame
    gemeenten: pd.DataFrame
    herkomst: Herkomst

    @property
    def tegen(self) -> str:
        """Label of the reference."""
        return self.vraag.tegen.label

    @property
    def labels(self) -> list[str]:
        """Labels of the computed keys, the reference first."""
        return list(self.keuzes)

    def to_frame(self) -> pd.DataFrame:
        """Return a copy of ``maten`` as floats, NaN where a figure is missing; free to change."""
        return self.maten.map(lambda value: float("nan") if value is None else float(value))

    def verschil(self, label: str) -> pd.Series:
        """Return persons more (+) or fewer (-) than the reference, index ``gm_code``."""
        return self.gemeenten[label] - self.gemeenten[self.tegen]


def compare_sleutels(vraag: Vraag, gegevens: Gegevens) -> Vergelijking:
    """Compute every key of a question and every measure.

    Parameters
    ----------
    vraag
        What is to be compared.
    gegevens
        All figures.

    Raises
    ------
    OptimiserError
        If the question is wrong or the reference cannot be computed; any other key that cannot
        be computed is listed with its reason instead.

    Examples
    --------
    >>> from optimiser.io.gegevens import read_embedded
    >>> found = compare_sleutels(Vraag("2025-2"), read_embedded())
    >>> found.labels[:2], found.maten.at["verplaatst", "inwoners"]
    (['inwoners', 'woningvoorraad'], 0)
    """
    started = perf_counter()
    basis = answer(vraag.scenario(vraag.tegen), gegevens)
    table = gegevens.figures(basis.herkomst.peiljaar, vraag.indeling).tabel
    keuzes, verdelingen, missing = {vraag.tegen.label: vraag.tegen}, {vraag.tegen.label: basis}, {}
    for keuze in vraag.keuzes or default_keuzes():
        if keuze.label in keuzes:
            continue
        if reason := obstacle(keuze, table):
            missing[keuze.label] = reason
            continue
        try:
            verdelingen[keuze.label] = answer(vraag.scenario(keuze), gegevens)
        except VerdeelsleutelUnavailableError as error:
            missing[keuze.label] = str(error.params["reden"])
            continue
        keuzes[keuze.label] = keuze
    found = measured(vraag, keuzes, verdelingen, table, gegevens)
    beelden = {label: beeld for label, (beeld, _) in found.items()}
    values = {label: list(numbers) for label, (_, numbers) in found.items()}
    maten = pd.DataFrame(values, index=pd.Index(MATEN, name="maat"), dtype=object)
    maten = maten.where(maten.notna(), None)
    herkomst = replace(basis.herkomst, seconds={"vergelijken": perf_counter() - started})
    return Vergelijking(
        vraag, keuzes, missing, verdelingen, beelden, maten, _best(maten),
        _gemeenten(basis, table, verdelingen), herkomst,
    )  # fmt: skip


def _best(maten: pd.DataFrame) -> pd.DataFrame:
    """Mark the best of each row; the reference does not compete with what is measured from it."""
    rows = []
    for naam, maat in MATEN.items():
        values = list(maten.loc[naam])
        if maat.vergelijkt:
            rows.append([False, *best_of(values[1:], maat.richting)])
        else:
            rows.append(best_of(values, maat.richting))
    return pd.DataFrame(rows, index=maten.index, columns=maten.columns)


def _gemeenten(
    basis: Verdeling, table: pd.DataFrame, verdelingen: Mapping[str, Verdeling]
) -> pd.DataFrame:
    result = basis.gemeenten[["gemeente", "provincie"]].copy()
    result["grootteklasse"] = size_class(table["inwoners"])
    unknown = pd.Series(pd.NA, index=table.index, dtype=object)
    result["stedelijkheid"] = urban_class(table.get("stedelijkheid_1_5", unknown))
    result["inwonertal"] = table["inwoners"].astype("int64")
    for label, verdeling in verdelingen.items():
        result[label] = verdeling.gemeenten["taakstelling"]
    return result
