"""``taakstelling controleer``: does a stored result or ruilbewijs still agree with itself."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from optimiser.cli import printing
from optimiser.errors import UnreadableFileError

#: Exit code when something in the file was changed.
CHANGED = 1

Bestand = Annotated[
    Path, typer.Argument(metavar="BESTAND.json", help="Een resultaat of een ruilbewijs.")
]
Check = Callable[[Mapping[str, Any]], list[str]]


def controleer(bestand: Bestand) -> None:
    """Reken een opgeslagen resultaat of ruilbewijs na, alleen met hele getallen.

    Klopt alles, dan is de uitgangscode 0; is er één cijfer veranderd, dan 1.
    """
    document = _read(bestand)
    faults = _check_of(document, bestand.name)(document)
    if document["soort"] == "ruilbewijs":
        from optimiser.report.uitruil.ruilbewijs import verdict

        printing.say(f"{bestand.name}: {verdict(document, faults)}")
        if faults:
            raise typer.Exit(CHANGED)
        return
    if not faults and document.get("status") == "niet haalbaar":
        printing.say(f"{bestand.name}: GEEN OPLOSSING. Wat er staat klopt met zichzelf, maar het")
        printing.say("scenario kan niet sluiten; de aantallen zijn de dichtstbijzijnde verdeling.")
        return
    if not faults:
        printing.say(f"{bestand.name}: alles klopt (sommen, grenzen, bewijs en controlegetal).")
        return
    printing.say("\n".join([f"{bestand.name}: klopt niet.", *(f"- {fault}" for fault in faults)]))
    raise typer.Exit(CHANGED)


def _read(path: Path) -> Mapping[str, Any]:
    from optimiser.io.reading.eigen_cijfers import read_file
    from optimiser.io.strict_json import read_json

    document = read_json(read_file(path), path.name)
    if not isinstance(document, dict):
        raise UnreadableFileError(bestand=path.name, reden="het is geen resultaat of ruilbewijs")
    return document


def _check_of(document: Mapping[str, Any], name: str) -> Check:
    from optimiser.solve.recheck import RESULTAAT, check_resultaat
    from optimiser.uitruil.ruilbewijs import RUILBEWIJS, check_ruilbewijs

    checks: dict[object, Check] = {RESULTAAT: check_resultaat, RUILBEWIJS: check_ruilbewijs}
    soort = document.get("soort")
    if not isinstance(soort, str) or soort not in checks:
        known = ", ".join(str(one) for one in checks)
        reason = f"de soort {soort!r} is onbekend; verwacht wordt {known}"
        raise UnreadableFileError(bestand=name, reden=reason)
    return checks[soort]
