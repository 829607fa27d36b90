"""Own households and dwellings: brought, shown as they were read, and used in the whole page."""

from collections.abc import Callable
from functools import partial
from hashlib import sha256

import streamlit as st

from optimiser.datapunt.current import read_gegevens
from optimiser.gegevens.gegevens import Gegevens
from optimiser.koppelen.eigen.read import Bestand, read_eigen
from optimiser.koppelen.eigen.vraag import EigenAantallen
from optimiser.koppelen.uitgangspunt import Uitgangspunt
from optimiser.report.koppelen.eigen import eigen_lines
from optimiser.report.koppelen.templates import huishoudens_template, woningen_template
from optimiser.teksten import load_teksten
from optimiser.ui.frame import session
from optimiser.ui.frame.meldingen import guarded, part, plain_text
from optimiser.ui.frame.statutory import statutory
from optimiser.ui.widgets.downloads import XLSX, offer_file

_HELD = "_koppel_bestanden"
#: What may be brought: the name of the option of the command, and its template.
SOORTEN: dict[str, Callable[[Gegevens], bytes]] = {
    "huishoudens": huishoudens_template,
    "woningen": woningen_template,
}


def held() -> dict[str, Bestand]:
    """Return the files in use, by kind."""
    return dict(st.session_state.get(_HELD, {}))


def own_counts(start: Uitgangspunt, files: dict[str, Bestand]) -> EigenAantallen:
    """Return what is in files, for the half-year of the session.

    Raises
    ------
    CountsRefusedError
        If a file has faults, or nothing about this half-year.
    """
    halfjaar, figures = statutory().halfjaar, session.gegevens()
    hashes = sorted((kind, sha256(content).hexdigest()) for kind, (_, content) in files.items())
    both = [files.get(kind) for kind in SOORTEN]

    def made() -> EigenAantallen:
        return read_eigen(both[0], both[1], halfjaar, start.vraag.gemeenten, figures)

    return session.kept("koppel_eigen", (halfjaar, hashes, [b and b[0] for b in both]), made)


def show_eigen(start: Uitgangspunt) -> None:
    """Offer the templates, take files, show what was read, and use them."""
    texts = load_teksten()["app"]["koppelen"]
    st.markdown(texts["eigen"])
    brought: dict[str, Bestand] = {}
    for place, (kind, make) in zip(st.columns(2), SOORTEN.items(), strict=True):
        with place:
            file = st.file_uploader(texts[kind], type=["csv", "xlsx"], key=f"koppel_{kind}")
            if file is not None:
                brought[kind] = (file.name, file.getvalue())
            offer_file(
                f"Sjabloon voor {kind} (Excel)",
                partial(_template, make),
                naam=f"{kind}-sjabloon.xlsx",
                mime=XLSX,
                key=f"koppel_sjabloon_{kind}",
            )
    if {**held(), **brought} != held():
        with part():
            _show_read(start, brought, "Zo is het gelezen")
            st.button(
                "Gebruik deze aantallen",
                type="primary",
                on_click=guarded(_use),
                args=({**held(), **brought},),
                key="koppel_gebruik",
            )
    if held():
        with part():
            _show_read(start, held(), "Nu in gebruik")
        st.button("Terug naar de aannames", on_click=_use, args=({},), key="koppel_terug")


def _show_read(start: Uitgangspunt, files: dict[str, Bestand], head: str) -> None:
    lines = eigen_lines(own_counts(start, files))
    st.markdown(f"**{head}**\n\n" + "\n".join(f"- {plain_text(line)}" for line in lines))


def _use(files: dict[str, Bestand]) -> None:
    st.session_state[_HELD] = files


def _template(make: Callable[[Gegevens], bytes]) -> bytes:
    return make(read_gegevens())
