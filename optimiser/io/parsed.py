"""The fields of a TOML file from anywhere, within limits."""

import re
import tomllib
from typing import Any

from optimiser.errors import UnreadableFileError

#: Largest scenario file [bytes]; one with limits for every gemeente takes a tenth of it.
MAX_TOML = 200_000
#: A name of thirty parts with points between: reading such names takes ever longer.
_CHAIN = re.compile(rb"(?:\.[ \t]*[\w\"'-]+[ \t]*){30}")


def parsed_fields(content: bytes, name: str) -> dict[str, Any]:
    """Return the fields of the bytes of a TOML file, within limits.

    Raises
    ------
    UnreadableFileError
        If it is too large, or no TOML.
    """
    if len(content) > MAX_TOML:
        reason = f"het is groter dan {MAX_TOML // 1000} kB"
        raise UnreadableFileError(bestand=name, reden=reason)
    if _CHAIN.search(content):
        raise UnreadableFileError(bestand=name, reden="een naam heeft te veel delen")
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnreadableFileError(bestand=name, reden="de tekens zijn geen UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+), column (\d+)", str(error))
        where = f" (regel {at[1]}, kolom {at[2]})" if at else ""
        raise UnreadableFileError(bestand=name, reden=f"geen geldige TOML{where}") from error
    except RecursionError as error:
        raise UnreadableFileError(bestand=name, reden="het is te diep genest") from error
    except (ValueError, OverflowError) as error:
        # A date that does not exist, or a number of thousands of digits.
        raise UnreadableFileError(bestand=name, reden="er staat een onmogelijk getal in") from error
