"""The Dutch terms with their explanation, unit and source."""

import tomllib
from functools import cache
from importlib import resources


@cache
def read_begrippen() -> dict[str, dict[str, str]]:
    """Read ``begrippen.toml``: term to ``uitleg``, ``eenheid`` and ``bron``.

    >>> read_begrippen()["uitruil"]["eenheid"]
    'personen'
    """
    text = (resources.files("optimiser.teksten") / "begrippen.toml").read_text(encoding="utf-8")
    return {
        term: {part: entry[part] for part in ("uitleg", "eenheid", "bron")}
        for term, entry in tomllib.loads(text).items()
    }
