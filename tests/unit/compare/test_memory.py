"""What is computed once is right for these figures, and never for others."""

from dataclasses import replace

import pytest

from optimiser.compare.jaren import yearly_shares
from optimiser.compare.keuze import parse_keuzes
from optimiser.compare.memory import answer
from optimiser.compare.vergelijking import compare_sleutels
from optimiser.compare.vraag import Vraag
from optimiser.gegevens.memory import once
from optimiser.io.gegevens import read_embedded
from optimiser.scenario.scenario import Scenario
from optimiser.solve import by_key
from optimiser.solve.by_key import divide_by_sleutel as divide
from optimiser.solve.run import solve_scenario


def mix(weight):
    keys = f"inwoners,huishoudens,gemengd:inwoners={weight}+sociale_huurvoorraad={100 - weight}"
    return Vraag("2025-2", parse_keuzes(keys))


def test_a_question_is_answered_once():
    made = []
    for _ in range(2):
        once(("proef",), read_embedded(), lambda: made.append(1))
    assert made == [1]


def test_other_figures_get_their_own_answer_even_with_the_same_version():
    figures, half_year = read_embedded(), Scenario(halfjaar="2021-1")
    before = answer(half_year, figures)
    fewer = figures.landelijk.assign(taakstelling=figures.landelijk["taakstelling"] - 100)
    other = answer(half_year, replace(figures, landelijk=fewer))
    assert (before.totaal, other.totaal) == (13_500, 13_400)


def test_a_table_that_a_caller_changes_stays_with_that_caller():
    figures, half_year = read_embedded(), Scenario(halfjaar="2021-1")
    mine = answer(half_year, figures).gemeenten
    mine.loc["GM0363", "taakstelling"] = 0
    assert answer(half_year, figures).totaal == 13_500


def test_a_step_of_a_mix_answers_as_if_nothing_was_kept():
    for weight in (40, 41, 40):
        vraag = mix(weight)
        found = compare_sleutels(vraag, read_embedded())
        label = vraag.keuzes[2].label
        direct = solve_scenario(vraag.scenario(vraag.keuzes[2]), read_embedded())
        assert found.gemeenten[label].equals(direct.gemeenten["taakstelling"])
        moved = int((found.gemeenten[label] - found.gemeenten["inwoners"]).clip(lower=0).sum())
        assert found.maten.at["verplaatst", label] == moved


def test_another_reference_is_measured_anew():
    figures, keys = read_embedded(), parse_keuzes("inwoners,huishoudens,woningvoorraad")
    first = compare_sleutels(Vraag("2025-2", keys), figures)
    second = compare_sleutels(Vraag("2025-2", keys, tegen=keys[1]), figures)
    assert second.maten.at["verplaatst", "huishoudens"] == 0
    assert second.maten.at["verplaatst", "inwoners"] == first.maten.at["verplaatst", "huishoudens"]


def test_tiers_over_regions_that_are_unknown_are_not_available():
    figures = read_embedded()
    tiers = parse_keuzes("inwoners,twee_traps:inwoners/huishoudens@corop")
    holes = replace(figures, regios=figures.regios.assign(corop=None))
    asked = Vraag("2025-2", tiers)
    assert compare_sleutels(asked, figures).maten.at["wisseling", tiers[1].label] is not None
    assert compare_sleutels(asked, holes).niet_beschikbaar


def test_a_year_in_which_every_weight_is_zero_has_no_shares():
    figures = read_embedded()
    key = parse_keuzes("huishoudens")[0]
    first, *rest = figures.gemeenten[2022]
    nothing = replace(first, tabel=first.tabel.assign(huishoudens=0))
    empty = replace(figures, gemeenten={**figures.gemeenten, 2022: (nothing, *rest)})
    assert set(yearly_shares(key, figures, 1)) - set(yearly_shares(key, empty, 1)) == {2022}


def test_a_limit_that_moves_divides_by_the_key_once(monkeypatch):
    made = []
    monkeypatch.setattr(by_key, "divide_by_sleutel", lambda *told: made.append(1) or divide(*told))
    figures = replace(read_embedded())
    for part in ("0.15", "0.16", "0.15"):
        start = Scenario(halfjaar="2025-2", capaciteit={"maximum_aandeel": part})
        solve_scenario(start, figures)
    assert made == [1]
    solve_scenario(Scenario(halfjaar="2025-2", sleutel="huishoudens"), figures)
    solve_scenario(Scenario(halfjaar="2025-2", totaal=9000), figures)
    assert solve_scenario(Scenario(halfjaar="2025-1"), figures).totaal != 13_000
    assert made == [1, 1, 1, 1]


@pytest.mark.parametrize(
    "change",
    [
        {"capaciteit": {"maximum_aandeel": "0.16"}},
        {"capaciteit": {"maximum_aandeel": "0.15", "mutatiegraad": "0.08"}},
        {"capaciteit": {"maximum_aandeel": "0.15", "personen_per_woning": "1.9"}},
        {"uitruil": {"binnen": "provincie"}},
        {"gemeenten": {"GM0363": {"vast": True}}},
        {"grenzen": {"bodem": "0.5"}},
        {
            "doelstelling": {"last_per": "vrijgekomen_woningen", "stappen": ["laagste_piek"]},
            "gemeenten": {"GM0060": {"vast": True}, "GM0339": {"vast": True}},
        },
        {"halfjaar": "2021-1", "totaal": 13_500},
        {"peiljaar": 2023},
    ],
)
def test_one_change_is_answered_as_if_nothing_was_kept(change):
    asked = {
        "halfjaar": "2025-2",
        "uitruil": {"binnen": "arbeidsmarktregio"},
        "capaciteit": {"maximum_aandeel": "0.15"},
    }
    figures = replace(read_embedded())
    solve_scenario(Scenario.model_validate(asked), figures)
    changed = Scenario.model_validate(asked | change)
    kept = solve_scenario(changed, figures).optimalisatie
    fresh = solve_scenario(changed, copied(read_embedded())).optimalisatie
    assert kept is not None
    assert (kept.data, kept.x, kept.areas) == (fresh.data, fresh.x, fresh.areas)


def copied(figures):
    """Return the same figures in tables of their own, of which nothing is kept."""
    tables = {
        year: tuple(replace(one, tabel=one.tabel.copy()) for one in tables)
        for year, tables in figures.gemeenten.items()
    }
    return replace(figures, gemeenten=tables)


def test_a_change_by_the_caller_changes_no_later_answer():
    figures = replace(read_embedded())
    asked = Scenario(halfjaar="2025-2", uitruil={"binnen": "land"}, grenzen={"bodem": "0.9"})
    first = solve_scenario(asked, figures)
    before = first.optimalisatie.x
    for name in ("taakstelling", "doel", "inwoners"):
        first.gemeenten[name] = 0
    plain = solve_scenario(Scenario(halfjaar="2025-2"), figures).gemeenten
    plain["taakstelling"] = 0
    assert solve_scenario(asked, figures).optimalisatie.x == before
