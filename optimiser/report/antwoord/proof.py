"""The certificate of an optimised answer in plain Dutch, and which limits hold it back."""

from collections.abc import Iterator

from optimiser.solve.optimise import Optimalisatie
from optimiser.teksten.getallen import counted
from optimiser.teksten.zinnen import sentence


def proof_lines(outcome: Optimalisatie) -> list[str]:
    """Return what was checked, one sentence each; nothing for an answer without certificate."""
    return [] if outcome.certificate is None else list(_checked(outcome))


def _checked(outcome: Optimalisatie) -> Iterator[str]:
    data = outcome.data
    yield sentence("bewijs", "grenzen", {"gemeenten": len(data.gm_codes)})
    areas = sum(len(group.members) > 1 for group in data.groups)
    if areas:
        told = counted(areas, "gebied", "gebieden")
        yield sentence("bewijs", "sommen", {"gebieden": told, "totaal": data.total})
    else:
        yield sentence("bewijs", "sommen_land", {"totaal": data.total})
    code = "ruil" if data.budget is None else "ruil_budget"
    yield sentence("bewijs", code, {"budget": data.budget})
    names = dict(zip(data.gm_codes, data.names or data.gm_codes, strict=True))
    for codes in outcome.ties:
        yield sentence("bewijs", "gelijk", {"namen": [names[code] for code in codes]})
    if not outcome.ties:
        yield sentence("bewijs", "geen_gelijk", {})
    yield sentence("bewijs", "zelf", {})
