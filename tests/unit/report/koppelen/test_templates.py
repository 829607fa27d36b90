"""Templates of households and dwellings: filled in, they are read back; empty, they are refused."""

from io import BytesIO

import openpyxl
import pytest

from optimiser.io.reading.typed.counts import CountsRefusedError, read_huishoudens, read_woningen
from optimiser.koppelen.aannames import KLASSEN
from optimiser.koppelen.eigen.huishoudens import check_huishoudens
from optimiser.koppelen.eigen.woningen import check_woningen
from optimiser.report.koppelen.templates import huishoudens_template, woningen_template


@pytest.fixture(scope="module")
def made(gegevens):
    return {
        "Huishoudens": huishoudens_template(gegevens),
        "Woningen": woningen_template(gegevens),
    }


@pytest.fixture(scope="module")
def gemeenten(gegevens):
    table = gegevens.figures(2025).tabel[["gemeente"]]
    return table.assign(provincie=gegevens.regios["provincie"].reindex(table.index))


def filled(content, page, *rows):
    book = openpyxl.load_workbook(BytesIO(content))
    for number, row in enumerate(rows, start=2):
        for column, cell in enumerate(row, start=1):
            book[page].cell(number, column).value = cell
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_households_are_read_back(made, gegevens, gemeenten):
    content = filled(
        made["Huishoudens"],
        "Huishoudens",
        ["2025-2", "Noord", 1, "ja", "15-26", "Drenthe", "nee", 20],
        ["2025-2", "Zuid", 4, "nee", None, None, None, 3],
    )
    own = check_huishoudens(read_huishoudens(content, "h.xlsx"), "2025-2", gemeenten, gegevens)
    assert own.sizes()["Noord"] == {1: 20}
    assert own.sizes()["Zuid"] == {4: 3}
    assert own.banden()[0].regio == "Drenthe"


def test_dwellings_are_read_back(made, gemeenten):
    content = filled(
        made["Woningen"],
        "Woningen",
        ["2025-2", None, "Groningen (GM0014)", "4k", "permanent", 3, "vrij"],
        ["2025-2", 9, "Bergen (NH.) (GM0373)", "1k", "permanent", 5, "verwacht"],
    )
    klassen = [klasse for klasse, _ in KLASSEN]
    own = check_woningen(read_woningen(content, "w.xlsx"), "2025-2", gemeenten, klassen)
    assert own.tabel.loc["GM0014", "4k"] == 3
    assert (own.tabel.to_numpy().sum(), own.verwacht) == (3, 5)


def test_an_empty_template_is_no_answer(made):
    with pytest.raises(CountsRefusedError, match="geen rijen"):
        read_huishoudens(made["Huishoudens"], "h.xlsx")
    with pytest.raises(CountsRefusedError, match="geen gemeenten"):
        read_woningen(made["Woningen"], "w.xlsx")


@pytest.mark.parametrize(("page", "choices"), [("Huishoudens", 5), ("Woningen", 4)])
def test_columns_have_their_choices_and_half_years_stay_text(made, page, choices):
    book = openpyxl.load_workbook(BytesIO(made[page]))
    lists = [v for v in book[page].data_validations.dataValidation if v.type == "list"]
    assert len(lists) == choices
    assert book[page].column_dimensions["A"].number_format == "@"
    explained = [row[0] for row in book["Uitleg"].iter_rows(values_only=True)]
    header = [cell.value for cell in book[page][1]]
    assert [line.split(":")[0] for line in explained[2 : 2 + len(header)]] == header


def test_persons_add_up_live(made):
    sums = openpyxl.load_workbook(BytesIO(made["Huishoudens"]))["Controle"]
    told = dict(sums.iter_rows(min_row=2, values_only=True))
    sizes, counts = "'Huishoudens'!$C$2:$C$501", "'Huishoudens'!$H$2:$H$501"
    assert told["personen"] == f"=SUMPRODUCT({sizes},{counts})"
    assert told["personen in Zuid"].count(f"*{sizes}*{counts}") == 1
