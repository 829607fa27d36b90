"""Files of the user's own on page Gegevens: an empty one, and bringing one until it is used."""

import pandas as pd

from optimiser.io.gegevens import read_embedded

COLUMNS = ("kan", "wil", "mutatiegraad", "realisatie")


def template() -> pd.DataFrame:
    """The gemeenten of the newest indeling with empty columns."""
    figures = read_embedded()
    newest = figures.gemeenten[max(figures.gemeenten)][0].tabel
    return newest[["gemeente"]].assign(**dict.fromkeys(COLUMNS, "")).reset_index()


def upload(screen, content, name="cijfers.csv"):
    """Bring a file and press Klopt where that can be pressed."""
    screen.app.file_uploader(key="eigen_cijfers").upload(name, content, "text/csv").run()
    buttons = [b for b in screen.app.button if b.key == "lezen_eigen_klopt" and not b.disabled]
    if buttons:
        buttons[0].click().run()
    return screen
