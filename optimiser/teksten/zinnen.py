"""Sentences with facts filled in, for results that are not errors."""

from collections.abc import Mapping

from optimiser.teksten.getallen import agreeing
from optimiser.teksten.meldingen import load_teksten, readable


def sentence(section: str, code: str, facts: Mapping[str, object], *, in_app: bool = False) -> str:
    """Fill one Dutch sentence; numbers the Dutch way, lists with commas.

    Parameters
    ----------
    section, code
        Where it stands.
    facts
        What it needs.
    in_app
        Say what to do in the app (code with ``_app``) where that differs: there are no options.

    Raises
    ------
    KeyError
        If the sentence does not exist or asks for a fact that is missing: our bug.

    >>> facts = {"naam": "Regio X", "nodig": 134, "mogelijk": 125, "aantal": 9, "gemeenten": 4}
    >>> sentence("conflicten", "tekort_groep", facts)
    'Regio X moet 134 personen huisvesten, de 4 gemeenten kunnen er samen 125: tekort 9.'
    """
    texts = load_teksten()[section]
    said = texts.get(f"{code}_app", texts[code]) if in_app else texts[code]
    filled = {name: readable(value) for name, value in facts.items()}
    return agreeing(str(said).format_map(filled))
