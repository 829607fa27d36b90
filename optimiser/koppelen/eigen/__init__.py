"""Households and dwellings a user brings, against what is known: regions, classes, gemeenten."""
