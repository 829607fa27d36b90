"""What was read from files of households and dwellings, and whether persons and asked agree."""

from optimiser.koppelen.eigen.huishoudens import EigenHuishoudens
from optimiser.koppelen.eigen.vraag import EigenAantallen
from optimiser.koppelen.eigen.woningen import EigenWoningen
from optimiser.teksten import counted
from optimiser.teksten.zinnen import sentence

#: Most names in one sentence.
SHOWN = 10


def eigen_lines(own: EigenAantallen) -> list[str]:
    """Tell what was read, and what of it does not count."""
    lines = [] if own.huishoudens is None else _households(own.huishoudens)
    return lines + ([] if own.woningen is None else _homes(own.woningen))


def basis_line(own: EigenAantallen) -> str:
    """Tell what is counted and what is assumed.

    >>> basis_line(EigenAantallen())
    'Huishoudens: aanname. Woningen: aanname. Wie past in welke woning: aanname.'
    """
    names = (own.huishoudens, own.woningen)
    told = ["aanname" if one is None else one.naam for one in names]
    return sentence("aantallen", "rust_op", {"huishoudens": told[0], "woningen": told[1]})


def closing_line(naam: str, personen: int, taakstelling: int) -> str | None:
    """Tell by how much households and taakstelling differ; None if they agree.

    >>> closing_line("Zuid", 90, 100)
    'Zuid: de huishoudens tellen 90 personen, de taakstelling is 100: 10 nog te koppelen.'
    """
    if personen == taakstelling:
        return None
    facts = {
        "naam": naam,
        "personen": counted(personen, "persoon", "personen"),
        "taakstelling": taakstelling,
        "verschil": abs(taakstelling - personen),
    }
    code = "nog_te_koppelen" if personen < taakstelling else "boven_taakstelling"
    return sentence("aantallen", code, facts)


def _households(own: EigenHuishoudens) -> list[str]:
    rows = own.rijen
    persons = int((rows["personen"] * rows["huishoudens"]).sum())
    facts = {
        "bestand": own.naam,
        "huishoudens": counted(int(rows["huishoudens"].sum()), "huishouden", "huishoudens"),
        "personen": counted(persons, "persoon", "personen"),
    }
    lines = [sentence("aantallen", "huishoudens_gelezen", facts)]
    bands = int(rows.loc[rows["band_regio"].notna(), "huishoudens"].sum())
    for code, count in (("wachten", own.wachten), ("banden", bands)):
        if count:
            told = counted(count, "huishouden", "huishoudens")
            lines.append(sentence("aantallen", code, {"huishoudens": told}))
    return lines


def _homes(own: EigenWoningen) -> list[str]:
    count = counted(int(own.tabel.to_numpy().sum()), "woning", "woningen")
    lines = [
        sentence("aantallen", "woningen_gelezen", {"bestand": own.naam, "woningen": count}),
    ]
    if own.verwacht:
        told = counted(own.verwacht, "woning", "woningen")
        lines.append(sentence("aantallen", "verwacht", {"woningen": told}))
    if own.tussenvoorziening:
        told = counted(own.tussenvoorziening, "plek", "plekken")
        lines.append(sentence("aantallen", "tussenvoorziening", {"plekken": told}))
    if own.zonder:
        more = " ..." if len(own.zonder) > SHOWN else ""
        told = counted(len(own.zonder), "gemeente", "gemeenten")
        facts = {"aantal": told, "namen": ", ".join(own.zonder[:SHOWN]) + more}
        lines.append(sentence("aantallen", "zonder_woningen", facts))
    return lines
