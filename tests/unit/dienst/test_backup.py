"""Copies of register and data point, made while both are written, and put back."""

from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import create_engine, select, text

import optimiser
from optimiser.datapunt.errors import BrokenLeveringError
from optimiser.datapunt.opening import open_datapunt
from optimiser.dienst.backup import LAYOUTS, copy_database
from optimiser.register.engine import open_engine, to_url
from optimiser.register.errors import (
    BrokenHistoryError,
    RegisterExistsError,
    RegisterMissingError,
)
from optimiser.register.opening import make_register, open_register
from optimiser.register.tables import overeenkomst as table
from optimiser.uitruil.agreement import overeenkomst
from optimiser.zicht.zicht import EVERYTHING
from tests.processes import Started, import_leveringen, write_agreements

DEAL = overeenkomst("Ruil", "2025-2", {"GM0106": 5, "GM0114": -5})
ROWS = pd.DataFrame({"periode": ["2027-1"], "taakstelling": [14_000]})


def filled(place):
    """Make a register of two agreements and a data point of one delivery; return the head."""
    with make_register(place, EVERYTHING) as book:
        book.add(DEAL, "Jan")
        book.add(DEAL, "Piet", again=True)
        kop = book.kop()
    point = open_datapunt(place, EVERYTHING)
    point.settle(point.add("landelijk", "a.csv", b"a", ROWS, "Jan").nummer, "Piet")
    point.close()
    return kop


def test_a_copy_made_while_both_are_written_is_of_one_moment_and_goes_on(place, tmp_path):
    make_register(place, EVERYTHING).engine.dispose()
    open_datapunt(place, EVERYTHING).close()
    writer = Started(write_agreements, place, "schrijver", 100_000)
    importer = Started(import_leveringen, place, "aanleveraar", 100_000)
    before = [(writer.next(), importer.next()) for _ in range(2)][-1]
    copy, back = tmp_path / "kopie.sqlite", tmp_path / "terug.sqlite"
    made = copy_database(place, copy)
    tell_of_more_than(writer, made.kop.aantal)
    tell_of_more_than(importer, made.leveringen)
    writer.kill()
    importer.kill()
    assert copy_database(copy, back, made.kop) == made
    with open_register(place, EVERYTHING, made.kop) as book:
        assert book.kop().aantal > made.kop.aantal  # it was written on meanwhile
    with open_register(back, EVERYTHING, made.kop) as book:
        assert book.kop() == made.kop
        assert before[0] <= len(book.stand()) == made.kop.aantal
        assert book.add(DEAL, "Jan", again=True).nummer == made.kop.aantal + 1
    point = open_datapunt(back, EVERYTHING)
    held = point.leveringen()
    assert [one.nummer for one in held] == list(range(1, made.leveringen + 1))
    assert before[1] <= made.leveringen
    assert len(point.rows(held[-1].nummer)) == 400
    assert point.add("landelijk", "a.csv", b"a", ROWS, "Jan").nummer == made.leveringen + 1
    point.close()


def tell_of_more_than(process, number):
    """Read on until a process did more: one of whom nobody reads waits for a full pipe."""
    while process.next() <= number:
        pass


def test_moments_stay_the_same_moment_in_a_server_with_another_zone(place, tmp_path):
    _set_zone(place, "America/New_York")
    first, copy = tmp_path / "eerst.sqlite", tmp_path / "kopie.sqlite"
    kop = filled(first)
    assert copy_database(first, place).kop == kop
    assert copy_database(place, copy).kop == kop
    assert _made(copy) == _made(first)


def _set_zone(place, zone):
    url = to_url(place)
    if url.get_backend_name() == "postgresql":
        engine = create_engine(url, isolation_level="AUTOCOMMIT")
        with engine.connect() as db:
            db.execute(text(f"ALTER DATABASE \"{url.database}\" SET timezone = '{zone}'"))
        engine.dispose()


def _made(place):
    """Return when each agreement came: no checksum is over that."""
    engine = open_engine(place)
    with engine.connect() as db:
        found = db.execute(select(table.c.nummer, table.c.aangemaakt)).all()
    engine.dispose()
    return found


def test_nothing_is_written_over(place, tmp_path):
    kop = filled(place)
    copy = tmp_path / "kopie.sqlite"
    assert copy_database(place, copy).kop == kop
    content = copy.read_bytes()
    for target in (copy, place):
        with pytest.raises(RegisterExistsError):
            copy_database(copy, target)
    assert copy.read_bytes() == content
    with open_register(place, EVERYTHING, kop) as book:
        assert book.kop() == kop


def test_a_place_with_only_leveringen_is_copied_and_an_empty_one_is_not(place, tmp_path):
    with pytest.raises(RegisterMissingError):
        copy_database(place, tmp_path / "geen.sqlite")
    point = open_datapunt(place, EVERYTHING)
    point.add("landelijk", "a.csv", b"a", ROWS, "Jan")
    point.close()
    made = copy_database(place, tmp_path / "kopie.sqlite")
    assert made.in_words() == "kop 0-, 1 levering"


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ("UPDATE versie SET wie = 'Kees' WHERE nummer = 2", BrokenHistoryError),
        ("DELETE FROM keten WHERE nummer = 2", BrokenHistoryError),
        ("UPDATE levering SET opmerking = 'anders'", BrokenLeveringError),
        ("UPDATE levering_stap SET wie = 'Kees'", BrokenLeveringError),
    ],
)
def test_no_copy_is_made_of_what_was_changed_by_hand(place, tmp_path, change, refusal):
    filled(place)
    engine = open_engine(place)
    with engine.begin() as db:
        for name in ("versie", "keten", "levering", "levering_stap"):
            for off in _without_guard(db, name):
                db.exec_driver_sql(off)
        db.exec_driver_sql(change)
    engine.dispose()
    with pytest.raises(refusal):
        copy_database(place, tmp_path / "kopie.sqlite")
    assert not (tmp_path / "kopie.sqlite").exists()


def _without_guard(db, name):
    if db.dialect.name == "postgresql":
        return [f"DROP TRIGGER {name}_vast ON {name}"]
    return [f"DROP TRIGGER {name}_geen_{action}" for action in ("update", "delete")]


def test_the_file_of_a_delivery_is_checked_too(place, tmp_path):
    filled(place)
    engine = open_engine(place)
    with engine.begin() as db:
        for off in _without_guard(db, "levering"):
            db.exec_driver_sql(off)
        db.execute(text("UPDATE levering SET inhoud = :b"), {"b": b"b"})
    engine.dispose()
    with pytest.raises(BrokenLeveringError):
        copy_database(place, tmp_path / "kopie.sqlite")


def test_every_package_with_tables_is_copied():
    folder = Path(optimiser.__file__).parent
    found = {f"optimiser.{path.parent.name}" for path in folder.rglob("migraties")}
    assert found == {one.package for one in LAYOUTS}
