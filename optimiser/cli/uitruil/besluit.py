"""``taakstelling uitruil besluit``: draft decisions, letters and the ruilbewijs in one folder."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import options, printing
from optimiser.cli.uitruil.options import (
    Register,
    ScenarioName,
    binding,
    opened,
    situation,
)
from optimiser.cli.uitruil.proposals import facilities, over_all, proposals
from optimiser.errors import WrongUsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from optimiser.uitruil.agreement import Overeenkomst
    from optimiser.uitruil.registratie import Registratie
    from optimiser.uitruil.voorstel import Voorstel

    Deals = Callable[[Sequence[Voorstel]], list[Overeenkomst]]

Voorstelbestand = Annotated[
    Path | None, typer.Argument(metavar="[VOORSTEL]", help="Bestand (.csv of .xlsx).")
]
Nummer = Annotated[
    list[int] | None,
    typer.Option(metavar="N", help="Overeenkomst uit het register, in plaats van een bestand."),
]
Samen = Annotated[bool, typer.Option("--samen", help="Eén stel stukken voor alle overeenkomsten.")]
Map = Annotated[Path, typer.Option(metavar="MAP", help="Schrijf de stukken in deze map.")]


def besluit(
    halfjaar: options.Halfjaar,
    uit: Map,
    voorstel: Voorstelbestand = None,
    nummer: Nummer = None,
    scenario: ScenarioName = None,
    totaal: options.Totaal = None,
    cijfers: options.Cijfers = None,
    register: Register = None,
    samen: Samen = False,
) -> None:
    """Maak conceptbesluiten, brieven en het ruilbewijs van een getoetst voorstel.

    Per coalitie die samen staat of valt een eigen map, of met --samen alles in één. Alles is
    concept: tekst tussen vierkante haken vult een mens in. Geen juridisch advies.
    """
    from optimiser.teksten.zinnen import sentence
    from optimiser.uitruil.coalitie import split_uitslag
    from optimiser.uitruil.toets.check import check_uitruil

    found, deals, others, place = _what(voorstel, nummer, register, halfjaar)
    if totaal is None and scenario is None and not _announced(halfjaar):
        _write(uit, _ahead(deals(found), halfjaar, place))
        printing.remark(sentence("uitruil", "alleen_verschillen", {"halfjaar": halfjaar}))
        return
    outcome = check_uitruil(found, situation(halfjaar, scenario, totaal, cijfers), lopend=others)
    groups = split_uitslag(outcome)
    good = [one.voorstel for group in groups if group.mag for one in group.uitslagen]
    made = deals(good)
    if voorstel is not None:
        made = facilities(made, halfjaar, scenario)
    from optimiser.report.uitruil.papers import stukken
    from optimiser.report.uitruil.table import toets_lines

    for line in toets_lines(outcome):
        printing.remark(line)
    _write(uit, stukken(outcome, made, place, samen=samen))
    if refused := [
        one.voorstel.naam for group in groups if not group.mag for one in group.uitslagen
    ]:
        printing.remark(f"GEEN STUKKEN, want geweigerd: {', '.join(refused)}.")
    printing.remark("Dit zijn concepten. Geen juridisch advies.")


def _announced(halfjaar: str) -> bool:
    from optimiser.datapunt.standen import stand_in_force
    from optimiser.gegevens.halfjaar import Halfjaar

    Halfjaar.parse(halfjaar)
    return stand_in_force(halfjaar) is not None


def _ahead(
    deals: list["Overeenkomst"], halfjaar: str, place: "Registratie | None"
) -> dict[str, bytes]:
    """Return the papers for a half-year of which only the differences are known."""
    from optimiser.datapunt.current import read_gegevens
    from optimiser.datapunt.standen import stand_in_force
    from optimiser.register.gate import require_admitted
    from optimiser.report.uitruil.vooruit.papers import stukken_vooruit

    for deal in deals:
        require_admitted(deal, [], stand_in_force)
    newest = stand_in_force(read_gegevens().known_halfjaren[0])
    return {} if newest is None else stukken_vooruit(deals, halfjaar, newest, place)


def _write(folder: Path, files: "Mapping[str, bytes]") -> None:
    from optimiser.io.writing import export

    for name, content in files.items():
        export.make_folder((folder / name).parent)
        export.write_bytes(folder / name, content)
        printing.remark(f"Geschreven: {folder / name}")


def _what(
    path: Path | None, numbers: list[int] | None, register: str | None, halfjaar: str
) -> tuple[tuple["Voorstel", ...], "Deals", list["Voorstel"], "Registratie | None"]:
    """Return the proposals, how they become agreements, what binds, where they stand."""
    if (path is None) == (not numbers):
        reason = "Geef een bestand met het voorstel, of --nummer met --register."
        raise WrongUsageError(reden=reason, opdracht="taakstelling uitruil besluit")
    if path is not None:
        found_in_file = proposals(path, halfjaar)
        first = found_in_file[halfjaar]
        return first, partial(over_all, found_in_file), binding(register, halfjaar), None
    from optimiser.register.stand import registratie_of
    from optimiser.uitruil.states import BINDING
    from optimiser.uitruil.voorstel import from_overeenkomst

    with opened(register) as book:
        chosen = [book.get(number) for number in dict.fromkeys(numbers or [])]
        rest = [one for one in book.stand(BINDING) if one.nummer not in (numbers or [])]
        place = registratie_of(chosen, book.kop())
    deals = [one.overeenkomst for one in chosen]
    found = [from_overeenkomst(v.overeenkomst, halfjaar, v.nummer) for v in chosen]
    if None in found:
        reason = f"Een van de gekozen overeenkomsten gaat niet over {halfjaar}."
        raise WrongUsageError(reden=reason, opdracht="taakstelling uitruil besluit")
    others = [from_overeenkomst(one.overeenkomst, halfjaar, one.nummer) for one in rest]
    first = tuple(one for one in found if one is not None)
    return first, lambda _: deals, [one for one in others if one is not None], place
