"""What a search must keep to, from ``--partners``, ``--kleinste`` and ``--niet``."""

import re
from typing import NoReturn

from optimiser.cli import options
from optimiser.errors import WrongUsageError

_MOST = re.compile(r"(.+)=(\d{1,3})")


def search_rules(
    partners: list[str] | None, kleinste: int, niet: list[str] | None
) -> dict[str, object]:
    """Return the fields of ``Regels``; a gemeente is a name or a code.

    Raises
    ------
    WrongUsageError
        If it is not written as asked.
    UnknownGemeenteError
        If a gemeente does not exist.
    """
    rules: dict[str, object] = {"kleinste": kleinste}
    single: dict[str, int] = {}
    for text in partners or []:
        if text.isdecimal():
            rules["partners"] = int(text)
        elif match := _MOST.fullmatch(text):
            single[options.code_of(match[1])] = int(match[2])
        else:
            wrong(f"'--partners {text}' is niet bruikbaar; schrijf 2 of Assen=2.")
    pairs = frozenset(_pair(text) for text in niet or [])
    return rules | {"partners_van": single, "verboden": pairs}


def _pair(text: str) -> frozenset[str]:
    """Return two codes; a name may hold a hyphen itself, so every hyphen is tried."""
    from optimiser.compare.errors import UnknownGemeenteError

    parts = text.split("-")
    found, unknown = set(), None
    for cut in range(1, len(parts)):
        sides = "-".join(parts[:cut]), "-".join(parts[cut:])
        try:
            found.add(frozenset(options.code_of(side) for side in sides))
        except UnknownGemeenteError as error:
            unknown = error
    if unknown is not None and len(parts) == 2:
        raise unknown
    if len(found) != 1 or any(len(pair) != 2 for pair in found):
        wrong(f"'--niet {text}' is niet bruikbaar; schrijf Assen-Emmen of GM0106-GM0114.")
    return found.pop()


def wrong(reason: str) -> NoReturn:
    """Refuse what was asked of a search.

    Raises
    ------
    WrongUsageError
        Always.
    """
    raise WrongUsageError(reden=reason, opdracht="taakstelling uitruil zoek")
