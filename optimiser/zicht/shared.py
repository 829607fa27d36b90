"""How an installation is shared, and who is let in with what in view."""

from dataclasses import dataclass, replace
from enum import StrEnum

from optimiser.zicht.address import is_loopback
from optimiser.zicht.errors import NoWerkruimteError, ProxyBypassedError
from optimiser.zicht.login import MAX_HOURS, Login
from optimiser.zicht.werkruimte import Werkruimte, Werkruimtes
from optimiser.zicht.zicht import Zicht, make_zicht

#: Shortest secret [characters]; 32 of 64 signs are 192 bits.
MIN_SECRET = 32
#: How long ago who comes may have been told, for a step, unless it is set [minutes].
STEP_MINUTES = 60
#: Workspaces of an installation that has none.
NOBODY = Werkruimtes()


class LoginVia(StrEnum):
    """How the app knows who comes."""

    NIEMAND = "geen"
    PROXY = "proxy"
    OIDC = "oidc"


@dataclass(frozen=True, slots=True)
class Shared:
    """The settings of an installation.

    Attributes
    ----------
    via
        How the app knows who comes.
    werkruimtes
        What is in ``werkruimtes.toml``; nothing on one's own computer.
    secret
        What proxy and app share; empty without a proxy.
    open_to_all
        Whether somebody said that everybody who reaches the app may do everything.
    hours, step_minutes
        Longest that a session lasts; and how long ago who comes may have been told for a step.
    """

    via: LoginVia = LoginVia.NIEMAND
    werkruimtes: Werkruimtes = NOBODY
    secret: str = ""
    open_to_all: bool = False
    hours: int = MAX_HOURS
    step_minutes: int = STEP_MINUTES

    def require_address(self, adres: str | None) -> None:
        """Refuse an address at which the app could be reached past what tells who comes.

        Parameters
        ----------
        adres
            At which the server listens; None: at every address of this machine.

        Raises
        ------
        ProxyBypassedError
            If others can reach it.
        """
        by_itself = self.via is LoginVia.OIDC or (self.via is LoginVia.NIEMAND and self.open_to_all)
        if not by_itself and not is_loopback(adres or "0.0.0.0"):
            where = "elk adres van deze machine" if adres is None else adres
            reason = f"de app luistert op {where} en is daar te bereiken langs de proxy om"
            if self.via is LoginVia.NIEMAND:
                reason = f"de app luistert op {where} en vraagt niet wie er komt"
            raise ProxyBypassedError(reden=reason)

    def werkruimtes_of(self, login: Login) -> dict[str, tuple[Werkruimte, ...]]:
        """Return the workspaces somebody may work in, by name, each with the lines that say so.

        Raises
        ------
        NoWerkruimteError
            If there is none.
        """
        found: dict[str, tuple[Werkruimte, ...]] = {}
        for one in self.werkruimtes.lines:
            if one.groep in login.groepen:
                found[one.id] = (*found.get(one.id, ()), one)
        if not found:
            raise NoWerkruimteError(wie=login.wie)
        return found

    def zicht_of(self, login: Login, wanted: str | None = None, age: float = 0) -> Zicht:
        """Return what somebody sees in the workspace that is wanted, or in the first.

        Parameters
        ----------
        login
            Who comes.
        wanted
            Name of a workspace.
        age
            How long ago it was told who comes [seconds].

        Raises
        ------
        NoWerkruimteError
            If none is for the user's groups.
        """
        mine = self.werkruimtes_of(login)
        lines = mine.get(wanted or "", next(iter(mine.values())))
        found = make_zicht(lines, self.werkruimtes.areas[lines[0].id])
        aged = age > self.step_minutes * 60
        return replace(found, aged=self.step_minutes) if aged else found
