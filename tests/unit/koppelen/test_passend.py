"""The interval formula against a solver, the numbers of the design page, and its sentences."""

import random

import numpy as np
import pytest
from scipy.optimize import linprog
from scipy.sparse import block_diag

from optimiser.cli.main import execute
from optimiser.io.gegevens import read_embedded
from optimiser.koppelen.aannames import KLASSEN, assumed_huishoudens
from optimiser.koppelen.errors import HuishoudensError, WoningklasseError
from optimiser.koppelen.passend import check_passend
from optimiser.koppelen.woningen import Woningklasse
from optimiser.report.koppelen.sentences import drempel_lines, passend_lines

STANDARD = [klasse for klasse, _ in KLASSEN]
NEED = assumed_huishoudens(13_000)


def by_solver(cases, weight):
    """Return per case the most weight that fits: one transport LP, whole, for all cases at once."""
    columns, blocks, ends, most = [], [], [], []
    for need, supply, klassen in cases:
        pairs = [(s, k) for s in need for k, one in enumerate(klassen) if one.holds(s)]
        rows = [[float(s == t) for t, _ in pairs] for s in need]
        rows += [[float(k == j) for _, j in pairs] for k in range(len(klassen))]
        columns += [weight(s) for s, _ in pairs]
        blocks.append(np.array(rows).reshape(len(rows), len(pairs)))
        ends.append(len(columns))
        most += [*need.values(), *supply]
    worth = np.array(columns, dtype=float)
    done = linprog(-worth, A_ub=block_diag(blocks, format="csr"), b_ub=most)
    parts = np.split(worth * done.x, ends[:-1])
    return [round(part.sum()) for part in parts]


def random_case(rng):
    edges = sorted(rng.sample(range(1, 9), 4))
    tops = sorted(rng.randint(a, 9) for a in edges)
    tops = [max(a, b) for a, b in zip(edges, tops, strict=True)]
    klassen = [
        Woningklasse(f"k{i}", a, b) for i, (a, b) in enumerate(zip(edges, tops, strict=True))
    ]
    need = {size: rng.randint(0, 6) for size in rng.sample(range(1, 10), 5)}
    return need, [rng.randint(0, 6) for _ in klassen], klassen


def test_it_finds_what_a_solver_finds_on_a_thousand_cases():
    rng = random.Random(11)
    cases = [random_case(rng) for _ in range(1000)]
    most = zip(by_solver(cases, lambda _size: 1), by_solver(cases, lambda size: size), strict=True)
    for (need, supply, klassen), (placed, persons) in zip(cases, most, strict=True):
        found = check_passend(need, supply, klassen)
        assert found.huishoudens == sum(need.values()) - placed
        assert found.personen == sum(s * n for s, n in need.items()) - persons


@pytest.mark.parametrize(
    ("supply", "largest_5k", "households", "persons"),
    [
        ((971, 2633, 2011, 1582, 628, 132), 7, 0, 0),  # 10 %
        ((1173, 3164, 2410, 1902, 764, 156), 7, 0, 0),  # 12 %
        ((372, 1548, 3370, 3080, 1041, 158), 7, 1281, 1281),  # S1: family dwellings
        ((1173, 3165, 2392, 1892, 947, 0), 7, 86, 745),  # S3: none for eight or more
        ((971, 2633, 2011, 1582, 628, 132), 6, 47, 329),  # S4: 5k holds six
    ],
)
def test_the_numbers_of_the_design_page(supply, largest_5k, households, persons):
    klassen = [Woningklasse("5k", 4, largest_5k) if k.naam == "5k" else k for k in STANDARD]
    found = check_passend(NEED, supply, klassen)
    assert (found.huishoudens, found.personen) == (households, persons)


def test_the_sentence_of_who_has_no_class_at_all():
    supply = (1173, 3165, 2392, 1892, 947, 0)
    told = passend_lines("Nederland", NEED, supply, check_passend(NEED, supply, STANDARD))
    assert "Voor 86 huishoudens van 8 of meer personen is er geen woning." in told[1]
    assert "hebben 745 personen geen plek" in told[1]


def test_large_families_under_the_thresholds_that_were_in_force():
    told = drempel_lines(NEED, read_embedded())
    assert [line.split(" (")[0] for line in told] == [
        "Grote gezinnen vanaf 6 personen: 318 huishoudens, 2.230 personen",
        "Grote gezinnen vanaf 7 personen: 179 huishoudens, 1.396 personen",
        "Grote gezinnen vanaf 8 personen: 86 huishoudens, 745 personen",
    ]


def test_classes_that_cross_are_refused():
    crossing = (Woningklasse("groot", 3, 6), Woningklasse("klein", 1, 2))
    with pytest.raises(WoningklasseError):
        check_passend({1: 1}, (1, 1), crossing)


@pytest.mark.parametrize("need", [{0: 1}, {1: -1}, {99: 1}])
def test_numbers_that_cannot_be_are_refused(need):
    with pytest.raises(HuishoudensError):
        check_passend(need, (1,) * 6, STANDARD)


def test_the_command_tells_where_it_pinches_and_exits_3(capsys):
    own = "1k=372,2k=1548,3k=3370,4k=3080,5k=1041,6k=158"
    assert execute(["koppel", "past", "--halfjaar", "2025-2", "--woningen", own]) == 3
    told = capsys.readouterr()
    assert (
        "Voor 3.201 alleenstaanden zijn er 1.920 passende woningen (1k, 2k): 1.281 tekort."
        in told.out
    )
    assert "Aanname" in told.err


def test_the_command_per_coa_region_names_all_five(capsys):
    execute(["koppel", "past", "--halfjaar", "2025-2", "--gebied", "coa_regio"])
    told = capsys.readouterr().out
    assert all(f"{naam}: " in told for naam in ("Noord", "Oost", "Midden", "Zuidwest", "Zuid"))


@pytest.mark.parametrize("own", ["1=3,1=4", "1=3,01=4", "x=3", "1=veel", "1=13,5"])
def test_wrong_numbers_on_the_command_line_are_refused(own, capsys):
    assert execute(["koppel", "past", "--halfjaar", "2025-2", "--huishoudens", own]) == 2
    assert "Traceback" not in capsys.readouterr().err
