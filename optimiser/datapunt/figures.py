"""The figures as they stand: the embedded ones and the settled deliveries over them.

A delivery of inwoners adds a year (or takes the place of one), a national number a half-year, a
herindeling the gemeenten of a later year. The data version and the source name the deliveries, so
that every output does.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from optimiser.datapunt.levering import Levering
from optimiser.datapunt.store import Datapunt
from optimiser.gegevens.gegevens import Gegevens
from optimiser.gegevens.indeling import GemeentenTabel, Indeling

_FIGURES = ("inwoners", "woningvoorraad", "huishoudens")


def with_leveringen(gegevens: Gegevens, datapunt: Datapunt) -> Gegevens:
    """Return the figures with every settled delivery of figures and national numbers.

    Parameters
    ----------
    gegevens
        The embedded figures.
    datapunt
        The deliveries; oldest first, a later one wins.
    """
    used: list[Levering] = []
    for tabel, apply in (
        ("herindeling", _with_herindeling),
        ("inwoners", _with_inwoners),
        ("landelijk", _with_landelijk),
    ):
        for one in datapunt.settled(tabel):
            gegevens = apply(gegevens, datapunt.rows(one.nummer), one)
            used.append(one)
    if not used:
        return gegevens
    named = "+".join(f"L{one.nummer}.{one.sha256[:8]}" for one in used)
    return replace(gegevens, version=f"{gegevens.version}+{named}")


def _with_herindeling(gegevens: Gegevens, rows: pd.DataFrame, _one: Levering) -> Gegevens:
    new = rows.drop(columns=["rij"])
    for column in ("ingangsdatum", "bestuurlijk"):
        if column in new:
            new[column] = pd.to_datetime(new[column]).astype("datetime64[ns]")
    if "bestuurlijk" in gegevens.herindelingen and "bestuurlijk" not in new:
        new["bestuurlijk"] = new["ingangsdatum"]
    new = new[[c for c in gegevens.herindelingen.columns if c in new]]
    keys = ["ingangsdatum", "oude_gm_code", "nieuwe_gm_code"]
    every = pd.concat([gegevens.herindelingen, new], ignore_index=True)
    every = every.drop_duplicates(keys, keep="last").sort_values(keys, ignore_index=True)
    return replace(gegevens, herindelingen=every, regios=_with_successors(gegevens.regios, new))


def _with_successors(regios: pd.DataFrame, moves: pd.DataFrame) -> pd.DataFrame:
    """Give a new gemeente the areas in which all its parts lay; where they differ, none."""
    added = {}
    for new, parts in moves.groupby("nieuwe_gm_code"):
        if new in regios.index:
            continue
        old = regios.reindex(parts["oude_gm_code"])
        same = old.apply(lambda cells: cells.iloc[0] if len(set(cells)) == 1 else pd.NA)
        same["gemeente"] = parts["nieuwe_gemeente"].iloc[0]
        added[new] = same
    if not added:
        return regios
    extra = pd.DataFrame(added).T.rename_axis("gm_code")
    return pd.concat([regios, extra]).sort_index()


def _with_inwoners(gegevens: Gegevens, rows: pd.DataFrame, one: Levering) -> Gegevens:
    year = int(rows["jaar"].iloc[0])
    table = rows.set_index("gm_code").sort_index()
    before = gegevens.gemeenten[max(y for y in gegevens.gemeenten if y <= year)][0]
    figures = pd.DataFrame(index=table.index)
    figures["gemeente"] = _names(table, before, gegevens.herindelingen)
    for column in _FIGURES:
        if column in table and table[column].notna().any():
            figures[column] = table[column].astype("Int64")
    source = one.eigenaar or "Centraal Bureau voor de Statistiek (CBS)"
    made = GemeentenTabel(
        figures, _indeling(figures, year, before), year, f"{source}, {one.line()}"
    )
    return replace(gegevens, gemeenten=_placed(gegevens.gemeenten, year, made))


def _names(table: pd.DataFrame, before: GemeentenTabel, moves: pd.DataFrame) -> pd.Series:
    known = dict(zip(moves["nieuwe_gm_code"], moves["nieuwe_gemeente"], strict=True))
    known |= dict(before.tabel["gemeente"])
    names = pd.Series({code: known.get(code) for code in table.index}, dtype="object")
    if "gemeente" in table:
        names = names.fillna(table["gemeente"])
    return names.fillna(pd.Series(table.index, index=table.index)).astype("string")


def _indeling(figures: pd.DataFrame, year: int, before: GemeentenTabel) -> Indeling:
    same = figures.index.equals(before.tabel.index)
    return before.indeling if same else Indeling(year, len(figures))


def _placed(
    tables: Mapping[int, Sequence[GemeentenTabel]], year: int, made: GemeentenTabel
) -> dict[int, tuple[GemeentenTabel, ...]]:
    """Put a year in its place; years stay ascending."""
    every = {y: tuple(t) for y, t in tables.items()} | {year: (made,)}
    return {y: every[y] for y in sorted(every)}


def _with_landelijk(gegevens: Gegevens, rows: pd.DataFrame, one: Levering) -> Gegevens:
    table = gegevens.landelijk.copy()
    for row in rows.itertuples():
        note = f"{one.line()}, bekendgemaakt {row.datum:%d-%m-%Y}"
        if row.periode in table.index:
            old = int(table.at[row.periode, "taakstelling"])
            note += f"; eerder {old}: {table.at[row.periode, 'bron']}"
        for column, value in (
            ("taakstelling", int(row.taakstelling)), ("bron", row.bron), ("opmerking", note),
        ):  # fmt: skip
            table.loc[row.periode, column] = value
    return replace(gegevens, landelijk=table.sort_index())
