"""What ``koppel plan``, ``waarom`` and ``controleer`` are about, from their options."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import numbers, options, printing
from optimiser.cli.koppelen.own import is_file, read_own
from optimiser.errors import WrongUsageError

if TYPE_CHECKING:
    from optimiser.gegevens.gegevens import Gegevens
    from optimiser.koppelen.eigen.vraag import EigenAantallen
    from optimiser.koppelen.uitgangspunt import Uitgangspunt
    from optimiser.koppelen.vraag import Koppelvraag
    from optimiser.scenario.scenario import Scenario

Drempel = Annotated[
    int | None,
    typer.Option(
        parser=numbers.count_between(2, 20),
        metavar="PERSONEN",
        help="Vanaf hoeveel personen een gezin groot is; standaard wat in het halfjaar geldt.",
    ),
]
Huishoudens = Annotated[
    str | None,
    typer.Option(metavar="BESTAND", help="Eigen huishoudens per COA-regio (.csv of .xlsx)."),
]
Woningen = Annotated[
    str | None,
    typer.Option(metavar="BESTAND", help="Eigen woningen per gemeente (.csv of .xlsx)."),
]
Regio = Annotated[
    str | None,
    typer.Option(metavar="COA-REGIO", help="Alleen deze: Noord, Oost, Midden, Zuidwest of Zuid."),
]


@dataclass(frozen=True, slots=True)
class Files:
    """Files of a user, as given; None for the labelled assumptions."""

    huishoudens: str | None = None
    woningen: str | None = None


@dataclass(frozen=True)
class Asked:
    """A question, what it rests on and what was given."""

    start: "Uitgangspunt"
    figures: "Gegevens"
    files: Files
    own: "EigenAantallen"

    def remarks(self) -> list[str]:
        """Tell the assumptions that were used, law and figures."""
        from optimiser.report.koppelen.sentences import aanname_line

        own = (not self.files.huishoudens, not self.files.woningen)
        shares = self.start.aandeel / 100, self.start.mutatiegraad
        told = aanname_line(*shares, *own, klassen=self.start.vraag.klassen)
        return [told, printing.rests_on(self.figures)]


def ask(scenario: "Scenario", aandeel: int, drempel: int | None, files: Files) -> Asked:
    """Ask for the taakstelling of a scenario, with the user's files where given.

    Raises
    ------
    WrongUsageError
        If an option is no file: numbers for the whole country say nothing about a region.
    """
    from optimiser.koppelen.uitgangspunt import make_uitgangspunt

    figures = options.read_figures(None)
    start = make_uitgangspunt(scenario, figures, aandeel, drempel)
    require_files(files)
    halfjaar, rows = str(scenario.period), start.vraag.gemeenten
    own = read_own(files.huishoudens, files.woningen, halfjaar, rows, figures)
    return Asked(own.on(start), figures, files, own)


def require_files(files: Files) -> None:
    """Refuse numbers for the whole country: they say nothing about a region.

    Raises
    ------
    WrongUsageError
        If an option is no file.
    """
    for option, text in (("--huishoudens", files.huishoudens), ("--woningen", files.woningen)):
        if text is not None and not is_file(text):
            reason = f"'{option} {text}' is geen bestand (.csv of .xlsx); een plan is per COA-regio"
            raise WrongUsageError(reden=reason, opdracht="taakstelling koppel")


def one_region(vraag: "Koppelvraag", regio: str | None) -> "Koppelvraag":
    """Return the question of one region, if one was asked."""
    from optimiser.koppelen.uitgangspunt import only

    if regio is None:
        return vraag
    known = {naam.casefold(): naam for naam in vraag.huishoudens}
    if regio.casefold() not in known:
        reason = f"gebied {regio} is er niet; kies uit {', '.join(known.values())}"
        raise WrongUsageError(reden=reason, opdracht="taakstelling koppel")
    return only(vraag, known[regio.casefold()])
