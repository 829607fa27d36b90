"""The embedded figures as the first leveringen: what the program came with, hashed as any other."""

from dataclasses import dataclass

from optimiser.io.bronnen import read_bronnen

#: Embedded file to the table it is a delivery of.
_TABLES = {
    "gemeenten.csv": "inwoners",
    "bevolking_2018_indeling_2019.csv": "inwoners",
    "landelijke_taakstelling.csv": "landelijk",
    "herindelingen.csv": "herindeling",
    "tabel1.csv": "realisatie",
    "tabel2.csv": "realisatie",
}
#: Who brought them.
DOOR = "meegeleverd"


@dataclass(frozen=True, slots=True)
class Meegeleverd:
    """One embedded file.

    Attributes
    ----------
    nummer
        ``M1``, ``M2``, ...: before the deliveries of the user, which count from 1.
    tabel, titel
        Table it belongs to, and what it is.
    omvang
        Day or period the figures are of.
    bestand, sha256, eigenaar
        File, checksum, who published it.
    """

    nummer: str
    tabel: str
    titel: str
    omvang: str
    bestand: str
    sha256: str
    eigenaar: str


def embedded_leveringen() -> tuple[Meegeleverd, ...]:
    """Return the embedded figures as deliveries that always count until one takes their place.

    Examples
    --------
    >>> [(one.nummer, one.tabel) for one in embedded_leveringen()][:2]
    [('M1', 'inwoners'), ('M2', 'inwoners')]
    """
    sources = read_bronnen()
    return tuple(
        Meegeleverd(
            f"M{number}",
            tabel,
            sources[bestand].titel,
            sources[bestand].peildatum,
            bestand,
            sources[bestand].sha256,
            sources[bestand].eigenaar,
        )
        for number, (bestand, tabel) in enumerate(_TABLES.items(), start=1)
    )
