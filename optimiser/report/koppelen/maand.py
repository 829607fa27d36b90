"""One month of coupling: totals for everybody, and a table for who may see it."""

from collections.abc import Mapping

import pandas as pd

from optimiser.io.writing.export import Sheet
from optimiser.koppelen.publication import SMALLEST
from optimiser.koppelen.rollend.batch import Maandplan, Wanneer
from optimiser.koppelen.vraag import Koppelvraag
from optimiser.teksten import counted, decimal
from optimiser.teksten.zinnen import sentence


def maand_lines(found: Mapping[str, Maandplan]) -> list[str]:
    """Tell per area how many are housed, wait and stay; all left out where a number is small.

    One small number beside the others would follow from the total.
    """
    return [_line(naam, one) for naam, one in found.items()] or [
        sentence("koppelmaand", "leeg", {})
    ]


def _line(naam: str, plan: Maandplan) -> str:
    counts = {str(when): plan.huishoudens(when) for when in Wanneer}
    counts["blijft"] = sum(plan.blijft.values())
    total = sum(counts.values())
    facts = {
        **counts,
        "naam": naam,
        "huishoudens": counted(total, "huishouden", "huishoudens"),
        "personen": counted(plan.personen, "persoon", "personen"),
        "afwijking": counted(round(plan.afwijking), "persoon", "personen"),
        "kleinste": SMALLEST,
    }
    if 0 < total < SMALLEST:
        facts["huishoudens"] = f"minder dan {SMALLEST} huishoudens"
    small = any(0 < count < SMALLEST for count in counts.values())
    return sentence("koppelmaand", "weggelaten" if small else "gebied", facts)


def maand_remarks(gewicht: int, maand: int) -> list[str]:
    """Tell every assumption with its value."""
    facts = {"gewicht": decimal(gewicht, 0), "maand": maand}
    return [sentence("koppelmaand", "aanname", facts)]


def maand_sheet(found: Mapping[str, Maandplan], vraag: Koppelvraag) -> Sheet:
    """Return every coupling: gemeente, size, class and when; no class where none is known."""
    tables = [one.koppelingen for one in found.values()]
    table = pd.concat(tables, ignore_index=True) if tables else pd.DataFrame()
    if len(table):
        names = [klasse.naam for klasse in vraag.klassen]
        table["klasse"] = [names[k] if k >= 0 else "" for k in table["klasse"]]
        gemeente = vraag.gemeenten["gemeente"].reindex(table["gm_code"]).to_numpy()
        table.insert(1, "gemeente", gemeente)
    return Sheet("Koppelmaand", table)
