"""Steps of the interventieladder by name: as the province delivered them, with date and source.

Nothing is computed and nothing is named that a province did not name itself; the public
frameworks that were found are told with their dates and addresses.
"""

from datetime import date
from typing import Any

import pandas as pd

from optimiser.gegevens.provincies import provincie_code
from optimiser.teksten import load_teksten
from optimiser.teksten.zinnen import sentence


def with_names(
    ladder: pd.DataFrame | None, treden: pd.DataFrame | None, regios: pd.DataFrame
) -> pd.DataFrame | None:
    """Return the delivered ladder with the name of each step behind its number.

    Parameters
    ----------
    ladder
        Of ``datapunt.beside.read_ladder``.
    treden
        Of ``datapunt.beside.read_treden``. A name counts from ``vanaf`` until a later one of the
        same province and step.
    regios
        Index ``gm_code``: ``provincie_code``.
    """
    if ladder is None or treden is None:
        return ladder
    owner = regios["provincie_code"].reindex(ladder.index)
    codes = [provincie_code(name, regios) for name in treden["provincie"]]
    names = treden.assign(code=codes)
    out = ladder.copy()
    out["trede"] = [
        _named(trede, names[names["code"] == code], day)
        for trede, code, day in zip(ladder["trede"], owner, ladder["peildatum"], strict=True)
    ]
    return out


def _named(trede: object, names: pd.DataFrame, day: date) -> object:
    if pd.isna(trede):
        return trede
    then = names[(names["trede"] == str(trede)) & (names["vanaf"] <= day)]
    if then.empty:
        return trede
    return sentence(
        "toezicht", "trede", {"trede": str(trede), "naam": then["omschrijving"].iloc[-1]}
    )


def ladder_lines(treden: pd.DataFrame | None, gebied: str | None = None) -> list[str]:
    """Tell where the names of steps come from, and which public frameworks there are.

    Parameters
    ----------
    treden
        Of ``datapunt.beside.read_treden``; None where no names were delivered.
    gebied
        Name of a province; None tells the framework of the country only.
    """
    told = [sentence("toezicht", "inleiding", {})] if treden is None else []
    if treden is not None:
        for row in treden.itertuples():
            if gebied is None or str(row.provincie).casefold() == gebied.casefold():
                facts = {"trede": row.trede, "naam": row.omschrijving, "provincie": row.provincie}
                facts |= {"vanaf": f"{row.vanaf:%d-%m-%Y}", "bron": row.bron}
                told.append(sentence("toezicht", "trede_bron", facts))
    frameworks: dict[str, dict[str, Any]] = load_teksten()["toezichtkaders"]
    for one in frameworks.values():
        if one["gebied"] in {"Nederland", gebied}:
            valid = f"vanaf {one['vanaf']:%d-%m-%Y}"
            if "tot" in one:
                valid += f" tot en met {one['tot']:%d-%m-%Y}"
            facts = {name: one[name] for name in ("titel", "gebied", "adres")}
            told.append(sentence("toezicht", "kader", facts | {"geldig": valid}))
    return told
