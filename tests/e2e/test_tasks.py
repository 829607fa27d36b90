"""What users come for, each counted in clicks: written from the tasks, not from the widgets."""

import pytest

from optimiser.io.gegevens import read_gegevens


class Clicks:
    """A user at 1280 x 800 who counts clicks; typing and waiting are free."""

    def __init__(self, window):
        self.window = window
        self.page = window.page
        self.page.set_viewport_size({"width": 1280, "height": 800})
        self.count = 0

    def click(self, role, name, exact=True):
        """Click once on what has this name."""
        self.page.get_by_role(role, name=name, exact=exact).first.click()
        self.count += 1
        self.window.settle()

    def pick(self, label, option):
        """Type in a list and take what is found: one click into it, the rest is typing."""
        self.page.get_by_label(label, exact=True).first.click()
        self.count += 1
        self.page.keyboard.type(option)
        self.page.get_by_role("option", name=option, exact=True).first.wait_for()
        self.page.keyboard.press("Enter")
        self.window.settle()

    def sees(self, text, *, first_screen=True):
        """Wait for a text; it is on the first screen unless said otherwise."""
        found = self.page.get_by_text(text).first
        found.wait_for(state="visible", timeout=60_000)
        main = self.page.locator('[data-testid="stMain"]')
        top = found.bounding_box()["y"] + main.evaluate("one => one.scrollTop")
        assert not first_screen or 0 <= top < 800, (text, top)


@pytest.fixture
def user(visit):
    return lambda module="start", query="": Clicks(visit(module, query))


def test_the_number_of_my_gemeente_and_why(user):
    me = user()
    me.page.get_by_label("Zoek een gemeente of gebied", exact=True).focus()
    me.page.keyboard.type("Groningen")
    me.page.get_by_role("option", name="Groningen", exact=True).first.wait_for()
    me.page.keyboard.press("Enter")
    me.sees("175 personen")
    # Why: 243.768 of 17.942.942 inhabitants of 13.000 persons.
    me.sees("176,61")
    assert me.count == 0


def test_everything_about_my_gemeente_on_one_page(user):
    me = user("start", "?gemeente=GM0014")
    me.click("link", "Alles over Groningen, op één A4")
    me.sees("Groningen: 175 personen in het tweede halfjaar van 2025")
    me.sees("Woningvoorraad")
    assert "gemeente=GM0014" in me.page.url
    assert me.count == 1


def test_my_gemeente_as_a_pdf_of_one_page(user, tmp_path):
    from pypdf import PdfReader

    me = user("gemeente", "?gemeente=GM0014")
    with me.page.expect_download(timeout=60_000) as waiting:
        me.click("button", "Download als PDF (één A4)")
    file = tmp_path / "groningen.pdf"
    waiting.value.save_as(file)
    (page,) = PdfReader(file).pages
    assert "175 personen" in page.extract_text()
    assert me.count == 1


def test_compare_with_the_housing_stock_and_who_pays(user):
    me = user()
    me.click("link", "Verdeelsleutels vergelijken")
    # As `taakstelling vergelijk`: woningvoorraad against inwoners, 2025-2.
    me.sees("374 personen")
    me.sees("87 gemeenten krijgen meer, 180 minder")
    assert me.count <= 2
    me.click("radio", "Wie neemt over")
    me.sees("Noord-Holland")
    me.sees("181", first_screen=False)
    assert me.count <= 3


def test_which_region_cannot_close_at_ten_percent_and_the_legal_cure(user):
    me = user("optimaliseren")
    me.sees("44 personen hebben geen plaats, in 6 gebieden")
    me.click("button", "Bekijk deze verdeling")
    me.sees("Het past niet: 44 personen hebben geen plaats")
    me.sees("Arbeidsmarktregio Achterhoek moet 220 personen huisvesten", first_screen=False)
    assert me.count == 1
    me.click("button", "Voeg deze gebieden samen")
    me.sees("Haalbaar en sluitend: 13.000 personen geplaatst")
    assert me.count == 2


def test_upload_my_figures_and_compare(user):
    me = user("gegevens")
    codes = read_gegevens().figures(2024).tabel.index
    text = "gm_code;plekken\n" + "".join(f"{code};{10 * (code == 'GM0014')}\n" for code in codes)
    file = {"name": "plekken.csv", "mimeType": "text/csv", "buffer": text.encode()}
    me.page.locator("input[type=file]").first.set_input_files(file)
    me.click("button", "Klopt, gebruik dit bestand")
    me.click("button", "Vergelijk plekken met de wet")
    me.sees("1 gemeente krijgt meer, 341 minder")
    assert me.count <= 4


def test_send_it_to_a_colleague(user):
    me = user("optimaliseren", '?scenario={"halfjaar":"2021-1"}')
    me.click("button", "Delen en bewaren")
    me.sees("Bewaar als scenariobestand")
    me.sees("alleen op deze computer")
    assert me.count == 1


@pytest.mark.parametrize("query", ["", "gemeente?gemeente=GM0014", "vergelijken", "optimaliseren"])
def test_nothing_is_wider_than_the_screen(visit, query):
    module, _, rest = query.partition("?")
    window = visit(module or "start", f"?{rest}" if rest else "", width=390)
    for width in (390, 800, 1440):
        window.resize(width)
        assert window.page.evaluate("document.documentElement.scrollWidth") <= width


#: Four agreements in the Achterhoek, where 12 % of the freed dwellings is the limit.
ACHTERHOEK = (
    'gebied=arbeidsmarktregio:Achterhoek&scenario={"halfjaar":"2025-2","capaciteit":'
    '{"maximum_aandeel":"0.12"}}&afspraken=[["A","GM0197",-1],["A","GM0222",1],["B","GM0294",-2],'
    '["B","GM1859",2],["C","GM0222",6],["C","GM1586",-6],["D","GM1876",-2],["D","GM1955",2]]'
)
SECTIONS = (
    *("start", "gemeente?gemeente=GM0014", "gemeente?gemeente=provincie:Zuid-Holland"),
    *("vergelijken", "vergelijken?deel=Kaarten", "vergelijken?deel=Maten"),
    *("gegevens", "gegevens?gegevens=Aannamen"),
    *("vergelijken?deel=Wie+neemt+over", "vergelijken?deel=Zekerheid"),
    *("vergelijken?deel=Een+gemeente", "optimaliseren"),
    *(f"uitruil?stap={step}&{ACHTERHOEK}" for step in ("Gebied", "Afspraken")),
)


@pytest.mark.parametrize("query", SECTIONS)
def test_no_section_is_higher_than_two_screens(visit, query):
    module, _, rest = query.partition("?")
    window = visit(module, f"?{rest}" if rest else "")
    high = window.page.locator(".st-key-pagina_inhoud").evaluate("one => one.scrollHeight")
    assert high <= 1_600


@pytest.mark.parametrize("plek", ["GM0014", "provincie:Zuid-Holland"])
def test_the_page_of_a_gemeente_prints_as_one_a4(visit, tmp_path, plek):
    from pypdf import PdfReader

    window = visit("gemeente", f"?gemeente={plek}")
    window.page.pdf(path=tmp_path / "blad.pdf", format="A4")
    (page,) = PdfReader(tmp_path / "blad.pdf").pages
    assert "Wie kan helpen" in page.extract_text()
