"""What a gemeente or region is behind or ahead, as far as it is known."""

from optimiser.compare.errors import RealisatieUnavailableError
from optimiser.compare.realisatie.beside import brought, realisatie
from optimiser.gegevens.gegevens import Gegevens
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.gegevens.provincies import provincie_code
from optimiser.report.gemeente.profile import Profiel
from optimiser.report.gemeente.sentences import persons
from optimiser.report.verloop.tables import course_table
from optimiser.report.verloop.words import tempo_sentence, unit_sentence
from optimiser.teksten.zinnen import sentence
from optimiser.tijd.grootboek import Grootboek
from optimiser.tijd.grootboek.course import Course


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
    course = boek.course()
    if profiel.soort == "gemeente" and (known := latest(boek, course, profiel.plek, halfjaar)):
        lines += known
    elif not lines:
        if profiel.soort == "gemeente":
            lines.append(sentence("gemeente", "saldo_gemeente", {}))
        elif profiel.soort != "provincie":
            lines.append(sentence("gemeente", "saldo_gebied", {}))
    place = profiel.naam if profiel.soort == "provincie" else profiel.provincie
    if place:
        known = latest(boek, course, provincie_code(place, gegevens.regios), halfjaar)
        lines += known if profiel.soort == "provincie" else known[:1]
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


def latest(boek: Grootboek, course: Course, code: str, halfjaar: str) -> list[str]:
    """Tell the stand of a unit in the last half-year up to this one in which it is known.

    The sentences are those of the page Verloop; none if it is never known.
    """
    if code not in course.eenheden:
        return []
    table = course_table(boek, course, code)
    serials = table["periode"].map(lambda one: Halfjaar.parse(str(one)).serial)
    table = table[table["saldo"].notna() & (serials <= Halfjaar.parse(halfjaar).serial)]
    if table.empty:
        return []
    row = table.iloc[-1].copy()
    if code.startswith("PV"):  # Groningen and Utrecht are gemeenten too
        row["naam"] = sentence("gemeente", "provincie", {"naam": row["naam"]})
    told = (unit_sentence(row, Halfjaar.parse(str(row["periode"]))), tempo_sentence(row))
    return [line for line in told if line]


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
