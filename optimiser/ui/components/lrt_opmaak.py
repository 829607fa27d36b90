"""How the map of the page is made up: see ``optimiser.report.kaartopmaak``."""

from optimiser.report.kaartopmaak import Opmaak, drawing

__all__ = ["Opmaak", "drawing"]
