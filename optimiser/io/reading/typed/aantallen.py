"""What a file of households and one of dwellings hold: counts, and nothing about anybody."""

from optimiser.io.reading.typed.tabel import Kolom, KolomSoort, LeveringTabel, must

WACHTKLASSEN = ("<=14", "15-26", ">26")
SOORTEN_WONING = ("permanent", "tussenvoorziening")
ZEKERHEDEN = ("vrij", "aangekondigd", "verwacht")


HUISHOUDENS = LeveringTabel(
    "huishoudens",
    "Huishoudens die een plek zoeken, in aantallen",
    (
        must("halfjaar", KolomSoort.HALFJAAR),
        must("coa_regio", KolomSoort.TEKST),
        must("personen", KolomSoort.AANTAL),
        must("wacht_op_nareis", KolomSoort.TEKST, "ja", "nee"),
        Kolom("wachtklasse", KolomSoort.TEKST, keuzes=WACHTKLASSEN),
        Kolom("band_regio", KolomSoort.TEKST),
        Kolom("band_hard", KolomSoort.TEKST, keuzes=("ja", "nee")),
        must("huishoudens", KolomSoort.AANTAL),
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
        must("halfjaar", KolomSoort.HALFJAAR),
        Kolom("maand", KolomSoort.AANTAL),
        must("gm_code", KolomSoort.CODE),
        must("klasse", KolomSoort.TEKST),
        must("soort", KolomSoort.TEKST, *SOORTEN_WONING),
        must("aantal", KolomSoort.AANTAL),
        must("zekerheid", KolomSoort.TEKST, *ZEKERHEDEN),
    ),
    ("halfjaar", "maand", "gm_code", "klasse", "soort", "zekerheid"),
    ("halfjaar",),
)
