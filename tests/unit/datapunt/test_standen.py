"""The register tests by the figures in force: a delivered number counts in the gate at once."""

from datetime import date

import pytest

from optimiser.datapunt.deliver import deliver, preview
from optimiser.datapunt.held import own_datapunt, read_grootboek
from optimiser.datapunt.standen import stand_in_force
from optimiser.register.approval import Goedkeuring
from optimiser.register.errors import RefusedEntryError
from optimiser.register.opening import make_register
from optimiser.report.uitruil.registered.carried_out import Gerealiseerd, read_carried_out
from optimiser.uitruil.agreement import overeenkomst
from optimiser.uitruil.states import Status
from optimiser.zicht.zicht import EVERYTHING

ASSEN, EMMEN = "GM0106", "GM0114"
NATIONAL = b"periode;taakstelling;datum;bron\n2026-1;1.000;2025-10-01;rekenvoorbeeld\n"


@pytest.fixture
def place(tmp_path, monkeypatch):
    path = str(tmp_path / "register.sqlite")
    monkeypatch.setenv("TAAKSTELLING_REGISTER", path)
    return path


def settle(gegevens, content, name):
    point = own_datapunt(EVERYTHING)
    found = preview(name, content, gegevens, point)
    point.settle(deliver(point, found, "Jan", bevestigd=True).nummer, "Els")


def test_a_number_delivered_after_the_concept_is_tested_at_akkoord(place, gegevens):
    """Of 1.000 persons Assen (69.000 of 18 million inhabitants) has about four: not ten."""
    with make_register(place, EVERYTHING, stand_in_force) as book:
        early = book.add(overeenkomst("Vroeg", "2026-1", {ASSEN: -10, EMMEN: 10}), "Jan")
        assert stand_in_force("2026-1") is None
        settle(gegevens, NATIONAL, "landelijk.csv")
        assert stand_in_force("2026-1").totaal == 1_000
        book.approve(early.nummer, 1, Goedkeuring(ASSEN, "B", date(2025, 5, 1), "Z"), "Jan")
        with pytest.raises(RefusedEntryError) as caught:
            book.approve(early.nummer, 2, Goedkeuring(EMMEN, "B", date(2025, 5, 1), "Z"), "Jan")
        assert "onder nul" in caught.value.params["redenen"]
        assert book.get(early.nummer).status is Status.CONCEPT


def test_realisatie_and_saldo_stand_beside_an_agreement(place, gegevens):
    codes = list(gegevens.gemeenten[2025][0].tabel.index)
    rows = "".join(f"{code};2025-2;2026-01-01;40\n" for code in codes)
    with make_register(place, EVERYTHING, stand_in_force) as book:
        book.add(overeenkomst("Ruil", "2025-2", {ASSEN: -5, EMMEN: 5}), "Jan")
        for version, code in enumerate((ASSEN, EMMEN), start=1):
            book.approve(1, version, Goedkeuring(code, "B", date(2025, 5, 1), "Z"), "Jan")
        before = read_carried_out(read_grootboek(EVERYTHING), ["2025-2", "2031-1"])
        settle(gegevens, f"gm_code;periode;peildatum;realisatie\n{rows}".encode(), "realisatie.csv")
        found = read_carried_out(read_grootboek(EVERYTHING), ["2025-2", "2031-1"])
    assert before.get(("2025-2", ASSEN), Gerealiseerd()).realisatie is None
    # Asked 50 and 79; five go from Assen to Emmen; forty were housed in each.
    assert (found["2025-2", ASSEN].realisatie, found["2025-2", ASSEN].saldo) == (40, 5)
    assert (found["2025-2", EMMEN].realisatie, found["2025-2", EMMEN].saldo) == (40, 44)
    assert ("2031-1", ASSEN) not in found
