"""Dwellings a user brings: only what is free or announced counts; what is expected is told."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.io.reading.typed.counts import CountsFile, refused_counts
from optimiser.koppelen.woningen import Woningklasse
from optimiser.teksten.zinnen import sentence


@dataclass(frozen=True)
class EigenWoningen:
    """Dwellings per gemeente and class, checked.

    Attributes
    ----------
    naam
        Of the file.
    tabel
        Index ``gm_code`` (every gemeente), a column per class: permanent, free or announced.
    aangekondigd
        The part of these that is only announced, in the same shape.
    verwacht
        Permanent dwellings that are only expected, so not counted.
    tussenvoorziening
        Places in a tussenvoorziening, which no plan of permanent dwellings counts.
    zonder
        Names of gemeenten that no row is about: 0 dwellings.
    """

    naam: str
    tabel: pd.DataFrame
    aangekondigd: pd.DataFrame
    verwacht: int
    tussenvoorziening: int
    zonder: tuple[str, ...]


def check_woningen(
    file: CountsFile, halfjaar: str, gemeenten: pd.DataFrame, klassen: Sequence[Woningklasse]
) -> EigenWoningen:
    """Refuse a file with another half-year or indeling, or with an unknown class.

    Parameters
    ----------
    file
        As it was read.
    halfjaar
        The half-year that is asked.
    gemeenten
        Index ``gm_code``, ``gemeente``: of the half-year's own indeling.
    klassen
        From small to large.

    Raises
    ------
    CountsRefusedError
        With every fault by row and column.
    """
    known = {klasse.naam.casefold(): klasse.naam for klasse in klassen}
    rows = file.rijen.assign(klasse=[known.get(k.casefold(), k) for k in file.rijen["klasse"]])
    period = Halfjaar.parse(halfjaar)
    faults = []
    for row in rows.itertuples():
        wrong = {
            "ander_halfjaar": row.halfjaar != halfjaar and row.halfjaar,
            "andere_indeling": row.gm_code not in gemeenten.index and row.gm_code,
            "klasse_onbekend": row.klasse not in known.values() and row.klasse,
            "maand_buiten": not pd.isna(row.maand)
            and not period.holds_month(row.maand)
            and str(row.maand),
        }
        facts = {"rij": str(row.rij), "halfjaar": halfjaar, "klassen": list(known.values())}
        facts["kolom"] = "halfjaar"
        faults += [(code, {**facts, "waarde": text}) for code, text in wrong.items() if text]
    if faults:
        raise refused_counts(file.naam, [sentence("aantallen", *fault) for fault in faults])
    return _counted(file.naam, rows, gemeenten, list(known.values()))


def _counted(
    naam: str, rows: pd.DataFrame, gemeenten: pd.DataFrame, klassen: list[str]
) -> EigenWoningen:
    permanent = rows["soort"] == "permanent"
    expected = rows["zekerheid"] == "verwacht"
    announced = rows["zekerheid"] == "aangekondigd"

    def counted(chosen: pd.Series) -> pd.DataFrame:
        table = rows[permanent & chosen].pivot_table(
            index="gm_code", columns="klasse", values="aantal", aggfunc="sum"
        )
        return table.reindex(index=gemeenten.index, columns=klassen).fillna(0).astype(int)

    without = gemeenten.index.difference(pd.Index(rows["gm_code"]), sort=False)
    return EigenWoningen(
        naam,
        counted(~expected),
        counted(announced),
        int(rows.loc[permanent & expected, "aantal"].sum()),
        int(rows.loc[~permanent, "aantal"].sum()),
        tuple(gemeenten.loc[without, "gemeente"]),
    )
