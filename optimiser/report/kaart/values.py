"""What a map shows, as a table: the chosen gemeenten first, then by value."""

import pandas as pd

from optimiser.gegevens.gegevens import Gegevens
from optimiser.maps import View, embedded_geometry
from optimiser.report.kaart.areas import areas_of
from optimiser.report.kaart.content import Kaartstof
from optimiser.report.kaart.makeup import Opmaak


def values_table(stof: Kaartstof, opmaak: Opmaak, gegevens: Gegevens) -> pd.DataFrame:
    """Return what the map shows.

    Returns
    -------
    pandas.DataFrame
        Index ``gm_code``; ``gemeente``, ``waarde`` [unit of the measure], and the region when
        there are borders of one. The chosen gemeenten come first, then by value.
    """
    geometry = embedded_geometry(View(opmaak.weergave))
    values = stof.meting.on_map(geometry, gegevens, stof.jaar).waarden.rename_axis("gm_code")
    names = gegevens.regios["gemeente"].reindex(values.index)
    table = pd.DataFrame({"gemeente": names, "waarde": values}).astype(object)
    if opmaak.regio is not None:
        table[opmaak.regio] = areas_of(opmaak.regio, stof, values.index, gegevens)
    chosen = table.index.isin(opmaak.uitgelicht)
    size = [0.0 if pd.isna(value) else -float(value) for value in table["waarde"]]
    return table.assign(_later=~chosen, _size=size).sort_values(["_later", "_size"]).drop(
        columns=["_later", "_size"]
    )  # fmt: skip
