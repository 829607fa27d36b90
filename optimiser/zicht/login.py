"""Who comes in through a reverse proxy, and how the proxy proves that it is the proxy.

The proxy takes out what a visitor sends under these names and puts its own in their place. The
secret is what a visitor who reaches the app past the proxy does not have.
"""

import hmac
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from optimiser.zicht.errors import NoLoginError, ProxyBypassedError
from optimiser.zicht.zicht import Zicht

#: Headers of the proxy: who, groups with commas between, and the shared secret.
USER, GROUPS, SECRET = "X-Forwarded-User", "X-Forwarded-Groups", "X-Taakstelling-Geheim"
#: Longest name [characters]: with the workspace behind it the register keeps it whole.
MAX_NAME = 76


@dataclass(frozen=True, slots=True)
class Login:
    """Who somebody is.

    Attributes
    ----------
    wie
        Name as it is kept with every step.
    groepen
        Groups of the organisation.
    """

    wie: str
    groepen: frozenset[str]

    def signature(self, zicht: Zicht) -> str:
        """Return the name as it is kept with a step: who, and in which workspace.

        >>> from optimiser.zicht.zicht import EVERYTHING
        >>> Login("jansen", frozenset()).signature(EVERYTHING)
        'jansen'
        """
        return f"{self.wie} ({zicht.werkruimte})" if zicht.werkruimte else self.wie


def login_from_headers(get_all: Callable[[str], Sequence[str]], secret: str) -> Login:
    """Return who the proxy says this is.

    Parameters
    ----------
    get_all
        Returns every value of a header, by name.
    secret
        What the proxy and the app share.

    Raises
    ------
    ProxyBypassedError
        If the secret is missing or wrong, or a header is there twice.
    NoLoginError
        If the proxy does not say who this is.
    """
    given = _one(get_all, SECRET)
    if not secret or not hmac.compare_digest(given.encode(), secret.encode()):
        reason = "het geheim dat de proxy meestuurt ontbreekt of klopt niet"
        raise ProxyBypassedError(reden=reason)
    return login_of(_decoded(_one(get_all, USER)), _decoded(_one(get_all, GROUPS)).split(","))


def login_of(wie: object, groepen: Iterable[str]) -> Login:
    """Return a login, if the name is one that can be kept.

    Raises
    ------
    NoLoginError
        If it is empty, too long or no line of text.

    >>> login_of(" Jan  Jansen ", []).wie
    'Jan Jansen'
    """
    name = " ".join(wie.split()) if isinstance(wie, str) else ""
    if not any(sign.isalnum() for sign in name):
        raise NoLoginError(reden="er is geen gebruiker doorgegeven")
    if len(name) > MAX_NAME or not name.isprintable():
        raise NoLoginError(reden="de naam van de gebruiker is te lang of niet te lezen")
    return Login(name, frozenset(one.strip() for one in groepen if one.strip()))


def _one(get_all: Callable[[str], Sequence[str]], name: str) -> str:
    """Return the value of a header that is there once; a second one could be a visitor's."""
    found = list(get_all(name))
    if len(found) > 1:
        raise ProxyBypassedError(reden=f"de kop {name} komt meer dan één keer voor")
    return found[0] if found else ""


def _decoded(text: str) -> str:
    """Return a header as the proxy meant it: it sends UTF-8, a server reads Latin-1.

    >>> _decoded("Ren\u00c3\u00a9")
    'René'
    """
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text
