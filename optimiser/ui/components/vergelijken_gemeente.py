"""One gemeente: why this number, and at which weight of a mix it turns."""

from fractions import Fraction

import pandas as pd
import streamlit as st

from optimiser.compare.keuze import SleutelKeuze
from optimiser.compare.vergelijking import Vergelijking
from optimiser.compare.waarom import waarom
from optimiser.onzekerheid.mengen import omslagpunten
from optimiser.report.waarom import why_lines
from optimiser.teksten import percentage, signed, whole
from optimiser.ui import session
from optimiser.ui.components.tables import Column, show_table
from optimiser.ui.components.vergelijken_keuze import question
from optimiser.ui.components.vergelijken_labels import kind, name_of, title_of
from optimiser.ui.meldingen import plain_text


def pick_gemeente(found: Vergelijking, on_map: str | None, naar: str) -> str:
    """Let the user pick a gemeente: at first the largest change, or what was picked on the map."""
    names = found.gemeenten["gemeente"]
    key, seen = "gemeente", "_gemeente_op_kaart"
    if on_map in names.index and st.session_state.get(seen) != on_map:
        st.session_state[seen] = st.session_state[key] = on_map
    codes = sorted(names.index, key=lambda code: str(names[code]))
    largest = found.verschil(naar).abs().idxmax()
    return str(
        st.selectbox(
            "Gemeente",
            codes,
            index=codes.index(largest),
            format_func=lambda code: str(names[code]),
            key=key,
            bind="query-params",
        )
    )


def show_waarom(found: Vergelijking, code: str, naar: str) -> None:
    """Show the steps to the number of a gemeente under both keys of the pair."""
    row = found.gemeenten.loc[code]
    change = int(row[naar]) - int(row[found.tegen])
    st.markdown(
        f"**{plain_text(row['gemeente'])}**: {whole(int(row[found.tegen]))} personen onder "
        f"{plain_text(name_of(found.keuzes[found.tegen]))}, {whole(int(row[naar]))} onder "
        f"{plain_text(name_of(found.keuzes[naar]))} (**{signed(change)}**)."
    )
    asked = question(tuple(found.keuzes.values()), found.keuzes[found.tegen])
    for place, label in zip(st.columns(2), (found.tegen, naar), strict=True):
        with place, st.container(border=True):
            st.markdown(f"**{plain_text(name_of(found.keuzes[label]))}**")
            told = why_lines(waarom(code, found.keuzes[label], asked, session.gegevens()))
            st.markdown("\n\n".join(map(plain_text, told[:-1])))
            st.caption(plain_text(told[-1]))


def show_mengpunt(found: Vergelijking, code: str, naar: str) -> None:
    """Show at which weight of a mix of two keys the gemeente turns from more to fewer."""
    by_kind = {kind(keuze): keuze for keuze in found.keuzes.values()}

    def titel(picked: str | None) -> str:
        return title_of(by_kind[str(picked)])

    start, reference = kind(found.keuzes[naar]), kind(found.keuzes[found.tegen])
    options = sorted(by_kind, key=lambda k: (k == reference, k != start))
    left, right = st.columns(2)
    first = left.selectbox("Meng", options, format_func=titel, key="meng_eerste")
    others = [k for k in options if k != first]
    second = right.selectbox("met", others, format_func=titel, key="meng_tweede")
    pair = by_kind[str(first)], by_kind[str(second)]
    shares = [
        dict(found.verdelingen[k].gemeenten["aandeel"])
        for k in (pair[0].label, pair[1].label, found.tegen)
    ]
    turns = omslagpunten(*shares)
    st.markdown(turning_sentence(turns.loc[code], pair, found, code))
    count = int(turns["gewicht"].notna().sum())
    st.markdown(f"In deze mix slaan {whole(count)} van de {whole(len(turns))} gemeenten om.")
    with st.expander("Omslagpunt van elke gemeente"):
        table = turns.assign(gemeente=found.gemeenten["gemeente"])
        table["begin"], table["eind"] = (table[c].map(_words) for c in ("begin", "eind"))
        show_table(
            table,
            (
                Column("gemeente", "Gemeente"),
                Column("gewicht", "Omslagpunt", _percent, f"Gewicht van {titel(second)}"),
                Column("begin", f"Alleen {titel(first)}"),
                Column("eind", f"Alleen {titel(second)}"),
            ),
            key="vergelijk_omslag",
            titel=f"Vergeleken met {name_of(found.keuzes[found.tegen])}; leeg: geen omslag",
        )


def turning_sentence(
    row: pd.Series, pair: tuple[SleutelKeuze, SleutelKeuze], found: Vergelijking, code: str
) -> str:
    """Say where a gemeente turns; the weights are exact, the sentence rounds them."""
    name = plain_text(found.gemeenten.at[code, "gemeente"])
    first, second = (plain_text(name_of(keuze)) for keuze in pair)
    tegen = plain_text(name_of(found.keuzes[found.tegen]))
    if found.tegen in (pair[0].label, pair[1].label):
        other = second if found.tegen == pair[0].label else first
        word = row["eind"] if found.tegen == pair[0].label else row["begin"]
        return (
            f"Het uitgangspunt zit zelf in deze mix: {name} krijgt bij elk gewicht van {other} "
            f"{_words(word)} dan onder {tegen}. Kies twee andere sleutels voor een omslagpunt."
        )
    if row["gewicht"] is None:
        return f"{name} slaat niet om: bij elk gewicht **{_words(row['eind'])}** dan onder {tegen}."
    return (
        f"{name} krijgt met alleen {first} {_words(row['begin'])} dan onder {tegen}, met alleen "
        f"{second} {_words(row['eind'])}. Het omslagpunt ligt bij "
        f"**{_percent(row['gewicht'])}** {second}."
    )


def _words(word: str) -> str:
    return {"winst": "minder personen", "verlies": "meer personen"}.get(word, "evenveel")


def _percent(weight: Fraction) -> str:
    return percentage(weight, 2)
