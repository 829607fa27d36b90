"""Reading a proposal: every fault by row and column, nothing guessed."""

from io import BytesIO

import openpyxl
import pytest

from optimiser.errors import InvalidTableError, UnknownFileTypeError
from optimiser.io.reading.voorstellen import (
    has_places,
    read_opvang,
    read_voorstel,
    read_voorstel_file,
)

GOOD = "uitruil,gm_code,verschil\nA,GM0003,5\nA,GM0010,-5\n"


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        GOOD.replace(",", ";"),
        GOOD.replace("-5", "\N{MINUS SIGN}5").replace(",5", ",+5"),
        "\ufeff" + GOOD,
        "gemeente,verschil,gm_code,uitruil\nAppingedam,5,GM0003,A\nDelfzijl,-5,GM0010,A\n",
    ],
)
def test_the_usual_ways_to_write_it_are_read(text):
    assert read_voorstel(text.encode(), "v.csv") == [("A", "GM0003", 5), ("A", "GM0010", -5)]


def test_a_workbook_is_read_from_its_first_sheet():
    book = openpyxl.Workbook()
    for row in (["uitruil", "gm_code", "verschil"], ["A", "GM0003", 5], ["A", "GM0010", -5]):
        book.active.append(row)
    out = BytesIO()
    book.save(out)
    assert read_voorstel(out.getvalue(), "v.xlsx") == [("A", "GM0003", 5), ("A", "GM0010", -5)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (GOOD.replace("GM0003", "drie"), "rij 2, kolom gm_code: 'drie'"),
        (GOOD.replace("GM0003", ""), "rij 2, kolom gm_code: er staat geen gemeentecode"),
        (GOOD.replace(",5", ",5.5"), "rij 2, kolom verschil: 5,5 is geen geheel aantal"),
        (GOOD.replace(",5", ",vijf"), "rij 2, kolom verschil: 'vijf'"),
        (GOOD.replace(",5", ","), "rij 2, kolom verschil: leeg"),
        (GOOD.replace("GM0010", "GM0003"), "rij 3, kolom gm_code: GM0003 staat bij A ook in rij 2"),
        (GOOD.replace("A,GM0003", ",GM0003"), "rij 2, kolom uitruil"),
        (GOOD.replace("verschil", "aantal"), "kolom verschil ontbreekt; gevonden: uitruil, aantal"),
        ("uitruil,gm_code,verschil\n", "er staan geen gemeenten onder de kop"),
    ],
)
def test_a_fault_is_told_by_row_and_column(text, told):
    with pytest.raises(InvalidTableError) as caught:
        read_voorstel(text.encode(), "v.csv")
    assert told in caught.value.params["fouten"]


def test_all_faults_are_told_at_once():
    text = GOOD.replace("GM0003", "drie").replace("-5", "vijf")
    with pytest.raises(InvalidTableError) as caught:
        read_voorstel(text.encode(), "v.csv")
    assert caught.value.params["aantal"] == 2


def test_another_kind_of_file_is_refused():
    with pytest.raises(UnknownFileTypeError):
        read_voorstel(GOOD.encode(), "v.ods")


def test_reception_places_are_recognised():
    text = "uitruil,gm_code,verschil,Plekken\nA,GM0003,5,-10\n"
    assert has_places(text.encode(), "v.csv")
    assert not has_places(GOOD.encode(), "v.csv")
    lower = text.replace("Plekken", "plekken")
    assert read_opvang(lower.encode(), "v.csv") == [("A", "GM0003", 5, -10)]


def test_names_that_differ_in_blanks_are_one_agreement_and_told():
    found = read_voorstel_file(b"uitruil;gm_code;verschil\nRuil 1;14;3\nRuil  1;34;-3\n", "v.csv")
    assert found.rows == (("Ruil 1", "GM0014", 3), ("Ruil 1", "GM0034", -3))
    assert found.report.notes == (
        "Spaties in de naam van een overeenkomst zijn gelijkgetrokken: "
        "'Ruil\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}1' is gelezen als 'Ruil 1'.",
    )


def test_names_of_agreements_may_be_numbers_and_gemeenten_names():
    text = "uitruil;gemeente;verschil;noot\n1;Den Haag;3;a\n1;Almere;-3;b\n"
    assert read_voorstel(text.encode(), "v.csv") == [("1", "GM0518", 3), ("1", "GM0034", -3)]


def test_old_line_ends_are_read():
    assert len(read_voorstel(GOOD.replace("\n", "\r").encode(), "v.csv")) == 2


FROM_TO = "uitruil;Van;Naar;Personen\nRuil;Assen;Emmen;1.200\nRuil;Emmen;GM0119;200\n"


def test_the_layout_from_to_persons_is_read_by_name_and_code():
    assert read_voorstel(FROM_TO.encode(), "v.csv") == [
        ("Ruil", "GM0106", -1200),
        ("Ruil", "GM0114", 1000),
        ("Ruil", "GM0119", 200),
    ]
    plain = b"van,naar,personen\nAssen,Emmen,3\nEmmen,Assen,2\n"
    assert [row[0] for row in read_voorstel(plain, "v.csv")] == ["Uitruil 1"] * 2 + [
        "Uitruil 2"
    ] * 2


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Ruil;Assen;Assen;3", "van en naar zijn dezelfde gemeente"),
        ("Ruil;Assen;Emmen;0", "geen geheel aantal van ten minste 1"),
        ("Ruil;Assen;Emmen;-3", "geen geheel aantal van ten minste 1"),
        ("Ruil;Assen;Nergens;3", "kolom Naar"),
        ("Ruil;;Emmen;3", "rij 2"),
        (";Assen;Emmen;3", "een naam van 1 tot en met 80 tekens"),
    ],
)
def test_faults_in_from_to_persons_are_told_by_row(row, told):
    with pytest.raises(InvalidTableError) as caught:
        read_voorstel(f"uitruil;Van;Naar;Personen\n{row}\n".encode(), "v.csv")
    assert told in caught.value.params["fouten"]
