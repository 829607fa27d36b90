"""What a file of households and one of dwellings hold: counts, and nothing about anybody."""

from optimiser.io.reading.typed.tabel import Kolom, KolomSoort, LeveringTabel

WACHTKLASSEN = ("<=14", "15-26", ">26")
SOORTEN_WONING = ("permanent", "tussenvoorziening")
ZEKERHEDEN = ("vrij", "aangekondigd", "verwacht")


def _must(naam: str, soort: KolomSoort, *keuzes: str) -> Kolom:
    return Kolom(naam, soort, verplicht=True, keuzes=keuzes)


HUISHOUDENS = LeveringTabel(
    "huishoudens",
    "Huishoudens die een plek zoeken, in aantallen",
    (
        _must("halfjaar", KolomSoort.HALFJAAR),
        _must("coa_regio", KolomSoort.TEKST),
        _must("personen", KolomSoort.AANTAL),
        _must("wacht_op_nareis", KolomSoort.TEKST, "ja", "nee"),
        Kolom("wachtklasse", KolomSoort.TEKST, keuzes=WACHTKLASSEN),
        Kolom("band_regio", KolomSoort.TEKST),
        Kolom("band_hard", KolomSoort.TEKST, keuzes=("ja", "nee")),
        _must("huishoudens", KolomSoort.AANTAL),
    ),
    (
        "halfjaar", "coa_regio", "personen", "wacht_op_nareis", "wachtklasse", "band_regio",
        "band_hard",
    ),
    ("halfjaar",),
)  # fmt: skip
WONINGEN = LeveringTabel(
    "woningen",
    "Woningen voor vergunninghouders, in aantallen",
    (
        _must("halfjaar", KolomSoort.HALFJAAR),
        Kolom("maand", KolomSoort.AANTAL),
        _must("gm_code", KolomSoort.CODE),
        _must("klasse", KolomSoort.TEKST),
        _must("soort", KolomSoort.TEKST, *SOORTEN_WONING),
        _must("aantal", KolomSoort.AANTAL),
        _must("zekerheid", KolomSoort.TEKST, *ZEKERHEDEN),
    ),
    ("halfjaar", "maand", "gm_code", "klasse", "soort", "zekerheid"),
    ("halfjaar",),
)
