"""Codes and names of gemeenten as people write them, and what became of those that are gone."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from optimiser.gegevens.indeling import GemeentenTabel

#: Names that everybody uses and CBS does not; plain form to gm_code.
WELL_KNOWN = {
    "den haag": "GM0518",
    "the hague": "GM0518",
    "den bosch": "GM0796",
    "nuenen": "GM0820",
    "nuenen ca": "GM0820",
    "nuenen c a": "GM0820",
    "de friese meren": "GM1940",
    "zuidwest friesland": "GM1900",
    "sudwest": "GM1900",
    "noordoost friesland": "GM1970",
    "bergen limburg": "GM0893",
    "bergen lb": "GM0893",
    "bergen noord holland": "GM0373",
    "hengelo ov": "GM0164",
    "hengelo overijssel": "GM0164",
    "middelburg zeeland": "GM0687",
    "rijswijk zuid holland": "GM0603",
    "laren noord holland": "GM0417",
    "stein limburg": "GM0971",
    "beek limburg": "GM0888",
}
_CODE = re.compile(r"GM[\s._-]*0*(\d{1,4})", re.ASCII | re.IGNORECASE)
_BESIDE = re.compile(
    r"(GM\d{4})\s*[-:,]?\s[^\d].{0,60}|.{0,60}[^\d\s]\s*[(\[]\s*(GM\d{4})\s*[)\]]",
    re.ASCII | re.IGNORECASE,
)
_BARE = re.compile(r"0*(\d{1,4})(?:[.,]0+)?", re.ASCII)
#: How alike a name must be to be suggested [0-100].
_ALIKE = 75


def plain_name(text: str) -> str:
    """Return a name without accents, capitals, marks and the word gemeente.

    >>> plain_name("Súdwest-Fryslân"), plain_name("'s-Gravenhage (gemeente)")
    ('sudwest fryslan', 's gravenhage')
    """
    apart = unicodedata.normalize("NFKD", text).casefold().replace("&", " en ")
    kept = "".join(c for c in apart if not unicodedata.combining(c))
    words = re.sub(r"[^a-z0-9]+", " ", re.sub(r"\((?:gemeente|gm)\)", "", kept)).split()
    return " ".join(words[1:] if words[:1] == ["gemeente"] and len(words) > 1 else words)


def completed_code(text: str, *, bare: bool = True) -> str | None:
    """Return a gm_code in full, None if it is none; a name beside it is no matter.

    >>> [completed_code(t) for t in ("14", "0014", "gm0014", "GM 0014", "14.0", "Groningen")]
    ['GM0014', 'GM0014', 'GM0014', 'GM0014', 'GM0014', None]
    >>> completed_code("Groningen (GM0014)"), completed_code("GM0014 Groningen")
    ('GM0014', 'GM0014')
    """
    stripped = text.strip()
    if (found := _BESIDE.fullmatch(stripped)) is not None:
        return (found[1] or found[2]).upper()
    found = _CODE.fullmatch(stripped) or (_BARE.fullmatch(stripped) if bare else None)
    return f"GM{int(found[1]):04d}" if found and int(found[1]) else None


@dataclass(frozen=True)
class Codebook:
    """Every gemeente of the embedded years.

    Attributes
    ----------
    names
        ``gm_code`` to its newest name.
    indelingen
        First year of each indeling to its codes, oldest first.
    spoken
        Plain name to the codes it can mean.
    vanished
        Code that is gone to what it became, in Dutch.
    """

    names: Mapping[str, str]
    indelingen: Mapping[int, frozenset[str]]
    spoken: Mapping[str, frozenset[str]]
    vanished: Mapping[str, str]

    def newest(self) -> frozenset[str]:
        """Return the codes of the newest indeling."""
        return self.indelingen[max(self.indelingen)]

    def codes_of(self, name: str) -> tuple[str, ...]:
        """Return the codes a name can mean; a gemeente that exists goes before one that is gone."""
        found = self.spoken.get(plain_name(name), frozenset())
        return tuple(sorted(found & self.newest() or found))

    def suggestions(self, name: str) -> list[str]:
        """Return at most three names that look like it."""
        from rapidfuzz import fuzz, process

        known = {plain: min(codes) for plain, codes in self.spoken.items()}
        found = process.extract(
            plain_name(name)[:80], known.keys(), scorer=fuzz.WRatio, limit=6, score_cutoff=_ALIKE
        )
        codes = dict.fromkeys(known[plain] for plain, _, _ in found)
        return [f"{self.names[code]} ({code})" for code in codes][:3]

    def explain(self, code: str) -> str:
        """Tell in Dutch why a code is not in the newest indeling; empty if it is.

        >>> from optimiser.io.reading.book import read_codebook
        >>> read_codebook().explain("GM0003")
        'GM0003 Appingedam is sinds 2021 Eemsdelta (GM1979)'
        """
        if code in self.newest():
            return ""
        since = min(self.indelingen)
        return self.vanished.get(code, f"{code} was in de jaren vanaf {since} geen gemeente")


def vanished_gemeenten(herindelingen: pd.DataFrame) -> dict[str, str]:
    """Tell of every code that is gone what it became, in Dutch.

    Parameters
    ----------
    herindelingen
        One row per old gemeente and successor.

    Returns
    -------
    dict
        Old ``gm_code`` to a sentence without a full stop.
    """
    told = {}
    for old, rows in herindelingen.groupby("oude_gm_code"):
        last = rows[rows["ingangsdatum"] == rows["ingangsdatum"].max()]
        went = [
            f"{name} ({code})"
            for code, name in zip(last["nieuwe_gm_code"], last["nieuwe_gemeente"], strict=True)
        ]
        what = went[0] if len(went) == 1 else f"verdeeld over {', '.join(went)}"
        year = last["ingangsdatum"].dt.year.iloc[0]
        told[str(old)] = f"{old} {last['oude_gemeente'].iloc[0]} is sinds {year} {what}"
    return told


def codebook_of(
    gemeenten: Mapping[int, tuple[GemeentenTabel, ...]], herindelingen: pd.DataFrame
) -> Codebook:
    """Make the book from the embedded figures."""
    names: dict[str, str] = {}
    spoken: dict[str, set[str]] = {}
    indelingen: dict[int, frozenset[str]] = {}
    for year in sorted(gemeenten):
        for table in gemeenten[year]:
            indelingen[table.indeling.vanaf] = frozenset(map(str, table.tabel.index))
            for code, name in table.tabel["gemeente"].items():
                names[str(code)] = re.sub(r" \(gemeente\)$", "", str(name))
                spoken.setdefault(plain_name(str(name)), set()).add(str(code))
                bare = plain_name(re.sub(r"\([^)]*\)", "", str(name)))
                spoken.setdefault(bare, set()).add(str(code))
    for name, code in WELL_KNOWN.items():
        if code in names:
            spoken.setdefault(name, set()).add(code)
    for old, name in zip(
        herindelingen["oude_gm_code"], herindelingen["oude_gemeente"], strict=True
    ):
        names.setdefault(str(old), str(name))
    known = {name: frozenset(codes) for name, codes in spoken.items()}
    return Codebook(
        names, dict(sorted(indelingen.items())), known, vanished_gemeenten(herindelingen)
    )
