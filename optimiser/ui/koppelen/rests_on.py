"""What the page rests on, and the commands that answer the same."""

import shlex

import streamlit as st

from optimiser.koppelen.uitgangspunt import LAND
from optimiser.report.koppelen.eigen import eigen_lines
from optimiser.report.koppelen.sentences import aanname_line
from optimiser.teksten import load_teksten
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.frame.statutory import statutory
from optimiser.ui.koppelen.choice import Koppelkeuze
from optimiser.ui.widgets.sections import draw_when_opened


def rests_lines(keuze: Koppelkeuze) -> list[str]:
    """Return what was brought, every assumption with its value, law, figures and hash."""
    start, own = keuze.start, keuze.own
    brought = (own.huishoudens is None, own.woningen is None)
    assumed = aanname_line(start.aandeel / 100, start.mutatiegraad, *brought)
    return [*eigen_lines(own), assumed, start.herkomst.line()]


def show_rests_on(keuze: Koppelkeuze) -> None:
    """Show assumptions and origin, and the command lines, folded."""
    with st.expander("Waar dit op rust"):
        lines = rests_lines(keuze)
        st.markdown("\n".join(f"- {plain_text(line)}" for line in lines))

    def draw() -> None:
        asked = statutory()
        st.markdown(load_teksten()["app"]["koppelen"]["commando"])
        for line in commands_of(asked.halfjaar, asked.totaal, keuze):
            st.code(line, language=None, wrap_lines=True)

    draw_when_opened("Toon koppelen als commando", "koppel_commando", draw)


def commands_of(halfjaar: str, totaal: int | None, keuze: Koppelkeuze) -> tuple[str, str]:
    """Return the lines that tell whether it fits, and make the plan."""
    gebied, asked = keuze.gebied, _asked(halfjaar, totaal, keuze)
    area = "land" if gebied == LAND else "coa_regio"
    region = [] if gebied == LAND else ["--regio", gebied]
    made = [*asked, *region, *_drempel(keuze), "--uit", "plan.xlsx"]
    return (
        shlex.join(["taakstelling", "koppel", "past", *asked, "--gebied", area]),
        shlex.join(["taakstelling", "koppel", "plan", *made]),
    )


def why_command(keuze: Koppelkeuze, groep: tuple[str, int, str]) -> str:
    """Return the line that explains one group, from the plan of this page as it is downloaded.

    Parameters
    ----------
    keuze
        What is shown.
    groep
        ``gm_code``, persons of a household, class.
    """
    scenario = statutory()
    code, personen, klasse = groep
    group = [code, "--personen", str(personen), "--klasse", klasse]
    asked = [*_asked(scenario.halfjaar, scenario.totaal, keuze), *_drempel(keuze)]
    plan = ["--plan", f"{plan_name(keuze)}.xlsx"]
    return shlex.join(["taakstelling", "koppel", "waarom", *group, *asked, *plan])


def plan_name(keuze: Koppelkeuze) -> str:
    """Return the name of the files of a plan, without ending."""
    return f"koppelplan-{keuze.gebied.lower()}"


def _asked(halfjaar: str, totaal: int | None, keuze: Koppelkeuze) -> list[str]:
    own = [] if totaal is None else ["--totaal", str(totaal)]
    asked = ["--halfjaar", halfjaar, *own, "--aandeel", str(keuze.start.aandeel)]
    for kind, brought in (("huishoudens", keuze.own.huishoudens), ("woningen", keuze.own.woningen)):
        asked += [] if brought is None else [f"--{kind}", brought.naam]
    return asked


def _drempel(keuze: Koppelkeuze) -> list[str]:
    return ["--drempel", str(keuze.start.vraag.drempel)]
