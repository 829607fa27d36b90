"""Rounding over time as tables and sentences, for a scenario with half-years."""

from collections.abc import Sequence

import pandas as pd

from optimiser.teksten import decimal, load_teksten, whole
from optimiser.tijd.afronden.deviations import Afwijkingen, measure_afwijkingen
from optimiser.tijd.afronden.rules import Shares, Verrekening

#: Below this number of inhabitants a gemeente is called small; this many largest ones are large.
SMALL, LARGE = 10_000, 8


def measure_every_rule(shares: Sequence[Shares], totals: Sequence[int]) -> tuple[Afwijkingen, ...]:
    """Measure all rules on the same claims."""
    return tuple(measure_afwijkingen(shares, totals, rule) for rule in Verrekening)


def rules_table(found: Sequence[Afwijkingen], inwoners: pd.Series) -> pd.DataFrame:
    """Return one row per rule: largest deviation, outside, small and large together [personen]."""
    names = load_teksten()["afronden_regels"]
    small = [str(code) for code in inwoners.index[inwoners < SMALL]]
    large = [str(code) for code in inwoners.sort_values().index[-LARGE:]]
    return pd.DataFrame(
        [
            {
                "regel": names[one.verrekening],
                "wet": "" if one.verrekening.is_wettelijk else "wetswijziging nodig",
                "grootste": float(one.ooit),
                "buiten": one.buiten,
                "elders": float(one.elders),
                "kleine": float(one.total_of(small)),
                "grote": float(one.total_of(large)),
            }
            for one in found
        ]
    )


def gains_table(found: Sequence[Afwijkingen], names: pd.Series) -> pd.DataFrame:
    """Return per gemeente what every rule gives too many (+) or too few (-) at the end."""
    frame = pd.DataFrame(
        {one.verrekening.value: {c: float(v) for c, v in one.eind.items()} for one in found}
    )
    frame.insert(0, "gemeente", names.reindex(frame.index))
    ordered = frame.sort_values(Verrekening.ADAMS.value, kind="stable")
    return ordered.rename_axis("gm_code").reset_index()


def sentences(found: Sequence[Afwijkingen], names: pd.Series, half_years: int) -> list[str]:
    """Return what the law's rounding does over time, in Dutch."""
    texts = load_teksten()["afronden"]
    by_law = found[0]
    few = sorted(by_law.eind, key=lambda code: (by_law.eind[code], code))[:4]
    lines = [
        texts["te_weinig"].format(
            halfjaren=half_years, naam=names[code], aantal=whole(round(-by_law.eind[code]))
        )
        for code in few
        if by_law.eind[code] <= -1
    ]
    more = sum(value > 1 for value in by_law.eind.values())
    lines.append(texts["elders"].format(elders=whole(round(by_law.elders)), meer=more))
    best = min(found, key=lambda one: (one.ooit, one.verrekening.value))
    regel = load_teksten()["afronden_regels"][best.verrekening]
    lines.append(texts["beste"].format(regel=regel, ooit=decimal(best.ooit, 2)))
    return [*lines, texts["belofte"]]
