"""The numbers of the kit as a workbook."""

import pandas as pd

from optimiser.io.writing.export import Sheet, to_xlsx
from optimiser.report.antwoord.no_answer import NO_ANSWER, marked_table, refusal_lines
from optimiser.report.antwoord.summary import conflict_sentences, repair_sentences, table_of
from optimiser.report.lrt.content import Stof
from optimiser.report.lrt.map_layers import numbers
from optimiser.report.lrt.slides.closing_slides import assumption_rows, source_rows
from optimiser.report.lrt.words import zin
from optimiser.report.vergelijking.notes import notes
from optimiser.report.vergelijking.tables import definitions, keys_table, measures_numbers

_WHOLE, _SIGNED = "#,##0", "+#,##0;-#,##0;0"


def workbook(stof: Stof) -> bytes:
    """Return an XLSX with every number of the slides, and those that did not fit on them.

    Text cells that a spreadsheet would read as a formula are neutralised.
    """
    lines = [
        stof.scenario.titel,
        *notes(stof.vergelijking, stof.gegevens),
        stof.herkomst,
        zin("bronnen_advies"),
    ]
    return to_xlsx([*_sheets(stof)], lines)


def _sheets(stof: Stof) -> list[Sheet]:
    table = numbers(stof).reset_index(names="gm_code")
    counts = [name for name in table.columns[3:] if pd.api.types.is_integer_dtype(table[name])]
    formats = {c: _SIGNED if str(c).startswith("verschil") else _WHOLE for c in counts}
    labels = stof.vergelijking.labels
    sheets = [
        Sheet("Gemeenten", table, counts, formats),
        Sheet(
            "Maten", measures_numbers(stof.vergelijking), (), dict.fromkeys(labels, "#,##0.0000")
        ),
        Sheet("Sleutels", keys_table(stof.vergelijking)),
        *_proposal(stof),
        Sheet("Definities", definitions()),
        Sheet(
            "Aannames",
            pd.DataFrame(assumption_rows(stof), columns=["aanname", "waarde", "status en bron"]),
        ),
        Sheet("Bronnen", pd.DataFrame(source_rows(stof), columns=["onderdeel", "herkomst"])),
    ]
    return sheets


def _proposal(stof: Stof) -> list[Sheet]:
    outcome = stof.uitkomst
    if outcome is None:
        return []
    sums = ["inwoners", "exact", "doel", "taakstelling", "verschil"]
    sheets = [
        Sheet(
            "Voorstel" if outcome.feasible else NO_ANSWER,
            marked_table(table_of(stof.verdeling, outcome), refusal_lines(outcome)),
            sums,
            {"exact": "#,##0.000"},
        ),
    ]
    if not outcome.feasible:
        told = [("knelpunt", line) for line in conflict_sentences(outcome)]
        told += [("zou helpen", line) for line in repair_sentences(outcome, None)]
        return [*sheets, Sheet("Knelpunten", pd.DataFrame(told, columns=["soort", "tekst"]))]
    deals = pd.DataFrame(
        [
            (
                one.gebied, one.afspraak.van, stof.naam(one.afspraak.van), one.afspraak.naar,
                stof.naam(one.afspraak.naar), one.afspraak.personen,
            )
            for one in stof.afspraken
        ],
        columns=["gebied", "van_code", "van", "naar_code", "naar", "personen"],
    )  # fmt: skip
    return [*sheets, Sheet("Afspraken", deals, ["personen"])]
