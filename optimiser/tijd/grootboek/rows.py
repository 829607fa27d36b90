"""Many bookings as one table, in an order that does not depend on how they came in."""

from collections.abc import Iterable
from dataclasses import fields

import pandas as pd
from pandas.api.types import union_categoricals

from optimiser.tijd.grootboek.boeking import Boeking, BoekingSoort, BoekingStatus
from optimiser.tijd.grootboek.errors import (
    ConflictingBoekingError,
    FinalBoekingError,
    UitruilNotClosedError,
)

#: What makes two bookings versions of one fact.
IDENTITY = ["eenheid", "periode", "soort", "sleutel"]
COLUMNS = [field.name for field in fields(Boeking)]
_ORDER = [*IDENTITY, "versie", "geboekt_op"]
_FINAL = list(BoekingStatus).index(BoekingStatus.DEFINITIEF)
#: Cases that are spelled out in one message.
SHOWN = 5
_TEXT = ("eenheid", "soort", "bron", "bron_sha256", "sleutel", "toelichting")


def to_rows(boekingen: Iterable[Boeking]) -> pd.DataFrame:
    """Return bookings as a table; ``periode`` as its serial number, ``status`` as its rank."""
    ranks = {status: rank for rank, status in enumerate(BoekingStatus)}
    columns: dict[str, list[object]] = {name: [] for name in COLUMNS}
    for one in boekingen:
        for name in COLUMNS:
            columns[name].append(getattr(one, name))
    columns["periode"] = [one.serial for one in columns["periode"]]  # type: ignore[attr-defined]
    columns["soort"] = [str(one) for one in columns["soort"]]
    columns["status"] = [ranks[one] for one in columns["status"]]  # type: ignore[index]
    return typed(pd.DataFrame(columns))


def typed(rows: pd.DataFrame) -> pd.DataFrame:
    """Return a table of bookings with its types; texts as categories."""
    out = rows[COLUMNS].copy()
    for name in _TEXT:
        out[name] = out[name].astype(object).astype("category")
    for name in ("periode", "personen", "versie"):
        out[name] = out[name].astype("int64")
    out["status"] = out["status"].astype("int8")
    for name in ("peildatum", "geboekt_op"):
        out[name] = pd.to_datetime(out[name]).astype("datetime64[s]")
    return out


def combined(tables: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Put tables of bookings together: each booking once, in canonical order, checked.

    Raises
    ------
    ConflictingBoekingError
        If one fact has two numbers in one version on one day.
    FinalBoekingError
        If a definitive number is followed by another one.
    UitruilNotClosedError
        If an uitruil does not add up to zero.
    """
    given = [table for table in tables if len(table)]
    rows = _stacked(given) if given else to_rows([])
    rows = rows.sort_values([*_ORDER, "personen", "status", "bron"], kind="stable")
    twice = rows.duplicated([*_ORDER, "personen", "status"])
    rows = rows[~twice].reset_index(drop=True)
    _refuse_conflicts(rows)
    _refuse_replaced_finals(rows)
    _refuse_open_uitruil(rows)
    return rows


def _stacked(tables: list[pd.DataFrame]) -> pd.DataFrame:
    """Put typed tables under each other; categories stay categories, ascending."""
    plain = [column for column in COLUMNS if column not in _TEXT]
    out = pd.concat([table[plain] for table in tables], ignore_index=True)
    for name in _TEXT:
        parts = [table[name].cat.remove_unused_categories() for table in tables]
        out[name] = union_categoricals(parts, sort_categories=True)
    return out[COLUMNS]


def _same(rows: pd.DataFrame, columns: list[str]) -> pd.Series:
    """Tell which rows have the values of the row above in some columns."""
    alike = pd.Series(data=True, index=rows.index)
    for name in columns:
        values = (
            rows[name].cat.codes
            if isinstance(rows[name].dtype, pd.CategoricalDtype)
            else (rows[name])
        )
        alike &= values.eq(values.shift())
    return alike


def _refuse_conflicts(rows: pd.DataFrame) -> None:
    clash = rows[_same(rows, _ORDER) & rows["personen"].ne(rows["personen"].shift())]
    if len(clash):
        before = rows.loc[clash.index - 1]
        raise ConflictingBoekingError(aantal=len(clash), gevallen=_told(clash, before))


def _refuse_replaced_finals(rows: pd.DataFrame) -> None:
    after = _same(rows, IDENTITY) & rows["status"].shift().eq(_FINAL)
    changed = rows["personen"].ne(rows["personen"].shift()) | rows["status"].ne(_FINAL)
    wrong = rows[after & changed]
    if len(wrong):
        before = rows.loc[wrong.index - 1]
        raise FinalBoekingError(aantal=len(wrong), gevallen=_told(wrong, before))


def _told(rows: pd.DataFrame, before: pd.DataFrame) -> str:
    from optimiser.gegevens.halfjaar import Halfjaar

    cases = [
        f"{new.eenheid}, {Halfjaar.of_serial(new.periode)}, {new.soort}: {old.personen} "
        f"({old.bron or 'zonder bron'}) en {new.personen} ({new.bron or 'zonder bron'})"
        for new, old in zip(rows.itertuples(), before.itertuples(), strict=True)
    ]
    return "; ".join(cases[:SHOWN]) + ("; ..." if len(cases) > SHOWN else "")


def _refuse_open_uitruil(rows: pd.DataFrame) -> None:
    from optimiser.gegevens.halfjaar import Halfjaar

    deals = rows[(rows["soort"] == BoekingSoort.UITRUIL) & rows["eenheid"].str.startswith("GM")]
    last = deals.drop_duplicates(IDENTITY, keep="last")
    sums = last.groupby(["periode", "sleutel"], observed=True)["personen"].sum()
    for (period, key), total in sums[sums != 0].items():
        raise UitruilNotClosedError(
            sleutel=str(key), periode=str(Halfjaar.of_serial(int(period))), som=int(total)
        )
