"""``taakstelling mengen``: every weight at which a mix of two keys changes, exactly."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import csv_form, options, printing
from optimiser.cli.vergelijken import sleutel_options
from optimiser.errors import WrongUsageError

if TYPE_CHECKING:
    import pandas as pd

    from optimiser.solve.result import Verdeling

Eerste = Annotated[str, typer.Option(metavar="SLEUTEL", help="Sleutel bij gewicht 0 %.")]
Tweede = Annotated[str, typer.Option(metavar="SLEUTEL", help="Sleutel bij gewicht 100 %.")]
Tegen = Annotated[str, typer.Option(metavar="SLEUTEL", help="Waarmee wordt vergeleken.")]
Toon = Annotated[
    str,
    typer.Option(
        metavar="WAT",
        help="omslag (per gemeente), verplaatst (knikken) of wissels (elke persoon).",
    ),
]
Uit = Annotated[Path | None, typer.Option(metavar="BESTAND", help="Schrijf naar .csv of .xlsx.")]

#: What a column measures, for who reads the table without the command.
_NAMES = {
    "gewicht": "gewicht_tweede_sleutel",
    "gewicht_breuk": "gewicht_tweede_sleutel_breuk",
    "begin": "bij_eerste_sleutel",
    "eind": "bij_tweede_sleutel",
    "van": "van_gm_code",
    "naar": "naar_gm_code",
}


def mengen(
    halfjaar: options.Halfjaar,
    eerste: Eerste = "inwoners",
    tweede: Tweede = "sociale_huurvoorraad",
    tegen: Tegen = "woningvoorraad",
    toon: Toon = "omslag",
    afronding: options.Afronding = "adams",
    cijfers: options.Cijfers = None,
    uit: Uit = None,
) -> None:
    """Meng twee sleutels en toon bij welk gewicht er iets verandert, exact berekend.

    Omslag: het gewicht van de tweede sleutel waarbij een gemeente van winst naar verlies gaat.
    """
    from optimiser.compare import parse_keuze
    from optimiser.io.writing import export
    from optimiser.solve.run import solve_scenario

    figures = options.read_figures(cijfers)
    vraag = sleutel_options.make_vraag(eerste, tegen, halfjaar=halfjaar, afronding=afronding)
    answers = [
        solve_scenario(vraag.scenario(parse_keuze(naam)), figures)
        for naam in (eerste, tweede, tegen)
    ]
    table = _table(answers, toon, afronding)
    table = table.assign(gewicht_breuk=[_exact(v) for v in table["gewicht"]]).rename(columns=_NAMES)
    told = [f"Mengen van {eerste} (0 %) en {tweede} (100 %), vergeleken met {tegen}."]
    told.append(answers[0].herkomst.line())
    if uit is None:
        printing.write_csv(export.to_csv(table, {_NAMES["gewicht"]: 9}))
    else:
        for path in csv_form.write_table(uit, export.Sheet("Mengen", table), told):
            printing.remark(f"Geschreven: {path}")
    printing.remark(" ".join(told))


def _table(answers: "list[Verdeling]", toon: str, afronding: str) -> "pd.DataFrame":
    """Return what was asked of the first key, the second, and the one to compare with."""
    import pandas as pd

    from optimiser.onzekerheid import mengen as lines

    a, b, c = (dict(one.gemeenten["aandeel"]) for one in answers)
    names = answers[0].gemeenten["gemeente"]
    match toon:
        case "omslag":
            table = lines.omslagpunten(a, b, c).reset_index()
            table.insert(1, "gemeente", list(names))
            return table
        case "verplaatst":
            points = lines.verplaatst_lijn(a, b, c)
            return pd.DataFrame(points, columns=["gewicht", "verplaatst_deel"])
        case "wissels":
            table = pd.DataFrame(lines.wisselpunten(a, b, answers[0].wanted, afronding))
            for side in ("van", "naar"):
                table[f"{side}_gemeente"] = [str(names[code]) for code in table[side]]
            return table
    reason = f"'--toon {toon}' bestaat niet. Kies uit: omslag, verplaatst, wissels."
    raise WrongUsageError(reden=reason, opdracht="taakstelling mengen")


def _exact(weight: object) -> str:
    """Write a weight as the fraction it is; empty when there is none."""
    return "" if weight is None else str(weight)
