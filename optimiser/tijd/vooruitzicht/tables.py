"""The outlook and its test as tables and sentences."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from optimiser.teksten import load_teksten, whole
from optimiser.tijd.vooruitzicht.backtest import Backtest
from optimiser.tijd.vooruitzicht.project import Vooruitzicht

FAN = ("halfjaar", "taakstelling", "laagste", "10 %", "midden", "90 %", "hoogste", "gebeurd")


def backtest_table(tests: Sequence[Backtest]) -> pd.DataFrame:
    """Return one row per model: MAE [personen], MAPE and national error [%], MAPE per half-year."""
    names = load_teksten()["vooruitzicht_modellen"]
    return pd.DataFrame(
        [
            {
                "model": names[test.naam],
                "mae": test.mae,
                "mape": 100 * test.mape,
                "landelijk": 100 * test.national,
            }
            | {f"mape {half}": 100 * share for half, share in test.per_halfjaar.items()}
            for test in tests
        ]
    )


def saldo_table(found: Vooruitzicht, names: Mapping[str, str]) -> pd.DataFrame:
    """Return the expected saldo per unit, a column per half-year [personen]."""
    halfjaren = [str(halfjaar) for halfjaar in found.tijd.halfjaren]
    frame = pd.DataFrame(np.rint(found.saldo).astype(int), columns=halfjaren)
    frame.insert(0, "begin", np.rint(found.begin).astype(int))
    frame.insert(0, "eenheid", [names.get(unit, unit) for unit in found.eenheden])
    return frame


def fan_table(found: Vooruitzicht) -> pd.DataFrame:
    """Return the national fan: lowest, 10 %, middle, 90 %, highest, and what happened."""
    return pd.DataFrame(
        [
            {
                "halfjaar": str(halfjaar),
                "taakstelling": found.tijd.announced[t],
                "laagste": round(step.laagste),
                "10 %": round(step.tien),
                "midden": round(step.midden),
                "90 %": round(step.negentig),
                "hoogste": round(step.hoogste),
                "gebeurd": pd.NA if np.isnan(found.happened[t]) else round(found.happened[t]),
            }
            for t, (halfjaar, step) in enumerate(zip(found.tijd.halfjaren, found.fan, strict=True))
        ],
        columns=[
            "halfjaar",
            "taakstelling",
            "laagste",
            "10 %",
            "midden",
            "90 %",
            "hoogste",
            "gebeurd",
        ],
    )


def sentences(found: Vooruitzicht) -> list[str]:
    """Return what must stand beside the outlook, in Dutch."""
    texts = load_teksten()["vooruitzicht"]
    model = load_teksten()["vooruitzicht_modellen"][found.tijd.vooruitzicht.model]
    lines = [texts["model"].format(model=model)]
    if found.fan:
        lines.append(
            texts["waaier"].format(
                aantal=len(found.seen), eerste=found.seen[0], laatste=found.seen[-1]
            )
        )
    else:
        lines.append(texts["geen_waaier"])
    lines += [miss for miss in _misses(found) if miss]
    if found.uncoupled >= 1:
        housed = round(float(found.realisatie[:, 0].sum()))
        facts = {"gekoppeld": whole(housed), "rest": whole(round(found.uncoupled))}
        lines.append(texts["niet_gekoppeld"].format(halfjaar=found.tijd.halfjaren[0], **facts))
    lines.append(texts["verleden"])
    return lines


def _misses(found: Vooruitzicht) -> list[str]:
    """Return where what happened lies outside the whole fan."""
    texts, told = load_teksten()["vooruitzicht"], []
    for halfjaar, step, seen in zip(found.tijd.halfjaren, found.fan, found.happened, strict=False):
        if seen < step.laagste - 0.5:
            key, off = "gemist_onder", step.laagste - seen
        elif seen > step.hoogste + 0.5:
            key, off = "gemist_boven", seen - step.hoogste
        else:
            continue
        told.append(
            texts[key].format(
                halfjaar=halfjaar, gebeurd=whole(seen), verschil=whole(off), paden=whole(step.paths)
            )
        )
    return told
