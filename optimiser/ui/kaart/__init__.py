"""The interactive map: SVG in a packaged Streamlit component, without a request elsewhere.

=============  ======================================================================
``show``       ``show_map`` and ``show_maps``: on a page, returning what is chosen
``payload``    ``map_data`` and ``component_data``: what the browser gets per rerun
``settings``   ``MapSettings``: what a page may ask
``choice``     what is chosen: the caller's word, then the user's
``mount``      the component itself, on the page
``assets/``    JavaScript and CSS; ``geometrie.js`` is written by
               ``python -m optimiser.bouw.kaartbestand``
=============  ======================================================================

The geometry travels once, as a file of the component; a rerun sends classes and labels only.
"""

from optimiser.ui.kaart.payload import component_data, map_data
from optimiser.ui.kaart.settings import BORDERS, MapSettings
from optimiser.ui.kaart.show import show_map, show_maps

__all__ = ["BORDERS", "MapSettings", "component_data", "map_data", "show_map", "show_maps"]
