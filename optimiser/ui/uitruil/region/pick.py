"""The region one works in: picked by name, from lists, or on the map; it travels in the address."""

import re

import streamlit as st

from optimiser.gegevens.codes import PATTERN
from optimiser.teksten.gebieden import gebied_titel
from optimiser.ui.frame import state
from optimiser.ui.frame.history import HISTORY, AddressPart
from optimiser.ui.frame.meldingen import plain_text
from optimiser.uitruil.find import regions
from optimiser.uitruil.toets.beginstand import Beginstand

_ADDRESS, _KEPT, OWN = AddressPart("gebied"), "_werkgebied", "eigen keuze"
_CODES = re.compile(rf"{PATTERN}(,{PATTERN}){{0,399}}")
_KINDS = {
    **{
        naam: gebied_titel(naam)
        for naam in ("arbeidsmarktregio", "corop", "veiligheidsregio", "provincie")
    },
    "scenario": "Gebied uit het scenario",
    OWN: "Eigen keuze van gemeenten",
}


def region_of(stand: Beginstand) -> tuple[str, tuple[str, ...]]:
    """Return the name of the region that was picked, and its gemeenten."""
    kind, name = _current(stand)
    if kind == OWN:
        return OWN, tuple(code for code in name.split(",") if code in stand.gemeenten)
    return name, regions(stand, kind).get(name, ())


def pick_region(stand: Beginstand) -> tuple[str, tuple[str, ...]]:
    """Let the user pick the region; return its name and its gemeenten.

    Without a choice the name is empty and there are no gemeenten.
    """
    kind, name = _current(stand)
    kinds = [k for k in _KINDS if k == OWN or (stand.gebied if k == "scenario" else True)]
    left, right = st.columns(2)
    with left:
        st.selectbox(
            "Soort gebied",
            kinds,
            format_func=_KINDS.__getitem__,
            **state.bound("uitruil_soort", kind, lambda k: keep_region(k, "")),
        )
    if kind == OWN:
        with right:
            codes = _pick_own(stand, tuple(name.split(",")) if name else ())
        return OWN, codes
    known = regions(stand, kind)
    right.selectbox(
        "Gebied",
        list(known),
        placeholder="Typ of kies een naam",
        **state.bound("uitruil_gebied", name or None, lambda n: keep_region(kind, n or "")),
    )
    return name, known.get(name, ())


def _pick_own(stand: Beginstand, codes: tuple[str, ...]) -> tuple[str, ...]:
    known = tuple(code for code in codes if code in stand.gemeenten)
    names = {c: f"{g.naam} ({g.provincie})" for c, g in stand.gemeenten.items()}
    st.multiselect(
        "Gemeenten",
        sorted(names, key=names.__getitem__),
        format_func=names.__getitem__,
        placeholder="Typ een naam, of kies op de kaart",
        **state.bound("uitruil_gemeenten", list(known), lambda cs: keep_region(OWN, ",".join(cs))),
    )
    if gone := sorted(set(codes) - set(known)):
        told = ", ".join(map(plain_text, gone))
        st.caption(f"Niet in {stand.herkomst.indeling}: {told}.")
    return known


def _current(stand: Beginstand) -> tuple[str, str]:
    """Return kind and name (or codes) of the region that was picked."""
    kind, _, name = st.session_state.get(_KEPT, "").partition(":")
    if kind == OWN and (not name or _CODES.fullmatch(name)):
        return OWN, name
    known = {**stand.regios, "scenario": stand.gebied}.get(kind)
    if not known:
        return "arbeidsmarktregio", ""
    return kind, name if name in set(known.values()) else ""


def keep_region(kind: str, name: str) -> None:
    """Make this the region; the one before can be had back."""
    HISTORY.record(_KEPT, f"{kind}:{name}", "")
    write_address()


def follow_address() -> None:
    """Take the region from the address, unless this session wrote it there itself."""
    if (text := _ADDRESS.brought()) is not None:
        HISTORY.record(_KEPT, text)


def write_address() -> None:
    """Put the region in the address, also after another page took it out."""
    _ADDRESS.write(st.session_state.get(_KEPT) or None)
