"""``taakstelling app``: start the app, say in Dutch where it is, stop it with Ctrl+C."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from types import FrameType
from typing import Annotated

import typer

from optimiser.cli import app_sharing, numbers, printing
from optimiser.cli.app_sharing import Aanmelding, Geheim, OpenbaarAdres, Werkruimtes
from optimiser.errors import AppNotStartedError, PortInUseError

#: First port that is tried, and how many after it.
FIRST, TRIED = 8501, 50
#: Longest wait for the server [seconds].
PATIENCE = 60


Poort = Annotated[
    int | None,
    typer.Option(
        parser=numbers.count_between(1, 65_535),
        metavar="N",
        help="Poort; standaard de eerste vrije vanaf 8501.",
    ),
]
Adres = Annotated[
    str,
    typer.Option(
        metavar="ADRES",
        help="Netwerkadres; standaard alleen deze computer. Een ander adres vraagt om "
        "--aanmelding oidc of --open-voor-iedereen.",
    ),
]
Open = Annotated[
    bool,
    typer.Option(
        "--open-voor-iedereen",
        help="Zonder aanmelding op het netwerk: wie de app bereikt ziet alles en kan elke stap "
        "zetten, onder elke naam.",
    ),
]
GeenBrowser = Annotated[
    bool, typer.Option("--geen-browser", help="Open geen venster in de browser.")
]


def app(
    poort: Poort = None,
    adres: Adres = "localhost",
    geen_browser: GeenBrowser = False,
    open_voor_iedereen: Open = False,
    werkruimtes: Werkruimtes = None,
    aanmelding: Aanmelding = "proxy",
    geheim_bestand: Geheim = None,
    openbaar_adres: OpenbaarAdres = None,
) -> None:
    """Start de app in de browser: verdeling, kaart, vergelijken, uitruil.

    Alles draait op deze computer; er is geen internet nodig. Stoppen met Ctrl+C.

    Met --werkruimtes is het een gedeelde installatie: wie komt meldt zich aan, en ziet en doet wat
    in zijn werkruimte mag. Achter een proxy geeft die X-Forwarded-User, X-Forwarded-Groups (met
    komma's ertussen) en X-Taakstelling-Geheim mee, elk één keer.
    """
    environment = app_sharing.environment(
        adres, werkruimtes, aanmelding, geheim_bestand, open_to_all=open_voor_iedereen
    )
    port = free_port(adres, poort)
    signal.signal(signal.SIGTERM, _leave)
    server = subprocess.Popen(
        command(adres, port, app_sharing.public_settings(openbaar_adres)),
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=environment,
    )  # fmt: skip
    here = f"http://{'localhost' if adres == '0.0.0.0' else adres}:{port}"
    try:
        _wait_for(server, adres, port, here)
        printing.say(f"De app draait op {here}\nStoppen: Ctrl+C")
        sys.stdout.flush()
        if not geen_browser:
            import webbrowser

            webbrowser.open(here)
        server.wait()
    except KeyboardInterrupt:
        printing.remark("Gestopt.")
    finally:
        server.terminate()
        server.wait()


def command(adres: str, port: int, more: Mapping[str, object] | None = None) -> list[str]:
    """Return the command that serves the app, with every setting as a flag.

    Flags win from settings a user or folder may have, so telemetry stays off everywhere.
    """
    from optimiser.io.app_start import app_script, app_settings

    settings = app_settings() | {"server.address": adres, "server.port": port} | dict(more or {})
    flags = [f"--{name}={_flag(value)}" for name, value in settings.items()]
    return [sys.executable, "-m", "streamlit", "run", str(app_script()), *flags]


def _flag(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def free_port(adres: str, wanted: int | None) -> int:
    """Return the wanted port, or the first free one from 8501.

    Raises
    ------
    PortInUseError
        If the wanted port is taken, or none is free.
    """
    tried = [wanted] if wanted is not None else range(FIRST, FIRST + TRIED)
    for port in tried:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((adres, port))
            except OSError:
                continue
            return port
    raise PortInUseError(poort=str(FIRST if wanted is None else wanted))


def _wait_for(server: "subprocess.Popen[bytes]", adres: str, port: int, here: str) -> None:
    """Wait until the app answers: its address is taken before its pages are loaded."""
    from http.client import OK, HTTPConnection, HTTPException

    target = "127.0.0.1" if adres in {"localhost", "0.0.0.0"} else adres
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        asked = HTTPConnection(target, port, timeout=5)
        try:
            asked.request("GET", "/_stcore/health")
            if asked.getresponse().status == OK:
                return
        except (OSError, HTTPException):
            pass
        finally:
            asked.close()
        time.sleep(0.1)
    raise AppNotStartedError(adres=here, seconden=PATIENCE)


def _leave(_signal: int, _frame: FrameType | None) -> None:
    """Stop as with Ctrl+C, so that the server stops too."""
    raise KeyboardInterrupt
