"""What is expected to be housed, and how wrong that would have been before.

============  ====================================================================
``history``   opgave and realisatie per unit and half-year, from the ledger
``models``    ways to expect a realisatie
``backtest``  every model on the half-years that are over
``fan``       where the saldo goes if a half-year goes as one of those before
``given``     room in dwellings and places, an own column, what was coupled
``project``   saldo per unit over the half-years of a scenario
``tables``    as tables and sentences
============  ====================================================================
"""
