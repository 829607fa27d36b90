"""The shared installation of the recipe, as its users and its manager meet it.

`.ci/dienst/proef` makes it and runs this; in the order of the file, on one installation.
"""

import os
import subprocess
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest

from optimiser.ui.frame.shell import ENTRIES
from tests.e2e.installed import (
    DATABASE,
    SPOOFED,
    URL,
    as_service,
    fetched,
    process_of,
    run_as,
    until,
    visitors,
)

RECIPE = os.environ["TAAKSTELLING_PROEF_RECEPT"]


def test_the_health_address_is_open_and_a_page_asks_who_comes():
    assert fetched("/_stcore/health") == (200, "ok")
    assert fetched("/")[0] == 401


def test_systemd_understands_every_line_of_the_service():
    unit = "/etc/systemd/system/taakstelling@.service"
    told = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", unit],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (told.returncode, told.stdout + told.stderr) == (0, "")


def test_the_manager_is_told_that_all_is_right():
    apps = ["--app", "127.0.0.1:8501", "--app", "127.0.0.1:8502"]
    asked = ["--omgeving", "/etc/taakstelling/taakstelling.env", *apps]
    code, told = as_service("dienst", "controleer", *asked)
    assert code == 0, told
    assert "aanmelding via proxy" in told
    assert "Tweede slot: PostgreSQL laat de app alleen rijen van de werkruimte zien" in told


def test_the_database_hides_rows_from_the_app_and_its_owner_copies_them():
    deal = Path("/var/lib/taakstelling/ruil.csv")
    deal.write_text("uitruil,gm_code,verschil\nRuil,GM0664,-3\nRuil,GM0677,3\n")
    asked = [str(deal), "--halfjaar", "2025-2", "--wie", "Jan", "--register", DATABASE]
    code, told = as_service("uitruil", "register", "voeg-toe", *asked)
    assert code == 0, told
    query = ["psql", "-tAc", "SELECT count(*) FROM versie", "taakstelling"]
    assert run_as("taakstelling", *query) == (0, "0\n")
    assert run_as("taakstelling_beheer", *query) == (0, "1\n")
    for change in ("DELETE FROM versie", "SET ROLE taakstelling_beheer"):
        assert "permission denied" in run_as("taakstelling", "psql", "-c", change)[1]
    owner = DATABASE.replace("//taakstelling@", "//taakstelling_beheer@")
    copy = ["uitruil", "register", "kopie", "kopie.sqlite", "--register", owner]
    code, told = run_as("taakstelling_beheer", "/opt/taakstelling/bin/taakstelling", *copy)
    assert (code, "kop 1-" in told) == (0, True), told


def test_the_trail_is_added_to_and_not_changed_by_the_app():
    kept = subprocess.run(["lsattr", "/var/lib/taakstelling/spoor.jsonl"], capture_output=True)
    if b"a" not in kept.stdout.split(maxsplit=1)[0]:
        pytest.skip("this file system does not keep a file from being changed (chattr +a)")
    assert run_as("taakstelling", "sh", "-c", ": >spoor.jsonl")[0] != 0
    assert run_as("taakstelling", "rm", "spoor.jsonl")[0] != 0


def test_who_comes_in_is_who_logged_in_whatever_a_visitor_sends(come_in):
    window = come_in("jansen", SPOOFED).open()
    window.sees("Aangemeld: jansen · werkruimte zeeland · rol vaststeller")
    assert "minister" not in window.text()


def test_past_the_proxy_nobody_comes_in(come_in):
    window = come_in(headers=SPOOFED, address="http://127.0.0.1:8501")
    window.page.goto(window.address)
    window.sees("Geen toegang")
    assert "minister" not in window.text()


def test_every_page_obeys_the_content_security_policy_and_asks_nothing_that_is_not_there(come_in):
    window, missing = come_in("jansen"), []
    window.page.on("response", lambda r: missing.append(r.url) if r.status == 404 else None)
    for entry in ENTRIES:
        window.open(entry.module)
        window.open_everything()
    assert window.refused() == []
    assert window.foreign == []
    assert missing == []


def test_a_visitor_stays_with_one_process_and_visitors_are_spread(come_in):
    windows = [come_in("jansen") for _ in range(4)]
    for number, window in enumerate(windows):
        cookie = {"name": "taakstelling_kleef", "value": f"bezoeker {number}", "url": URL}
        window.page.context.add_cookies([cookie])
        window.open("uitleg")
    # Of a window at rest only the websocket is open.
    until(lambda: visitors(8501) + visitors(8502) == len(windows))
    spread = visitors(8501), visitors(8502)
    assert min(spread) >= 1
    for window in windows:
        window.page.reload()
        window.sees("Aangemeld: jansen")
    until(lambda: (visitors(8501), visitors(8502)) == spread)


def test_a_restart_one_by_one_is_not_noticed(come_in):
    window = come_in("jansen").open("vergelijken")
    window.page.get_by_label("Naar", exact=True).click()
    window.page.get_by_role("option", name="Sociale huurvoorraad", exact=True).click()
    window.sees("naar Sociale huurvoorraad verschuiven")
    before = {process_of(8501), process_of(8502)}
    with answers() as given:
        subprocess.run(["sh", f"{RECIPE}/herstart"], check=True)
    assert not {process_of(8501), process_of(8502)} & before
    assert set(given) == {(200, "ok")}
    # The same window goes on, with what was chosen before.
    window.sees("naar Sociale huurvoorraad verschuiven")
    window.page.get_by_label("Naar", exact=True).click()
    window.page.get_by_role("option", name="Woningvoorraad", exact=True).click()
    window.sees("naar Woningvoorraad verschuiven")


@contextmanager
def answers():
    """Ask the health address all the time; give what it answered."""
    given, stop = [], threading.Event()

    def ask():
        while not stop.wait(0.1):
            given.append(fetched("/_stcore/health"))

    asking = threading.Thread(target=ask)
    asking.start()
    yield given
    stop.set()
    asking.join()


def test_when_every_process_is_killed_a_visitor_reads_so_and_comes_back_by_itself(come_in):
    window = come_in("jansen").open("uitleg")
    for port in (8501, 8502):
        os.kill(process_of(port), 9)
    window.page.goto(f"{URL}/gemeente")
    window.sees("De app start opnieuw")
    window.page.locator(".st-key-voet p").first.wait_for()
    window.sees("Aangemeld: jansen")


def test_while_the_database_is_gone_users_read_a_message_and_after_it_they_go_on(come_in):
    window = come_in("bakker").open("uitruil")
    cluster = subprocess.run(["pg_lsclusters", "-h"], capture_output=True, text=True).stdout.split()
    subprocess.run(["pg_ctlcluster", *cluster[:2], "stop", "-m", "immediate"], check=True)
    window.page.goto(f"{URL}/verloop")
    window.sees("Het register kan niet worden geopend")
    assert "Traceback" not in window.text()
    subprocess.run(["pg_ctlcluster", *cluster[:2], "start"], check=True)
    window.open("verloop")
    assert "Het register kan niet worden geopend" not in window.text()
