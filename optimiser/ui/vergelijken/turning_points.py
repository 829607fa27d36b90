"""Mixing two keys: at which weight every gemeente turns from more to fewer persons."""

import streamlit as st

from optimiser.compare.keuze import SleutelKeuze, parse_keuze
from optimiser.compare.memory import answer
from optimiser.compare.vergelijking import Vergelijking
from optimiser.onzekerheid.mengen import omslagpunten
from optimiser.report.vergelijking.turning_points import turning_sentence, turning_table
from optimiser.teksten import load_teksten, percentage, whole
from optimiser.ui.frame import session
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.vergelijken.choice import figures_now, own_names
from optimiser.ui.vergelijken.labels import kind, name_of, offered, title_of
from optimiser.ui.widgets.tables import Column, TableOptions, show_table


def show_omslag(found: Vergelijking, code: str, naar: str) -> None:
    """Show where the gemeente turns in a mix of two keys, and where every other one does."""
    pair = _pick_pair(found, naar)
    if pair is None:
        return
    vraag, figures = found.vraag, session.gegevens()
    shares = [
        dict(answer(vraag.scenario(keuze), figures).gemeenten["aandeel"])
        for keuze in (*pair, vraag.tegen)
    ]
    table = turning_table(omslagpunten(*shares), found.gemeenten)
    titels, tegen = (name_of(pair[0]), name_of(pair[1])), name_of(vraag.tegen)
    st.markdown(plain_text(turning_sentence(table.loc[code], titels, tegen)))
    turning = int(table["gewicht"].notna().sum())
    st.markdown(
        f"In deze mix slaan **{whole(turning)} van de {whole(len(table))} gemeenten** om; de "
        "andere krijgen bij elk gewicht meer, of bij elk gewicht minder."
    )
    second = title_of(pair[1])
    with st.expander("Omslagpunt van elke gemeente", expanded=True):
        show_table(
            table,
            (
                Column("gemeente", "Gemeente"),
                Column("provincie", "Provincie"),
                Column(
                    "gewicht",
                    "Omslagpunt",
                    percentage,
                    f"Gewicht van {second} waarbij het aandeel gelijk is aan dat onder {tegen}",
                    leeg="slaat niet om",
                ),
                Column("begin", f"Alleen {title_of(pair[0])}"),
                Column("eind", f"Alleen {second}"),
            ),
            key="vergelijk_omslag",
            titel=f"Gewicht van {second} waarbij een gemeente omslaat, vergeleken met {tegen}",
            options=TableOptions(search=True),
        )
        st.caption(load_teksten()["app"]["vergelijken"]["omslag"])


def _pick_pair(found: Vergelijking, naar: str) -> tuple[SleutelKeuze, SleutelKeuze] | None:
    """Let the user pick two keys other than the reference: those compared come first."""
    can, _ = offered(figures_now(), own_names())
    compared = {kind(keuze): keuze for keuze in found.keuzes.values()}
    others = {k: parse_keuze(label) for k, label in can.items() if k not in compared}
    others = {
        k: keuze for k, keuze in others.items() if set(keuze.key.opties) <= {"kolom", "totaal"}
    }
    start, reference = kind(found.keuzes[naar]), kind(found.keuzes[found.tegen])
    keys = {start: compared[start]} | compared | others
    options = [k for k in keys if k != reference]
    left, right = st.columns(2)
    first = left.selectbox(
        "Meng", options, format_func=lambda k: title_of(keys[k]), key="meng_eerste"
    )
    rest = [k for k in options if k != first]
    second = right.selectbox(
        "met", rest, format_func=lambda k: title_of(keys[k]), key="meng_tweede"
    )
    return None if second is None else (keys[str(first)], keys[second])
