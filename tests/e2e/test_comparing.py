"""On the page that compares keys: from the map to the reason, and a column of one's own as key."""

import pytest
from playwright.sync_api import TimeoutError

from optimiser.io.gegevens import read_embedded

OWN = "Eigen kolom: plekken"


def wait_for(window, text):
    window.page.get_by_text(text).first.wait_for(state="visible", timeout=60_000)


def pick_on_map(window, name):
    """Click a gemeente on the first map until it is marked; a map being drawn may miss a click."""
    spot = window.page.locator(f'svg path[aria-label^="{name}:"]').first
    marked = window.page.locator(f'svg path[aria-label^="{name}:"][aria-pressed="true"]').first
    for _ in range(5):
        if not marked.count():
            spot.click()
        try:
            marked.wait_for(state="attached", timeout=10_000)
        except TimeoutError:
            continue
        return
    pytest.fail(f"{name} cannot be picked on the map")


def bring(window, name, values):
    """Upload a column for all gemeenten and wait until it is in use."""
    text = "gm_code;plekken\n" + "".join(f"{code};{n}\n" for code, n in values.items())
    picker = window.page.locator("input[type=file]").first
    picker.set_input_files({"name": name, "mimeType": "text/csv", "buffer": text.encode()})
    window.page.get_by_role("button", name="Klopt, gebruik dit bestand").click()
    wait_for(window, name)
    window.settle()


def choose(window, label, option):
    """Pick an option in a list; a page that is still being drawn may close it: then again."""
    wanted = window.page.get_by_role("option", name=option, exact=True).first
    for _ in range(5):
        window.page.get_by_label(label, exact=True).first.click()
        try:
            wanted.click(timeout=5_000)
        except TimeoutError:
            window.settle()
            continue
        window.page.keyboard.press("Escape")
        window.settle()
        return
    pytest.fail(f"{option} cannot be chosen in {label}")


def open_section(window, name):
    """Go to another section of the page."""
    window.page.get_by_role("radio", name=name, exact=True).first.click()
    window.settle()


def test_losses_are_dotted_so_that_a_grey_print_tells_them_from_gains(visit):
    window = visit().open("vergelijken")
    shape = window.page.locator('svg path[aria-label^="Almere: −"]').first
    shape.wait_for(state="attached")
    dotted = shape.get_attribute("fill").removeprefix("url(").removesuffix(")")
    assert window.page.locator(f"{dotted} circle").count() == 1
    gain = window.page.locator('svg path[aria-label^="Amsterdam: +"]').first
    assert gain.get_attribute("fill").startswith("#")
    # The legend: dots below zero, on as many classes as there are of gains.
    assert window.page.locator(".legenda .min").count() == 3


def test_a_gemeente_picked_on_the_map_is_explained_on_its_own_section(visit):
    window = visit("vergelijken", "?deel=Kaarten")
    # 2025-2: Groningen has 243.768 of 17.942.942 inhabitants, see `taakstelling waarom`.
    for name, persons in (("Groningen", "175"), ("Almere", "163")):
        pick_on_map(window, name)
        wait_for(window, f": {persons} personen onder Inwoners (wettelijk)")
    assert "gemeente=GM0034" in window.page.url
    open_section(window, "Een gemeente")
    wait_for(window, "De taakstelling van Almere is 163 personen.")


def test_an_uploaded_column_can_be_compared_as_a_key(visit):
    codes = read_embedded().figures(2024).tabel.index
    window = visit("gegevens")
    # Only Groningen has places, so under this key it gets everyone.
    bring(window, "plekken.csv", {code: 10 * (code == "GM0014") for code in codes})
    window.page.get_by_role("link", name="Sleutels vergelijken", exact=True).first.click()
    window.page.get_by_role("heading", name="Sleutels vergelijken").wait_for(timeout=60_000)
    window.settle()
    choose(window, "Verdeelsleutels (twee tot vijf)", OWN)
    choose(window, "Naar", OWN)
    wait_for(window, "1 gemeente krijgt meer, 341 minder")
    pick_on_map(window, "Groningen")
    open_section(window, "Een gemeente")
    wait_for(window, "De taakstelling van Groningen is 13.000 personen.")
