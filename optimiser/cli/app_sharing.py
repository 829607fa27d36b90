"""How ``taakstelling app`` shares the app: options, checked before anything starts."""

import os
from pathlib import Path
from typing import Annotated

import typer

from optimiser.errors import OptimiserError, WrongUsageError
from optimiser.zicht.address import is_loopback

#: A name or address as it stands in a link, without https:// and without a port.
_HOST = r"[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?"

Werkruimtes = Annotated[
    Path | None,
    typer.Option(
        metavar="BESTAND",
        help="Gedeelde installatie: wie wat ziet en mag, per groep (werkruimtes.toml).",
    ),
]
Aanmelding = Annotated[
    str,
    typer.Option(
        metavar="WIJZE",
        help="Met --werkruimtes: proxy (gebruiker en groepen in koppen) of oidc (OpenID Connect).",
    ),
]
Geheim = Annotated[
    Path | None,
    typer.Option(
        metavar="BESTAND",
        help="Met --aanmelding proxy: bestand met het geheim (32 tekens of meer) dat de proxy "
        "meestuurt; of zet het in TAAKSTELLING_GEHEIM.",
    ),
]
OpenbaarAdres = Annotated[
    str | None,
    typer.Option(
        metavar="NAAM",
        help="Naam waaronder gebruikers de app openen, zoals taakstelling.provincie.nl.",
    ),
]


class AppOpenToOthersError(OptimiserError):
    """The app would listen where others can reach it, without a login. Facts: ``adres``."""

    code = "app_open_voor_anderen"


def environment(
    adres: str, werkruimtes: Path | None, via: str, secret_file: Path | None, *, open_to_all: bool
) -> dict[str, str]:
    """Return the environment of the server, after checking that it may start so.

    Raises
    ------
    AppOpenToOthersError
        If others could reach an app that does not ask who comes.
    OptimiserError
        If the settings do not fit together; see ``optimiser.zicht.errors``.
    """
    made = dict(os.environ)
    if werkruimtes is None and secret_file is None and not _shared(made):
        if not (open_to_all or is_loopback(adres)):
            raise AppOpenToOthersError(adres=adres)
        return made | {"TAAKSTELLING_OPEN_VOOR_IEDEREEN": "1" if open_to_all else ""}
    from optimiser.io.sharing import settings as shared_settings

    if werkruimtes is not None:
        made[shared_settings.WERKRUIMTES] = str(werkruimtes.absolute())
        made[shared_settings.VIA] = via
    if secret_file is not None:
        made.pop(shared_settings.GEHEIM, None)
        made[shared_settings.GEHEIM_BESTAND] = str(secret_file.absolute())
    shared_settings.read_shared(made).require_address(adres)
    return made


def public_settings(name: str | None) -> dict[str, object]:
    """Return the settings by which a browser may talk to the server under a public name.

    Raises
    ------
    WrongUsageError
        If it is no name of a server.
    """
    import re

    if name is None:
        return {}
    if not re.fullmatch(_HOST, name):
        reason = f"'{name}' is geen naam van een server; geef alleen de naam, zonder https://"
        raise WrongUsageError(reden=reason, opdracht="taakstelling app")
    return {"browser.serverAddress": name, "browser.serverPort": 443}


def _shared(environ: dict[str, str]) -> bool:
    """Tell whether the environment itself asks for a shared installation."""
    names = ("WERKRUIMTES", "AANMELDING", "GEHEIM", "GEHEIM_BESTAND")
    return any(environ.get(f"TAAKSTELLING_{name}") for name in names)
