"""Dutch texts for the reader: messages per error code and numbers in Dutch notation.

=============  ==========================================================
``nl/*.toml``  per error code a ``titel``, ``tekst`` and ``actie``
``meldingen``  ``melding_for``: error to message
``getallen``   whole numbers, decimals, percentages the Dutch way
=============  ==========================================================
"""

from optimiser.teksten.getallen import (
    counted,
    decimal,
    percentage,
    signed,
    whole,
)
from optimiser.teksten.meldingen import Melding, load_teksten, melding_for

__all__ = [
    "Melding",
    "counted",
    "decimal",
    "load_teksten",
    "melding_for",
    "percentage",
    "signed",
    "whole",
]
