"""Which gemeente a row is about: codes and names in every spelling, and rows that are none."""

from decimal import Decimal

import pytest

from optimiser.errors import InvalidTableError
from optimiser.io.reading.book import read_codebook
from optimiser.io.reading.door import examine, read_table
from optimiser.io.reading.questions import (
    Answers,
    CodeColumnChoiceError,
    NoGemeentenError,
    NoHeaderError,
)


def read(text: str, **answers):
    return read_table(text.encode(), "a.csv", Answers(**answers))


def codes(text: str, **answers) -> tuple[str, ...]:
    return read(text, **answers).codes


def faults(text: str) -> tuple[str, ...]:
    return examine(text.encode(), "a.csv").faults


@pytest.mark.parametrize(
    "header",
    ["gm_code", "GM_CODE", "gemeentecode", "statcode", "GemeentecodeGM", '"Regiocode (gemeente)"',
     "RegioS", "Gemeente-code", "gwb_code", "Codering_3", "GM"],
)  # fmt: skip
def test_the_code_column_is_found_under_its_usual_names(header):
    assert codes(f"{header};kan\n14;1\n34;2\n") == ("GM0014", "GM0034")


@pytest.mark.parametrize(
    "written",
    ["GM0014", "gm0014", "GM 0014", "GM14", "14", "0014", "14.0", '"GM0014    "', "GM-0014"],
)
def test_a_code_is_completed_and_told(written):
    table = read(f"gm_code;kan\n{written};1\nGM0034;2\n")
    assert table.codes == ("GM0014", "GM0034")
    assert table.report.completed == (0 if written.strip('" ') == "GM0014" else 1)


def test_the_header_is_found_below_titles_and_above_units():
    text = (
        "Kerncijfers;;\n;;\nOnderwerp;;\nRegio's;Code;Plekken\n;;aantal\n"
        "Groningen;GM0014;12\nAlmere;GM0034;7\nBron: CBS;;\n"
    )
    table = read(text)
    assert table.report.header_row == 4
    assert table.report.title_rows == 2
    assert table.figures()["Plekken"].numbers == (Decimal(12), Decimal(7))
    assert table.report.skipped == {"toelichtingen": (5, 8)}


def test_other_areas_and_totals_are_skipped_with_a_count():
    text = (
        "regios;kan\nNL01;99\nLD01;9\nPV20;9\nCR01;9\nGM0014;1\nWK001400;5\nBU00140000;5\n"
        "GM0034;2\nTotaal;3\n"
    )
    table = read(text)
    assert table.codes == ("GM0014", "GM0034")
    assert table.report.skipped == {
        "Nederland": (2,),
        "landsdelen": (3,),
        "provincies": (4,),
        "COROP-gebieden": (5,),
        "wijken": (7,),
        "buurten": (8,),
        "totalen": (10,),
    }


def test_a_total_without_a_code_is_skipped_and_figures_of_nobody_are_a_fault():
    assert read("gm_code;gemeente;kan\nGM0014;Groningen;1\n;Totaal;1\n").codes == ("GM0014",)
    assert faults("gm_code;gemeente;kan\nGM0014;Groningen;1\n;;7\n") == (
        "rij 3, kolom gm_code: er staat geen gemeentecode, wel cijfers",
    )


def test_names_stand_for_codes_in_every_usual_spelling():
    text = (
        "Gemeente;kan\nDen Haag;1\nden bosch;2\nSudwest Fryslan;3\nUtrecht (gemeente);4\n"
        "Bergen (L);5\nBergen NH;6\nHengelo;7\nNuenen;8\nHoek van Holland... nee;\n"
    )
    table = examine(text.encode(), "a.csv")
    assert table.codes == (
        "GM0518", "GM0796", "GM1900", "GM0344", "GM0893", "GM0373", "GM0164", "GM0820"
    )  # fmt: skip
    assert "Den Haag = 's-Gravenhage" in table.report.approximate


def test_a_name_that_can_be_two_gemeenten_is_asked():
    told = faults("gemeente;kan\nBergen;1\nAlmere;2\nEde;3\n")
    assert told == (
        "rij 2, kolom gemeente: 'Bergen' kan Bergen (NH.) (GM0373) of Bergen (L.) (GM0893) zijn; "
        "zet de code erbij",
    )
    answered = codes("gemeente;kan\nBergen;1\nAlmere;2\nEde;3\n", names={"Bergen": "GM0893"})
    assert answered == ("GM0893", "GM0034", "GM0228")


def test_a_name_with_a_typing_error_is_not_guessed_but_suggested():
    (told,) = faults("gemeente;kan\nGronigen;1\nAlmere;2\nEde;3\n")
    assert "'Gronigen' is geen bekende gemeente" in told
    assert "Groningen (GM0014)" in told


def test_provinces_among_names_are_skipped_where_their_name_is_no_gemeente():
    table = read("regio;kan\nZeeland;9\nUtrecht (PV);8\nUtrecht (gemeente);1\nEde;2\nAlmere;3\n")
    assert table.codes == ("GM0344", "GM0228", "GM0034")
    assert table.report.skipped == {"provincies": (2, 3)}


def test_a_code_twice_is_a_fault_with_both_rows():
    assert faults("gm_code;kan\nGM0014;1\nGM0034;2\n14;3\n") == (
        "rij 4, kolom gm_code: GM0014 komt dubbel voor, ook in rij 2",
    )


def test_a_table_with_several_periods_is_told_as_one_fault():
    some = sorted(read_codebook().newest())[:40]
    rows = "".join(f"{code};{year}JJ00;1\n" for code in some for year in (2023, 2024))
    assert faults(f"RegioS;Perioden;kan\n{rows}") == (
        "kolom RegioS: 40 gemeenten staan er meer dan eens in; kies één waarde van Perioden",
    )


def test_an_old_code_among_new_ones_is_explained():
    text = "gm_code;kan\nGM0003;1\nGM1979;2\nGM0014;3\nGM0034;4\n"
    assert faults(text) == (
        "rij 2, kolom gm_code: GM0003 Appingedam is sinds 2021 Eemsdelta (GM1979)",
    )
    assert faults("gm_code;kan\nGM0788;1\nGM1979;2\nGM9999;3\n") == (
        "rij 2, kolom gm_code: GM0788 Haaren is sinds 2021 verdeeld over Boxtel (GM0757), "
        "Oisterwijk (GM0824), Tilburg (GM0855), Vught (GM0865)",
        "rij 4, kolom gm_code: GM9999 was in de jaren vanaf 2018 geen gemeente",
    )


@pytest.mark.parametrize(("year", "count"), [(2018, 380), (2019, 355), (2021, 352), (2022, 345)])
def test_an_older_indeling_is_recognised(year, count):
    rows = "".join(f"{code};1\n" for code in read_codebook().indelingen[year])
    report = read(f"gm_code;kan\n{rows}").report
    assert report.indeling == f"de indeling van {year} ({count} gemeenten)"
    assert report.missing == ()


def test_a_code_beside_another_name_is_told():
    table = read(
        "gm_code;gemeente;kan\nGM0014;Almere;1\nGM0034;Groningen;2\nGM0037;Stadskanaal;3\n"
    )
    assert table.report.doubtful == (
        "rij 2: GM0014 is Groningen, er staat Almere",
        "rij 3: GM0034 is Almere, er staat Groningen",
    )


def test_two_columns_that_name_other_gemeenten_are_asked():
    text = "gm_code;gemeentecode;kan\nGM0014;GM0034;1\nGM0034;GM0014;2\n"
    with pytest.raises(CodeColumnChoiceError) as caught:
        read(text)
    assert caught.value.params["kolommen"] == ["gm_code", "gemeentecode"]
    assert codes(text, code_column="gemeentecode") == ("GM0034", "GM0014")


def test_two_columns_that_agree_are_one():
    table = read("gm_code;gemeentenummer;kan\nGM0014;14;1\nGM0034;34;2\n")
    assert (table.codes, list(table.figures())) == (("GM0014", "GM0034"), ["kan"])


def test_a_table_without_gemeenten_or_header_is_refused_in_words():
    with pytest.raises(NoGemeentenError):
        read("plaats;kan\nX;1\nY;2\n")
    with pytest.raises(NoHeaderError):
        read("GM0014;1\nGM0034;2\n")


def test_a_wrong_code_under_its_header_is_a_fault_and_not_skipped():
    with pytest.raises(InvalidTableError, match="rij 3, kolom gm_code: 'GMX34' is geen"):
        read("gm_code;kan\nGM0014;1\nGMX34;2\n")


def test_a_sentence_alone_is_an_explanation_and_anything_beside_a_wrong_code_is_a_fault():
    table = read("gm_code;noot;kan\nGM0014;a;1\nBron: eigen opgave;;\n")
    assert table.report.skipped == {"toelichtingen": (3,)}
    assert len(faults("gm_code;noot;kan\nGM0014;a;1\nonbekend;b;\n")) == 1


def test_an_export_of_statline_with_names_periods_and_vanished_gemeenten_is_read():
    text = (
        '"Regionale kerncijfers Nederland"\n"Onderwerp";"";"Bevolking"\n'
        '"Regio\'s";"Perioden";"aantal"\n"Nederland";"2024";"17942942"\n'
        '"Noord-Nederland (LD)";"2024";"1767347"\n"Groningen (PV)";"2024";"602051"\n'
        '"Aalburg";"2024";"       ."\n"Groningen (gemeente)";"2024";"243768"\n'
        '"\'s-Gravenhage (gemeente)";"2024";"566221"\n"Bergen (NH.)";"2024";"30081"\n'
        '"Bron: CBS"\n'
    )
    table = read(text)
    assert table.codes == ("GM0014", "GM0518", "GM0373")
    assert table.figures()["aantal"].numbers == (Decimal(243768), Decimal(566221), Decimal(30081))
    assert table.report.skipped == {
        "Nederland": (4,),
        "landsdelen": (5,),
        "provincies": (6,),
        "verdwenen gemeenten zonder cijfers": (7,),
        "toelichtingen": (11,),
    }


def test_a_table_of_provinces_is_no_table_of_gemeenten():
    rows = "".join(f"{p};1\n" for p in ("Drenthe", "Groningen", "Utrecht", "Zeeland", "Limburg"))
    with pytest.raises(NoGemeentenError):
        read(f"provincie;taakstelling\n{rows}")


def test_a_name_among_codes_stands_for_its_code_and_one_of_two_is_asked():
    table = read("gm_code;kan\nGM0014;1\nAlmere;2\nGM0037;3\n")
    assert table.codes == ("GM0014", "GM0034", "GM0037")
    assert faults("gm_code;kan\nGM0014;1\nBergen;2\nGM0037;3\n")[0].startswith(
        "rij 3, kolom gm_code: 'Bergen' kan Bergen (NH.)"
    )
    # Groningen is a provincie too: beside its own code it is told as double, not passed over.
    assert "komt dubbel voor" in faults("gm_code;kan\nGM0014;1\nGroningen;2\nGM0037;3\n")[0]
