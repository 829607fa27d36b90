"""``taakstelling lees``: how a file is read, before anything is done with it."""

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import csv_form, numbers, printing
from optimiser.errors import WrongUsageError

if TYPE_CHECKING:
    import pandas as pd

    from optimiser.io.reading.door import FileTable
    from optimiser.io.reading.questions import Answers

#: Exit code when the file cannot be used as it is.
FAULTY = 2
COMMAND = "taakstelling lees"

Bestand = Annotated[Path, typer.Argument(metavar="BESTAND", help="Bestand (.csv of .xlsx).")]
Blad = Annotated[str | None, typer.Option(metavar="NAAM", help="Het werkblad dat telt.")]
Codekolom = Annotated[
    str | None, typer.Option(metavar="KOLOM", help="De kolom met gemeentecodes of namen.")
]
Decimaal = Annotated[
    str | None, typer.Option(metavar="TEKEN", help="Het decimaalteken: komma of punt.")
]
Naam = Annotated[
    list[str] | None,
    typer.Option(
        metavar="TEKST=CODE", help="Wat een naam betekent: Bergen=GM0373. Meermaals te geven."
    ),
]
Soort = Annotated[str, typer.Option(metavar="SOORT", help="cijfers, voorstel of opvang.")]
Uit = Annotated[
    Path | None,
    typer.Option(metavar="BESTAND.csv", help="Schrijf de tabel als CSV, zoals zij is gelezen."),
]
Fouten = Annotated[
    Path | None, typer.Option(metavar="BESTAND.csv", help="Schrijf alle fouten, één per rij.")
]
Optellen = Annotated[
    str | None,
    typer.Option(
        metavar="KOLOMMEN",
        help="Met --indeling: deze kolommen optellen langs de herindelingen; komma ertussen.",
    ),
]
Indeling = Annotated[
    int | None,
    typer.Option(
        parser=numbers.count, metavar="JJJJ", help="Gemeentelijke indeling om naar om te zetten."
    ),
]


def lees(
    bestand: Bestand,
    blad: Blad = None,
    codekolom: Codekolom = None,
    decimaal: Decimaal = None,
    naam: Naam = None,
    soort: Soort = "cijfers",
    indeling: Indeling = None,
    optellen: Optellen = None,
    uit: Uit = None,
    fouten: Fouten = None,
) -> None:
    """Toon hoe een bestand wordt gelezen: blad, kop, kolommen, gemeenten, fouten.

    Er wordt niets overgenomen. Met --uit komt er een schoon bestand dat elke opdracht leest.
    Uitgangscode 0 als het bestand bruikbaar is, 2 als er fouten in staan.
    """
    from optimiser.io.reading.eigen_cijfers import read_file
    from optimiser.io.reading.report import report_lines

    table = _examined(
        read_file(bestand), bestand.name, soort, _answers(blad, codekolom, decimaal, naam)
    )
    printing.say("\n".join([*report_lines(table.report), *_first_rows(table), *_faults(table)]))
    if fouten is not None:
        _write(fouten, _fault_table(table))
    if table.faults:
        raise typer.Exit(FAULTY)
    if uit is not None:
        _write(uit, _clean(table, indeling, optellen))


def _answers(
    blad: str | None, codekolom: str | None, decimaal: str | None, naam: list[str] | None
) -> "Answers":
    from optimiser.gegevens.codebook import completed_code
    from optimiser.io.reading.questions import Answers

    marks = {None: "", "komma": ",", "punt": ".", ",": ",", ".": "."}
    if decimaal not in marks:
        reason = f"'--decimaal {decimaal}' kan niet; kies komma of punt."
        raise WrongUsageError(reden=reason, opdracht=COMMAND)
    names = {}
    for pair in naam or []:
        text, sign, code = pair.rpartition("=")
        known = completed_code(code, bare=False)
        if not sign or not text or known is None:
            reason = f"'--naam {pair}' is niet bruikbaar; schrijf bijvoorbeeld Bergen=GM0373."
            raise WrongUsageError(reden=reason, opdracht=COMMAND)
        names[text] = known
    return Answers(blad, codekolom, marks[decimaal], names)


def _examined(content: bytes, name: str, soort: str, answers: "Answers") -> "FileTable":
    from optimiser.io.reading.door import examine
    from optimiser.io.reading.questions import VOORSTEL, Wanted

    kinds = {"cijfers": Wanted()}
    kinds |= dict.fromkeys(("voorstel", "opvang"), VOORSTEL)
    if soort not in kinds:
        reason = f"'--soort {soort}' bestaat niet; kies uit {', '.join(kinds)}."
        raise WrongUsageError(reden=reason, opdracht=COMMAND)
    return examine(content, name, answers, kinds[soort])


def _first_rows(table: "FileTable") -> list[str]:
    rows = [", ".join(f"{k}: {v}" for k, v in row.items()) for row in table.report.first]
    return [f"Rij {number}: {row}" for number, row in zip(table.rows, rows, strict=False)]


def _faults(table: "FileTable") -> list[str]:
    from optimiser.io.reading.questions import SHOWN
    from optimiser.teksten import counted

    if not table.faults:
        return ["Geen fouten gevonden."]
    lines = [f"{counted(len(table.faults), 'fout', 'fouten')}:", *table.faults[:SHOWN]]
    if len(table.faults) > SHOWN:
        lines.append("Alle fouten in een bestand: voeg toe --fouten FOUTEN.csv")
    return lines


def _fault_table(table: "FileTable") -> "pd.DataFrame":
    import pandas as pd

    return pd.DataFrame({"fout": list(table.faults)})


def _clean(table: "FileTable", indeling: int | None, optellen: str | None) -> "pd.DataFrame":
    import pandas as pd

    from optimiser.datapunt.current import read_gegevens
    from optimiser.io.reading.book import read_codebook
    from optimiser.io.reading.summed import summed

    book = read_codebook()
    if (indeling is None) != (optellen is None):
        reason = "--indeling en --optellen horen bij elkaar."
        raise WrongUsageError(reden=reason, opdracht=COMMAND)
    if indeling is not None and optellen is not None:
        wanted = [part.strip() for part in optellen.split(",")]
        added = summed(table, wanted, indeling, book, read_gegevens().herindelingen)
        rows = added.map(lambda v: v if pd.isna(v) else Decimal(v)).reset_index()
    else:
        figures = {
            name: [pd.NA if v is None else v for v in column.numbers]
            for name, column in table.figures().items()
        }
        rows = pd.DataFrame({"gm_code": table.codes, **_labels(table), **figures}, dtype=object)
    names = [book.names.get(code, "") for code in rows["gm_code"]]
    rows.insert(1, "gemeente", names, allow_duplicates=False)
    return rows


def _labels(table: "FileTable") -> dict[str, tuple[str, ...]]:
    from optimiser.io.reading.rows.columns import Use

    labels = {column.name for column in table.columns if column.use is Use.LABEL}
    return {name: cells for name, cells in table.texts.items() if name in labels}


def _write(path: Path, rows: "pd.DataFrame") -> None:
    from optimiser.io.writing.export import require_ending, write_bytes

    require_ending(path, (".csv",))
    write_bytes(path, csv_form.csv_file(rows))
    printing.remark(f"Geschreven: {path}")
