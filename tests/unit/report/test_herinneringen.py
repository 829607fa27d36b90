"""What must still happen, and before which day."""

from dataclasses import replace
from datetime import UTC, date, datetime

from icalendar import Calendar

from optimiser.register.approval import Goedkeuring
from optimiser.register.opening import make_register
from optimiser.report.uitruil.registered.herinneringen import herinneringen, herinneringen_ics
from optimiser.uitruil.agreement import overeenkomst, wederkerig
from optimiser.uitruil.states import Status
from optimiser.uitruil.voorziening import Voorziening
from optimiser.zicht.zicht import EVERYTHING

ASSEN, EMMEN = "GM0106", "GM0114"


def test_every_step_has_its_day(tmp_path):
    with make_register(tmp_path / "r.sqlite", EVERYTHING) as book:
        book.add(wederkerig("Heen en weer", "2025-2", "2026-1", {ASSEN: -5, EMMEN: 5}), "Jan")
        for versie, code in enumerate((ASSEN, EMMEN), start=1):
            book.approve(1, versie, Goedkeuring(code, "B", date(2025, 5, 1), "Z"), "Jan")
        book.add(overeenkomst("Concept", "2025-2", {ASSEN: -1, EMMEN: 1}), "Jan")
        book.add(overeenkomst("Weg", "2025-2", {ASSEN: -2, EMMEN: 2}), "Jan")
        book.advance(3, 1, Status.VERVALLEN, "Jan")
        found = herinneringen(book.stand())
    # Thirty days before 1 July, ninety before 1 January, and the last day of each half-year.
    assert [(one.dag, one.nummer, one.code) for one in found] == [
        (date(2025, 6, 1), 1, "melden"),
        (date(2025, 6, 1), 2, "goedkeuren"),
        (date(2025, 10, 3), 1, "teruggave"),
        (date(2025, 12, 31), 1, "uitgevoerd"),
        (date(2026, 6, 30), 1, "uitgevoerd"),
    ]
    assert "Assen en Emmen" in found[1].tekst
    assert "Assen +5" in found[2].tekst
    calendar = Calendar.from_ical(herinneringen_ics(found, datetime(2025, 5, 2, tzinfo=UTC)))
    events = calendar.walk("VEVENT")
    assert [event.decoded("dtstart") for event in events] == [one.dag for one in found]
    assert len({str(event["uid"]) for event in events}) == 5


def test_a_joint_facility_opens_and_closes_on_a_day(tmp_path):
    """Four half-years from 2026-1: 31 December 2027 is the last day, 180 before is 4 July."""
    haven = Voorziening("De Haven", EMMEN, "2026-1", 4, ((ASSEN, 12), (EMMEN, 8)))
    deal = replace(overeenkomst("Ruil", "2025-2", {ASSEN: 5, EMMEN: -5}), voorzieningen=(haven,))
    with make_register(tmp_path / "r.sqlite", EVERYTHING) as book:
        book.add(deal, "Jan")
        assert "voorziening_sluit" not in {one.code for one in herinneringen(book.stand())}
        for versie, code in enumerate((ASSEN, EMMEN), start=1):
            book.approve(1, versie, Goedkeuring(code, "B", date(2025, 5, 1), "Z"), "Jan")
        found = {one.code: one for one in herinneringen(book.stand())}
    assert found["voorziening_open"].dag == date(2025, 12, 2)
    assert found["voorziening_sluit"].dag == date(2027, 7, 4)
    assert "31-12-2027" in found["voorziening_sluit"].tekst
