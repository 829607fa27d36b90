"""A test of uitruil as a table and Dutch lines, for command line and app."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

import pandas as pd

from optimiser.teksten import percentage, whole
from optimiser.teksten.zinnen import sentence
from optimiser.uitruil.toets.beginstand import Beginstand
from optimiser.uitruil.toets.bevinding import Bevinding, Ernst, may_stand
from optimiser.uitruil.toets.measures import Oordeel
from optimiser.uitruil.toets.uitslag import NUMBERS, Toetsuitslag
from optimiser.uitruil.toets.vooruit import Vooruitslag
from optimiser.uitruil.voorstel import Voorstel

#: The road of a party to its number [personen].
ROAD = ("formule", "bindend", "voor", "verschil", "na")
#: How a finding starts in a line of text.
_MARKS = {Ernst.FOUT: "FOUT", Ernst.WAARSCHUWING: "Let op", Ernst.INFORMATIE: "Info"}


def finding_text(found: Bevinding, names: Mapping[str, str]) -> str:
    """Return a finding as one Dutch sentence.

    Parameters
    ----------
    found
        The finding.
    names
        Gm_code to name.
    """
    who = ", ".join(names.get(code, code) for code in found.gm_codes)
    return sentence("bevindingen", found.code, {"wie": who, **found.feiten})


def finding_lines(findings: Iterable[Bevinding], names: Mapping[str, str]) -> list[str]:
    """Return findings as lines, the gravest first."""
    order = list(Ernst)
    return [
        f"{_MARKS[found.ernst]}: {finding_text(found, names)}"
        for found in sorted(findings, key=lambda one: order.index(one.ernst))
    ]


def names_by_code(stand: Beginstand) -> dict[str, str]:
    """Return the name of every gemeente, with its code where it is not unique."""
    named = {code: party.naam for code, party in stand.gemeenten.items()}
    often = Counter(named.values())
    return {c: f"{n} ({c})" if often[n] > 1 else n for c, n in named.items()}


def toets_table(outcomes: Sequence[Toetsuitslag | Vooruitslag]) -> pd.DataFrame:
    """Return one row per half-year, agreement and party.

    Returns
    -------
    pandas.DataFrame
        ``uitruil, halfjaar, gm_code, gemeente, provincie``, ``formule, bindend, voor, verschil,
        na`` [personen], ``per_1000_voor, per_1000_na`` [personen per 1.000 inwoners],
        ``claim_voor, claim_na`` (part of the freed dwellings), ``oordeel, mag, reden``; NA where it
        is not available, or the number of the half-year is not announced.
    """
    rows: list[dict[str, object]] = []
    for one in outcomes:
        rows += _rows(one) if isinstance(one, Toetsuitslag) else vooruit_rows(one)
    table = pd.DataFrame(rows, columns=list(rows[0]) if rows else None)
    return table.astype(dict.fromkeys(set(ROAD) & set(table.columns), "Int64"))


def _rows(uitslag: Toetsuitslag) -> list[dict[str, object]]:
    names = names_by_code(uitslag.stand)
    return [
        {
            "uitruil": one.voorstel.naam,
            "halfjaar": one.voorstel.halfjaar,
            "gm_code": row.gm_code,
            "gemeente": row.gemeente,
            "provincie": row.provincie,
            **row.numbers,
            "oordeel": str(row.oordeel),
            "mag": "ja" if one.mag else "nee",
            "reden": refusals(one.bevindingen, names),
        }
        for one in uitslag.uitslagen
        for row in one.rijen
    ]


def vooruit_rows(vooruit: Vooruitslag) -> list[dict[str, object]]:
    """Return the same row per party where only differences are known."""
    parties = {} if vooruit.bekend is None else vooruit.bekend.gemeenten
    names = {} if vooruit.bekend is None else names_by_code(vooruit.bekend)
    return [
        {
            "uitruil": one.naam,
            "halfjaar": one.halfjaar,
            "gm_code": code,
            "gemeente": parties[code].naam if code in parties else code,
            "provincie": parties[code].provincie if code in parties else "",
            **dict.fromkeys(NUMBERS),
            "bindend": vooruit.bindend.get(code, 0),
            "verschil": count,
            "oordeel": str(Oordeel.ONBEKEND),
            "mag": "ja" if may_stand(found) else "nee",
            "reden": refusals(found, names),
        }
        for one, found in zip(vooruit.voorstellen, vooruit.bevindingen, strict=True)
        for code, count in one.verschillen
    ]


def refusals(findings: Iterable[Bevinding], names: Mapping[str, str]) -> str:
    """Return why an agreement may not stand; empty if it may."""
    return " ".join(finding_text(f, names) for f in findings if f.ernst is Ernst.FOUT)


def vooruit_lines(vooruit: Vooruitslag) -> list[str]:
    """Return the findings per agreement where only differences are known."""
    names = {} if vooruit.bekend is None else names_by_code(vooruit.bekend)
    lines = []
    for one, found in zip(vooruit.voorstellen, vooruit.bevindingen, strict=True):
        lines += _verdict(one, found, names)
    return lines


def _verdict(
    voorstel: Voorstel, findings: Sequence[Bevinding], names: Mapping[str, str]
) -> list[str]:
    verdict = "kan doorgaan" if may_stand(findings) else "GEWEIGERD"
    lines = (f"  {line}" for line in finding_lines(findings, names))
    return [f"{voorstel.naam}: {verdict}", *lines]


def toets_lines(uitslag: Toetsuitslag) -> list[str]:
    """Return the findings per agreement and together, and the sums that did not change."""
    names = names_by_code(uitslag.stand)
    lines = []
    for one in uitslag.uitslagen:
        lines += _verdict(one.voorstel, one.bevindingen, names)
    lines.append("Alle overeenkomsten samen: " + ("akkoord" if uitslag.mag else "GEWEIGERD"))
    lines += [f"  {line}" for line in finding_lines(uitslag.samen, names)]
    lines += [f"  {line}" for line in region_lines(uitslag)]
    lines.append(
        f"Nederland: {whole(uitslag.som_voor)} personen vóór en {whole(uitslag.som_na)} na."
    )
    return lines


def region_lines(uitslag: Toetsuitslag, gebied: str = "provincie") -> list[str]:
    """Return the sums of the regions that have a party, before and after."""
    touched = {
        uitslag.stand.regios[gebied].get(code)
        for one in uitslag.uitslagen
        for code, _ in one.voorstel.verschillen
    }
    return [
        f"{gebied} {name}: {whole(before)} vóór, {whole(after)} na"
        + ("" if before == after else " (verandert)")
        for name, (before, after) in uitslag.per_regio(gebied).items()
        if name in touched
    ]


def as_percentage(share: Fraction | None) -> str:
    r"""Write a part of the freed dwellings; not available stays so.

    >>> as_percentage(None), as_percentage(Fraction(1, 8))
    ('niet beschikbaar', '12,5\xa0%')
    """
    return "niet beschikbaar" if share is None else percentage(share)
