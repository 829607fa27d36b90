"""Whatever is changed by hand is seen by the next read, given the head printed earlier."""

from contextlib import contextmanager
from datetime import date

import pytest
from sqlalchemy import func, select, text

from optimiser.register import reader
from optimiser.register.approval import Goedkeuring
from optimiser.register.chain import Kop, link, next_kop
from optimiser.register.errors import (
    BrokenHistoryError,
    NoHeadError,
    RegisterMissingError,
    RegisterUnavailableError,
)
from optimiser.register.opening import make_register, open_register
from optimiser.register.tables import versie
from optimiser.uitruil.agreement import overeenkomst
from optimiser.uitruil.states import Status
from optimiser.zicht.zicht import EVERYTHING

COLLEGES = ("GM0106", "GM0114")


@pytest.fixture
def filled(place):
    """Return a place with three agreements and eight rows, and its head."""
    with make_register(place, EVERYTHING) as book:
        for number in (1, 2, 3):
            deal = overeenkomst(f"Ruil {number}", "2025-2", {"GM0106": number, "GM0114": -number})
            book.add(deal, "Jan")
        for versie, code in enumerate(COLLEGES, start=1):
            book.approve(1, versie, Goedkeuring(code, "B", date(2025, 5, 1), "Z"), "Jan")
        book.advance(1, 3, Status.GEMELD, "Jan")
        book.advance(2, 1, Status.VERVALLEN, "Jan")
        book.step_back(2, 2, "Jan", "toch wel")
        return place, book.kop()


def by_hand(place, *statements):
    """Change rows behind the back of the program; the triggers are taken off first."""
    with make_register(place, EVERYTHING) as book, book.engine.begin() as db:
        if db.dialect.name == "postgresql":
            for table in ("versie", "keten", "overeenkomst"):
                db.execute(text(f"DROP TRIGGER {table}_vast ON {table}"))
            db.execute(text("ALTER TABLE keten DROP CONSTRAINT keten_nummer_versie_fkey"))
        else:
            db.execute(text("PRAGMA defer_foreign_keys = ON"))
            for table in ("versie", "keten", "overeenkomst"):
                for event in ("update", "delete"):
                    db.execute(text(f"DROP TRIGGER {table}_geen_{event}"))
        for statement in statements:
            db.exec_driver_sql(statement)


LAST_OF_2 = "nummer = 2 AND versie = 3"


@pytest.mark.parametrize(
    "statements",
    [
        ["UPDATE versie SET status = 'akkoord' WHERE nummer = 3"],
        ["UPDATE versie SET inhoud = replace(inhoud, ':3', ':4') WHERE nummer = 3"],
        ["UPDATE versie SET wie = 'Piet' WHERE nummer = 1 AND versie = 1"],
        ["UPDATE versie SET akkoorden = '[]' WHERE nummer = 1 AND versie = 4"],
        [f"DELETE FROM keten WHERE {LAST_OF_2}", f"DELETE FROM versie WHERE {LAST_OF_2}"],
        ["DELETE FROM keten WHERE nummer = 2 AND versie = 2"],
        [
            "DELETE FROM keten WHERE nummer = 3",
            "DELETE FROM versie WHERE nummer = 3",
            "DELETE FROM overeenkomst WHERE nummer = 3",
        ],
        [
            "UPDATE keten SET volgnummer = 99 WHERE volgnummer = 1",
            "UPDATE keten SET volgnummer = 1 WHERE volgnummer = 2",
            "UPDATE keten SET volgnummer = 2 WHERE volgnummer = 99",
        ],
        ["UPDATE keten SET kop = replace(kop, 'a', 'b')"],
    ],
    ids=[
        "status", "content", "who", "approval", "last version", "link", "agreement", "order", "kop",
    ],
)  # fmt: skip
def test_every_change_by_hand_is_seen(filled, statements):
    place, kop = filled
    by_hand(place, *statements)
    for read in (lambda b: b.check(), lambda b: b.stand(), lambda b: b.get(1), lambda b: b.kop()):
        with open_register(place, EVERYTHING, kop) as book, pytest.raises(BrokenHistoryError):
            read(book)


def test_a_chain_made_anew_is_seen_by_who_has_the_head_of_a_paper(filled):
    place, kop = filled
    with open_register(place, EVERYTHING) as book:
        found = book.check()
        rows = [row for own in found.rows.values() for row in own]
    # Somebody rewrites the first row and repairs every checksum after it.
    sums, commands, head = {}, [], Kop(0, "")
    for row in rows:
        changed = row | ({"wie": "Piet"} if (row["nummer"], row["versie"]) == (1, 1) else {})
        sealed = link(changed, sums.get((row["nummer"], row["versie"] - 1), ""))
        sums[row["nummer"], row["versie"]] = sealed
        where = f"nummer = {row['nummer']} AND versie = {row['versie']}"
        commands.append(
            f"UPDATE versie SET wie = '{changed['wie']}', sha256 = '{sealed}' WHERE {where}"
        )
    for row in found.links:
        which = (row["nummer"], row["versie"])
        head = next_kop(head, *which, sums[which])
        commands.append(
            f"UPDATE keten SET kop = '{head.sha256}' WHERE volgnummer = {row['volgnummer']}"
        )
    by_hand(place, *commands)
    with open_register(place, EVERYTHING) as book:
        assert book.history(1)[0].wie == "Piet"
    with (
        open_register(place, EVERYTHING, Kop.parse(str(kop))) as book,
        pytest.raises(BrokenHistoryError),
    ):
        book.stand()


def test_the_last_row_taken_out_whole_is_seen_with_the_head_and_by_who_read_before(filled):
    place, kop = filled
    with open_register(place, EVERYTHING) as reader:
        reader.stand()
        gone = f"FROM keten WHERE {LAST_OF_2}"
        by_hand(place, f"DELETE {gone}", f"DELETE FROM versie WHERE {LAST_OF_2}")
        with pytest.raises(BrokenHistoryError):
            reader.stand()
    with open_register(place, EVERYTHING, kop) as book, pytest.raises(BrokenHistoryError):
        book.stand()


def test_nothing_is_added_to_a_register_that_was_changed(filled):
    place, _ = filled
    by_hand(place, "DELETE FROM keten WHERE nummer = 3", "DELETE FROM versie WHERE nummer = 3")
    deal = overeenkomst("Nieuw", "2025-2", {"GM0106": 7, "GM0114": -7})
    with open_register(place, EVERYTHING) as book, pytest.raises(BrokenHistoryError):
        book.add(deal, "Jan")


def test_reading_never_makes_a_register(tmp_path):
    for name in ("typo.sqlite", "leeg.sqlite"):
        place = tmp_path / name
        if name == "leeg.sqlite":
            place.touch()
        before = sorted(path.name for path in tmp_path.iterdir())
        with pytest.raises(RegisterMissingError):
            open_register(place, EVERYTHING)
        assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_half_broken_file_gives_the_message(tmp_path):
    place = tmp_path / "r.sqlite"
    with make_register(place, EVERYTHING) as book:
        for number in range(1, 40):
            deal = overeenkomst(f"R{number}", "2025-2", {"GM0106": 1, "GM0114": -1})
            book.add(deal, "Jan", again=True)
    content = bytearray(place.read_bytes())
    seen = set()
    for start in range(4096, len(content), 4096):
        broken = tmp_path / f"stuk-{start}.sqlite"
        damaged = bytearray(content)
        damaged[start : start + 4096] = bytes(4096)
        broken.write_bytes(damaged)
        try:
            with open_register(broken, EVERYTHING) as book:
                book.stand()
        except (RegisterUnavailableError, RegisterMissingError, BrokenHistoryError) as error:
            seen.add(type(error))
    assert BrokenHistoryError in seen or RegisterUnavailableError in seen


@pytest.mark.parametrize("wrong", ["", "x", "3", "3-", "0-" + "a" * 32, "3-" + "g" * 32, "3-ab"])
def test_a_head_that_is_none_is_refused(wrong):
    with pytest.raises(NoHeadError):
        Kop.parse(wrong)


def test_what_another_thread_writes_while_the_register_is_read_is_no_alarm(place, monkeypatch):
    deal = overeenkomst("Ruil", "2025-2", {"GM0106": 5, "GM0114": -5})
    with make_register(place, EVERYTHING) as book:
        book.add(deal, "Jan")
        at_one_moment = reader.reading

        @contextmanager
        def overtaken(engine, zicht):
            with at_one_moment(engine, zicht) as connection:
                connection.execute(select(func.count()).select_from(versie)).scalar_one()
                book.add(deal, "Piet", again=True)  # the newest head is known to all threads now
                yield connection

        monkeypatch.setattr(reader, "reading", overtaken)
        assert book.kop().aantal == 1
        monkeypatch.undo()
        assert book.kop().aantal == 2
