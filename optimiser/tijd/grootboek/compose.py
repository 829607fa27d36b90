"""The whole ledger: embedded tables, deliveries, the computed taakstelling, uitruil, mergers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from optimiser.errors import OptimiserError
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.scenario.scenario import Scenario
from optimiser.solve.run import solve_scenario
from optimiser.tijd.grootboek.boeking import Boeking, BoekingSoort, BoekingStatus
from optimiser.tijd.grootboek.delivered import delivered_rows, taakstelling_bookings
from optimiser.tijd.grootboek.grootboek import Grootboek
from optimiser.tijd.grootboek.overgang import Shares
from optimiser.tijd.grootboek.printed import embedded_grootboek
from optimiser.tijd.grootboek.rows import to_rows

if TYPE_CHECKING:
    from optimiser.gegevens.gegevens import Gegevens


class Uitruiltermijn(NamedTuple):
    """What one agreement changes in one half-year.

    Attributes
    ----------
    naam
        Of the agreement.
    halfjaar
        As ``2024-1``.
    verschillen
        ``gm_code`` to persons, summing to 0.
    geboekt_op
        The day it became binding; None takes the first day of the half-year (aanname).
    """

    naam: str
    halfjaar: str
    verschillen: Mapping[str, int]
    geboekt_op: date | None = None


class Aanlevering(NamedTuple):
    """A delivered table of realisatie and what it rests on.

    Attributes
    ----------
    tabel
        As ``delivered.delivered_rows`` takes it.
    geboekt_op
        The day it was learned; None takes the peildatum of each row (aanname).
    bron, sha256
        File and checksum.
    nummer
        Of the levering, 0 for a loose file.
    """

    tabel: pd.DataFrame
    geboekt_op: date | None
    bron: str
    sha256: str = ""
    nummer: int = 0

    def line(self) -> str:
        """Return it as every output names it."""
        number = f"levering {self.nummer}, " if self.nummer else ""
        return f"Aangeleverd: {number}{self.bron} (sha256 {self.sha256[:12] or 'onbekend'})."


def compose_grootboek(
    gegevens: "Gegevens",
    aanleveringen: Sequence[Aanlevering] = (),
    uitruil: Iterable[Uitruiltermijn] = (),
    shares: Shares | None = None,
) -> Grootboek:
    """Return the ledger of the country, the provinces and, where delivered, the gemeenten.

    A gemeente gets the statutory taakstelling of every half-year that is delivered (inwoners,
    Adams, in the indeling of the half-year, art. 30), unless the delivery brings its own. Where
    that is one after uitruil, the agreements of that half-year are not booked once more.

    Parameters
    ----------
    gegevens
        The figures.
    aanleveringen
        Realisatie per gemeente.
    uitruil
        Binding agreements, booked in their half-years.
    shares
        Of split gemeenten.

    Raises
    ------
    OptimiserError
        If bookings contradict each other, or a taakstelling cannot be computed.
    """
    book = embedded_grootboek(gegevens, shares)
    if not aanleveringen:
        return book
    tables = [
        delivered_rows(one.tabel, one.geboekt_op, one.bron, one.sha256, one.nummer)
        for one in aanleveringen
    ]
    own = pd.concat([one.tabel for one in aanleveringen], ignore_index=True)
    computed, lines = _computed(gegevens, own)
    deals = _deals(uitruil, set(own["periode"]) - _after_uitruil(own))
    book = book.add_rows(*tables, to_rows([*computed, *deals]))
    told = (*book.bronnen, *(one.line() for one in aanleveringen), *lines)
    return replace(book, bronnen=told)


def _computed(gegevens: "Gegevens", own: pd.DataFrame) -> tuple[list[Boeking], list[str]]:
    """Return the statutory taakstelling where the delivery has none, and what it rests on."""
    lacking = own if "taakstelling" not in own else own[own["taakstelling"].isna()]
    wanted = {Halfjaar.parse(text) for text in lacking["periode"].unique()}
    bookings: list[Boeking] = []
    lines = []
    for periode in sorted(wanted):
        codes = set(lacking.loc[lacking["periode"] == str(periode), "gm_code"])
        try:
            verdeling = statutory_table(gegevens, periode)
        except OptimiserError as error:
            lines.append(
                f"De taakstelling van {periode} per gemeente is niet te berekenen ({error.code}); "
                "lever haar mee in de kolom taakstelling."
            )
            continue
        table = verdeling[verdeling.index.isin(codes)]
        bookings += taakstelling_bookings(table, periode, "berekend: inwoners, Adams")
    if bookings:
        lines.append("Taakstelling per gemeente: berekend (art. 29, inwoners, Adams).")
    return bookings, lines


def statutory_table(gegevens: "Gegevens", periode: Halfjaar) -> pd.Series:
    """Return the statutory taakstelling per gemeente in the indeling of the half-year (art. 30).

    Raises
    ------
    OptimiserError
        If the figures or the national number are not there, or a gemeente was split.
    """
    newest = max(table.peiljaar for tables in gegevens.gemeenten.values() for table in tables)
    indeling = min(periode.jaar, newest)
    scenario = Scenario(halfjaar=str(periode), indeling=indeling)
    return solve_scenario(scenario, gegevens).gemeenten["taakstelling"]


def _after_uitruil(own: pd.DataFrame) -> set[str]:
    """Return the half-years whose last delivered taakstelling already holds the uitruil."""
    if "herkomst" not in own:
        return set()
    last = own[own["herkomst"].notna()].drop_duplicates("periode", keep="last")
    return set(last.loc[last["herkomst"] == "na_uitruil", "periode"])


def _deals(uitruil: Iterable[Uitruiltermijn], perioden: set[str]) -> list[Boeking]:
    source = "register van overeenkomsten"
    bookings = []
    for term in uitruil:
        if term.halfjaar not in perioden:
            continue
        periode = Halfjaar.parse(term.halfjaar)
        day = periode.eerste_dag
        known = term.geboekt_op or day
        soort, status = BoekingSoort.UITRUIL, BoekingStatus.VOORLOPIG
        bookings += [
            Boeking(code, periode, soort, int(n), day, known, status, 1, source, sleutel=term.naam)
            for code, n in term.verschillen.items()
        ]
    return bookings
