"""The commands that make the same map and the same kit outside the app."""

import shlex

import streamlit as st

from optimiser.report.kaart.class_breaks import breaks_text
from optimiser.report.kaart.content import Kaartvraag
from optimiser.report.kaart.makeup import Opmaak
from optimiser.report.lrt.question import LrtVraag
from optimiser.ui.frame import session
from optimiser.ui.frame.commands import toml_name
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.widgets.sections import draw_when_opened


def show_opdracht(vraag: Kaartvraag, opmaak: Opmaak, kit: LrtVraag) -> None:
    """Show both command lines."""

    def draw() -> None:
        name = session.upload_name()
        beside = "" if name is None else f" en {plain_text(name)}"
        there = f"met het bewaarde scenario{beside} in dezelfde map"
        st.markdown(f"Op de opdrachtregel, {there}. De kaart (ook .svg, .pdf en .gpkg):")
        st.code(map_command(vraag, opmaak, name), language=None, wrap_lines=True)
        st.markdown("De stukken (ook .pdf, .xlsx en .gpkg):")
        st.code(kit_command(kit, name), language=None, wrap_lines=True)

    draw_when_opened("Toon kaart en stukken als commando", "lrt_commando", draw)


def map_command(vraag: Kaartvraag, opmaak: Opmaak, cijfers: str | None = None) -> str:
    """Return the line that draws the same map; options that are as they come are left out.

    Examples
    --------
    >>> from optimiser.compare.keuze import parse_keuze
    >>> from optimiser.scenario.scenario import Scenario
    >>> now = Scenario(naam="wettelijk", halfjaar="2025-2")
    >>> asked = Kaartvraag(now, parse_keuze("inwoners"), "per_1000")
    >>> print(map_command(asked, Opmaak(regio="corop")))
    taakstelling kaart wettelijk.toml --uit kaart.png --meting per_1000 --regio corop
    """
    line = ["taakstelling", "kaart", toml_name(vraag.scenario), "--uit", "kaart.png"]
    if vraag.meting != "personen":
        line += ["--meting", vraag.meting]
    if vraag.tegen is not None:
        line += ["--tegen", vraag.tegen.label]
    plain = dict(_options(Opmaak()))
    for option, value in _options(opmaak):
        if value != plain[option]:
            line += [f"--{option}", value]
    return shlex.join(line + _figures(cijfers))


def _options(opmaak: Opmaak) -> list[tuple[str, str]]:
    """Return every choice as the command line writes it."""
    own, names = opmaak.klassen, opmaak.namen
    return [
        ("weergave", opmaak.weergave),
        ("klassen", breaks_text(own) if isinstance(own, tuple) else str(own)),
        ("methode", opmaak.methode),
        ("regio", opmaak.regio or ""),
        ("labels", ",".join(names) if isinstance(names, tuple) else str(names)),
        ("uitgelicht", ",".join(opmaak.uitgelicht)),
        ("thema", opmaak.thema),
        ("formaat", opmaak.formaat),
        ("titel", opmaak.titel),
        ("bron", opmaak.bronregel),
    ]


def kit_command(vraag: LrtVraag, cijfers: str | None = None) -> str:
    """Return the line that makes the kit.

    Examples
    --------
    >>> from optimiser.scenario.scenario import Scenario
    >>> print(kit_command(LrtVraag(Scenario(naam="wettelijk", halfjaar="2025-2"))))
    taakstelling lrt wettelijk.toml --uit lrt.pptx
    """
    line = ["taakstelling", "lrt", toml_name(vraag.scenario), "--uit", "lrt.pptx"]
    if vraag.keuzes:
        line += ["--sleutels", ",".join(keuze.label for keuze in vraag.keuzes)]
    if vraag.koppelen is not None:
        line += ["--koppelen", str(vraag.koppelen)]
    return shlex.join(line + _figures(cijfers))


def _figures(cijfers: str | None) -> list[str]:
    return [] if cijfers is None else ["--cijfers", cijfers]
