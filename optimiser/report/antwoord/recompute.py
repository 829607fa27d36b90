"""A stored result computed again from the figures: a forged file with a right hash fails."""

from collections.abc import Iterator, Mapping
from typing import Any

from optimiser.gegevens.gegevens import Gegevens
from optimiser.report.antwoord.result_json import to_document
from optimiser.report.errors import RecomputeError
from optimiser.scenario.scenario import Scenario
from optimiser.solve.run import solve_scenario

#: What may differ though the answer is the same: which program, how long, the hash over all.
_FREE = frozenset({"sha256", "programma", "solver", "seconden", "regel"})
#: Differences that are spelled out.
SHOWN = 20


def recompute(document: Mapping[str, Any], scenario: Scenario, gegevens: Gegevens) -> list[str]:
    """Answer the stored scenario again and list what differs, in Dutch; empty if nothing does.

    Parameters
    ----------
    document
        A stored result.
    scenario
        Its scenario.
    gegevens
        All figures, with the user's own where the result has them.

    Raises
    ------
    RecomputeError
        If the result rests on other figures than these.
    OptimiserError
        As ``solve_scenario``.
    """
    stored = document.get("herkomst")
    version = stored.get("gegevens") if isinstance(stored, dict) else None
    require_same_figures(version, gegevens)
    verdeling = solve_scenario(scenario, gegevens, prove=True)
    if verdeling.optimalisatie is None:
        msg = "asked for a proof, got a plain table"
        raise TypeError(msg)
    fresh = to_document(scenario, verdeling, verdeling.optimalisatie)
    found = list(differences("", document, fresh))
    more = [f"... en nog {len(found) - SHOWN}."] if len(found) > SHOWN else []
    return found[:SHOWN] + more


def require_same_figures(version: object, gegevens: Gegevens) -> None:
    """Refuse figures of another version: what differs then says nothing.

    Raises
    ------
    RecomputeError
        If they are not the same.
    """
    if version != gegevens.version:
        raise RecomputeError(opgeslagen=str(version)[:40], nu=gegevens.version)


def differences(place: str, stored: object, fresh: object) -> Iterator[str]:
    """Tell where two values of JSON differ; a list of gemeenten by gm_code."""
    if isinstance(fresh, dict) and isinstance(stored, dict):
        for key in dict.fromkeys([*fresh, *stored]):
            if key not in _FREE:
                inner = f"{place}, {key}" if place else str(key)
                yield from differences(inner, stored.get(key), fresh.get(key))
    elif isinstance(fresh, list) and isinstance(stored, list) and len(fresh) == len(stored):
        for number, (one, other) in enumerate(zip(stored, fresh, strict=True), start=1):
            name = other.get("gm_code", number) if isinstance(other, dict) else number
            yield from differences(f"{place} {name}", one, other)
    elif stored != fresh or type(stored) is not type(fresh):
        yield f"{place}: er staat {_short(stored)}, opnieuw berekend is {_short(fresh)}."


def _short(value: object) -> str:
    text = "niets" if value is None else str(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
