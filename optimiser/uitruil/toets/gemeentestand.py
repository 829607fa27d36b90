"""One gemeente before the exchange."""

from dataclasses import dataclass
from fractions import Fraction

from optimiser.problem import Block, Limit


@dataclass(frozen=True, slots=True)
class Gemeentestand:
    """One gemeente before the exchange.

    Attributes
    ----------
    gm_code, naam, provincie
        Who.
    taakstelling
        Before the exchange, what binds already included [personen].
    exact
        Exact share under the key [personen].
    inwoners
        On the peildatum [personen].
    vrijgekomen
        Corporation dwellings that become free [woningen per halfjaar]; None if not available.
    limits
        What the scenario allows.
    bindend
        What agreements that bind already changed [personen]; part of ``taakstelling``.
    """

    gm_code: str
    naam: str
    provincie: str
    taakstelling: int
    exact: Fraction
    inwoners: int
    vrijgekomen: Fraction | None
    limits: tuple[Limit, ...] = ()
    bindend: int = 0

    @property
    def formule(self) -> int:
        """What follows from the formula, before any agreement [personen]."""
        return self.taakstelling - self.bindend

    @property
    def lower(self) -> int:
        """Fewest persons it may have after an exchange [personen]."""
        return max([0, *(x.lower for x in self.limits if x.lower is not None)])

    @property
    def upper(self) -> int | None:
        """Most persons it may have; what it already has above that is no fault of an exchange."""
        highest = [x.upper for x in self.limits if x.upper is not None]
        return max(min(highest), self.taakstelling) if highest else None

    @property
    def kan(self) -> int | None:
        """Most persons it can house [personen]; None where nothing is known."""
        found = [x.upper for x in self.limits if x.block is Block.PLAFOND]
        return found[0] if found else None

    @property
    def wil(self) -> int | None:
        """Most persons it offered to have [personen]; None where nothing was offered or limited."""
        found = [x.upper for x in self.limits if x.block is Block.WIL]
        return found[0] if found else None
