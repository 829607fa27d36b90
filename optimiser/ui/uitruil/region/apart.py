"""The search as another process runs it: a function of a module that needs no page."""

from optimiser.ui.frame.worker import Voortgang
from optimiser.uitruil.find import find_uitruil_of_regio
from optimiser.uitruil.toets.beginstand import Beginstand
from optimiser.uitruil.zoekvraag import Vondst, Zoekvraag


def find_apart(
    stand: Beginstand, naam: str, codes: tuple[str, ...], vraag: Zoekvraag, _voortgang: Voortgang
) -> Vondst:
    """Seek for a region; see ``find_uitruil_of_regio``."""
    return find_uitruil_of_regio(stand, naam, codes, vraag)
