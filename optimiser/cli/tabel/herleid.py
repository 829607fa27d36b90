"""``taakstelling herleid``: the published provincial numbers, computed again."""

from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import printing
from optimiser.errors import UnknownTaakstellingError

if TYPE_CHECKING:
    import pandas as pd

    from optimiser.solve.herleid import Herleiding

Halfjaar = Annotated[
    str | None,
    typer.Option(metavar="JJJJ-N", help="Eén halfjaar; standaard alle gepubliceerde halfjaren."),
]


def herleid(halfjaar: Halfjaar = None) -> None:
    """Reken de gepubliceerde aantallen per provincie na met elke afrondingsmethode.

    Per halfjaar: hoeveel van de twaalf provincies exact uitkomen, het grootste en het opgetelde
    verschil, en het residu per provincie (gepubliceerd min herleid).
    """
    import pandas as pd

    from optimiser.datapunt.current import read_gegevens
    from optimiser.gegevens.halfjaar import Halfjaar as Period
    from optimiser.solve.herleid import published_halfjaren, reproduce_tables

    figures = read_gegevens()
    published = published_halfjaren(figures)
    if halfjaar is not None and str(Period.parse(halfjaar)) not in published:
        raise UnknownTaakstellingError(halfjaar=f"{halfjaar} (per provincie)", bekend=published)
    outcomes = reproduce_tables(figures, published if halfjaar is None else [halfjaar])
    table = pd.DataFrame([_row(outcome) for outcome in outcomes])
    if not printing.is_terminal():
        from optimiser.io.writing.export import to_csv

        printing.write_csv(to_csv(table))
    else:
        _show(table)
    printing.remark(f"{printing.rests_on(figures)} Bron: tabel 2, eindrapportage.")


def _row(outcome: "Herleiding") -> dict[str, object]:
    residues = outcome.provincies["residu"]
    return {
        "halfjaar": outcome.halfjaar,
        "totaal": outcome.totaal,
        "afronding": outcome.afronding,
        "gelijk": outcome.gelijk,
        "provincies": len(residues),
        "grootste_verschil": outcome.grootste,
        "som_verschillen": outcome.som,
        **{str(province): int(value) for province, value in residues.items()},
    }


_SHORT = ["halfjaar", "totaal", "afronding", "uitkomst", "grootste_verschil", "som_verschillen"]


def _show(table: "pd.DataFrame") -> None:
    """Two tables: the score per method, and the residue per province."""
    from optimiser.teksten import signed, whole

    scores = [f"{a} van {b}" for a, b in zip(table["gelijk"], table["provincies"], strict=True)]
    formats = dict.fromkeys(["totaal", "grootste_verschil", "som_verschillen"], whole)
    printing.show(table.assign(uitkomst=scores)[_SHORT], "Provincies die precies uitkomen", formats)
    first = table["halfjaar"].iloc[0]
    if table["halfjaar"].eq(first).all():
        heading, rows = f"in {first}, per afronding", table.set_index("afronding")
    else:
        heading = "met adams, per halfjaar"
        rows = table[table["afronding"] == "adams"].set_index("halfjaar")
    residues = rows.iloc[:, -12:].T.reset_index(names="provincie")
    printing.show(
        residues,
        f"Residu {heading} (gepubliceerd min herleid)",
        dict.fromkeys(residues.columns[1:], signed),
    )
