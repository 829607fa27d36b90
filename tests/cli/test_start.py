"""``taakstelling app``: a real server, in Dutch, that stops when told to."""

import signal
import socket
import subprocess
import sys
from urllib.request import urlopen

import pytest

from optimiser.cli.app_sharing import environment, public_settings
from optimiser.cli.main import execute
from optimiser.cli.start_app import command, free_port
from optimiser.errors import PortInUseError, WrongUsageError
from optimiser.io.app_start import app_settings
from optimiser.zicht.errors import ProxyBypassedError, SharedSettingsError


def test_every_setting_is_a_flag_so_telemetry_is_off_wherever_it_starts():
    flags = command("localhost", 8599)
    assert "--browser.gatherUsageStats=false" in flags
    assert "--server.enableXsrfProtection=true" in flags
    assert "--server.address=localhost" in flags


def test_a_taken_port_is_told_in_dutch(capsys):
    with socket.create_server(("localhost", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortInUseError):
            free_port("localhost", port)
        assert execute(["app", "--poort", str(port), "--geen-browser"]) == 2
    assert "al in gebruik" in capsys.readouterr().err


@pytest.mark.parametrize("adres", ["0.0.0.0", "::", "192.168.1.20", "verdeling.provincie.nl"])
def test_the_app_is_not_opened_to_others_by_an_address_alone(adres, capsys):
    assert execute(["app", "--adres", adres, "--geen-browser"]) == 2
    told = capsys.readouterr().err
    assert "anderen zouden erbij kunnen" in told
    assert "--open-voor-iedereen" in told


@pytest.fixture
def werkruimtes(tmp_path):
    file = tmp_path / "werkruimtes.toml"
    line = '[[werkruimte]]\nid = "bzk"\ngroep = "tst"\ngebied = "NL"\nrol = "lezer"\n'
    file.write_text(line, encoding="utf-8")
    return file


def test_a_shared_app_gets_its_settings_and_its_public_name(werkruimtes, tmp_path):
    secret = tmp_path / "geheim"
    secret.write_text("s" * 32, encoding="utf-8")
    made = environment("127.0.0.1", werkruimtes, "proxy", secret, open_to_all=False)
    assert made["TAAKSTELLING_WERKRUIMTES"] == str(werkruimtes)
    assert made["TAAKSTELLING_GEHEIM_BESTAND"] == str(secret)
    told = command("127.0.0.1", 8599, public_settings("werk.provincie.nl"))
    assert "--browser.serverAddress=werk.provincie.nl" in told


def test_a_shared_app_does_not_start_where_its_proxy_can_be_passed_by(werkruimtes, tmp_path):
    secret = tmp_path / "geheim"
    secret.write_text("s" * 32, encoding="utf-8")
    with pytest.raises(ProxyBypassedError):
        environment("0.0.0.0", werkruimtes, "proxy", secret, open_to_all=True)
    with pytest.raises(SharedSettingsError):
        environment("127.0.0.1", werkruimtes, "proxy", None, open_to_all=False)
    with pytest.raises(SharedSettingsError):
        environment("127.0.0.1", None, "proxy", secret, open_to_all=False)
    with pytest.raises(WrongUsageError):
        public_settings("https://werk.provincie.nl")


def test_a_server_that_is_started_by_hand_is_closed_to_others_too():
    assert app_settings()["server.address"] == "localhost"


def test_the_server_starts_from_another_folder_and_stops(tmp_path):
    port = free_port("localhost", None)
    started = subprocess.Popen(
        [sys.executable, "-m", "optimiser", "app", "--poort", str(port), "--geen-browser"],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert started.stdout.readline() == f"De app draait op http://localhost:{port}\n"
        with urlopen(f"http://localhost:{port}/_stcore/health", timeout=10) as answer:
            assert answer.read() == b"ok"
    finally:
        started.send_signal(signal.SIGTERM)
        _, told = started.communicate(timeout=20)
    assert "Gestopt." in told
    assert "Traceback" not in told
    free_port("localhost", port)
