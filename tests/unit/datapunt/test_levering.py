"""The road in: what is refused, what is asked, what is stored, and that nothing changes later."""

import hashlib

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from optimiser.datapunt.deliver import deliver, preview
from optimiser.datapunt.errors import (
    BrokenLeveringError,
    LeveringKnownError,
    LeveringRefusedError,
    LeveringSettledError,
    LeveringUnconfirmedError,
    UnknownLeveringError,
)
from optimiser.datapunt.figures import with_leveringen
from optimiser.datapunt.levering import LeveringStatus
from optimiser.datapunt.opening import open_datapunt
from optimiser.scenario.scenario import Scenario
from optimiser.solve.run import solve_scenario
from optimiser.zicht.zicht import EVERYTHING


def brought(datapunt, gegevens, content, name="levering.csv", **said):
    confirmed = said.pop("bevestigd", False)
    seen = preview(name, content, gegevens, datapunt, **said)
    return deliver(datapunt, seen, "Jan", bevestigd=confirmed)


def test_a_new_year_and_a_national_number_make_2027_1_work(datapunt, gegevens, statline, national):
    first = brought(datapunt, gegevens, statline(), "inwoners-2026.csv")
    second = brought(datapunt, gegevens, national, "landelijk.csv")
    assert (first.status, first.aantal, first.omvang) == (LeveringStatus.CONCEPT, 342, ("2026",))
    assert with_leveringen(gegevens, datapunt) is gegevens
    for one in (first, second):
        datapunt.settle(one.nummer, "Els")
    figures = with_leveringen(gegevens, datapunt)
    answer = solve_scenario(Scenario(halfjaar="2027-1"), figures)
    assert answer.totaal == 14_000
    amsterdam = int(gegevens.gemeenten[2025][0].tabel.at["GM0363", "inwoners"] * 1.01)
    assert answer.gemeenten.at["GM0363", "inwoners"] == amsterdam
    assert f"levering 1, inwoners-2026.csv (sha256 {first.sha256[:12]})" in answer.herkomst.line()
    assert f"L2.{second.sha256[:8]}" in answer.herkomst.line()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"drop": ("GM0277",)}, "342 gemeenten verwacht, 341 gevonden: GM0277"),
        ({"jaar": 2031}, "2031 sluit niet aan op de bekende jaren; het nieuwste is 2025."),
        ({"change": {"GM0014": "veel"}}, "'veel' is geen aantal"),
        ({"change": {"GM0014": "12,5"}}, "'12,5' is geen aantal"),
        ({"change": {"GM0014": "-5"}}, "'-5' is geen aantal"),
        ({"change": {"GM9999": 5}}, "niet in de indeling van dat jaar: GM9999"),
        ({"change": {"GM0014": ""}}, "kolom inwoners: de cel is leeg"),
    ],
)
def test_a_wrong_file_is_refused_and_nothing_is_stored(datapunt, gegevens, statline, change, told):
    with pytest.raises(LeveringRefusedError) as caught:
        brought(datapunt, gegevens, statline(**change))
    assert told in caught.value.params["fouten"]
    assert datapunt.leveringen() == ()


def test_another_year_than_was_asked_is_refused(datapunt, gegevens, statline):
    with pytest.raises(LeveringRefusedError, match="2026"):
        brought(datapunt, gegevens, statline(), jaar=2027)


@pytest.mark.parametrize("heading", ["BSN", "geboortedatum", "Naam van de persoon", "V-nummer"])
def test_a_column_about_persons_is_refused(datapunt, gegevens, heading):
    content = f"gm_code;periode;peildatum;realisatie;{heading}\nGM0014;2025-1;2025-07-01;3;x\n"
    with pytest.raises(LeveringRefusedError, match="alleen aantallen"):
        brought(datapunt, gegevens, content.encode())


def test_dwellings_where_persons_are_asked_must_be_confirmed(datapunt, gegevens, statline):
    homes = gegevens.gemeenten[2025][0].tabel["inwoners"] * 4 // 10
    content = statline(change={c: int(n) for c, n in homes.items()})
    with pytest.raises(LeveringUnconfirmedError, match="personen, geen woningen"):
        brought(datapunt, gegevens, content)
    assert datapunt.leveringen() == ()
    kept = brought(datapunt, gegevens, content, bevestigd=True)
    assert "personen, geen woningen" in kept.afwijkingen[0]


def test_the_same_file_comes_in_once(datapunt, gegevens, statline):
    brought(datapunt, gegevens, statline())
    with pytest.raises(LeveringKnownError) as caught:
        brought(datapunt, gegevens, statline())
    assert caught.value.params["nummer"] == "1"
    assert len(datapunt.leveringen()) == 1


def test_a_later_levering_replaces_one_it_covers_and_both_stay(datapunt, gegevens, statline, clock):
    one = brought(datapunt, gegevens, statline())
    datapunt.settle(one.nummer, "Els")
    before = clock.now.date()
    clock.now = clock.now.replace(month=9)
    figures = with_leveringen(gegevens, datapunt)
    other = brought(datapunt, figures, statline(change={"GM0014": 250_000}), bevestigd=True)
    assert "Van 2026 zijn al cijfers bekend" in other.afwijkingen[0]
    datapunt.settle(other.nummer, "Els")
    states = [(lev.status, lev.vervangen_door) for lev in datapunt.leveringen()]
    assert states == [(LeveringStatus.VERVANGEN, 2), (LeveringStatus.VASTGESTELD, None)]
    assert [lev.nummer for lev in datapunt.settled("inwoners")] == [2]
    assert [lev.nummer for lev in datapunt.settled("inwoners", before)] == [1]
    assert datapunt.rows(1).shape == (342, 4)
    with pytest.raises(LeveringSettledError):
        datapunt.settle(1, "Els")
    with pytest.raises(UnknownLeveringError):
        datapunt.settle(9, "Els")


def test_a_stored_levering_cannot_be_changed(datapunt, gegevens, statline):
    brought(datapunt, gegevens, statline())
    for command in (
        "UPDATE levering SET bestand = 'x'",
        "DELETE FROM levering_stap",
        "DELETE FROM levering",
    ):
        with pytest.raises(DBAPIError, match="alleen aan te vullen"), datapunt.engine.begin() as c:
            c.execute(text(command))


def test_a_change_behind_our_back_is_seen(datapunt, gegevens, statline):
    brought(datapunt, gegevens, statline())
    with datapunt.engine.begin() as connection:
        connection.execute(text("DROP TRIGGER levering_geen_update"))
        connection.execute(text("UPDATE levering SET bestand = 'ander.csv'"))
    with pytest.raises(BrokenLeveringError):
        datapunt.leveringen()


def test_the_file_stays_as_it_came(datapunt, gegevens, statline):
    content = statline()
    one = brought(datapunt, gegevens, content)
    assert datapunt.file(one.nummer) == content
    assert one.sha256 == hashlib.sha256(content).hexdigest()


def test_the_register_in_the_same_database_is_not_touched(place, datapunt, gegevens, statline):
    from optimiser.register.opening import make_register

    with make_register(place, EVERYTHING) as register:
        assert register.stand() == ()
    brought(datapunt, gegevens, statline())
    again = open_datapunt(place, EVERYTHING)
    assert len(again.leveringen()) == 1
    again.close()
