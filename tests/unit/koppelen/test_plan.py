"""A plan of two areas, and its re-check by broken plans."""

import pytest

from optimiser.koppelen import answer
from optimiser.koppelen.errors import UnsoundPlanError
from optimiser.koppelen.plan import make_plan
from optimiser.koppelen.recheck import recheck_plan, require_sound
from optimiser.report.koppelen.plan import plan_lines
from optimiser.teksten import melding_for


def test_the_plan_closes_and_counts_again(vraag):
    told = []
    found = make_plan(vraag, lambda done, total, naam: told.append((done, total, naam)))
    assert told == [(0, 2, "x"), (1, 2, "y")]
    assert recheck_plan(found.koppelingen, vraag) == ()
    assert found.saldo(vraag)["afwijking"].to_dict() == {
        "GM0001": 0, "GM0002": 0, "GM0003": 0, "GM0004": -3,
    }  # fmt: skip
    assert found.niet_geplaatst["y"] == {3: 1}
    assert all(trede.bewezen for trede in found.treden["x"][:3])


def test_the_plan_tells_who_has_no_place_and_hides_small_numbers(vraag):
    first, second, _, public = plan_lines(make_plan(vraag), vraag)
    assert "x: 15 personen gekoppeld, taakstelling 15. Zonder plek: 0 personen" in first
    assert "y: 5 personen gekoppeld, taakstelling 8. Zonder plek: 3 personen" in second
    assert "(bewezen: minder kan niet)" in second
    assert "onder de 5" in public  # eight households: every number would be small


def test_a_plan_that_does_not_count_again_is_refused(vraag):
    plan = make_plan(vraag).koppelingen
    plan.loc[0, "personen_totaal"] = 99
    with pytest.raises(UnsoundPlanError) as caught:
        require_sound(plan, vraag)
    told = melding_for(caught.value).tekst
    assert "rij 2: personen en huishoudens kloppen niet met elkaar" in told


def test_nobody_sees_a_plan_that_does_not_count_again(vraag, monkeypatch):
    made = make_plan(vraag)
    made.koppelingen.loc[0, "huishoudens"] += 1
    monkeypatch.setattr(answer, "make_plan", lambda *_: made)
    with pytest.raises(UnsoundPlanError):
        answer.solve_koppelvraag(vraag)
    assert answer.solve_koppelvraag(vraag, stop=lambda: True) is made  # half made, and told so


def test_what_was_not_reached_is_left_out(vraag):
    found = make_plan(vraag, stop=lambda: True)
    assert found.koppelingen.empty
    assert found.treden == {}


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("gm_code", "GM9999", "gemeente"),
        ("klasse", "9k", "past_niet"),
        ("personen_totaal", 99, "aantal"),
        ("huishoudens", 0, "aantal"),
    ],
)
def test_a_changed_cell_is_seen(vraag, column, value, code):
    plan = make_plan(vraag).koppelingen
    plan.loc[0, column] = value
    assert {fault.split("|")[0] for fault in recheck_plan(plan, vraag)} >= {code}


def test_a_row_taken_out_is_somebody_without_a_place(vraag):
    plan = make_plan(vraag).koppelingen.iloc[1:]
    assert [fault.split("|")[0] for fault in recheck_plan(plan, vraag)] == ["zonder_plek"]


def test_a_dwelling_used_twice_is_seen(vraag):
    plan = make_plan(vraag).koppelingen
    plan.loc[0, ["huishoudens", "personen_totaal"]] *= 40
    codes = {fault.split("|")[0] for fault in recheck_plan(plan, vraag)}
    assert {"woningen", "huishoudens"} <= codes
