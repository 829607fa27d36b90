"""Requests by anybody about anything, ten thousand with -m lang: no row outside the workspace."""

import random
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pandas as pd
import pytest

from optimiser.datapunt.opening import open_datapunt
from optimiser.errors import OptimiserError
from optimiser.register.approval import Goedkeuring
from optimiser.register.opening import make_register
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.uitruil.states import Status
from optimiser.zicht.login import Login
from optimiser.zicht.shared import LoginVia, Shared
from optimiser.zicht.werkruimte import Rol, Werkruimte, Werkruimtes
from optimiser.zicht.zicht import EVERYTHING
from tests.databases import locked_place

CODES = ("GM0014", "GM0106", "GM0114", "GM0664", "GM0748", "GM0935", "GM0994", "GM0363")
AREAS = {
    "noord": frozenset(CODES[:1]),
    "drenthe": frozenset(CODES[1:3]),
    "grens": frozenset(CODES[:2]),
    "zeeland": frozenset(CODES[3:4]),
    "zuid": frozenset(CODES[4:7]),
    "bzk": None,
}
LINES = tuple(
    Werkruimte(id=name, groep=f"{name}-{rol}", gebied=tuple(codes or "NL"), rol=rol)
    for name, codes in AREAS.items()
    for rol in Rol
)
SHARED = Shared(LoginVia.PROXY, Werkruimtes(LINES, AREAS), "s" * 40)


def deal(number, one, other):
    terms = [{"halfjaar": "2025-2", "verschillen": {one: -number, other: number}}]
    return Overeenkomst.from_plain({"naam": f"u{number}", "termijnen": terms})


@pytest.fixture(scope="module", params=["sqlite", "locked"])
def stores(request, tmp_path_factory):
    """Agreements between every two neighbours of the list, realisatie and dwellings."""
    with locked_place(request.param, tmp_path_factory.mktemp("zicht") / "r.sqlite") as place:
        yield from filled(place)


def filled(place):
    """Fill register and data point of a place, and close them."""
    book, point = make_register(place, EVERYTHING), open_datapunt(place, EVERYTHING)
    for number, pair in enumerate(pairwise(CODES), start=1):
        book.add(deal(number, *pair), "Jan")
    row = {"periode": "2024-1", "peildatum": date(2024, 7, 1), "realisatie": 7}
    rows = pd.DataFrame([row | {"gm_code": code} for code in CODES])
    kept = [point.add("realisatie", "r.csv", b"r", rows, "Jan")]
    for name, codes in AREAS.items():
        if codes is not None:
            mine = replace(point, zicht=zicht_of(name, Rol.VASTSTELLER))
            kept.append(mine.add("woningaanbod", "w.csv", name.encode(), dwellings(codes), "Jan"))
            mine.settle(kept[-1].nummer, "Jan")
    point.settle(kept[0].nummer, "Jan")
    yield book, point
    book.engine.dispose()
    point.close()


def dwellings(codes):
    row = {"periode": "2026-1", "maand": 1, "klasse": "klein", "soort": "huur"}
    row |= {"zekerheid": "zeker", "aantal": 3}
    return pd.DataFrame([row | {"gm_code": code} for code in sorted(codes)])


def zicht_of(name, rol):
    return SHARED.zicht_of(Login("jan", frozenset({f"{name}-{rol}"})))


def outside(zicht, answer):
    """Return what an answer tells about gemeenten that the workspace has nothing to do with."""
    if isinstance(answer, pd.DataFrame):
        return [code for code in answer.get("gm_code", []) if not zicht.sees(code)]
    if not isinstance(answer, tuple):
        answer = (answer,)
    parties = [one.overeenkomst.partijen for one in answer if hasattr(one, "overeenkomst")]
    return [codes for codes in parties if not zicht.touches(codes)]


def ask(draw, book, point):
    """Return a request at random: a question, or a step that only some may take."""
    number, code = draw.randrange(1, 9), draw.choice(CODES)
    given = Goedkeuring(code, "Jansen", date(2025, 5, 1), "Z-1")
    return draw.choice(
        [
            lambda: book.get(number),
            lambda: book.history(number),
            lambda: book.stand(),
            lambda: book.stand([draw.choice(list(Status))]),
            lambda: point.leveringen() and None,
            lambda: point.rows(number),
            lambda: point.others(number),
            lambda: pd.DataFrame({"gm_code": point.arrow([number])[number]["gm_code"].to_pylist()}),
            lambda: book.approve(number, draw.randrange(1, 4), given, "Jan"),
            lambda: book.withdraw(number, draw.randrange(1, 4), code, "Jan", "vergissing"),
        ]
    )


@pytest.mark.parametrize("requests", [1_000, pytest.param(10_000, marks=pytest.mark.lang)])
def test_no_request_brings_a_row_outside_the_workspace(stores, requests):
    draw, answered, refused = random.Random(17), 0, 0
    for _ in range(requests):
        zicht = zicht_of(draw.choice(list(AREAS)), draw.choice(list(Rol)))
        book, point = (replace(one, zicht=zicht) for one in stores)
        try:
            answer = ask(draw, book, point)()
        except (OptimiserError, KeyError):
            refused += 1
            continue
        answered += 1
        assert outside(zicht, answer) == [], zicht
    assert answered > requests // 4
    assert refused > requests // 10
