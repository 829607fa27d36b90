"""Values per gemeente brought to the map: today's gemeenten, older ones added up."""

from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from optimiser.gegevens.gegevens import Gegevens
from optimiser.maps import MapGeometry, counts_on_map
from optimiser.teksten.zinnen import sentence


@dataclass(frozen=True)
class OpKaart:
    """Counts in the gemeenten of a map.

    Attributes
    ----------
    waarden
        Index ``gm_code``; missing where a part is unknown.
    meldingen
        What was added up and what cannot be shown, in Dutch.
    grain
        What one person more or less changes in each value, where values are of whole persons.
    """

    waarden: pd.Series
    meldingen: tuple[str, ...] = ()
    grain: pd.Series | None = None


def on_map(counts: pd.Series, geometry: MapGeometry, gegevens: Gegevens, jaar: int) -> OpKaart:
    """Bring counts to the gemeenten of the map; a split gemeente is told, never divided.

    Parameters
    ----------
    counts
        Index ``gm_code`` in the indeling of ``jaar``; whole numbers or fractions.
    geometry
        The map; ``vervallen`` names the gemeenten that no longer exist.
    gegevens
        The mergers.
    jaar
        First year of the indeling of the counts.
    """
    codes = [str(code) for code in counts.index]
    old = [code for code in codes if code in geometry.vervallen]
    if not old:
        return OpKaart(counts)
    table = gegevens.herindelingen
    later = table[table["ingangsdatum"].dt.year > jaar]
    split = later[later["oude_gm_code"].duplicated(keep=False)]
    gone = [code for code in dict.fromkeys(split["oude_gm_code"]) if code in codes]
    parts = {
        (str(a), str(b)): Fraction(1, int((split["oude_gm_code"] == a).sum()))
        for a, b in zip(split["oude_gm_code"], split["nieuwe_gm_code"], strict=True)
    }
    # The parts are not used as numbers: the split gemeente itself counts as unknown.
    unknown = counts.astype(object).where(~counts.index.isin(gone), pd.NA)
    newest = max(int(year) for year in table["ingangsdatum"].dt.year)
    summed = counts_on_map(unknown, table, jaar, max(newest, jaar), parts)
    notes = [sentence("kaartbestand", "opgeteld", {"aantal": len(old)})]
    if gone:
        names = sorted(set(split.loc[split["oude_gm_code"].isin(gone), "oude_gemeente"]))
        notes.append(sentence("kaartbestand", "gesplitst", {"namen": names}))
    return OpKaart(summed, tuple(notes))


def without_merged(
    found: OpKaart, codes: pd.Index, geometry: MapGeometry, gegevens: Gegevens, jaar: int
) -> OpKaart:
    """Leave out what was added up of several gemeenten, for a measure that has no sum.

    Parameters
    ----------
    found
        Of ``on_map``.
    codes
        The gemeenten before they were brought to the map.
    geometry, gegevens, jaar
        As ``on_map`` has them.
    """
    if not found.meldingen:
        return found
    parts = on_map(pd.Series(1, index=codes, dtype=object), geometry, gegevens, jaar).waarden
    merged = parts.index[[not pd.isna(part) and part > 1 for part in parts]]
    values = found.waarden.where(~found.waarden.index.isin(merged), pd.NA)
    note = sentence("kaartbestand", "telt_niet_op", {"aantal": len(merged)})
    return OpKaart(values, (note, *found.meldingen[1:]))
