"""Options of the commands that compare keys, and how they become a question."""

from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import numbers, options

if TYPE_CHECKING:
    from optimiser.compare import Vraag

Sleutels = Annotated[
    str | None,
    typer.Option(
        metavar="A,B,C",
        help="Sleutels met komma's ertussen; standaard alle. Met keuzes: "
        "gemengd:inwoners=60+huishoudens=40, twee_traps:inwoners/huishoudens@provincie, "
        "eigen:KOLOM, sociaaleconomisch:beta=0.2. Decimalen met een punt.",
    ),
]
Tegen = Annotated[str, typer.Option(metavar="SLEUTEL", help="Sleutel waarmee wordt vergeleken.")]
Mutatiegraad = Annotated[
    float | None,
    typer.Option(
        parser=numbers.part,
        metavar="DEEL",
        help="Deel van de corporatiewoningen dat per jaar vrijkomt, bijvoorbeeld 0,07 of 7 %; "
        "standaard de aanname in de gegevens.",
    ),
]
PersonenPerWoning = Annotated[
    float | None,
    typer.Option(
        parser=numbers.part,
        metavar="N",
        help="Personen per woning; standaard de aanname in de gegevens.",
    ),
]


def make_vraag(sleutels: str | None, tegen: str, **fields: object) -> "Vraag":
    """Return a checked question from options; faults are told in Dutch.

    Parameters
    ----------
    sleutels, tegen
        As typed.
    fields
        ``halfjaar``, ``totaal``, ``afronding``, ``peiljaar``, ``indeling``, ``mutatiegraad``,
        ``personen_per_woning``.

    Raises
    ------
    InvalidScenarioError, SleutelKeuzeError, UnknownVerdeelsleutelError, UnknownRoundingError
        If a value does not fit.
    """
    from optimiser.compare import Vraag, parse_keuze
    from optimiser.errors import UnknownRoundingError
    from optimiser.rounding import METHODS

    limits = {
        name: str(value)
        for name in ("mutatiegraad", "personen_per_woning")
        if (value := fields.pop(name, None)) is not None
    }
    scenario = options.make_scenario(**fields, capaciteit=limits)
    if scenario.afronding not in METHODS:
        raise UnknownRoundingError(afronding=scenario.afronding, bekend=list(METHODS))
    return Vraag.of(scenario, sleutels or (), parse_keuze(tegen))
