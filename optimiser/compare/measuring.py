"""What the measures of one comparison are computed from."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, partial

import pandas as pd

from optimiser.compare.jaren import yearly_changes
from optimiser.compare.keuze import SleutelKeuze
from optimiser.compare.vraag import Vraag
from optimiser.errors import VerdeelsleutelUnavailableError
from optimiser.gegevens.gegevens import Gegevens
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.gegevens.memory import once
from optimiser.indicators import MATEN, MeasureInput
from optimiser.indicators.maat import Number
from optimiser.scenario.beperkingen import Capaciteit
from optimiser.solve.capaciteit import freed_dwellings, persons_per_dwelling
from optimiser.solve.limits import whole_column
from optimiser.solve.result import Verdeling


@dataclass(frozen=True)
class SharedFigures:
    """What is the same for every key of a comparison; see ``MeasureInput`` for each."""

    tegen: Verdeling
    vrijkomend: pd.Series | None
    personen_per_woning: Fraction
    norm: Fraction | None
    kan: pd.Series | None
    wil: pd.Series | None


def shared_figures(
    capaciteit: Capaciteit,
    gegevens: Gegevens,
    halfjaar: Halfjaar,
    table: pd.DataFrame,
    tegen: Verdeling,
) -> SharedFigures:
    """Collect dwellings, benchmark and limits; what is not in the figures is None.

    Raises
    ------
    ScenarioColumnError
        If a column for ``kan`` or ``wil`` is missing or holds no whole persons.
    """
    try:
        freed = freed_dwellings(table, capaciteit, gegevens, halfjaar)
    except VerdeelsleutelUnavailableError:
        freed = None
    return SharedFigures(
        tegen,
        freed,
        persons_per_dwelling(capaciteit, gegevens, halfjaar),
        benchmark(gegevens, halfjaar),
        _limit(table, capaciteit.kan_kolom, "kan"),
        _limit(table, capaciteit.wil_kolom, "wil"),
    )


def _limit(table: pd.DataFrame, wanted: str | None, usual: str) -> pd.Series | None:
    """Read a limit from the named column, or from the one with the usual name if it is there."""
    column = usual if wanted is None and usual in table.columns else wanted
    if column is None:
        return None
    found = whole_column(table, column)
    return pd.Series([found.get(code, pd.NA) for code in table.index], table.index, dtype=object)


def make_beeld(
    shared: SharedFigures, keuze: SleutelKeuze, verdeling: Verdeling, gegevens: Gegevens
) -> MeasureInput:
    """Return what the measures of one key are computed from."""
    rows = verdeling.gemeenten
    changes = yearly_changes(keuze, gegevens, verdeling.wanted)
    return MeasureInput(
        personen=rows["taakstelling"],
        tegen=shared.tegen.gemeenten["taakstelling"],
        exact=rows["exact"],
        inwoners=rows["inwoners"],
        provincie=rows["provincie"],
        vrijkomend=shared.vrijkomend,
        personen_per_woning=shared.personen_per_woning,
        norm=shared.norm,
        kan=shared.kan,
        wil=shared.wil,
        wisselingen=tuple(changes.values()),
    )


def measured(
    vraag: Vraag,
    keuzes: Mapping[str, SleutelKeuze],
    verdelingen: Mapping[str, Verdeling],
    table: pd.DataFrame,
    gegevens: Gegevens,
) -> dict[str, tuple[MeasureInput, tuple[Number | None, ...]]]:
    """Measure every key; one that was held against this reference before is not measured again.

    Parameters
    ----------
    vraag
        The question.
    keuzes, verdelingen
        By label, the reference among them.
    table
        Figures of the year.
    gegevens
        All figures.

    Returns
    -------
    dict
        Label to what was measured and the values, in the order of ``MATEN``.

    Raises
    ------
    ScenarioColumnError
        As ``shared_figures``.
    """
    against = (vraag.scenario(vraag.tegen).model_dump_json(), vraag.capaciteit.model_dump_json())

    @cache
    def shared() -> SharedFigures:
        period, tegen = Halfjaar.parse(vraag.halfjaar), verdelingen[vraag.tegen.label]
        return shared_figures(vraag.capaciteit, gegevens, period, table, tegen)

    def measure(keuze: SleutelKeuze) -> tuple[MeasureInput, tuple[Number | None, ...]]:
        beeld = make_beeld(shared(), keuze, verdelingen[keuze.label], gegevens)
        return beeld, tuple(maat.meet(beeld) for maat in MATEN.values())

    found = {}
    for label, keuze in keuzes.items():
        told = ("maten", vraag.scenario(keuze).model_dump_json(), *against)
        found[label] = once(told, gegevens, partial(measure, keuze))
    return found


def benchmark(gegevens: Gegevens, halfjaar: Halfjaar) -> Fraction | None:
    """Return the part of the freed dwellings that went to vergunninghouders, by CBS.

    The latest year known on the first day of the half-year; None before the first one.

    >>> from optimiser.io.gegevens import read_embedded
    >>> benchmark(read_embedded(), Halfjaar.parse("2025-2"))
    Fraction(2, 25)
    """
    try:
        return Fraction(str(gegevens.parameter("aandeel_vrijkomend", halfjaar)))
    except LookupError:
        return None
