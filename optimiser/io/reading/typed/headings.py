"""Headings as others write them, and headings that are refused: counts only are taken."""

import re
import unicodedata

#: Headings of others, in plain form, to ours.
HEADINGS = {
    "halfjaar": "periode",
    "gehuisvest": "realisatie",
    "gehuisvest_cumulatief": "realisatie",
    "gemeentecode": "gm_code",
    "code": "gm_code",
    "regios": "gm_code",
    "regio_s": "gm_code",
    "perioden": "jaar",
    "bekendgemaakt_op": "datum",
    "totale_bevolking": "inwoners",
    "totale_bevolking_1": "inwoners",
    "totale_bevolking_aantal": "inwoners",
    "totaal_bevolking_aantal": "inwoners",
    "bevolking_1_januari_aantal": "inwoners",
    "bevolking_op_1_januari_aantal": "inwoners",
    "bevolking_op_1_januari": "inwoners",
    "bevolking_op1_januari_1": "inwoners",
    "bevolking_aan_het_begin_van_de_periode_aantal": "inwoners",
    "aantal_inwoners": "inwoners",
    "woningvoorraad_aantal": "woningvoorraad",
    "beginstand_voorraad_aantal": "woningvoorraad",
    "beginstand_voorraad_1": "woningvoorraad",
    "beginstand_woningvoorraad_aantal": "woningvoorraad",
    "woningvoorraad_1": "woningvoorraad",
    "totaal_particuliere_huishoudens_aantal": "huishoudens",
    "particuliere_huishoudens_aantal": "huishoudens",
    "gemeentenaam": "gemeente",
}
#: Parts of a heading that point at a person, or at what may never decide about one; joined.
PERSONAL = (
    "bsn", "burgerservice", "geboorte", "vnummer", "vnr", "voornaam", "achternaam", "familienaam",
    "roepnaam", "naamvan", "persoonsnaam", "vreemdeling", "coanummer", "zorgnummer",
    "klantnummer", "persoonsnummer", "adres", "postcode", "email", "telefoon", "nationalit",
    "geslacht", "paspoort", "dossier", "client", "landvan", "herkomst", "afkomst", "etnisch",
    "etnicit", "moedertaal", "spreektaal", "voertaal", "taalniveau", "religie", "geloof",
    "godsdienst", "seksuel", "gezondheid", "medisch", "ziekte", "handicap", "diagnose",
    "opleiding", "diploma", "beroep", "werkervaring", "arbeidsscore", "baankans", "kansopwerk",
    "employment", "education",
)  # fmt: skip
#: Words that do so only as a whole: "taal" is also in "totaal".
_WORDS = frozenset({"taal", "sekse", "ras", "sex", "gender", "age", "religion", "language"})
#: Headings that do so only by themselves: the name of a gemeente is none.
_ALONE = frozenset({"naam", "namen", "name", "leeftijd", "leeftijd_jaar", "man_vrouw", "m_v"})


def plain_heading(text: str) -> str:
    """Return a heading in plain form: lower case, words joined by underscores.

    >>> plain_heading("Regio's"), plain_heading("Bevolking op 1 januari (aantal)")
    ('regios', 'bevolking_op_1_januari_aantal')
    """
    apart = unicodedata.normalize("NFKD", re.sub("['\u2019]", "", text))
    kept = "".join(c for c in apart if not unicodedata.combining(c))
    split = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kept).casefold()
    return re.sub(r"[^a-z0-9]+", "_", split).strip("_")


def our_heading(text: str) -> str:
    """Return our name of a heading, or its plain form.

    >>> our_heading("RegioS"), our_heading("TotaleBevolking_1"), our_heading("Halfjaar")
    ('gm_code', 'inwoners', 'periode')
    """
    plain = plain_heading(text)
    return HEADINGS.get(plain, plain)


def is_personal(text: str) -> bool:
    """Tell whether a heading points at persons one by one.

    >>> is_personal("BSN"), is_personal("V-nummer"), is_personal("Taal"), is_personal("totaal")
    (True, True, True, False)
    """
    plain = plain_heading(text)
    joined = plain.replace("_", "")
    return (
        any(part in joined for part in PERSONAL)
        or not _WORDS.isdisjoint(plain.split("_"))
        or plain in _ALONE
    )
