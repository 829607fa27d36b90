"""Page Uitruil as one journey, and what survives a refresh, back, a second tab and another user."""

import json
import re
import time
from datetime import date
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from zipfile import ZipFile

import pytest
from docx import Document

from optimiser.register.approval import Goedkeuring
from optimiser.register.opening import open_register
from optimiser.uitruil.states import Status
from optimiser.zicht.zicht import EVERYTHING

ROWS = [["Van Urk", "GM0184", -4], ["Van Urk", "GM0034", 4]]  # to Almere
DRAFT = f"?stap=Afspraken&afspraken={json.dumps(ROWS)}"


@pytest.fixture
def register(user_data):
    """The register that the server makes for its user."""
    return user_data / "taakstelling" / "uitruil-register.sqlite"


def named(book, name):
    """Return the agreement of a name."""
    return next(one for one in book.stand() if one.overeenkomst.naam == name)


def choose(window, name):
    """Pick an agreement in the register with the keyboard."""
    window.tab_to("combobox", "Bekijk of wijzig een overeenkomst")
    window.page.keyboard.type(name)
    window.page.keyboard.press("Enter")
    window.settle()


def in_address(window):
    """Return region, agreements and step as the address has them."""
    found = parse_qs(urlsplit(window.page.url).query)
    rows = found.get("afspraken", ["[]"])[0]
    return found.get("gebied", [""])[0], json.loads(rows), found.get("stap", ["Gebied"])[0]


def test_from_region_to_approval_in_eight_clicks_and_a_minute(visit, register):
    window = visit("uitruil")
    page, clicks, begin = window.page, 0, time.monotonic()

    def click(role, name):
        nonlocal clicks
        page.get_by_role(role, name=name, exact=True).first.click()
        clicks += 1
        window.settle()

    page.get_by_label("Gebied", exact=True).first.click()
    clicks += 1
    page.keyboard.type("Achterhoek")
    page.get_by_role("option", name="Achterhoek", exact=True).first.wait_for()
    page.keyboard.press("Enter")
    window.settle()
    click("button", "12 %")
    # Found without asking, adjusted in the table if one wishes, and tested at once.
    click("button", "Neem dit voorstel over")
    page.get_by_text("Kan doorgaan.").wait_for(timeout=30_000)
    click("radio", "Stukken")
    with page.expect_download(timeout=60_000) as waiting:
        click("button", "Alle stukken (ZIP)")
    papers = ZipFile(BytesIO(Path(waiting.value.path()).read_bytes()))
    click("radio", "Register")
    page.get_by_label("Uw naam (komt in het register)").click()
    clicks += 1
    page.keyboard.type("Jansen")
    for key in ("Enter", "Tab", "Enter"):
        page.keyboard.press(key)
        window.settle()
    page.get_by_text("Alle afspraken uit de tabel staan in het register.").wait_for()
    choose(window, "Achterhoek 1")
    page.get_by_label("Wie besloot namens het college").click()
    clicks += 1
    page.keyboard.type("De Boer")
    window.tab_to("textbox", "Zaaknummer")
    page.keyboard.type("Z-1")
    page.keyboard.press("Enter")
    page.get_by_text("zaak Z-1").wait_for(timeout=30_000)
    assert (clicks, time.monotonic() - begin < 60) == (8, True)
    with open_register(register, EVERYTHING) as book:
        agreed = named(book, "Achterhoek 1")
    assert [one.zaaknummer for one in agreed.akkoorden] == ["Z-1"]
    deal = dict(agreed.overeenkomst.termijnen[0].verschillen)
    (name,) = [n for n in papers.namelist() if re.search(r"01-.*/conceptbesluit-samen", n)]
    (table,) = Document(BytesIO(papers.read(name))).tables
    changed = [row.cells[4].text.replace("\N{MINUS SIGN}", "-") for row in table.rows[1:-1]]
    assert set(map(str, (abs(n) for n in deal.values()))) <= {text.lstrip("+-") for text in changed}


def test_refresh_back_and_a_second_tab_lose_nothing(visit):
    window = visit("uitruil", f"{DRAFT}&gebied=provincie:Flevoland&terug=2026-1")
    page = window.page
    page.get_by_text("Kan doorgaan.").wait_for()
    kept = in_address(window)
    assert kept == ("provincie:Flevoland", ROWS, "Afspraken")
    page.reload()
    page.get_by_text("Kan doorgaan.").wait_for()
    assert in_address(window) == kept
    steps = page.evaluate("history.length")
    page.get_by_role("link", name="Gemeente", exact=True).click()
    page.get_by_role("heading", name="Uitruil", exact=True).wait_for(state="detached")
    window.settle()
    assert page.evaluate("history.length") == steps + 1  # one page, one step back
    page.go_back()
    page.get_by_text("Kan doorgaan.").wait_for()
    window.settle()
    assert in_address(window) == kept
    window.settle()
    second = visit("uitruil", f"?{urlsplit(page.url).query}")
    second.page.get_by_role("button", name="Verwijderen …").click()
    second.page.get_by_label("Wat verwijderen?", exact=True).first.click()
    second.page.get_by_role("option", name="Alle rijen").click()
    second.settle()
    second.page.get_by_role("button", name="Verwijder", exact=True).click()
    second.settle()
    assert in_address(second)[1] == []
    page.get_by_role("radio", name="Gebied", exact=True).click()
    window.settle()
    assert in_address(window)[1] == ROWS
    # What was deleted comes back with the keys that work on every page.
    second.page.keyboard.press("Escape")
    second.page.get_by_role("heading", name="Uitruil", exact=True).click()
    second.page.keyboard.press("Control+z")
    second.page.get_by_text("Kan doorgaan.").wait_for()
    assert in_address(second)[1] == ROWS


def test_what_another_user_does_meanwhile_is_told_and_never_lost(visit, register):
    window = visit("uitruil", DRAFT.replace("stap=Afspraken", "stap=Register"))
    page = window.page
    page.get_by_label("Uw naam (komt in het register)").fill("Jansen")
    page.keyboard.press("Enter")
    window.settle()
    page.get_by_role("button", name="Zet de afspraken uit de tabel").click()
    page.get_by_text("Alle afspraken uit de tabel staan in het register.").wait_for()
    choose(window, "Van Urk")
    page.get_by_text("Nog goed te keuren door het college van: ").wait_for()
    with open_register(register, EVERYTHING) as book:
        number = named(book, "Van Urk").nummer
        book.approve(
            number, 1, Goedkeuring("GM0034", "De Vries", date(2025, 5, 1), "Z-9"), "De Vries"
        )
    page.get_by_role("button", name="Laat vervallen").click()
    page.get_by_text("Iemand anders heeft deze overeenkomst intussen gewijzigd").wait_for()
    page.get_by_text("zaak Z-9").wait_for()
    with open_register(register, EVERYTHING) as book:
        assert [one.wie for one in book.history(number)] == ["Jansen", "De Vries"]
        assert book.get(number).status is Status.CONCEPT
    assert in_address(window)[1] == ROWS
