"""Errors as the user reads them: our own in Dutch, the unexpected as a number in the log."""

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from secrets import token_hex
from typing import ParamSpec

import streamlit as st
from pydantic import ValidationError

from optimiser.errors import InvalidScenarioError, OptimiserError
from optimiser.register.errors import RegisterUnavailableError
from optimiser.scenario.faults import faults
from optimiser.teksten import Melding, load_teksten, melding_for

P = ParamSpec("P")

_LOG = logging.getLogger("optimiser.ui")
_WAITING = "_melding"
_MARKS = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&])")


def plain_text(text: object) -> str:
    r"""Return a text of a user such that markdown shows it as typed, no link and no picture.

    >>> print(plain_text("![x](y)"))
    \!\[x\]\(y\)
    """
    return _MARKS.sub(r"\\\1", str(text)).replace("\n", " ")


@contextmanager
def meldingen() -> Iterator[None]:
    """Show an error in Dutch and end the page there; a database may be back at the next press.

    The traceback of a bug goes to the log under a number; the user sees only that number. This,
    ``part`` and ``guarded`` are the edge of the program, the only places that catch everything.
    """
    try:
        yield
    except Exception as error:
        _show(_told(error))
        if isinstance(error, RegisterUnavailableError):
            st.button("Probeer het opnieuw", key="probeer_opnieuw")
        st.stop()


@contextmanager
def part() -> Iterator[None]:
    """Show an error in Dutch where this part of a page would be; what comes after it goes on."""
    try:
        yield
    except Exception as error:
        _show(_told(error))


def guarded(function: Callable[P, None]) -> Callable[P, None]:
    """Return a widget callback whose error is shown above the page in the next run."""

    @wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            function(*args, **kwargs)
        except Exception as error:
            announce(_told(error))

    return call


def announce(melding: Melding) -> None:
    """Keep a message for the next time the page is drawn."""
    st.session_state[_WAITING] = (melding.titel, melding.tekst, melding.actie)


def show_waiting() -> None:
    """Show the message that a callback left, once."""
    if _WAITING in st.session_state:
        _show(Melding(*st.session_state.pop(_WAITING)))


def _told(error: Exception) -> Melding:
    if isinstance(error, ValidationError):
        error = InvalidScenarioError(scenario="dit scherm", fouten=faults(error))
    if isinstance(error, OptimiserError):
        return melding_for(error, in_app=True)
    number = token_hex(4).upper()
    _LOG.error("onverwachte fout %s", number, exc_info=error)
    texts = load_teksten()["app"]["onverwacht"]
    return Melding(texts["titel"], texts["tekst"].format(nummer=number), texts["actie"])


def _show(melding: Melding) -> None:
    titel, tekst, actie = map(plain_text, (melding.titel, melding.tekst, melding.actie))
    st.error(f"**{titel}**  \n{tekst}  \n*{actie}*")
