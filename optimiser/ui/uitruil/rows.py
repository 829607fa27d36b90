"""The table of agreements as the user typed it: rows that may still be wrong, never thrown away."""

import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, NamedTuple

from pydantic import Field, TypeAdapter, ValidationError

from optimiser.errors import OptimiserError
from optimiser.teksten.zinnen import sentence
from optimiser.uitruil.agreement import MAX_NAME
from optimiser.uitruil.voorstel import Voorstel, make_voorstellen

#: Most rows of a table, and longest text of one in an address [characters].
MOST_ROWS, LONGEST = 500, 5_000
#: Longest text of rows that stands in an address as it is, and how a packed one starts.
READABLE, PACKED = 1_500, "z:"
_SECTION = "uitruil_rijen"
Text = Annotated[str, Field(max_length=200)]
Count = Annotated[int, Field(ge=-1_000_000, le=1_000_000, strict=True)]


class Rij(NamedTuple):
    """One row as typed: an empty text or None is a cell that was not filled in.

    Attributes
    ----------
    uitruil
        Name of the agreement.
    gm_code
        Who.
    verschil
        ``+`` takes over, ``-`` hands over [personen].
    terug
        What goes back in the half-year of return; None is all of it [personen].
    """

    uitruil: Text
    gm_code: Text
    verschil: Count | None
    terug: Count | None = None

    @property
    def leeg(self) -> bool:
        """Whether nothing was filled in but perhaps the name."""
        return not self.gm_code and self.verschil is None


class InvalidProposalLinkError(OptimiserError):
    """The agreements in an address cannot be used. Facts: ``reden``."""

    code = "voorstellink_ongeldig"


_ROWS = TypeAdapter(Annotated[list[Rij], Field(max_length=MOST_ROWS)])


def to_text(rows: Sequence[Rij]) -> str:
    """Write rows as JSON, as kept in the session and in an address.

    >>> to_text([Rij("Ruil", "GM0106", -3)])
    '[["Ruil","GM0106",-3]]'
    """
    short = [list(row[:3] if row.terug is None else row) for row in rows]
    return _ROWS.dump_json(short, warnings=False).decode()  # type: ignore[arg-type]


def from_text(text: str) -> list[Rij]:
    """Read rows back; everything is checked.

    Raises
    ------
    InvalidProposalLinkError
        If it is no table of agreements.

    Examples
    --------
    >>> from_text('[["Ruil","GM0106",-3]]')
    [Rij(uitruil='Ruil', gm_code='GM0106', verschil=-3, terug=None)]
    """
    if len(text) > LONGEST * 20:
        raise InvalidProposalLinkError(reden="de link is te lang")
    try:
        return _ROWS.validate_json(text)
    except ValidationError:
        raise InvalidProposalLinkError(reden="de afspraken zijn niet volledig te lezen") from None


def to_address(text: str) -> str:
    """Write the text of rows for an address: as it is when short, packed when not.

    >>> to_address('[["Ruil","GM0106",-3]]')
    '[["Ruil","GM0106",-3]]'
    """
    if len(text) <= READABLE:
        return text
    return PACKED + urlsafe_b64encode(zlib.compress(text.encode(), 9)).decode().rstrip("=")


def from_address(text: str) -> list[Rij]:
    """Read rows from an address; see ``from_text``.

    >>> rows = [Rij(f"Ruil {n}", "GM0106", -3) for n in range(300)]
    >>> from_address(to_address(to_text(rows))) == rows
    True
    """
    if not text.startswith(PACKED):
        return from_text(text)
    packed = text.removeprefix(PACKED)[: LONGEST * 2]
    try:
        content = urlsafe_b64decode(packed + "=" * (-len(packed) % 4))
        unpacked = zlib.decompressobj().decompress(content, LONGEST * 20 + 1).decode()
    except (ValueError, zlib.error):
        raise InvalidProposalLinkError(reden="de link is niet volledig") from None
    return from_text(unpacked)


def row_faults(rows: Sequence[Rij], names: Mapping[str, str]) -> list[str]:
    """List in Dutch what still lacks per row; such rows take no part in the test.

    >>> row_faults([Rij("Ruil", "GM0106", None)], {"GM0106": "Assen"})
    ['Rij 1 (Assen): vul in hoeveel personen erbij (+) of eraf (−) gaan.']
    """
    seen = Counter((row.uitruil.strip(), row.gm_code) for row in rows if row.gm_code)
    told = []
    for number, row in enumerate(rows, start=1):
        facts = {"rij": number, "wie": names.get(row.gm_code, row.gm_code)}
        told += [sentence(_SECTION, code, facts) for code in _faults(row, seen)]
    return told


def proposals(rows: Iterable[Rij], halfjaar: str) -> tuple[Voorstel, ...]:
    """Return the agreements of the rows that are complete.

    >>> [v.naam for v in proposals([Rij("A ", "GM0106", -3), Rij("B", "", 3)], "2025-2")]
    ['A']
    """
    held = list(rows)
    seen = Counter((row.uitruil.strip(), row.gm_code) for row in held if row.gm_code)
    good = [row for row in held if not row.leeg and not _faults(row, seen)]
    return make_voorstellen(
        ((r.uitruil.strip(), r.gm_code, r.verschil or 0) for r in good), halfjaar
    )


def fresh_name(rows: Iterable[Rij], start: str = "Uitruil") -> str:
    """Return a name that no agreement has.

    >>> fresh_name([Rij("Uitruil 1", "GM0106", -3)])
    'Uitruil 2'
    """
    taken = {row.uitruil.strip() for row in rows}
    return next(n for i in range(1, MOST_ROWS + 2) if (n := f"{start} {i}") not in taken)


def _faults(row: Rij, seen: Mapping[tuple[str, str], int]) -> list[str]:
    if row.leeg:
        return []
    name = row.uitruil.strip()
    found = []
    if not name:
        found.append("geen_naam")
    elif len(name) > MAX_NAME or not name.isprintable():
        found.append("naam_te_lang")
    if not row.gm_code:
        found.append("geen_gemeente")
    elif seen[name, row.gm_code] > 1:
        found.append("dubbel")
    if row.verschil is None:
        found.append("geen_verschil")
    elif row.verschil == 0:
        found.append("verschil_nul")
    return found
