"""What a key changes, and who takes over: every decrease beside its increases."""

from collections.abc import Sequence

import pandas as pd

from optimiser.compare.changes.overname import match_overname as match
from optimiser.compare.changes.uitschieters import changes
from optimiser.report.kaart.measures import Meting
from optimiser.report.lrt.content import Stof
from optimiser.report.lrt.map_pictures import single
from optimiser.report.lrt.slides.slide import Dia, Tabel
from optimiser.report.lrt.slides.where_we_are import of_key
from optimiser.report.lrt.words import zin
from optimiser.report.vergelijking.notes import takeover_note
from optimiser.teksten import signed, whole

#: Rows of a list of gains or losses, and of agreements, that fit beside a map.
SHOWN = 6
LINES = 10


def verschil(stof: Stof, label: str) -> Dia:
    """Show the difference of a key with the statutory one."""
    table, key = changes(stof.vergelijking, label), stof.titel(label)
    up, down = table[table["verschil"] > 0], table[table["verschil"] < 0]
    if up.empty:
        return Dia(zin("verschil_gelijk", sleutel=key), notitie=stof.herkomst)
    counts = {"stijgers": len(up), "dalers": len(down), "personen": int(up["verschil"].sum())}
    persons = of_key(stof, label, "personen").teller - stof.wettelijk.gemeenten["taakstelling"]
    measure = Meting("verschil", "Verschil", "personen", persons)
    heading = zin("verschil_kaart", sleutel=key)
    picture, note = single(stof, measure, heading, diverging=True)
    explained = stof.vergelijking.keuzes[label].key.toelichting
    notes = [f"{key}: {explained.uitleg} Bron: {explained.bron}.", explained.prikkel, note]
    return Dia(
        zin("verschil_titel", sleutel=key, **counts),
        ((picture, 0.5), (gains_and_losses(table), 0.5)),
        notitie=" ".join([*notes, stof.herkomst]),
    )


def gains_and_losses(table: pd.DataFrame, shown: int = SHOWN) -> Tabel:
    """List the largest increases and the largest decreases, between them what is left out."""
    up = table[table["verschil"] > 0].sort_values(["verschil", "gm_code"], ascending=[False, True])
    down = table[table["verschil"] < 0].sort_values(["verschil", "gm_code"])
    rows = [*_rows(up, shown, "overige_meer"), *_rows(down, shown, "overige_minder")]
    return Tabel(
        ("Gemeente", "Was", "Wordt", "Verschil"),
        tuple(rows),
        frozenset({1, 2, 3}),
        bijschrift=zin("verschil_tabel"),
    )


def _rows(table: pd.DataFrame, shown: int, rest_code: str) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [
        (str(name), whole(int(was)), whole(int(becomes)), signed(int(change)))
        for name, was, becomes, change in table.loc[:, ["gemeente", "was", "wordt", "verschil"]]
        .head(shown)
        .itertuples(index=False)
    ]
    if rest := len(table) - len(rows):
        left = table.iloc[shown:]
        sums = (int(left["was"].sum()), int(left["wordt"].sum()), int(left["verschil"].sum()))
        last = (zin(rest_code, aantal=rest), whole(sums[0]), whole(sums[1]), signed(sums[2]))
        rows.append(last)
    return rows


def overname(stof: Stof, label: str) -> Dia:
    """Show next to every decrease who takes it over; the sum stays the same."""
    found, key = stof.vergelijking, stof.titel(label)
    lines = match(found.gemeenten[found.tegen], found.gemeenten[label])
    pairs = [
        (stof.naam(a), stof.naam(b), int(n))
        for a, b, n in sorted(
            lines.itertuples(index=False, name=None), key=lambda line: (-line[2], line[:2])
        )
    ]
    title = zin("overname_titel", sleutel=key, totaal=found.verdelingen[label].totaal)
    return Dia(
        title,
        ((_provincies(stof, label), 0.5), (_pairs(pairs, key), 0.5)),
        (takeover_note("grootste_eerst"),),
        f"{takeover_note('grootste_eerst')} {stof.herkomst}",
    )


def _pairs(pairs: Sequence[tuple[str, str, int]], key: str) -> Tabel:
    rows = [(a, b, whole(n)) for a, b, n in pairs[:LINES]]
    if rest := pairs[LINES:]:
        rows.append((zin("overige", aantal=len(rest)), "", whole(sum(n for *_, n in rest))))
    rows.append((zin("totaal"), "", whole(sum(n for *_, n in pairs))))
    return Tabel(
        ("Minder in", "Overgenomen door", "Personen"),
        tuple(rows),
        frozenset({2}),
        frozenset({len(rows) - 1}),
        zin("overname_regels", sleutel=key),
    )


def _provincies(stof: Stof, label: str) -> Tabel:
    rows = stof.vergelijking.gemeenten
    change = stof.vergelijking.verschil(label)
    grouped = rows["provincie"]
    fewer = (-change.clip(upper=0)).groupby(grouped).sum()
    more = change.clip(lower=0).groupby(grouped).sum()
    lines = [(str(name), *_both(int(fewer[name]), int(more[name]))) for name in sorted(fewer.index)]
    lines.append((zin("totaal"), *_both(int(fewer.sum()), int(more.sum()))))
    return Tabel(
        ("Provincie", "Minder", "Meer", "Saldo"),
        tuple(lines),
        frozenset({1, 2, 3}),
        frozenset({len(lines) - 1}),
        zin("overname_provincies", sleutel=stof.titel(label)),
    )


def _both(fewer: int, more: int) -> tuple[str, str, str]:
    return signed(-fewer), signed(more), signed(more - fewer)
