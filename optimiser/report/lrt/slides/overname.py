"""What a key changes, and who takes over: every decrease beside its increases."""

import pandas as pd

from optimiser.compare.changes.uitschieters import changes
from optimiser.report.kaart.measures import Meting
from optimiser.report.lrt.content import Stof
from optimiser.report.lrt.map_pictures import BESIDE, PICTURE, single
from optimiser.report.lrt.slides.slide import Dia, Getal, Getallen, Tabel
from optimiser.report.lrt.slides.where_we_are import of_key
from optimiser.report.lrt.words import headline, zin
from optimiser.teksten import signed, whole

#: Rows of a list of gains or losses, and of agreements, that fit beside a map.
SHOWN = 6
LINES = 10


def verschil(stof: Stof, label: str) -> Dia:
    """Show the difference of a key with the statutory one: a map and the persons that move."""
    table, key = changes(stof.vergelijking, label), stof.titel(label)
    up, down = table[table["verschil"] > 0], table[table["verschil"] < 0]
    if up.empty:
        return Dia(headline("verschil_gelijk", sleutel=key), notitie=stof.herkomst)
    persons = of_key(stof, label, "personen").teller - stof.wettelijk.gemeenten["taakstelling"]
    measure = Meting("verschil", "Verschil", "personen", persons)
    heading = zin("verschil_kaart", sleutel=key)
    picture, note = single(stof, measure, heading, diverging=True)
    explained = stof.vergelijking.keuzes[label].key.toelichting
    notes = [f"{key}: {explained.uitleg} Bron: {explained.bron}.", explained.prikkel, note]
    number = Getal(whole(int(up["verschil"].sum())), zin("verschil_getal"))
    return Dia(
        headline("verschil_titel", sleutel=key, stijgers=len(up), dalers=len(down)),
        ((picture, PICTURE), (Getallen((number,)), BESIDE)),
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
    """Show what each province loses and gains, and the gemeenten that change most."""
    table, key = changes(stof.vergelijking, label), stof.titel(label)
    change = stof.vergelijking.verschil(label)
    saldo = change.groupby(stof.vergelijking.gemeenten["provincie"]).sum()
    ends = {"minder": str(saldo.idxmin()), "meer": str(saldo.idxmax())}
    return Dia(
        headline("overname_titel", sleutel=key, **ends),
        ((_provincies(stof, label), 0.5), (gains_and_losses(table), 0.5)),
        notitie=stof.herkomst,
        bijlage=True,
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
