"""Half-years together as tables and sentences."""

from collections.abc import Sequence

import pandas as pd

from optimiser.teksten import load_teksten, whole
from optimiser.tijd.jaren.answer import Jaren, late_of
from optimiser.tijd.jaren.facility import FacilityYield
from optimiser.tijd.jaren.question import YearsQuestion
from optimiser.tijd.jaren.room import Shortage, find_behind, find_region_shortages

#: How many short areas are told in sentences; the table has them all.
TOLD = 12


def cells_table(jaren: Jaren) -> pd.DataFrame:
    """Return one row per gemeente and half-year, with what explains it.

    Columns: ``gm_code``, ``gemeente``, ``gebied``, ``halfjaar``, ``aanspraak`` (exact claim),
    ``wettelijk`` (before exchange), ``taakstelling`` (after), ``woningen`` (room), ``plekken``,
    ``bewoners`` (of places), ``achterstand`` at the end [personen].
    """
    question = jaren.question
    names = question.table["gemeente"].to_dict()
    rows = []
    for answer, g, t in jaren.cells():
        region = answer.region
        code = region.gm_codes[g]
        rows.append(
            {
                "gm_code": code,
                "gemeente": names[code],
                "gebied": region.naam,
                "halfjaar": str(question.halfjaren[t]),
                "aanspraak": question.shares[t][code] * question.totals[t],
                "wettelijk": question.statutory[t][code],
                "taakstelling": answer.asked[g][t],
                "woningen": region.dwellings[g][t] if code in question.dwellings else pd.NA,
                "plekken": region.places[g][t],
                "bewoners": answer.residents[g][t],
                "achterstand": answer.late[g][t],
            }
        )
    return pd.DataFrame(rows).sort_values(["gm_code", "halfjaar"], ignore_index=True)


def late_table(jaren: Jaren) -> pd.DataFrame:
    """Return achterstand per area that ever has any, a column per half-year, and the total."""
    halfjaren = [str(halfjaar) for halfjaar in jaren.question.halfjaren]
    rows = {answer.region.naam: late_of(answer) for answer in jaren.answers}
    short = sorted((naam for naam, row in rows.items() if any(row)), key=lambda n: -max(rows[n]))
    shown = {naam: rows[naam] for naam in short} | {"Nederland": jaren.late}
    return pd.DataFrame(
        [{"gebied": naam} | dict(zip(halfjaren, row, strict=True)) for naam, row in shown.items()]
    )


def behind_table(question: YearsQuestion) -> pd.DataFrame:
    """Return who cannot catch up within the horizon: claim, room and what is short [personen]."""
    names = question.table["gemeente"].to_dict()
    rows = [
        {
            "gm_code": one.gm_code,
            "gemeente": names[one.gm_code],
            "gebied": one.gebied,
            "aanspraak": float(one.claim),
            "ruimte": one.room,
            "tekort": float(one.short),
        }
        for one in find_behind(question.regions)
    ]
    columns = ["gm_code", "gemeente", "gebied", "aanspraak", "ruimte", "tekort"]
    return pd.DataFrame(rows, columns=columns)


def facility_table(yields: Sequence[FacilityYield], question: YearsQuestion) -> pd.DataFrame:
    """Return per facility and half-year: open, achterstand without and with it [personen]."""
    return pd.DataFrame(
        [
            {
                "voorziening": one.facility.naam,
                "halfjaar": str(halfjaar),
                "open": "ja" if one.open[t] else "nee",
                "zonder": one.without[t],
                "met": one.with_it[t],
                "verschil": one.with_it[t] - one.without[t],
            }
            for one in yields
            for t, halfjaar in enumerate(question.halfjaren)
        ],
        columns=["voorziening", "halfjaar", "open", "zonder", "met", "verschil"],
    )


def shortage_sentence(shortage: Shortage, question: YearsQuestion) -> str:
    """Return "van 2026-2 t/m 2027-1 kan X hoogstens 84 huisvesten"."""
    one = shortage.first == shortage.last
    text = load_teksten()["meerjaren"]["tekort_een" if one else "tekort"]
    return str(text).format(
        van=question.halfjaren[shortage.first],
        tot=question.halfjaren[shortage.last],
        naam=shortage.naam,
        ruimte=whole(shortage.room),
        gevraagd=whole(shortage.asked),
        tekort=whole(shortage.short),
    )


def facility_sentence(one: FacilityYield) -> str:
    """Return what a facility brings and what comes back."""
    texts = load_teksten()["meerjaren"]
    back = one.back_at_closing
    end = texts["blijft_open"] if back is None else texts["terug"].format(terug=whole(back))
    part = one.facility.doorstroom
    moves = texts["geen_doorstroom" if part is None else "doorstroom"].format(
        doorstroom=whole((part or 0) * 100), plaatsingen=whole(one.placements)
    )
    return str(
        texts["voorziening"].format(
            naam=one.facility.naam,
            plekken=whole(one.facility.plekken),
            opening=one.facility.opening,
            halfjaren=one.facility.halfjaren,
            gewonnen=whole(one.gained),
            terug=end,
            doorstroom=moves,
        )
    )


def moved_sentence(jaren: Jaren, *, least: bool) -> str:
    """Tell how many persons stand elsewhere than the law puts them, and whether fewer could."""
    code = "minst_verplaatst" if least else "verplaatst"
    return str(load_teksten()["meerjaren"][code]).format(aantal=whole(jaren.moved))


def sentences(jaren: Jaren, yields: Sequence[FacilityYield]) -> list[str]:
    """Return what must stand beside the tables, in Dutch."""
    question, texts = jaren.question, load_teksten()["meerjaren"]
    short = find_region_shortages(question)
    lines = [shortage_sentence(one, question) for one in short[:TOLD]]
    if len(short) > TOLD:
        lines.append(texts["meer_tekort"].format(aantal=len(short) - TOLD))
    lines += [facility_sentence(one) for one in yields]
    behind = len(find_behind(question.regions))
    lines.append(texts["niet_inlopen" if behind else "iedereen_loopt_in"].format(aantal=behind))
    same = jaren.late == jaren.least_late
    lines.append(texts["bewijs" if same else "geen_bewijs"])
    milp = jaren.by_milp
    lines.append(texts["geheel_milp" if milp else "geheel_lp"].format(gebieden=", ".join(milp)))
    if not question.dwellings:
        lines.append(texts["geen_grens"])
    lines.append(texts["aannames"].format(peiljaar=question.peiljaar))
    if question.tijd.verdeling.afronding != "per_halfjaar":
        lines.append(texts["wetswijziging"])
    return lines
