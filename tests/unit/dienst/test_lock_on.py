"""What the second lock leaves to see: changes by hand, and whether it is on at all."""

import pytest

from optimiser.cli.main import execute
from optimiser.datapunt.opening import open_datapunt
from optimiser.dienst.controle.database import check_database
from optimiser.dienst.lock import lock_fault
from optimiser.register.engine import open_engine, to_url
from optimiser.register.errors import (
    BrokenHistoryError,
    OlderLayoutError,
    RegisterUnavailableError,
)
from optimiser.register.opening import open_register
from optimiser.teksten import melding_for
from optimiser.zicht.zicht import EVERYTHING
from tests.databases import empty_place, locked_place, owner_of
from tests.unit.dienst.locked import BZK, DRENTHE, own_copy


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE versie SET wie = 'Piet' WHERE nummer = 2",
        "UPDATE versie SET sha256 = repeat('a', 64) WHERE nummer = 7",
        "UPDATE keten SET kop = repeat('a', 64) WHERE nummer = 7",
        "ALTER TABLE keten DROP CONSTRAINT keten_nummer_versie_fkey; "
        "DELETE FROM versie WHERE nummer = 7",
    ],
    ids=["own content", "checksum of others", "chain", "row of others"],
)
def test_a_limited_reader_sees_what_was_changed_in_own_rows_and_in_the_chain(tmp_path, statement):
    with own_copy(tmp_path) as (place, by_hand):
        by_hand(statement)
        with open_register(place, DRENTHE) as book, pytest.raises(BrokenHistoryError):
            book.stand()


def test_content_that_is_hidden_is_checked_by_who_sees_everything(tmp_path):
    with own_copy(tmp_path) as (place, by_hand):
        by_hand("UPDATE versie SET wie = 'Piet' WHERE nummer = 7")
        with open_register(place, DRENTHE) as book:
            assert [one.nummer for one in book.stand()] == [1, 2, 3]
        with open_register(place, BZK) as book, pytest.raises(BrokenHistoryError):
            book.stand()


def test_parts_that_are_not_those_of_the_whole_are_seen(tmp_path):
    with own_copy(tmp_path) as (place, by_hand):
        by_hand("DELETE FROM levering_deel WHERE nummer = 1 AND gm_code = 'GM0106'")
        points = check_database(place, shared=True)
        assert [one.goed for one in points].count(False) == 1


def test_the_manager_is_told_whether_the_lock_is_on(tmp_path):
    with own_copy(tmp_path) as (place, by_hand):
        assert [one.tekst for one in check_database(place, shared=True) if not one.goed] == []
        (fault,) = [one for one in check_database(owner_of(place), shared=True) if not one.goed]
        assert fault.tekst.startswith("staat niet aan: deze gebruiker van de database mag alles")
        app = to_url(place).username
        engine = open_engine(place)
        for statement, told in (
            (f'GRANT DELETE ON levering_stap TO "{app}"', "wijzigen of wissen"),
            ("ALTER TABLE levering_deel DISABLE ROW LEVEL SECURITY", "geen beleid"),
            (f'ALTER TABLE keten OWNER TO "{app}"', "eigenaar"),
            (f'ALTER ROLE "{app}" BYPASSRLS', "mag alles"),
        ):
            assert told not in lock_fault(engine)
            by_hand(statement)
            assert told in lock_fault(engine)
        engine.dispose()
        by_hand("ALTER TABLE keten OWNER TO test")


def test_the_app_asks_for_an_upgrade_that_it_may_not_make(tmp_path):
    with empty_place("postgresql", tmp_path) as found, locked_place("locked", tmp_path) as other:
        stranger = to_url(found).set(username=to_url(other).username)
        address = stranger.render_as_string(hide_password=False)
        with pytest.raises(OlderLayoutError) as caught:
            open_datapunt(address, EVERYTHING)
        assert "dienst bijwerken" in str(melding_for(caught.value))
        (fault,) = [one for one in check_database(address, shared=True) if not one.goed]
        assert "dienst bijwerken" in fault.actie


def test_an_unreadable_agreement_does_not_open_the_lock(tmp_path):
    with own_copy(tmp_path) as (place, by_hand):
        by_hand("UPDATE versie SET inhoud = 'geen json' WHERE nummer = 7")
        with open_register(place, DRENTHE) as book, pytest.raises(RegisterUnavailableError) as told:
            book.stand()
        assert "beschadigd" in str(melding_for(told.value))


def test_the_command_gives_the_rights_and_says_why_it_cannot(tmp_path, capfd):
    with locked_place("locked", tmp_path) as place:
        app, owner = to_url(place).username, owner_of(place)
        asked = ["dienst", "bijwerken", "--app-gebruiker"]
        assert execute([*asked, app, "--register", owner]) == 0
        assert f"{app} leest en vult aan" in capfd.readouterr().out
        for arguments, told in (
            ([*asked, app, "--register", place], "dat kan alleen de eigenaar"),
            ([*asked, to_url(owner).username, "--register", owner], "een andere gebruiker nodig"),
            ([*asked, "niemand", "--register", owner], "geen database of gebruiker"),
            ([*asked, app, "--register", str(tmp_path / "r.sqlite")], "werkt zichzelf bij"),
        ):
            assert execute(arguments) == 2
            assert told in capfd.readouterr().err
        assert not (tmp_path / "r.sqlite").exists()
