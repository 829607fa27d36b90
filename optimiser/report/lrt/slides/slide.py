"""A slide as content: what it says, apart from where and in what kind of file."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tabel:
    """A table of finished texts.

    Attributes
    ----------
    kop
        Heading per column.
    rijen
        Texts per row.
    rechts
        Columns of numbers, aligned right.
    vet
        Rows in bold, such as a total.
    bijschrift
        What the table shows; also its alternative text.
    """

    kop: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    rechts: frozenset[int] = frozenset()
    vet: frozenset[int] = frozenset()
    bijschrift: str = ""

    def __post_init__(self) -> None:
        if any(len(row) != len(self.kop) for row in self.rijen):
            msg = "every row must have a text per column"
            raise ValueError(msg)


@dataclass(frozen=True)
class Plaat:
    """A picture.

    Attributes
    ----------
    png
        The bytes.
    alt
        Alternative text, in Dutch.
    breedte, hoogte
        Its size as drawn [inch]; shown no smaller than that fits.
    """

    png: bytes
    alt: str
    breedte: float
    hoogte: float


@dataclass(frozen=True)
class Punten:
    """A few lines of text below a small heading."""

    kop: str
    regels: tuple[str, ...]


@dataclass(frozen=True)
class Getal:
    """One number that matters, and what it is."""

    waarde: str
    uitleg: str


@dataclass(frozen=True)
class Getallen:
    """Numbers beside each other."""

    getallen: tuple[Getal, ...]


Blok = Tabel | Plaat | Punten | Getallen


@dataclass(frozen=True)
class Dia:
    """One slide with one message.

    Attributes
    ----------
    titel
        The message, in plain Dutch.
    kolommen
        Blocks from left to right, each with its part of the width.
    punten
        Lines below, at most three.
    notitie
        Speaker notes: sources, definitions, small print of the map.
    titelblad
        Whether it is the first page.
    bijlage
        Whether it belongs to the appendix: tables, and what a message rests on.
    """

    titel: str
    kolommen: tuple[tuple[Blok, float], ...] = ()
    punten: tuple[str, ...] = ()
    notitie: str = ""
    titelblad: bool = False
    bijlage: bool = False

    @property
    def platen(self) -> tuple[Plaat, ...]:
        """Its pictures."""
        return tuple(block for block, _ in self.kolommen if isinstance(block, Plaat))

    @property
    def tabellen(self) -> tuple[Tabel, ...]:
        """Its tables."""
        return tuple(block for block, _ in self.kolommen if isinstance(block, Tabel))
