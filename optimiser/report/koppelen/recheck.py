"""A stored plan counted again, and what was fixed by hand with its price, as sentences."""

from collections.abc import Iterable, Mapping

from optimiser.koppelen.recheck import fault_line
from optimiser.koppelen.uitleg.account import Gebiedscontrole
from optimiser.koppelen.uitleg.price import Vastzettingsprijs
from optimiser.report.koppelen.uitleg import difference_line
from optimiser.teksten.zinnen import sentence


def faults_lines(bestand: str, faults: Iterable[str]) -> list[str]:
    """Tell what does not count: one line per fault."""
    told = [f"- {fault_line(fault)}." for fault in faults]
    return [sentence("koppelcontrole", "klopt_niet", {"bestand": bestand}), *told]


def account_lines(bestand: str, areas: Iterable[Gebiedscontrole]) -> list[str]:
    """Tell per area what a sound plan comes to, beside what no plan can go below."""
    lines = [sentence("koppelcontrole", "klopt", {"bestand": bestand})]
    for one in areas:
        facts = {name: getattr(one, name) for name in Gebiedscontrole.__dataclass_fields__}
        told = {
            "plek": "bewezen" if one.zonder_plek == one.minst_zonder_plek else "tussen",
            "naast": "bewezen" if one.afwijking == one.minst_afwijking else "tussen",
        }
        least = {"plek": one.minst_zonder_plek, "naast": one.minst_afwijking}
        proof = {
            name: sentence("koppelen", code, {"ondergrens": least[name]})
            for name, code in told.items()
        }
        lines.append(sentence("koppelcontrole", "gebied", facts | proof))
    return lines


def price_lines(prices: Iterable[Vastzettingsprijs], names: Mapping[str, str]) -> list[str]:
    """Tell every fixing with its reason and its price; only for who may see small numbers."""
    lines = []
    for one in prices:
        changed = [difference_line(change) for change in one.veranderingen if change.meest]
        facts = {
            "gemeente": names[one.vast.gm_code],
            "aantal": one.vast.aantal,
            "personen": one.vast.personen,
            "klasse": one.vast.klasse,
            "reden": one.vast.reden,
            "prijs": ", ".join(changed) or sentence("koppelcontrole", "geen_prijs", {}),
        }
        lines.append(sentence("koppelcontrole", "vast", facts))
    return lines
