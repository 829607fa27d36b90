"""Early warning in words: what stands out, how often such a sign was right, what it is not."""

import pandas as pd

from optimiser.teksten import decimal, percentage, whole
from optimiser.teksten.zinnen import sentence
from optimiser.tijd.grootboek.course import Course
from optimiser.tijd.grootboek.grootboek import Grootboek
from optimiser.tijd.sein.measured import THRESHOLD, measure_sein

#: Columns for a file or a table, in order.
SHOWN = (
    "code",
    "naam",
    "maanden_werk",
    "saldo",
    "naar_rato",
    "nodig_per_maand",
    "maal_tempo",
    "maal_hoogste",
    "opgave_maal_hoogste",
    "reeks",
    "leeftijd",
    "te_weinig_gekoppeld",
    "woningaanbod",
    "trede",
    "sinds",
    "verschoonbaar",
    "besluit",
    "wat_opvalt",
)


def sein_words(table: pd.DataFrame, book: Grootboek) -> pd.DataFrame:
    """Return the facts of ``sein_table`` with names and with what stands out in words."""
    out = table.reset_index(names="code")
    out.insert(1, "naam", [book.name_of(code) for code in out["code"]])
    out["wat_opvalt"] = [_words(row) for _, row in out.iterrows()]
    return out[list(SHOWN)]


def _words(row: pd.Series) -> str:
    facts = {
        "naar_rato": whole(row["naar_rato"]) if not pd.isna(row["naar_rato"]) else "",
        "maal_hoogste": _times(row["maal_hoogste"]),
        "opgave": _times(row["opgave_maal_hoogste"]),
        "reeks": "" if pd.isna(row["reeks"]) else int(row["reeks"]),
        "gekoppeld": "" if pd.isna(row["te_weinig_gekoppeld"]) else int(row["te_weinig_gekoppeld"]),
        "reden": row["verschoonbaar"],
    }
    return "; ".join(sentence("sein", code, facts) for code in row["feiten"])


def _times(value: float) -> str:
    return "" if pd.isna(value) else decimal(value, 2)


def sein_notes(course: Course, per: str) -> list[str]:
    """Tell how often the sign was right, and what the list is not."""
    prefix = {"provincie": "PV", "gemeente": "GM", "land": "NL"}[per]
    found = measure_sein(course, prefix)
    told = []
    if found.seinen:
        told.append(
            sentence(
                "sein",
                "gemeten",
                {
                    "drempel": decimal(THRESHOLD, 2),
                    "gevallen": found.gevallen,
                    "van": found.van,
                    "tot": found.tot,
                    "seinen": found.seinen,
                    "goed": found.goed,
                    "deel": percentage(found.goed / found.seinen, 0),
                    "slecht": found.slecht,
                    "gemist": found.gemist,
                },
            )
        )
    return [*told, *(sentence("sein", key, {}) for key in ("geen_kans", "ladder"))]
