"""A stored result is caught when anything in it was changed, even with a new hash."""

import copy
import json

import pytest

from optimiser.cli.main import execute
from optimiser.report.antwoord.result_json import to_document, to_json
from optimiser.scenario.scenario import Scenario
from optimiser.solve.recheck import check_resultaat, fingerprint
from optimiser.solve.run import solve_scenario

TIGHT = {"GM0001": {"kan": 50}}


@pytest.fixture
def document(mini):
    scenario = Scenario(halfjaar="2025-1", uitruil={"binnen": "land"}, gemeenten=TIGHT)
    verdeling = solve_scenario(scenario, mini)
    return to_document(scenario, verdeling, verdeling.optimalisatie)


def test_a_result_stands_after_a_trip_through_json(document):
    assert check_resultaat(json.loads(to_json(document))) == []


def test_the_distribution_is_the_one_by_head(document):
    # 60 30 10 with at most 50 in the first: ten to place over 30 and 10, in proportion 7,5 and 2,5.
    rows = [(row["doel"], row["taakstelling"], row["bovengrens"]) for row in document["gemeenten"]]
    assert [row[:2] for row in rows] == [(60, 50), (30, 37), (10, 13)]
    assert rows[0][2] == 50


def test_every_single_digit_is_guarded(document):
    text = to_json(document)
    digits = [i for i, c in enumerate(text) if c.isdigit()]
    for i in digits[:: max(1, len(digits) // 150)]:
        changed = text[:i] + str((int(text[i]) + 1) % 10) + text[i + 1 :]
        try:
            again = json.loads(changed)
        except json.JSONDecodeError:
            continue
        assert check_resultaat(again) != [], text[max(0, i - 40) : i + 10]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda d: d["gemeenten"][0].update(taakstelling=51), "De som is 101"),
        (lambda d: _shift(d, 0, 1), "ligt niet tussen 0 en 50"),
        (lambda d: _shift(d, 1, 2), "maakt de uitkomst beter"),
        (lambda d: d["gemeenten"][0].update(doel=61), "Kolom doel"),
        (lambda d: d.update(niet_geplaatst=1), "dat moet 99 zijn"),
        (lambda d: d.update(status="bijna optimaal"), "'bijna optimaal' is onbekend"),
        (lambda d: d["gemeenten"][1].update(verschil=8), "verschil: er staat 8, dat moet 7 zijn"),
        (lambda d: d["gemeenten"][0].update(bovengrens=51), "er staat 51, dat moet 50 zijn"),
        (lambda d: d["gemeenten"][0].update(ondergrens=1), "er staat 1, dat moet 0 zijn"),
        (lambda d: d.update(verplaatst=11), "er staat 11, dat moet 10 zijn"),
        (lambda d: d["stappen"][0].update(waarde=[1, 7]), "waarden per stap"),
        (lambda d: d["scenario"].update(halfjaar="2024-1"), "niet dat van het scenario"),
        (lambda d: d.pop("probleem"), "geen volledig resultaat"),
    ],
)
def test_a_clever_change_with_a_new_hash_is_caught_by_arithmetic(document, change, reason):
    forged = copy.deepcopy(document)
    change(forged)
    forged["sha256"] = fingerprint(forged)
    assert any(reason in fault for fault in check_resultaat(forged))


def _shift(document, to, from_):
    document["gemeenten"][to]["taakstelling"] += 1
    document["gemeenten"][from_]["taakstelling"] -= 1


def test_a_result_that_cannot_close_stands_and_cannot_pass_for_an_answer(mini):
    scenario = Scenario(
        halfjaar="2025-1",
        uitruil={"binnen": "land"},
        gemeenten={code: {"kan": 20} for code in ("GM0001", "GM0002", "GM0003")},
    )
    verdeling = solve_scenario(scenario, mini)
    stored = to_document(scenario, verdeling, verdeling.optimalisatie)
    assert check_resultaat(json.loads(to_json(stored))) == []
    forged = stored | {"status": "optimaal"}
    forged["sha256"] = fingerprint(forged)
    assert "Een optimale uitkomst laat niemand zonder plaats." in check_resultaat(forged)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda d: _shift(d, 0, 1), "niet de dichtstbijzijnde"),
        (lambda d: d.update(conflicten=["Het knelt elders."]), "genoemde conflicten"),
        (lambda d: d.update(status="optimaal", niet_geplaatst=0), "'optimaal' is onwaar"),
        (lambda d: d["probleem"].update(limits=[]), "'niet haalbaar' is onwaar"),
    ],
)
def test_a_refusal_is_proved_too(mini, change, reason):
    # 60 30 10 persons, and 20 places in each: 40 have none.
    limits = {code: {"kan": n} for code, n in (("GM0001", 20), ("GM0002", 20), ("GM0003", 20))}
    scenario = Scenario(halfjaar="2025-1", uitruil={"binnen": "land"}, gemeenten=limits)
    verdeling = solve_scenario(scenario, mini)
    forged = json.loads(to_json(to_document(scenario, verdeling, verdeling.optimalisatie)))
    change(forged)
    forged["sha256"] = fingerprint(forged)
    assert any(reason in fault for fault in check_resultaat(forged))


def test_a_forged_file_with_a_right_hash_fails_when_it_is_computed_again(tmp_path, capfd):
    assert execute(["optimaliseer", "plafond-12", "--uit", str(tmp_path)]) == 0
    path = tmp_path / "resultaat.json"
    assert execute(["controleer", str(path), "--opnieuw"]) == 0
    assert "Opnieuw berekend uit de cijfers: hetzelfde." in capfd.readouterr().out
    forged = json.loads(path.read_text(encoding="utf-8"))
    # The answer at 12 % passed off as that at 13 %; everything in the file agrees with itself.
    forged["scenario"]["capaciteit"]["maximum_aandeel"] = "0.13"
    forged["sha256"] = fingerprint(forged)
    path.write_text(to_json(forged), encoding="utf-8")
    assert execute(["controleer", str(path)]) == 0
    assert execute(["controleer", str(path), "--opnieuw"]) == 1
    told = capfd.readouterr().out
    assert "bovengrens: er staat" in told
    forged["herkomst"]["gegevens"] = "000000000000"
    forged["sha256"] = fingerprint(forged)
    path.write_text(to_json(forged), encoding="utf-8")
    assert execute(["controleer", str(path), "--opnieuw"]) == 2
    assert "met andere cijfers berekend" in capfd.readouterr().err


def test_a_forged_ruilbewijs_fails_when_its_numbers_are_computed_again(tmp_path, capfd):
    voorstel, folder = tmp_path / "v.csv", tmp_path / "besluit"
    voorstel.write_text("uitruil;gm_code;verschil\nA;GM0014;2\nA;GM0034;-2\n")
    command = ["uitruil", "besluit", str(voorstel), "--halfjaar", "2025-2", "--uit", str(folder)]
    assert execute(command) == 0
    path = folder / "ruilbewijs.json"
    assert execute(["controleer", str(path), "--opnieuw"]) == 0
    forged = json.loads(path.read_text(encoding="utf-8"))
    # Groningen has 175 persons in 2025-2; five fewer here, and in every sum.
    groningen = forged["gemeenten"][0]
    for part in ("formule", "voor", "na"):
        groningen[part] -= 5
    for part in ("som_voor", "som_na"):
        forged[part] -= 5
    forged["sha256"] = fingerprint(forged)
    path.write_text(json.dumps(forged), encoding="utf-8")
    assert execute(["controleer", str(path)]) == 0
    assert execute(["controleer", str(path), "--opnieuw"]) == 1
    assert "GM0014, formule: er staat 170, opnieuw berekend is 175." in capfd.readouterr().out


def test_the_command_exits_1_for_a_changed_file_and_2_for_another_one(document, tmp_path, capfd):
    path = tmp_path / "resultaat.json"
    path.write_text(to_json(document), encoding="utf-8")
    assert execute(["controleer", str(path)]) == 0
    path.write_text(to_json(document).replace('"taakstelling": 37', '"taakstelling": 38'))
    assert execute(["controleer", str(path)]) == 1
    for content in ("{", "[]", '{"soort": "iets"}'):
        path.write_text(content)
        assert execute(["controleer", str(path)]) == 2
    assert "Traceback" not in capfd.readouterr().err
