"""Households and dwellings in Dutch sentences; counts only."""
