"""From one indeling to a later one, along the mergers (herindelingen).

Going back would be a guess and is refused; so is a gemeente that was split (Winsum 2019,
Haaren 2021) unless the caller supplies the share that went to each successor.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import pandas as pd

from optimiser.errors import IndelingConversionError, SplitGemeenteError
from optimiser.gegevens.indeling import GemeentenTabel

#: Counts that add up when gemeenten merge.
ADDITIVE = ("inwoners", "huishoudens", "woningvoorraad")
#: Averages over dwellings: weighed by woningvoorraad when gemeenten merge.
PER_WONING = (
    "pct_koop",
    "pct_huur",
    "pct_corporatie",
    "pct_overige_huur",
    "pct_leegstand",
    "gemiddelde_woz_eur",
)

Shares = Mapping[tuple[str, str], Fraction]
Where = Mapping[str, Mapping[str, Fraction]]


def _steps(herindelingen: pd.DataFrame, van: int, naar: int) -> pd.DataFrame:
    year = herindelingen["ingangsdatum"].dt.year
    return herindelingen[(year > van) & (year <= naar)].sort_values("ingangsdatum")


def _portions(step: pd.DataFrame, shares: Shares) -> dict[str, dict[str, Fraction]]:
    portions: dict[str, dict[str, Fraction]] = {}
    for old, parts in step.groupby("oude_gm_code"):
        codes = list(parts["nieuwe_gm_code"])
        given = {new: shares[str(old), new] for new in codes if (str(old), new) in shares}
        if len(codes) == 1:
            given = {codes[0]: Fraction(1)}
        if len(given) < len(codes) or sum(given.values()) != 1 or min(given.values()) < 0:
            raise SplitGemeenteError(
                gemeente=parts["oude_gemeente"].iloc[0],
                gm_code=str(old),
                jaar=str(parts["ingangsdatum"].dt.year.iloc[0]),
                delen=list(parts["nieuwe_gemeente"]),
            )
        portions[str(old)] = given
    return portions


def mapping_between(
    codes: list[str], herindelingen: pd.DataFrame, van: int, naar: int, shares: Shares
) -> dict[str, dict[str, Fraction]]:
    """Follow every gemeente from one indeling to a later one.

    Returns
    -------
    dict
        Old ``gm_code`` to its successors and the share of it that each got; shares sum to 1.

    Raises
    ------
    IndelingConversionError
        If ``naar`` lies before ``van``: splitting up again would be a guess.
    SplitGemeenteError
        If a gemeente was split and ``shares`` do not tell how, or do not sum to 1.
    """
    if naar < van:
        raise IndelingConversionError(
            van=str(van), naar=str(naar), reden="terug in de tijd zou raden zijn"
        )
    where = {code: {code: Fraction(1)} for code in codes}
    for _, step in _steps(herindelingen, van, naar).groupby("ingangsdatum"):
        portions = _portions(step[step["oude_gm_code"].isin(_reached(where))], shares)
        for old, now in where.items():
            moved: dict[str, Fraction] = {}
            for code, part in now.items():
                for new, portion in portions.get(code, {code: Fraction(1)}).items():
                    moved[new] = moved.get(new, Fraction(0)) + part * portion
            where[old] = moved
    return where


def _reached(where: Mapping[str, Mapping[str, Fraction]]) -> set[str]:
    return {code for now in where.values() for code in now}


def convert(
    table: GemeentenTabel,
    target: GemeentenTabel,
    herindelingen: pd.DataFrame,
    shares: Shares | None = None,
) -> GemeentenTabel:
    """Add figures up along the mergers to the gemeenten of a later table.

    Counts are summed, averages per dwelling weighed by ``woningvoorraad``; stedelijkheid and
    density do not follow from their parts and become unknown for a merged gemeente.

    Parameters
    ----------
    table
        The figures.
    target
        Any table in the wanted indeling; gives its names and gemeenten.
    herindelingen
        One row per old gemeente and successor.
    shares
        For a split gemeente, ``(old code, new code)`` to its share; each gemeente sums to 1.

    Raises
    ------
    IndelingConversionError
        If the target is older, or the mergers do not lead exactly to its gemeenten.
    SplitGemeenteError
        If a split gemeente has no shares.
    """
    codes = list(table.tabel.index)
    where = mapping_between(
        codes, herindelingen, table.indeling.vanaf, target.indeling.vanaf, shares or {}
    )
    if _reached(where) != set(target.tabel.index):
        raise IndelingConversionError(
            van=str(table.indeling),
            naar=str(target.indeling),
            reden="de herindelingen leiden niet naar precies deze gemeenten",
        )
    return GemeentenTabel(
        _add_up(table.tabel, target.tabel, where), target.indeling, table.peiljaar, table.bron
    )


def _add_up(old: pd.DataFrame, target: pd.DataFrame, where: Where) -> pd.DataFrame:
    sources: dict[str, list[str]] = {}
    for a, parts in where.items():
        for b in parts:
            sources.setdefault(b, []).append(a)
    stock = _counts(old, "woningvoorraad", where)
    result = pd.DataFrame({"gemeente": target["gemeente"]})
    for column in old.columns.drop("gemeente"):
        if column in ADDITIVE:
            counts = _counts(old, column, where)
            values = [_total([counts[a, b] for a in sources[b]]) for b in result.index]
        elif column in PER_WONING:
            values = [
                _average([(old.at[a, column], stock[a, b]) for a in sources[b]])
                for b in result.index
            ]
        else:
            values = [old.at[b, column] if sources[b] == [b] else pd.NA for b in result.index]
        result[column] = values
    return result.convert_dtypes()


def _counts(old: pd.DataFrame, column: str, where: Where) -> dict[tuple[str, str], int | None]:
    """Divide each whole count over the successors, largest remainder first, so none is lost."""
    counts: dict[tuple[str, str], int | None] = {}
    for a, parts in where.items():
        value = old.at[a, column] if column in old.columns else pd.NA
        if pd.isna(value):
            counts |= {(a, b): None for b in parts}
            continue
        exact = {b: int(value) * part for b, part in parts.items()}
        whole = {b: int(amount) for b, amount in exact.items()}
        for b in sorted(exact, key=lambda b: (whole[b] - exact[b], b))[
            : int(value) - sum(whole.values())
        ]:
            whole[b] += 1
        counts |= {(a, b): amount for b, amount in whole.items()}
    return counts


def _total(values: Sequence[int | None]) -> object:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else pd.NA


def _average(pairs: Sequence[tuple[Any, int | None]]) -> object:
    if len(pairs) == 1:
        return pairs[0][0]
    known = [(float(v), w) for v, w in pairs if not pd.isna(v) and w is not None]
    if len(known) < len(pairs):
        return pd.NA
    return sum(value * weight for value, weight in known) / sum(weight for _, weight in known)
