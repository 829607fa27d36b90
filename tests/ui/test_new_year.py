"""A half-year the program does not ship works on every page once its figures are settled."""

import pytest

from optimiser.datapunt.deliver import deliver, preview
from optimiser.datapunt.opening import open_datapunt
from optimiser.scenario.scenario import Scenario
from optimiser.ui.frame.link import to_link
from optimiser.zicht.zicht import EVERYTHING
from tests.ui.conftest import Screen

PAGES = (
    *("", "vergelijken", "optimaliseren", "uitruil", "koppelen", "verloop", "lrt", "gegevens"),
)


@pytest.fixture
def settled(tmp_path, monkeypatch, gegevens):
    """Deliver made-up inhabitants of 1-1-2026 and a national number of 2027-1."""
    place = tmp_path / "register.sqlite"
    table = gegevens.gemeenten[2025][0].tabel
    rows = [f'"{c}";"2026JJ00";"{int(n * 1.01)}"' for c, n in table["inwoners"].items()]
    people = "\n".join(["Regio's;Perioden;Bevolking op 1 januari (aantal)", *rows]).encode()
    number = b"periode;taakstelling;datum;bron\n2027-1;14000;2026-10-01;rekenvoorbeeld\n"
    point = open_datapunt(place, EVERYTHING)
    for name, content in (("inwoners.csv", people), ("landelijk.csv", number)):
        one = deliver(point, preview(name, content, gegevens, point), "Jan")
        point.settle(one.nummer, "Els")
    point.close()
    monkeypatch.setenv("TAAKSTELLING_REGISTER", str(place))


@pytest.mark.usefixtures("settled")
def test_every_page_knows_2027_1():
    page = Screen(to_link(Scenario(halfjaar="2027-1")))
    for module in PAGES:
        page.goto(module)
        assert not page.app.exception, module
        assert not page.app.error, module
        assert any("2027-1" in one.value for one in page.app.markdown), module
        assert any("14.000" in one.value for one in page.app.markdown), module
