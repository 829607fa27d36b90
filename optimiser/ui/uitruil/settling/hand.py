"""Who works in the register, and the register that is written to."""

import streamlit as st

from optimiser.io.register_place import own_place
from optimiser.register.errors import NoNameError, RegisterMissingError
from optimiser.register.register import Register
from optimiser.ui.uitruil.kept import register
from optimiser.ui.uitruil.words import say


def book() -> Register:
    """Return the register; the user's own is made at the first step."""
    found = register(make=own_place())
    if found is None:
        raise RegisterMissingError(register=say("register_plaats"))
    return found


def user() -> str:
    """Return who works here, as typed; the register refuses a blank."""
    who: str = st.session_state.get("register_wie", "").strip()
    if not who:
        raise NoNameError
    return who
