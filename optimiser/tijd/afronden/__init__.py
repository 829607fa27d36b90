"""Rounding that does not pile up: whole persons over half-years together.

==============  ==================================================================
``rules``       per half-year, cumulative divisor method, just in time
``deviations``  who gets too many and too few, and where it ends
``table``       one row per rule; gains and losses per gemeente
==============  ==================================================================

Article 29 rounds each half-year by itself, so every other rule needs a change of law.
"""
