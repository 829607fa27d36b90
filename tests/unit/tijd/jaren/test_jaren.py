"""Years together on the figures of all gemeenten: the tables of the design."""

from fractions import Fraction

import pytest

from optimiser.io.scenarios import embedded_scenarios, read_scenario
from optimiser.teksten import load_teksten
from optimiser.tijd.jaren import tables
from optimiser.tijd.jaren.answer import (
    find_gemeente,
    find_region,
    late_of,
    solve_region_of,
    solve_scenario_years,
)
from optimiser.tijd.jaren.errors import (
    LimitOverTimeError,
    UnknownGemeenteOverTimeError,
    UnknownRegionOverTimeError,
)
from optimiser.tijd.jaren.explain import explain_cell
from optimiser.tijd.jaren.facility import calculate_facilities
from optimiser.tijd.jaren.question import make_years_question
from optimiser.tijd.jaren.room import find_behind, find_region_shortages, find_shortage


def ready(naam, **changes):
    return read_scenario(embedded_scenarios()[naam]).adjusted(**changes)


def with_zeeland(naam, halfjaren):
    """Add the 40 places of Zeeland to another scenario."""
    extra = ready("jaren-zeeland-40").capaciteit.plekken[0].adjusted(halfjaren=halfjaren)
    scenario = ready(naam)
    plekken = (*scenario.capaciteit.plekken, extra)
    return scenario.adjusted(capaciteit=scenario.capaciteit.adjusted(plekken=plekken))


@pytest.mark.parametrize(
    ("scenario", "late"),
    [
        (ready("jaren-2025-2028"), (0, 3, 100, 592, 1642, 1104, 945, 467)),
        (ready("jaren-rvb-2000"), (0, 3, 80, 295, 935, 788, 672, 418)),
        (with_zeeland("jaren-rvb-2000", 4), (0, 3, 65, 255, 895, 748, 672, 418)),
        (with_zeeland("jaren-rvb-2000", 30), (0, 3, 65, 255, 895, 748, 632, 378)),
    ],
    ids=["bare", "rvb", "rvb-zeeland", "rvb-zeeland-stays"],
)
def test_table_of_the_design(scenario, late, gegevens):
    jaren = solve_scenario_years(scenario, gegevens)
    assert jaren.late == late
    assert jaren.least_late == late
    for t, total in enumerate(jaren.question.totals):
        assert sum(a.asked[g][t] for a in jaren.answers for g in range(len(a.asked))) == total


@pytest.mark.parametrize(
    ("scenario", "late"),
    [
        (ready("jaren-2025-2028"), (0, 0, 15, 63, 136, 128, 120, 67)),
        (with_zeeland("jaren-2025-2028", 4), (0, 0, 0, 23, 96, 88, 120, 67)),
        (ready("jaren-19000"), (79, 158, 237, 316, 395, 474, 553, 632)),
        (with_zeeland("jaren-19000", 4), (79, 158, 197, 276, 355, 434, 553, 632)),
    ],
    ids=["bare", "places", "19000", "19000-places"],
)
def test_zeeland(scenario, late, gegevens):
    question = make_years_question(scenario, gegevens)
    answer = solve_region_of(question, "Zeeland")
    assert late_of(answer) == late


def test_the_calculator_says_what_comes_back(gegevens):
    question = make_years_question(ready("jaren-zeeland-40"), gegevens)
    (found,) = calculate_facilities(question)
    assert found.gained == 135
    assert found.back_at_closing == 40
    assert found.placements == 40
    said = tables.facility_sentence(found)
    assert "135 persoonshalfjaren" in said
    assert "40 aan achterstand terug" in said


def test_who_cannot_catch_up_and_from_when_to_when(gegevens):
    question = make_years_question(ready("jaren-2025-2028"), gegevens)
    behind = find_behind(question.regions)
    assert len(behind) == 175
    assert behind[0].short >= behind[-1].short > 0
    worst = find_region_shortages(question)[0]
    said = tables.shortage_sentence(worst, question)
    assert said == (
        "Van 2026-1 t/m 2027-1 kan arbeidsmarktregio Noord-Holland Noord hoogstens 1.806 "
        "huisvesten; gevraagd worden er 1.989: 183 te veel."
    )
    region = find_region(question, "arbeidsmarktregio Noord-Holland Noord")
    assert sum(region.needed[2:5]) == 1989


def test_a_known_saldo_counts(gegevens):
    scenario = ready("jaren-2025-2028")
    tijd = scenario.tijd.adjusted(achterstand={"GM0654": 30, "GM0664": -10})
    question = make_years_question(scenario.adjusted(tijd=tijd), gegevens)
    zeeland = find_region(question, "Zeeland")
    first, second = (zeeland.gm_codes.index(code) for code in ("GM0654", "GM0664"))
    assert zeeland.achterstand[first] == 30
    assert zeeland.dwellings[second][0] == zeeland.dwellings[second][1] + 10


def test_rounding_over_time_and_smoothing_go_together(gegevens):
    scenario = ready("jaren-2025-2028")
    tijd = scenario.tijd.adjusted(verdeling={"afronding": "just_in_time"})
    question = make_years_question(scenario.adjusted(tijd=tijd), gegevens)
    for t, total in enumerate(question.totals):
        assert sum(question.statutory[t].values()) == total
    end = {c: sum(row[c] for row in question.statutory) for c in question.statutory[0]}
    for code in end:
        claim = sum(
            share[code] * total
            for share, total in zip(question.shares, question.totals, strict=True)
        )
        assert abs(end[code] - claim) < Fraction(53, 100)


def test_what_has_no_meaning_over_half_years_is_refused(gegevens):
    scenario = ready("jaren-2025-2028", grenzen={"bodem": "0.5"})
    with pytest.raises(LimitOverTimeError) as told:
        make_years_question(scenario, gegevens)
    assert told.value.params["grenzen"] == ["grenzen.bodem"]
    question = make_years_question(ready("jaren-2025-2028"), gegevens)
    with pytest.raises(UnknownRegionOverTimeError):
        find_region(question, "Atlantis")


def test_the_table_explains_every_cell(gegevens):
    jaren = solve_scenario_years(ready("jaren-zeeland-40"), gegevens)
    cells = tables.cells_table(jaren)
    assert len(cells) == 342 * 8
    assert cells["taakstelling"].sum() == sum(jaren.question.totals)
    assert int(cells["bewoners"].max()) <= int(cells["plekken"].max())
    said = tables.sentences(jaren, ())
    assert load_teksten()["meerjaren"]["geheel_lp"].format(gebieden="") in said


def test_units_times_persons_are_places():
    facility = ready("jaren-rvb-2000").capaciteit.plekken[0]
    assert (facility.plekken, facility.eenheden) == (2000, 2000)
    assert "eenheden" not in ready("tussenvoorziening-zeeland").model_dump_json()


def test_single_half_years_keep_their_hash():
    """The hashes of the question without name and title; a new field must not change them."""
    kept = {
        "plafond-10": "d3a786a94044",
        "tussenvoorziening-zeeland": "f26592ae3976",
        "wettelijk": "7c789ee67a04",
    }
    assert {naam: ready(naam).sha256() for naam in kept} == kept


def test_a_place_is_room_only_while_it_is_open():
    found = find_shortage("X", [50, 50], [42, 42], [5, 8])
    assert (found.first, found.last, found.asked, found.room) == (0, 1, 100, 92)
    assert find_shortage("X", [50, 50], [42, 42], [8, 16]) is None


def test_a_number_is_explained_and_the_account_closes(gegevens):
    """Zeeland with 40 places: what is said of Goes in 2026-2 adds up to its cells."""
    question = make_years_question(ready("jaren-zeeland-40"), gegevens)
    answer = solve_region_of(question, "Zeeland")
    g, t = answer.region.gm_codes.index("GM0664"), 3
    told = " ".join(explain_cell(answer, question, "GM0664", t))
    begin, end, asked = answer.late[g][t - 1], answer.late[g][t], answer.asked[g][t]
    housed = begin + asked - end
    account = f"{begin} aan het begin + {asked} gevraagd − {housed} gehuisvest = {end} aan het eind"
    assert account in told
    assert f"{answer.region.places[g][t]} plekken open" in told
    assert "Van 2026-1 t/m 2028-1 kan arbeidsmarktregio Zeeland hoogstens 1.695" in told


def test_a_gemeente_is_found_by_name_or_code(gegevens):
    jaren = solve_scenario_years(ready("jaren-zeeland-40"), gegevens)
    assert find_gemeente(jaren, "goes")[1] == find_gemeente(jaren, "GM0664")[1] == "GM0664"
    assert find_gemeente(jaren, "664")[1] == "GM0664"
    with pytest.raises(UnknownGemeenteOverTimeError):
        find_gemeente(jaren, "Atlantis")
