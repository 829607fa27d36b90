"""Who waits in reception, how long, and how that goes with the saldo of the gemeenten.

Counts as delivered; nothing is estimated. Identity: who waits = saldo of the gemeenten + not yet
asked. Somebody counts as waiting until housed, so both clocks must be of one day.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from optimiser.teksten import percentage, signed
from optimiser.teksten.zinnen import sentence
from optimiser.tijd.grootboek.boeking import NEDERLAND
from optimiser.tijd.grootboek.stand import stand_at

if TYPE_CHECKING:
    from optimiser.tijd.grootboek.grootboek import Grootboek

#: Columns of bezetting with persons.
COUNTS = ("statushouders", "waarvan_gekoppeld", "boven_14_weken", "boven_26_weken")
#: Tables this rests on.
TABELLEN = ("bezetting", "normtijd", "kenmerken")


@dataclass(frozen=True)
class Opvang:
    """What was delivered about reception; a table is empty where nothing was.

    Attributes
    ----------
    bezetting
        Per region at the last day, and the country: ``coa_regio``, ``COUNTS``, ``verandering``
        since the day before it [personen].
    normtijd
        Per area and phase at the last day: weeks of the norm, within, above, part within.
    kenmerken
        Per size, waiting for family and class of waiting: huishoudens, personen.
    zinnen
        What must be said beside them.
    """

    bezetting: pd.DataFrame
    normtijd: pd.DataFrame
    kenmerken: pd.DataFrame
    zinnen: tuple[str, ...]

    @property
    def leeg(self) -> bool:
        """Whether nothing was delivered."""
        return not (len(self.bezetting) or len(self.normtijd) or len(self.kenmerken))


def make_opvang(
    tables: Mapping[str, pd.DataFrame | None], book: "Grootboek", *, in_app: bool = False
) -> Opvang:
    """Put the delivered tables beside each other.

    Parameters
    ----------
    tables
        By name (``TABELLEN``), of ``datapunt.beside.read_opvang``: rows of every delivered day;
        None where there are none.
    book
        The ledger, for the saldo of the country on the same day.
    in_app
        Say what to do in the app.
    """
    bezetting, normtijd, kenmerken = (tables[name] for name in TABELLEN)
    told: list[str] = []
    people, times, homes = (pd.DataFrame() for _ in range(3))
    if bezetting is not None:
        people = _people(bezetting)
        told += _queue(people, bezetting["peildatum"].max(), book)
    if normtijd is not None:
        times = _times(normtijd)
        told += [_within(row) for _, row in times.iterrows() if row["fase"] == "totaal"]
    if kenmerken is not None:
        homes = _last_day(kenmerken)
        homes = homes.assign(personen_samen=homes["personen"] * homes["huishoudens"])
        told += [_for_koppel(homes, in_app=in_app)]
    return Opvang(people, times, homes, tuple(line for line in told if line))


def start_lines(bezetting: pd.DataFrame | None, begin: int) -> list[str]:
    """Tell the last delivered queue beside the one a scenario starts with; nothing without it."""
    if bezetting is None:
        return []
    people = _people(bezetting)
    day, count = people["peildatum"].iloc[-1], people["statushouders"].iloc[-1]
    facts = {"begin": begin, "dag": f"{day:%d-%m-%Y}", "aantal": int(count)}
    return [] if pd.isna(count) else [sentence("opvang", "begin_rij", facts)]


def _last_day(rows: pd.DataFrame) -> pd.DataFrame:
    last = rows[rows["peildatum"] == rows["peildatum"].max()]
    return last.drop(columns=["rij", "levering"], errors="ignore").reset_index(drop=True)


def _people(rows: pd.DataFrame) -> pd.DataFrame:
    days = sorted(rows["peildatum"].unique())
    now = _last_day(rows)
    counts = [name for name in COUNTS if name in now]
    total = {name: now[name].sum(skipna=False) for name in counts}
    country = pd.DataFrame([{"peildatum": days[-1], "coa_regio": "Nederland"} | total])
    out = pd.concat([now, country.astype(now[["peildatum", "coa_regio", *counts]].dtypes)])
    out["verandering"] = pd.Series(pd.NA, index=out.index, dtype="Int64")
    if len(days) > 1:
        before = rows[rows["peildatum"] == days[-2]].set_index("coa_regio")["statushouders"]
        before["Nederland"] = before.sum(skipna=False)
        was = before.reindex(out["coa_regio"]).astype("Int64").to_numpy()
        out["verandering"] = out["statushouders"].astype("Int64") - was
    return out[["peildatum", "coa_regio", *counts, "verandering"]].reset_index(drop=True)


def _queue(people: pd.DataFrame, day: date, book: "Grootboek") -> list[str]:
    """Tell who waits, how long, and what of that was not yet asked of gemeenten."""
    row = people.iloc[-1]
    if pd.isna(row["statushouders"]):
        return []
    facts: dict[str, object] = {"dag": f"{day:%d-%m-%Y}", "aantal": int(row["statushouders"])}
    told = [sentence("opvang", "rij", facts)]
    over = row.get("boven_14_weken")
    if over is not None and not pd.isna(over) and row["statushouders"]:
        part = percentage(float(over / row["statushouders"]), 0)
        told.append(sentence("opvang", "boven_norm", facts | {"boven": int(over), "deel": part}))
    saldo = _saldo_on(book, day)
    if saldo is None:
        return [*told, sentence("opvang", "saldo_onbekend", facts)]
    rest = int(row["statushouders"]) - saldo
    facts |= {"saldo": signed(saldo), "rest": signed(rest)}
    return [*told, sentence("opvang", "niet_gevraagd", facts)]


def _saldo_on(book: "Grootboek", day: date) -> int | None:
    """Return the saldo of the country counted on this very day; None if it is not known."""
    course = book.course(peildatum=day)
    for periode in reversed(course.perioden):
        rows = stand_at(course, periode).eenheden
        if NEDERLAND in rows.index and not pd.isna(rows.at[NEDERLAND, "saldo"]):
            same = rows.at[NEDERLAND, "peildatum"] == day
            return int(rows.at[NEDERLAND, "saldo"]) if same else None
    return None


def _times(rows: pd.DataFrame) -> pd.DataFrame:
    out = _last_day(rows)
    known = {"binnen", "boven"} <= set(out.columns)
    if known:
        both = (out["binnen"] + out["boven"]).astype("Float64")
        out["deel_binnen"] = out["binnen"].astype("Float64") / both.where(both > 0)
    return out


def _within(row: pd.Series) -> str:
    part = row.get("deel_binnen")
    if part is None or pd.isna(part):
        return ""
    facts = {"gebied": row["gebied"], "dag": f"{row['peildatum']:%d-%m-%Y}"}
    facts |= {"weken": int(row["norm_weken"]), "deel": percentage(float(part), 0)}
    return sentence("opvang", "binnen_norm", facts)


def _for_koppel(homes: pd.DataFrame, *, in_app: bool) -> str:
    """Tell how who waits is taken along; counts per size as ``taakstelling koppel past`` takes."""
    sizes = homes.groupby("personen")["huishoudens"].sum()
    given = ",".join(f"{int(size)}={int(count)}" for size, count in sizes.items() if count)
    facts = {"huishoudens": int(homes["huishoudens"].sum()), "invoer": given}
    facts |= {"personen": int(homes["personen_samen"].sum())}
    return sentence("opvang", "koppel", facts, in_app=in_app)
