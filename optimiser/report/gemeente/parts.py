"""What a sheet is made of."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class BladDeel:
    """A part of the sheet: heading, sentences, and perhaps a table.

    Attributes
    ----------
    kop, regels
        Heading and sentences.
    koppen
        Of the columns of the table; the first names the row, the others are numbers.
    rijen
        Its rows, numbers as numbers.
    vormen
        How each number column is written.
    """

    kop: str
    regels: tuple[str, ...] = ()
    koppen: tuple[str, ...] = ()
    rijen: tuple[tuple[str, int, int], ...] = ()
    vormen: tuple[Callable[[int], str], ...] = ()

    @property
    def tabel(self) -> tuple[tuple[str, ...], ...]:
        """The table as text, its heading first; empty if there is none."""
        if not self.koppen:
            return ()
        written = (
            (name, *(form(n) for form, n in zip(self.vormen, numbers, strict=True)))
            for name, *numbers in self.rijen
        )
        return (self.koppen, *written)


@dataclass(frozen=True)
class GemeenteBlad:
    """The sheet of one gemeente or region.

    Attributes
    ----------
    titel, antwoord
        What it is about, and its number in one or two sentences (with ``**`` around the number).
    delen
        Its parts, in order.
    herkomst
        Where the numbers come from.
    """

    titel: str
    antwoord: tuple[str, ...]
    delen: tuple[BladDeel, ...]
    herkomst: str


@dataclass(frozen=True)
class Bijlage:
    """What the profile does not know itself.

    Attributes
    ----------
    eigen_cijfer
        Persons with the own figure 1 % lower and higher; None for a region.
    saldo
        Sentences of ``balance.balance_lines``.
    afspraken
        Name, change in persons and status of each agreement it takes part in.
    """

    eigen_cijfer: tuple[int, int] | None = None
    saldo: tuple[str, ...] = ()
    afspraken: tuple[tuple[str, int, str], ...] = ()
