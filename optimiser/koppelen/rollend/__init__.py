"""Coupling month by month: what a half-year brings is not known before it comes.

==============  =========================================================================
``trekking``    the households and dwellings of one made-up half-year, month by month
``staat``       who is in the pool, coupled, housed; its ledger counted again
``beleid``      the ways to couple: from taakstelling only to a look ahead
``vergelijking``  the same draws under every way, and housing against deviation
``batch``       one real month: the pool a user brings, on free and announced dwellings
==============  =========================================================================

The households of a comparison are made up from counts; there is no person behind any of them.
"""
