"""Households on dwellings as an integer program, in counts.

==============  =========================================================
``area``       one area as plain numbers, and the stages there are
``rows``       its columns and rows
``value``      what a plan comes to, per stage
``start``      a known plan to start from
``stages``     stage after stage, each with lower bound and found value
``near``       a plan close to the one before, to start from
``bound``      what the deviation of no plan can go below
``cohorten``   who waits for a family, half-year by half-year, as plain numbers
``nareis``     the same as an integer program
``maandvraag``  one month as plain numbers
``maand``      the pool of one month over gemeenten
==============  =========================================================
"""
