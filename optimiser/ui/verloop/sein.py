"""Early warning on page Verloop: the provinces, or the gemeenten of the province that is shown."""

from functools import partial

import pandas as pd
import streamlit as st

from optimiser.datapunt.beside import read_aanbod, read_gekoppeld, read_ladder, read_treden
from optimiser.datapunt.held import grootboek_key, read_datapunt
from optimiser.report.verloop.ladder import ladder_lines, with_names
from optimiser.report.verloop.letter import letter_docx
from optimiser.report.verloop.sein import sein_notes, sein_words
from optimiser.teksten import decimal, load_teksten, signed, whole
from optimiser.tijd.sein.facts import sein_table
from optimiser.ui.frame import session
from optimiser.ui.frame.admission import zicht
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.verloop.choice import VerloopKeuze
from optimiser.ui.widgets.downloads import offer_file
from optimiser.ui.widgets.tables import Column, TableOptions, show_table

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _months(value: float) -> str:
    return signed(value, 1)


def _times(value: float) -> str:
    return decimal(value, 2)


_COLUMNS = (
    Column("naam", "Gebied"),
    Column("maanden_werk", "Maanden werk", _months, "6 x saldo / taakstelling", "-"),
    Column("saldo", "Saldo", signed, "Plus is achterstand, min is voorsprong, in personen", "-"),
    Column("naar_rato", "Naar rato", signed, "Achter (+) bij de tijd die voorbij is", "-"),
    Column("maal_hoogste", "Keer beste", _times, "Nodig tempo tegen het beste halfjaar", "-"),
    Column("te_weinig_gekoppeld", "Te weinig gekoppeld", whole, "Waar dat is aangeleverd", "-"),
    Column("woningaanbod", "Woningaanbod", whole, "Aangeleverd voor dit halfjaar, woningen", "-"),
    Column("trede", "Trede", None, "Zoals de provincie haar heeft aangeleverd", "-"),
    Column("sinds", "Sinds", None, "Van de trede, zoals aangeleverd", "-"),
    Column("verschoonbaar", "Verschoonbaar", None, "Houdt de trede vast, niet het saldo", "-"),
    Column("wat_opvalt", "Wat opvalt", None, "Feiten, geen kansen", ""),
)

#: Columns that stand there only where something was delivered.
DELIVERED = ("te_weinig_gekoppeld", "woningaanbod", "trede", "sinds", "verschoonbaar")


def show_sein(keuze: VerloopKeuze) -> None:
    """Show the facts of early warning, how often such a sign was right, and letter data."""
    held, periode = keuze.ledger, keuze.periode
    st.markdown(load_teksten()["app"]["verloop"]["sein"])
    whole_country = keuze.eenheid == "NL"
    per = "provincie" if whole_country else "gemeente"
    facts = _facts(keuze, per)
    if facts.empty:
        st.info(load_teksten()["saldo"]["geen_gemeenten"])
        return
    told = sein_words(facts, held.book).set_index("code")
    show_table(
        told,
        [c for c in _COLUMNS if c.naam not in DELIVERED or told[c.naam].notna().any()],
        key="verloop_sein",
        titel=f"Sein per {per}, {periode}",
        options=TableOptions(search=not whole_country, height=50),
    )
    area = None if whole_country else held.book.name_of(keuze.eenheid)
    names = read_treden(read_datapunt(zicht()), held.bekend_op)
    with st.expander("Hoe u dit leest, en waar de treden vandaan komen"):
        lines = [*sein_notes(held.course, per), *ladder_lines(names, area)]
        st.markdown("\n".join(f"- {plain_text(line)}" for line in lines))
    if not whole_country:
        name = held.book.name_of(keuze.eenheid)
        offer_file(
            "Download gegevens voor brieven (Word)",
            partial(letter_docx, held.book, held.course, periode, facts, name),
            naam=f"brieven-{periode}.docx",
            mime=DOCX,
            key="verloop_brieven",
        )


def _facts(keuze: VerloopKeuze, per: str) -> pd.DataFrame:
    """Return the facts of the provinces, or of the gemeenten of the area that is shown."""
    held, periode = keuze.ledger, keuze.periode

    def made() -> pd.DataFrame:
        point = read_datapunt(zicht())
        day = held.bekend_op
        names, regios = read_treden(point, day), session.gegevens().regios
        ladder = with_names(read_ladder(point, day), names, regios)
        offered = read_aanbod(point, str(periode), day)
        homes = None if offered is None else offered["totaal"]
        coupled = read_gekoppeld(point, str(periode), day)
        return sein_table(held.course, periode, per, coupled, ladder, homes)

    facts = session.kept("sein", (grootboek_key(), held.bekend_op, str(periode), per), made)
    if per == "provincie" or facts.empty:
        return facts
    owner = session.gegevens().regios["provincie_code"]
    code = keuze.eenheid
    province = code if code.startswith("PV") else owner.get(code)
    return facts[owner.reindex(facts.index) == province]
