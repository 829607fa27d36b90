"""The tasks within their clicks, and what must hold of every section of every page."""

from pathlib import Path
from urllib.parse import quote

import pytest
from pypdf import PdfReader

from optimiser.io.scenarios import embedded_scenarios, read_scenario
from optimiser.ui.frame.link import to_link
from optimiser.ui.gegevens import page as gegevens
from optimiser.ui.koppelen import page as koppelen
from optimiser.ui.uitruil import page as uitruil
from optimiser.ui.vergelijken import page as vergelijken
from optimiser.ui.verloop import page as verloop
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


TWELVE = '{"halfjaar":"2025-2","capaciteit":{"maximum_aandeel":"0.12"}}'
TEN = to_link(read_scenario(embedded_scenarios()["plafond-10"]))
#: What is opened by its address, and the sections that are then walked through.
OPENED = {
    "start": (),
    "start?gemeente=GM0014": (),
    "gemeente?gemeente=GM0014": (),
    "gemeente?gemeente=provincie:Zuid-Holland": (),
    "vergelijken": tuple(vergelijken.SECTIONS),
    "optimaliseren": (),
    f"optimaliseren?scenario={TEN}": (),
    "uitruil?gebied=provincie:Flevoland": tuple(uitruil.SHOWN),
    "koppelen": (*koppelen.SECTIONS, koppelen.OWN),
    "verloop": (*verloop.LEDGER, *verloop.AHEAD, verloop.DELIVER),
    "lrt": (),
    "gegevens": tuple(gegevens.SECTIONS),
    "uitleg": (),
}
NAMES = [address.split("?scenario")[0] + " 10" * ("?scenario" in address) for address in OPENED]
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
#: Texts that end in three dots for want of room.
CUT_OFF = """() => [...document.querySelectorAll('*')]
  .filter(e => getComputedStyle(e).textOverflow === 'ellipsis' && e.checkVisibility())
  .filter(e => e.scrollWidth > e.clientWidth + 1 && e.innerText?.trim()).map(e => e.innerText)"""


@pytest.mark.parametrize("opened", OPENED, ids=NAMES)
def test_every_section_fits_in_two_screens_and_no_map_is_empty(visit, opened):
    module, _, rest = opened.partition("?")
    window = visit(module, f"?{rest}" if rest else "")
    for name in OPENED[opened] or ("",):
        if name:
            window.page.get_by_role("radio", name=name, exact=True).first.click()
            window.settle()
        look_at(window, name)
    if AXE and rest:  # an answer; a page without one is tested as it opens
        window.open_everything()
        window.page.evaluate(Path(AXE).read_text(encoding="utf-8"))
        window.page.wait_for_timeout(1_000)  # what fades in has too little contrast for a moment
        assert window.page.evaluate(FOUND) == []


@pytest.mark.parametrize("province", ["Zuid-Holland", "Noord-Brabant"])
def test_a_large_region_with_a_proposal_fits_in_two_screens(visit, province):
    window = visit("uitruil", f"?gebied=provincie:{province}&scenario={quote(TWELVE)}")
    window.page.get_by_role("button", name="Neem dit voorstel over").wait_for()
    window.settle()
    look_at(window, "Gebied")
    window.page.get_by_role("button", name="Neem dit voorstel over").click()
    window.settle()
    window.page.get_by_label("Gaan personen later terug?").click()
    window.page.get_by_text("Ja, in 2026-1").click()
    window.settle()
    look_at(window, "Afspraken")
    for step in ("Stukken", "Register"):
        window.page.get_by_role("radio", name=step, exact=True).click()
        window.settle()
        look_at(window, step)


def look_at(window, name):
    """Hold one section against what must hold of all."""
    high = window.page.locator(".st-key-pagina_inhoud").evaluate("one => one.scrollHeight")
    assert high <= 1_600, name
    maps = window.page.evaluate(MAPS)
    assert all(drawn > 300 for drawn, *_ in maps), name
    telling = [c > 1 or dots > 100 or "overal" in legend for _, c, dots, legend in maps]
    assert any(telling) or not maps, (name, maps)
    for width in (390, 800, 1440, 1280):
        window.page.set_viewport_size({"width": width, "height": 1000})
        assert window.page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)
        assert window.page.evaluate(CUT_OFF) == [], (name, width)


@pytest.mark.parametrize("plek", ["GM0014", "provincie:Zuid-Holland"])
def test_the_page_of_a_gemeente_prints_as_one_a4(visit, tmp_path, plek):
    window = visit("gemeente", f"?gemeente={plek}")
    window.page.pdf(path=tmp_path / "blad.pdf", format="A4")
    (page,) = PdfReader(tmp_path / "blad.pdf").pages
    assert "Wie kan helpen" in page.extract_text()
