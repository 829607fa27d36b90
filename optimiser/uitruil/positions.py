"""What of a two-way agreement is still to come: listed until the last half-year is done."""

from collections.abc import Collection
from dataclasses import dataclass

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.uitruil.agreement import Overeenkomst, Termijn


@dataclass(frozen=True, slots=True)
class OpenPositie:
    """One half-year of an agreement that has not been carried out.

    Attributes
    ----------
    naam
        Of the agreement.
    termijn
        What must still happen.
    achterstallig
        Whether that half-year is over on the day asked about.
    """

    naam: str
    termijn: Termijn
    achterstallig: bool


def open_positions(
    deal: Overeenkomst, done: Collection[str], current: str | None = None
) -> tuple[OpenPositie, ...]:
    """List the half-years of an agreement that are not done.

    Parameters
    ----------
    deal
        The agreement.
    done
        Half-years that were carried out.
    current
        The half-year it is now; an open one before it is overdue.

    Examples
    --------
    >>> from optimiser.uitruil.agreement import wederkerig
    >>> deal = wederkerig("Ruil", "2025-2", "2026-1", {"GM0003": 5, "GM0010": -5})
    >>> [p.termijn.halfjaar for p in open_positions(deal, ["2025-2"])]
    ['2026-1']
    """
    now = None if current is None else Halfjaar.parse(current)
    return tuple(
        OpenPositie(deal.naam, term, now is not None and Halfjaar.parse(term.halfjaar) < now)
        for term in deal.termijnen
        if term.halfjaar not in done
    )


def balance(deal: Overeenkomst, done: Collection[str]) -> dict[str, int]:
    """Return what each party took over so far, net [personen]; ``-`` handed over.

    >>> from optimiser.uitruil.agreement import wederkerig
    >>> deal = wederkerig("Ruil", "2025-2", "2026-1", {"GM0003": 5, "GM0010": -5})
    >>> balance(deal, ["2025-2"]), balance(deal, ["2025-2", "2026-1"])
    ({'GM0003': 5, 'GM0010': -5}, {'GM0003': 0, 'GM0010': 0})
    """
    net = dict.fromkeys(deal.partijen, 0)
    for term in deal.termijnen:
        if term.halfjaar in done:
            for code, count in term.verschillen:
                net[code] += count
    return net
