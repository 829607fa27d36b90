"""Templates of households and of dwellings: what ``koppel`` reads back."""

import pandas as pd

from optimiser.gegevens.gegevens import Gegevens
from optimiser.io.reading.typed.aantallen import (
    HUISHOUDENS,
    SOORTEN_WONING,
    WACHTKLASSEN,
    WONINGEN,
    ZEKERHEDEN,
)
from optimiser.io.writing.list_template import ROWS, ListColumn, LiveSum, list_template
from optimiser.koppelen.aannames import COA_REGIO, KLASSEN
from optimiser.koppelen.eigen.huishoudens import BAND_PER
from optimiser.koppelen.passend import LARGEST
from optimiser.teksten.meldingen import load_teksten
from optimiser.teksten.zinnen import sentence

_MOST = 99_999
_YES_NO = ("nee", "ja")


def huishoudens_template(gegevens: Gegevens) -> bytes:
    """Make the workbook for households: regions and bands to pick, persons that add up live."""
    regions = tuple(dict.fromkeys(COA_REGIO.values()))
    bands = tuple(sorted(gegevens.regios_of(BAND_PER, _newest(gegevens).index).dropna().unique()))
    columns = (
        ListColumn("halfjaar"),
        ListColumn("coa_regio", regions),
        ListColumn("personen", whole=(1, LARGEST)),
        ListColumn("wacht_op_nareis", _YES_NO),
        ListColumn("wachtklasse", WACHTKLASSEN),
        ListColumn("band_regio", bands, width=28),
        ListColumn("band_hard", _YES_NO),
        ListColumn("huishoudens", whole=(0, _MOST)),
    )
    sums = [
        LiveSum("huishoudens", "SUM({huishoudens})"),
        LiveSum("personen", "SUMPRODUCT({personen},{huishoudens})"),
    ]
    for naam in regions:
        own = f'({{coa_regio}}="{naam}")'
        persons = f"SUMPRODUCT({own}*{{personen}}*{{huishoudens}})"
        sums.append(LiveSum(f"huishoudens in {naam}", f"SUMPRODUCT({own}*{{huishoudens}})"))
        sums.append(LiveSum(f"personen in {naam}", persons))
    return list_template(_say("huishoudens"), columns, sums, _lines(HUISHOUDENS.naam))


def woningen_template(gegevens: Gegevens) -> bytes:
    """Make the workbook for dwellings: gemeenten and classes to pick, and what counts, live."""
    names = _newest(gegevens)["gemeente"]
    klassen = tuple(klasse.naam for klasse, _ in KLASSEN)
    columns = (
        ListColumn("halfjaar"),
        ListColumn("maand", whole=(1, 12)),
        ListColumn("gemeente", tuple(sorted(f"{n} ({c})" for c, n in names.items())), width=32),
        ListColumn("klasse", klassen),
        ListColumn("soort", SOORTEN_WONING, width=20),
        ListColumn("aantal", whole=(0, _MOST)),
        ListColumn("zekerheid", ZEKERHEDEN),
    )
    counts = 'SUMIFS({aantal},{soort},"permanent",{zekerheid},"<>verwacht"%s)'
    sums = [LiveSum("woningen die meetellen", counts % "")]
    sums += [LiveSum(f"meetellend van {k}", counts % f',{{klasse}},"{k}"') for k in klassen]
    sums.append(
        LiveSum("alleen verwacht, telt niet mee", 'SUMIFS({aantal},{zekerheid},"verwacht")')
    )
    return list_template(_say("woningen"), columns, sums, _lines(WONINGEN.naam))


def _newest(gegevens: Gegevens) -> pd.DataFrame:
    return gegevens.gemeenten[max(gegevens.gemeenten)][0].tabel


def _lines(soort: str) -> list[str]:
    """Return what the sheet that explains says, column by column, and what is never asked."""
    texts = load_teksten()["sjabloon_aantallen"]
    classes = ", ".join(f"{k.naam} voor {k.kleinste}-{k.grootste}" for k, _ in KLASSEN)
    own = sentence("sjabloon_aantallen", f"invullen_{soort}", {"rijen": ROWS})
    columns = [str(texts[f"{soort}_{naam}"]) for naam in texts[f"kolommen_{soort}"]]
    filled = [line.format_map({"klassen": classes, "grootste": LARGEST}) for line in columns]
    return [_say(soort), own, *filled, _say("som"), _say("nooit"), _say(f"gebruik_{soort}")]


def _say(code: str) -> str:
    return sentence("sjabloon_aantallen", code, {})
