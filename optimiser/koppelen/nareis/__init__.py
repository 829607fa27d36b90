"""Waiting for family: who waits at COA, in a tussenvoorziening or in a dwelling, in counts.

=============  =========================================================================
``boeking``     the moves booked per half-year: realisatie, reserved, moved, still at COA
``varianten``   the same question without places, with places, relaxed, with more dwellings
``verdeling``   the places of a region over its gemeenten, and who counts where
=============  =========================================================================
"""
