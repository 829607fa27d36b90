"""What the reader looks at on page Koppelen: which area, and how many of the freed dwellings."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from optimiser.koppelen.bezetting import Bezetting, fill_klassen
from optimiser.koppelen.eigen.vraag import EigenAantallen
from optimiser.koppelen.passend import Huishoudens, Passendheid, check_passend
from optimiser.koppelen.uitgangspunt import LAND, Uitgangspunt, make_uitgangspunt, only, supply
from optimiser.koppelen.vraag import Koppelvraag
from optimiser.report.koppelen.eigen import basis_line
from optimiser.teksten import load_teksten
from optimiser.ui.frame import session
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.frame.statutory import statutory
from optimiser.ui.koppelen.eigen import held, own_counts
from optimiser.ui.widgets.fields import pick_halfjaar

#: The ready scenario whose ceiling the page opens on.
READY = "plafond-12"


@dataclass(frozen=True)
class Koppelkeuze:
    """What is shown.

    Attributes
    ----------
    start
        The question with what it rests on.
    gebied
        A COA region, or the country.
    own
        What the user brought in the place of assumptions.
    """

    start: Uitgangspunt
    gebied: str
    own: EigenAantallen

    @property
    def vraag(self) -> Koppelvraag:
        """The question a plan of this area answers: region by region, also of the country."""
        return self.start.vraag if self.gebied == LAND else only(self.start.vraag, self.gebied)

    def need(self, gebied: str) -> Huishoudens:
        """Return the households of an area."""
        return self._vraag(gebied).huishoudens[gebied]

    def supply(self, gebied: str) -> Sequence[int]:
        """Return the dwellings of an area per class."""
        return supply(self._vraag(gebied), gebied)

    def taakstelling(self, gebied: str) -> int:
        """Return what an area was asked [personen]."""
        rows = self._vraag(gebied).gemeenten
        return int(rows.loc[rows["gebied"] == gebied, "taakstelling"].sum())

    def passend(self, gebied: str) -> Passendheid:
        """Tell whether everybody of an area has a place."""
        klassen = self.start.vraag.klassen
        return check_passend(self.need(gebied), self.supply(gebied), klassen)

    def bezetting(self) -> tuple[Bezetting, ...]:
        """Return one way to place the households of the area that is shown."""
        klassen = self.start.vraag.klassen
        return fill_klassen(self.need(self.gebied), self.supply(self.gebied), klassen)

    def _vraag(self, gebied: str) -> Koppelvraag:
        return self.start.land if gebied == LAND else self.start.vraag


def pick() -> Koppelkeuze:
    """Let the reader choose; the country and the ceiling of the ready scenario by default.

    Raises
    ------
    OptimiserError
        If own numbers cannot be used in this half-year.
    """
    files = held()
    left, middle, right = st.columns(3)
    with left:
        pick_halfjaar()
    with right:
        aandeel = st.slider(
            "Deel van de vrijkomende corporatiewoningen (%)",
            1,
            40,
            ceiling(),
            key="koppel_aandeel",
            bind="query-params",
            disabled="woningen" in files,
            help=load_teksten()["app"]["koppelen"]["aandeel"],
        )
    assumed = start_of(aandeel)
    own = own_counts(assumed, files)
    start = own.on(assumed)
    with middle:
        gebied = st.selectbox(
            "Gebied (Nederland of een COA-regio)",
            [LAND, *start.vraag.huishoudens],
            key="koppel_gebied",
            bind="query-params",
        )
    st.caption(plain_text(basis_line(own)))
    return Koppelkeuze(start, gebied, own)


def ceiling() -> int:
    """Return the ceiling of the ready scenario [%]."""
    ready = session.ready_scenarios()[READY].capaciteit.maximum_aandeel
    return round(100 * float(ready or 0))


def start_of(aandeel: int) -> Uitgangspunt:
    """Return the assumed start of the half-year of the session.

    Raises
    ------
    OptimiserError
        If the half-year has no figures about dwellings.
    """
    asked, figures = statutory(), session.gegevens()

    def made() -> Uitgangspunt:
        return make_uitgangspunt(asked, figures, aandeel, solved=session.answer(asked))

    return session.kept("koppelvraag", (asked.model_dump_json(), aandeel), made)
