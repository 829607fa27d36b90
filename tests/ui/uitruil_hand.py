"""What a user does on page 4: press, add, read."""

import json

ASSEN, EMMEN, GRONINGEN = "GM0106", "GM0114", "GM0014"


def press(page, label):
    (button,) = [b for b in page.app.button if b.label == label]
    button.click()
    page.app.run()


def step(page, name):
    """Open a step of the page."""
    page.app.segmented_control(key="stap").set_value(name).run()
    return page


def add(page, giver=ASSEN, taker=EMMEN, persons="5"):
    step(page, "Afspraken")
    page.app.selectbox(key="uitruil_van").set_value(giver)
    page.app.selectbox(key="uitruil_naar").set_value(taker)
    page.app.text_input(key="uitruil_aantal").set_value(persons)
    press(page, "Voeg toe")


def verdict(page):
    found = [*page.app.success, *page.app.error]
    return found[0].value.split("**")[1] if found else ""


def held(page):
    return json.loads(page.app.session_state["_afspraken"])
