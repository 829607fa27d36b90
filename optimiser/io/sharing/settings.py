"""How this installation is shared, as its manager set it in the environment of the server."""

import os
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from optimiser.io.reading.eigen_cijfers import read_file
from optimiser.io.sharing.werkruimtes import read_werkruimtes
from optimiser.zicht.errors import SharedSettingsError
from optimiser.zicht.login import MAX_HOURS
from optimiser.zicht.shared import MIN_SECRET, STEP_MINUTES, LoginVia, Shared

#: Path of ``werkruimtes.toml``, how the app knows who comes, the secret or the file it is in, and
#: whether the app is open to everybody who reaches it.
WERKRUIMTES, VIA = "TAAKSTELLING_WERKRUIMTES", "TAAKSTELLING_AANMELDING"
GEHEIM, GEHEIM_BESTAND = "TAAKSTELLING_GEHEIM", "TAAKSTELLING_GEHEIM_BESTAND"
OPEN = "TAAKSTELLING_OPEN_VOOR_IEDEREEN"
#: Longest session [hours], and how old a login may be for a step [minutes].
UREN, MINUTEN = "TAAKSTELLING_SESSIE_UREN", "TAAKSTELLING_STAP_MINUTEN"
#: A day; no setting goes beyond it.
_MOST = {UREN: 24, MINUTEN: 24 * 60}


def read_shared(environ: Mapping[str, str] = os.environ) -> Shared:
    """Return the settings as they are now; without any this is somebody's own computer.

    Parameters
    ----------
    environ
        Of the server.

    Raises
    ------
    SharedSettingsError
        If one is set and another that goes with it is not: nobody is let in.
    UnreadableFileError, InvalidWerkruimtesError
        If a file cannot be read.
    """
    place, chosen = environ.get(WERKRUIMTES, ""), environ.get(VIA, "")
    if not place:
        if chosen or environ.get(GEHEIM) or environ.get(GEHEIM_BESTAND):
            raise SharedSettingsError(reden=f"{WERKRUIMTES} noemt geen bestand met werkruimtes")
        return Shared(open_to_all=environ.get(OPEN) == "1")
    if chosen not in {LoginVia.PROXY, LoginVia.OIDC}:
        raise SharedSettingsError(reden=f"{VIA} moet proxy of oidc zijn")
    via = LoginVia(chosen)
    if via is LoginVia.OIDC and find_spec("authlib") is None:
        reason = (
            "aanmelden met OpenID Connect vraagt om: pip install 'taakstelling-optimiser[gedeeld]'"
        )
        raise SharedSettingsError(reden=reason)
    secret = _secret(environ) if via is LoginVia.PROXY else ""
    return Shared(
        via,
        read_werkruimtes(place),
        secret,
        hours=_count(environ, UREN, MAX_HOURS),
        step_minutes=_count(environ, MINUTEN, STEP_MINUTES),
    )


def _count(environ: Mapping[str, str], name: str, usual: int) -> int:
    """Return a whole number that was set, or the usual one.

    Raises
    ------
    SharedSettingsError
        If it is none, or goes beyond a day.
    """
    given = environ.get(name, "") or str(usual)
    if not (given.isascii() and given.isdigit() and 1 <= int(given) <= _MOST[name]):
        raise SharedSettingsError(reden=f"{name} moet een getal van 1 tot {_MOST[name]} zijn")
    return int(given)


def _secret(environ: Mapping[str, str]) -> str:
    """Return what proxy and app share.

    Raises
    ------
    SharedSettingsError, UnreadableFileError
        If there is none, two, or one that can be guessed.
    """
    given, place = environ.get(GEHEIM, ""), environ.get(GEHEIM_BESTAND, "")
    if bool(given) == bool(place):
        raise SharedSettingsError(reden=f"geef {GEHEIM} of {GEHEIM_BESTAND}, een van de twee")
    secret = given or read_file(Path(place)).decode("utf-8", "replace").strip()
    if len(secret) < MIN_SECRET or not (secret.isascii() and secret.isprintable()):
        reason = f"het geheim moet ten minste {MIN_SECRET} letters en cijfers lang zijn"
        raise SharedSettingsError(reden=reason)
    return secret
