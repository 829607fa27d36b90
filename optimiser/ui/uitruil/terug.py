"""Whether persons go back in a later half-year: which one, and how many of them."""

from collections.abc import Iterable, Mapping, Sequence

import streamlit as st

from optimiser.errors import OptimiserError
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.teksten import signed
from optimiser.teksten.zinnen import sentence
from optimiser.ui.frame import state
from optimiser.ui.frame.history import HISTORY, AddressPart
from optimiser.ui.uitruil.rows import Rij
from optimiser.uitruil.agreement import Overeenkomst, Termijn, overeenkomst
from optimiser.uitruil.voorstel import Voorstel


class NoReturnError(OptimiserError):
    """The table cannot hold these half-years. Facts: ``halfjaar``, ``andere``."""

    code = "uitruil_halfjaren"


_KEPT, _ADDRESS = "_terug_in", AddressPart("terug")
#: Half-years ahead to choose from.
AHEAD = 6


def follow_address(halfjaar: str) -> None:
    """Take the half-year of return from the address, and keep it there."""
    text = _ADDRESS.brought()
    if text is not None and text in _later(halfjaar):
        HISTORY.record(_KEPT, text, "")
    _ADDRESS.write(return_in(halfjaar))


def return_in(halfjaar: str) -> str | None:
    """Return the half-year in which persons go back; None if they do not."""
    kept = st.session_state.get(_KEPT, "")
    return kept if kept in _later(halfjaar) else None


def pick_return(halfjaar: str) -> None:
    """Let the user say whether persons go back in a later half-year."""
    st.selectbox(
        "Gaan personen later terug?",
        ["", *_later(halfjaar)],
        format_func=lambda h: f"Ja, in {h}" if h else "Nee, overdracht in één halfjaar",
        width=320,
        **state.bound("uitruil_terug_in", return_in(halfjaar) or "", set_return),
    )


def deals_of(
    voorstellen: Sequence[Voorstel], rows: Sequence[Rij], halfjaar: str
) -> list[Overeenkomst]:
    """Return the agreements, over two half-years when persons go back.

    A party of which the table does not say how many go back takes back all.
    """
    later = return_in(halfjaar)
    if later is None:
        return [one.to_overeenkomst() for one in voorstellen]
    found = []
    for one in voorstellen:
        back = _back(one, rows)
        term = Termijn(later, tuple(sorted((c, n) for c, n in back.items() if n)))
        terms = [term] if term.verschillen else []
        found.append(overeenkomst(one.naam, one.halfjaar, dict(one.verschillen), terms))
    return found


def return_faults(
    voorstellen: Sequence[Voorstel], rows: Sequence[Rij], halfjaar: str, names: Mapping[str, str]
) -> list[str]:
    """Tell where what goes back does not close, or is more than came or of the wrong sign."""
    later = return_in(halfjaar)
    if later is None:
        return []
    told = []
    for one in voorstellen:
        back, came = _back(one, rows), dict(one.verschillen)
        facts = {"naam": one.naam, "halfjaar": later}
        if total := sum(back.values()):
            told.append(sentence("uitruil_rijen", "terug_som", facts | {"som": signed(total)}))
        wrong = [c for c, n in back.items() if n * came[c] > 0 or abs(n) > abs(came[c])]
        told += [
            sentence("uitruil_rijen", "terug_te_veel", facts | {"wie": names.get(c, c)})
            for c in wrong
        ]
    return told


def table_rows(
    rows: Iterable[tuple[str, str, int, str]], halfjaar: str
) -> tuple[list[Rij], str | None]:
    """Return agreements over half-years as rows of the table, and when persons go back.

    Parameters
    ----------
    rows
        Name, gm_code, persons and half-year.
    halfjaar
        That of the table; the other one in ``rows`` is when persons go back.

    Raises
    ------
    NoReturnError
        If the table cannot hold them: it has one half-year, and one later in which persons go back.

    Examples
    --------
    >>> table_rows([("A", "GM0106", -5, "2025-2"), ("A", "GM0106", 3, "2026-1")], "2025-2")
    ([Rij(uitruil='A', gm_code='GM0106', verschil=-5, terug=3)], '2026-1')
    """
    held = list(rows)
    later = sorted({half for *_, half in held} - {halfjaar})
    if len(later) > 1 or not set(later) <= set(_later(halfjaar)):
        raise NoReturnError(halfjaar=halfjaar, andere=later)
    back = {(naam, code): count for naam, code, count, half in held if half != halfjaar}
    first = [(naam, code, count) for naam, code, count, half in held if half == halfjaar]
    if not set(back) <= {(naam, code) for naam, code, _ in first}:
        raise NoReturnError(halfjaar=halfjaar, andere=later)
    if not later:
        return [Rij(*one) for one in first], None
    return [Rij(*one, back.get(one[:2], 0)) for one in first], later[0]


def file_rows(
    voorstellen: Sequence[Voorstel], rows: Sequence[Rij], halfjaar: str
) -> list[tuple[str, str, int, str]]:
    """Return what stands in the table for a file, also what goes back; it may still be wrong.

    Returns
    -------
    list of tuple
        Name, gm_code, persons and half-year: what ``table_rows`` reads back.
    """
    later = return_in(halfjaar)
    held = [(v.naam, code, n, halfjaar) for v in voorstellen for code, n in v.verschillen]
    if later is None:
        return held
    back = [(v.naam, c, n, later) for v in voorstellen for c, n in sorted(_back(v, rows).items())]
    return [*held, *(one for one in back if one[2])]


def _back(one: Voorstel, rows: Sequence[Rij]) -> dict[str, int]:
    said = {r.gm_code: r.terug for r in rows if r.uitruil.strip() == one.naam}
    return {code: -n if said.get(code) is None else said[code] or 0 for code, n in one.verschillen}


def set_return(text: str) -> None:
    """Make this the half-year in which persons go back; empty if they do not."""
    HISTORY.record(_KEPT, text, "")
    _ADDRESS.write(text or None)


def _later(halfjaar: str) -> list[str]:
    period, later = Halfjaar.parse(halfjaar), []
    for _ in range(AHEAD):
        period = period.next()
        later.append(str(period))
    return later
