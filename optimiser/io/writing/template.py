"""Templates (XLSX) to fill in: names, codes, drop-downs, a live sum, a sheet that explains."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from optimiser.errors import OptimiserError
from optimiser.gegevens.indeling import GemeentenTabel
from optimiser.io.writing.voorstel_template import write_sums
from optimiser.teksten.meldingen import load_teksten
from optimiser.teksten.zinnen import sentence

#: Kind of table to the columns a user fills in.
SOORTEN = {
    "cijfers": ("kan", "wil", "mutatiegraad", "realisatie"),
    "realisatie": ("realisatie",),
    "voorstel": ("uitruil", "gemeente", "verschil"),
}
#: Rows that a proposal has room for.
ROOM = 500


class UnknownTemplateError(OptimiserError):
    """There is no template of this kind. Facts: ``soort``, ``bekend``."""

    code = "sjabloon_onbekend"


def template(soort: str, newest: GemeentenTabel, others: tuple[str, ...] = ()) -> bytes:
    """Make a workbook to fill in.

    Parameters
    ----------
    soort
        One of ``SOORTEN``.
    newest
        Any table in the indeling that is wanted; gives codes and names.
    others
        Kinds that are made elsewhere, to tell them too where a kind is unknown.

    Raises
    ------
    UnknownTemplateError
        If there is no such kind.
    """
    import xlsxwriter

    if soort not in SOORTEN:
        raise UnknownTemplateError(soort=soort, bekend=[*SOORTEN, *others])
    names = {str(code): str(name) for code, name in newest.tabel["gemeente"].items()}
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        page = book.add_worksheet(_say(soort)[:31])
        page.freeze_panes(1, 0)
        if soort == "voorstel":
            where = _proposal(page, bold, len(names))
        else:
            where = ""
            _per_gemeente(page, bold, names, SOORTEN[soort])
        _explain(book.add_worksheet("Uitleg"), soort, newest, where)
        if soort == "voorstel":
            hidden = book.add_worksheet("Lijst")
            hidden.write_column(0, 0, sorted(f"{name} ({code})" for code, name in names.items()))
            hidden.hide()
            red = book.add_format({"bg_color": "#F4C7C3"})
            write_sums(book.add_worksheet("Controle"), _say(soort)[:31], ROOM, (bold, red))
    return out.getvalue()


def columns_in_words(soort: str) -> dict[str, str]:
    """Return what each column of a template means.

    >>> columns_in_words("realisatie")["realisatie"].startswith("realisatie: hoeveel personen")
    True
    """
    texts = load_teksten()["sjabloon"]
    return {name: str(texts.get(f"kolom_{name}", texts.get(name))) for name in SOORTEN[soort]}


def _per_gemeente(page: Any, bold: Any, names: Mapping[str, str], columns: tuple[str, ...]) -> None:  # noqa: ANN401
    page.write_row(0, 0, ["gm_code", "gemeente", *columns], bold)
    page.set_column(0, 0, 10)
    page.set_column(1, 1, 28)
    page.set_column(2, 1 + len(columns), 14)
    for row, code in enumerate(sorted(names), start=1):
        page.write_row(row, 0, [code, names[code]])
    last = len(names)
    page.write_string(last + 1, 1, "Totaal", bold)
    for place, column in enumerate(columns, start=2):
        share = column == "mutatiegraad"
        page.data_validation(1, place, last, place, _rule(column))
        if not share:
            letter = chr(65 + place)
            page.write_formula(last + 1, place, f"=SUM({letter}2:{letter}{last + 1})", bold, 0)


def _proposal(page: Any, bold: Any, count: int) -> str:  # noqa: ANN401
    page.write_row(0, 0, SOORTEN["voorstel"], bold)
    page.set_column(0, 1, 32)
    page.set_column(2, 2, 12)
    pick = {"validate": "list", "source": f"=Lijst!$A$1:$A${count}"}
    pick |= {"error_message": _say("geen_gemeente"), "error_title": "gemeente"}
    page.data_validation(1, 1, ROOM, 1, pick)
    page.data_validation(1, 2, ROOM, 2, _rule("verschil"))
    where = f"C2:C{ROOM + 1}"
    page.write_string(ROOM + 1, 0, "Totaal", bold)
    page.write_formula(ROOM + 1, 2, f"=SUM({where})", bold, 0)
    return f"='{_say('voorstel')}'!C{ROOM + 2}"


def _rule(column: str) -> dict[str, object]:
    if column == "mutatiegraad":
        rule: dict[str, object] = {"validate": "decimal", "minimum": 0, "maximum": 1}
        told = "geen_deel"
    elif column == "verschil":
        rule = {"validate": "integer", "minimum": -999_999, "maximum": 999_999}
        told = "geen_verschil"
    else:
        rule = {"validate": "integer", "minimum": 0, "maximum": 999_999}
        told = "geen_geheel"
    return rule | {"criteria": "between", "error_title": column, "error_message": _say(told)}


def _explain(page: Any, soort: str, newest: GemeentenTabel, total: str) -> None:  # noqa: ANN401
    page.set_column(0, 0, 110)
    page.set_column(1, 1, 12)
    facts = {"jaar": str(newest.indeling.vanaf), "aantal": newest.indeling.aantal}
    use = {"gebruik": _say(f"gebruik_{soort}")}
    lines = [
        _say(soort),
        _say(f"invullen_{soort}"),
        *columns_in_words(soort).values(),
        sentence("sjabloon", "lijst", facts),
        _say("som"),
        sentence("sjabloon", "inlezen", use),
    ]
    for row, line in enumerate(lines):
        page.write_string(row, 0, line)
    if total:
        page.write_string(len(lines), 0, _say("som_nul"))
        page.write_formula(len(lines), 1, total, None, 0)


def _say(code: str) -> str:
    return sentence("sjabloon", code, {})
