"""Which tables can be delivered: their columns and what makes a row unique."""

from optimiser.io.reading.typed.tabel import Kolom, KolomSoort, LeveringTabel, must


def _may(soort: KolomSoort, *namen: str) -> tuple[Kolom, ...]:
    return tuple(Kolom(naam, soort) for naam in namen)


_GM = must("gm_code", KolomSoort.CODE)
_PERIODE = must("periode", KolomSoort.HALFJAAR)
_PEILDATUM = must("peildatum", KolomSoort.DATUM)
_STATUS = ("raming", "voorlopig", "definitief")
_VERSCHOONBAAR = ("nee", "te_weinig_gekoppeld", "nareizigers", "overig")

_REALISATIE = LeveringTabel(
    "realisatie",
    "Realisatie per gemeente",
    (
        _GM,
        _PERIODE,
        _PEILDATUM,
        Kolom("realisatie", KolomSoort.AANTAL, verplicht=True, leeg_mag=True),
        *_may(KolomSoort.AANTAL, "taakstelling", "gekoppeld"),
        *_may(KolomSoort.SALDO, "saldo_begin", "saldo_eind", "correctie"),
        Kolom("status", KolomSoort.TEKST, keuzes=_STATUS),
        *_may(KolomSoort.TEKST, "bron"),
    ),
    ("periode", "peildatum", "gm_code"),
    ("periode", "peildatum"),
)
_INWONERS = LeveringTabel(
    "inwoners",
    "Inwoners en woningen op 1 januari (CBS StatLine)",
    (
        _GM,
        must("jaar", KolomSoort.JAAR),
        must("inwoners", KolomSoort.AANTAL),
        *_may(KolomSoort.AANTAL, "woningvoorraad", "huishoudens"),
        *_may(KolomSoort.TEKST, "gemeente"),
    ),
    ("jaar", "gm_code"),
    ("jaar",),
)
_LANDELIJK = LeveringTabel(
    "landelijk",
    "Bekendgemaakte landelijke taakstelling",
    (
        _PERIODE,
        must("taakstelling", KolomSoort.AANTAL),
        must("datum", KolomSoort.DATUM),
        must("bron", KolomSoort.TEKST),
        *_may(KolomSoort.TEKST, "opmerking"),
    ),
    ("periode",),
    ("periode",),
)
_HERINDELING = LeveringTabel(
    "herindeling",
    "Gemeentelijke herindelingen",
    (
        must("ingangsdatum", KolomSoort.DATUM),
        must("oude_gm_code", KolomSoort.CODE),
        must("oude_gemeente", KolomSoort.TEKST),
        must("nieuwe_gm_code", KolomSoort.CODE),
        must("nieuwe_gemeente", KolomSoort.TEKST),
        *_may(KolomSoort.DATUM, "bestuurlijk"),
    ),
    ("ingangsdatum", "oude_gm_code", "nieuwe_gm_code"),
    ("ingangsdatum",),
)
_TAAKSTELLING = LeveringTabel(
    "taakstelling",
    "Taakstelling per gemeente",
    (
        _GM,
        _PERIODE,
        must("taakstelling", KolomSoort.AANTAL),
        Kolom("herkomst", KolomSoort.TEKST, keuzes=("berekend", "gepubliceerd", "na_uitruil")),
    ),
    ("periode", "gm_code"),
    ("periode",),
)
_LADDER = LeveringTabel(
    "ladder",
    "Interventieladder en verschoonbaar",
    (
        _GM,
        _PEILDATUM,
        *_may(KolomSoort.TEKST, "trede", "besluit", "toelichting"),
        *_may(KolomSoort.DATUM, "sinds"),
        must("verschoonbaar", KolomSoort.TEKST, *_VERSCHOONBAAR),
        *_may(KolomSoort.AANTAL, "personen"),
    ),
    ("peildatum", "gm_code"),
    ("peildatum",),
)
_NORMTIJD = LeveringTabel(
    "normtijd",
    "Doorlooptijden tegen de norm",
    (
        _PEILDATUM,
        must("gebied", KolomSoort.TEKST),
        must("fase", KolomSoort.TEKST, "koppelen", "woning", "verhuizen", "totaal"),
        must("norm_weken", KolomSoort.AANTAL),
        *_may(KolomSoort.AANTAL, "binnen", "boven", "mediaan_weken", "p90_weken"),
    ),
    ("peildatum", "gebied", "fase"),
    ("peildatum",),
)
_BEZETTING = LeveringTabel(
    "bezetting",
    "Statushouders in de opvang",
    (
        _PEILDATUM,
        must("coa_regio", KolomSoort.TEKST),
        must("statushouders", KolomSoort.AANTAL),
        *_may(KolomSoort.AANTAL, "waarvan_gekoppeld", "boven_14_weken", "boven_26_weken"),
    ),
    ("peildatum", "coa_regio"),
    ("peildatum",),
)
_KENMERKEN = LeveringTabel(
    "kenmerken",
    "Huishoudens die wachten, in aantallen",
    (
        _PEILDATUM,
        must("gebied", KolomSoort.TEKST),
        must("personen", KolomSoort.AANTAL),
        must("wacht_op_nareis", KolomSoort.TEKST, "ja", "nee"),
        must("wachtklasse", KolomSoort.TEKST),
        must("huishoudens", KolomSoort.AANTAL),
    ),
    ("peildatum", "gebied", "personen", "wacht_op_nareis", "wachtklasse"),
    ("peildatum",),
)

_WONINGAANBOD = LeveringTabel(
    "woningaanbod",
    "Woningen voor vergunninghouders, in aantallen",
    (
        _PERIODE,
        Kolom("maand", KolomSoort.AANTAL),
        _GM,
        must("klasse", KolomSoort.TEKST),
        must("soort", KolomSoort.TEKST),
        must("zekerheid", KolomSoort.TEKST),
        must("aantal", KolomSoort.AANTAL),
    ),
    ("periode", "maand", "gm_code", "klasse", "soort", "zekerheid"),
    ("periode", "gm_code"),
)
_LADDERTREDEN = LeveringTabel(
    "laddertreden",
    "Namen van de treden van de interventieladder",
    (
        must("provincie", KolomSoort.TEKST),
        must("trede", KolomSoort.TEKST),
        must("omschrijving", KolomSoort.TEKST),
        must("vanaf", KolomSoort.DATUM),
        must("bron", KolomSoort.TEKST),
    ),
    ("provincie", "trede", "vanaf"),
    ("provincie", "vanaf"),
)

#: By name, in the order in which a file is recognised.
TABELLEN: dict[str, LeveringTabel] = {
    tabel.naam: tabel
    for tabel in (
        _REALISATIE, _INWONERS, _LANDELIJK, _HERINDELING, _TAAKSTELLING, _LADDER, _NORMTIJD,
        _BEZETTING, _KENMERKEN, _WONINGAANBOD, _LADDERTREDEN,
    )
}  # fmt: skip
