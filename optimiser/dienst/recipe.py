"""The files with which a shared installation is made, filled in for one server."""

from collections.abc import Mapping

#: What is filled in.
NAAM, POORT = "@NAAM@", "@POORT@"


def filled_in(files: Mapping[str, str], naam: str, poort: int) -> dict[str, bytes]:
    """Return the files for a server.

    Parameters
    ----------
    files
        As ``io.recipe.read_recipe`` gives them.
    naam, poort
        Under which users open the app.

    >>> filled_in({"a": "https://@NAAM@:@POORT@"}, "werk.nl", 443)
    {'a': b'https://werk.nl:443'}
    """
    return {
        name: text.replace(NAAM, naam).replace(POORT, str(poort)).encode()
        for name, text in files.items()
    }
