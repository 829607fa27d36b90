"""What ``dienst controleer`` finds: each fault is made, and seen."""

from importlib import metadata

import pytest
from sqlalchemy import text

from optimiser.cli.main import execute
from optimiser.dienst.controle import network, settings
from optimiser.dienst.controle.database import check_database
from optimiser.dienst.controle.installed import check_installed
from optimiser.register.engine import open_engine, to_url
from optimiser.register.opening import make_register
from optimiser.uitruil.agreement import overeenkomst
from optimiser.zicht.zicht import EVERYTHING
from tests.unit.dienst.server import answering

DEAL = overeenkomst("Ruil", "2025-2", {"GM0106": 5, "GM0114": -5})


def told(points):
    return [" ".join(one.lines()) for one in points]


def wrong(points):
    return [" ".join(one.lines()) for one in points if not one.goed]


def test_a_version_that_does_not_fit_or_is_not_there_is_named():
    def version(name):
        if name == "numpy":
            return "1.26.4"
        if name == "rich":
            raise metadata.PackageNotFoundError
        return metadata.version(name)

    (fault,) = wrong(check_installed(version))
    assert "numpy is 1.26.4, nodig is >=2.0; rich ontbreekt" in fault
    assert "Doe: Installeer" in fault
    assert wrong(check_installed()) == []


def test_a_database_in_use_is_right_and_stays_as_it_is(place):
    with make_register(place, EVERYTHING) as book:
        book.add(DEAL, "Jan")
        kop = book.kop()
    assert wrong(check_database(place, shared=False)) == []
    assert any(f"kop {kop}" in line for line in told(check_database(place, shared=False)))
    with make_register(place, EVERYTHING) as book:
        assert book.kop() == kop
        with book.engine.connect() as db:
            assert not book.engine.dialect.has_table(db, "taakstelling_proef")


def test_a_shared_installation_wants_postgresql(tmp_path):
    make_register(tmp_path / "r.sqlite", EVERYTHING).engine.dispose()
    assert "vraagt om PostgreSQL" in wrong(check_database(tmp_path / "r.sqlite", shared=True))[0]
    assert "TAAKSTELLING_REGISTER" in wrong(check_database(None, shared=True))[0]
    assert wrong(check_database(None, shared=False)) == []


@pytest.mark.parametrize(
    ("change", "seen"),
    [
        ("UPDATE alembic_version SET version_num = 'z9999'", "nieuwere versie"),
        ("DROP TABLE keten", "fout"),
    ],
)
def test_what_a_database_cannot_be_is_told(place, change, seen):
    make_register(place, EVERYTHING).engine.dispose()
    engine = open_engine(place)
    with engine.begin() as db:
        db.execute(text(change))
    engine.dispose()
    (fault,) = wrong(check_database(place, shared=False))
    assert seen in fault


def test_a_server_that_is_not_there_is_told_without_the_password():
    url = "postgresql://jan:geheim@127.0.0.1:1/uitruil"
    (fault,) = wrong(check_database(url, shared=True))
    assert "127.0.0.1" in fault
    assert "geheim" not in fault


def test_a_user_who_may_only_read_is_told(place):
    make_register(place, EVERYTHING).engine.dispose()
    url = to_url(place)
    if url.get_backend_name() == "sqlite":
        return
    engine = open_engine(place)
    with engine.begin() as db:
        db.execute(text(f'ALTER DATABASE "{url.database}" SET default_transaction_read_only = on'))
    engine.dispose()
    (fault,) = wrong(check_database(place, shared=True))
    assert "ALTER DATABASE" in fault


def test_settings_that_do_not_fit_together_are_told(tmp_path):
    shared, point = settings.check_settings({"TAAKSTELLING_AANMELDING": "proxy"})
    assert shared is None
    assert "TAAKSTELLING_WERKRUIMTES" in wrong([point])[0]
    secret = tmp_path / "geheim"
    secret.write_text("s" * 40)
    secret.chmod(0o644)
    (fault,) = wrong(settings.check_secret({"TAAKSTELLING_GEHEIM_BESTAND": str(secret)}))
    assert f"chmod 640 {secret}" in fault
    secret.chmod(0o640)
    assert wrong(settings.check_secret({"TAAKSTELLING_GEHEIM_BESTAND": str(secret)})) == []


def test_a_folder_that_is_not_there_or_full_is_told(tmp_path, monkeypatch):
    assert "map bestaat niet" not in told(settings.check_folders())[0]
    assert "bestaat niet" in wrong(settings.check_folders(tmp_path / "weg"))[0]
    monkeypatch.setattr(settings, "ROOM", 10**18)
    assert "Maak ruimte" in wrong(settings.check_folders())[0]


def test_health_is_ok_only_when_the_app_says_so():
    with answering(b"ok") as (host, port):
        assert network.check_health(f"http://{host}:{port}{network.HEALTH}").goed
    with answering(b"<html>iets anders") as (host, port):
        (fault,) = wrong([network.check_health(f"http://{host}:{port}/")])
        assert "iets anders dan ok" in fault
    (fault,) = wrong([network.check_health(f"http://{host}:{port}/")])
    assert "antwoordt niet" in fault


def test_an_app_that_others_reach_is_told(monkeypatch):
    with answering(b"ok") as (host, port):
        assert wrong(network.check_app(f"{host}:{port}")) == []
        monkeypatch.setattr(network, "own_addresses", lambda: ["127.0.0.1"])
        (fault,) = wrong(network.check_app(f"{host}:{port}"))
    assert f"poort {port} antwoordt ook op 127.0.0.1" in fault


def test_the_command_tells_every_point_and_stops_with_1_at_a_fault(tmp_path, monkeypatch, capfd):
    monkeypatch.setenv("TAAKSTELLING_REGISTER", "")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert execute(["dienst", "controleer"]) == 0
    file = tmp_path / "taakstelling.env"
    file.write_text('# instellingen\nTAAKSTELLING_WERKRUIMTES="/weg/werkruimtes.toml"\n')
    monkeypatch.setenv("TAAKSTELLING_WERKRUIMTES", "")
    assert execute(["dienst", "controleer", "--omgeving", str(file)]) == 1
    lines = capfd.readouterr().out.splitlines()
    assert {line[:4] for line in lines} == {"ok  ", "fout", "    "}
    for arguments in (["--app", "8501"], ["--url", "ftp://x"], ["--omgeving", "weg"]):
        assert execute(["dienst", "controleer", *arguments]) == 2
    file.write_text("geen regel\n")
    assert execute(["dienst", "controleer", "--omgeving", str(file)]) == 2
    assert "regel 1 is geen NAAM=waarde" in capfd.readouterr().err
