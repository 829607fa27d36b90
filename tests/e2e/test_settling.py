"""An agreement from idea to draft decision with the keyboard alone, and the frontier's slider."""

from io import BytesIO
from pathlib import Path

from docx import Document

TWELVE = (
    "Niemand boven 12 % van de vrijkomende corporatiewoningen, uitruil binnen de arbeidsmarktregio"
)


def type_choice(window, label, text):
    """Pick from a list with the keyboard: type part of a name, Enter."""
    field = window.page.get_by_label(label, exact=True).first
    field.focus()
    window.page.keyboard.type(text)
    window.page.get_by_role("option").first.wait_for(state="visible")
    window.page.keyboard.press("Enter")
    window.settle()


def test_from_idea_to_word_document_with_the_keyboard_alone(visit):
    window = visit("uitruil")
    window.page.get_by_label("Geeft personen af", exact=True).first.wait_for(timeout=30_000)
    type_choice(window, "Geeft personen af", "Urk")
    type_choice(window, "Neemt personen over", "Almere")
    window.page.get_by_label("Personen", exact=True).first.focus()
    window.page.keyboard.type("4")
    window.page.keyboard.press("Enter")
    window.settle()
    button = window.page.get_by_role("button", name="Conceptbesluit van alle colleges samen (Word)")
    button.wait_for(state="visible", timeout=30_000)
    button.focus()
    with window.page.expect_download(timeout=60_000) as waiting:
        window.page.keyboard.press("Enter")
    told = Document(BytesIO(Path(waiting.value.path()).read_bytes()))
    cells = [[cell.text for cell in row.cells] for table in told.tables for row in table.rows]
    # 2025-2: Urk 16 and Almere 163, so together 179 before and after.
    assert ["Urk", "GM0184", "Flevoland", "16", "\N{MINUS SIGN}4", "12"] in cells
    assert ["Almere", "GM0034", "Flevoland", "163", "+4", "167"] in cells
    assert any(row[0] == "Som" and row[3] == row[5] == "179" for row in cells)


def test_the_frontier_slider_changes_the_answer_by_keyboard(visit):
    window = visit("optimaliseren")
    window.page.get_by_label("Begin met een voorbeeld", exact=True).first.click()
    window.page.get_by_role("option", name=TWELVE, exact=True).first.click()
    window.settle()
    window.page.get_by_text("344").first.wait_for(state="visible", timeout=30_000)
    slider = window.page.get_by_label("Verplaats hooguit zoveel personen").first
    slider.focus()
    for _ in range(3):
        window.page.keyboard.press("ArrowLeft")
    window.settle()
    window.page.get_by_text("341").first.wait_for(state="visible", timeout=30_000)
