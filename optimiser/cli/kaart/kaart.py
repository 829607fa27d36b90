"""``taakstelling kaart``: one map, as a picture or as a map layer."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import options, printing
from optimiser.cli.exit_codes import CANNOT_CLOSE
from optimiser.cli.kaart import choices, gemeentegrenzen
from optimiser.cli.scenario_file import find_question
from optimiser.errors import WrongUsageError

if TYPE_CHECKING:
    from optimiser.compare import SleutelKeuze
    from optimiser.gegevens.gegevens import Gegevens
    from optimiser.report.kaart.content import Kaartstof, Kaartvraag
    from optimiser.report.kaart.makeup import Opmaak
    from optimiser.scenario.scenario import Scenario

Scenariobestand = Annotated[
    str | None,
    typer.Argument(
        metavar="[SCENARIO]",
        help="Scenariobestand (.toml) of de naam van een meegeleverd scenario; of geef --halfjaar.",
    ),
]
Halfjaar = Annotated[
    str | None, typer.Option(metavar="JJJJ-N", help="Halfjaar, als er geen scenario is.")
]
Sleutel = Annotated[
    str | None,
    typer.Option(
        metavar="SLEUTEL", help="Sleutel bij --halfjaar, bijvoorbeeld woningvoorraad of "
        "gemengd:inwoners=60+huishoudens=40; standaard inwoners."
    ),
]  # fmt: skip
Meting = Annotated[
    str,
    typer.Option(
        metavar="WAT",
        help="personen, per_1000, beslag, uitruil of kolom:NAAM (een kolom van de cijfers).",
    ),
]
Tegen = Annotated[
    str | None, typer.Option(metavar="SLEUTEL", help="Toon het verschil met deze sleutel.")
]
Uit = Annotated[
    Path,
    typer.Option(
        metavar="BESTAND",
        help="Naar .png, .svg, .pdf, .pptx (één dia) of .gpkg.",
        show_default=False,
    ),
]


def kaart(
    uit: Uit,
    scenario: Scenariobestand = None,
    halfjaar: Halfjaar = None,
    sleutel: Sleutel = None,
    meting: Meting = "personen",
    tegen: Tegen = None,
    weergave: choices.Weergave = "kaart",
    klassen: choices.Klassen = "6",
    methode: choices.Methode = "kwantielen",
    regio: choices.Regio = None,
    labels: choices.Labels = "0",
    uitgelicht: choices.Uitgelicht = "",
    thema: choices.Thema = "licht",
    formaat: choices.Formaat = "blad",
    titel: choices.Titel = "",
    bron: choices.Bron = "",
    grenzen: choices.Grenzen = None,
    stelsel: gemeentegrenzen.Stelsel = None,
    laag: gemeentegrenzen.Laag = None,
    cijfers: options.Cijfers = None,
) -> None:
    """Teken één kaart van een scenario of een sleutel, of het verschil met een andere sleutel.

    De kaart is indicatief en noemt wet, bron, peildatum en gegevensversie. Gemeenten zonder waarde
    en waarden zonder gemeente worden genoemd.
    """
    from optimiser.io.writing.export import require_ending, write_bytes
    from optimiser.report.kaart.content import gather_map

    own = gemeentegrenzen.own_borders(grenzen, stelsel, laag)
    ending = require_ending(uit, (".png", ".svg", ".pdf", ".pptx", ".gpkg"))
    typed = choices.Keuzes(
        weergave, klassen, methode, regio, labels, uitgelicht, thema, formaat, titel, bron
    )
    looks = choices.opmaak(typed, own_borders=grenzen is not None)
    (question, choice), figures = _question(scenario, halfjaar, sleutel, cijfers)
    asked = _vraag(question, choice, meting, tegen)
    stof = gather_map(asked, figures)
    write_bytes(uit, _content(stof, figures, (looks, own), ending))
    printing.remark(f"Geschreven: {uit}")
    if stof.weigering:
        printing.remark(" ".join(stof.weigering))
        raise typer.Exit(CANNOT_CLOSE)


def _vraag(
    question: "Scenario", choice: "SleutelKeuze", meting: str, tegen: str | None
) -> "Kaartvraag":
    from optimiser.compare import parse_keuze
    from optimiser.report.kaart.content import Kaartvraag

    return Kaartvraag(question, choice, meting, None if tegen is None else parse_keuze(tegen))


def _content(
    stof: "Kaartstof",
    figures: "Gegevens",
    looks: "tuple[Opmaak, gemeentegrenzen.OwnBorders | None]",
    ending: str,
) -> bytes:
    from optimiser.maps import View, embedded_geometry, render
    from optimiser.report.kaart.makeup import chosen_elsewhere, drawing, entitled_layer
    from optimiser.teksten.zinnen import sentence

    opmaak, grenzen = looks
    if stof.meting.aantal and not stof.verschil and opmaak.klassen_gekozen:
        printing.remark(sentence("kaartbestand", "cirkels", {}))
    codes = stof.meting.teller.index
    if ending == ".gpkg":
        return entitled_layer(stof, opmaak, gemeentegrenzen.borders(grenzen, codes), figures)
    shapes = gemeentegrenzen.geometry(grenzen, codes) or embedded_geometry(View(opmaak.weergave))
    if lost := chosen_elsewhere(opmaak, shapes):
        printing.remark(f"Gekozen, maar niet op de kaart: {', '.join(lost)}")
    if ending == ".pptx":
        from optimiser.report.lrt.slides.map_slide import map_slide

        return map_slide(stof, opmaak, figures, shapes)
    drawn = drawing(stof, opmaak, figures, shapes)
    if drawn.zonder_geometrie:
        printing.remark(f"Wel een waarde, niet op de kaart: {_some(drawn.zonder_geometrie)}")
    if drawn.zonder_waarde:
        printing.remark(f"Zonder waarde: {_some(drawn.zonder_waarde)}")
    return render(drawn, ending.removeprefix("."))


def _some(codes: Sequence[str]) -> str:
    """Name the first ten and count the rest."""
    more = f" en nog {len(codes) - 10}" if len(codes) > 10 else ""
    return f"{', '.join(codes[:10])}{more}"


def _question(
    naam: str | None, halfjaar: str | None, sleutel: str | None, cijfers: Path | None
) -> "tuple[tuple[Scenario, SleutelKeuze], Gegevens]":
    """Return the scenario and its figures, from a file or from a half-year and a key."""
    from optimiser.compare import SleutelKeuze, parse_keuze

    if (naam is None) == (halfjaar is None) or (naam is not None and sleutel is not None):
        reason = "Geef een scenario, of --halfjaar (met --sleutel); niet allebei."
        raise WrongUsageError(reden=reason, opdracht="taakstelling kaart")
    if naam is not None:
        found, figures = find_question(naam, cijfers)
        return (found, SleutelKeuze(found.sleutel, found.sleutel, found.sleutel_opties)), figures
    choice = parse_keuze(sleutel or "inwoners")
    scenario = options.make_scenario(
        naam="kaart",
        titel=choice.titel,
        bron=choice.key.toelichting.bron,
        halfjaar=halfjaar,
        sleutel=choice.sleutel,
        sleutel_opties=choice.opties.model_dump(exclude_none=True),
    )
    return (scenario, choice), options.read_figures(cijfers)
