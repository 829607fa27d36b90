"""What users deliver about gemeenten as bookings: realisatie, taakstelling, saldo at the start."""

from datetime import date

import numpy as np
import pandas as pd

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.tijd.grootboek.boeking import Boeking, BoekingSoort, BoekingStatus
from optimiser.tijd.grootboek.rows import to_rows, typed

#: Versions on one peildatum, so that a later levering replaces an earlier one.
_PER_DAY = 100_000
_KINDS = (
    ("saldo_begin", BoekingSoort.BEGINSTAND),
    ("taakstelling", BoekingSoort.TAAKSTELLING),
    ("realisatie", BoekingSoort.REALISATIE),
    ("correctie", BoekingSoort.CORRECTIE),
)
_RANK = {str(status): rank for rank, status in enumerate(BoekingStatus)}


def delivered_rows(
    table: pd.DataFrame,
    geboekt_op: date | None,
    bron: str,
    bron_sha256: str = "",
    volgnummer: int = 0,
) -> pd.DataFrame:
    """Return a delivered table of realisatie as bookings.

    Parameters
    ----------
    table
        ``gm_code``, ``periode`` (text), ``peildatum`` (date), ``realisatie`` (counted from the
        start of the half-year); optional ``taakstelling``, ``saldo_begin``, ``saldo_eind``,
        ``correctie``, ``status``. NA is missing and gives no booking.
    geboekt_op
        The day it was learned; None takes the peildatum of each row (aanname).
    bron, bron_sha256
        File and checksum.
    volgnummer
        Of the levering: on one peildatum the higher one counts.

    Returns
    -------
    pandas.DataFrame
        Bookings. Where begin + taakstelling - realisatie + correctie is not the delivered end, the
        rest is ``onverklaard``. A taakstelling and a begin are of the first day of their
        half-year.
    """
    serial = table["periode"].map(_serial(table["periode"]))
    days = pd.to_datetime(table["peildatum"])
    version = (days.dt.year * 10_000 + days.dt.month * 100 + days.dt.day) * _PER_DAY + volgnummer
    base = pd.DataFrame(
        {
            "eenheid": table["gm_code"].to_numpy(),
            "periode": serial.to_numpy(),
            "peildatum": days.to_numpy(),
            "geboekt_op": days.to_numpy() if geboekt_op is None else pd.Timestamp(geboekt_op),
            "status": _ranks(table),
            "versie": version.to_numpy(),
            "bron": bron,
            "bron_sha256": bron_sha256,
            "sleutel": "",
            "toelichting": "",
        }
    )
    parts = [_kind(base, table, column, soort) for column, soort in _KINDS]
    parts.append(_unexplained(base, table))
    found = [part for part in parts if part is not None and len(part)]
    return typed(pd.concat(found, ignore_index=True)) if found else to_rows([])


def _ranks(table: pd.DataFrame) -> np.ndarray:
    """Return the rank of the status of each row; without one it is voorlopig."""
    voorlopig = _RANK[str(BoekingStatus.VOORLOPIG)]
    if "status" not in table:
        return np.full(len(table), voorlopig)
    return np.asarray(table["status"].map(_RANK).fillna(voorlopig).astype("int8"))


def _serial(texts: pd.Series) -> dict[str, int]:
    return {text: Halfjaar.parse(text).serial for text in texts.unique()}


def _kind(
    base: pd.DataFrame, table: pd.DataFrame, column: str, soort: BoekingSoort
) -> pd.DataFrame | None:
    if column not in table:
        return None
    filled = table[column].notna().to_numpy()
    part = base[filled].copy()
    if soort in {BoekingSoort.BEGINSTAND, BoekingSoort.TAAKSTELLING}:
        days = {n: _first_day(int(n)) for n in part["periode"].unique()}
        part["peildatum"] = part["periode"].map(days).to_numpy()
    part["soort"] = str(soort)
    part["personen"] = table.loc[filled, column].astype("int64").to_numpy()
    return part


def _first_day(serial: int) -> pd.Timestamp:
    return pd.Timestamp(serial // 2, 1 + 6 * (serial % 2), 1)


def _unexplained(base: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame | None:
    needed = ["saldo_begin", "taakstelling", "realisatie", "saldo_eind"]
    if not set(needed) <= set(table.columns):
        return None
    numbers = table[needed].astype("Float64")
    correction = table["correctie"].astype("Float64").fillna(0) if "correctie" in table else 0
    computed = numbers["saldo_begin"] + numbers["taakstelling"] - numbers["realisatie"] + correction
    rest = numbers["saldo_eind"] - computed
    filled = rest.notna().to_numpy()
    part = base[filled].copy()
    part["soort"] = str(BoekingSoort.ONVERKLAARD)
    part["personen"] = rest[filled].astype("int64").to_numpy()
    return part


def taakstelling_bookings(taakstelling: pd.Series, periode: Halfjaar, bron: str) -> list[Boeking]:
    """Return a computed table of a half-year as bookings, known from its first day (aanname).

    Parameters
    ----------
    taakstelling
        Index ``gm_code`` [personen].
    """
    day = periode.eerste_dag
    return [
        Boeking(
            str(code),
            periode,
            BoekingSoort.TAAKSTELLING,
            int(n),
            day,
            day,
            BoekingStatus.VOORLOPIG,
            0,
            bron,
        )
        for code, n in taakstelling.items()
    ]
