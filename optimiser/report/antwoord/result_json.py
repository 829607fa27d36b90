"""An optimised scenario as plain JSON: readable, and complete enough to be re-checked."""

import json
from typing import Any

from optimiser.engine import conflict_facts, to_plain
from optimiser.report.antwoord.no_answer import refusal_lines
from optimiser.report.antwoord.summary import remarks
from optimiser.scenario.scenario import Scenario
from optimiser.solve.optimise import Optimalisatie
from optimiser.solve.recheck import RESULTAAT, fingerprint
from optimiser.solve.result import Verdeling
from optimiser.teksten.zinnen import sentence

#: Version of the file format.
FORMAT = 1


def to_document(scenario: Scenario, verdeling: Verdeling, outcome: Optimalisatie) -> dict[str, Any]:
    """Return the answer as plain numbers, lists and texts.

    Parameters
    ----------
    scenario, verdeling
        Question and answer.
    outcome
        ``verdeling.optimalisatie``.

    Returns
    -------
    dict
        ``gemeenten`` lists per gemeente ``gm_code``, ``doel`` before and ``taakstelling`` after
        [personen], its bounds and areas; ``probleem`` is the whole problem for ``controleer``;
        ``sha256`` covers everything else.
    """
    data = outcome.data
    herkomst = verdeling.herkomst
    document: dict[str, Any] = {
        "soort": RESULTAAT,
        "formaat": FORMAT,
        "status": "optimaal" if outcome.feasible else "niet haalbaar",
        "waarschuwing": " ".join(refusal_lines(outcome)),
        "toelichting": remarks(scenario, verdeling),
        "halfjaar": scenario.halfjaar,
        "totaal": data.total,
        "niet_geplaatst": outcome.unplaced,
        "verplaatst": outcome.moved,
        "scenario": scenario.model_dump(mode="json"),
        "herkomst": {
            "scenario": herkomst.scenario,
            "scenario_sha256": herkomst.scenario_sha256,
            "wet": herkomst.wet,
            "gegevens": herkomst.data_version,
            "programma": herkomst.optimiser_version,
            "bron": herkomst.bron,
            "peiljaar": herkomst.peiljaar,
            "indeling": herkomst.indeling,
            "solver": herkomst.solver,
            "seconden": {step: round(s, 6) for step, s in herkomst.seconds.items()},
            "regel": herkomst.line(),
        },
        "stappen": [
            {"stap": stage.value, "waarde": [value.numerator, value.denominator]}
            for stage, value in outcome.values
        ],
        "gelijkspel": [list(codes) for codes in outcome.ties],
        "conflicten": [_conflict(outcome, number) for number in range(len(outcome.conflicts))],
        "gemeenten": _rows(verdeling, outcome),
        "probleem": to_plain(data),
    }
    return document | {"sha256": fingerprint(document)}


def to_json(document: dict[str, Any]) -> str:
    """Write a document as JSON text, one line per value."""
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _conflict(outcome: Optimalisatie, number: int) -> str:
    facts = conflict_facts(outcome.data, outcome.conflicts[number])
    return sentence(facts.section, facts.code, facts.values)


def _rows(verdeling: Verdeling, outcome: Optimalisatie) -> list[dict[str, Any]]:
    data = outcome.data
    area = {i: group.naam for group in data.groups for i in group.members}
    names = verdeling.gemeenten["gemeente"]
    return [
        {
            "gm_code": code,
            "gemeente": names[code],
            "doel": data.doel[i],
            "taakstelling": outcome.x[i],
            "verschil": outcome.x[i] - data.doel[i],
            "ondergrens": data.lower[i],
            "bovengrens": data.upper[i],
            "gebied": area.get(i, ""),
        }
        for i, code in enumerate(data.gm_codes)
    ]
