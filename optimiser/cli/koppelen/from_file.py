"""A question from ``koppelen.toml``, and a saldo per gemeente beside it."""

from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import numbers, options, printing
from optimiser.cli.koppelen.own import read_own
from optimiser.cli.koppelen.question import Asked, Files, ask, require_files
from optimiser.errors import WrongUsageError

if TYPE_CHECKING:
    from optimiser.koppelen.vraag import Koppelvraag

COMMAND = "taakstelling koppel plan"
Bestand = Annotated[
    str | None,
    typer.Argument(
        metavar="[KOPPELEN.toml]",
        help="Vraag in een bestand: een scenario met een deel [koppelen], of de naam van een "
        "meegeleverd scenario. Zonder bestand geldt --halfjaar.",
    ),
]
Saldo = Annotated[
    Path | None,
    typer.Option(
        metavar="BESTAND",
        help="Saldo per gemeente (.csv of .xlsx), kolom saldo in personen: boven 0 is "
        "achterstand. Het telt bij de taakstelling op.",
    ),
]
Halfjaar = Annotated[
    str | None, typer.Option(metavar="JJJJ-N", help="Halfjaar, zoals 2025-2; niet bij een bestand.")
]
Deel = Annotated[
    int | None,
    typer.Option(
        parser=numbers.count_between(1, 100),
        metavar="PROCENT",
        help="Deel van de vrijkomende corporatiewoningen voor vergunninghouders; standaard 12.",
    ),
]


@dataclass(frozen=True, slots=True)
class Choices:
    """Options that a file holds too; None where not given."""

    halfjaar: str | None
    aandeel: int | None
    drempel: int | None
    totaal: int | None


def ask_either(
    bestand: str | None, given: Choices, files: Files, saldo: Path | None = None
) -> tuple[Asked, float]:
    """Ask what a file asks, or the options; with it the time for each area [s].

    Raises
    ------
    WrongUsageError
        If both say the same, or neither: nothing is guessed.
    """
    from optimiser.koppelen.plan import SECONDS

    reason = ""
    if bestand is None and given.halfjaar is None:
        reason = "geef --halfjaar, of een bestand zoals koppelen.toml"
    elif bestand is not None and any(one is not None for one in astuple(given)):
        reason = "halfjaar, aandeel, drempel en totaal staan in het bestand: laat die opties weg"
    if reason:
        raise WrongUsageError(reden=reason, opdracht="taakstelling koppel")
    if bestand is not None:
        return ask_file(bestand, files, saldo)
    scenario = options.make_scenario(halfjaar=given.halfjaar, totaal=given.totaal)
    share = 12 if given.aandeel is None else given.aandeel
    return with_owed(ask(scenario, share, given.drempel, files), saldo), SECONDS


def ask_file(naam: str, files: Files, saldo: Path | None) -> tuple[Asked, float]:
    """Ask what a file asks; with it the time for each area [s].

    Raises
    ------
    WrongUsageError
        If the name is no file and no ready scenario, or saldo and file do not agree.
    KoppelinstellingError
        If the scenario cannot close, or a choice cannot be followed.
    """
    from optimiser.koppelen.eigen.keuzes import choose, share_of, solved_table
    from optimiser.koppelen.instellingen import read_koppelen
    from optimiser.koppelen.plan import SECONDS
    from optimiser.koppelen.uitgangspunt import make_uitgangspunt

    path = _path(naam)
    scenario, chosen = read_koppelen(path)
    if (chosen.saldo == "meenemen") != (saldo is not None):
        reason = f"in {path.name} staat saldo = '{chosen.saldo}': geef --saldo alleen bij meenemen"
        raise WrongUsageError(reden=reason, opdracht=COMMAND)
    require_files(files)
    figures = options.read_figures(None)
    solved = solved_table(scenario, figures)
    drempel = chosen.drempel_groot_gezin
    start = make_uitgangspunt(scenario, figures, share_of(scenario), drempel, solved)
    halfjaar, rows, klassen = str(scenario.period), start.vraag.gemeenten, chosen.klassen()
    own = read_own(files.huishoudens, files.woningen, halfjaar, rows, figures, klassen)
    vraag = choose(start, own, chosen, chosen.fixed(path.name), figures)
    asked = Asked(replace(start, vraag=vraag), figures, files, own)
    return with_owed(asked, saldo), chosen.tijdslimiet_s or SECONDS


def with_owed(asked: Asked, saldo: Path | None) -> Asked:
    """Return a question with what is owed in it, and tell how much that is."""
    if saldo is None:
        return asked
    from optimiser.io.reading.eigen_cijfers import read_columns, read_file
    from optimiser.koppelen.eigen.keuzes import saldo_of, with_saldo
    from optimiser.teksten import signed

    owed = saldo_of(read_columns(read_file(saldo), saldo.name))
    vraag: Koppelvraag = with_saldo(asked.start.vraag, owed)
    absent = len(vraag.gemeenten.index.difference(list(owed)))
    told = f"Bij de taakstelling is het saldo opgeteld: samen {signed(sum(owed.values()))}"
    printing.remark(f"{told}; gemeenten zonder rij, dus saldo 0: {absent}.")
    return replace(asked, start=replace(asked.start, vraag=vraag))


def _path(naam: str) -> Path:
    from optimiser.io.scenarios import embedded_scenarios

    path = Path(naam)
    if path.suffix.lower() == ".toml":
        return path
    known = embedded_scenarios()
    if naam not in known:
        reason = f"'{naam}' is geen .toml-bestand en geen meegeleverd scenario"
        raise WrongUsageError(reden=reason, opdracht=COMMAND)
    return known[naam]
