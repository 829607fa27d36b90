"""Why this number: the steps from figures to persons of one gemeente, as facts.

The Dutch sentences are made in ``optimiser.report.antwoord.waarom``; here are numbers and names.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

import pandas as pd

from optimiser.compare.gemeente.deler import common_divisor
from optimiser.compare.gemeente.zoek import find_gemeente
from optimiser.compare.keuze import SleutelKeuze, options_for
from optimiser.compare.memory import answer as answer_of
from optimiser.compare.vraag import Vraag
from optimiser.gegevens.gegevens import Gegevens
from optimiser.rounding.batch import OFFSETS
from optimiser.solve.result import Verdeling
from optimiser.verdeelsleutels import SleutelOpties, find, shares


@dataclass(frozen=True)
class Stap:
    """One step: the name of its sentence, and the facts that fill it."""

    naam: str
    feiten: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Waarom:
    """The steps of one gemeente under one key.

    Attributes
    ----------
    gm_code, gemeente
        Whose number it is.
    stappen
        In order.
    verdeling
        The answer the number comes from.
    """

    gm_code: str
    gemeente: str
    stappen: tuple[Stap, ...]
    verdeling: Verdeling


def explain_taakstelling(
    gemeente: str, keuze: SleutelKeuze, vraag: Vraag, gegevens: Gegevens
) -> Waarom:
    """Tell step by step how a gemeente comes to its number.

    Parameters
    ----------
    gemeente
        Code or name.
    keuze
        The key.
    vraag
        Half-year, rounding and figures; its reference is compared with at the end.
    gegevens
        All figures.

    Raises
    ------
    UnknownGemeenteError
        If there is no such gemeente.
    OptimiserError
        If the key cannot be computed.

    Examples
    --------
    >>> from optimiser.compare.vraag import WETTELIJK
    >>> from optimiser.io.gegevens import read_embedded
    >>> found = explain_taakstelling("Groningen", WETTELIJK, Vraag("2025-2"), read_embedded())
    >>> [stap.naam for stap in found.stappen]
    ['landelijk', 'uitleg', 'cijfer', 'aandeel', 'exact', 'deler', 'uitkomst']
    """
    answer = answer_of(vraag.scenario(keuze), gegevens)
    table = gegevens.figures(answer.herkomst.peiljaar, vraag.indeling).tabel
    code = find_gemeente(gemeente, answer.gemeenten["gemeente"])
    row = answer.gemeenten.loc[code]
    halfjaar = {"halfjaar": vraag.halfjaar, "totaal": answer.wanted}
    steps = [Stap("landelijk", halfjaar | {"eigen": vraag.totaal is not None})]
    steps += _from_figures(code, keuze, table, answer, gegevens)
    steps.append(Stap("exact", {"exact": row["exact"], "totaal": answer.wanted}))
    inside = list(_row_codes(keuze, code, table, gegevens))
    if keuze.opties.gebied is not None and vraag.afronding in OFFSETS:
        steps.append(_first_tier(code, inside, keuze, vraag, gegevens))
    steps += _rounding(code, vraag, answer, inside)
    steps.append(Stap("uitkomst", {"personen": int(row["taakstelling"])}))
    if keuze.label != vraag.tegen.label:
        other = answer_of(vraag.scenario(vraag.tegen), gegevens)
        was = int(other.gemeenten.at[code, "taakstelling"])
        change = {"was": was, "verschil": int(row["taakstelling"]) - was}
        steps.append(Stap("vergelijking", change | {"tegen": vraag.tegen.titel}))
    return Waarom(code, str(row["gemeente"]), tuple(steps), answer)


def _from_figures(
    code: str, keuze: SleutelKeuze, table: pd.DataFrame, answer: Verdeling, gegevens: Gegevens
) -> Iterator[Stap]:
    """Yield the steps up to the share."""
    opties = keuze.opties.adjusted(totaal=answer.wanted)
    for part in keuze.parts:
        yield from _figures_of(code, part, opties, table, answer)
        if part != keuze.sleutel:
            share = shares(part, table, options_for(opties, part))[code]
            facts = {"sleutel": find(part).titel, "aandeel": share}
            weight = (opties.gewichten or {}).get(part)
            yield (
                Stap("deelaandeel", facts)
                if weight is None
                else Stap("gewogen", facts | {"gewicht": Fraction(weight) / 100})
            )
    if opties.gebied is not None:
        groups = gegevens.regios_of(opties.gebied, table.index)
        inside = groups[groups == groups[code]].index
        region = sum(answer.gemeenten.loc[inside, "aandeel"], Fraction(0))
        persons = int(answer.gemeenten.loc[inside, "taakstelling"].sum())
        yield Stap("gebied", {"gebied": groups[code], "aandeel": region, "personen": persons})
    yield Stap("aandeel", {"aandeel": answer.gemeenten.at[code, "aandeel"]})


def _figures_of(
    code: str, naam: str, opties: SleutelOpties, table: pd.DataFrame, answer: Verdeling
) -> Iterator[Stap]:
    key = find(naam)
    columns = [str(opties.kolom)] if naam == "eigen" else [*key.columns]
    columns += [column for column in key.optional if column in table.columns]
    yield Stap("uitleg", {"sleutel": key.titel, "uitleg": key.toelichting.uitleg})
    bron = {"peiljaar": str(answer.herkomst.peiljaar), "sleutel": key.titel}
    for column in columns:
        value = Fraction(str(table.at[code, column]))
        facts = bron | {"kolom": column, "waarde": value}
        if column.startswith("pct_") or column in {"ses_woa", "mutatiegraad"}:
            yield Stap("kenmerk", facts)
        else:
            together = sum((Fraction(str(v)) for v in table[column]), Fraction(0))
            own = "eigen_cijfer" if naam == "eigen" else "cijfer"  # its date is the user's
            yield Stap(own, facts | {"landelijk": together})
    if len(columns) > 1:
        weights = [Fraction(str(w)) for w in key.weigh(table[columns], opties)]
        own_weight = weights[table.index.get_loc(code)]
        told = {"sleutel": key.titel, "waarde": own_weight, "landelijk": sum(weights, Fraction(0))}
        yield Stap("gewicht_samen", told)


def _row_codes(
    keuze: SleutelKeuze, code: str, table: pd.DataFrame, gegevens: Gegevens
) -> Iterator[str]:
    """Yield the gemeenten among which the key divides: its region, or all."""
    if keuze.opties.gebied is None:
        yield from table.index
        return
    groups = gegevens.regios_of(keuze.opties.gebied, table.index)
    yield from groups[groups == groups[code]].index


def _first_tier(
    code: str, inside: list[str], keuze: SleutelKeuze, vraag: Vraag, gegevens: Gegevens
) -> Stap:
    """Tell what the region has together in the table of the first key."""
    first = SleutelKeuze(str(keuze.opties.eerst), str(keuze.opties.eerst))
    rows = answer_of(vraag.scenario(first), gegevens).gemeenten
    facts = {
        "sleutel": first.titel,
        "afronding": vraag.afronding,
        "deler": common_divisor(
            zip(rows["exact"], rows["taakstelling"], strict=True), vraag.afronding
        ),
        "gebied": gegevens.regios_of(str(keuze.opties.gebied), rows.index)[code],
        "personen": int(rows.loc[inside, "taakstelling"].sum()),
    }
    return Stap("eerste_trap", facts)


def _rounding(code: str, vraag: Vraag, answer: Verdeling, inside: list[str]) -> Iterator[Stap]:
    """Yield the rounding: with the common divisor of those it divides among, if there is one."""
    method = vraag.afronding
    if method not in OFFSETS:
        yield Stap("afronding", {"afronding": method})
        return
    rows = answer.gemeenten.loc[inside]
    whole = Fraction(int(rows["taakstelling"].sum())) / sum(rows["exact"], Fraction(0))
    exact = rows["exact"] * (whole if len(inside) < len(answer.gemeenten) else 1)
    divisor = common_divisor(zip(exact, rows["taakstelling"], strict=True), method)
    own = Fraction(exact[code])
    facts = {"afronding": method, "deler": divisor, "quotient": own / divisor, "exact": own}
    yield Stap("deler", facts)
