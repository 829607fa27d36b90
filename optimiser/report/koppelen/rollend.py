"""Coupling month by month, as one table and in Dutch sentences."""

from collections.abc import Iterable
from statistics import fmean

import pandas as pd

from optimiser.koppelen.rollend.beleid import Beleid, Knoppen
from optimiser.koppelen.rollend.vergelijking import Beleidsuitkomst, Beleidsvergelijking
from optimiser.lp.koppelen.area import Koppelgebied
from optimiser.teksten import counted, decimal, load_teksten
from optimiser.teksten.zinnen import sentence

_PLACES = 1


def rollend_table(found: Beleidsvergelijking) -> pd.DataFrame:
    """Return a row per way of coupling: means over the draws, and what was possible at most."""
    most = fmean(found.achteraf)
    rows = [*_rows(found.beleid, most)]
    rows.append({
        "beleid": load_teksten()["rollend_beleid"]["achteraf"],
        "gehuisvest_pct": 100 * most,
        "van_achteraf_pct": 100.0,
    })  # fmt: skip
    return pd.DataFrame(rows).round(_PLACES)


def balance_table(found: Beleidsvergelijking) -> pd.DataFrame:
    """Return housing against deviation, a row per weight."""
    rows = pd.DataFrame([*_rows(found.afweging, fmean(found.achteraf))]).round(_PLACES)
    return rows[["gewicht", "gehuisvest_pct", "afwijking"]]


def both_tables(found: Beleidsvergelijking) -> pd.DataFrame:
    """Return both in one, for a file or a pipe; the usual weight of the pool stands once."""
    usual = {one.gewicht for one in found.beleid}
    others = [one for one in found.afweging if one.gewicht not in usual]
    more = pd.DataFrame([*_rows(others, fmean(found.achteraf))]).round(_PLACES)
    return pd.concat([rollend_table(found), more], ignore_index=True)


def _rows(ways: Iterable[Beleidsuitkomst], most: float) -> Iterable[dict[str, object]]:
    names = load_teksten()["rollend_beleid"]
    for way in ways:
        mean = way.gemiddeld
        yield {
            "beleid": names[way.beleid],
            "gewicht": way.gewicht if way.beleid not in _UNWEIGHED else None,
            "gehuisvest_pct": 100 * mean.gehuisvest,
            "spreiding_pct": 100 * way.spreiding,
            "van_achteraf_pct": 100 * mean.gehuisvest / most if most else 100.0,
            "wachtend": mean.wachtend,
            "groot": mean.groot,
            "maanden": mean.maanden,
            "lang": mean.lang,
            "leeg": mean.leeg,
            "afwijking": mean.afwijking,
            "grootste": mean.grootste,
        }


_UNWEIGHED = (Beleid.TAAKSTELLING, Beleid.AANBOD)


def head_line(gebied: Koppelgebied, halfjaar: str, zaad: int, runs: int) -> str:
    """Tell what is compared."""
    facts = {
        "naam": gebied.naam,
        "halfjaar": halfjaar,
        "gemeenten": len(gebied.gm_codes),
        "huishoudens": sum(gebied.huishoudens.values()),
        "personen": sum(size * count for size, count in gebied.huishoudens.items()),
        "woningen": sum(map(sum, gebied.woningen)),
        "runs": counted(runs, "halfjaar", "halfjaren"),
        "zaad": str(zaad),
    }
    return sentence("rollend", "kop", facts)


def rollend_lines(found: Beleidsvergelijking, drempel: int) -> list[str]:
    """Tell what came out, in the order of what each way knows."""
    means = {way.beleid: way.gemiddeld for way in found.beleid}
    shares = {str(way): decimal(100 * mean.gehuisvest) for way, mean in means.items()}
    most = {"achteraf": decimal(100 * fmean(found.achteraf))}
    long = {str(way): decimal(mean.lang) for way, mean in means.items()}
    lines = [sentence("rollend", "uitkomst", shares | most), sentence("rollend", "lang", long)]
    if len(found.afweging) > 1:
        first, last = found.afweging[0], found.afweging[-1]
        facts = {
            "van": decimal(first.gewicht, 0),
            "tot": decimal(last.gewicht, 0),
            "laag": decimal(100 * first.gemiddeld.gehuisvest),
            "hoog": decimal(100 * last.gemiddeld.gehuisvest),
            "weinig": decimal(first.gemiddeld.afwijking),
            "veel": decimal(last.gemiddeld.afwijking),
        }
        lines.append(sentence("rollend", "afweging", facts))
    told = sentence("rollend", "kolommen", {"drempel": drempel})
    return [*lines, sentence("rollend", "saldo", {}), told]


def rollend_assumptions(knoppen: Knoppen, oplosser: str) -> list[str]:
    """Tell every assumption with its value, and what makes it the same again."""
    facts = {
        "aangekondigd": counted(knoppen.aangekondigd, "maand", "maanden"),
        "poule": counted(knoppen.poule, "maand", "maanden"),
        "gewicht": decimal(knoppen.gewicht, 0),
        "oplosser": oplosser,
    }
    return [sentence("rollend", code, facts) for code in ("aanname", "oplosser")]
