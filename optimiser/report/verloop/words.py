"""What stands beside the numbers of the ledger: how far, how sure, resting on what."""

from typing import TYPE_CHECKING

import pandas as pd

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.teksten import decimal, percentage, signed, whole
from optimiser.teksten.zinnen import sentence
from optimiser.tijd.grootboek.boeking import NEDERLAND
from optimiser.tijd.grootboek.course import Course
from optimiser.tijd.grootboek.grootboek import Grootboek
from optimiser.tijd.grootboek.levels import sum_gemeenten
from optimiser.tijd.grootboek.stand import stand_at
from optimiser.tijd.grootboek.structural import realisatiegraden, structural_achterstand

if TYPE_CHECKING:
    from optimiser.gegevens.gegevens import Gegevens

#: Taakstelling of a half-year about which the report's chapter 2 speaks [personen].
REPORT_SIZE = 6000
#: Half-years with a taakstelling this close are alike.
ALIKE = 0.05


def saldo_words(saldo: int) -> str:
    """Write a saldo with its word.

    >>> saldo_words(3728), saldo_words(-1793), saldo_words(0)
    ('achterstand van 3.728', 'voorsprong van 1.793', 'geen achterstand')
    """
    if saldo == 0:
        return "geen achterstand"
    return f"{'achterstand' if saldo > 0 else 'voorsprong'} van {whole(abs(saldo))}"


def unit_sentence(row: pd.Series, periode: Halfjaar) -> str:
    """Tell the stand of one unit in one sentence; a half-year under way is never an achterstand."""
    facts = {"naam": row["naam"], "periode": str(periode)}
    if pd.isna(row["saldo"]):
        return sentence("saldo", "onbekend", facts)
    if not pd.isna(row["naar_rato"]):
        day = f"{row['peildatum']:%d-%m-%Y}"
        facts |= {"dag": day, "open": int(row["saldo"]), "maanden": _months(row, periode)}
        return sentence("saldo", "onderweg", facts | {"naar_rato": signed(row["naar_rato"])})
    told = {"saldo": saldo_words(int(row["saldo"])), "maanden": _work(row)}
    code = "eind" if row["beginstand"] else "eind_vanaf"
    return sentence("saldo", code, facts | told | {"vanaf": row["vanaf"]})


def tempo_sentence(row: pd.Series) -> str | None:
    """Tell the pace that is needed against the pace so far and the best half-year."""
    if pd.isna(row["maal_tempo"]) or pd.isna(row["maal_hoogste"]):
        return None
    return sentence(
        "saldo",
        "tempo",
        {
            "nodig": decimal(row["nodig_per_maand"], 0),
            "tempo": decimal(row["maal_tempo"], 2),
            "hoogste": decimal(row["maal_hoogste"], 2),
            "periode": row["hoogste_periode"],
            "nooit": sentence("saldo", "nooit", {}) if row["maal_hoogste"] > 1 else "",
        },
    ).strip()


def notes(book: Grootboek) -> list[str]:
    """Tell what every table of the ledger rests on."""
    keys = ("formule", "naar_rato", "bekend", "wet")
    return [*(sentence("saldo", key, {}) for key in keys), *book.bronnen]


def structural_sentence(course: Course, taakstelling: int = REPORT_SIZE) -> str:
    """Tell the achterstand that stays, with rho from the ledger, beside the report's passage.

    rho is that of the half-years that are over and had about this taakstelling (within 5 %).
    """
    row = course.eenheden.get_loc(NEDERLAND)
    asked = dict(zip(map(str, course.perioden), course.parts["taakstelling"][row], strict=True))
    alike = [
        one.rho
        for one in realisatiegraden(course)
        if one.rho <= 1 and abs(asked[one.periode] - taakstelling) <= ALIKE * taakstelling
    ]
    if not alike:
        return sentence("saldo", "structureel_onbekend", {"taakstelling": taakstelling})
    rhos = (min(alike), sum(alike) / len(alike), max(alike))
    saldi = [whole(round(structural_achterstand(taakstelling, rho))) for rho in rhos]
    return sentence(
        "saldo",
        "structureel",
        {
            "taakstelling": taakstelling,
            "rho": " / ".join(percentage(rho, 1) for rho in rhos),
            "n": len(alike),
            "saldi": " / ".join(saldi),
        },
    )


def sum_sentences(course: Course, periode: Halfjaar, gegevens: "Gegevens") -> list[str]:
    """Tell the sum of the gemeenten over the country, and whether every one is known."""
    stand = stand_at(course, periode)
    if stand.of_level("gemeente").empty:
        return []
    land = sum_gemeenten(stand, gegevens.regios["provincie_code"]).loc[NEDERLAND]
    facts = {name: int(land[name]) for name in ("saldo", "bekend", "gemeenten")}
    note = "" if land["volledig"] else sentence("saldo", "onvolledig", {})
    return [sentence("saldo", "som", facts | {"saldo": signed(facts["saldo"]), "volledig": note})]


def _months(row: pd.Series, periode: Halfjaar) -> str:
    left = 6 - periode.maanden_verstreken(row["peildatum"])
    return decimal(left, 0 if left.denominator == 1 else 1)


def _work(row: pd.Series) -> str:
    months = row["maanden_werk"]
    return "" if pd.isna(months) else f" ({signed(float(months), 1)} maanden werk)"
