"""Re-check a stored refusal: it does not fit, by that much, and nothing fits better.

What was stored is found again with whole-number arithmetic from the stored problem alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from optimiser.engine import conflict_facts, find_conflicts
from optimiser.engine.closing.nearest import nearest
from optimiser.problem import ModelInput
from optimiser.teksten.zinnen import sentence


def refusal_faults(
    document: Mapping[str, Any], data: ModelInput, persons: Sequence[int]
) -> list[str]:
    """List what does not agree about why a stored scenario cannot close, in Dutch.

    Parameters
    ----------
    document
        The stored result.
    data
        Its problem.
    persons
        Its distribution [personen].
    """
    named = replace(data, names=tuple(str(row["gemeente"]) for row in document["gemeenten"]))
    found = find_conflicts(named)
    faults = []
    if bool(found) != (document["status"] == "niet haalbaar"):
        faults.append(
            "Het vraagstuk kan niet sluiten; 'optimaal' is onwaar."
            if found
            else "Het vraagstuk heeft wel een oplossing; 'niet haalbaar' is onwaar."
        )
    told = [conflict_facts(named, one) for one in found]
    sentences = [sentence(one.section, one.code, one.values) for one in told]
    if document["conflicten"] != sentences:
        faults.append("De genoemde conflicten zijn niet die van het vraagstuk.")
    if not found:
        return faults
    closest = nearest(data)
    if document["niet_geplaatst"] != closest.unplaced:
        faults.append(
            f"niet_geplaatst: er staat {document['niet_geplaatst']}, "
            f"dat moet {closest.unplaced} zijn."
        )
    if tuple(persons) != closest.x:
        faults.append("De verdeling is niet de dichtstbijzijnde.")
    return faults
