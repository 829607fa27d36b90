"""Who comes in: through a reverse proxy that proves itself, or by the claims of OpenID Connect.

The proxy takes out what a visitor sends under these names and puts its own in their place. The
secret is what a visitor who reaches the app past the proxy does not have.
"""

import hmac
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from optimiser.zicht.errors import LoginExpiredError, NoLoginError, ProxyBypassedError
from optimiser.zicht.zicht import Zicht

#: Headers of the proxy: who, groups with commas between, and the shared secret.
USER, GROUPS, SECRET = "X-Forwarded-User", "X-Forwarded-Groups", "X-Taakstelling-Geheim"
#: Longest that a session lasts [hours], unless it is set; after it who comes is asked again.
MAX_HOURS = 8
#: Claims with the name, the first that is there; and the one with the groups.
NAME_CLAIMS, GROUPS_CLAIM = ("preferred_username", "email", "name"), "groups"
#: How far the clock of the identity provider may be ahead [seconds].
_AHEAD = 120
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


def login_from_claims(claims: Mapping[str, object], now: float, hours: int = MAX_HOURS) -> Login:
    """Return who the identity provider says this is, if it said so not too long ago.

    Parameters
    ----------
    claims
        Of the ID token; its signature was checked when it came.
    now
        Seconds since 1970.
    hours
        Longest that a session lasts.

    Raises
    ------
    LoginExpiredError
        If the token is older than that, of later than now, or does not tell when.
    NoLoginError
        If it does not say who this is, or the groups are no list of names.
    """
    if not claims:
        raise NoLoginError(reden="er is nog niet aangemeld")
    require_fresh(claims.get("iat"), now, hours)
    groups = claims.get(GROUPS_CLAIM, [])
    if not isinstance(groups, list) or not all(isinstance(one, str) for one in groups):
        raise NoLoginError(reden=f"de groepen ({GROUPS_CLAIM}) zijn geen lijst van namen")
    return login_of(next((claims[name] for name in NAME_CLAIMS if claims.get(name)), ""), groups)


def require_fresh(began: object, now: float, hours: int = MAX_HOURS) -> None:
    """Refuse a session that began too long ago, or nobody knows when.

    Raises
    ------
    LoginExpiredError
        If so.
    """
    known = isinstance(began, int | float) and not isinstance(began, bool)
    if not known or not -_AHEAD <= now - float(str(began)) <= hours * 3600:
        raise LoginExpiredError(uren=hours)


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
