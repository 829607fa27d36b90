"""``Zicht``: what somebody sees and may do. It is made here, and nowhere else."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from optimiser.gegevens.gegevens import Gegevens
from optimiser.zicht.errors import LoginAgedError, OutsideZichtError, RolError
from optimiser.zicht.werkruimte import LAND, Rol, Werkruimte

_COLUMNS = {"PV": "provincie_code", "VR": "veiligheidsregio_code", "CR": "corop_code"}


@dataclass(frozen=True, slots=True)
class Zicht:
    """What somebody sees and may do.

    Attributes
    ----------
    werkruimte
        The workspace; empty on one's own computer.
    gm_codes
        Gemeenten that are seen in full, also those that merged into them; None: all.
    rol
        What may be done.
    aged
        Age that a login may have for a step [minutes], if it is older; 0 if it is not.
    """

    werkruimte: str
    gm_codes: frozenset[str] | None
    rol: Rol
    aged: int = 0

    @property
    def alles(self) -> bool:
        """Whether every gemeente is seen in full."""
        return self.gm_codes is None

    @property
    def eigenaar(self) -> str:
        """Under which name deliveries are kept; what is national is kept under no name."""
        return "" if self.alles else self.werkruimte

    def sees(self, gm_code: str) -> bool:
        """Tell whether a gemeente is seen in full."""
        return self.gm_codes is None or gm_code in self.gm_codes

    def touches(self, gm_codes: Iterable[str]) -> bool:
        """Tell whether something about these gemeenten is about one that is seen in full."""
        return self.gm_codes is None or not self.gm_codes.isdisjoint(gm_codes)

    def may(self, rol: Rol) -> bool:
        """Tell whether what a role may do may be done."""
        return self.rol.covers(rol)

    def require(self, rol: Rol, wat: str) -> None:
        """Refuse what the role does not allow.

        Parameters
        ----------
        rol
            The least role that may.
        wat
            What is asked, in Dutch, for the message.

        Raises
        ------
        RolError
            If it may not.
        LoginAgedError
            If it is more than looking and computing, and the login was told too long ago.
        """
        if not self.may(rol):
            raise RolError(wat=wat, nodig=str(rol), rol=str(self.rol), werkruimte=self.werkruimte)
        if self.aged and not Rol.ANALIST.covers(rol):
            raise LoginAgedError(wat=wat, minuten=self.aged)

    def require_all(self, wat: str) -> None:
        """Refuse what needs a view of everything.

        Raises
        ------
        OutsideZichtError
            If some gemeenten are not seen in full.
        """
        if not self.alles:
            raise OutsideZichtError(wat=wat, werkruimte=self.werkruimte, gemeenten="alle gemeenten")

    def is_of(self, gm_code: str) -> bool:
        """Tell whether the workspace is one of the gemeente itself; a national one is none."""
        return self.sees(gm_code) and not (self.alles and self.werkruimte)

    def require_college(self, gm_code: str, wat: str) -> None:
        """Refuse what only a workspace of the gemeente itself may do; see ``is_of``.

        Raises
        ------
        OutsideZichtError
            If it is of another workspace.
        """
        if not self.is_of(gm_code):
            raise OutsideZichtError(wat=wat, werkruimte=self.werkruimte, gemeenten=gm_code)

    def require_touching(self, gm_codes: Iterable[str], wat: str) -> None:
        """Refuse what is about gemeenten of others only.

        Raises
        ------
        OutsideZichtError
            If none of them is seen in full.
        """
        codes = sorted(set(gm_codes))
        if not self.touches(codes):
            raise OutsideZichtError(wat=wat, werkruimte=self.werkruimte, gemeenten=codes)


#: On one's own computer, on the command line and in Python: everything.
EVERYTHING = Zicht("", None, Rol.BEHEERDER)


def make_zicht(lines: Sequence[Werkruimte], gm_codes: frozenset[str] | None) -> Zicht:
    """Return what somebody sees who works in one workspace through one or more of its groups.

    Parameters
    ----------
    lines
        Lines of the same workspace; the highest role counts.
    gm_codes
        Its gemeenten, as ``gm_codes_of`` returns them.

    Raises
    ------
    ValueError
        If there is no line, or they are of several workspaces.
    """
    if len({one.id for one in lines}) != 1:
        msg = "lines of one workspace, please"
        raise ValueError(msg)
    rol = max((one.rol for one in lines), key=list(Rol).index)
    return Zicht(lines[0].id, gm_codes, rol)


def gm_codes_of(gebied: str | tuple[str, ...], gegevens: Gegevens) -> frozenset[str] | None:
    """Return the gemeenten of an area in any year, with those that merged into them; None: all.

    A gemeente that was split belongs to an area that has all its successors.

    Raises
    ------
    ValueError
        With the codes that are not known.

    >>> from optimiser.io.gegevens import read_embedded
    >>> sorted(gm_codes_of(("GM0014",), read_embedded()))
    ['GM0009', 'GM0014', 'GM0017']
    """
    if gebied == LAND:
        return None
    regios = gegevens.regios
    if isinstance(gebied, str):
        column = _COLUMNS[gebied[:2]]
        own = set(regios.index[(regios[column] == gebied).fillna(value=False)])
        unknown = [] if own else [gebied]
    else:
        own = set(gebied)
        unknown = sorted(own - _known(gegevens))
    if unknown:
        raise ValueError(", ".join(unknown))
    return frozenset(own | _merged_into(own, gegevens.herindelingen))


def _known(gegevens: Gegevens) -> set[str]:
    tables = (one.tabel.index for every in gegevens.gemeenten.values() for one in every)
    return set(gegevens.regios.index).union(*tables)


def _merged_into(codes: set[str], herindelingen: pd.DataFrame) -> set[str]:
    """Return the gemeenten that vanished and whose successors are all among the codes."""
    found: set[str] = set()
    heirs = herindelingen.groupby("oude_gm_code")["nieuwe_gm_code"].agg(set)
    while new := {old for old, to in heirs.items() if to <= codes | found} - codes - found:
        found |= new
    return found
