"""The checks of a delivered realisatie: periods, gemeenten, sums, and what earlier files said."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pandas as pd

from optimiser.datapunt.toets.bevinding import Toetspunt, asked, refused
from optimiser.gegevens.gegevens import Gegevens
from optimiser.gegevens.halfjaar import Halfjaar

#: Days after its half-year on which a realisatie may be counted.
AFTER = 31
#: Times its taakstelling that a gemeente houses before we ask.
MANY = 3
LOW, HIGH = 0.5, 1.5
Codes = Callable[[int], pd.Index]


def check_realisatie(
    rows: pd.DataFrame, codes: Codes, gegevens: Gegevens, eerder: pd.DataFrame, halfjaar: str | None
) -> Iterator[Toetspunt]:
    """Yield what is wrong with a table of realisatie, or must be confirmed.

    Parameters
    ----------
    rows
        As ``read_levering`` gives them.
    codes
        Year to the gemeenten of that year.
    gegevens
        For the national numbers.
    eerder
        Rows of earlier settled deliveries.
    halfjaar
        What the user says the file is about.
    """
    known: dict[int, pd.Index] = {}
    for (periode, peildatum), part in rows.groupby(["periode", "peildatum"], sort=True):
        half = Halfjaar.parse(str(periode))
        if halfjaar is not None and str(periode) != halfjaar:
            yield refused("ander_halfjaar", gevraagd=halfjaar, gevonden=periode)
            return
        last = half.laatste_dag + timedelta(days=AFTER)
        if not half.eerste_dag <= peildatum <= last:
            yield refused("peildatum_buiten", periode=periode, dag=f"{peildatum:%d-%m-%Y}")
        if half.jaar not in known:
            known[half.jaar] = codes(half.jaar)
        yield from _gemeenten(part, known[half.jaar], f"{periode}, {peildatum:%d-%m-%Y}")
        yield from _size(part, half, gegevens)
    yield from _rows(rows)
    yield from _falls(rows, eerder)
    yield from _finals(rows, eerder)


def _gemeenten(part: pd.DataFrame, known: pd.Index, wanneer: str) -> Iterator[Toetspunt]:
    if unknown := sorted(set(part["gm_code"]) - set(known)):
        yield refused("gemeenten_onbekend", namen=unknown[:10], wanneer=wanneer)
    brought = set(part.loc[part["realisatie"].notna(), "gm_code"])
    missing = sorted(set(known) - brought)
    if missing:
        facts = {"verwacht": len(known), "gevonden": len(brought)}
        yield asked("realisatie_onvolledig", namen=missing[:10], wanneer=wanneer, **facts)


def _size(part: pd.DataFrame, half: Halfjaar, gegevens: Gegevens) -> Iterator[Toetspunt]:
    """Ask about a whole country whose sum is far from the national number so far."""
    if str(half) not in gegevens.landelijk.index or len(part) < 300:
        return
    months = float(half.maanden_verstreken(part["peildatum"].iloc[0]))
    expected = gegevens.announced(half) * months / 6
    total = int(part["realisatie"].sum())
    if months and not LOW * expected <= total <= HIGH * expected:
        yield asked("som_wijkt_af", kolom="realisatie", som=total, verwacht=round(expected))


def _rows(rows: pd.DataFrame) -> Iterator[Toetspunt]:
    sums = ["saldo_begin", "taakstelling", "saldo_eind"]
    if set(sums) <= set(rows.columns):
        change = rows["correctie"].fillna(0) if "correctie" in rows else 0
        end = rows["saldo_begin"] + rows["taakstelling"] - rows["realisatie"] + change
        for row, computed in zip(rows.itertuples(), end, strict=True):
            if not pd.isna(computed) and not pd.isna(row.saldo_eind) and computed != row.saldo_eind:
                facts = {"rij": str(row.rij), "gm_code": row.gm_code}
                yield asked(
                    "rij_sluit_niet", gedrukt=row.saldo_eind, berekend=int(computed), **facts
                )
    if "taakstelling" in rows:
        many = rows[(rows["realisatie"] > MANY * rows["taakstelling"]) & (rows["realisatie"] > 10)]
        for row in many.itertuples():
            facts = {"rij": str(row.rij), "gm_code": row.gm_code, "gehuisvest": row.realisatie}
            yield asked("realisatie_hoog", taakstelling=row.taakstelling, **facts)


def _together(rows: pd.DataFrame, eerder: pd.DataFrame) -> pd.DataFrame:
    columns = ["gm_code", "periode", "peildatum", "realisatie"]
    new = rows[[*columns, "rij"]]
    if eerder.empty:
        return new
    old = eerder[columns].assign(rij=0)
    return pd.concat([old, new], ignore_index=True)


def _falls(rows: pd.DataFrame, eerder: pd.DataFrame) -> Iterator[Toetspunt]:
    """Ask where a count that only grows is lower than on an earlier day."""
    every = _together(rows, eerder).sort_values(["gm_code", "periode", "peildatum", "rij"])
    same = every["gm_code"].eq(every["gm_code"].shift()) & every["periode"].eq(
        every["periode"].shift()
    )
    later = every["peildatum"].ne(every["peildatum"].shift())
    before = every["realisatie"].shift()
    falls = every[same & later & (every["realisatie"] < before).fillna(value=False)]
    for row, was in zip(falls.itertuples(), before[falls.index], strict=True):
        facts = {"gm_code": row.gm_code, "periode": row.periode, "was": int(was)}
        yield asked("realisatie_daalt", nu=int(row.realisatie), **facts)


def _finals(rows: pd.DataFrame, eerder: pd.DataFrame) -> Iterator[Toetspunt]:
    """Refuse another number where one was definitive: that is a correctie."""
    if eerder.empty or "status" not in eerder:
        return
    final = eerder[eerder["status"] == "definitief"]
    keys = ["gm_code", "periode"]
    last = final.drop_duplicates(keys, keep="last")[[*keys, "realisatie"]]
    both = rows.merge(last, on=keys, suffixes=("", "_was"))
    for row in both[both["realisatie"] != both["realisatie_was"]].itertuples():
        facts = {"rij": str(row.rij), "gm_code": row.gm_code, "periode": row.periode}
        yield refused("definitief_vervangen", was=row.realisatie_was, nu=row.realisatie, **facts)
