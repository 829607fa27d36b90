"""Within one moment the figures are looked up once; outside it every settled levering counts."""

from optimiser.datapunt.current import one_moment, read_gegevens
from optimiser.datapunt.deliver import deliver, preview


def test_a_page_shows_one_state_and_the_next_page_the_new_one(
    datapunt, gegevens, statline, place, monkeypatch
):
    monkeypatch.setenv("TAAKSTELLING_REGISTER", str(place))
    seen = preview("inwoners.csv", statline(), gegevens, datapunt)
    concept = deliver(datapunt, seen, "Jan")
    with one_moment():
        before = read_gegevens()
        datapunt.settle(concept.nummer, "Els")
        assert read_gegevens() is before
    assert 2026 not in before.gemeenten
    assert 2026 in read_gegevens().gemeenten
    with one_moment():
        assert 2026 in read_gegevens().gemeenten
