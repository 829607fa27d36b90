"""``--vast`` and ``--vorig``: what is fixed by hand, and the plan before."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import printing
from optimiser.errors import WrongUsageError

if TYPE_CHECKING:
    import pandas as pd

    from optimiser.koppelen.vastzetting import Vastzetting
    from optimiser.koppelen.vraag import Koppelvraag

Vast = Annotated[
    list[str] | None,
    typer.Option(
        metavar="GEMEENTE:PERSONEN:KLASSE=AANTAL:REDEN",
        help='Zet een koppeling met de hand vast, zoals "Goes:5:4k=1:afgesproken 12-9". De rest '
        "wordt eromheen gepland, en de prijs wordt genoemd. Meermaals te geven.",
    ),
]
Vorig = Annotated[
    Path | None,
    typer.Option(
        metavar="PLAN.csv",
        help="Het vorige plan: zijn vastzettingen blijven, en van wat even goed is wordt het "
        "minst veranderd.",
    ),
]


def with_fixings(
    vraag: "Koppelvraag", texts: Sequence[str] | None, names: "pd.Series"
) -> "Koppelvraag":
    """Fix couplings by hand beside those of the question.

    Parameters
    ----------
    vraag
        Perhaps of one region: a fixing elsewhere is refused, not left out.
    texts
        As given.
    names
        Names of all gemeenten, index ``gm_code``.

    Raises
    ------
    WrongUsageError, UnknownGemeenteError, VastzettingError
        If one is not of the form, of no gemeente, or cannot hold.
    """
    from dataclasses import replace

    return replace(vraag, vast=(*vraag.vast, *(_fixing(text, names) for text in texts or ())))


def _fixing(text: str, names: "pd.Series") -> "Vastzetting":
    from optimiser.compare.gemeente.zoek import find_gemeente
    from optimiser.koppelen.vastzetting import Vastzetting
    from optimiser.teksten.read_number import read_count

    gemeente, size, cell, reden = (*text.split(":", 3), "", "", "")[:4]
    klasse, sign, count = cell.partition("=")
    if not (gemeente and size and sign and reden.strip()):
        reason = f"'--vast {text}' is niet bruikbaar. Schrijf GEMEENTE:PERSONEN:KLASSE=AANTAL:REDEN"
        raise WrongUsageError(reden=reason, opdracht="taakstelling koppel plan")
    code, fits = find_gemeente(gemeente, names), klasse.strip()
    return Vastzetting(code, read_count(size), fits, read_count(count), reden.strip())


def with_previous(vraag: "Koppelvraag", path: Path) -> "Koppelvraag":
    """Ask for the fewest changes against a stored plan, with its fixings.

    Raises
    ------
    StoredPlanError
        If its rows are not of these gemeenten and classes.
    """
    from dataclasses import replace

    from optimiser.koppelen.recheck import check_rows
    from optimiser.lp.koppelen.area import Koppelstap

    asked, plan = _stored(vraag, path)
    _refuse(path, check_rows(plan, asked))
    tie = (Koppelstap.LAAGSTE_CODE,) if Koppelstap.LAAGSTE_CODE in asked.stappen else ()
    others = (stap for stap in asked.stappen if stap not in tie)
    stappen = (*others, Koppelstap.VORIG_PLAN_GEVOLGD, *tie)
    return replace(asked, vorig=plan, stappen=tuple(dict.fromkeys(stappen)))


def stored_plan(vraag: "Koppelvraag", path: Path) -> "tuple[Koppelvraag, pd.DataFrame]":
    """Return a question with the fixings of a stored plan, and its couplings.

    Raises
    ------
    StoredPlanError
        If it does not count again as an answer to the question.
    """
    from optimiser.koppelen.recheck import recheck_plan

    asked, plan = _stored(vraag, path)
    _refuse(path, recheck_plan(plan, asked))
    return asked, plan


def _stored(vraag: "Koppelvraag", path: Path) -> "tuple[Koppelvraag, pd.DataFrame]":
    """Read what a stored plan says about the gemeenten of a question."""
    from optimiser.koppelen.uitleg.stored import with_stored

    rows = read_plan(path)
    return with_stored(vraag, rows[rows["gm_code"].isin(vraag.gemeenten.index)])


def _refuse(path: Path, faults: Sequence[str]) -> None:
    from optimiser.koppelen.errors import StoredPlanError
    from optimiser.koppelen.recheck import fault_line

    if faults:
        raise StoredPlanError(bestand=path.name, fouten="; ".join(map(fault_line, faults[:10])))


def read_plan(path: Path) -> "pd.DataFrame":
    """Read a stored plan."""
    from optimiser.io.reading.eigen_cijfers import read_file
    from optimiser.io.reading.typed.koppelplan import read_koppelplan

    return read_koppelplan(read_file(path), path.name)


def tell_prices(koppelingen: "pd.DataFrame", vraag: "Koppelvraag") -> None:
    """Tell what each fixing costs, to who made it: small numbers are not for everybody."""
    if not vraag.vast:
        return
    from optimiser.koppelen.uitleg.price import price_fixings
    from optimiser.report.koppelen.recheck import price_lines

    names = vraag.gemeenten["gemeente"].to_dict()
    for line in price_lines(price_fixings(koppelingen, vraag), names):
        printing.remark(line)
