"""A shared database with the second lock on, filled by several workspaces."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pandas as pd
from sqlalchemy import create_engine, text

from optimiser.datapunt.opening import open_datapunt
from optimiser.register.engine import to_url
from optimiser.register.opening import open_register
from optimiser.uitruil.agreement import overeenkomst
from optimiser.zicht.werkruimte import Rol
from optimiser.zicht.zicht import EVERYTHING, Zicht
from tests.databases import locked_place, owner_of

CODES = ("GM0014", "GM0106", "GM0114", "GM0664", "GM0748", "GM0935", "GM0994", "GM0363")
DRENTHE = Zicht("drenthe", frozenset(CODES[1:3]), Rol.VASTSTELLER)
ZEELAND = Zicht("zeeland", frozenset(CODES[3:4]), Rol.VASTSTELLER)
BZK = Zicht("bzk", None, Rol.BEHEERDER)
DWELLING = {
    "periode": "2026-1", "maand": 1, "klasse": "klein", "soort": "huur", "zekerheid": "zeker",
    "aantal": 3,
}  # fmt: skip


def dwellings(codes):
    return pd.DataFrame([DWELLING | {"gm_code": code} for code in codes])


def fill(place):
    """Agreements of neighbours in the list (1 to 7); a realisatie (1), dwellings (2 to 4)."""
    with open_register(place, EVERYTHING) as book:
        for number, (one, other) in enumerate(pairwise(CODES), start=1):
            mine = replace(book, zicht=replace(DRENTHE, gm_codes=frozenset({one})))
            mine.add(overeenkomst(f"u{number}", "2025-2", {one: -number, other: number}), "Jan")
    row = {"periode": "2024-1", "peildatum": date(2024, 7, 1), "realisatie": 7}
    point = open_datapunt(place, BZK)
    every = pd.DataFrame([row | {"gm_code": code} for code in CODES])
    point.settle(point.add("realisatie", "r.csv", b"r", every, "Jan").nummer, "Jan")
    for zicht in (DRENTHE, ZEELAND):
        mine = replace(point, zicht=zicht)
        one = mine.add("woningaanbod", "w.csv", b"w", dwellings(sorted(zicht.gm_codes)), "Jan")
        mine.settle(one.nummer, "Jan")
    replace(point, zicht=ZEELAND).add("woningaanbod", "c.csv", b"c", dwellings(["GM0664"]), "Jan")
    point.close()


@contextmanager
def own_copy(tmp_path):
    """Give a locked place that may be damaged, and a way to do so behind the program's back."""
    with locked_place("locked", tmp_path) as found:
        fill(found)
        owner = create_engine(to_url(owner_of(found)))

        def by_hand(statement):
            with owner.begin() as db:
                for name in ("versie", "keten", "levering_deel"):
                    db.execute(text(f"ALTER TABLE {name} DISABLE TRIGGER USER"))
                db.execute(text(statement))

        yield found, by_hand
        owner.dispose()
