"""Who gets more, who gets fewer, who takes over, and how the changes are spread."""

import pandas as pd
import streamlit as st

from optimiser.compare.changes.uitschieters import changes, find_uitschieters
from optimiser.compare.vergelijking import Vergelijking
from optimiser.maps.charts.histogram_svg import histogram_svg
from optimiser.maps.charts.scatter_svg import scatter_svg
from optimiser.report.vergelijking.tables import group_names, groups_table
from optimiser.teksten import percentage, signed, whole
from optimiser.ui.frame import session
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.vergelijken.labels import name_of, title_of
from optimiser.ui.widgets.tables import Column, TableOptions, show_table


def two_places(value: object) -> str:
    """Write a change per 1.000 inhabitants."""
    return signed(value, 2)  # type: ignore[arg-type]


#: Largest gains and losses above the whole list.
SHOWN = 5
_CHANGES = (
    Column("gemeente", "Gemeente"),
    Column("provincie", "Provincie"),
    Column("was", "Was", whole, "Personen onder het uitgangspunt"),
    Column("wordt", "Wordt", whole, "Personen onder de andere sleutel"),
    Column("verschil", "Verschil", signed, "Personen meer of minder"),
    Column("verschil_per_1000", "Per 1.000 inwoners", two_places, "Verschil per 1.000 inwoners"),
)


def summary(found: Vergelijking, naar: str) -> str:
    """Say in two sentences what changes; from the measures of the comparison.

    Examples
    --------
    "Van Inwoners (wettelijk) naar Woningvoorraad verschuiven **374 personen** ..."
    """
    value = {naam: found.maten.at[naam, naar] for naam in ("stijgers", "dalers", "verplaatst")}
    van, to = (plain_text(name_of(found.keuzes[label])) for label in (found.tegen, naar))
    total = found.verdelingen[naar].totaal
    part = percentage(value["verplaatst"] / total) if total else "0 %"
    same = len(found.gemeenten) - value["stijgers"] - value["dalers"]
    closes = "" if total == found.verdelingen[found.tegen].totaal else " De totalen verschillen."
    moved = _counted(value["verplaatst"], "persoon", "personen")
    verb = "verschuift" if value["verplaatst"] == 1 else "verschuiven"
    more = _counted(value["stijgers"], "gemeente krijgt", "gemeenten krijgen")
    return (
        f"Van {van} naar {to} {verb} **{moved}**, {part} van de {whole(total)}. **{more} meer, "
        f"{whole(value['dalers'])} minder**; {_counted(same, 'houdt', 'houden')} hetzelfde "
        f"aantal.{closes}"
    )


def _counted(number: int, one: str, more: str) -> str:
    return f"{whole(number)} {one if number == 1 else more}"


def show_winst(found: Vergelijking, naar: str) -> None:
    """Show the largest gains and losses, and the whole list."""
    per = st.radio(
        "Grootste veranderingen",
        ["absoluut", "per 1.000 inwoners"],
        horizontal=True,
        key="rangschik",
        bind="query-params",
    )
    tail = "" if per == "absoluut" else " per 1.000 inwoners"
    table = find_uitschieters(found, naar, SHOWN)
    wanted = ("was", "wordt", "verschil") if not tail else ("verschil", "verschil_per_1000")
    columns = [c for c in _CHANGES if c.naam in ("gemeente", *wanted)]
    places = zip(st.columns(2), ("stijging", "daling"), strict=True)
    for place, lijst in places:
        with place:
            show_table(
                table[table["lijst"] == f"{lijst}{tail}"],
                columns,
                key=f"vergelijk_{lijst}",
                titel=f"De vijf grootste {lijst}en{tail}",
            )
    every = changes(found, naar)
    sums: dict[str, object] = {c: int(every[c].sum()) for c in ("was", "wordt", "verschil")}
    show_table(
        every,
        _CHANGES,
        key="vergelijk_alle",
        titel="Verandering per gemeente (personen)",
        options=TableOptions(search=True, totals={"gemeente": "Totaal"} | sums),
    )


def show_groepen(found: Vergelijking) -> None:
    """Show the sums per province, another region, size class or urbanity."""
    name = st.selectbox(
        "Tel op per",
        list(group_names()),
        format_func=str.capitalize,
        key="groep",
        bind="query-params",
    )
    table = groups_table(found, str(name), session.gegevens())
    columns = [Column(str(name), str(name).capitalize()), Column("gemeenten", "Gemeenten", whole)]
    columns += [
        Column(k, title_of(found.keuzes[k]), whole, name_of(found.keuzes[k])) for k in found.labels
    ]
    sums: dict[str, object] = {k: int(table[k].sum()) for k in ("gemeenten", *found.labels)}
    show_table(
        table,
        columns,
        key="vergelijk_groepen",
        titel=f"Personen per {name}",
        options=TableOptions(totals={str(name): "Totaal"} | sums),
    )


def show_spreiding(found: Vergelijking, naar: str) -> None:
    """Show old against new with the 45-degree line, and the histogram of the changes."""
    table = changes(found, naar)
    titels = name_of(found.keuzes[found.tegen]), name_of(found.keuzes[naar])
    pictures = scatter_svg(table, titels), histogram_svg(table)
    with st.container(horizontal=True):
        for image, text in zip(pictures, picture_texts(table, *titels), strict=True):
            with st.container(width=590):
                st.image(image, alt=text, width="stretch")
                st.caption(plain_text(text))


def picture_texts(table: pd.DataFrame, van: str, naar: str) -> tuple[str, str]:
    """Describe scatter and histogram for who cannot see them, from the numbers."""
    up, down = (int((table["verschil"] * side > 0).sum()) for side in (1, -1))
    most, least = (table.loc[table["verschil"].astype(int).agg(f)] for f in ("idxmax", "idxmin"))
    rate = table["verschil_per_1000"].astype(float)
    within = int((rate.abs() < 0.1).sum())
    scatter = (
        f"Spreiding van {whole(len(table))} gemeenten: personen onder {van} tegen {naar}. "
        f"Boven de lijn (meer): {whole(up)}; eronder (minder): {whole(down)}. "
        "Grootste stijging: "
        f"{most['gemeente']} {signed(int(most['verschil']))}; grootste daling: {least['gemeente']} "
        f"{signed(int(least['verschil']))}."
    )
    histogram = (
        "Verdeling van de verandering per 1.000 inwoners. Minder dan 0,1 verandert het bij "
        f"{whole(within)} van de {whole(len(table))} gemeenten; de mediaan is "
        f"{signed(float(rate.median()), 2)}, de uitersten zijn {signed(float(rate.min()), 2)} en "
        f"{signed(float(rate.max()), 2)}."
    )
    return scatter, histogram
