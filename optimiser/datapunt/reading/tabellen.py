"""Which tables can be delivered: their columns and what makes a row unique."""

from optimiser.datapunt.reading.tabel import Kolom, Soort, Tabel


def _may(soort: Soort, *namen: str) -> tuple[Kolom, ...]:
    return tuple(Kolom(naam, soort) for naam in namen)


def _must(naam: str, soort: Soort, *keuzes: str) -> Kolom:
    return Kolom(naam, soort, verplicht=True, keuzes=keuzes)


_GM = _must("gm_code", Soort.CODE)
_PERIODE = _must("periode", Soort.HALFJAAR)
_PEILDATUM = _must("peildatum", Soort.DATUM)
_STATUS = ("raming", "voorlopig", "definitief")
_VERSCHOONBAAR = ("nee", "te_weinig_gekoppeld", "nareizigers", "overig")

_REALISATIE = Tabel(
    "realisatie",
    "Realisatie per gemeente",
    (
        _GM,
        _PERIODE,
        _PEILDATUM,
        _must("realisatie", Soort.AANTAL),
        *_may(Soort.AANTAL, "taakstelling", "gekoppeld"),
        *_may(Soort.SALDO, "saldo_begin", "saldo_eind", "correctie"),
        Kolom("status", Soort.TEKST, keuzes=_STATUS),
        *_may(Soort.TEKST, "bron"),
    ),
    ("periode", "peildatum", "gm_code"),
    ("periode", "peildatum"),
)
_INWONERS = Tabel(
    "inwoners",
    "Inwoners en woningen op 1 januari (CBS StatLine)",
    (
        _GM,
        _must("jaar", Soort.JAAR),
        _must("inwoners", Soort.AANTAL),
        *_may(Soort.AANTAL, "woningvoorraad", "huishoudens"),
        *_may(Soort.TEKST, "gemeente"),
    ),
    ("jaar", "gm_code"),
    ("jaar",),
)
_LANDELIJK = Tabel(
    "landelijk",
    "Bekendgemaakte landelijke taakstelling",
    (
        _PERIODE,
        _must("taakstelling", Soort.AANTAL),
        _must("datum", Soort.DATUM),
        _must("bron", Soort.TEKST),
        *_may(Soort.TEKST, "opmerking"),
    ),
    ("periode",),
    ("periode",),
)
_HERINDELING = Tabel(
    "herindeling",
    "Gemeentelijke herindelingen",
    (
        _must("ingangsdatum", Soort.DATUM),
        _must("oude_gm_code", Soort.CODE),
        _must("oude_gemeente", Soort.TEKST),
        _must("nieuwe_gm_code", Soort.CODE),
        _must("nieuwe_gemeente", Soort.TEKST),
        *_may(Soort.DATUM, "bestuurlijk"),
    ),
    ("ingangsdatum", "oude_gm_code", "nieuwe_gm_code"),
    ("ingangsdatum",),
)
_TAAKSTELLING = Tabel(
    "taakstelling",
    "Taakstelling per gemeente",
    (
        _GM,
        _PERIODE,
        _must("taakstelling", Soort.AANTAL),
        Kolom("herkomst", Soort.TEKST, keuzes=("berekend", "gepubliceerd", "na_uitruil")),
    ),
    ("periode", "gm_code"),
    ("periode",),
)
_LADDER = Tabel(
    "ladder",
    "Interventieladder en verschoonbaar",
    (
        _GM,
        _PEILDATUM,
        *_may(Soort.TEKST, "trede", "besluit", "toelichting"),
        *_may(Soort.DATUM, "sinds"),
        _must("verschoonbaar", Soort.TEKST, *_VERSCHOONBAAR),
        *_may(Soort.AANTAL, "personen"),
    ),
    ("peildatum", "gm_code"),
    ("peildatum",),
)
_NORMTIJD = Tabel(
    "normtijd",
    "Doorlooptijden tegen de norm",
    (
        _PEILDATUM,
        _must("gebied", Soort.TEKST),
        _must("fase", Soort.TEKST, "koppelen", "woning", "verhuizen", "totaal"),
        _must("norm_weken", Soort.AANTAL),
        *_may(Soort.AANTAL, "binnen", "boven", "mediaan_weken", "p90_weken"),
    ),
    ("peildatum", "gebied", "fase"),
    ("peildatum",),
)
_BEZETTING = Tabel(
    "bezetting",
    "Statushouders in de opvang",
    (
        _PEILDATUM,
        _must("coa_regio", Soort.TEKST),
        _must("statushouders", Soort.AANTAL),
        *_may(Soort.AANTAL, "waarvan_gekoppeld", "boven_14_weken", "boven_26_weken"),
    ),
    ("peildatum", "coa_regio"),
    ("peildatum",),
)
_KENMERKEN = Tabel(
    "kenmerken",
    "Huishoudens die wachten, in aantallen",
    (
        _PEILDATUM,
        _must("gebied", Soort.TEKST),
        _must("personen", Soort.AANTAL),
        _must("wacht_op_nareis", Soort.TEKST, "ja", "nee"),
        _must("wachtklasse", Soort.TEKST),
        _must("huishoudens", Soort.AANTAL),
    ),
    ("peildatum", "gebied", "personen", "wacht_op_nareis", "wachtklasse"),
    ("peildatum",),
)

#: By name, in the order in which a file is recognised.
TABELLEN: dict[str, Tabel] = {
    tabel.naam: tabel
    for tabel in (
        _REALISATIE, _INWONERS, _LANDELIJK, _HERINDELING, _TAAKSTELLING, _LADDER, _NORMTIJD,
        _BEZETTING, _KENMERKEN,
    )
}  # fmt: skip
