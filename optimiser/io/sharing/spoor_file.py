"""The audit trail in a file: lines are only ever added, each whole, by any number of processes.

What the register and the data point keep themselves is not written again; ``dienst.spoor`` puts
it beside.
"""

import json
import os
from datetime import datetime
from pathlib import Path

from optimiser.errors import UnreadableFileError
from optimiser.io.register_place import own_folder
from optimiser.io.writing.whole_file import add_line, make_folder
from optimiser.zicht.spoor import Spoorregel, SpoorSoort
from optimiser.zicht.zicht import Zicht

#: Environment variable with the path of the file; without it, it is in the user's own folder.
VARIABLE = "TAAKSTELLING_SPOOR"


def spoor_place() -> Path:
    """Return where the trail is."""
    chosen = os.environ.get(VARIABLE)
    return Path(chosen) if chosen else own_folder() / "spoor.jsonl"


def add_spoor(one: Spoorregel) -> None:
    """Add a line, before what it tells is handed out.

    Raises
    ------
    UnwritableFileError
        If it cannot be written: then nothing may be handed out.
    """
    place = spoor_place()
    if not place.parent.is_dir():
        make_folder(place.parent)
    told = {
        "tijdstip": one.moment(),
        "wie": one.wie,
        "werkruimte": one.werkruimte,
        "wat": str(one.soort),
        "waarover": one.waarover,
    }
    add_line(place, json.dumps(told, ensure_ascii=False))


def read_spoor(zicht: Zicht) -> tuple[Spoorregel, ...]:
    """Return the lines of a workspace, oldest first; all of them to who sees everything.

    Raises
    ------
    UnreadableFileError
        With the first line that is not one of these.
    """
    place = spoor_place()
    if not place.is_file():
        return ()
    lines = place.read_text(encoding="utf-8").splitlines()
    every = (_line(text, number, place.name) for number, text in enumerate(lines, start=1))
    return tuple(one for one in every if zicht.alles or one.werkruimte == zicht.werkruimte)


def _line(text: str, number: int, name: str) -> Spoorregel:
    try:
        told = json.loads(text)
        moment = datetime.fromisoformat(told["tijdstip"])
        soort = SpoorSoort(told["wat"])
        return Spoorregel(moment, told["wie"], told["werkruimte"], soort, told["waarover"])
    except (ValueError, KeyError, TypeError) as error:
        reason = f"regel {number} is geen regel van het spoor"
        raise UnreadableFileError(bestand=name, reden=reason) from error
