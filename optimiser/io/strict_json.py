"""JSON of a user, read strictly: a key twice, NaN and numbers without end are refused."""

import json
import re
from typing import Any

from optimiser.errors import UnreadableFileError

#: Most digits of a number; an exact sum of fractions in a result has some hundreds.
MAX_DIGITS = 4_000


#: Characters from which the lists and objects in a text are counted.
COUNTED = 200_000
_ENDLESS = re.compile(rf"[0-9]{{{MAX_DIGITS + 1}}}", re.ASCII)


class _RefusedError(ValueError):
    """Something that is JSON to some and not to others."""


def read_json(content: bytes | str, name: str) -> Any:  # noqa: ANN401 - whatever is in it
    """Return what a JSON text says.

    Parameters
    ----------
    content
        The text, or its bytes in UTF-8.
    name
        Of the file or place, for the message.

    Raises
    ------
    UnreadableFileError
        If it is no JSON, nested too deep, made of little but empty lists and objects (they
        take twenty times their room in memory), has a key twice or a number that is none.

    Examples
    --------
    >>> read_json('{"a": 1}', "de link")
    {'a': 1}
    """
    try:
        text = content.decode("utf-8-sig") if isinstance(content, bytes) else content
        _require_room(text)
        return json.loads(text, object_pairs_hook=_object, parse_constant=_constant)
    except RecursionError as error:
        raise UnreadableFileError(bestand=name, reden="het is te diep genest") from error
    except _RefusedError as error:
        raise UnreadableFileError(bestand=name, reden=str(error)) from error
    except (ValueError, OverflowError) as error:
        raise UnreadableFileError(bestand=name, reden="het is geen geldige JSON") from error


def _require_room(text: str) -> None:
    """Refuse a number without end, and a large text that is mostly brackets.

    Ten megabytes of brackets would take 400 MB to read.
    A list weighs two, a key six and an object eight of the values in it; borders in metres, the
    densest of what is meant to be read, stay at half of the limit.
    """
    weight = text.count(",") + 2 * text.count("[") + 6 * text.count(":") + 8 * text.count("{")
    if len(text) > COUNTED and 2 * weight > len(text) + COUNTED:
        msg = "het bestaat bijna alleen uit lege lijsten en objecten"
        raise _RefusedError(msg)
    if _ENDLESS.search(text):
        msg = f"een getal heeft meer dan {MAX_DIGITS} cijfers"
        raise _RefusedError(msg)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        msg = f"{twice[:40]!r} staat er twee keer in"
        raise _RefusedError(msg)
    return found


def _constant(text: str) -> float:
    msg = f"{text} is geen getal"
    raise _RefusedError(msg)
