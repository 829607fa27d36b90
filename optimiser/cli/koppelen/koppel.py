"""``taakstelling koppel``: do the households fit the dwellings, and does the taakstelling close."""

from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import numbers, options, printing
from optimiser.cli.dutch import DutchCommand, new_app
from optimiser.cli.koppelen.counts import read_counts
from optimiser.cli.koppelen.own import read_own

if TYPE_CHECKING:
    import pandas as pd

    from optimiser.gegevens.gegevens import Gegevens
    from optimiser.koppelen.eigen.vraag import EigenAantallen

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
    typer.Option(
        metavar="BESTAND",
        help="Eigen aantallen: een bestand (.csv of .xlsx) per COA-regio, of voor het hele land "
        "personen=aantal zoals 1=3201,2=696.",
    ),
]
Woningen = Annotated[
    str | None,
    typer.Option(
        metavar="BESTAND",
        help="Eigen aantallen: een bestand (.csv of .xlsx) per gemeente, of voor het hele land "
        "klasse=aantal zoals 1k=372,2k=1548.",
    ),
]


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
    rows, areas = table_by_area(halfjaar, totaal, "land", figures)
    need = land_households(huishoudens, read_own(huishoudens, None, halfjaar, rows, figures))
    need = assumed_huishoudens(int(rows["taakstelling"].sum())) if need is None else need
    asked = {str(code): int(count) for code, count in rows["taakstelling"].items()}
    found = close_taakstelling(asked, need)
    printing.say(sluiting_line(next(iter(areas)), found))
    printing.remark(printing.rests_on(figures))


def table_by_area(
    halfjaar: str, totaal: int | None, gebied: str, figures: "Gegevens"
) -> tuple["pd.DataFrame", dict[str, list[str]]]:
    """Return the statutory table, and per area its gemeenten; who is in none is named."""
    from optimiser.koppelen.aannames import COA_REGIO
    from optimiser.solve.run import solve_scenario

    rows = solve_scenario(
        options.make_scenario(halfjaar=halfjaar, totaal=totaal), figures
    ).gemeenten
    if gebied == "land":
        return rows, {"Nederland": list(rows.index)}
    if gebied == "coa_regio":
        groups = rows["provincie"].map(COA_REGIO)
    else:
        groups = figures.regios_of(gebied, rows.index)
    if len(alone := rows.index[groups.isna()]):
        names = ", ".join(rows.loc[alone, "gemeente"])
        printing.remark(f"Zonder {gebied}, dus niet meegeteld: {names}.")
    found = groups.dropna().groupby(groups.dropna())
    return rows, {str(naam): list(one.index) for naam, one in found}


def land_households(text: str | None, own: "EigenAantallen") -> dict[int, int] | None:
    """Return the households of the country from a file or an option, or None if assumed."""
    if own.huishoudens is not None:
        return own.huishoudens.sizes(lambda _: "")[""]
    return None if text is None else read_sizes(text)


def read_sizes(text: str) -> dict[int, int]:
    """Read persons of a household to number of households."""
    counts = read_counts(text, lambda key: key.isdecimal() and not key.startswith("0"))
    return {int(key): count for key, count in counts.items()}
