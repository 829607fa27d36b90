"""From an error to what the user reads: what is wrong, where, and what to do."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from optimiser.errors import OptimiserError
from optimiser.teksten.getallen import agreeing, decimal, whole


@dataclass(frozen=True, slots=True)
class Melding:
    """A message in three parts, all in Dutch."""

    titel: str
    tekst: str
    actie: str

    def __str__(self) -> str:
        return "\n".join(part for part in (self.titel, self.tekst, self.actie) if part)


@cache
def load_teksten() -> dict[str, dict[str, Any]]:
    """Read every ``nl/*.toml`` into one table per section.

    Returns
    -------
    dict
        Section (``fouten``, ``redenen``, ...) to entries.

    Raises
    ------
    ValueError
        If two files define the same entry.

    >>> load_teksten()["fouten"]["halfjaar_ongeldig"]["titel"]
    'Dit is geen halfjaar'
    """
    sections: dict[str, dict[str, Any]] = {}
    folder = resources.files("optimiser.teksten") / "nl"
    for file in sorted(folder.iterdir(), key=lambda item: item.name):
        if not file.name.endswith(".toml"):
            continue
        for section, entries in tomllib.loads(file.read_text(encoding="utf-8")).items():
            known = sections.setdefault(section, {})
            if twice := sorted(known.keys() & entries.keys()):
                msg = f"{section} {twice} stand twice in teksten/nl, again in {file.name}"
                raise ValueError(msg)
            known.update(entries)
    return sections


def readable(value: object) -> object:
    """Write a fact the Dutch way: whole numbers, decimals, yes and no, lists with commas."""
    # A year is an int without a thousands point; callers pass those as text.
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, int):
        return whole(value)
    if isinstance(value, float):
        return decimal(value)
    if isinstance(value, (list, tuple, set, frozenset)):
        return ", ".join(str(readable(item)) for item in value)
    return value


def melding_for(error: OptimiserError, *, in_app: bool = False) -> Melding:
    """Fill the Dutch text of an error with its facts.

    Whole numbers and decimals are written the Dutch way, lists with commas.

    Parameters
    ----------
    error
        What was refused, with its facts.
    in_app
        Say what to do in the app (``actie_app``) where that differs: there are no options there.

    Raises
    ------
    KeyError
        If a code has no text or a text asks for a fact the error lacks: our bug.

    >>> from optimiser.errors import UnknownHalfjaarError
    >>> print(melding_for(UnknownHalfjaarError(halfjaar="2021-3")))
    Dit is geen halfjaar
    '2021-3' is geen halfjaar; verwacht wordt jaar-1 of jaar-2.
    Schrijf bijvoorbeeld 2021-1 voor januari tot en met juni 2021.
    """
    entry = load_teksten()["fouten"][error.code]
    facts = {name: readable(value) for name, value in error.params.items()}
    action = "actie_app" if in_app and "actie_app" in entry else "actie"
    return Melding(
        *(agreeing(entry[part].format_map(facts)) for part in ("titel", "tekst", action))
    )
