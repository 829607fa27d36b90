"""Half-years after each other: what is owed, what may come, and how it can be settled.

================  ==================================================================
``grootboek``     the ledger: bookings, two clocks, saldo per unit and half-year
``sein``          early warning: facts beside the ledger, never a step of the ladder
``vooruitzicht``  what is expected to be housed, and how wrong that was before
``gladstrijken``  a national number without peaks and dips, and its price in waiting
``afronden``      rounding that does not pile up over half-years
``jaren``         gemeenten, dwellings and places over half-years together
================  ==================================================================
"""
