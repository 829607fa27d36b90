"""How a map is drawn: the options of ``taakstelling kaart`` and what they become."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import options
from optimiser.errors import WrongUsageError

if TYPE_CHECKING:
    from optimiser.report.kaart.makeup import Opmaak

Weergave = Annotated[
    str, typer.Option(metavar="kaart|tegel", help="Kaart, of één even grote zeshoek per gemeente.")
]
Klassen = Annotated[
    str,
    typer.Option(
        metavar="N|'A; B; C'",
        help="Aantal klassen (2 tot en met 11), of eigen klassegrenzen, zoals '2,5; 10; 25'. Bij "
        "een verschil gelden grenzen boven nul aan beide kanten. Aantallen worden cirkels, tenzij "
        "u grenzen geeft.",
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
        help="Dikke lijnen: provincie, veiligheidsregio, corop, arbeidsmarktregio, eigen (de "
        "gebieden van het scenario) of kolom:NAAM (gelijke getallen zijn één gebied).",
    ),
]
Labels = Annotated[
    str,
    typer.Option(
        metavar="N|Assen,...", help="Namen bij de N grootste, of bij deze gemeenten (naam of code)."
    ),
]
Uitgelicht = Annotated[
    str,
    typer.Option(
        metavar="Assen,...",
        help="Gemeenten (naam of code) met naam en omlijning, naast die van --labels.",
        show_default=False,
    ),
]
Formaat = Annotated[
    str, typer.Option(metavar="blad|dia", help="Blad (staand), of een dia van 16:9.")
]
Titel = Annotated[
    str,
    typer.Option(
        metavar="TEKST",
        help="Eigen titel; wat de kaart toont staat dan in de kleine letters.",
        show_default=False,
    ),
]
Bron = Annotated[
    str,
    typer.Option(metavar="TEKST", help="Eigen bronregel, naast de vaste.", show_default=False),
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
    """The options as typed."""

    weergave: str
    klassen: str
    methode: str
    regio: str | None
    labels: str
    uitgelicht: str
    thema: str
    formaat: str
    titel: str
    bron: str


def opmaak(keuzes: Keuzes, *, own_borders: bool = False) -> "Opmaak":
    """Return how the map is made up; words that are no choice are refused before computing.

    Raises
    ------
    WrongUsageError
        Which option, and what is known.
    MapClassesError
        If the class breaks cannot be read.
    """
    for option, value, known in (
        ("weergave", keuzes.weergave, ("kaart", "tegel")),
        ("methode", keuzes.methode, ("kwantielen", "natuurlijk", "gelijk")),
        ("thema", keuzes.thema, ("licht", "druk")),
        ("formaat", keuzes.formaat, ("blad", "dia")),
    ):
        if value not in known:
            _refuse(f"--{option} {value} bestaat niet; bekend zijn {', '.join(known)}.")
    if own_borders and keuzes.weergave == "tegel":
        _refuse("--grenzen hoort bij --weergave kaart.")
    from optimiser.report.kaart.makeup import Opmaak

    return Opmaak(
        weergave=keuzes.weergave,
        thema=keuzes.thema,
        klassen=classes(keuzes.klassen),
        methode=keuzes.methode,
        regio=keuzes.regio,
        namen=labels(keuzes.labels),
        uitgelicht=_codes("uitgelicht", keuzes.uitgelicht) if keuzes.uitgelicht else (),
        formaat=keuzes.formaat,
        titel=keuzes.titel.strip(),
        bronregel=keuzes.bron.strip(),
    )


def _refuse(reason: str) -> None:
    raise WrongUsageError(reden=reason, opdracht="taakstelling kaart")


def classes(text: str) -> int | tuple[float, ...]:
    """Return a number of classes, or breaks: Dutch numbers between semicolons, or ``10,20.5``.

    Raises
    ------
    WrongUsageError
        If it is neither.
    MapClassesError
        If breaks between semicolons cannot be used.

    >>> classes("5"), classes("10,20.5"), classes("10; 20,5")
    (5, (10.0, 20.5), (10.0, 20.5))
    """
    if ";" in text:
        from optimiser.report.kaart.class_breaks import read_breaks

        if breaks := read_breaks(text):
            return breaks
    try:
        if "," in text:
            return tuple(float(part) for part in text.split(","))
        number = int(text)
    except ValueError as error:
        reason = f"--klassen {text} is geen aantal en geen rij grenzen, zoals '10; 20; 50'."
        raise WrongUsageError(reden=reason, opdracht="taakstelling kaart") from error
    from optimiser.maps.style import MAX_CLASSES

    if not 2 <= number <= MAX_CLASSES:
        _refuse(f"--klassen {text}: het aantal klassen is 2 tot en met {MAX_CLASSES}.")
    return number


def labels(text: str) -> int | tuple[str, ...]:
    """Return how many names, or of which gemeenten.

    >>> labels("8"), labels("GM0363,GM0599")
    (8, ('GM0363', 'GM0599'))
    """
    return int(text) if text.isdecimal() else _codes("labels", text)


def _codes(option: str, text: str) -> tuple[str, ...]:
    codes = tuple(options.code_of(part) for part in text.split(",") if part.strip())
    if not codes:
        number = "geen aantal en " if option == "labels" else ""
        _refuse(f"--{option} {text} is {number}geen rij gemeenten, zoals Assen,GM0599.")
    return codes
