"""Options that several commands share, and how they become a scenario."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import numbers, printing
from optimiser.errors import WrongUsageError
from optimiser.gegevens.codes import is_gm_code

if TYPE_CHECKING:
    from optimiser.gegevens.gegevens import Gegevens
    from optimiser.scenario.scenario import Scenario

Halfjaar = Annotated[
    str, typer.Option(metavar="JJJJ-N", help="Halfjaar, bijvoorbeeld 2021-1.", show_default=False)
]
Totaal = Annotated[
    int | None,
    typer.Option(
        parser=numbers.count,
        metavar="N",
        help="Landelijke taakstelling; standaard het bekendgemaakte aantal.",
    ),
]
Sleutel = Annotated[
    str, typer.Option(metavar="ID", help="Verdeelsleutel; zie 'taakstelling sleutels'.")
]
Afronding = Annotated[
    str,
    typer.Option(
        metavar="ID",
        help="adams, wettelijk_naar_boven, hamilton, webster, jefferson, hill of rekenkundig.",
    ),
]
Peiljaar = Annotated[
    int | None,
    typer.Option(
        parser=numbers.count,
        metavar="JJJJ",
        help="Jaar van de cijfers (1 januari); standaard het jaar vóór het halfjaar.",
    ),
]
Indeling = Annotated[
    int | None,
    typer.Option(
        parser=numbers.count,
        metavar="JJJJ",
        help="Gemeentelijke indeling; standaard die van de cijfers.",
    ),
]
Cijfers = Annotated[
    Path | None,
    typer.Option(metavar="BESTAND", help="Eigen kolommen per gemeente (.csv of .xlsx)."),
]
Optie = Annotated[
    list[str] | None,
    typer.Option(
        "--optie",
        metavar="NAAM=WAARDE",
        help="Keuze van de sleutel, bijvoorbeeld inwoners=60 (gewicht in gemengd), kolom=plekken, "
        "beta=0,2, eerst=inwoners, daarna=huishoudens of gebied=provincie. Meermaals te geven.",
    ),
]


def read_figures(cijfers: Path | None) -> "Gegevens":
    """Return the embedded figures, with the user's columns where given; how they were read is told.

    Raises
    ------
    OptimiserError
        If the file cannot be used; see ``io.reading.door``.
    """
    from optimiser.datapunt.current import read_gegevens
    from optimiser.io.reading.door import read_table
    from optimiser.io.reading.eigen_cijfers import columns_of, read_file
    from optimiser.io.reading.report import short_lines

    figures = read_gegevens()
    if cijfers is None:
        return figures
    table = read_table(read_file(cijfers), cijfers.name)
    for line in short_lines(table.report):
        printing.remark(line)
    return figures.with_columns(columns_of(table), cijfers.name)


def code_of(gemeente: str) -> str:
    """Return the code of a gemeente that was given by name or by code.

    Raises
    ------
    UnknownGemeenteError
        If there is none of that name, with the names that come close.
    """
    from optimiser.compare.gemeente.zoek import find_gemeente

    code = gemeente.strip().upper()
    if is_gm_code(code):  # also of a gemeente that is gone since
        return code
    return find_gemeente(gemeente, read_figures(None).regios["gemeente"])


def sleutel_opties(pairs: list[str] | None) -> dict[str, object]:
    """Turn ``naam=waarde`` pairs into the options of a key; a key's name is a weight.

    Raises
    ------
    WrongUsageError
        If a pair has no ``=``, or names neither an option nor a key, or comes twice.

    >>> sleutel_opties(["inwoners=60", "huishoudens=40"])
    {'gewichten': {'inwoners': '60', 'huishoudens': '40'}}
    """
    from optimiser.verdeelsleutels import REGISTER, SleutelOpties

    names = sorted(set(SleutelOpties.model_fields) - {"gewichten", "totaal"})
    chosen: dict[str, object] = {}
    weights: dict[str, str] = {}
    for pair in pairs or []:
        name, sign, value = pair.partition("=")
        known: Mapping[str, object] = weights if name in REGISTER else chosen
        if not sign or not value or name in known or (name not in REGISTER and name not in names):
            reason = (
                f"'--optie {pair}' is niet bruikbaar. Schrijf naam=waarde, elke naam één keer; "
                f"namen zijn {', '.join(names)}, of een sleutel met zijn gewicht."
            )
            raise WrongUsageError(reden=reason, opdracht="taakstelling verdeel")
        if name in REGISTER:
            weights[name] = value.replace(",", ".")
        else:
            chosen[name] = value.replace(",", ".") if name == "beta" else value
    return chosen | ({"gewichten": weights} if weights else {})


def make_scenario(**fields: object) -> "Scenario":
    """Return a checked scenario from options; faults are told in Dutch.

    Raises
    ------
    InvalidScenarioError
        If a value does not fit.
    """
    from optimiser.io.scenarios import scenario_from

    return scenario_from({k: v for k, v in fields.items() if v is not None}, "de opdrachtregel")
