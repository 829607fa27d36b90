"""The commands that make the same map and the same kit outside the app."""

import shlex

import streamlit as st

from optimiser.report.kaartstof import Kaartvraag
from optimiser.report.lrt.vraag import LrtVraag
from optimiser.ui import session
from optimiser.ui.commands import toml_name
from optimiser.ui.components.lrt_opmaak import Opmaak
from optimiser.ui.meldingen import plain_text


def show_opdracht(vraag: Kaartvraag, opmaak: Opmaak, kit: LrtVraag) -> None:
    """Show both command lines, and what they leave out."""
    held = session.upload()
    name = None if held is None else held.naam
    with st.expander("Toon kaart en stukken als commando"):
        st.markdown("Op de opdrachtregel, met het bewaarde scenario in dezelfde map. De kaart:")
        st.code(map_command(vraag, opmaak, name), language="sh")
        if left := beyond(opmaak):
            st.markdown(f"Niet in dit commando: {plain_text(', '.join(left))}.")
        st.markdown("De stukken (ook .pdf, .xlsx en .gpkg):")
        st.code(kit_command(kit, name), language="sh")


def map_command(vraag: Kaartvraag, opmaak: Opmaak, cijfers: str | None = None) -> str:
    """Return the line that draws a map; options that are as they come are left out.

    Examples
    --------
    >>> from optimiser.compare.keuze import parse_keuze
    >>> from optimiser.scenario import Scenario
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
    plain = Opmaak()
    for option in ("weergave", "klassen", "methode", "regio", "thema"):
        if (value := getattr(opmaak, option)) != getattr(plain, option):
            line += [f"--{option}", str(value)]
    if opmaak.uitgelicht:
        line += ["--labels", ",".join(opmaak.uitgelicht)]
    elif opmaak.namen:
        line += ["--labels", str(opmaak.namen)]
    return shlex.join(line + _figures(cijfers))


def beyond(opmaak: Opmaak) -> list[str]:
    """Tell which choices the command line does not have.

    >>> beyond(Opmaak(titel="Onze kaart"))
    ['het formaat van een dia', 'de eigen titel']
    """
    there = {
        "het formaat van een dia": opmaak.formaat == "dia",
        "de eigen titel": bool(opmaak.titel),
        "de eigen bronregel": bool(opmaak.bronregel),
        "de omlijning van uitgelichte gemeenten": bool(opmaak.uitgelicht),
    }
    return [words for words, chosen in there.items() if chosen]


def kit_command(vraag: LrtVraag, cijfers: str | None = None) -> str:
    """Return the line that makes the kit.

    Examples
    --------
    >>> from optimiser.scenario import Scenario
    >>> print(kit_command(LrtVraag(Scenario(naam="wettelijk", halfjaar="2025-2"))))
    taakstelling lrt wettelijk.toml --uit lrt.pptx
    """
    line = ["taakstelling", "lrt", toml_name(vraag.scenario), "--uit", "lrt.pptx"]
    if vraag.keuzes:
        line += ["--sleutels", ",".join(keuze.label for keuze in vraag.keuzes)]
    return shlex.join(line + _figures(cijfers))


def _figures(cijfers: str | None) -> list[str]:
    return [] if cijfers is None else ["--cijfers", cijfers]
