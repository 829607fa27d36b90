"""What a table that can be delivered is made of."""

from dataclasses import dataclass
from enum import StrEnum


class KolomSoort(StrEnum):
    """What a column holds."""

    CODE = "code"
    HALFJAAR = "halfjaar"
    JAAR = "jaar"
    DATUM = "datum"
    AANTAL = "aantal"
    SALDO = "saldo"
    TEKST = "tekst"


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column of a table.

    Attributes
    ----------
    naam
        Name in the store.
    soort
        What it holds.
    verplicht
        Whether a file without it, or a blank cell in it, is refused.
    keuzes
        The words allowed, if not any.
    leeg_mag
        Whether a blank cell in a required column is unknown instead of refused.
    """

    naam: str
    soort: KolomSoort
    verplicht: bool = False
    keuzes: tuple[str, ...] = ()
    leeg_mag: bool = False


def must(naam: str, soort: KolomSoort, *keuzes: str) -> Kolom:
    """Return a column that has to be there.

    >>> must("soort", KolomSoort.TEKST, "vrij").verplicht
    True
    """
    return Kolom(naam, soort, verplicht=True, keuzes=keuzes)


@dataclass(frozen=True, slots=True)
class LeveringTabel:
    """A table that can be delivered.

    Attributes
    ----------
    naam, titel
        Name in commands, and for the reader.
    kolommen
        Its columns.
    sleutel
        Columns that make a row unique.
    reikwijdte
        Columns that say what a delivery is about: a later one about the same replaces it.
    """

    naam: str
    titel: str
    kolommen: tuple[Kolom, ...]
    sleutel: tuple[str, ...]
    reikwijdte: tuple[str, ...]

    @property
    def namen(self) -> tuple[str, ...]:
        """Names of the columns."""
        return tuple(kolom.naam for kolom in self.kolommen)

    @property
    def verplicht(self) -> tuple[str, ...]:
        """Names of the columns a file must have."""
        return tuple(kolom.naam for kolom in self.kolommen if kolom.verplicht)
