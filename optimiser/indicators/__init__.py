"""Measures to judge a distribution by: exactly defined, each with unit, source and limits.

=================  ====================================================================
``maat``           the register of measures: id, Dutch title, definition, better direction
``measure_input``  what a measure is computed from: one key, one half-year
``concentratie``   Hoover, Gini, Theil with its split between and within groups
``scheefheid``     those as registered measures, per inhabitant and per freed dwelling
``last``           per 1.000 inhabitants, claim on freed social rent
``verschuiving``   moved persons, who gains, who loses, largest change, draagvlak (proxy)
``grens``          shortage above ``kan`` and ``wil``
``tijd``           stability over half-years
``afronding``      what rounding does to large and small gemeenten
``groepen``        size classes, stedelijkheid, any region
=================  ====================================================================
"""

import importlib
import pkgutil

# In the order in which the measures are shown; those of other files come after these.
from optimiser.indicators import scheefheid, verschuiving, last, grens, tijd, afronding  # isort: skip
from optimiser.indicators.maat import MATEN, Maat, Richting
from optimiser.indicators.measure_input import MeasureInput

# Every module here is loaded, so that a measure in a new file is never silently absent.
for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")

__all__ = [
    "MATEN",
    "Maat",
    "MeasureInput",
    "Richting",
    "afronding",
    "grens",
    "last",
    "scheefheid",
    "tijd",
    "verschuiving",
]
