"""The proposal as a link, as a file up and down, and as commands."""

import shlex
from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from optimiser.io.reading.van_naar import HALFJAAR
from optimiser.io.reading.voorstellen import COLUMNS
from optimiser.io.register_place import own_register_in_words
from optimiser.scenario.scenario import Scenario
from optimiser.ui.frame import state
from optimiser.ui.frame.commands import Commands, toml_name
from optimiser.ui.frame.session import upload_name
from optimiser.ui.uitruil import draft as held
from optimiser.ui.uitruil.opening import show_opening
from optimiser.ui.uitruil.words import say
from optimiser.ui.widgets.downloads import offer_table
from optimiser.ui.widgets.sections import draw_when_opened
from optimiser.uitruil.toets.measures import Voorkeur
from optimiser.uitruil.toets.uitslag import Toetsuitslag

FILE = "voorstel"


def show_sharing(
    uitslag: Toetsuitslag, rows: Sequence[tuple[str, str, int, str]], names: Mapping[str, str]
) -> None:
    """Offer link, files and commands for the agreements in the table.

    Parameters
    ----------
    uitslag
        Their test.
    rows
        Name, gm_code, persons and half-year.
    names
        Gm_code to name.
    """

    def draw() -> None:
        link = state.address() if held.fits_address() else None
        if link is None:
            st.markdown(say("link_te_lang"))
        else:
            st.markdown("Deze link opent het scenario met deze afspraken:")
            st.code(link, language=None, wrap_lines=True)
        if rows:
            offer_table(
                file_table(rows, names),
                [uitslag.stand.herkomst.line()],
                naam=FILE,
                key="uitruil_voorstel",
            )
        show_opening(uitslag.stand.halfjaar)
        if rows:
            st.markdown(f"**Toon deze toets als commando.** {say('commando_uitleg')}")
            told = toets_commands(
                state.scenario(), uitslag.maat, upload_name(), own_register_in_words()
            )
            st.code(told.shell, language=None, wrap_lines=True)
            st.code(told.python, language=None, wrap_lines=True)

    draw_when_opened("Delen, bewaren en openen", "uitruil_delen", draw)


def file_table(rows: Sequence[tuple[str, str, int, str]], names: Mapping[str, str]) -> pd.DataFrame:
    """Return the proposal as the file that ``uitruil toets`` reads; names are for the reader.

    The half-year is a column only where there are two.
    """
    columns = [*COLUMNS, HALFJAAR, "gemeente"]
    table = pd.DataFrame([(*row, names.get(row[1], "")) for row in rows], columns=columns)
    several = len({half for *_, half in rows}) > 1
    return table if several else table.drop(columns=HALFJAAR)


def toets_commands(
    scenario: Scenario, maat: Voorkeur, cijfers: str | None, register: str | None
) -> Commands:
    """Return the commands that give the same test.

    Parameters
    ----------
    scenario, maat
        Of the test.
    cijfers
        Name of the file with the user's columns, if any.
    register
        Place of the register, as the shell reads it; None where the command finds it itself.

    Examples
    --------
    >>> print(toets_commands(Scenario(halfjaar="2025-2"), Voorkeur.LAST, None, None).shell)
    taakstelling uitruil toets voorstel.csv --halfjaar 2025-2 --maat last
    """
    line = ["taakstelling", "uitruil", "toets", f"{FILE}.csv", "--halfjaar", scenario.halfjaar]
    if scenario != Scenario(halfjaar=scenario.halfjaar):
        line += ["--scenario", toml_name(scenario)]
    if maat is not Voorkeur.GELIJKMATIG:
        line += ["--maat", str(maat)]
    if cijfers is not None:
        line += ["--cijfers", cijfers]
    shell = shlex.join(line)
    if register is not None:
        shell += f" --register {register}"
    return Commands(shell, _python(scenario, maat, cijfers))


def _python(scenario: Scenario, maat: Voorkeur, cijfers: str | None) -> str:
    question = scenario.model_dump_json(exclude_defaults=True)
    names = ["Scenario", "check_uitruil", "make_beginstand", "read_gegevens", "read_voorstellen"]
    return "\n".join(
        [
            f"from optimiser import {', '.join(names)}",
            "",
            f"scenario = Scenario.model_validate_json({question!r})",
            f"afspraken = read_voorstellen('{FILE}.csv', scenario.halfjaar)",
            f"stand = make_beginstand(scenario, read_gegevens({_quoted(cijfers)}))",
            f"uitslag = check_uitruil(afspraken, stand, {str(maat)!r})",
            "for een in uitslag.uitslagen:",
            "    for rij in een.rijen:",
            "        namen = een.voorstel.naam, rij.gemeente",
            "        print(*namen, een.mag, rij.voor, rij.verschil, rij.na)",
        ]
    )


def _quoted(cijfers: str | None) -> str:
    return "" if cijfers is None else repr(cijfers)
