"""What a gemeente or region is behind or ahead, as far as it is known."""

import pandas as pd

from optimiser.compare.errors import RealisatieUnavailableError
from optimiser.compare.realisatie.beside import brought, realisatie
from optimiser.gegevens.gegevens import Gegevens
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.gegevens.provincies import provincie_code
from optimiser.report.gemeente.profile import Profiel
from optimiser.report.gemeente.sentences import persons
from optimiser.report.papier.words import day_in_words
from optimiser.teksten.zinnen import sentence
from optimiser.tijd.grootboek import Grootboek


def balance_lines(
    profiel: Profiel, halfjaar: str, gegevens: Gegevens, boek: Grootboek
) -> tuple[str, ...]:
    """Tell the achterstand or voorsprong: of the user's own figures, or of the province's ledger.

    Parameters
    ----------
    profiel
        Whose.
    halfjaar
        The half-year asked about.
    gegevens
        All figures, with the user's columns.
    boek
        The ledger of country and provinces.
    """
    lines = _own(profiel, halfjaar, gegevens)
    place = profiel.naam if profiel.soort == "provincie" else profiel.provincie
    if not lines:
        if profiel.soort == "gemeente":
            lines.append(sentence("gemeente", "saldo_gemeente", {}))
        elif profiel.soort != "provincie":
            lines.append(sentence("gemeente", "saldo_gebied", {}))
    if place and (row := latest(boek, provincie_code(place, gegevens.regios), halfjaar)):
        day, saldo = row
        facts = {"naam": place, "dag": day, "saldo": in_words(saldo)}
        lines.append(sentence("gemeente", "saldo_provincie", facts))
    return tuple(lines)


def in_words(saldo: int) -> str:
    """Say a saldo [personen]: above zero is behind, below is ahead.

    >>> in_words(12), in_words(-1)
    ('een achterstand van 12 personen', 'een voorsprong van 1 persoon')
    """
    if not saldo:
        return sentence("gemeente", "bij", {})
    code = "achterstand" if saldo > 0 else "voorsprong"
    return sentence("gemeente", code, {"aantal": persons(abs(saldo))})


def latest(boek: Grootboek, code: str, halfjaar: str) -> tuple[str, int] | None:
    """Return day and saldo of the last half-year before this one in which it is known."""
    for period in reversed(boek.perioden):
        if period.serial > Halfjaar.parse(halfjaar).serial:
            continue
        rows = boek.stand(period).eenheden
        if code in rows.index and not pd.isna(rows.at[code, "saldo"]):
            return day_in_words(rows.at[code, "peildatum"]), int(rows.at[code, "saldo"])
    return None


def _own(profiel: Profiel, halfjaar: str, gegevens: Gegevens) -> list[str]:
    if not brought(gegevens):
        return []
    try:
        rows = realisatie(profiel.wettelijk, gegevens).gemeenten
    except RealisatieUnavailableError:
        return []
    here = rows.loc[rows.index.isin(profiel.leden.index)].dropna(subset=["realisatie"])
    if here.empty:
        return []
    asked, done = int(here["taakstelling"].sum()), int(here["realisatie"].sum())
    facts = {"halfjaar": halfjaar, "realisatie": done, "taakstelling": asked}
    lines = [sentence("gemeente", "saldo_eigen", facts | {"saldo": in_words(asked - done)})]
    if len(here) < len(profiel.leden):
        known = {"bekend": len(here), "aantal": len(profiel.leden)}
        lines.append(sentence("gemeente", "saldo_eigen_deel", known))
    return lines
