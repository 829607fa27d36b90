"""How sure the picture is: thousands of draws, started by the user, with progress and a stop."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

from optimiser.compare.vergelijking import Vergelijking
from optimiser.compare.vraag import Vraag
from optimiser.gegevens.gegevens import Gegevens
from optimiser.teksten import decimal, percentage, whole
from optimiser.ui.frame import background, session
from optimiser.ui.frame.meldingen import guarded, plain_text
from optimiser.ui.frame.worker import Voortgang
from optimiser.ui.vergelijken import kept
from optimiser.ui.vergelijken.choice import question
from optimiser.ui.vergelijken.labels import name_of
from optimiser.ui.widgets.tables import Column, TableOptions, show_table

DRAWS = (1_000, 5_000, 10_000)
#: What the draws and their summary take at most, about [s].
SECONDS = 60
_WORK = "_trekkingen"


@dataclass(frozen=True)
class SweepView:
    """What is kept of a sweep: the tables, not the draws.

    Attributes
    ----------
    banden
        Label to the band of every gemeente.
    rangorde
        Order of the keys on the lead measure.
    tornado
        Label to what each input alone does to the moved persons.
    aannames
        The declared distributions in Dutch.
    seconds
        How long the draws took.
    """

    banden: dict[str, pd.DataFrame]
    rangorde: pd.DataFrame
    tornado: dict[str, pd.DataFrame]
    aannames: tuple[str, ...]
    seconds: float


def show_zekerheid(found: Vergelijking, code: str, naar: str) -> None:
    """Show the outcome of the draws, the button that starts them, or how far they are."""
    left, right = st.columns([1, 2], vertical_alignment="bottom")
    number = int(left.selectbox("Aantal trekkingen", DRAWS, format_func=whole, key="trekkingen"))
    made = kept.kept_sweep(found.vraag, number)
    keuzes = tuple(found.keuzes.values())
    asked = f"{found.vraag}|{session.gegevens().version}|{number}"
    if not made and (ready := background.outcome(_WORK, asked)) is not None:
        made.append(ready)
    busy = background.running(_WORK) is not None
    right.button(
        "Reken met onzekerheid",
        disabled=bool(made) or busy,
        on_click=guarded(_start),
        args=(asked, question(keuzes, found.vraag.tegen), number),
        key="zwerm_start",
    )
    if busy:
        background.show_progress(_WORK, "Trekkingen")
    if made:
        _show(made[0], found, code, naar)


def _start(asked: str, vraag: Vraag, number: int) -> None:
    background.start(_WORK, asked, partial(_computed, vraag, number, session.gegevens()), SECONDS)


def _computed(vraag: Vraag, number: int, figures: Gegevens, voortgang: Voortgang) -> SweepView:
    """Compute the draws; runs where there is no session."""
    from optimiser.onzekerheid.aannames import Aannames
    from optimiser.onzekerheid.model import build_model
    from optimiser.onzekerheid.samenvatting import banden, rangorde
    from optimiser.onzekerheid.tornado import tornado
    from optimiser.onzekerheid.zwerm import sweep

    def told(done: int, every: int) -> bool:
        voortgang.tekst = f"{percentage(done / every, 0)}, "
        return not voortgang.gestopt

    drawn = Aannames(trekkingen=number)
    model = build_model(vraag, drawn, figures)
    swarm = sweep(model, drawn, melder=told)
    return SweepView(
        {label: banden(swarm, label) for label in model.labels},
        rangorde(swarm),
        {label: tornado(model, drawn, label) for label in model.labels[1:]},
        tuple(drawn.lines()),
        swarm.seconds,
    )


def _show(beeld: SweepView, found: Vergelijking, code: str, naar: str) -> None:
    band = beeld.banden[naar].loc[code]
    name = plain_text(found.gemeenten.at[code, "gemeente"])
    low, high = whole(int(band["p5"])), whole(int(band["p95"]))
    reach = low if low == high else f"{low} tot {high}"
    st.markdown(
        f"**{name}** krijgt onder {plain_text(name_of(found.keuzes[naar]))} in negen van de tien "
        f"trekkingen **{reach} personen** "
        f"(zonder onzekerheid {whole(int(band['basis']))}). "
        f"De kans op meer dan onder {plain_text(name_of(found.keuzes[found.tegen]))} is "
        f"{percentage(band['kans_ontvanger'], 0)}, op minder {percentage(band['kans_gever'], 0)}."
    )
    if len(beeld.rangorde):
        _ranking(beeld, found)
    _tornado(beeld.tornado[naar], name_of(found.keuzes[naar]))
    _bands(beeld.banden[naar], found, naar)
    with st.expander("Aannames van de trekkingen"):
        st.markdown("\n".join(f"- {plain_text(line)}" for line in beeld.aannames))
    st.caption(f"Rekentijd van de trekkingen: {decimal(beeld.seconds)} seconden.")


def _ranking(beeld: SweepView, found: Vergelijking) -> None:
    table = beeld.rangorde
    table = table.assign(titel=[name_of(found.keuzes[label]) for label in table["sleutel"]])
    part = _part(1)
    columns = (
        Column("titel", "Sleutel"),
        Column("gemiddelde_plaats", "Gemiddelde plaats", lambda v: decimal(v, 2)),
        Column("kans_beste", "Kans op de beste", part),
        Column("p5", "5 %", part),
        Column("p50", "Mediaan", part),
        Column("p95", "95 %", part),
        Column(
            "rangcorrelatie",
            "Rangcorrelatie",
            lambda v: decimal(v, 2),
            "Volgorde van de gemeenten tegen het basisgeval",
            leeg="uitgangspunt",
        ),
    )
    show_table(
        table,
        columns,
        key="vergelijk_rang",
        titel="Scheefheid ten opzichte van vrijkomende sociale huur, over alle trekkingen",
    )


def _tornado(table: pd.DataFrame, titel: str) -> None:
    columns = (
        Column("invoer", "Eén voor één gevarieerd"),
        Column("bij_laag", "Bij laag", whole),
        Column("bij_hoog", "Bij hoog", whole),
        Column("breedte", "Verschil", whole),
    )
    show_table(
        table,
        columns,
        key="vergelijk_tornado",
        titel=f"Wat elk gegeven doet met de personen die verschuiven ({titel})",
    )


def _bands(table: pd.DataFrame, found: Vergelijking, naar: str) -> None:
    shown = table.assign(gemeente=found.gemeenten["gemeente"])
    part = _part(0)
    columns = (
        Column("gemeente", "Gemeente"),
        Column("basis", "Zonder onzekerheid", whole),
        Column("p5", "5 %", whole, "In 5 % van de trekkingen dit of minder"),
        Column("p50", "Mediaan", whole),
        Column("p95", "95 %", whole, "In 95 % van de trekkingen dit of minder"),
        Column("kans_ontvanger", "Kans op meer", part),
        Column("kans_gever", "Kans op minder", part),
    )
    with st.expander("Bandbreedte per gemeente"):
        show_table(
            shown,
            columns,
            key="vergelijk_banden",
            titel=f"Personen onder {name_of(found.keuzes[naar])}",
            options=TableOptions(search=True),
        )


def _part(places: int) -> Callable[[float], str]:
    return lambda value: percentage(value, places)
