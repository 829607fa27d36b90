"""The app answers where the proxy asks, and nobody reaches it past the proxy."""

import socket
from collections.abc import Sequence
from contextlib import suppress
from http.client import HTTPException
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

from optimiser.dienst.controle.point import Controlepunt, right, wrong
from optimiser.zicht.address import is_loopback

#: Where Streamlit says that it lives.
HEALTH = "/_stcore/health"
#: Longest wait for an answer [seconds].
PATIENCE = 5


def check_app(adres: str) -> list[Controlepunt]:
    """Look whether the app answers at ``host:port``, and at no address of others.

    Parameters
    ----------
    adres
        Such as ``127.0.0.1:8501``, where the proxy finds the app.
    """
    url = f"http://{adres}{HEALTH}"
    found = [check_health(url)]
    host, _, port = adres.rpartition(":")
    if is_loopback(host):
        open_at = [one for one in own_addresses() if _answers(one, int(port))]
        if open_at:
            return [*found, wrong("adres", "adres_open", adressen=open_at, poort=port)]
        found.append(right("adres", "adres", adres=adres))
    return found


def check_health(url: str) -> Controlepunt:
    """Look whether a health address answers, directly: not through a proxy of the environment."""
    try:
        with build_opener(ProxyHandler({})).open(url, timeout=PATIENCE) as answer:
            said = answer.read(100).decode("utf-8", "replace").strip()
    except (URLError, HTTPException, OSError) as error:
        return wrong("gezondheid", "gezondheid_fout", url=url, reden=_reason(error))
    if said != "ok":
        return wrong("gezondheid", "gezondheid_anders", url=url)
    return right("gezondheid", "gezondheid", url=url)


def own_addresses() -> Sequence[str]:
    """Return the addresses at which other machines know this one; none without a network."""
    found = set()
    with suppress(OSError):
        found = {str(one[4][0]) for one in socket.getaddrinfo(socket.gethostname(), None)}
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        # Sends nothing: it only asks which address would be used (192.0.2.1: RFC 5737).
        probe.connect(("192.0.2.1", 9))
        found.add(probe.getsockname()[0])
    return sorted(one for one in found if not is_loopback(one.partition("%")[0]))


def _answers(adres: str, port: int) -> bool:
    try:
        with socket.create_connection((adres, port), timeout=1):
            return True
    except OSError:
        return False


def _reason(error: Exception) -> str:
    return str(getattr(error, "reason", "") or error)
