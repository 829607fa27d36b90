"""``taakstelling koppel``: do the households fit the dwellings, and does the taakstelling close."""

from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import numbers, options, printing
from optimiser.cli.dutch import DutchCommand, new_app
from optimiser.cli.koppelen.counts import read_counts
from optimiser.errors import WrongUsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from optimiser.gegevens.gegevens import Gegevens

#: Exit code when somebody has no place, as for a scenario that cannot close.
CANNOT_CLOSE = 3

app = new_app(
    help="Passen de huishoudens in de woningen, en sluit de taakstelling? Alleen aantallen, nooit "
    "persoonsgegevens. Zonder eigen aantallen rekent de opdracht met aannames, die zij noemt."
)
Gebied = Annotated[
    str,
    typer.Option(
        metavar="GEBIED",
        help="Per land, coa_regio, provincie, veiligheidsregio, corop of arbeidsmarktregio.",
    ),
]
Aandeel = Annotated[
    int,
    typer.Option(
        parser=numbers.count_between(1, 100),
        metavar="PROCENT",
        help="Deel van de vrijkomende corporatiewoningen voor vergunninghouders.",
    ),
]
Huishoudens = Annotated[
    str | None,
    typer.Option(metavar="N=AANTAL,...", help="Eigen aantallen, zoals 1=3201,2=696; per land."),
]
Woningen = Annotated[
    str | None,
    typer.Option(metavar="KLASSE=AANTAL,...", help="Eigen aantallen, zoals 1k=372,2k=1548; land."),
]


@app.command("past", cls=DutchCommand)
def past(
    halfjaar: options.Halfjaar,
    gebied: Gebied = "land",
    aandeel: Aandeel = 12,
    huishoudens: Huishoudens = None,
    woningen: Woningen = None,
    totaal: options.Totaal = None,
) -> None:
    """Toon of elk huishouden een passende woning heeft, en waar het knelt.

    Uitgangscode 0 als iedereen een plek heeft, 3 als er huishoudens zonder plek zijn.
    """
    from optimiser.gegevens.halfjaar import Halfjaar as Period
    from optimiser.koppelen.aannames import KLASSEN, assumed_huishoudens
    from optimiser.koppelen.passend import check_passend
    from optimiser.report.koppelen.sentences import aanname_line, drempel_lines, passend_lines

    if (huishoudens or woningen) and gebied != "land":
        reason = "eigen aantallen gelden voor het geheel: laat --gebied weg"
        raise WrongUsageError(reden=reason, opdracht="taakstelling koppel past")
    figures = options.read_figures(None)
    klassen = [klasse for klasse, _ in KLASSEN]
    short = False
    for naam, persons, supply in _supply(halfjaar, totaal, gebied, aandeel, figures):
        need = assumed_huishoudens(persons) if huishoudens is None else _sizes(huishoudens)
        if woningen is not None:
            own = read_counts(woningen, {klasse.naam for klasse in klassen}.__contains__)
            supply = [own.get(klasse.naam, 0) for klasse in klassen]
        found = check_passend(need, supply, klassen)
        printing.say("\n".join(passend_lines(naam, need, supply, found)))
        if gebied == "land":
            printing.say("\n".join(drempel_lines(need, figures)))
        short = short or bool(found.knelpunten)
    rate = figures.parameter("mutatiegraad", Period.parse(halfjaar))
    printing.remark(aanname_line(aandeel / 100, rate))
    printing.remark(printing.rests_on(figures))
    if short:
        raise typer.Exit(CANNOT_CLOSE)


def _supply(
    halfjaar: str, totaal: int | None, gebied: str, aandeel: int, figures: "Gegevens"
) -> "Iterator[tuple[str, int, list[int]]]":
    """Yield per area its name, its taakstelling and its dwellings per class (aanname)."""
    from optimiser.gegevens.halfjaar import Halfjaar as Period
    from optimiser.koppelen.uitgangspunt import assumed_homes

    table, areas = _taakstelling(halfjaar, totaal, gebied, figures)
    freed, _ = assumed_homes(figures, Period.parse(halfjaar), aandeel)
    for naam, members in areas.items():
        yield naam, int(table[members].sum()), freed.loc[members].sum().astype(int).tolist()


@app.command("sluit", cls=DutchCommand)
def sluit(
    halfjaar: options.Halfjaar,
    huishoudens: Huishoudens = None,
    totaal: options.Totaal = None,
) -> None:
    """Koppel van groot naar klein, steeds aan het grootste tekort; let niet op woningen."""
    from optimiser.koppelen.aannames import assumed_huishoudens
    from optimiser.koppelen.sluiten import close_taakstelling
    from optimiser.report.koppelen.sentences import sluiting_line

    figures = options.read_figures(None)
    table, areas = _taakstelling(halfjaar, totaal, "land", figures)
    need = assumed_huishoudens(int(table.sum()))
    need = need if huishoudens is None else _sizes(huishoudens)
    found = close_taakstelling({str(c): int(n) for c, n in table.items()}, need)
    printing.say(sluiting_line(next(iter(areas)), found))
    printing.remark(printing.rests_on(figures))


def _taakstelling(
    halfjaar: str, totaal: int | None, gebied: str, figures: "Gegevens"
) -> tuple["pd.Series", dict[str, list[str]]]:
    """Return the statutory table, and per area its gemeenten; who is in none is named."""
    from optimiser.koppelen.aannames import COA_REGIO
    from optimiser.solve.run import solve_scenario

    rows = solve_scenario(
        options.make_scenario(halfjaar=halfjaar, totaal=totaal), figures
    ).gemeenten
    if gebied == "land":
        return rows["taakstelling"], {"Nederland": list(rows.index)}
    if gebied == "coa_regio":
        groups = rows["provincie"].map(COA_REGIO)
    else:
        groups = figures.regios_of(gebied, rows.index)
    if len(alone := rows.index[groups.isna()]):
        names = ", ".join(rows.loc[alone, "gemeente"])
        printing.remark(f"Zonder {gebied}, dus niet meegeteld: {names}.")
    found = groups.dropna().groupby(groups.dropna())
    return rows["taakstelling"], {str(naam): list(one.index) for naam, one in found}


def _sizes(text: str) -> dict[int, int]:
    """Read persons of a household to number of households."""
    counts = read_counts(text, lambda key: key.isdecimal() and not key.startswith("0"))
    return {int(key): count for key, count in counts.items()}
