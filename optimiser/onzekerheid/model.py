"""The figures of a sweep as plain arrays: small enough to send to a worker, no tables inside."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from optimiser.compare.keuze import SleutelKeuze, default_keuzes, obstacle, options_for
from optimiser.compare.measuring import benchmark
from optimiser.compare.vraag import Vraag
from optimiser.errors import OptimiserError
from optimiser.gegevens.gegevens import Gegevens
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.onzekerheid.aannames import Aannames
from optimiser.onzekerheid.errors import SweepError
from optimiser.rounding.batch import OFFSETS
from optimiser.verdeelsleutels import shares
from optimiser.verdeelsleutels.enkelvoudig import corporatiewoningen

Matrix = NDArray[np.float64]

#: The key that the national mutatiegraad cancels out of, so that only its spread counts.
FREED = "vrijkomende_sociale_huur"


@dataclass(frozen=True)
class SleutelModel:
    """One key.

    Attributes
    ----------
    label
        As in the comparison.
    parts
        Shape ``(parts, years, n)``: shares of the keys it is made of.
    gewichten
        Shape ``(parts,)``: weights that sum to 1; unused when ``groups`` is set.
    noisy
        Per part whether the mutatiegraad per gemeente changes it.
    groups
        Shape ``(n,)`` for two tiers (parts: over the regions, inside them), else None.
    """

    label: str
    parts: Matrix
    gewichten: Matrix
    noisy: tuple[bool, ...]
    groups: NDArray[np.int64] | None


@dataclass(frozen=True)
class ZwermModel:
    """Everything a worker needs.

    Attributes
    ----------
    gm_codes
        Ascending, length n.
    sleutels
        The first is the reference.
    totaal
        National number [personen].
    jaren
        Years of the figures; ``basisjaar`` is the position of the law's.
    inwoners
        Shape ``(years, n)``.
    corporatiewoningen
        Shape ``(years, n)``, or None when the figures lack them.
    norm
        Benchmark of CBS, or None.
    afronding
        adams, webster or jefferson.
    """

    gm_codes: tuple[str, ...]
    sleutels: tuple[SleutelModel, ...]
    totaal: int
    jaren: tuple[int, ...]
    basisjaar: int
    inwoners: Matrix
    corporatiewoningen: Matrix | None
    norm: float | None
    afronding: str

    @property
    def labels(self) -> list[str]:
        """Labels of the keys, the reference first."""
        return [sleutel.label for sleutel in self.sleutels]


def build_model(vraag: Vraag, aannames: Aannames, gegevens: Gegevens) -> ZwermModel:
    """Turn a question into arrays.

    Parameters
    ----------
    vraag
        Half-year, keys (empty for all that can be computed) and reference.
    aannames
        How many years back and ahead.
    gegevens
        All figures.

    Raises
    ------
    SweepError
        If the rounding has no batch form or a key that was asked for cannot be computed.
    OptimiserError
        If the half-year or its figures are unknown.
    """
    if vraag.afronding not in OFFSETS:
        reason = f"de afronding is {vraag.afronding}; hier kan {', '.join(OFFSETS)}"
        raise SweepError(reden=reason)
    halfjaar = Halfjaar.parse(vraag.halfjaar)
    law = halfjaar.peiljaar if vraag.peiljaar is None else vraag.peiljaar
    total = gegevens.announced(halfjaar) if vraag.totaal is None else vraag.totaal
    keuzes = _available(vraag, gegevens.figures(law, vraag.indeling).tabel)
    tables = _tables(law, vraag, aannames, keuzes, gegevens)
    first = tables[law]
    dwellings = {"woningvoorraad", "pct_corporatie"} <= set(first.columns)
    norm = benchmark(gegevens, halfjaar)
    return ZwermModel(
        gm_codes=tuple(map(str, first.index)),
        sleutels=tuple(_sleutel(keuze, tables, total, gegevens) for keuze in keuzes),
        totaal=total,
        jaren=tuple(tables),
        basisjaar=list(tables).index(law),
        inwoners=np.array([t["inwoners"].astype(float) for t in tables.values()]),
        corporatiewoningen=np.array([corporatiewoningen(t).astype(float) for t in tables.values()])
        if dwellings
        else None,
        norm=None if norm is None else float(norm),
        afronding=vraag.afronding,
    )


def _available(vraag: Vraag, table: pd.DataFrame) -> list[SleutelKeuze]:
    wanted = {keuze.label: keuze for keuze in (vraag.tegen, *(vraag.keuzes or default_keuzes()))}
    hindered = {label: obstacle(keuze, table) for label, keuze in wanted.items()}
    asked = {vraag.tegen.label, *(keuze.label for keuze in vraag.keuzes)}
    for label in asked:
        if reason := hindered[label]:
            raise SweepError(reden=f"de sleutel {label} is niet beschikbaar: {reason}")
    return [keuze for label, keuze in wanted.items() if hindered[label] is None]


def _tables(
    law: int, vraag: Vraag, aannames: Aannames, keuzes: list[SleutelKeuze], gegevens: Gegevens
) -> dict[int, pd.DataFrame]:
    """Return the figures of the years around the law's, all of the same gemeenten.

    A year without figures, or that cannot be brought to these gemeenten, is not drawn.
    """
    indeling = law if vraag.indeling is None else vraag.indeling
    basis = gegevens.figures(law, vraag.indeling).tabel
    found: dict[int, pd.DataFrame] = {}
    for year in range(law - aannames.jaren_terug, law + aannames.jaren_vooruit + 1):
        try:
            table = basis if year == law else gegevens.figures(year, indeling).tabel
        except OptimiserError:
            continue
        known = all(obstacle(keuze, table) is None for keuze in keuzes)
        if known and table.index.equals(basis.index):
            found[year] = table
    return found


def _sleutel(
    keuze: SleutelKeuze, tables: dict[int, pd.DataFrame], total: int, gegevens: Gegevens
) -> SleutelModel:
    opties = keuze.opties.adjusted(totaal=total)
    names = keuze.parts
    if opties.gebied is not None:
        names = (str(opties.eerst), str(opties.daarna))
    parts = [
        [shares(naam, t, options_for(opties, naam)).astype(float) for t in tables.values()]
        for naam in names
    ]
    weights = [float((opties.gewichten or {}).get(naam, 100)) / 100 for naam in names]
    first = next(iter(tables.values()))
    noisy = tuple(naam == FREED and "mutatiegraad" not in first.columns for naam in names)
    groups = None
    if opties.gebied is not None:
        groups = pd.factorize(gegevens.regios_of(opties.gebied, first.index))[0].astype(np.int64)
        if (groups < 0).any():
            reason = f"niet elke gemeente hoort bij een gebied in {opties.gebied}"
            raise SweepError(reden=reason)
    return SleutelModel(keuze.label, np.array(parts), np.array(weights), noisy, groups)
