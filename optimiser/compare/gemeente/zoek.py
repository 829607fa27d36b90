"""From what a reader types to one gemeente."""

from difflib import get_close_matches

import pandas as pd

from optimiser.compare.errors import UnknownGemeenteError
from optimiser.gegevens.codebook import WELL_KNOWN, plain_name

_CODE_DIGITS = 4


def find_gemeente(text: str, names: pd.Series) -> str:
    """Return the ``gm_code`` of a gemeente by code or name.

    Parameters
    ----------
    text
        ``GM0014``, ``14`` or ``Groningen``; capitals do not matter.
    names
        Names, index ``gm_code``.

    Raises
    ------
    UnknownGemeenteError
        With the names that come close.

    Examples
    --------
    >>> names = pd.Series({"GM0518": "'s-Gravenhage", "GM0034": "Almere"})
    >>> find_gemeente("almere", names), find_gemeente("34", names), find_gemeente("Den Haag", names)
    ('GM0034', 'GM0034', 'GM0518')
    """
    wanted = text.strip().casefold()
    if wanted.isdigit() and len(wanted) <= _CODE_DIGITS:
        wanted = f"gm{wanted.zfill(_CODE_DIGITS)}"
    known = {str(code).casefold(): str(code) for code in names.index}
    known |= {str(name).casefold(): str(code) for code, name in names.items()}
    if wanted in known:
        return known[wanted]
    plain = {plain_name(str(name)): str(code) for code, name in names.items()}
    meant = WELL_KNOWN.get(plain_name(text), plain.get(plain_name(text)))
    if meant in names.index:
        return str(meant)
    readable = {str(name).casefold(): str(name) for name in names}
    parts = [name for folded, name in readable.items() if wanted and wanted in folded]
    near = parts or [readable[name] for name in get_close_matches(wanted, readable, n=5)]
    raise UnknownGemeenteError(gemeente=text, lijkt_op=near[:5] or ["geen enkele naam"])
