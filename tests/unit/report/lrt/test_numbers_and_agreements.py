"""The three numbers that matter, and the order of the agreements."""

from optimiser.report.lrt.content import agreements
from optimiser.report.lrt.slides.closing_slides import drie_getallen
from optimiser.report.lrt.words import zin
from optimiser.solve.optimise import optimise
from optimiser.teksten import whole
from tests.unit.engine.problems import problem


def shown(content):
    ((numbers, _),) = drie_getallen(content).kolommen
    return [(one.waarde, one.uitleg) for one in numbers.getallen]


def test_when_it_does_not_fit_the_third_number_is_who_has_no_place(infeasible):
    placed = sum(infeasible.uitkomst.x)
    assert 0 < placed < 13_000
    third = (whole(13_000 - placed), zin("getal_geen_plaats"))
    assert shown(infeasible)[2] == third
    assert third[0] in drie_getallen(infeasible).titel


def test_when_it_fits_the_third_number_is_who_moves(feasible):
    rows = feasible.verdeling.gemeenten
    moved = int((rows["taakstelling"] - rows["doel"]).clip(lower=0).sum())
    assert shown(feasible)[2] == (whole(moved), zin("getal_verplaatst", waar=""))


def test_the_largest_agreement_comes_first_whatever_its_area():
    # Each gemeente is fixed on a number: 1 person moves in A, 7 in B and 4 in C.
    groups = [("A", (0, 1), 20, 20), ("B", (2, 3), 20, 20), ("C", (4, 5), 20, 20)]
    fixed = [9, 11, 3, 17, 6, 14]
    outcome = optimise(problem([10] * 6, upper=fixed, lower=fixed, groups=groups))
    found, fewest = agreements(outcome)
    assert [(one.gebied, one.afspraak.personen) for one in found] == [("B", 7), ("C", 4), ("A", 1)]
    assert fewest
