"""What everybody may see of a plan: bands of sizes by area, small numbers left out."""

from collections.abc import Iterator

import pandas as pd

from optimiser.koppelen.plan import Koppelplan
from optimiser.koppelen.publication import BANDEN, SMALLEST, band_counts, hidden_cells
from optimiser.koppelen.vraag import Koppelvraag
from optimiser.teksten import whole
from optimiser.teksten.zinnen import sentence

#: Stands where a number is left out.
GONE = "weggelaten"


def public_table(found: Koppelplan, vraag: Koppelvraag) -> pd.DataFrame | None:
    """Return placed households per area and band of sizes.

    Returns
    -------
    pandas.DataFrame or None
        ``gebied`` and a column per band, counts or ``GONE``; None where nothing may be shown.
    """
    placed = found.koppelingen.assign(
        gebied=vraag.gemeenten["gebied"].reindex(found.koppelingen["gm_code"]).to_numpy()
    )
    per_area: dict[str, dict[int, int]] = {naam: {} for naam in found.treden}
    for (naam, size), count in placed.groupby(["gebied", "personen"])["huishoudens"].sum().items():
        per_area[str(naam)][int(size)] = int(count)
    counts = band_counts(per_area)
    hidden = hidden_cells(counts)
    if hidden is None:
        return None
    shown = pd.DataFrame(counts, columns=[band for band, _, _ in BANDEN]).astype(object)
    shown = shown.mask(hidden, GONE)
    shown.insert(0, "gebied", list(per_area))
    return shown


def public_note(table: pd.DataFrame | None) -> str:
    """Tell what was left out, or why nothing is shown."""
    return sentence(
        "koppelen", "niet_openbaar" if table is None else "openbaar", {"kleinste": SMALLEST}
    )


def public_lines(found: Koppelplan, vraag: Koppelvraag) -> Iterator[str]:
    """Yield the public table as lines."""
    table = public_table(found, vraag)
    yield public_note(table)
    for row in [] if table is None else table.to_dict("records"):
        cells = [f"{band}: {public_text(row[band])}" for band, _, _ in BANDEN]
        yield f"{row['gebied']}: {', '.join(cells)}"


def public_text(cell: int | str) -> str:
    """Write a count, or that it was left out.

    >>> public_text(1234), public_text(GONE)
    ('1.234', 'weggelaten')
    """
    return cell if isinstance(cell, str) else whole(cell)
