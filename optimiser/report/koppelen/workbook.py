"""A plan as a workbook: the plan, what is left per gemeente, who has no place, what it rests on."""

from collections.abc import Sequence
from hashlib import sha256

import pandas as pd

from optimiser.io.writing.export import Sheet
from optimiser.koppelen.aannames import AANDEEL, KLASSEN
from optimiser.koppelen.eigen.vraag import EigenAantallen
from optimiser.koppelen.passend import check_passend
from optimiser.koppelen.plan import Koppelplan
from optimiser.koppelen.uitgangspunt import Uitgangspunt, supply
from optimiser.koppelen.vraag import Koppelvraag
from optimiser.koppelen.woningen import Woningklasse
from optimiser.report.koppelen.plan import plan_sheet, plan_table
from optimiser.report.koppelen.sentences import passend_lines
from optimiser.report.koppelen.tables import persons_of
from optimiser.teksten import load_teksten

#: Nothing brought: everything is assumed.
NOTHING_OWN = EigenAantallen()
_COUNT = "#,##0"


def plan_sheets(
    found: Koppelplan,
    vraag: Koppelvraag,
    start: Uitgangspunt,
    own: EigenAantallen = NOTHING_OWN,
) -> list[Sheet]:
    """Return the sheets of ``plan.xlsx``; only for who may see small numbers.

    Parameters
    ----------
    found, vraag
        The plan and what it answers.
    start
        Where its taakstelling comes from.
    own
        What a user brought in the place of assumptions.
    """
    saldo = found.saldo(vraag).rename_axis("gm_code").reset_index()
    counts = ("taakstelling", "gekoppeld", "afwijking")
    lost = unplaced_table(found, vraag)
    return [
        plan_sheet(found, vraag),
        Sheet("Saldo", saldo, counts, dict.fromkeys(counts, _COUNT)),
        Sheet("Niet geplaatst", lost, ("huishoudens", "personen_totaal")),
        Sheet("Verantwoording", account_table(found, vraag, start, own)),
    ]


def unplaced_table(found: Koppelplan, vraag: Koppelvraag) -> pd.DataFrame:
    """Return who has no place per area and size, with the sentence that says why."""
    rows = []
    for naam, left in found.niet_geplaatst.items():
        need, homes = vraag.huishoudens[naam], supply(vraag, naam)
        told = passend_lines(naam, need, homes, check_passend(need, homes, vraag.klassen))
        rows += [
            (naam, size, count, size * count, " ".join(told))
            for size, count in sorted(left.items())
            if count
        ]
    columns = ["gebied", "personen", "huishoudens", "personen_totaal", "waarom"]
    return pd.DataFrame(rows, columns=columns)


def account_table(
    found: Koppelplan, vraag: Koppelvraag, start: Uitgangspunt, own: EigenAantallen
) -> pd.DataFrame:
    """Return what a plan rests on: law, figures, hashes, each assumption, and every bound."""
    words, origin = load_teksten()["koppelen_verantwoording"], start.herkomst
    rows: list[tuple[str, object, str]] = [
        (words["wet"], origin.wet, ""),
        (words["gegevens"], origin.data_version, ""),
        (words["scenario"], f"{origin.scenario} ({origin.scenario_sha256})", ""),
        (words["programma"], origin.optimiser_version, ""),
        (words["plan"], plan_sha256(found), ""),
        (words["drempel"], vraag.drempel, ""),
        *_households(own),
        *_homes(start, own, vraag.klassen),
    ]
    stages = plan_table(found, vraag)
    for row in stages.to_dict("records"):
        for stap in (name for name in stages.columns if f"bewijs_{name}" in stages.columns):
            told = (f"{row['gebied']}: {words[stap]}", round(row[stap], 4))
            rows.append((*told, row[f"bewijs_{stap}"]))
    return pd.DataFrame(rows, columns=["onderdeel", "waarde", "status"])


def plan_sha256(found: Koppelplan) -> str:
    """Return the hash of the couplings: two plans with the same hash are the same."""
    ordered = found.koppelingen.sort_values(["gm_code", "personen", "klasse"])
    return sha256(ordered.to_csv(index=False, lineterminator="\n").encode()).hexdigest()[:12]


def _households(own: EigenAantallen) -> list[tuple[str, object, str]]:
    words = load_teksten()["koppelen_verantwoording"]
    if own.huishoudens is not None:
        return [(words["eigen_huishoudens"], own.huishoudens.naam, words["eigen"])]
    return [(words["huishouden"].format(n=s), _percent(v), "aanname") for s, v in AANDEEL.items()]


def _homes(
    start: Uitgangspunt, own: EigenAantallen, klassen: Sequence[Woningklasse]
) -> list[tuple[str, object, str]]:
    """Return who fits in which class, and how many dwellings there are of it."""
    words = load_teksten()["koppelen_verantwoording"]
    fits: list[tuple[str, object, str]] = [
        (words["klasse"].format(klasse=k.naam), persons_of(k), k.bron) for k in klassen
    ]
    if own.woningen is not None:
        return [*fits, (words["eigen_woningen"], own.woningen.naam, words["eigen"])]
    return [
        *fits,
        *((words["woning"].format(klasse=k.naam), _percent(v), "aanname") for k, v in KLASSEN),
        (words["aandeel"], start.aandeel, "aanname"),
        (words["mutatiegraad"], round(100 * start.mutatiegraad, 6), "aanname"),
    ]


def _percent(share: str) -> float:
    return round(100 * float(share), 6)
