"""``taakstelling controleer``: does a stored result or ruilbewijs still agree with itself."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from optimiser.cli import options, printing
from optimiser.cli.exit_codes import CHANGED
from optimiser.errors import UnreadableFileError, WrongUsageError

Bestand = Annotated[
    Path, typer.Argument(metavar="BESTAND.json", help="Een resultaat of een ruilbewijs.")
]
Opnieuw = Annotated[
    bool,
    typer.Option(
        "--opnieuw",
        help="Bereken de uitkomst ook opnieuw uit de cijfers en vergelijk alles: dan valt ook een "
        "vervalst bestand met een kloppend controlegetal door de mand.",
    ),
]
Scenario = Annotated[
    str | None,
    typer.Option(
        metavar="SCENARIO",
        help="Bij --opnieuw: het scenario van een ruilbewijs; standaard de wettelijke verdeling.",
    ),
]
Document = Mapping[str, Any]
Check = Callable[[Document], list[str]]


def controleer(
    bestand: Bestand,
    opnieuw: Opnieuw = False,
    scenario: Scenario = None,
    cijfers: options.Cijfers = None,
) -> None:
    """Reken een opgeslagen resultaat of ruilbewijs na, alleen met hele getallen.

    Klopt alles, dan is de uitgangscode 0; is er één cijfer veranderd, dan 1. Van een scenario dat
    niet kan sluiten wordt nagerekend dat het niet sluit, met hoeveel, en dat niets dichterbij komt.
    """
    if not opnieuw and (scenario is not None or cijfers is not None):
        reason = "--scenario en --cijfers horen bij --opnieuw."
        raise WrongUsageError(reden=reason, opdracht="taakstelling controleer")
    document = _read(bestand)
    faults = _check_of(document, bestand.name)(document)
    if opnieuw and not faults:
        faults = _again(document, bestand.name, scenario, cijfers)
    printing.say(_verdict(document, bestand.name, faults, opnieuw=opnieuw))
    if faults:
        raise typer.Exit(CHANGED)


def _verdict(document: Document, name: str, faults: list[str], *, opnieuw: bool) -> str:
    again = " Opnieuw berekend uit de cijfers: hetzelfde." if opnieuw else ""
    if document["soort"] == "ruilbewijs":
        from optimiser.report.uitruil.ruilbewijs import verdict

        return f"{name}: {verdict(document, faults)}{'' if faults else again}"
    if faults:
        return "\n".join([f"{name}: klopt niet.", *(f"- {fault}" for fault in faults)])
    if document["status"] == "niet haalbaar":
        return (
            f"{name}: GEEN OPLOSSING. Nagerekend is dat het scenario niet kan sluiten en dat "
            f"deze aantallen de dichtstbijzijnde verdeling zijn.{again}\n{document['waarschuwing']}"
        )
    outside = len(document["probleem"].get("outside", ()))
    told = f" Het gaat alleen over de eigen regio's: {outside} gemeenten vallen erbuiten, en hun "
    told += "grenzen zijn niet opgelegd."
    proof = f"{name}: alles klopt (sommen, grenzen, bewijs en controlegetal).{again}"
    return proof + told if outside else proof


def _again(document: Document, name: str, naam: str | None, cijfers: Path | None) -> list[str]:
    """Compute what is stored again and list what differs."""
    from optimiser.cli.scenario_file import find_question
    from optimiser.io.scenarios import scenario_from

    figures = options.read_figures(cijfers)
    if document["soort"] == "resultaat":
        from optimiser.report.antwoord.recompute import recompute

        if naam is not None:
            reason = "een resultaat bevat zijn scenario zelf: laat --scenario weg."
            raise WrongUsageError(reden=reason, opdracht="taakstelling controleer")
        return recompute(document, scenario_from(document["scenario"], name), figures)
    from optimiser.report.uitruil.recompute import recompute_ruilbewijs

    if naam is not None:
        return recompute_ruilbewijs(document, *find_question(naam, cijfers))
    statutory = scenario_from({"halfjaar": document["halfjaar"]}, name)
    return recompute_ruilbewijs(document, statutory, figures)


def _read(path: Path) -> Document:
    from optimiser.io.reading.eigen_cijfers import read_file
    from optimiser.io.strict_json import read_json

    document = read_json(read_file(path), path.name)
    if not isinstance(document, dict):
        raise UnreadableFileError(bestand=path.name, reden="het is geen resultaat of ruilbewijs")
    return document


def _check_of(document: Document, name: str) -> Check:
    from optimiser.solve.recheck import RESULTAAT, check_resultaat
    from optimiser.uitruil.recheck_ruilbewijs import check_ruilbewijs
    from optimiser.uitruil.ruilbewijs import RUILBEWIJS

    checks: dict[object, Check] = {RESULTAAT: check_resultaat, RUILBEWIJS: check_ruilbewijs}
    soort = document.get("soort")
    if not isinstance(soort, str) or soort not in checks:
        known = ", ".join(str(one) for one in checks)
        reason = f"de soort {soort!r} is onbekend; verwacht wordt {known}"
        raise UnreadableFileError(bestand=name, reden=reason)
    return checks[soort]
