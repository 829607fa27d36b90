"""Keys beside each other, and two results held against each other.

================  ====================================================================
``keuze``         a key with its options as one choice, and the way to write it down
``vergelijking``  the table keys x measures, persons per gemeente, what is unavailable
``jaren``         stability: the shares of a key over the embedded years
``groepen``       sums per region, size class, stedelijkheid
``stromen``       what regions lose to and take from each other
``uitschieters``  largest gains and losses, absolute and per 1.000 inhabitants
``splitsing``     inequality between and within any region: two tiers compared
``memory``        what is computed once while other keys change
``verschil``      new minus old = figures + key + rounding + uitruil + capacity, exactly
``waarom``        the steps from figures to persons of one gemeente
``realisatie``    what was housed beside the statutory taakstelling of one half-year
``sturing``       can a gemeente lower its number by its own policy
================  ====================================================================
"""

from optimiser.compare.changes.groepen import per_group
from optimiser.compare.keuze import SleutelKeuze, parse_keuze, parse_keuzes
from optimiser.compare.vergelijking import Vergelijking, compare_sleutels
from optimiser.compare.verschil import explain_difference, split_difference
from optimiser.compare.vraag import Vraag

__all__ = [
    "SleutelKeuze",
    "Vergelijking",
    "Vraag",
    "compare_sleutels",
    "explain_difference",
    "parse_keuze",
    "parse_keuzes",
    "per_group",
    "split_difference",
]
