"""Verdeelsleutels: rules that turn figures per gemeente into exact shares that sum to 1.

=================  =====================================================================
``registry``       the register, statuses, availability
``enkelvoudig``    one figure each: inwoners, woningvoorraad, sociale huur, ...
``beleid``         correction on inhabitants: sociaaleconomisch, verrekening_opvang
``buitenland``     keys other countries used; only with the user's own columns
``samengesteld``   gemengd (weights), twee_traps (regions first), eigen (a column)
``shares``         the one way in: name, figures and options to shares
=================  =====================================================================
"""

import importlib
import pkgutil

from optimiser.verdeelsleutels import beleid, buitenland, enkelvoudig, samengesteld
from optimiser.verdeelsleutels.opties import SleutelOpties
from optimiser.verdeelsleutels.registry import (
    REGISTER,
    RechtsStatus,
    Sturing,
    Verdeelsleutel,
    find,
    listed,
)
from optimiser.verdeelsleutels.shares import availability, inner_opties, shares

# Every module here is loaded, so that a key in a new file is never silently absent.
for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")

__all__ = [
    "REGISTER",
    "RechtsStatus",
    "SleutelOpties",
    "Sturing",
    "Verdeelsleutel",
    "availability",
    "beleid",
    "buitenland",
    "enkelvoudig",
    "find",
    "inner_opties",
    "listed",
    "samengesteld",
    "shares",
]
