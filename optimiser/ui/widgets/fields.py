"""Fields that are tied to the scenario and speak Dutch."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import streamlit as st

from optimiser.datapunt.current import read_gegevens
from optimiser.errors import OptimiserError
from optimiser.teksten import decimal, whole
from optimiser.teksten.number_errors import NotANumberError
from optimiser.teksten.read_number import read_count, read_percentage
from optimiser.ui.frame.admission import signature
from optimiser.ui.frame.session import gegevens
from optimiser.ui.frame.state import adjust, bound, scenario
from optimiser.verdeelsleutels import availability, listed


class NoNumberError(OptimiserError):
    """What was typed is not a number. Facts: ``veld``, ``invoer``."""

    code = "geen_getal"


def parse_count(text: str, label: str) -> int:
    """Read persons or another whole number, as a Dutch reader writes it.

    Raises
    ------
    NoNumberError
        If it is not one.
    NotWholeNumberError, AmbiguousNumberError
        If it has decimals (it is never rounded silently), or can mean two things: ``13,000``.

    >>> parse_count("13.500", "veld")
    13500
    """
    try:
        return read_count(text)
    except NotANumberError as error:
        raise NoNumberError(veld=label, invoer=text) from error


def parse_decimal(text: str, label: str) -> Decimal:
    """Read a number that may have decimals; one that can mean two things is asked.

    Raises
    ------
    NoNumberError
        If it is not one.
    AmbiguousNumberError
        If it is written with one point before three digits: ``1.234``.

    >>> [str(parse_decimal(text, "veld")) for text in ("2,5", "2.5", "10 %")]
    ['2.5', '2.5', '10']
    """
    try:
        return read_percentage(text)
    except NotANumberError as error:
        raise NoNumberError(veld=label, invoer=text) from error


def number_field(
    label: str,
    value: Decimal | int | None,
    apply: Callable[[Decimal | None], None],
    *,
    key: str,
    places: int,
    uitleg: str | None = None,
) -> None:
    """Show a number with decimals the Dutch way; empty stands for none.

    Parameters
    ----------
    label, key, uitleg
        For the reader; the key is unique over all pages.
    value
        What the scenario says; None is an empty field.
    apply
        Called with what was typed, None when the field was emptied.
    places
        Decimals shown.
    """
    shown = "" if value is None else decimal(value, places)

    def typed(text: str) -> None:
        apply(parse_decimal(text, label) if text.strip() else None)

    st.text_input(label, help=uitleg, autocomplete="off", **bound(key, shown, typed))


def count_field(
    label: str,
    value: int | None,
    apply: Callable[[int | None], None],
    *,
    key: str,
    uitleg: str | None = None,
) -> None:
    """Show a whole number, such as persons; see ``number_field``."""
    shown = "" if value is None else whole(value)

    def typed(text: str) -> None:
        apply(parse_count(text, label) if text.strip() else None)

    st.text_input(label, help=uitleg, autocomplete="off", **bound(key, shown, typed))


def typed_count(label: str, value: int | None, *, key: str) -> int | None:
    """Show a whole number that the page itself keeps; return what was typed, None if empty.

    Raises
    ------
    OptimiserError
        As ``parse_count`` does.
    """
    shown = "" if value is None else whole(value)
    text = st.text_input(label, shown, key=key, autocomplete="off")
    return parse_count(text, label) if text.strip() else None


def pick_halfjaar() -> None:
    """Let the user pick the half-year of the scenario: those with a known national number."""
    known = read_gegevens().known_halfjaren
    now = scenario().halfjaar
    options = known if now in known else [now, *known]
    st.selectbox(
        "Halfjaar",
        options,
        format_func=halfjaar_text,
        **bound("halfjaar", now, lambda picked: adjust(halfjaar=picked)),
    )


def halfjaar_text(halfjaar: str) -> str:
    """Write a half-year with its months and, where known, the national number.

    >>> halfjaar_text("2021-1")
    '2021-1 (januari t/m juni): 13.500 personen'
    """
    months = "januari t/m juni" if halfjaar.endswith("1") else "juli t/m december"
    national = read_gegevens().landelijk
    known = halfjaar in national.index
    told = f": {whole(int(national.at[halfjaar, 'taakstelling']))} personen" if known else ""
    return f"{halfjaar} ({months}){told}"


def available_keys() -> dict[str, str]:
    """Return the keys that need no options and have their figures: name to title."""
    figures = gegevens()
    peiljaar = scenario().peiljaar or scenario().period.peiljaar
    table = figures.figures(peiljaar if peiljaar in figures.gemeenten else max(figures.gemeenten))
    return {
        key.naam: key.titel
        for key in listed()
        if not key.opties and availability(key.naam, table.tabel) is None
    }


def pick_sleutel() -> None:
    """Let the user pick the key of the scenario among those that can be computed without options.

    A key with options that is already in the scenario stays in the list.
    """
    titles: dict[str, str] = available_keys()
    now = scenario().sleutel
    titles.setdefault(now, now)
    st.selectbox(
        "Verdeelsleutel",
        list(titles),
        format_func=lambda naam: titles.get(naam, naam),
        **bound("sleutel", now, lambda v: adjust(sleutel=v, sleutel_opties={})),
    )


def ask_name(label: str, **typed: Any) -> str:  # noqa: ANN401 - of the widget
    """Return who takes a step: from the login, or typed on one's own computer.

    Parameters
    ----------
    label
        Of the field.
    typed
        Further arguments of the field in which it is typed.
    """
    if (who := signature()) is not None:
        st.text_input(label, who, disabled=True, width=320, key=f"aangemeld_{label}_{who}")
        return who
    return st.text_input(label, **{"width": 320} | typed).strip()
