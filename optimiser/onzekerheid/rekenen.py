"""From inputs to whole persons and measures, many at once.

Nothing here depends on how the work is divided: no matrix products (their order of adding
depends on the number of threads), one random stream per chunk.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.random import Generator, SeedSequence, default_rng
from numpy.typing import NDArray

from optimiser.onzekerheid.aannames import Aannames, Driehoek
from optimiser.onzekerheid.model import Matrix, SleutelModel, ZwermModel
from optimiser.onzekerheid.rang import rank_correlation
from optimiser.rounding.batch import round_batch

#: Draws per chunk: fixed, so that the outcome does not depend on the number of workers.
CHUNK = 250
#: Measures per draw and key, named as in the register of measures.
MATEN = ("verplaatst", "hoover_vrijkomend", "hoover_inwoners", "boven_norm")
#: Inputs per draw, in the order of ``Inputs.rows``.
INVOER = ("jaar", "totaal", "mutatiegraad", "personen_per_woning")


@dataclass(frozen=True)
class Inputs:
    """What is uncertain, per draw.

    Attributes
    ----------
    jaar
        Shape ``(draws,)``: position in ``ZwermModel.jaren``.
    totaal
        Shape ``(draws,)`` [personen].
    mutatiegraad, personen_per_woning
        Shape ``(draws,)``.
    spreiding
        Shape ``(draws, n)``: factor on the mutatiegraad per gemeente.
    gewichten
        Per key shape ``(draws, parts)``, rows sum to 1.
    """

    jaar: NDArray[np.int64]
    totaal: NDArray[np.int64]
    mutatiegraad: Matrix
    personen_per_woning: Matrix
    spreiding: Matrix
    gewichten: tuple[Matrix, ...]


@dataclass(frozen=True)
class Deel:
    """Outcome of one chunk.

    Attributes
    ----------
    personen
        Shape ``(keys, draws, n)`` int32.
    maten
        Shape ``(keys, draws, len(MATEN))``; NaN where a measure does not exist.
    invoer
        Shape ``(draws, len(INVOER))``.
    rang
        Shape ``(keys, draws)``: rank correlation with the base case, see ``rank_correlation``.
    """

    personen: NDArray[np.int32]
    maten: Matrix
    invoer: Matrix
    rang: Matrix | None = None


def chunk_sizes(trekkingen: int) -> list[int]:
    """Return the draws per chunk.

    >>> chunk_sizes(600)
    [250, 250, 100]
    """
    whole, rest = divmod(trekkingen, CHUNK)
    return [CHUNK] * whole + ([rest] if rest else [])


def run_chunk(model: ZwermModel, aannames: Aannames, number: int) -> Deel:
    """Draw and compute one chunk; the same on whatever worker it lands."""
    rng = default_rng(SeedSequence(aannames.zaad, spawn_key=(number,)))
    size = chunk_sizes(aannames.trekkingen)[number]
    found = evaluate(model, draw(model, aannames, rng, size))
    basis = evaluate(model, base_inputs(model, aannames)).personen[:, 0]
    return replace(found, rang=rank_correlation(found.personen, basis))


def base_inputs(model: ZwermModel, aannames: Aannames, rows: int = 1) -> Inputs:
    """Return the most likely inputs: the law's year, nothing spread."""
    weights = (np.tile(sleutel.gewichten, (rows, 1)) for sleutel in model.sleutels)
    total = round(model.totaal * aannames.totaal.midden)
    return Inputs(
        jaar=np.full(rows, model.basisjaar, dtype=np.int64),
        totaal=np.full(rows, max(1, total), dtype=np.int64),
        mutatiegraad=np.full(rows, aannames.mutatiegraad.midden),
        personen_per_woning=np.full(rows, aannames.personen_per_woning.midden),
        spreiding=np.ones((rows, len(model.gm_codes))),
        gewichten=tuple(weights),
    )


def draw(model: ZwermModel, aannames: Aannames, rng: Generator, size: int) -> Inputs:
    """Draw inputs from the declared distributions."""
    n = len(model.gm_codes)
    year = rng.integers(len(model.jaren), size=size)
    total = np.rint(model.totaal * _triangle(rng, aannames.totaal, size)).astype(np.int64)
    rate = _triangle(rng, aannames.mutatiegraad, size)
    per_dwelling = _triangle(rng, aannames.personen_per_woning, size)
    reach = aannames.mutatiegraad_spreiding
    spread = rng.uniform(1 - reach, 1 + reach, (size, n))
    weights = []
    for sleutel in model.sleutels:
        step = aannames.gewichten_spreiding / 100
        shift = rng.uniform(-step, step, (size, len(sleutel.gewichten)))
        drawn = np.clip(sleutel.gewichten + shift, 1e-9, None)
        weights.append(drawn / drawn.sum(axis=1, keepdims=True))
    return Inputs(year, np.maximum(total, 1), rate, per_dwelling, spread, tuple(weights))


def _triangle(rng: Generator, shape: Driehoek, size: int) -> Matrix:
    if shape.laag == shape.hoog:
        return np.full(size, shape.midden)
    return rng.triangular(shape.laag, shape.midden, shape.hoog, size)


def evaluate(model: ZwermModel, inputs: Inputs) -> Deel:
    """Compute whole persons and measures of every key for every row of inputs."""
    persons = np.stack(
        [
            _persons(model, sleutel, inputs, weights)
            for sleutel, weights in zip(model.sleutels, inputs.gewichten, strict=True)
        ]
    )
    maten = np.stack([_measures(model, inputs, own, persons[0]) for own in persons])
    rows = np.column_stack(
        [inputs.jaar, inputs.totaal, inputs.mutatiegraad, inputs.personen_per_woning]
    )
    return Deel(persons.astype(np.int32), maten, rows.astype(np.float64))


def _persons(
    model: ZwermModel, sleutel: SleutelModel, inputs: Inputs, weights: Matrix
) -> NDArray[np.int64]:
    parts = sleutel.parts[:, inputs.jaar, :]
    for i, noisy in enumerate(sleutel.noisy):
        if noisy:
            drawn = parts[i] * inputs.spreiding
            parts[i] = drawn / drawn.sum(axis=1, keepdims=True)
    if sleutel.groups is not None:
        return two_tiers(parts[0], parts[1], sleutel.groups, inputs.totaal, model.afronding)
    mixed = (parts * weights.T[:, :, None]).sum(axis=0)
    return round_batch(mixed, inputs.totaal, model.afronding)


def two_tiers(
    outer: Matrix,
    inner: Matrix,
    groups: NDArray[np.int64],
    totals: NDArray[np.int64],
    method: str,
) -> NDArray[np.int64]:
    """Add up the table of the first key per region, then divide inside, as the table does."""
    members = [np.flatnonzero(groups == g) for g in range(groups.max() + 1)]
    table = round_batch(outer, totals, method)
    of_group = np.stack([table[:, columns].sum(axis=1) for columns in members], axis=1)
    persons = np.zeros(outer.shape, dtype=np.int64)
    for g, columns in enumerate(members):
        persons[:, columns] = round_batch(inner[:, columns], of_group[:, g], method)
    return persons


def _measures(
    model: ZwermModel, inputs: Inputs, own: NDArray[np.int64], reference: NDArray[np.int64]
) -> Matrix:
    """Return the measures of ``MATEN`` per draw."""
    change = own - reference
    missing = np.full(len(own), np.nan)
    people = model.inwoners[inputs.jaar]
    columns = [np.abs(change).sum(axis=1) / 2, missing, _hoover(own, people), missing]
    if model.corporatiewoningen is not None:
        rate = inputs.mutatiegraad[:, None] * inputs.spreiding / 2
        freed = model.corporatiewoningen[inputs.jaar] * rate
        columns[1] = _hoover(own, freed)
        if model.norm is not None:
            ceiling = model.norm * freed * inputs.personen_per_woning[:, None]
            columns[3] = (own > ceiling).sum(axis=1).astype(float)
    return np.column_stack(columns)


def _hoover(own: NDArray[np.int64], yard: Matrix) -> Matrix:
    part = own / own.sum(axis=1, keepdims=True)
    distance: Matrix = np.abs(part - yard / yard.sum(axis=1, keepdims=True)).sum(axis=1) / 2
    return distance
