"""An empty proposal as a workbook: names to pick from, and what does not close turns red."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

#: Rows that can be filled in.
ROWS = 200


def voorstel_template(namen: Sequence[str]) -> bytes:
    """Write the workbook.

    Parameters
    ----------
    namen
        Gemeenten that may take part, unique, in the order of the list to pick from.

    Returns
    -------
    bytes
        XLSX with sheets ``Voorstel`` (``uitruil, gemeente, verschil``), ``Controle`` with a live
        sum per agreement, and ``Gemeenten``.
    """
    import xlsxwriter

    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        red = book.add_format({"bg_color": "#F4C7C3"})
        page, sums, names = (book.add_worksheet(n) for n in ("Voorstel", "Controle", "Gemeenten"))
        page.write_row(0, 0, ["uitruil", "gemeente", "verschil"], bold)
        page.set_column(0, 1, 32)
        page.freeze_panes(1, 0)
        source = f"=Gemeenten!$A$1:$A${len(namen)}"
        page.data_validation(1, 1, ROWS, 1, {"validate": "list", "source": source})
        whole = {"validate": "integer", "criteria": "between", "minimum": -9999, "maximum": 9999}
        page.data_validation(1, 2, ROWS, 2, whole)
        open_sum = f'=AND($A2<>"",SUMIF($A$2:$A${ROWS + 1},$A2,$C$2:$C${ROWS + 1})<>0)'
        page.conditional_format(
            1, 0, ROWS, 2, {"type": "formula", "criteria": open_sum, "format": red}
        )
        write_sums(sums, "Voorstel", ROWS, (bold, red))
        names.write_column(0, 0, namen)
        names.set_column(0, 0, 32)
    return out.getvalue()


def write_sums(page: Any, voorstel: str, rows: int, formats: tuple[Any, Any]) -> None:  # noqa: ANN401
    """Write the live sum of every agreement, whatever it is called, where it first stands.

    Parameters
    ----------
    page
        The sheet to write on.
    voorstel
        Name of the sheet with the rows: name in column A, difference in column C.
    rows
        How many of them.
    formats
        Of a heading, and of a sum that is not zero.
    """
    bold, red = formats
    page.write_row(0, 0, ["uitruil", "som (moet 0 zijn)", "sluit"], bold)
    page.set_column(0, 1, 24)
    names, counts = (f"'{voorstel}'!${c}$2:${c}${rows + 1}" for c in "AC")
    for row in range(2, rows + 2):
        cell = f"'{voorstel}'!$A{row}"
        first = f"COUNTIF('{voorstel}'!$A$2:$A{row},{cell})=1"
        page.write_formula(row - 1, 0, f'=IF(AND({cell}<>"",{first}),{cell},"")', None, "")
        page.write_formula(
            row - 1, 1, f'=IF(A{row}="","",SUMIF({names},A{row},{counts}))', None, ""
        )
        page.write_formula(row - 1, 2, f'=IF(A{row}="","",IF(B{row}=0,"ja","NEE"))', None, "")
    wrong = {"type": "formula", "criteria": '=$C2="NEE"', "format": red}
    page.conditional_format(1, 0, rows, 2, wrong)
