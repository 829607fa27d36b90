"""The checks of what is delivered beside a realisatie: ladder, names of steps, dwellings."""

from collections.abc import Callable, Iterator
from datetime import date

import pandas as pd

from optimiser.datapunt.toets.bevinding import Toetspunt, refused
from optimiser.errors import UnknownProvincieError
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.gegevens.provincies import provincie_code

#: Year to the gemeenten of that year.
Codes = Callable[[int], pd.Index]


def check_ladder(rows: pd.DataFrame, codes: Codes) -> Iterator[Toetspunt]:
    """Refuse unknown gemeenten, and verschoonbaar without a decision."""
    for day, part in rows.groupby("peildatum"):
        known = set(codes(day.year if isinstance(day, date) else int(str(day)[:4])))
        if unknown := sorted(set(part["gm_code"]) - known):
            yield refused("gemeenten_onbekend", namen=unknown[:10], wanneer=str(day))
    marked = rows[(rows["verschoonbaar"] != "nee")]
    for row in marked.itertuples():
        if "besluit" not in rows or pd.isna(row.besluit):
            yield refused("verschoonbaar_zonder_besluit", rij=str(row.rij), gm_code=row.gm_code)


def check_treden(rows: pd.DataFrame, regios: pd.DataFrame) -> Iterator[Toetspunt]:
    """Refuse a province that is none."""
    for row in rows.itertuples():
        try:
            provincie_code(row.provincie, regios)
        except UnknownProvincieError:
            yield refused("provincie_onbekend", rij=str(row.rij), naam=row.provincie)


def check_aanbod(rows: pd.DataFrame, codes: Codes) -> Iterator[Toetspunt]:
    """Refuse unknown gemeenten, and a month that is not in its half-year."""
    for periode, part in rows.groupby("periode"):
        half = Halfjaar.parse(str(periode))
        if unknown := sorted(set(part["gm_code"]) - set(codes(half.jaar))):
            yield refused("gemeenten_onbekend", namen=unknown[:10], wanneer=str(periode))
        if "maand" not in part:
            continue
        dated = part[part["maand"].notna()]
        for row in dated[~dated["maand"].map(half.holds_month).astype(bool)].itertuples():
            facts = {"rij": str(row.rij), "maand": str(row.maand), "periode": str(periode)}
            yield refused("maand_buiten", **facts)
