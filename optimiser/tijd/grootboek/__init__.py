"""The ledger (grootboek): what was asked, what was done, what is still owed.

================  ===============================================================
``boeking``       one booking: a fact, its sign, and the day we learned it
``rows``          many bookings as one table, in an order that is no choice
``clocks``        which version of each fact was known on a day
``overgang``      mergers: a saldo moves to the successors
``course``        half-year after half-year, all units at once
``stand``         one half-year for the reader: opgave, saldo, months of work, age
``grootboek``     ``Grootboek``: the door
``printed``       tables 1 and 2 of the report, and the national series, as bookings
``delivered``     a user's realisatie as bookings
``tempo``         a half-year that is not over: naar rato, needed pace
``structural``    the achterstand that stays when a constant part is housed
================  ===============================================================
"""

from optimiser.tijd.grootboek.boeking import Boeking, BoekingSoort, BoekingStatus
from optimiser.tijd.grootboek.grootboek import Grootboek
from optimiser.tijd.grootboek.structural import structural_achterstand

__all__ = ["Boeking", "BoekingSoort", "BoekingStatus", "Grootboek", "structural_achterstand"]
