"""The tasks that users come for, as clicks: tested, and the pictures of the handleiding.

Each task starts where a user starts, does what the handleiding says under the same name, and checks
the number on the first screen of 1280 x 800. Written from the tasks, not from the widgets.
"""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from docx import Document
from openpyxl import Workbook, load_workbook
from pptx import Presentation

from optimiser.io.gegevens import read_embedded

#: What a user has in front of her [pixels].
SCREEN = {"width": 1280, "height": 800}
TOP = "document.querySelector('[data-testid=\"stMain\"]').scrollTo(0, 0)"


class Clicks:
    """A user who counts clicks; typing and waiting are free."""

    def __init__(self, window):
        self.window = window
        self.page = window.page
        self.page.set_viewport_size(SCREEN)
        self.count = 0

    def click(self, role, name, exact=True):
        """Click once on what has this name."""
        self.page.get_by_role(role, name=name, exact=exact).first.click()
        self.count += 1
        self.window.settle()

    def type_in(self, label, text):
        """Click into a field, type, Enter."""
        self.page.get_by_label(label, exact=True).first.click()
        self.count += 1
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")
        self.window.settle()

    def pick(self, label, option):
        """Type in a list and take what is found: one click into it, the rest is typing."""
        self.page.get_by_label(label, exact=True).first.click()
        self.count += 1
        self._take(option)

    def _take(self, option):
        self.page.keyboard.type(option)
        self.page.get_by_role("option", name=option, exact=True).first.wait_for()
        self.page.keyboard.press("Enter")
        self.window.settle()

    def find(self, label, option):
        """Type in the field that one is in already."""
        self.page.get_by_label(label, exact=True).first.focus()
        self._take(option)

    def download(self, name):
        """Click on what hands out a file; return its content."""
        with self.page.expect_download(timeout=60_000) as waiting:
            self.click("button", name)
        return BytesIO(Path(waiting.value.path()).read_bytes())

    def sees(self, text):
        """Wait for a text; it is on the first screen."""
        found = self.page.get_by_text(text).first
        found.wait_for(state="visible", timeout=60_000)
        main = self.page.locator('[data-testid="stMain"]')
        top = found.bounding_box()["y"] + main.evaluate("one => one.scrollTop")
        assert 0 <= top < SCREEN["height"], (text, top)


@dataclass(frozen=True)
class Taak:
    """A task.

    Attributes
    ----------
    doe
        What the user does and sees.
    kliks
        Most clicks.
    module, query
        Where she starts.
    """

    doe: Callable[[Clicks], None]
    kliks: int
    module: str = "start"
    query: str = ""


def _number(me):
    me.find("Zoek een gemeente of gebied", "Groningen")
    me.sees("175 personen")
    # Why: 243.768 of 17.942.942 inhabitants of 13.000 persons.
    me.sees("176,61")


def _everything(me):
    me.click("link", "Alles over Groningen, op één A4")
    me.sees("Groningen: 175 personen in het tweede halfjaar van 2025")
    me.sees("Woningvoorraad")
    assert "gemeente=GM0014" in me.page.url


def _compare(me):
    me.click("link", "Verdeelsleutels vergelijken")
    # As `taakstelling vergelijk`: woningvoorraad against inwoners, 2025-2.
    me.sees("374 personen")
    me.sees("87 gemeenten krijgen meer, 180 minder")


def _who_pays(me):
    me.click("radio", "Wie neemt over")
    # Of the 374 persons 180 cross a province's border; Noord-Holland takes most: 110 - 42.
    me.sees("Noord-Holland")
    me.sees("+68")


def _does_it_fit(me):
    me.sees("44 personen hebben geen plaats, in 6 gebieden")
    me.click("button", "Bekijk deze verdeling")
    me.sees("Het past niet: 44 personen hebben geen plaats")
    me.page.get_by_text("Arbeidsmarktregio Achterhoek moet 220 personen huisvesten").wait_for()
    me.page.evaluate(TOP)


def _cure(me):
    _does_it_fit(me)
    me.click("button", "Voeg deze gebieden samen")
    me.page.evaluate(TOP)
    me.sees("Haalbaar en sluitend: 13.000 personen geplaatst")


def _exchange(me):
    me.pick("Gebied", "Achterhoek")
    me.click("button", "12 %")
    me.click("button", "Neem dit voorstel over")
    me.click("radio", "Stukken")
    (table,) = Document(me.download("Conceptbesluit van alle colleges samen (Word)")).tables
    assert table.rows[-1].cells[0].text == "Som"
    me.sees("Conceptbesluit van alle colleges samen (Word)")


def _who_goes_where(me):
    me.pick("Gebied (Nederland of een COA-regio)", "Noord")
    # The taakstelling of the gemeenten of Groningen, Fryslân and Drenthe together is 1.282.
    me.sees("1.282 personen")
    me.click("radio", "Plan")
    me.click("button", "Maak plan voor COA-regio Noord")
    me.page.get_by_text("Plan voor Noord, met bewijs per stap").wait_for()
    plan = load_workbook(me.download("Download plan als Excel"))["Koppelplan"]
    _head, *rows, _total = plan.values
    assert sum(row[-1] for row in rows) == 1_282
    me.page.evaluate(TOP)
    me.sees("Noord: 1.282 van 1.282 personen gekoppeld")


def _owed(me):
    me.pick("Gebied", "Zuid-Holland")
    me.pick("Halfjaar", "2021-1")
    # Tabel 1.2 of the report of 2021: on 1 July 2021 Zuid-Holland was 859 behind.
    me.sees("Zuid-Holland eind 2021-1: achterstand van 859")


def _smoothed(me):
    me.click("link", "Verloop")
    me.click("radio", "Gladstrijken")
    # Known in advance, 2019-2021 could have asked 10.632 at most; announced was 13.500.
    me.sees("laagste piek: 10.632")


def _slide(me):
    me.page.get_by_text("Titel en bronregel", exact=True).first.click()
    me.count += 1
    me.type_in("Titel", "Waar plaats moet komen")
    (slide,) = Presentation(me.download("PowerPoint (één dia)")).slides
    assert "Waar plaats moet komen" in [s.text_frame.text for s in slide.shapes if s.has_text_frame]
    me.page.evaluate(TOP)


def _upload(me):
    book = Workbook()
    book.active.append(["gm_code", "plekken"])
    for code in read_embedded().figures(2024).tabel.index:
        book.active.append([code, 10 * (code == "GM0014")])
    book.save(out := BytesIO())
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    file = {"name": "plekken.xlsx", "mimeType": kind, "buffer": out.getvalue()}
    me.page.locator("input[type=file]").first.set_input_files(file)
    me.click("button", "Klopt, gebruik dit bestand")
    me.click("button", "Vergelijk plekken met de wet")
    me.sees("1 gemeente krijgt meer, 341 minder")


def _send(me):
    me.click("button", "Delen en bewaren")
    me.sees("Bewaar als scenariobestand")
    me.sees("alleen op deze computer")


#: By the name of the picture and of the entry in the handleiding.
TAKEN = {
    "start": Taak(_number, 0),
    "gemeente": Taak(_everything, 1, query="?gemeente=GM0014"),
    "vergelijken": Taak(_compare, 2),
    "wie_neemt_over": Taak(_who_pays, 1, "vergelijken"),
    "optimaliseren": Taak(_does_it_fit, 1, "optimaliseren"),
    "uitweg": Taak(_cure, 2, "optimaliseren"),
    "uitruil": Taak(_exchange, 8, "uitruil"),
    "koppelen": Taak(_who_goes_where, 4, "koppelen"),
    "verloop": Taak(_owed, 2, "verloop"),
    "gladstrijken": Taak(_smoothed, 3),
    "lrt": Taak(_slide, 4, "lrt"),
    "gegevens": Taak(_upload, 4, "gegevens"),
    "delen": Taak(_send, 1, "optimaliseren", '?scenario={"halfjaar":"2021-1"}'),
}
