"""Koppelingen in counts: do the households fit the dwellings, and does the taakstelling close.

==============  =======================================================================
``woningen``    dwelling classes: how many persons each may hold
``passend``     the interval (Hall) formula: who has no place, in a sentence, no solver
``sluiten``     largest family first, to the largest shortage: closes, with a proved bound
``vastzetting`` what is settled before a plan: couplings fixed by hand, bands with a region
``vraag``       what is asked of the country
``plan``        who goes where, COA region by COA region, with a bound per stage
``gevolgd``     how many of them follow a band with a region, counted without the solver
``recheck``     a stored plan counted again, without the solver
``publication`` bands by region for everybody, safe against subtraction
``uitleg``      why households go where they go, by planning again
``nareis``      who waits for family: cohorts, places, what is booked and what is reserved
``rollend``     month by month, when what comes is not known: ways to couple side by side
``aannames``    the labelled assumptions the command starts with, until a user has figures
==============  =======================================================================

No personal data: sizes and numbers of households only.
"""
