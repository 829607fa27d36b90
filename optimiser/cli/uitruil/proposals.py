"""Proposals and agreements from files, for the commands of ``taakstelling uitruil``."""

from pathlib import Path
from typing import TYPE_CHECKING

from optimiser.cli import printing
from optimiser.cli.uitruil.options import situation
from optimiser.errors import WrongUsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from optimiser.uitruil.agreement import Overeenkomst
    from optimiser.uitruil.voorstel import Voorstel


def proposal(path: Path, halfjaar: str) -> tuple["Voorstel", ...]:
    """Read a proposal; reception against housing is refused here.

    Raises
    ------
    OpvangProposalError
        If the file exchanges reception places.
    """
    return proposals(path, halfjaar)[halfjaar]


def proposals(path: Path, halfjaar: str) -> dict[str, tuple["Voorstel", ...]]:
    """Read a proposal for every half-year it is about; see ``proposal``."""
    from optimiser.io.reading.report import short_lines
    from optimiser.uitruil.voorstelbestand import read_per_halfjaar

    found, report = read_per_halfjaar(path, halfjaar)
    for line in short_lines(report):
        printing.remark(line)
    return found


def over_all(
    found: "Mapping[str, Sequence[Voorstel]]", chosen: "Sequence[Voorstel]"
) -> list["Overeenkomst"]:
    """Return chosen proposals as agreements over every half-year in which the file names them."""
    from optimiser.uitruil.agreement import Overeenkomst, Termijn

    named = {half: {one.naam: one for one in deals} for half, deals in found.items()}
    return [
        Overeenkomst(
            one.naam,
            tuple(
                Termijn(half, deals[one.naam].verschillen)
                for half, deals in named.items()
                if one.naam in deals
            ),
        )
        for one in chosen
    ]


def facilities(
    deals: list["Overeenkomst"], halfjaar: str, scenario: str | None
) -> list["Overeenkomst"]:
    """Give agreements the joint facilities (``[[capaciteit.plekken]]``) of a scenario."""
    if scenario is None:
        return deals
    from optimiser.cli.scenario_file import read_question
    from optimiser.uitruil.plekken import with_facilities

    plekken = read_question(scenario)[0].capaciteit.plekken
    if not plekken:
        return deals
    doel = {c: g.taakstelling for c, g in situation(halfjaar, scenario).gemeenten.items()}
    return with_facilities(deals, plekken, doel)


def agreements(path: Path, halfjaar: str, terug: str | None) -> list["Overeenkomst"]:
    """Read agreements for the register: one half-year, the same persons back, or as in the file.

    Raises
    ------
    WrongUsageError
        If both the file and ``--terug`` say what happens later.
    """
    from optimiser.io.reading.eigen_cijfers import read_file
    from optimiser.io.reading.voorstellen import read_voorstel_file
    from optimiser.uitruil.agreement import wederkerig
    from optimiser.uitruil.voorstel import over_halfjaren

    first = proposal(path, halfjaar)
    found = read_voorstel_file(read_file(path), path.name)
    if found.halfjaren:
        if terug is not None:
            reason = "Het bestand heeft een kolom halfjaar; laat --terug dan weg."
            raise WrongUsageError(reden=reason, opdracht="taakstelling uitruil register")
        return over_halfjaren(found.rows, found.halfjaren)
    if terug is None:
        return [one.to_overeenkomst() for one in first]
    return [wederkerig(one.naam, halfjaar, terug, dict(one.verschillen)) for one in first]
