"""The register: nothing is overwritten, nothing disappears, and every step leaves a trace."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest
from alembic.runtime.migration import MigrationContext
from sqlalchemy import event, inspect, text
from sqlalchemy.exc import DBAPIError

from optimiser.register.approval import Goedkeuring
from optimiser.register.chain import check_chain, link, to_text
from optimiser.register.engine import open_engine
from optimiser.register.errors import (
    BrokenHistoryError,
    FixedContentError,
    NoOpenTermError,
    RegisterUnavailableError,
    StaleVersionError,
    UnknownNumberError,
)
from optimiser.register.migrate import current, migrate, newest, scripts
from optimiser.register.opening import make_register, open_register
from optimiser.register.register import Register
from optimiser.register.rows import read_rows
from optimiser.register.tables import metadata
from optimiser.uitruil.agreement import overeenkomst, wederkerig
from optimiser.uitruil.errors import StatusChangeError
from optimiser.uitruil.states import BINDING, Status
from optimiser.zicht.zicht import EVERYTHING

DEAL = overeenkomst("Ruil", "2025-2", {"GM0106": 5, "GM0114": -5})
DAY = date(2025, 5, 1)
BOTH_WAYS = wederkerig("Heen en weer", "2025-2", "2026-1", {"GM0106": 5, "GM0114": -5})


def agree(register, number, gelezen=1, codes=("GM0106", "GM0114")):
    """Let every college approve; return the version after the last."""
    for code in codes:
        given = Goedkeuring(code, "Griffier", DAY, f"Z-{code}")
        gelezen = register.approve(number, gelezen, given, "Jan").versie
    return gelezen


def test_what_is_written_is_read_back_by_another_process(place):
    first = make_register(place, EVERYTHING)
    written = first.add(DEAL, "Jan", "eerste")
    first.engine.dispose()
    second = open_register(place, EVERYTHING)
    assert second.get(written.nummer) == written
    assert (written.status, written.versie, written.wie) == (Status.CONCEPT, 1, "Jan")
    second.engine.dispose()


def test_every_step_is_kept(register):
    number = register.add(DEAL, "Jan").nummer
    other = overeenkomst("Ruil", "2025-2", {"GM0106": 6, "GM0114": -6})
    register.change(number, 1, other, "Piet")
    assert agree(register, number, 2) == 4
    register.advance(number, 4, Status.GEMELD, "Jan", "beide colleges")
    last = register.advance(number, 5, Status.VERWERKT, "Jan")
    history = register.history(number)
    assert [one.versie for one in history] == [1, 2, 3, 4, 5, 6]
    assert [one.wat for one in history] == [
        "toegevoegd", "gewijzigd", "goedgekeurd", "goedgekeurd", "status", "status",
    ]  # fmt: skip
    assert [str(one.status) for one in history[2:5]] == ["concept", "akkoord", "gemeld"]
    assert history[0].overeenkomst == DEAL
    assert history[4].opmerking == "beide colleges"
    assert (last.overeenkomst, last.open) == (other, ())


def test_what_lapsed_is_still_there(register):
    number = register.add(DEAL, "Jan").nummer
    register.advance(number, 1, Status.VERVALLEN, "Jan", "toch niet")
    assert [one.status for one in register.stand()] == [Status.VERVALLEN]
    assert register.stand(BINDING) == ()
    with pytest.raises(StatusChangeError):
        register.advance(number, 2, Status.GEMELD, "Jan")


def test_two_users_never_overwrite_each_other(register):
    number = register.add(DEAL, "Jan").nummer
    agree(register, number)
    with pytest.raises(StaleVersionError) as caught:
        register.advance(number, 1, Status.VERVALLEN, "Piet")
    assert caught.value.params == {"naam": "Ruil", "nu": "3", "verwacht": "1"}
    assert register.get(number).status is Status.AKKOORD


def test_of_many_at_once_one_wins(register):
    number = register.add(DEAL, "Jan").nummer

    def step(who):
        try:
            return register.advance(number, 1, Status.VERVALLEN, str(who)).wie
        except StaleVersionError:
            return None

    with ThreadPoolExecutor(8) as pool:
        winners = [who for who in pool.map(step, range(8)) if who is not None]
    assert len(winners) == 1
    assert [one.wie for one in register.history(number)] == ["Jan", winners[0]]


def test_only_a_concept_can_be_rewritten(register):
    number = register.add(DEAL, "Jan").nummer
    agree(register, number)
    with pytest.raises(FixedContentError):
        register.change(number, 3, BOTH_WAYS, "Jan")


def test_a_two_way_agreement_is_open_until_both_half_years_are_done(register):
    number = register.add(BOTH_WAYS, "Jan").nummer
    agree(register, number)
    with pytest.raises(NoOpenTermError):
        register.settle(number, 3, "2025-2", "Jan")
    register.advance(number, 3, Status.GEMELD, "Jan")
    half = register.settle(number, 4, "2025-2", "Jan")
    assert [position.termijn.halfjaar for position in half.open] == ["2026-1"]
    assert half.status is Status.GEMELD
    with pytest.raises(NoOpenTermError):
        register.settle(number, 5, "2025-2", "Jan")
    done = register.settle(number, 5, "2026-1", "Jan")
    assert (done.status, done.open) == (Status.VERWERKT, ())


def test_an_unknown_number_is_refused(register):
    with pytest.raises(UnknownNumberError):
        register.get(7)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE versie SET wie = 'x'", "DELETE FROM versie", "DELETE FROM overeenkomst"],
)
def test_the_database_itself_refuses_to_change_history(register, statement):
    register.add(DEAL, "Jan")
    with pytest.raises(DBAPIError, match="alleen aan te vullen"), register.engine.begin() as db:
        db.execute(text(statement))
    assert len(register.stand()) == 1


def test_a_history_that_was_tampered_with_is_noticed(register):
    number = register.add(DEAL, "Jan").nummer
    register.advance(number, 1, Status.VERVALLEN, "Jan")
    with register.engine.connect() as connection:
        rows = read_rows(connection, number, whole=True)

    def check(rows):
        check_chain(number, rows, {row["versie"]: row["sha256"] for row in rows}, whole=True)

    check(rows)
    for part, value in (("wie", "Piet"), ("inhoud", "{}"), ("status", "verwerkt")):
        changed = [rows[0] | {part: value}, rows[1]]
        with pytest.raises(BrokenHistoryError):
            check(changed)
    with pytest.raises(BrokenHistoryError):
        check(rows[1:])
    # Who also repairs the checksum of that version breaks the link with the next.
    resealed = rows[0] | {"wie": "Piet"}
    resealed |= {"sha256": link(resealed, "")}
    check([resealed])
    with pytest.raises(BrokenHistoryError):
        check([resealed, rows[1]])


def test_the_clock_is_that_of_the_caller(place):
    moment = datetime(2026, 3, 1, 12, tzinfo=UTC)
    opened = make_register(place, EVERYTHING)
    book = Register(opened.engine, EVERYTHING, clock=lambda: moment)
    number = book.add(DEAL, "Jan").nummer
    assert book.get(number).tijdstip == moment
    opened.engine.dispose()


def test_opening_twice_migrates_once(place):
    first = make_register(place, EVERYTHING)
    first.add(DEAL, "Jan")
    assert migrate(first.engine) == newest() == current(first.engine)
    assert len(first.stand()) == 1
    first.engine.dispose()


def test_the_migrations_make_the_tables_the_program_expects(register):
    found = inspect(register.engine)
    for table in metadata.sorted_tables:
        columns = {column["name"] for column in found.get_columns(table.name)}
        assert columns == {column.name for column in table.columns}


def test_the_oldest_register_keeps_its_agreements_and_gets_a_chain(place):
    engine = open_engine(place)
    _to_version(engine, "v0001")
    with engine.begin() as connection:
        for number in (1, 2):
            _old_row(connection, number)
    assert current(engine) == "v0001"
    migrate(engine)
    assert current(engine) == newest()
    book = Register(engine, EVERYTHING)
    assert [one.overeenkomst.naam for one in book.stand()] == ["Oud 1", "Oud 2"]
    assert book.kop().aantal == 2
    number = book.add(DEAL, "Jan", again=True).nummer
    assert (number, book.kop().aantal) == (3, 3)
    engine.dispose()


def _old_row(connection, number):
    """Write an agreement as the first layout did."""
    moment = datetime(2025, 1, number, tzinfo=UTC)
    connection.execute(
        text("INSERT INTO overeenkomst (nummer, aangemaakt) VALUES (:n, :m)"),
        {"n": number, "m": moment},
    )
    deal = overeenkomst(f"Oud {number}", "2025-2", {"GM0106": 5, "GM0114": -5})
    row = {
        "nummer": number, "versie": 1, "tijdstip": moment, "wie": "Jan", "wat": "toegevoegd",
        "status": "concept", "inhoud": to_text(deal), "opmerking": "",
    }  # fmt: skip
    sealed = link(row | {"verwerkt": "[]", "akkoorden": "[]"}, "")
    row |= {"sha256": sealed}
    names = ", ".join(row)
    values = ", ".join(f":{name}" for name in row)
    connection.execute(text(f"INSERT INTO versie ({names}) VALUES ({values})"), row)
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT nextval('overeenkomst_nummer_seq')"))


def _to_version(engine, wanted):
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext

    script = scripts()
    with (
        engine.begin() as connection,
        EnvironmentContext(
            Config(), script, fn=lambda now, _: script._upgrade_revs(wanted, now)
        ) as environment,
    ):
        environment.configure(connection=connection, transactional_ddl=False)
        environment.run_migrations()
        assert MigrationContext.configure(connection).get_current_revision() == wanted


def test_a_place_that_cannot_be_opened_says_so(tmp_path):
    with pytest.raises(RegisterUnavailableError):
        make_register(tmp_path / "geen map" / "register.sqlite", EVERYTHING)
    broken = tmp_path / "stuk.sqlite"
    broken.write_bytes(b"dit is geen database, maar wel lang genoeg om te lezen" * 40)
    with pytest.raises(RegisterUnavailableError):
        open_register(broken, EVERYTHING)
    with pytest.raises(RegisterUnavailableError):
        open_register("vreemd://plek/uitruil", EVERYTHING)


def test_a_password_is_never_shown():
    with pytest.raises(RegisterUnavailableError) as caught:
        open_register("postgresql://jan:geheim@127.0.0.1:1/uitruil", EVERYTHING)
    told = caught.value.params
    assert "geheim" not in str(told)
    assert told["register"] == "de database 'uitruil' op de server '127.0.0.1'"
    assert told["reden"] == "de server neemt geen verbinding aan"


def test_what_is_stored_has_reached_the_disk(tmp_path):
    engine, seen = open_engine(tmp_path / "r.sqlite"), []

    @event.listens_for(engine, "connect")
    def _see(connection, _record):
        # Before the tests take the waiting away, which they do at each use of a connection.
        seen.append(connection.execute("PRAGMA synchronous").fetchone())

    engine.connect().close()
    engine.dispose()
    assert seen == [(2,)]  # SQLite's FULL
