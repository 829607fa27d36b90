"""The page that compares keys, from ``app.py``."""

from dataclasses import replace

import pytest

from optimiser.compare.keuze import parse_keuzes
from optimiser.compare.vergelijking import compare_sleutels
from optimiser.compare.vraag import Vraag
from optimiser.io.gegevens import read_gegevens
from optimiser.ui.vergelijken.changes import summary
from optimiser.ui.vergelijken.downloads import commands_of
from optimiser.ui.vergelijken.maps import MEASURES, kaarten
from optimiser.ui.vergelijken.maten import BEST, measures

MEASURES_TABLE = "Maten per sleutel, vergeleken met Inwoners (wettelijk)"


@pytest.fixture(scope="module")
def found():
    keuzes = parse_keuzes("inwoners,woningvoorraad,sociale_huurvoorraad")
    return compare_sleutels(Vraag("2025-2", keuzes), read_gegevens())


@pytest.fixture
def page(screen):
    return screen.goto("vergelijken")


def linked(visit, **params):
    """Open the page with its choices in the address."""
    found = visit()
    for name, value in params.items():
        found.app.query_params[name] = value
    return found.goto("vergelijken")


def test_a_first_visit_compares_three_keys(page):
    assert page.errors() == []
    heads = [head["titel"] for head in page.tables()[MEASURES_TABLE]["heads"]]
    assert heads[1:4] == ["Inwoners (wettelijk)", "Woningvoorraad", "Sociale huurvoorraad"]


def test_every_person_who_moves_is_taken_over(page):
    told = page.tables()
    taken = told["Wie neemt over: elke daling naast de stijging"]
    everyone = told["Verandering per gemeente (personen)"]
    rises = sum(row[4] for row in everyone["values"] if row[4] > 0)
    assert sum(row[2] for row in taken["values"]) == rises
    assert everyone["totals"][4] == "0"
    assert f"**{rises:.0f} personen**" in page.words()


def test_keys_that_lack_figures_are_listed_with_the_reason(page):
    assert "kolom migranten ontbreekt in de cijfers" in page.words()


def test_the_keys_of_a_link_are_compared(visit):
    mix = "gemengd:inwoners=60+huishoudens=40"
    page = linked(visit, sleutels=f"inwoners,{mix},twee_traps:woningvoorraad/inwoners@corop")
    assert page.errors() == []
    heads = page.tables()[MEASURES_TABLE]["heads"]
    assert [head["titel"] for head in heads[1:4]][1:] == ["Gemengde sleutel", "Twee trappen"]
    assert heads[2]["uitleg"] == "Mix van 60 % Inwoners (wettelijk) en 40 % Huishoudens"
    assert "Samen 100 %: Inwoners (wettelijk) 60 % + Huishoudens 40 %." in page.words()


def test_a_moved_slider_leaves_the_rest_to_the_last_key(visit):
    page = linked(visit, sleutels="inwoners,gemengd:inwoners=60+huishoudens=40")
    page.app.slider(key="gewicht_inwoners").set_value(75).run()
    assert page.errors() == []
    assert "Huishoudens krijgt de rest: **25 %**" in page.words()
    address = page.app.query_params["sleutels"]
    assert address == "inwoners,gemengd:inwoners=75+huishoudens=25"


def test_nonsense_in_a_link_gives_the_first_choice(visit):
    page = linked(visit, sleutels="<script>,gemengd:inwoners=60+onzin=40")
    assert page.errors() == []
    assert MEASURES_TABLE in page.tables()


def test_one_key_is_not_a_comparison(page):
    page.app.multiselect(key="vergelijk_sleutels").set_value(["inwoners"]).run()
    assert page.errors() == []
    assert [told.value for told in page.app.info] == ["Kies ten minste twee verdeelsleutels."]


def test_a_column_that_nobody_uploaded_is_not_a_zero(visit):
    page = linked(
        visit, sleutels="inwoners,eigen:plekken,woningvoorraad", naar="Eigen kolom: plekken"
    )
    assert page.errors() == []
    assert "kan nu niet worden berekend" in page.app.info[0].value


def test_the_steps_of_a_gemeente_end_in_its_number(visit):
    page = linked(visit, gemeente="Groningen")
    persons = {row[0]: row for row in page.tables()["Verandering per gemeente (personen)"]["rows"]}
    was, wordt = persons["Groningen"][2:4]
    assert f"De taakstelling van Groningen is {was} personen" in page.words().replace("\\", "")
    assert f"De taakstelling van Groningen is {wordt} personen" in page.words().replace("\\", "")


def test_draws_are_made_only_when_asked(page):
    assert not any("Hoover" in caption for caption in page.tables())
    page.app.button(key="zwerm_start").click().run()
    assert page.errors() == []
    assert any("over alle trekkingen" in caption for caption in page.tables())
    assert "in negen van de tien trekkingen" in page.words()


def test_the_best_of_a_row_is_said_in_words(found):
    table = measures(found)
    assert table.at["verplaatst", "1"].endswith(BEST)
    assert not table.at["verplaatst", "2"].endswith(BEST)
    assert table.at["tekort_kan", "0"] == "niet beschikbaar"


@pytest.mark.parametrize("naam", MEASURES)
def test_maps_of_keys_share_their_classes_and_the_difference_is_theirs(found, naam):
    drawn = kaarten(found, "woningvoorraad", naam, read_gegevens())
    assert len({panel.style for panel in drawn.sleutels}) == 1
    first, second, _ = (panel.values for panel in drawn.sleutels)
    code = "GM0363"
    assert drawn.verschil.values[code] == second[code] - first[code]
    assert drawn.verschil.style.diverging


def test_the_command_compares_the_same(found):
    told = commands_of(found.vraag, "mijn cijfers.csv")
    assert "--sleutels inwoners,woningvoorraad,sociale_huurvoorraad" in told.shell
    assert "--cijfers 'mijn cijfers.csv'" in told.shell
    compile(told.python, "script", "exec")


def test_the_python_of_the_command_gives_the_same_measures(found, capsys):
    exec(commands_of(found.vraag).python, {})
    printed = capsys.readouterr().out
    assert printed == found.to_frame().to_string(float_format="{:.6g}".format) + "\n"
    assert "0.0066" in printed  # 0,66 % of the persons, as on the page


OMSLAG = "Gewicht van Sociale huurvoorraad waarbij een gemeente omslaat, vergeleken met Inwoners (wettelijk)"  # noqa: E501
CIJFER = "Wat 1 % lager of hoger eigen cijfer doet met Groningen (personen)"


def test_every_turning_point_is_in_the_table_and_they_are_counted(visit, found):
    page = linked(visit, gemeente="Groningen")
    assert page.errors() == []
    told = page.tables()[OMSLAG]
    shares = [found.verdelingen[label].gemeenten["aandeel"] for label in found.labels]
    legal, dwellings, rented = shares
    turning = int(((dwellings - legal) * (rented - legal) < 0).sum())
    weights = [row[2] for row in told["rows"]]
    assert len(weights) == 342
    assert len(weights) - weights.count("slaat niet om") == turning
    assert f"**{turning} van de 342 gemeenten**" in page.words()
    assert told["search"]
    shown = [value[2] for value in told["values"] if value[2] is not None]
    assert shown == sorted(shown)
    # The share of the first one in the table equals its statutory share at exactly that weight.
    name, weight = told["rows"][0][0], shown[0]
    (code,) = found.gemeenten.index[found.gemeenten["gemeente"] == name]
    mixed = (1 - weight) * float(dwellings[code]) + weight * float(rented[code])
    assert mixed == pytest.approx(float(legal[code]), rel=1e-9)


def test_two_keys_can_be_mixed_when_only_two_are_compared(visit):
    page = linked(visit, sleutels="inwoners,woningvoorraad")
    assert page.errors() == []
    assert page.app.selectbox(key="meng_eerste").value == "woningvoorraad"
    assert "gemeenten**" in page.words()


def test_one_percent_of_the_own_figure_is_told_in_persons(visit, found):
    page = linked(visit, gemeente="Groningen")
    rows = page.tables()[CIJFER]["rows"]
    assert rows[0][0] == "Inwoners (wettelijk)"
    # 243.768 of 17.942.942 inhabitants: 1 % more own inhabitants is 0,99 % more share.
    basis = found.gemeenten.at["GM0014", "inwoners"]
    assert rows[0][1:] == [str(basis), "−2", "+2", "0,99\N{NO-BREAK SPACE}%"]
    assert "Is het eigen cijfer van Groningen voor Woningvoorraad 1 % hoger" in page.words()


def test_a_rounding_without_a_divisor_is_told_and_the_rest_stays(visit):
    first = visit()
    scenario = first.link().replace('"halfjaar"', '"afronding":"hamilton","halfjaar"', 1)
    page = visit(scenario).goto("vergelijken")
    assert page.errors() == []
    assert any("(Adams)" in told.value for told in page.app.info)
    assert CIJFER not in page.tables()
    assert OMSLAG in page.tables()


def test_every_measure_has_its_definition_on_hover(page):
    [told] = [one for titel, one in page.tables().items() if titel.startswith("Maten per sleutel")]
    hints = dict(zip((row[0] for row in told["rows"]), told["hints"], strict=True))
    assert all(hints.values())
    assert "1.000 inwoners" in hints["Hoogste last per 1.000 inwoners"]


def test_one_gemeente_is_told_in_the_singular(found):
    alone = found.maten.copy()
    alone.loc[["stijgers", "dalers", "verplaatst"], "woningvoorraad"] = [1, 340, 1]
    told = summary(replace(found, maten=alone), "woningvoorraad")
    assert "verschuift **1 persoon**" in told
    assert "**1 gemeente krijgt meer, 340 minder**; 1 houdt hetzelfde aantal." in told


def test_a_gemeente_that_is_explained_is_marked_on_the_maps(visit):
    page = linked(visit, sleutels="inwoners,woningvoorraad,huishoudens,sociale_huurvoorraad")
    assert [told["gekozen"] for told in page.maps()] == [[], []]
    page.app.selectbox(key="gemeente").set_value("GM0014").run()
    assert [told["gekozen"] for told in page.maps()] == [["GM0014"], ["GM0014"]]
    linked_to = linked(visit, gemeente="Delft")
    assert [told["gekozen"] for told in linked_to.maps()] == [["GM0503"], ["GM0503"]]


def test_the_notes_name_keys_as_a_reader_does(visit):
    page = linked(visit, sleutels="inwoners,huishoudens,sociaaleconomisch:beta=0.2")
    told = "\n".join(caption.value for caption in page.app.caption)
    assert "Niet beschikbaar\\: Inwoners en sociaaleconomische score" in told
    assert "beta=" not in told
