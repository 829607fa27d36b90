"""Limits per gemeente: who is locked, who takes no part, what each can and wants."""

from collections.abc import Callable, Iterable
from decimal import Decimal

import streamlit as st

from optimiser.report.antwoord.limits_table import limits_table
from optimiser.scenario.beperkingen import GemeenteGrens
from optimiser.teksten import load_teksten
from optimiser.ui.frame.meldingen import guarded
from optimiser.ui.frame.session import gegevens
from optimiser.ui.frame.state import adjust, bound, scenario
from optimiser.ui.widgets.fields import count_field, number_field
from optimiser.ui.widgets.tables import Column, TableOptions, show_table

_NONE = GemeenteGrens()
_COLUMNS = (Column("gemeente", "Gemeente"), Column("grenzen", "Grenzen (personen, of deel)"))


def gemeente_names() -> dict[str, str]:
    """Return the names of the gemeenten of the scenario by ``gm_code``, sorted by name."""
    now = scenario()
    peiljaar = now.period.peiljaar if now.peiljaar is None else now.peiljaar
    names = gegevens().figures(peiljaar, now.indeling).tabel["gemeente"]
    return dict(sorted(names.items(), key=lambda one: one[1].casefold()))


def show_taking_part(names: dict[str, str]) -> None:
    """Show which gemeenten keep their taakstelling, and which take no part."""
    for field, label in (
        ("vast", "Deze gemeenten houden hun taakstelling (vast)"),
        ("niet_deelnemend", "Deze gemeenten doen niet mee aan uitruil"),
    ):
        held = [c for c, own in scenario().gemeenten.items() if getattr(own, field)]
        st.multiselect(
            label,
            list(names),
            format_func=names.__getitem__,
            placeholder="Kies gemeenten",
            **bound(f"opt_{field}", [c for c in held if c in names], _setter(field)),
        )


def _setter(field: str) -> Callable[[list[str]], None]:
    def apply(picked: list[str]) -> None:
        held = scenario().gemeenten
        _write({c: held.get(c, _NONE).adjusted(**{field: c in picked}) for c in {*held, *picked}})

    return apply


def show_limits(names: dict[str, str]) -> None:
    """Show a form for the limits of one gemeente and a table of all that were set."""
    st.caption(load_teksten()["app"]["optimaliseren"]["grens_regels"])
    code = st.selectbox(
        "Gemeente",
        list(names),
        index=None,
        format_func=names.__getitem__,
        placeholder="Typ een naam",
        key="opt_gemeente",
    )
    if code is not None:
        limit_fields(code, "opt")
    held = scenario().gemeenten
    if not held:
        st.caption(load_teksten()["app"]["optimaliseren"]["geen_eigen_grenzen"])
        return
    show_table(
        limits_table(held, names),
        _COLUMNS,
        key="opt_grenzen",
        titel="Eigen grenzen per gemeente",
        options=TableOptions(height=16, remove=guarded(_remove)),
    )
    if len(held) > 1:
        st.button("Wis alle eigen grenzen", on_click=guarded(_clear), key="opt_wis_alle")


def limit_fields(code: str, prefix: str) -> None:
    """Show the limits of one gemeente as fields; ``prefix`` makes their keys unique."""
    own = scenario().gemeenten.get(code, _NONE)
    for field, label in (("kan", "Kan hooguit (personen)"), ("wil", "Wil extra (personen)")):
        count_field(
            label,
            getattr(own, field),
            _count_setter(code, field),
            key=f"{prefix}_{field}_{code}",
        )
    for field, label in (("bodem", "Bodem (%)"), ("maximale_wijziging", "Grootste wijziging (%)")):
        part = getattr(own, field)
        number_field(
            label,
            None if part is None else part * 100,
            _part_setter(code, field),
            key=f"{prefix}_{field}_{code}",
            places=1,
        )
    st.button(
        "Wis de grenzen van deze gemeente",
        disabled=own == _NONE,
        on_click=guarded(_write),
        args=({code: _NONE},),
        key=f"{prefix}_wis",
    )


def _count_setter(code: str, field: str) -> Callable[[int | None], None]:
    return lambda value: change_limits(code, **{field: value})


def _part_setter(code: str, field: str) -> Callable[[Decimal | None], None]:
    return lambda value: change_limits(code, **{field: None if value is None else value / 100})


def change_limits(code: str, **changes: object) -> None:
    """Change fields of ``GemeenteGrens`` of one gemeente; one without limits is left out.

    Raises
    ------
    OptimiserError
        If a value does not fit.
    """
    _write({code: scenario().gemeenten.get(code, _NONE).adjusted(**changes)})


def _write(changed: dict[str, GemeenteGrens]) -> None:
    every = scenario().gemeenten | changed
    adjust(gemeenten=dict(_filled(every.items())))


def _filled(items: Iterable[tuple[str, GemeenteGrens]]) -> Iterable[tuple[str, GemeenteGrens]]:
    return ((code, own) for code, own in items if own != _NONE)


def _remove(code: str) -> None:
    _write({code: _NONE})


def _clear() -> None:
    adjust(gemeenten={})
