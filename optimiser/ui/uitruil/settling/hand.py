"""Who works in the register, and the register that is written to."""

from collections.abc import Sequence

import streamlit as st

from optimiser.errors import OptimiserError
from optimiser.io.register_place import chosen_name, own_place
from optimiser.register.errors import NoNameError, RegisterMissingError
from optimiser.register.register import Register
from optimiser.register.stand import registratie_of
from optimiser.ui.frame.admission import signature
from optimiser.ui.uitruil.kept import register
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.uitruil.registratie import Registratie
from optimiser.uitruil.states import Status


def book() -> Register:
    """Return the register; the user's own is made at the first step."""
    found = register(make=own_place())
    if found is None:
        raise RegisterMissingError(register=chosen_name())
    return found


def user() -> str:
    """Return who works here, by the login or as typed; the register refuses a blank."""
    who: str = signature() or st.session_state.get("register_wie", "").strip()
    if not who:
        raise NoNameError
    return who


def place_of(deals: Sequence[Overeenkomst]) -> Registratie | None:
    """Return where agreements stand in the register; None if not all of them are in it."""
    try:
        found = register()
        versions = () if found is None else found.stand()
    except OptimiserError:
        return None  # the page says already that the register cannot be read
    here = [v for v in versions if v.status is not Status.VERVALLEN]
    own = [next((v for v in here if v.overeenkomst == deal), None) for deal in deals]
    known = [one for one in own if one is not None]
    if found is None or not known or len(known) < len(own):
        return None
    return registratie_of(known, found.kop())
