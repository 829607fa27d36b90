"""An agreement from idea to draft decision with the keyboard alone, and the frontier's slider."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import TimeoutError

TWELVE = (
    "Niemand boven 12 % van de vrijkomende corporatiewoningen, uitruil binnen de arbeidsmarktregio"
)


def type_choice(window, label, text):
    """Pick from a list with the keyboard: Tab to it, type part of a name, Enter."""
    option = window.page.get_by_role("option").first
    for _ in range(4):  # what is typed while the page is still drawing may get lost
        field = window.tab_to("combobox", label)
        window.page.keyboard.type(text)
        try:
            option.wait_for(state="visible", timeout=5_000)
        except TimeoutError:
            field.fill("")
            continue
        window.page.keyboard.press("Enter")
        window.settle()
        return
    pytest.fail(f"nothing to pick in {label}")


def test_from_idea_to_word_document_with_the_keyboard_alone(visit):
    window = visit("uitruil", "?stap=Afspraken")
    type_choice(window, "Geeft personen af", "Urk")
    type_choice(window, "Neemt personen over", "Almere")
    window.tab_to("textbox", "Personen")
    window.page.keyboard.type("4")
    window.page.keyboard.press("Enter")
    window.settle()
    window.tab_to("radio", "Gebied")
    for key in ("ArrowRight", "ArrowRight", "Space"):
        window.page.keyboard.press(key)
    window.settle()
    window.tab_to("button", "Conceptbesluit van alle colleges samen (Word)")
    with window.page.expect_download(timeout=60_000) as waiting:
        window.page.keyboard.press("Enter")
    told = Document(BytesIO(Path(waiting.value.path()).read_bytes()))
    cells = [[cell.text for cell in row.cells] for table in told.tables for row in table.rows]
    # 2025-2: Urk 16 and Almere 163, so together 179 before and after.
    assert ["Urk", "Flevoland", "16", "0", "\N{MINUS SIGN}4", "12"] in cells
    assert ["Almere", "Flevoland", "163", "0", "+4", "167"] in cells
    assert any(row[0] == "Som" and row[2] == row[5] == "179" for row in cells)


def frontier(visit):
    """Open the frontier of a scenario that closes when 344 persons change gemeente."""
    window = visit("optimaliseren")
    window.page.get_by_label("Begin met een voorbeeld", exact=True).first.click()
    window.page.get_by_role("option", name=TWELVE, exact=True).first.click()
    group = window.page.get_by_role("group", name="Verplaats hooguit zoveel personen", exact=True)
    group.wait_for(state="visible", timeout=60_000)
    window.settle()
    return window, group


def answered(window, words):
    told = window.page.get_by_test_id("stAlert").filter(has_text=words)
    told.first.wait_for(state="visible", timeout=60_000)


def test_the_frontier_slider_changes_the_answer_by_keyboard(visit):
    window, group = frontier(visit)
    answered(window, "344 personen")
    group.locator("input").focus()
    for left in ("343", "342"):
        window.page.keyboard.press("ArrowLeft")
        answered(window, f"{left} personen")


def test_the_frontier_is_dragged_with_the_mouse(visit):
    window, group = frontier(visit)
    answered(window, "344 personen")
    thumb, track = group.locator("input").locator("xpath=.."), group.bounding_box()
    spot = thumb.bounding_box()
    window.page.mouse.move(spot["x"] + spot["width"] / 2, spot["y"] + spot["height"] / 2)
    window.page.mouse.down()
    window.page.mouse.move(track["x"] + 4, spot["y"] + spot["height"] / 2, steps=12)
    window.page.mouse.up()
    # As `taakstelling grens plafond-12`: fewer than 336 cannot meet the limits.
    answered(window, "336 personen")
