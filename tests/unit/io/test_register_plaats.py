"""Where the register is: nothing is made by looking, and no secret is shown."""

from pathlib import Path

import pytest

from optimiser.io.register_place import (
    VARIABLE,
    own_register_in_words,
    place_in_words,
    register_place,
)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "thuis" / "gegevens"))
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "thuis")
    return tmp_path


def test_looking_makes_nothing(home):
    assert register_place() is None
    assert own_register_in_words() is None
    assert list(home.iterdir()) == []


def test_a_register_to_write_is_in_the_folder_of_the_user(home):
    place = register_place(make=True)
    assert place == str(home / "thuis" / "gegevens" / "taakstelling" / "uitruil-register.sqlite")
    assert register_place() is None
    Path(place).write_bytes(b"")
    assert register_place() == place
    assert own_register_in_words() == "~/gegevens/taakstelling/uitruil-register.sqlite"


def test_the_place_is_told_without_the_name_of_the_user(home):
    assert "~/gegevens/taakstelling/uitruil-register.sqlite" in place_in_words()
    assert str(home) not in place_in_words()


def test_a_chosen_database_is_used_and_its_password_is_not_told(monkeypatch):
    url = "postgresql://jan:geheim@db/uitruil"
    monkeypatch.setenv(VARIABLE, url)
    assert register_place() == url
    assert "geheim" not in place_in_words()
    assert own_register_in_words() is None


def test_a_chosen_file_is_told_by_its_name_alone(monkeypatch):
    monkeypatch.setenv(VARIABLE, "/ergens/diep/regio.sqlite")
    assert place_in_words().startswith("Het register is het bestand regio.sqlite")
