"""How many households of a coupling follow a band with a region: counted, without the solver."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from optimiser.koppelen.vastzetting import Regioband
from optimiser.koppelen.vraag import Koppelvraag

COLUMN = "waarvan_band"


def followed_rows(koppelingen: pd.DataFrame, vraag: Koppelvraag) -> pd.Series:
    """Return per coupling the households that follow a band: together the most that can.

    Within a gemeente and size the first rows are counted first: which dwelling who has a band
    gets is not in a plan of counts.

    Parameters
    ----------
    koppelingen
        ``gm_code``, ``personen``, ``huishoudens``.
    vraag
        Whose bands are counted.
    """
    places = koppelingen.groupby(["gm_code", "personen"])["huishoudens"].sum()
    left = most_followed(places, vraag)
    counts = []
    rows = zip(
        koppelingen["gm_code"], koppelingen["personen"], koppelingen["huishoudens"], strict=True
    )
    for code, size, households in rows:
        here = min(int(households), left.get((code, size), 0))
        counts.append(here)
        if here:
            left[code, size] -= here
    return pd.Series(counts, index=koppelingen.index, dtype=int, name=COLUMN)


def most_followed(places: pd.Series, vraag: Koppelvraag) -> dict[tuple[str, int], int]:
    """Return per gemeente and size how many follow a band, if as many as can do.

    Parameters
    ----------
    places
        Index ``gm_code`` and ``personen``: households placed there.
    vraag
        Whose bands are counted; each only within its area.
    """
    gebied = vraag.gemeenten["gebied"].to_dict()
    found: dict[tuple[str, int], int] = {}
    for naam, size in sorted({(one.gebied, one.personen) for one in vraag.banden}):
        own = [b for b in vraag.banden if (b.gebied, b.personen) == (naam, size)]
        free = {
            str(code): int(count)
            for (code, persons), count in places.items()
            if persons == size and gebied[code] == naam
        }
        for code, count in _Matching(own, dict(free)).most().items():
            found[code, size] = count
    return found


def band_faults(plan: pd.DataFrame, vraag: Koppelvraag) -> list[str]:
    """Check what a stored plan says about bands; codes as ``recheck_plan``.

    Nothing where the file has no such column: plans of before it hold none.
    """
    if COLUMN not in plan:
        return []
    told = plan[COLUMN].fillna(-1).astype(int)
    wrong = (told < 0) | (told > plan["huishoudens"])
    if wrong.any():
        numbers = plan["rij"] if "rij" in plan else pd.Series(range(2, len(plan) + 2), plan.index)
        return [f"band_rij|{number}" for number in numbers[wrong]]
    keys = [plan["gm_code"], plan["personen"]]
    claimed = told.groupby(keys).sum()
    most = most_followed(plan["huishoudens"].groupby(keys).sum(), vraag)
    # Claims no band can fill are too many; claims that leave room for more are too few.
    can = sum(most_followed(claimed, vraag).values())
    if can == claimed.sum() == sum(most.values()):
        return []
    return [f"band_som|{claimed.sum()} tegen {sum(most.values())}"]


@dataclass
class _Matching:
    """Bands of one size on the places of that size; moved over where that makes room."""

    banden: Sequence[Regioband]
    free: dict[str, int]
    used: dict[tuple[int, str], int] = field(default_factory=dict)

    def most(self) -> Mapping[str, int]:
        for number, band in enumerate(self.banden):
            for _ in range(band.huishoudens):
                if not self._place(number, set()):
                    break
        total: dict[str, int] = {}
        for (_, code), count in self.used.items():
            total[code] = total.get(code, 0) + count
        return total

    def _place(self, band: int, seen: set[str]) -> bool:
        for code in self.banden[band].gm_codes:
            if code in seen or code not in self.free:
                continue
            seen.add(code)
            if self.free[code]:
                self.free[code] -= 1
            elif not self._moved_away(band, code, seen):
                continue
            self.used[band, code] = self.used.get((band, code), 0) + 1
            return True
        return False

    def _moved_away(self, band: int, code: str, seen: set[str]) -> bool:
        """Give a household of another band a place elsewhere."""
        for other in range(len(self.banden)):
            if other != band and self.used.get((other, code)) and self._place(other, seen):
                self.used[other, code] -= 1
                return True
        return False
