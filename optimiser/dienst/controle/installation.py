"""Every point of an installation, in the order in which a manager would repair them."""

from collections.abc import Sequence
from pathlib import Path

from optimiser.dienst.controle.database import check_database
from optimiser.dienst.controle.installed import check_installed
from optimiser.dienst.controle.network import check_app, check_health
from optimiser.dienst.controle.point import Controlepunt
from optimiser.dienst.controle.settings import check_folders, check_secret, check_settings
from optimiser.io.register_place import register_place
from optimiser.io.sharing.spoor_file import spoor_place
from optimiser.register.engine import to_url
from optimiser.zicht.shared import LoginVia


def check_installation(apps: Sequence[str] = (), urls: Sequence[str] = ()) -> list[Controlepunt]:
    """Look at everything, as the environment of this process says it is set.

    Parameters
    ----------
    apps
        Where app processes listen: ``host:port``.
    urls
        Health addresses that must answer as well, such as the public one through the proxy.
    """
    shared, mode = check_settings()
    place = register_place()
    # A mode that cannot be told is judged as a shared one.
    several = shared is None or shared.via is not LoginVia.NIEMAND
    return [
        *check_installed(),
        mode,
        *check_secret(),
        *check_folders(*_folder_of(place), *([spoor_place().parent] if several else [])),
        *check_database(place, shared=several),
        *(point for one in apps for point in check_app(one)),
        *(check_health(one) for one in urls),
    ]


def _folder_of(place: str | None) -> list[Path]:
    """Return the folder of a database that is a file: SQLite writes files beside it."""
    if place is None or to_url(place).get_backend_name() != "sqlite":
        return []
    return [Path(place).absolute().parent]
