"""``taakstelling onzekerheid`` and ``mengen``: how sure the comparison of keys is."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import csv_form, numbers, options, printing
from optimiser.cli.vergelijken import sleutel_options
from optimiser.errors import WrongUsageError

if TYPE_CHECKING:
    import pandas as pd

    from optimiser.gegevens.gegevens import Gegevens
    from optimiser.onzekerheid.aannames import Aannames
    from optimiser.onzekerheid.model import ZwermModel
    from optimiser.onzekerheid.zwerm import Zwerm

Trekkingen = Annotated[
    int | None,
    typer.Option(parser=numbers.count, metavar="N", help="Aantal trekkingen; standaard 10.000."),
]
Zaad = Annotated[
    int | None,
    typer.Option(
        parser=numbers.count, metavar="N", help="Hetzelfde zaad geeft dezelfde trekkingen."
    ),
]
Kernen = Annotated[
    int,
    typer.Option(
        parser=numbers.count, metavar="N", help="Aantal processen; -1 gebruikt alle kernen."
    ),
]
Cluster = Annotated[
    str | None,
    typer.Option(metavar="ADRES", help="Reken op een Dask-cluster, zoals tcp://127.0.0.1:8786."),
]
AannamesFile = Annotated[
    Path | None, typer.Option(metavar="BESTAND", help="Eigen kansverdelingen (.toml).")
]
Toon = Annotated[
    str, typer.Option(metavar="WAT", help="rangorde, banden, tornado, manipulatie of aannames.")
]
Sleutel = Annotated[
    str | None,
    typer.Option(metavar="SLEUTEL", help="Welke sleutel banden, tornado en manipulatie tonen."),
]
Map = Annotated[
    Path | None, typer.Option(metavar="MAP", help="Schrijf alle tabellen als CSV in deze map.")
]
VIEWS = ("rangorde", "banden", "tornado", "manipulatie", "aannames")


def onzekerheid(
    halfjaar: options.Halfjaar,
    sleutels: sleutel_options.Sleutels = None,
    tegen: sleutel_options.Tegen = "inwoners",
    toon: Toon = "rangorde",
    sleutel: Sleutel = None,
    trekkingen: Trekkingen = None,
    zaad: Zaad = None,
    kernen: Kernen = -1,
    cluster: Cluster = None,
    aannames: AannamesFile = None,
    cijfers: options.Cijfers = None,
    uit: Map = None,
) -> None:
    """Reken de sleutels duizenden keren door met onzekere invoer (alle verdelingen: aanname).

    Ctrl+C stopt de berekening zonder iets te bewaren.
    """
    if toon not in VIEWS:
        reason = f"'--toon {toon}' bestaat niet. Kies uit: {', '.join(VIEWS)}."
        raise WrongUsageError(reden=reason, opdracht="taakstelling onzekerheid")
    figures = options.read_figures(cijfers)
    assumed = _assumed(aannames, trekkingen, zaad)
    from optimiser.onzekerheid.model import build_model

    model = build_model(
        sleutel_options.make_vraag(sleutels, tegen, halfjaar=halfjaar), assumed, figures
    )
    label = _label(model, sleutel)
    swarm = _sweep(model, assumed, kernen, cluster)
    tables = _named(_tables(swarm, model, assumed, label), figures, halfjaar)
    if uit is None:
        _show(tables[toon], f"Onzekerheid {halfjaar}: {toon} ({label})")
    else:
        _write(uit, tables)
    _remarks(swarm, figures)


def _assumed(path: Path | None, trekkingen: int | None, zaad: int | None) -> "Aannames":
    from optimiser.io.reading.aannames import read_strict
    from optimiser.onzekerheid.aannames import Aannames

    fields = {"trekkingen": trekkingen, "zaad": zaad}
    given = {name: value for name, value in fields.items() if value is not None}
    return read_strict(Aannames, path, given)


def _label(model: "ZwermModel", sleutel: str | None) -> str:
    if sleutel is None:
        return model.labels[min(1, len(model.labels) - 1)]
    if sleutel not in model.labels:
        reason = f"'--sleutel {sleutel}' doet niet mee. Kies uit: {', '.join(model.labels)}."
        raise WrongUsageError(reden=reason, opdracht="taakstelling onzekerheid")
    return sleutel


def _sweep(model: "ZwermModel", assumed: "Aannames", kernen: int, cluster: str | None) -> "Zwerm":
    """Compute with a progress bar on standard error; Ctrl+C stops."""
    from rich.console import Console
    from rich.progress import Progress

    from optimiser.onzekerheid.errors import SweepStoppedError
    from optimiser.onzekerheid.rekenen import chunk_sizes
    from optimiser.onzekerheid.zwerm import sweep

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Trekkingen", total=None)
        seen = {"klaar": 0, "aantal": len(chunk_sizes(assumed.trekkingen))}

        def told(done: int, number: int) -> bool:
            seen["klaar"] = done
            bar.update(task, completed=done, total=number)
            return True

        try:
            return sweep(model, assumed, kernen, cluster, told)
        except KeyboardInterrupt:
            raise SweepStoppedError(**seen) from None


def _tables(
    swarm: "Zwerm", model: "ZwermModel", assumed: "Aannames", label: str
) -> dict[str, "pd.DataFrame"]:
    import pandas as pd

    from optimiser.onzekerheid.manipulatie import manipulatie
    from optimiser.onzekerheid.samenvatting import banden, rangorde
    from optimiser.onzekerheid.tornado import tornado

    return {
        "rangorde": rangorde(swarm),
        "banden": banden(swarm, label).reset_index(),
        "tornado": tornado(model, assumed, label),
        "manipulatie": manipulatie(model, label).reset_index(),
        "aannames": pd.DataFrame({"aanname": assumed.lines()}),
    }


def _named(
    tables: dict[str, "pd.DataFrame"], figures: "Gegevens", halfjaar: str
) -> dict[str, "pd.DataFrame"]:
    """Put the name beside every gm_code."""
    from optimiser.gegevens.halfjaar import Halfjaar

    names = figures.figures(Halfjaar.parse(halfjaar).peiljaar).tabel["gemeente"]
    for table in tables.values():
        if "gm_code" in table:
            table.insert(1, "gemeente", table["gm_code"].map(names))
    return tables


def _show(table: "pd.DataFrame", title: str) -> None:
    from optimiser.teksten import decimal

    if not printing.is_terminal():
        from optimiser.io.writing.export import to_csv

        printing.write_csv(to_csv(table))
        return
    numbers = [str(c) for c in table.columns if table[c].dtype.kind == "f"]
    printing.show(table, title, dict.fromkeys(numbers, lambda value: decimal(value, 4)))


def _write(folder: Path, tables: dict[str, "pd.DataFrame"]) -> None:
    from optimiser.io.writing import export

    export.make_folder(folder)
    for name, table in tables.items():
        export.write_bytes(folder / f"{name}.csv", csv_form.csv_file(table))
        printing.remark(f"Geschreven: {folder / f'{name}.csv'}")


def _remarks(swarm: "Zwerm", figures: "Gegevens") -> None:
    from optimiser.teksten import decimal, whole

    for line in swarm.aannames.lines():
        printing.remark(f"Invoer: {line}.")
    draws = swarm.aannames.trekkingen
    printing.remark(
        f"{whole(draws)} trekkingen in {decimal(swarm.seconds)} s "
        f"({whole(draws / max(swarm.seconds, 1e-9))} per seconde)."
    )
    printing.remark(f"{printing.rests_on(figures)} Geen juridisch advies.")
