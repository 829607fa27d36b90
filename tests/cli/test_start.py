"""``taakstelling app``: a real server, in Dutch, that stops when told to."""

import signal
import socket
import subprocess
import sys
from urllib.request import urlopen

import pytest

from optimiser.cli.main import execute
from optimiser.cli.start_app import command, free_port
from optimiser.errors import PortInUseError
from optimiser.io.app_start import app_settings


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
