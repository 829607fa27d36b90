"""Headings about persons are known however they are written; headings of counts are not."""

import pytest

from optimiser.io.reading.typed.headings import is_personal

PERSONS = [
    "Nationaliteit", "NATIONALITÉIT", "nationality", "Land van herkomst", "geboorteland", "Taal",
    "moedertaal", "Geslacht", "Sekse", "Leeftijd", "geboortedatum", "Religie", "geloof",
    "Gezondheid", "medische situatie", "Opleidingsniveau", "hoogste diploma", "Kans op werk",
    "arbeidsscore", "Naam", "Achter naam", "V-nummer", "v nummer", "VNR", "BSN", "E-mail",
]  # fmt: skip
COUNTS = [
    "halfjaar", "coa_regio", "personen", "wacht_op_nareis", "wachtklasse", "band_regio",
    "band_hard", "huishoudens", "maand", "gm_code", "gemeente", "gemeentenaam", "klasse", "soort",
    "aantal", "zekerheid", "totaal", "Totale bevolking (aantal)", "percentage", "peildatum",
]  # fmt: skip


@pytest.mark.parametrize("heading", PERSONS)
def test_a_heading_about_persons_is_known(heading):
    assert is_personal(heading)


@pytest.mark.parametrize("heading", COUNTS)
def test_a_heading_of_counts_is_none(heading):
    assert not is_personal(heading)
