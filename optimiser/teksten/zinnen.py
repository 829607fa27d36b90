"""Sentences with facts filled in, for results that are not errors."""

from collections.abc import Mapping

from optimiser.teksten.getallen import agreeing
from optimiser.teksten.meldingen import load_teksten, readable


def sentence(section: str, code: str, facts: Mapping[str, object]) -> str:
    """Fill one Dutch sentence; numbers the Dutch way, lists with commas.

    Raises
    ------
    KeyError
        If the sentence does not exist or asks for a fact that is missing: our bug.

    >>> facts = {"naam": "Regio X", "nodig": 134, "mogelijk": 125, "aantal": 9, "gemeenten": 4}
    >>> sentence("conflicten", "tekort_groep", facts)
    'Regio X moet 134 personen huisvesten, de 4 gemeenten kunnen er samen 125: tekort 9.'
    """
    filled = {name: readable(value) for name, value in facts.items()}
    return agreeing(str(load_teksten()[section][code]).format_map(filled))
