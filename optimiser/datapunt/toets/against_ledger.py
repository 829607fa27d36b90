"""Checks of a delivered realisatie against what is known: our saldo, Adams, the printed tables."""

from collections.abc import Callable, Iterator
from datetime import date

import numpy as np
import pandas as pd

from optimiser.datapunt.toets.bevinding import Toetspunt, asked
from optimiser.errors import OptimiserError
from optimiser.gegevens.gegevens import Gegevens
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.tijd.grootboek.compose import statutory_table
from optimiser.tijd.grootboek.course import Course

#: Gemeenten named in one finding.
NAMED = 5


def check_begins(rows: pd.DataFrame, eerder: pd.DataFrame, course: Course) -> Iterator[Toetspunt]:
    """Ask where a saldo at the start is not the saldo at the end of the half-year before.

    The end is the delivered one (this file or an earlier levering) where there is one, else that
    of the ledger.

    Parameters
    ----------
    rows
        As ``read_levering`` gives them; without ``saldo_begin`` nothing is checked.
    eerder
        Rows of earlier settled deliveries, newest last.
    course
        The ledger as it stands without this file.
    """
    if "saldo_begin" not in rows:
        return
    delivered = _ends(eerder) | _ends(rows)
    for row in rows[rows["saldo_begin"].notna()].itertuples():
        before = str(Halfjaar.parse(row.periode).prev())
        key = (row.gm_code, before)
        end = delivered.get(key)
        code = "begin_niet_eind" if end is not None else "begin_niet_saldo"
        end = _saldo(course, *key) if end is None else end
        if end is not None and end != row.saldo_begin:
            facts = {"gm_code": row.gm_code, "periode": row.periode, "eerder": before}
            yield asked(code, rij=str(row.rij), begin=int(row.saldo_begin), eind=end, **facts)


def _ends(rows: pd.DataFrame) -> dict[tuple[str, str], int]:
    """Return the delivered saldo at the end per gemeente and half-year, the newest day last."""
    if "saldo_eind" not in rows:
        return {}
    known = rows[rows["saldo_eind"].notna()].sort_values("peildatum", kind="stable")
    keys = zip(known["gm_code"], known["periode"], strict=True)
    return dict(zip(keys, known["saldo_eind"].astype(int), strict=True))


def _saldo(course: Course, code: str, periode: str) -> int | None:
    """Return the saldo of the ledger at the end of a half-year that is over; None if unknown."""
    half = Halfjaar.parse(periode)
    t = half.serial - course.first
    if code not in course.eenheden or not 0 <= t < course.parts["saldo"].shape[1]:
        return None
    unit = course.eenheden.get_loc(code)
    value = course.parts["saldo"][unit, t]
    over = course.peildatum[unit, t] >= _days(half.laatste_dag)
    return int(value) if over and not np.isnan(value) else None


def check_taakstelling(rows: pd.DataFrame, gegevens: Gegevens) -> Iterator[Toetspunt]:
    """Ask where a delivered taakstelling is not the computed one (art. 29, inwoners, Adams).

    A taakstelling after uitruil, and a half-year that cannot be computed, are left alone.
    """
    if "taakstelling" not in rows:
        return
    lasting = rows[rows["taakstelling"].notna()]
    if "herkomst" in lasting:
        lasting = lasting[lasting["herkomst"] != "na_uitruil"]
    for periode, part in lasting.groupby("periode"):
        try:
            computed = statutory_table(gegevens, Halfjaar.parse(str(periode)))
        except OptimiserError:
            continue
        said = part.drop_duplicates("gm_code", keep="last").set_index("gm_code")["taakstelling"]
        both = pd.DataFrame({"in": said.astype("Int64"), "uit": computed.reindex(said.index)})
        off = both[(both["in"] != both["uit"]).fillna(value=False)]
        if len(off):
            first = [f"{c} {row['in']} in plaats van {row['uit']}" for c, row in off.iterrows()]
            facts = {"aantal": len(off), "namen": first[:NAMED]}
            yield asked("taakstelling_anders", periode=str(periode), **facts)


def check_sums(
    rows: pd.DataFrame, codes: Callable[[int], pd.Index], owner: pd.Series, course: Course
) -> Iterator[Toetspunt]:
    """Ask where all gemeenten of a province or the country add up to another realisatie.

    Held against what the ledger has of that area on the same day, such as table 2 of the report.

    Parameters
    ----------
    codes
        Year to the gemeenten of that year.
    owner
        Index ``gm_code``: code of the province.
    """
    for (periode, day), part in rows.groupby(["periode", "peildatum"]):
        half = Halfjaar.parse(str(periode))
        t = half.serial - course.first
        if not 0 <= t < course.parts["realisatie"].shape[1]:
            continue
        done = part.set_index("gm_code")["realisatie"]
        homes = owner.reindex(codes(half.jaar))
        areas = {str(area): homes.index[homes == area] for area in homes.dropna().unique()}
        for area, members in (areas | {"NL": homes.index}).items():
            mine = done.reindex(members)
            known = _counted(course, area, t, day, half)
            if known is not None and mine.notna().all() and int(mine.sum()) != known:
                facts = {"som": int(mine.sum()), "bekend": known}
                yield asked("som_niet_bekend", periode=str(periode), gebied=area, **facts)


def _counted(course: Course, area: str, t: int, day: date, half: Halfjaar) -> int | None:
    """Return the realisatie of an area counted on the same day; None if there is none."""
    if area not in course.eenheden:
        return None
    unit, end = course.eenheden.get_loc(area), _days(half.laatste_dag)
    value, seen = course.parts["realisatie"][unit, t], course.peildatum[unit, t]
    if np.isnan(value) or min(seen, end) != min(_days(day), end):
        return None
    return int(value)


def _days(day: date) -> int:
    return int(np.datetime64(day, "D").astype("int64"))
