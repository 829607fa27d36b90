"""Databases of earlier programs, as those wrote them; see ``oud``."""

from pathlib import Path

import pytest
from sqlalchemy import text

from optimiser.datapunt.opening import DATAPUNT, open_datapunt
from optimiser.dienst.backup import LAYOUTS, copy_database
from optimiser.register.chain import Kop
from optimiser.register.engine import open_engine
from optimiser.register.errors import NewerLayoutError
from optimiser.register.migrate import REGISTER, current, newest
from optimiser.register.opening import make_register, open_register
from optimiser.teksten import melding_for
from optimiser.uitruil.agreement import overeenkomst
from optimiser.uitruil.states import Status
from optimiser.zicht.werkruimte import Rol
from optimiser.zicht.zicht import EVERYTHING, Zicht

OLD = Path(__file__).parent / "oud"


def written(place, name):
    """Put there what an earlier program wrote."""
    engine = open_engine(place)
    script = (OLD / f"{name}.{engine.dialect.name}.sql").read_text(encoding="utf-8")
    connection = engine.raw_connection()
    cursor = connection.cursor()
    (cursor.executescript if engine.dialect.name == "sqlite" else cursor.execute)(script)
    connection.commit()
    connection.close()
    engine.dispose()


@pytest.fixture
def old(place):
    """Return a place with the register that the program of layout v0002 wrote."""
    written(place, "register-v0002")
    return place


def test_what_was_there_before_the_second_lock_is_the_same_after_it(place, tmp_path):
    written(place, "beide-v0003")
    kop = Kop.parse("3-8abf70d7fea8deada257ab0d0ecb1931")
    drenthe = Zicht("drenthe", frozenset({"GM0106", "GM0114"}), Rol.VASTSTELLER)
    with open_register(place, drenthe, kop) as book:
        assert [one.nummer for one in book.stand()] == [1, 2]
        assert str(book.kop()) == str(kop)
    point = open_datapunt(place, drenthe)
    assert current(point.engine, DATAPUNT) == newest(DATAPUNT)
    # Rows of before are split as new ones are: own gemeenten, and the rest as a total.
    assert dict(zip(*map(point.rows(1).get, ("gm_code", "realisatie")), strict=True)) == {
        "GM0106": 10,
        "GM0114": 20,
    }
    assert list(point.others(1)["realisatie"]) == [80]
    assert len(point.rows(2)) == 1
    point.close()
    made = copy_database(place, tmp_path / "kopie.sqlite", kop)
    assert made.leveringen == 3


def test_a_register_of_the_version_before_keeps_all_and_gets_one_chain(old):
    with open_register(old, EVERYTHING) as book:
        assert current(book.engine) == newest()
        first, second = book.stand()
        assert (first.overeenkomst.naam, first.status) == ("Tubbergen en Oldenzaal", Status.GEMELD)
        assert first.overeenkomst.termijnen[0].verschillen == (("GM0173", 8), ("GM0183", -8))
        assert (second.overeenkomst.naam, second.status) == ("Assen en Emmen", Status.CONCEPT)
        told = [(one.versie, one.wie, str(one.status), one.opmerking) for one in book.history(1)]
        assert told == [
            (1, "Jan Jansen", "concept", "eerste"),
            (2, "Jan Jansen", "akkoord", "besluit van beide colleges"),
            (3, "Jan Jansen", "gemeld", ""),
        ]
        # Checksums on papers of that day still belong to these versions.
        assert first.sha256.startswith("0b8061fc908983fa67b36eff41600141")
        assert book.kop().aantal == 4
        deal = overeenkomst("Nieuw", "2025-2", {"GM0106": 7, "GM0114": -7})
        assert book.add(deal, "Jan", again=True).nummer == 3


def test_a_copy_of_the_version_before_can_be_put_back(old, tmp_path):
    made = copy_database(old, tmp_path / "nieuw.sqlite")
    assert made.kop.aantal == 4


@pytest.mark.parametrize("which", LAYOUTS, ids=lambda one: one.package)
def test_a_database_of_a_newer_program_is_refused_and_stays_as_it_is(place, tmp_path, which):
    make_register(place, EVERYTHING).engine.dispose()
    open_datapunt(place, EVERYTHING).close()
    engine = open_engine(place)
    with engine.begin() as db:
        db.execute(text(f"UPDATE {which.version_table} SET version_num = 'z9999'"))
    way = open_register if which is REGISTER else open_datapunt
    for refused in (
        lambda found: way(found, EVERYTHING),
        lambda found: copy_database(found, tmp_path / "kopie.sqlite"),
    ):
        with pytest.raises(NewerLayoutError) as caught:
            refused(place)
    assert current(engine, which) == "z9999"
    engine.dispose()
    told = str(melding_for(caught.value))
    assert "indeling z9999" in told
    assert "gaat tot en met" in told
    assert "nieuwere versie" in told
    assert not (tmp_path / "kopie.sqlite").exists()


def test_a_register_of_a_newer_program_does_not_hold_up_the_data_point(place):
    make_register(place, EVERYTHING).engine.dispose()
    engine = open_engine(place)
    with engine.begin() as db:
        db.execute(text("UPDATE alembic_version SET version_num = 'z9999'"))
    engine.dispose()
    point = open_datapunt(place, EVERYTHING)
    assert current(point.engine, DATAPUNT) == newest(DATAPUNT)
    point.close()
