"""Households and dwellings of a user: counts are taken, persons and whatever is unclear are not."""

import pytest

from optimiser.io.reading.typed.counts import (
    CountsRefusedError,
    read_huishoudens,
    read_woningen,
)

HEAD = "halfjaar;coa_regio;personen;wacht_op_nareis;wachtklasse;band_regio;band_hard;huishoudens"
HOMES = "halfjaar;maand;gm_code;klasse;soort;aantal;zekerheid"


def households(*rows, head=HEAD):
    return read_huishoudens("\n".join([head, *rows]).encode(), "h.csv")


def homes(*rows, head=HOMES):
    return read_woningen("\n".join([head, *rows]).encode(), "w.csv")


def faults(reader, *rows, head):
    with pytest.raises(CountsRefusedError) as caught:
        reader(*rows, head=head)
    return caught.value.params["lijst"]


def test_rows_are_read_with_their_number_in_the_file():
    found = households("2025-2;Zuid;1;ja;15-26;;nee;212", "2025-2;Zuid;4;nee;;;;1.060").rijen
    assert found["rij"].tolist() == [2, 3]
    assert found["huishoudens"].tolist() == [212, 1060]
    assert found["band_hard"].tolist() == ["nee", "nee"]


def test_dwellings_are_read_by_code_or_name_and_a_total_is_no_gemeente():
    found = homes("2025-2;;14;4k;permanent;3;vrij", "2025-2;7;Emmen;1k;permanent;2;verwacht",
                  "Totaal;;;;;;").rijen  # fmt: skip
    assert found["gm_code"].tolist() == ["GM0014", "GM0114"]
    assert found["aantal"].sum() == 5


@pytest.mark.parametrize("heading", ["Nationaliteit", "LEEFTIJD", "Naam", "V-nummer", "geslácht"])
def test_a_column_about_persons_is_refused_in_both_files(heading):
    told = f"kolom '{heading}': deze kolom is een persoonsgegeven: verwijder hem"
    row = "2025-2;Zuid;1;ja;15-26;;nee;212;x"
    assert told in faults(households, row, head=f"{HEAD};{heading}")
    row = "2025-2;;GM0014;4k;permanent;3;vrij;x"
    assert told in faults(homes, row, head=f"{HOMES};{heading}")


def test_any_other_column_is_refused_too_so_that_nothing_about_persons_slips_in():
    (told,) = faults(households, "2025-2;Zuid;1;ja;;;;2;x", head=f"{HEAD};opmerking")
    assert told.startswith("kolom 'opmerking' hoort niet in dit bestand")
    (told,) = faults(homes, "2025-2;;GM0014;4k;permanent;3;vrij;Jan", head=f"{HOMES};")
    assert told.startswith("kolom '(zonder naam)' hoort niet in dit bestand")


def test_a_row_per_person_is_refused():
    (told,) = faults(
        households, "2025-2;Zuid;1;ja", head="halfjaar;coa_regio;personen;wacht_op_nareis"
    )
    assert "elke rij is een aantal huishoudens, nooit één persoon" in told
    rows = [f"2025-2;Zuid;{size};nee;;;;1" for size in range(1, 11)]
    assert "alle 10 rijen tellen er één" in faults(households, *rows, head=HEAD)[0]


def test_rows_alike_are_never_added_up():
    rows = ("2025-2;Zuid;1;ja;;;;2", "2025-2;zuid;1;JA;;;nee;3")
    (told,) = faults(households, *rows, head=HEAD)
    assert told.startswith("rij 3: dezelfde rij staat er al eerder in")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("2025-2;Zuid;8+;nee;;;;3", "rij 2, kolom personen: '8+' is geen aantal"),
        ("2025-2;Zuid;1;nee;;;;<5", "rij 2, kolom huishoudens: '<5' is een afgeschermd aantal"),
        ("2025-2;Zuid;1;nee;;;;2,5", "rij 2, kolom huishoudens: '2,5' is geen aantal"),
        ("2025-2;Zuid;1;nee;lang;;;2", "rij 2, kolom wachtklasse: 'lang' kan niet; kies uit"),
        ("2025;Zuid;1;nee;;;;2", "rij 2, kolom halfjaar: '2025' is geen halfjaar"),
        ("2025-2;;1;nee;;;;2", "rij 2, kolom coa_regio: de cel is leeg"),
    ],
)
def test_a_wrong_cell_is_told_with_row_and_column(row, told):
    assert told in faults(households, row, head=HEAD)[0]


def test_an_unknown_gemeente_is_told():
    assert "'Assenn' is geen bekende gemeente" in faults(
        homes, "2025-2;;Assenn;4k;permanent;3;vrij", "2025-2;;Emmen;4k;permanent;3;vrij",
        "2025-2;;Assen;4k;permanent;3;vrij", head=HOMES.replace("gm_code", "gemeente"),
    )[0]  # fmt: skip
