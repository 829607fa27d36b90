"""An empty proposal as a workbook: names to pick from, and what does not close turns red."""

from collections.abc import Sequence
from io import BytesIO

#: Rows that can be filled in, and agreements of which the sum is shown.
ROWS, SUMS = 200, 20


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
        picks = [f"Uitruil {number}" for number in range(1, SUMS + 1)]
        open_sum = f'=AND($A2<>"",SUMIF($A$2:$A${ROWS + 1},$A2,$C$2:$C${ROWS + 1})<>0)'
        page.conditional_format(
            1, 0, ROWS, 2, {"type": "formula", "criteria": open_sum, "format": red}
        )
        sums.write_row(0, 0, ["naam van de uitruil", "som (moet 0 zijn)"], bold)
        sums.set_column(0, 1, 24)
        for row, name in enumerate(picks, start=1):
            area = f"Voorstel!$A$2:$A${ROWS + 1},A{row + 1},Voorstel!$C$2:$C${ROWS + 1}"
            sums.write_string(row, 0, name)
            sums.write_formula(row, 1, f"=SUMIF({area})", None, 0)
        names.write_column(0, 0, namen)
        names.set_column(0, 0, 32)
    return out.getvalue()
