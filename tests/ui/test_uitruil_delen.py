"""Page 4, its parts: rows, files, maps, commands, work beside the page."""

from base64 import urlsafe_b64encode
from threading import Event
from threading import enumerate as enumerate_threads
from types import SimpleNamespace
from zlib import compress

import pytest
import streamlit

from optimiser.errors import InvalidTableError
from optimiser.io.gegevens import read_embedded
from optimiser.io.reading.voorstellen import read_voorstel
from optimiser.io.writing.export import to_csv
from optimiser.scenario.scenario import Scenario
from optimiser.ui.frame import background
from optimiser.ui.frame.turns import Turns
from optimiser.ui.uitruil import opening
from optimiser.ui.uitruil.numbers import MAPS, arrows, map_values, region_table
from optimiser.ui.uitruil.rows import (
    LONGEST,
    InvalidProposalLinkError,
    Rij,
    from_address,
    from_text,
    proposals,
    row_faults,
    to_address,
    to_text,
)
from optimiser.ui.uitruil.sharing import file_table, toets_commands
from optimiser.ui.uitruil.terug import NoReturnError, file_rows
from optimiser.uitruil.errors import OpvangProposalError
from optimiser.uitruil.toets.beginstand import make_beginstand
from optimiser.uitruil.toets.check import check_uitruil
from optimiser.uitruil.toets.measures import Voorkeur

ASSEN, EMMEN = "GM0106", "GM0114"


def test_a_faulty_file_is_told_whole_and_leaves_the_table(monkeypatch):
    brought = SimpleNamespace(name="v.csv", getvalue=lambda: b"uitruil,gm_code,verschil\nA,GMX,x\n")
    state = {"uitruil_bestand": brought}
    monkeypatch.setattr(streamlit, "session_state", state)
    with pytest.raises(InvalidTableError) as caught:
        opening.put_in_table("2025-2")
    assert caught.value.params["aantal"] == 2
    assert "_afspraken" not in state


def test_reception_in_a_file_is_no_proposal(monkeypatch):
    content = b"uitruil,gm_code,verschil,plekken\nA,GM0106,-1,4\nA,GM0114,1,-4\n"
    brought = SimpleNamespace(name="v.csv", getvalue=lambda: content)
    monkeypatch.setattr(streamlit, "session_state", {"uitruil_bestand": brought})
    with pytest.raises(OpvangProposalError):
        opening.put_in_table("2025-2")


def test_a_written_file_reads_back_as_the_same_proposal():
    deals = proposals([Rij("A", ASSEN, -3), Rij("A", EMMEN, 3)], "2025-2")
    table = file_table(file_rows(deals, [], "2025-2"), {ASSEN: "Assen", EMMEN: "Emmen"})
    rows = read_voorstel(to_csv(table).encode(), "voorstel.csv")
    assert rows == [("A", ASSEN, -3), ("A", EMMEN, 3)]


def test_when_persons_go_back_is_in_the_file_and_read_back(monkeypatch):
    typed = [
        Rij("A", ASSEN, -5, 2),
        Rij("A", EMMEN, 5, -2),
        Rij("B", ASSEN, -1),
        Rij("B", EMMEN, 1),
    ]
    state = {"_terug_in": "2026-1"}
    monkeypatch.setattr(streamlit, "session_state", state)
    told = file_rows(proposals(typed, "2025-2"), typed, "2025-2")
    content = to_csv(file_table(told, {ASSEN: "Assen", EMMEN: "Emmen"})).encode()
    state.clear()
    state["uitruil_bestand"] = SimpleNamespace(name="v.csv", getvalue=lambda: content)
    monkeypatch.setattr(streamlit, "query_params", {})
    opening.put_in_table("2025-2")
    assert state["_terug_in"] == "2026-1"
    # Empty means all of it: in the file it is written out.
    whole = [Rij("B", ASSEN, -1, 1), Rij("B", EMMEN, 1, -1)]
    assert from_text(state["_afspraken"]) == [*typed[:2], *whole]


@pytest.mark.parametrize("half", ["2025-1", "2031-1"])
def test_a_half_year_that_the_table_cannot_hold_is_refused_and_changes_nothing(monkeypatch, half):
    rows = f"A,{ASSEN},-3,2025-2\nA,{EMMEN},3,2025-2\nA,{ASSEN},3,{half}\nA,{EMMEN},-3,{half}\n"
    content = f"uitruil,gm_code,verschil,halfjaar\n{rows}".encode()
    state = {"uitruil_bestand": SimpleNamespace(name="v.csv", getvalue=lambda: content)}
    monkeypatch.setattr(streamlit, "session_state", state)
    with pytest.raises(NoReturnError):
        opening.put_in_table("2025-2")
    assert set(state) == {"uitruil_bestand"}


def test_rows_survive_the_way_through_an_address():
    rows = [Rij("Ruil «ä»", ASSEN, -3), Rij("", "", None)]
    assert from_text(to_text(rows)) == rows


def test_the_longest_table_fits_in_an_address():
    codes = list(read_embedded().figures(2024).tabel.index)
    rows = [Rij(f"Achterhoek {n // 2}", codes[n * 7 % len(codes)], n % 9 + 1) for n in range(500)]
    text = to_address(to_text(rows))
    assert len(text) <= LONGEST
    assert from_address(text) == rows


@pytest.mark.parametrize("text", ["z:", "z:niet", "z:AAAA", "z:" + "A" * 9_000, "z:é"])
def test_a_damaged_packed_address_is_refused(text):
    with pytest.raises(InvalidProposalLinkError):
        from_address(text)


def test_a_packed_address_never_grows_without_bound():
    bomb = "z:" + urlsafe_b64encode(compress(b"[" + b" " * 50_000_000 + b"]", 9)).decode()[:90_000]
    with pytest.raises(InvalidProposalLinkError):
        from_address(bomb)


@pytest.mark.parametrize("text", ["", "{}", '[["a","b"]]', '[["a","b",1.5]]', "[[1,2,3]]"])
def test_anything_else_in_an_address_is_refused(text):
    with pytest.raises(InvalidProposalLinkError):
        from_text(text)


def test_faults_are_told_per_row_and_such_rows_take_no_part():
    rows = [
        Rij("A", ASSEN, -3), Rij("A", EMMEN, 3), Rij("A", EMMEN, 1), Rij("", ASSEN, 1),
        Rij("B", "", 1), Rij("B", ASSEN, 0), Rij("B", EMMEN, None), Rij("C", "", None),
    ]  # fmt: skip
    told = row_faults(rows, {ASSEN: "Assen", EMMEN: "Emmen"})
    assert [line.split(":")[0] for line in told] == [
        "Rij 2 (Emmen)", "Rij 3 (Emmen)", "Rij 4 (Assen)",
        "Rij 5", "Rij 6 (Assen)", "Rij 7 (Emmen)",
    ]  # fmt: skip
    (only,) = proposals(rows, "2025-2")
    assert only.verschillen == ((ASSEN, -3),)


@pytest.mark.parametrize("soort", MAPS)
def test_the_map_shows_the_numbers_of_the_table(soort):
    stand = make_beginstand(Scenario(halfjaar="2025-2"), read_embedded())
    uitslag = check_uitruil(proposals([Rij("A", ASSEN, -3), Rij("A", EMMEN, 3)], "2025-2"), stand)
    values, style = map_values(uitslag, soort)
    column, _, _, scale = MAPS[soort]
    table = region_table(uitslag, [ASSEN])
    assert values[ASSEN] == pytest.approx(float(table.at[ASSEN, column] * scale))
    assert style.diverging == (column == "verschil")
    assert arrows([one.voorstel for one in uitslag.uitslagen]) == [(ASSEN, EMMEN, 3)]


def test_commands_name_what_differs_from_the_statutory_question():
    scenario = Scenario(halfjaar="2025-2")
    told = toets_commands(scenario, Voorkeur.GELIJKMATIG, "cijfers van ons.csv", "~/r.sqlite")
    assert told.shell == (
        "taakstelling uitruil toets voorstel.csv --halfjaar 2025-2 --cijfers 'cijfers van ons.csv'"
        " --register ~/r.sqlite"
    )


def test_work_that_is_given_up_leaves_no_answer(monkeypatch):
    monkeypatch.setattr(streamlit, "session_state", {})
    background.start("werk", "vraag", lambda _told: 42, 1)
    assert background.outcome("werk", "vraag") == 42
    assert background.outcome("werk", "andere vraag") is None
    background.give_up("werk")
    assert background.outcome("werk", "vraag") is None


def test_work_tells_what_it_does_and_hears_that_it_is_given_up(monkeypatch):
    monkeypatch.setattr(streamlit, "session_state", {})
    monkeypatch.setattr(background, "PATIENCE", 0.02)
    release = Event()
    background.start("werk", "vraag", lambda _told: release.wait(20), 60)
    told = background.running("werk").voortgang
    told.tekst = "Noord (1 van 5), "
    assert background._told(background.running("werk"), 3.2) == "Noord (1 van 5), 3 van 60 seconden"
    background.give_up("werk")
    assert told.gestopt
    release.set()


def test_more_work_than_places_waits_its_turn_and_says_so(monkeypatch):
    monkeypatch.setattr(streamlit, "session_state", {})
    monkeypatch.setattr(background, "_TURNS", Turns(1))
    monkeypatch.setattr(background, "PATIENCE", 0.02)
    release = Event()
    background.start("een", "vraag", lambda _told: release.wait(20), 60)
    background.start("twee", "vraag", lambda _told: 42, 60)
    first, second = background.running("een"), background.running("twee")
    assert background._told(first, 3.2) == "3 van 60 seconden"
    assert "laatste stap" in background._told(first, 61)
    assert "wacht" in background._told(second, 3.2)
    release.set()
    assert second.taak.result(20) == 42


def test_work_given_up_before_its_turn_is_never_done(monkeypatch):
    monkeypatch.setattr(streamlit, "session_state", {})
    monkeypatch.setattr(background, "_TURNS", Turns(1))
    monkeypatch.setattr(background, "PATIENCE", 0.02)
    release, done = Event(), []
    background.start("een", "vraag", lambda _told: release.wait(20), 60)
    background.start("twee", "vraag", lambda _told: done.append(1), 60)
    background.give_up("twee")
    background.start("drie", "vraag", lambda _told: 7, 60)
    release.set()
    assert background.running("drie") is None or background.running("drie").taak.result(20) == 7
    assert done == []


def test_a_fault_in_the_work_is_told_where_the_answer_is_asked(monkeypatch):
    monkeypatch.setattr(streamlit, "session_state", {})
    background.start("werk", "vraag", lambda _told: 1 // 0, 1)
    with pytest.raises(ZeroDivisionError):
        background.outcome("werk", "vraag")


def test_work_does_not_keep_a_stopped_server_alive(monkeypatch):
    monkeypatch.setattr(streamlit, "session_state", {})
    monkeypatch.setattr(background, "PATIENCE", 0.02)
    release = Event()
    background.start("werk", "vraag", lambda _told: release.wait(20), 60)
    workers = [thread for thread in enumerate_threads() if thread.name == "rekenwerk"]
    release.set()
    assert workers
    assert all(thread.daemon for thread in workers)
