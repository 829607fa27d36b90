"""What must still happen with agreements, and before which day; as a list and as iCalendar."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pandas as pd

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.register.stand import Versie
from optimiser.report.papier.words import changes_in_words, listed
from optimiser.report.uitruil.registered.register_table import party_names
from optimiser.teksten.zinnen import sentence
from optimiser.uitruil.states import BINDING, Status

#: Days before a half-year starts on which a step is due (aanname of this program).
BEFORE_START, BEFORE_RETURN, BEFORE_CLOSING = 30, 90, 180


@dataclass(frozen=True, slots=True)
class Herinnering:
    """One thing to do.

    Attributes
    ----------
    dag
        Before which day.
    nummer, naam, halfjaar
        Of which agreement, for which half-year.
    code, tekst
        What kind, and what in Dutch.
    """

    dag: date
    nummer: int
    naam: str
    halfjaar: str
    code: str
    tekst: str


def herinneringen(versions: Sequence[Versie]) -> list[Herinnering]:
    """Return everything that must still happen, by day.

    Parameters
    ----------
    versions
        Agreements as they stand; what lapsed or was carried out asks nothing.
    """
    names = party_names(versions)
    found = [one for version in versions for one in _of(version, names)]
    return sorted(found, key=lambda one: (one.dag, one.nummer, one.halfjaar))


def _of(one: Versie, names: dict[str, str]) -> Iterator[Herinnering]:
    deal = one.overeenkomst
    for place, position in enumerate(one.open):
        term = position.termijn
        half = Halfjaar.parse(term.halfjaar)
        facts = {
            "halfjaar": term.halfjaar,
            "wie": listed([names[code] for code in one.wacht_op]),
            "wijzigingen": changes_in_words(term.verschillen, names),
        }
        first = term == deal.termijnen[0]
        if one.status is Status.CONCEPT and place == 0:
            due = half.eerste_dag - timedelta(days=BEFORE_START)
            yield _make(due, one, term.halfjaar, "goedkeuren", facts)
        if one.status is Status.CONCEPT:
            continue
        if one.status is Status.AKKOORD and place == 0:
            due = half.eerste_dag - timedelta(days=BEFORE_START)
            yield _make(due, one, term.halfjaar, "melden", facts)
        if not first:
            due = half.eerste_dag - timedelta(days=BEFORE_RETURN)
            yield _make(due, one, term.halfjaar, "teruggave", facts)
        yield _make(half.laatste_dag, one, term.halfjaar, "uitgevoerd", facts)
    if one.status in BINDING:
        yield from _facilities(one)


def _facilities(one: Versie) -> Iterator[Herinnering]:
    """Remind of the opening of a joint facility, and well before it closes."""
    for facility in one.overeenkomst.voorzieningen:
        facts = {"naam": facility.naam, "plekken": f"{facility.plekken}"}
        facts["einde"] = f"{facility.laatste_dag:%d-%m-%Y}"
        due = facility.eerste_dag - timedelta(days=BEFORE_START)
        yield _make(due, one, facility.opening, "voorziening_open", facts)
        due = facility.laatste_dag - timedelta(days=BEFORE_CLOSING)
        yield _make(due, one, facility.opening, "voorziening_sluit", facts)


def _make(dag: date, one: Versie, halfjaar: str, code: str, facts: dict[str, str]) -> Herinnering:
    text = sentence("herinneringen", code, facts)
    return Herinnering(dag, one.nummer, one.overeenkomst.naam, halfjaar, code, text)


def herinneringen_table(found: Sequence[Herinnering]) -> pd.DataFrame:
    """Return the list as a table."""
    columns = ["voor", "nummer", "uitruil", "halfjaar", "wat"]
    rows = [(f"{h.dag:%d-%m-%Y}", h.nummer, h.naam, h.halfjaar, h.tekst) for h in found]
    return pd.DataFrame(rows, columns=columns)


def herinneringen_ics(found: Sequence[Herinnering], moment: datetime) -> bytes:
    """Return the list as iCalendar (RFC 5545), one whole-day event per item.

    Parameters
    ----------
    found
        The list.
    moment
        When it was made.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//taakstelling//uitruil//NL")
    calendar.add("version", "2.0")
    seen: Counter[str] = Counter()
    for one in found:
        event = Event()
        key = f"{one.nummer}-{one.halfjaar}-{one.code}"
        seen[key] += 1
        again = "" if seen[key] == 1 else f"-{seen[key]}"
        event.add("uid", f"{key}{again}@taakstelling")
        event.add("dtstamp", moment)
        event.add("dtstart", one.dag)
        event.add("dtend", one.dag + timedelta(days=1))
        event.add("summary", f"Uitruil {one.nummer} ({one.naam}): {one.code}")
        event.add("description", one.tekst)
        calendar.add_component(event)
    return bytes(calendar.to_ical())
