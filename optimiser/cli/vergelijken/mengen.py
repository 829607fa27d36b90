"""``taakstelling mengen``: every weight at which a mix of two keys changes, exactly."""

from typing import Annotated

import typer

from optimiser.cli import options, printing
from optimiser.cli.vergelijken import sleutel_options
from optimiser.errors import WrongUsageError

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


def mengen(
    halfjaar: options.Halfjaar,
    eerste: Eerste = "inwoners",
    tweede: Tweede = "sociale_huurvoorraad",
    tegen: Tegen = "woningvoorraad",
    toon: Toon = "omslag",
    afronding: options.Afronding = "adams",
    cijfers: options.Cijfers = None,
) -> None:
    """Meng twee sleutels en toon bij welk gewicht er iets verandert, exact berekend.

    Omslag: het gewicht van de tweede sleutel waarbij een gemeente van winst naar verlies gaat.
    """
    import pandas as pd

    from optimiser.compare import parse_keuze
    from optimiser.io.writing.export import to_csv
    from optimiser.onzekerheid import mengen as lines
    from optimiser.solve.run import solve_scenario

    figures = options.read_figures(cijfers)
    vraag = sleutel_options.make_vraag(eerste, tegen, halfjaar=halfjaar, afronding=afronding)
    first, second, reference = (
        solve_scenario(vraag.scenario(parse_keuze(naam)), figures)
        for naam in (eerste, tweede, tegen)
    )
    a, b, c = (dict(one.gemeenten["aandeel"]) for one in (first, second, reference))
    if toon == "omslag":
        table = lines.omslagpunten(a, b, c).reset_index()
        table.insert(1, "gemeente", list(first.gemeenten["gemeente"]))
    elif toon == "verplaatst":
        points = lines.verplaatst_lijn(a, b, c)
        table = pd.DataFrame(points, columns=["gewicht", "verplaatst_deel"])
    elif toon == "wissels":
        table = pd.DataFrame(lines.wisselpunten(a, b, first.wanted, afronding))
    else:
        reason = f"'--toon {toon}' bestaat niet. Kies uit: omslag, verplaatst, wissels."
        raise WrongUsageError(reden=reason, opdracht="taakstelling mengen")
    table.insert(len(table.columns), "gewicht_breuk", [_exact(v) for v in table["gewicht"]])
    printing.write_csv(to_csv(table, {"gewicht": 9}))
    printing.remark(f"Vergeleken met {tegen}. {first.herkomst.line()}")


def _exact(weight: object) -> str:
    """Write a weight as the fraction it is; empty when there is none."""
    return "" if weight is None else str(weight)
