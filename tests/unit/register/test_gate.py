"""The register checks what it takes, whichever way it comes in."""

import random
import string
from datetime import date, timedelta

import pytest

from optimiser.cli.main import execute
from optimiser.errors import OptimiserError, WrongUsageError
from optimiser.io.gegevens import read_embedded
from optimiser.register.approval import Goedkeuring
from optimiser.register.errors import (
    ApprovalError,
    ApprovalMissingError,
    DuplicateAgreementError,
    InvalidEntryError,
    NoNameError,
    NoStepBackError,
    RefusedEntryError,
)
from optimiser.register.opening import make_register, open_register
from optimiser.scenario.scenario import Scenario
from optimiser.ui.uitruil.rows import Rij, proposals, row_faults
from optimiser.uitruil.agreement import overeenkomst, wederkerig
from optimiser.uitruil.states import Status
from optimiser.uitruil.toets.beginstand import make_beginstand
from optimiser.zicht.zicht import EVERYTHING

DAY = date(2025, 5, 1)
ASSEN, EMMEN = "GM0106", "GM0114"
DEAL = overeenkomst("Ruil", "2025-2", {ASSEN: -40, EMMEN: 40})


def given(code, wie="B. de Boer", zaak="Z-1", day=DAY):
    return Goedkeuring(code, wie, day, zaak)


def agree(book, number):
    for versie, code in enumerate((ASSEN, EMMEN), start=1):
        now = book.approve(number, versie, given(code), "Jan")
    return now


@pytest.mark.parametrize(
    ("deal", "told"),
    [
        (overeenkomst("A", "2025-2", {"GM9999": 5, ASSEN: -5}), "GM9999"),
        (overeenkomst("A", "2025-2", {"GM1926": -5000, ASSEN: 5000}), "onder nul"),
        (overeenkomst("A", "2012-1", {EMMEN: -5, ASSEN: 5}), "halfjaar"),
        (overeenkomst("A", "2099-1", {EMMEN: -5, ASSEN: 5}), "halfjaar"),
        (wederkerig("A", "2025-2", "2026-1", {EMMEN: -5, "GM9999": 5}), "GM9999"),
    ],
)
def test_what_cannot_stand_is_not_taken(register, deal, told):
    with pytest.raises(RefusedEntryError) as caught:
        register.add(deal, "Jan")
    assert told in caught.value.params["redenen"]
    assert register.kop().aantal == 0


@pytest.mark.parametrize("wie", ["", " ", "\t\n", "...", "x" * 121, "Jan\x00"])
def test_who_does_it_is_not_blank(register, wie):
    with pytest.raises((NoNameError, InvalidEntryError)):
        register.add(DEAL, wie)
    assert register.kop().aantal == 0


def test_of_several_agreements_all_are_taken_or_none(register):
    wrong = overeenkomst("Fout", "2025-2", {"GM9999": 5, ASSEN: -5})
    with pytest.raises(RefusedEntryError):
        register.add_all([DEAL, wrong], "Jan")
    assert register.kop().aantal == 0


def test_a_second_agreement_that_does_the_same_must_be_confirmed(register):
    twin = overeenkomst("Zelfde % ruil", "2025-2", {ASSEN: -4, EMMEN: 4})
    other = overeenkomst("Ruil in mei", "2025-2", {EMMEN: 4, ASSEN: -4})
    first = register.add(twin, "Jan")
    with pytest.raises(DuplicateAgreementError) as caught:
        register.add_all([DEAL, other], "Jan")
    assert caught.value.params["nummer"] == "1"
    later = register.add(DEAL, "Jan")
    with pytest.raises(DuplicateAgreementError):
        register.change(later.nummer, 1, other, "Jan")
    assert register.change(first.nummer, 1, other, "Jan").overeenkomst == other
    second = register.add(twin, "Jan", again=True)
    assert agree(register, second.nummer).status is Status.AKKOORD
    register.approve(1, 2, given(ASSEN), "Jan")
    assert register.approve(1, 3, given(EMMEN), "Jan").status is Status.AKKOORD
    register.advance(1, 4, Status.VERVALLEN, "Jan")
    register.advance(second.nummer, 3, Status.VERVALLEN, "Jan")
    assert register.add(other, "Jan").status is Status.CONCEPT


def test_the_gate_uses_the_figures_it_is_given(place):
    """Half of 13.000: Assen goes from 50 to 25, so 30 persons are more than it has."""
    figures = read_embedded()
    half = make_beginstand(Scenario(halfjaar="2025-2", totaal=6500), figures)
    thirty = overeenkomst("A", "2025-2", {ASSEN: -30, EMMEN: 30})
    with make_register(
        place, EVERYTHING, lambda halfjaar: half if halfjaar == "2025-2" else None
    ) as book:
        with pytest.raises(RefusedEntryError) as caught:
            book.add(thirty, "Jan")
        assert "onder nul" in caught.value.params["redenen"]
        book.add(overeenkomst("A", "2026-1", {ASSEN: -30, EMMEN: 30}), "Jan")
    with make_register(place, EVERYTHING) as book:
        assert book.add(thirty, "Jan").nummer == 2


def test_akkoord_runs_the_test_again(register):
    """Assen has 50: two concepts of 40 may stand next to each other, but only one may bind."""
    first, second = (
        register.add(overeenkomst(naam, "2025-2", {ASSEN: -n, EMMEN: n}), "Jan").nummer
        for naam, n in (("A", 40), ("B", 41))
    )
    assert agree(register, first).status is Status.AKKOORD
    register.approve(second, 1, given(ASSEN), "Jan")
    with pytest.raises(RefusedEntryError) as caught:
        register.approve(second, 2, given(EMMEN), "Jan")
    assert "onder nul" in caught.value.params["redenen"]
    assert register.get(second).versie == 2
    with pytest.raises(RefusedEntryError):
        register.add(overeenkomst("C", "2025-2", {ASSEN: -11, EMMEN: 11}), "Jan")


def test_akkoord_follows_from_the_colleges_alone(register):
    number = register.add(DEAL, "Jan").nummer
    with pytest.raises(ApprovalMissingError) as caught:
        register.advance(number, 1, Status.AKKOORD, "Jan")
    assert caught.value.params["gm_codes"] == [ASSEN, EMMEN]
    now = register.approve(number, 1, given(EMMEN), "Jan")
    assert (now.status, now.wacht_op) == (Status.CONCEPT, (ASSEN,))
    for wrong in (given(EMMEN), given("GM0014"), given(ASSEN, day=date.today() + timedelta(9))):
        with pytest.raises(ApprovalError):
            register.approve(number, 2, wrong, "Jan")
    done = register.approve(number, 2, given(ASSEN, "C. Smit", "2025/12"), "Jan")
    assert done.status is Status.AKKOORD
    assert [(one.wie, one.zaaknummer) for one in done.akkoorden] == [
        ("C. Smit", "2025/12"), ("B. de Boer", "Z-1"),
    ]  # fmt: skip
    for wie, zaak in (("", "Z"), ("B", " ")):
        with pytest.raises(InvalidEntryError):
            given(ASSEN, wie, zaak)


def test_a_changed_concept_must_be_approved_again(register):
    number = register.add(DEAL, "Jan").nummer
    register.approve(number, 1, given(EMMEN), "Jan")
    other = overeenkomst("Ruil", "2025-2", {ASSEN: -4, EMMEN: 4})
    assert register.change(number, 2, other, "Jan").wacht_op == (ASSEN, EMMEN)


def test_steps_are_taken_back_by_a_counter_step_with_a_reason(register):
    number = register.add(DEAL, "Jan").nummer
    with pytest.raises(NoStepBackError):
        register.step_back(number, 1, "Jan", "zomaar")
    agree(register, number)
    register.advance(number, 3, Status.GEMELD, "Jan")
    register.advance(number, 4, Status.VERWERKT, "Jan")
    with pytest.raises(InvalidEntryError):
        register.step_back(number, 5, "Jan", "  ")
    seen = [register.step_back(number, versie, "Jan", "vergissing") for versie in (5, 6, 7)]
    assert [one.status for one in seen] == [Status.GEMELD, Status.AKKOORD, Status.CONCEPT]
    assert [one.akkoorden for one in seen][2] == ()
    assert [one.wat for one in register.history(number)][-3:] == ["terug"] * 3
    register.advance(number, 8, Status.VERVALLEN, "Jan")
    assert register.step_back(number, 9, "Jan", "toch door").status is Status.CONCEPT


def test_one_college_may_withdraw(register):
    number = register.add(DEAL, "Jan").nummer
    agree(register, number)
    now = register.withdraw(number, 3, EMMEN, "Jan", "raad was tegen")
    assert (now.status, now.wacht_op, now.opmerking) == (
        Status.CONCEPT, (EMMEN,), "raad was tegen",
    )  # fmt: skip
    with pytest.raises(ApprovalError):
        register.withdraw(number, 4, EMMEN, "Jan", "nog eens")
    assert register.approve(number, 4, given(EMMEN), "Jan").status is Status.AKKOORD


def wrong_rows(rng):
    """Return rows of a proposal with at least one fault, and who offers them."""
    n = rng.randint(1, 60)
    good = [("Ruil", ASSEN, -n), ("Ruil", EMMEN, n)]
    fault = rng.choice(["code", "sum", "one", "zero", "much", "name", "who"])
    who = "Jan"
    match fault:
        case "code":
            code = rng.choice(["GM9999", "GM0003", "GM0000"])
            good[rng.randrange(2)] = ("Ruil", code, good[rng.randrange(1)][2])
            good = [("Ruil", code, n), ("Ruil", ASSEN, -n)]
        case "sum":
            good[1] = ("Ruil", EMMEN, n + rng.choice([-61, 1, 2, 99]))
        case "one":
            good = good[:1]
        case "zero":
            good.append(("Ruil", "GM0014", 0))
        case "much":
            more = rng.randint(51, 9_999)
            good = [("Ruil", ASSEN, -more), ("Ruil", EMMEN, more)]
        case "name":
            name = rng.choice(["", "   ", "x" * 81, "a\x07b"])
            good = [(name, code, count) for _, code, count in good]
        case "who":
            who = rng.choice(
                ["", " ", "\t", "!!", "".join(rng.choices(string.ascii_letters, k=130))]
            )
    return good, who


def by_api(place, rows, who):
    per_name = {}
    for name, code, count in rows:
        per_name.setdefault(name, {})[code] = count
    with open_register(place, EVERYTHING) as book:
        book.add_all([overeenkomst(n, "2025-2", c) for n, c in per_name.items()], who)


def by_app(place, rows, who):
    """Go the way of the page: a row that lacks something stops all; else agreements, and add."""
    typed = [Rij(*row) for row in rows]
    if row_faults(typed, {}):
        raise WrongUsageError(reden="", opdracht="")
    found = proposals(typed, "2025-2")
    with open_register(place, EVERYTHING) as book:
        book.add_all([one.to_overeenkomst() for one in found], who)


@pytest.mark.parametrize("times", [100, pytest.param(500, marks=pytest.mark.lang)])
@pytest.mark.parametrize("way", [by_api, by_app])
def test_no_malformed_entry_is_stored(tmp_path, way, times):
    place, rng = tmp_path / "r.sqlite", random.Random(13)
    make_register(place, EVERYTHING).engine.dispose()
    refused = 0
    for _ in range(times):
        rows, who = wrong_rows(rng)
        try:
            way(place, rows, who)
        except OptimiserError:
            refused += 1
    with open_register(place, EVERYTHING) as book:
        assert book.stand() == ()
    assert refused == times


@pytest.mark.parametrize("times", [100, pytest.param(250, marks=pytest.mark.lang)])
def test_no_malformed_entry_is_stored_by_the_command(tmp_path, capfdbinary, times):
    place, rng = tmp_path / "r.sqlite", random.Random(31)
    make_register(place, EVERYTHING).engine.dispose()
    path = tmp_path / "v.csv"
    for _ in range(times):
        rows, who = wrong_rows(rng)
        lines = [",".join(map(str, row)) for row in rows]
        path.write_text("\n".join(["uitruil,gm_code,verschil", *lines, ""]), encoding="utf-8")
        asked = ["uitruil", "register", "voeg-toe", str(path), "--halfjaar", "2025-2"]
        assert execute([*asked, "--wie", who, "--register", str(place)]) == 2
        assert "Traceback" not in capfdbinary.readouterr().err.decode()
    with open_register(place, EVERYTHING) as book:
        assert book.stand() == ()
