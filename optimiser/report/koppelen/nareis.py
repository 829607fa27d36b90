"""Waiting for family in Dutch sentences, and as a table for who may see it."""

from collections.abc import Mapping, Sequence
from dataclasses import astuple, fields

import pandas as pd

from optimiser.io.writing.export import Sheet
from optimiser.koppelen.nareis.boeking import Nareisboeking
from optimiser.koppelen.nareis.varianten import Nareisvariant
from optimiser.koppelen.nareis.verdeling import Plekkenrij
from optimiser.lp.koppelen.cohorten import Nareisvraag
from optimiser.teksten import decimal
from optimiser.teksten.zinnen import sentence

#: The worked example of which an earlier calculation is known.
EXAMPLE = Nareisvraag((180,) * 4, (120,) * 4, (200,) * 4, (90,) * 4, 0, 4, 2)


def nareis_lines(naam: str, varianten: Sequence[Nareisvariant]) -> list[str]:
    """Tell each variant, and where places only move the queue."""
    halfjaren = varianten[0].vraag.halfjaren
    lines = [sentence("nareis", "kop", {"naam": naam, "halfjaren": halfjaren})]
    for one in varianten:
        sums = {field.name: _sum(one, field.name) for field in fields(Nareisboeking)}
        facts = {
            "wat": variant_name(one),
            "samen": one.persoon_halfjaren,
            "alleen": sums["coa_alleen"],
            "nareizigers": sums["coa_nareizigers"],
            "zelf": sums["coa_zelf"],
            "realisatie": sums["realisatie"] + sums["realisatie_nareis"],
            "nareis": sums["realisatie_nareis"],
            "verhuizingen": sums["verhuizingen"],
            "rij": one.rij,
            "gereserveerd": one.boekingen[-1].gereserveerd,
            "zonder": one.rij_zonder_plekken,
        }
        lines.append(sentence("nareis", "variant", facts))
        if one.vooruitschuiven:
            lines.append(sentence("nareis", "vooruitschuiven", facts))
    return lines


def _sum(variant: Nareisvariant, name: str) -> int:
    return sum(getattr(one, name) for one in variant.boekingen)


def variant_name(variant: Nareisvariant) -> str:
    """Name a variant by what differs."""
    code = "verruimd" if variant.vraag.verruimd else "extra" if variant.extra else "streng"
    return sentence("nareis", code, {"plekken": variant.vraag.plekken, "extra": variant.extra})


def assumption_lines(vraag: Nareisvraag, wacht: int, varianten: tuple[int, ...]) -> list[str]:
    """Tell every assumption with its value, how is counted, and what an earlier count differed in.

    ``varianten`` holds the numbers of places, and the extra family dwellings last.
    """
    facts = {
        "alleenstaanden": vraag.alleenstaanden[0] + vraag.wachtenden[0],
        "wachtenden": vraag.wachtenden[0],
        "wacht": decimal(wacht, 0),
        "gezin": vraag.gezinsgrootte,
        "duur": vraag.duur,
        "klein": vraag.klein[0],
        "gezinswoningen": vraag.gezin[0],
        "halfjaren": vraag.halfjaren,
    }
    told = ["aanname", "telling"]
    if (vraag, varianten) == (EXAMPLE, (150, 250, 40)):
        told.append("eerder")
    return [sentence("nareis", code, facts) for code in told]


def places_lines(rows: Sequence[Plekkenrij], verdeling: Mapping[str, int]) -> list[str]:
    """Tell per gemeente who counts there through the places."""
    lines = []
    for naam, plekken in verdeling.items():
        own = [row for row in rows if row.gemeente == naam]
        facts = {
            "gemeente": naam,
            "plekken": plekken,
            "bewoners": own[-1].bewoners if own else 0,
            "nieuw": sum(row.nieuw for row in own),
            "nareizigers": sum(row.nareizigers for row in own),
        }
        lines.append(sentence("nareis", "plekken", facts))
    return lines


def nareis_sheet(areas: Mapping[str, Sequence[Nareisvariant]]) -> Sheet:
    """Return every half-year of every variant and area: one row each."""
    names = [field.name for field in fields(Nareisboeking)]
    rows = [
        (naam, variant_name(variant), number, *astuple(one))
        for naam, varianten in areas.items()
        for variant in varianten
        for number, one in enumerate(variant.boekingen, start=1)
    ]
    return Sheet("Nareis", pd.DataFrame(rows, columns=["gebied", "variant", "halfjaar", *names]))
