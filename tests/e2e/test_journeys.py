"""What a user comes for, from the first click to the answer, in a real browser."""

from optimiser.io.gegevens import read_embedded

TEN = "Niemand boven 10 %, uitruil binnen de arbeidsmarktregio"


def choose(window, label, option):
    """Pick an option in a list by its text."""
    window.page.get_by_label(label, exact=True).first.click()
    window.page.get_by_role("option", name=option, exact=True).first.click()
    window.settle()


def wait_for(window, text):
    window.page.get_by_text(text).first.wait_for(state="visible", timeout=60_000)


def test_three_keys_side_by_side_say_what_moves(visit):
    window = visit("vergelijken")
    # The same number as `taakstelling vergelijk`: woningvoorraad against inwoners, 2025-2.
    wait_for(window, "374 personen")
    choose(window, "Naar", "Sociale huurvoorraad")
    wait_for(window, "1.570 personen")


def test_a_scenario_that_cannot_close_is_repaired_with_a_click(visit):
    window = visit("optimaliseren")
    choose(window, "Begin met een voorbeeld", TEN)
    wait_for(window, "kunnen er samen 162: tekort 14.")
    # What the law allows today and lies near stands first: neighbours that exchange together.
    window.page.get_by_role("button", name="Voeg deze gebieden samen").click()
    window.settle()
    window.page.get_by_text("kunnen er samen 162: tekort 14.").first.wait_for(state="detached")
    wait_for(window, "Haalbaar en sluitend: 13.000 personen geplaatst.")


def test_undo_brings_the_earlier_scenario_back(visit):
    window = visit("optimaliseren")
    choose(window, "Begin met een voorbeeld", TEN)
    wait_for(window, "Waar het knelt")
    window.page.get_by_role("button", name="Ongedaan maken").click()
    wait_for(window, "Er mag nog niets worden uitgeruild")


def test_a_faulty_file_is_told_by_row_and_column_then_a_good_one_is_used(visit):
    window = visit("gegevens")
    picker = window.page.locator("input[type=file]").first
    faulty = b"gm_code;plekken\nGM0014;veel\nx;3\n"
    picker.set_input_files({"name": "fout.csv", "mimeType": "text/csv", "buffer": faulty})
    wait_for(window, "rij 2, kolom plekken")
    wait_for(window, "rij 3, kolom gm_code")
    codes = read_embedded().figures(2024).tabel.index
    good = "gm_code;plekken\n" + "".join(f"{code};10\n" for code in codes)
    picker.set_input_files({"name": "goed.csv", "mimeType": "text/csv", "buffer": good.encode()})
    window.page.get_by_role("button", name="Klopt, gebruik dit bestand").click()
    window.settle()
    window.page.get_by_text("rij 2, kolom plekken").first.wait_for(state="detached")
    wait_for(window, "goed.csv")


def test_the_map_can_be_walked_with_the_keyboard_alone(visit):
    window = visit("optimaliseren")
    spot = window.page.locator("svg path[tabindex='0']").first
    spot.focus()
    before = window.page.evaluate("document.activeElement.getRootNode().activeElement?.outerHTML")
    for key in ("ArrowRight", "ArrowDown", "ArrowDown"):
        window.page.keyboard.press(key)
    focused = "(() => { let e = document.activeElement; while (e.shadowRoot?.activeElement) "
    focused += "e = e.shadowRoot.activeElement; return e.getAttribute('aria-label'); })()"
    assert window.page.evaluate(focused)
    assert before != window.page.evaluate(focused)


def test_a_link_carries_the_scenario_to_a_second_browser(visit, browser):
    window = visit("optimaliseren")
    choose(window, "Begin met een voorbeeld", TEN)
    wait_for(window, "kunnen er samen 162: tekort 14.")
    link = window.page.url
    other = browser.new_context().new_page()
    other.goto(link)
    other.get_by_text("kunnen er samen 162: tekort 14.").first.wait_for(timeout=60_000)
    other.close()
