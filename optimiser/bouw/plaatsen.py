"""Which of today's gemeenten a place lies in, from the name of its gemeente of some years ago."""

from typing import Any

import pandas as pd
from scipy.spatial import cKDTree

#: Two packages place the same village at most this far apart [m].
SAME_PLACE = 3000.0


def successors(
    gemeenten: pd.DataFrame, herindelingen: pd.DataFrame, handwerk: dict[str, Any]
) -> dict[str, str]:
    """Map every usable old name to today's ``gm_code``; split gemeenten are left out.

    Returns
    -------
    dict
        Names of today map to themselves; both Bergens are absent (see ``locate``).
    """
    code_of = {name: str(code) for code, name in gemeenten["gemeente"].items()}
    known = dict(code_of)
    parts = herindelingen.groupby("oude_gemeente")["nieuwe_gm_code"].agg(list)
    known |= {str(old): codes[0] for old, codes in parts.items() if len(codes) == 1}
    known |= {old: code_of[new] for old, new in handwerk["oude_namen"].items()}
    for name in handwerk["gesplitst"]["namen"]:
        known.pop(name, None)
    return known


def locate(
    places: pd.DataFrame,
    gemeenten: pd.DataFrame,
    herindelingen: pd.DataFrame,
    handwerk: dict[str, Any],
) -> pd.DataFrame:
    """Give each place its ``gm_code`` and drop those that cannot have one.

    Parameters
    ----------
    places
        As ``bronnen.read_places_with_gemeente`` gives them.
    gemeenten, herindelingen, handwerk
        Today's names, the mergers since 2019, the names put in by hand.

    Returns
    -------
    pandas.DataFrame
        ``places`` with ``gm_code``.
    """
    known = successors(gemeenten, herindelingen, handwerk)
    code_of = {name: str(code) for code, name in gemeenten["gemeente"].items()}
    bergen = {True: code_of.get("Bergen (NH.)"), False: code_of.get("Bergen (L.)")}
    codes = [
        bergen["Holland" in provincie] if old == "Bergen" else known.get(old)
        for old, provincie in zip(places["oude_gemeente"], places["provincie"], strict=True)
    ]
    found = places.assign(gm_code=pd.Series(codes, index=places.index, dtype="object"))
    return found[found["gm_code"].notna()].reset_index(drop=True)


def anchor_points(
    gemeenten: pd.DataFrame, populated: pd.DataFrame, handwerk: dict[str, Any]
) -> pd.DataFrame:
    """List candidate places for the gemeenten that no place names.

    Returns
    -------
    pandas.DataFrame
        ``gm_code``, ``plaats``, ``x``, ``y``; several rows where a name occurs more than once,
        most populous first.
    """
    code_of = {name: str(code) for code, name in gemeenten["gemeente"].items()}
    wanted = pd.DataFrame(
        [(code_of[gemeente], plaats) for gemeente, plaats in handwerk["ankers"].items()],
        columns=["gm_code", "plaats"],
    )
    return wanted.merge(populated, on="plaats", how="left", validate="1:m")[
        ["gm_code", "plaats", "inwoners", "x", "y"]
    ]


def with_inhabitants(located: pd.DataFrame, populated: pd.DataFrame) -> pd.DataFrame:
    """Add ``inwoners`` of the place of the same name nearby; zero if there is none."""
    counts = []
    groups = {str(name): rows for name, rows in populated.groupby("plaats")}
    for place in located.itertuples():
        same = groups.get(str(place.plaats))
        if same is None:
            counts.append(0)
            continue
        distance, row = cKDTree(same[["x", "y"]].to_numpy()).query([place.x, place.y])
        counts.append(int(same["inwoners"].iloc[row]) if distance <= SAME_PLACE else 0)
    return located.assign(inwoners=counts)


def main_places(candidates: pd.DataFrame) -> pd.DataFrame:
    """Choose the most populous place of each gemeente.

    Returns
    -------
    pandas.DataFrame
        Index ``gm_code``, ascending: ``plaats``, ``x``, ``y`` [m, RD, rounded].
    """
    ordered = candidates.sort_values(["inwoners", "plaats"], ascending=[False, True])
    first = ordered.drop_duplicates("gm_code").set_index("gm_code").sort_index()
    return first[["plaats", "x", "y"]].round({"x": 0, "y": 0}).astype({"x": int, "y": int})
