"""Reception against housing: computed as a what-if only. It is not allowed today.

Nothing here can become a ``Voorstel``, a decision, a ruilbewijs or an entry in the register.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from optimiser.uitruil.errors import UnknownPartyError
from optimiser.uitruil.toets.beginstand import Beginstand

#: Printed on every page and above every table.
MERK = "NIET TOEGESTAAN"


@dataclass(frozen=True, slots=True)
class Opvangrij:
    """What such an exchange would do to one gemeente.

    Attributes
    ----------
    ruil
        Name of the exchange.
    gm_code, gemeente
        Who.
    voor, verschil, na
        Taakstelling [personen].
    plekken
        Reception places more or fewer [plekken].
    """

    ruil: str
    gm_code: str
    gemeente: str
    voor: int
    verschil: int
    na: int
    plekken: int


@dataclass(frozen=True, slots=True)
class Opvangdoorrekening:
    """The what-if: rows, and for each exchange the sums that do not close [personen, plekken]."""

    rijen: tuple[Opvangrij, ...]
    open_sommen: tuple[tuple[str, int, int], ...]
    merk: str = MERK


def opvang_what_if(
    rows: Iterable[tuple[str, str, int, int]], stand: Beginstand
) -> Opvangdoorrekening:
    """Compute what exchanging reception places for taakstelling would do.

    Parameters
    ----------
    rows
        Name, gm_code, change in taakstelling [personen], change in reception places [plekken].
    stand
        The situation before.

    Raises
    ------
    UnknownPartyError
        If a gemeente is not in the table.
    """
    found: list[Opvangrij] = []
    sums: dict[str, tuple[int, int]] = {}
    for naam, code, persons, places in rows:
        party = stand.gemeenten.get(code)
        if party is None:
            raise UnknownPartyError(naam=naam, gm_codes=[code], indeling=stand.herkomst.indeling)
        before = party.taakstelling
        found.append(Opvangrij(naam, code, party.naam, before, persons, before + persons, places))
        total, sites = sums.get(naam, (0, 0))
        sums[naam] = (total + persons, sites + places)
    open_sums = tuple((naam, *both) for naam, both in sums.items() if any(both))
    return Opvangdoorrekening(tuple(found), open_sums)
