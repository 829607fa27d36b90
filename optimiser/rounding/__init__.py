"""From exact shares to whole persons that close on the total.

==============  ====================================================================
``methods``     the register: adams (default), webster, hamilton, ... and their bias
``divisor``     divisor methods, exact, with minimum and maximum
``quota``       hamilton, plain rounding up (the law's letter) and half up
``result``      ``Rounded``: persons, ties, difference from the total
``two_tiers``   regions first, then gemeenten
``all_totals``  who gets person 1, 2, 3, ...: the table for every total in one pass
``batch``       many distributions at once (numpy), for sweeps
==============  ====================================================================
"""

from optimiser.rounding.methods import METHODS, RoundingMethod, round_shares
from optimiser.rounding.result import Bounds, Rounded, Tie
from optimiser.rounding.two_tiers import round_two_tiers

__all__ = [
    "METHODS",
    "Bounds",
    "Rounded",
    "RoundingMethod",
    "Tie",
    "round_shares",
    "round_two_tiers",
]
