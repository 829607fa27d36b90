"""The second lock: PostgreSQL hides rows by itself from code that forgot to."""

import json
import random
from dataclasses import replace

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from optimiser.datapunt.errors import UnknownLeveringError
from optimiser.datapunt.inzage import reader
from optimiser.datapunt.inzage.view import LOCAL
from optimiser.datapunt.opening import open_datapunt
from optimiser.datapunt.queries import read_parts
from optimiser.datapunt.reading.tabellen import TABELLEN
from optimiser.dienst.backup import copy_database
from optimiser.dienst.lock import lock_fault, prepare
from optimiser.register.chain import Kop
from optimiser.register.engine import open_engine, reading, to_url, whole_view, writing
from optimiser.register.errors import (
    BrokenHistoryError,
    RegisterUnavailableError,
    UnknownNumberError,
)
from optimiser.register.opening import open_register
from optimiser.register.reader import Leesbaar
from optimiser.register.rows import read_everything, read_rows
from optimiser.zicht.lock import settings_of
from optimiser.zicht.werkruimte import Rol
from optimiser.zicht.zicht import EVERYTHING, Zicht
from tests.databases import empty_place, locked_place, owner_of
from tests.unit.dienst.locked import BZK, CODES, DRENTHE, ZEELAND, fill

#: What forgetful code asks: every row, without any condition.
CARELESS = (
    "SELECT inhoud FROM versie",
    "SELECT gm_code FROM levering_deel WHERE gm_code <> ''",
    "SELECT nummer FROM levering",
    "SELECT nummer FROM levering_stap",
    "SELECT nummer FROM levering_geheel",
)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """Agreements of neighbours in the list (1 to 7), a realisatie (1), dwellings of two (2, 3)."""
    with locked_place("locked", tmp_path_factory.mktemp("slot")) as found:
        fill(found)
        yield found


@pytest.fixture(scope="module")
def app(place):
    engine = open_engine(place)
    yield engine
    engine.dispose()


def rows(engine, zicht, query):
    with reading(engine, zicht) as connection:
        return list(connection.execute(text(query)).scalars())


def parties(content):
    return {code for term in json.loads(content)["termijnen"] for code in term["verschillen"]}


def test_code_that_forgets_the_filter_gets_what_is_in_view_and_nothing_else(app):
    draw = random.Random(17)
    everything = {query: rows(app, EVERYTHING, query) for query in CARELESS}
    assert [len(found) for found in everything.values()] == [7, 12, 4, 7, 4]
    for _ in range(200):
        codes = frozenset(draw.sample(CODES, draw.randrange(1, 5)))
        name = draw.choice(["drenthe", "zeeland", "ander"])
        zicht = Zicht(name, codes, draw.choice(list(Rol)))
        agreements, parts, deliveries, steps, whole = (rows(app, zicht, one) for one in CARELESS)
        meant = [one for one in everything[CARELESS[0]] if codes & parties(one)]
        assert sorted(agreements) == sorted(meant)
        assert set(parts) <= codes
        assert set(parts) >= codes - {"GM0664"}
        own = {"drenthe": {2}, "zeeland": {3, 4}, "ander": set()}[name]
        touching = {2} if codes & DRENTHE.gm_codes else set()
        touching |= {3} if codes & ZEELAND.gm_codes else set()
        assert set(deliveries) == {1} | own | touching
        assert set(steps) == set(deliveries)
        assert set(whole) == own


def test_who_told_nothing_sees_nothing_also_on_a_connection_used_before(app):
    for _ in range(3):
        assert rows(app, EVERYTHING, CARELESS[0])
        assert [rows(app, None, query) for query in CARELESS] == [[], [], [], [], []]
        with app.connect() as bare:
            assert [bare.execute(text(q)).all() for q in CARELESS] == [[], [], [], [], []]


def refused(engine, zicht, statement, **values):
    """Try to write, and return what PostgreSQL said when it refused."""
    with (
        pytest.raises((RegisterUnavailableError, DBAPIError)) as caught,
        writing(engine, zicht) as connection,
    ):
        connection.execute(text(statement), values)
    return str(caught.value)


VERSION = (
    "INSERT INTO versie (nummer, versie, tijdstip, wie, wat, status, inhoud, verwerkt, opmerking, "
    "sha256, akkoorden) VALUES (:nummer, :versie, now(), 'x', 'x', 'concept', :inhoud, '[]', '', "
    "'x', '[]')"
)
DELIVERY = (
    "INSERT INTO levering (tabel, werkruimte, bestand, sha256, eigenaar, omvang, aantal, "
    "opmerking, afwijkingen, inhoud, rijen, rijen_sha256) VALUES (:tabel, :werkruimte, 'b', 's', "
    "'', '[]', 1, '', '[]', '', '', '')"
)
STEP = (
    "INSERT INTO levering_stap (nummer, stap, tijdstip, wie, status, sha256) "
    "VALUES (:nummer, 9, now(), 'x', 'vastgesteld', 'x')"
)
PART = "INSERT INTO levering_deel (nummer, gm_code, rijen) VALUES (:nummer, :code, '')"


def test_rows_of_others_are_not_written(app):
    outside = "buiten de werkruimte"
    foreign = json.dumps({"termijnen": [{"verschillen": {"GM0664": 1, "GM0748": -1}}]})
    mine = foreign.replace("GM0664", "GM0106")
    # An agreement between others; and a step that would take one of others over.
    assert outside in refused(app, DRENTHE, VERSION, nummer=2, versie=2, inhoud=foreign)
    assert outside in refused(app, DRENTHE, VERSION, nummer=5, versie=2, inhoud=mine)
    for name in ("zeeland", ""):
        told = refused(app, DRENTHE, DELIVERY, tabel="woningaanbod", werkruimte=name)
        assert outside in told
    assert outside in refused(app, DRENTHE, DELIVERY, tabel="realisatie", werkruimte="drenthe")
    assert outside in refused(app, BZK, DELIVERY, tabel="realisatie", werkruimte="drenthe")
    for number in (1, 3):
        assert outside in refused(app, DRENTHE, STEP, nummer=number)
        assert outside in refused(app, DRENTHE, PART, nummer=number, code="GM0106")
    assert outside in refused(app, DRENTHE, PART, nummer=2, code="GM0664")
    for statement, values in (
        (VERSION, {"nummer": 2, "versie": 2, "inhoud": mine}),
        (DELIVERY, {"tabel": "ladder", "werkruimte": ""}),
    ):
        assert outside in refused(app, None, statement, **values)
    # What is one's own goes in: the policies refuse no more than they should.
    with app.connect() as connection:
        seen = [func.set_config(*one, True) for one in settings_of(DRENTHE).items()]
        connection.execute(select(*seen))
        for statement, values in (
            (VERSION, {"nummer": 2, "versie": 2, "inhoud": mine}),
            (STEP, {"nummer": 2}),
            (DELIVERY, {"tabel": "ladder", "werkruimte": "drenthe"}),
        ):
            assert connection.execute(text(statement), values).rowcount == 1
        connection.rollback()


def test_after_all_that_binds_was_read_these_eyes_are_limited_again(app):
    with writing(app, DRENTHE) as connection:
        with whole_view(connection, DRENTHE):
            assert len(connection.execute(text(CARELESS[0])).all()) == 7
        assert len(connection.execute(text(CARELESS[0])).all()) == 3


def test_who_should_see_everything_and_does_not_is_told(app):
    with reading(app, DRENTHE) as connection:
        assert sorted(read_everything(connection, Kop(0, ""), whole=False).rows) == [1, 2, 3]
        with pytest.raises(BrokenHistoryError):
            read_everything(connection, Kop(0, ""), whole=True)
        with pytest.raises(BrokenHistoryError):
            read_rows(connection, 7, whole=True)


def test_the_database_and_the_program_agree_on_what_a_workspace_delivers(app):
    for tabel in TABELLEN:
        with app.connect() as connection:
            seen = [func.set_config(*one, True) for one in settings_of(DRENTHE).items()]
            connection.execute(select(*seen))
            told = {"tabel": tabel, "werkruimte": "drenthe"}
            try:
                connection.execute(text(DELIVERY), told)
                added = True
            except DBAPIError:
                added = False
            assert added == (tabel in LOCAL)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE versie SET wie = 'x'",
        "DELETE FROM levering_stap",
        "TRUNCATE keten",
        "ALTER TABLE versie DISABLE ROW LEVEL SECURITY",
        "DROP POLICY versie_lezen ON versie",
        "DROP TRIGGER versie_vast ON versie",
        "CREATE TABLE eigen (nummer integer)",
        "SET LOCAL ROLE test",
        "SELECT inhoud FROM levering",
        "SELECT rijen FROM levering",
        "UPDATE alembic_version SET version_num = 'x'",
    ],
)
def test_the_app_changes_nothing_and_does_not_take_the_lock_off(app, statement):
    assert "mag dat niet" in refused(app, EVERYTHING, statement)


def test_everybody_has_the_same_head_and_reads_their_own(place):
    with open_register(place, EVERYTHING) as book:
        whole = book.check()
        assert sorted(whole.rows) == [1, 2, 3, 4, 5, 6, 7]
        for zicht, numbers in ((BZK, [1, 2, 3, 4, 5, 6, 7]), (DRENTHE, [1, 2, 3])):
            mine = replace(book, zicht=zicht)
            assert mine.kop() == whole.kop
            assert [one.nummer for one in mine.stand()] == numbers


def test_a_filter_that_was_forgotten_is_made_up_for(place, monkeypatch):
    """The filters of the program are taken out; the pages still show no more."""
    monkeypatch.setattr(Leesbaar, "_in_view", lambda _self, _one: True)
    monkeypatch.setattr(reader, "in_view", lambda _zicht, found, _rows: [one for _, one in found])
    with open_register(place, DRENTHE) as book:
        assert [one.nummer for one in book.stand()] == [1, 2, 3]
        with pytest.raises(UnknownNumberError):
            book.history(7)
    point = open_datapunt(place, DRENTHE)
    assert [one.nummer for one in point.leveringen()] == [1, 2]
    with pytest.raises(UnknownLeveringError):
        point.file(3)
    every = replace(DRENTHE, gm_codes=frozenset(CODES))
    with reading(point.engine, DRENTHE) as connection:
        found = read_parts(connection, [1, 2, 3, 4], every.gm_codes)
    assert {code for parts in found.values() for code in parts} == {"", *DRENTHE.gm_codes}
    point.close()


def test_the_owner_copies_everything_and_what_is_put_back_can_be_locked_again(place, tmp_path):
    copy = tmp_path / "kopie.sqlite"
    made = copy_database(owner_of(place), copy)
    assert (made.kop.aantal, made.leveringen) == (7, 4)
    with pytest.raises(RegisterUnavailableError):
        copy_database(place, tmp_path / "nee.sqlite")
    with empty_place("postgresql", tmp_path) as back:
        assert copy_database(copy, back) == made
        engine = open_engine(back)
        prepare(engine, to_url(place).username)
        again = open_engine(to_url(back).set(username=to_url(place).username))
        assert lock_fault(again) == ""
        assert len(rows(again, DRENTHE, CARELESS[0])) == 3
        for one in (engine, again):
            one.dispose()
