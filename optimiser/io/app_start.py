"""What starting the app needs from this installation: its script and its settings."""

import tomllib
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def app_script() -> Path:
    """Return the file that Streamlit serves; the same in a checkout and in a wheel."""
    return _PACKAGE / "ui" / "server.py"


def app_settings() -> dict[str, object]:
    """Read the settings of the app as Streamlit names them: ``section.option`` to value.

    Raises
    ------
    FileNotFoundError
        If they are in neither place: the installation is broken.

    >>> app_settings()["browser.gatherUsageStats"]
    False
    """
    places = (_PACKAGE / "ui" / "config.toml", _PACKAGE.parent / ".streamlit" / "config.toml")
    for place in places:
        if place.is_file():
            sections = tomllib.loads(place.read_text(encoding="utf-8"))
            return {f"{s}.{name}": v for s, opts in sections.items() for name, v in opts.items()}
    msg = f"no settings of the app in {places}"
    raise FileNotFoundError(msg)
