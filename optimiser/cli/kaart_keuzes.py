"""How a map is drawn: the options of ``taakstelling kaart`` and what they become."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import tonen
from optimiser.errors import WrongUsageError

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

    from optimiser.gegevens import Gegevens
    from optimiser.maps import MapGeometry
    from optimiser.report.kaartbestand import Kaartvorm

Weergave = Annotated[
    str, typer.Option(metavar="kaart|tegel", help="Kaart, of één even grote zeshoek per gemeente.")
]
Klassen = Annotated[
    str,
    typer.Option(
        metavar="N|A,B,C", help="Aantal klassen (2 tot en met 11), of eigen klassegrenzen."
    ),
]
Methode = Annotated[
    str,
    typer.Option(metavar="ID", help="kwantielen, natuurlijk of gelijk; bij een aantal klassen."),
]
Regio = Annotated[
    str | None,
    typer.Option(
        metavar="GEBIED",
        help="Dikke lijnen: provincie, veiligheidsregio, corop of arbeidsmarktregio.",
    ),
]
Labels = Annotated[
    str,
    typer.Option(metavar="N|GM0003,...", help="Namen bij de N grootste, of bij deze gemeenten."),
]
Thema = Annotated[
    str, typer.Option(metavar="licht|druk", help="Voor het scherm, of voor papier en grijs.")
]
Grenzen = Annotated[
    Path | None,
    typer.Option(
        metavar="BESTAND", help="Eigen grenzen: GeoPackage, GeoJSON, TopoJSON of shapefile (zip)."
    ),
]


@dataclass(frozen=True)
class Keuzes:
    """The options as typed: view, classes, method, (region, names), (theme, own borders)."""

    weergave: str
    klassen: str
    methode: str
    op_kaart: tuple[str | None, str]
    stijl: tuple[str, Path | None]


def check(keuzes: Keuzes) -> None:
    """Refuse words that are no choice, before anything is computed.

    Raises
    ------
    WrongUsageError
        Which option, and what is known.
    """
    for option, value, known in (
        ("weergave", keuzes.weergave, ("kaart", "tegel")),
        ("methode", keuzes.methode, ("kwantielen", "natuurlijk", "gelijk")),
        ("thema", keuzes.stijl[0], ("licht", "druk")),
    ):
        if value not in known:
            _refuse(f"--{option} {value} bestaat niet; bekend zijn {', '.join(known)}.")
    if keuzes.stijl[1] is not None and keuzes.weergave == "tegel":
        _refuse("--grenzen hoort bij --weergave kaart.")
    classes(keuzes.klassen)
    labels(keuzes.op_kaart[1])


def _refuse(reason: str) -> None:
    raise WrongUsageError(reden=reason, opdracht="taakstelling kaart")


def classes(text: str) -> int | tuple[float, ...]:
    """Return a number of classes, or breaks.

    Raises
    ------
    WrongUsageError
        If it is neither.

    >>> classes("5"), classes("10,20.5")
    (5, (10.0, 20.5))
    """
    try:
        if "," in text:
            return tuple(float(part) for part in text.split(","))
        return int(text)
    except ValueError as error:
        reason = f"--klassen {text} is geen aantal en geen rij grenzen, zoals 10,20,50."
        raise WrongUsageError(reden=reason, opdracht="taakstelling kaart") from error


def labels(text: str) -> int | tuple[str, ...]:
    """Return how many names, or of which gemeenten.

    >>> labels("8"), labels("GM0363,GM0599")
    (8, ('GM0363', 'GM0599'))
    """
    if text.isdigit():
        return int(text)
    codes = tuple(part.strip().upper() for part in text.split(",") if part.strip())
    if not codes or not all(code.startswith("GM") for code in codes):
        _refuse(f"--labels {text} is geen aantal en geen rij gemeentecodes, zoals GM0363,GM0599.")
    return codes


def borders(keuzes: Keuzes, codes: "pd.Index") -> "gpd.GeoDataFrame":
    """Return the user's borders, told what is odd about them, or the embedded ones."""
    own = keuzes.stijl[1]
    if own is None:
        from optimiser.io.grenzen import read_gemeentegrenzen

        return read_gemeentegrenzen()
    from optimiser.io.eigen_grenzen import read_own_grenzen

    found = read_own_grenzen(own, expected=list(codes))
    for note in found.meldingen:
        tonen.remark(note)
    return found.grenzen


def geometry(keuzes: Keuzes, codes: "pd.Index") -> "MapGeometry":
    """Return what the map is drawn with."""
    from optimiser.maps import View, embedded_geometry, map_geometry

    if keuzes.stijl[1] is None:
        return embedded_geometry(View(keuzes.weergave))
    known = embedded_geometry()
    names = dict(zip(known.codes, known.namen, strict=True))
    table = borders(keuzes, codes)
    return map_geometry(table.assign(gemeente=[names.get(c, str(c)) for c in table.index]))


def vorm(keuzes: Keuzes, figures: "Gegevens", shapes: "MapGeometry") -> "Kaartvorm":
    """Return classes, theme, names and region borders."""
    import pandas as pd

    from optimiser.maps import MapOptions, Theme
    from optimiser.report.kaartbestand import Kaartvorm

    name, wanted = keuzes.op_kaart
    regios = None
    if name is not None:
        known = [code for code in shapes.codes if code in figures.regios.index]
        regios = figures.regios_of(name, pd.Index(known))
    options = MapOptions(theme=Theme(keuzes.stijl[0]), labels=labels(wanted), regios=regios)
    return Kaartvorm(classes(keuzes.klassen), keuzes.methode, options)
