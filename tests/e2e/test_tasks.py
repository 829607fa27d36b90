"""The tasks within their clicks, and what must hold of every section of every page."""

from pathlib import Path
from urllib.parse import quote_plus

import pytest
from pypdf import PdfReader

from optimiser.io.scenarios import embedded_scenarios, read_scenario
from optimiser.ui.frame.link import to_link
from optimiser.ui.verloop.page import AHEAD, DELIVER, LEDGER
from tests.e2e.tasks import TAKEN, Clicks
from tests.e2e.test_every_page import AXE, FOUND


@pytest.mark.parametrize("naam", TAKEN)
def test_a_task_is_done_within_its_clicks(visit, naam):
    taak = TAKEN[naam]
    me = Clicks(visit(taak.module, taak.query))
    taak.doe(me)
    assert me.count <= taak.kliks


def test_my_gemeente_as_a_pdf_of_one_page(visit):
    me = Clicks(visit("gemeente", "?gemeente=GM0014"))
    (page,) = PdfReader(me.download("Download als PDF (één A4)")).pages
    assert "175 personen" in page.extract_text()


#: Every section by its address, and what is highest in use.
SECTIONS = (
    *("start", "start?gemeente=GM0014", "gemeente?gemeente=GM0014"),
    *("gemeente?gemeente=provincie:Zuid-Holland", "vergelijken", "vergelijken?deel=Kaarten"),
    *("vergelijken?deel=Maten", "vergelijken?deel=Wie+neemt+over", "vergelijken?deel=Zekerheid"),
    *("vergelijken?deel=Een+gemeente", "optimaliseren", "optimaliseren?scenario={10}"),
    *("uitruil", "uitruil?stap=Afspraken", "uitruil?stap=Register", "lrt"),
    *("gegevens", "gegevens?gegevens=Meegeleverd", "gegevens?gegevens=Aannamen"),
    *("gegevens?gegevens=Waar+het+rapport+niet+sluit", "uitleg"),
    *(f"verloop?onderdeel={quote_plus(one)}" for one in (*LEDGER, *AHEAD, DELIVER)),
)
#: Looked at with every fold open, besides each page as it opens.
ANSWERS = ("gemeente?gemeente=GM0014", "optimaliseren?scenario={10}", "uitruil?stap=Afspraken")
#: Per map: paths drawn, colours among them, circles, the legend.
MAPS = """() => {
  const deep = one => [...one.querySelectorAll('*')].flatMap(
    e => [e, ...(e.shadowRoot ? deep(e.shadowRoot) : [])]);
  return deep(document).filter(e => e.matches('.paneel')).map(panel => {
    const drawn = [...panel.querySelectorAll('.gemeente[d]')];
    const colours = new Set(drawn.map(p => p.getAttribute('fill')));
    const circles = panel.querySelectorAll('.cirkels circle').length;
    return [drawn.length, colours.size, circles, panel.querySelector('.legenda').innerText];
  });
}"""
TEN = to_link(read_scenario(embedded_scenarios()["plafond-10"]))


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_fits_in_two_screens_and_no_map_is_empty(visit, section):
    module, _, rest = section.partition("?")
    window = visit(module, f"?{rest.replace('{10}', TEN)}" if rest else "")
    high = window.page.locator(".st-key-pagina_inhoud").evaluate("one => one.scrollHeight")
    assert high <= 1_600
    maps = window.page.evaluate(MAPS)
    assert all(drawn > 300 for drawn, *_ in maps)
    telling = [c > 1 or dots > 100 or "overal" in legend for _, c, dots, legend in maps]
    assert any(telling) or not maps, maps
    if AXE and section in ANSWERS:
        window.open_everything()
        window.page.evaluate(Path(AXE).read_text(encoding="utf-8"))
        window.page.wait_for_timeout(1_000)  # what fades in has too little contrast for a moment
        assert window.page.evaluate(FOUND) == []
    for width in (390, 800, 1440):
        window.page.set_viewport_size({"width": width, "height": 1000})
        assert window.page.evaluate("document.documentElement.scrollWidth") <= width, width


@pytest.mark.parametrize("plek", ["GM0014", "provincie:Zuid-Holland"])
def test_the_page_of_a_gemeente_prints_as_one_a4(visit, tmp_path, plek):
    window = visit("gemeente", f"?gemeente={plek}")
    window.page.pdf(path=tmp_path / "blad.pdf", format="A4")
    (page,) = PdfReader(tmp_path / "blad.pdf").pages
    assert "Wie kan helpen" in page.extract_text()
