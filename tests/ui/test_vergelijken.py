"""The page that compares keys, from ``app.py``."""

from dataclasses import replace

import pytest

from optimiser.compare.keuze import parse_keuzes
from optimiser.compare.vergelijking import compare_sleutels
from optimiser.compare.vraag import Vraag
from optimiser.indicators import MATEN
from optimiser.io.gegevens import read_embedded
from optimiser.ui.vergelijken.changes import summary
from optimiser.ui.vergelijken.downloads import commands_of
from optimiser.ui.vergelijken.maps import MEASURES, kaarten
from optimiser.ui.vergelijken.maten import BEST, measures
from optimiser.ui.vergelijken.page import SECTIONS

OTHER_QUESTIONS = (
    "Is het eerlijk naar inwoners?",
    "Past het in de woningen?",
    "Is het stabiel?",
)
MEASURES_TABLE = "Wie betaalt?"


@pytest.fixture(scope="module")
def found():
    keuzes = parse_keuzes("inwoners,woningvoorraad,sociale_huurvoorraad")
    return compare_sleutels(Vraag("2025-2", keuzes), read_embedded())


@pytest.fixture
def page(screen):
    return screen.goto("vergelijken")


def unfolded(page, fold):
    """Open a fold that is drawn only when opened."""
    page.app.session_state[fold] = True
    page.app.run()
    return page


def linked(visit, **params):
    """Open the page with its choices in the address: ``deel`` is the section."""
    found = visit()
    for name, value in params.items():
        found.app.query_params[name] = value
    return found.goto("vergelijken")


def test_the_first_section_holds_winners_losers_and_one_map(page):
    assert page.errors() == []
    assert {"De grootste stijgingen", "De grootste dalingen"} <= set(page.tables())
    assert len(page.maps()) == 1
    figures = {one.label: one.value for one in page.app.metric}
    assert figures["Personen die verschuiven"] == "374"  # as `taakstelling vergelijk`, 2025-2


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_opens_by_its_own_address(visit, section):
    page = linked(visit, deel=section)
    assert page.errors() == []
    assert page.app.segmented_control(key="deel").value == section


def test_a_first_visit_compares_three_keys(visit):
    page = linked(visit, deel="Maten")
    heads = [head["titel"] for head in page.tables()[MEASURES_TABLE]["heads"]]
    assert heads[1:4] == ["Inwoners (wettelijk)", "Woningvoorraad", "Sociale huurvoorraad"]


def test_what_provinces_lose_and_gain_are_the_totals_of_their_gemeenten(visit, found):
    page = unfolded(linked(visit, deel="Wie neemt over"), "overname_0")
    told = page.tables()
    totals = told["Wat elk gebied afgeeft en overneemt, per provincie (personen)"]
    everyone = told["Verandering per gemeente (personen)"]
    rises = sum(row[4] for row in everyone["values"] if row[4] > 0)
    assert sum(row[2] for row in totals["values"]) == sum(row[1] for row in totals["values"])
    assert sum(row[2] for row in totals["values"]) == rises
    table = found.gemeenten
    net = (table["woningvoorraad"] - table["inwoners"]).groupby(table["provincie"]).sum()
    assert {row[0]: row[4] for row in totals["values"]} == net.to_dict()
    matrix = told["Van welk gebied naar welk gebied (personen; naar rato verdeeld)"]
    for row in matrix["values"]:
        assert sum(row[1:-1]) == row[-1] == -net[row[0]]
    for column, head in enumerate(matrix["heads"][1:-1], start=1):
        assert sum(row[column] for row in matrix["values"]) == net[head["titel"]]
    assert everyone["totals"][4] == "0"
    assert f"**{rises:.0f} personen**" in page.words()


def test_keys_that_lack_figures_are_listed_with_the_reason(page):
    assert "kolom migranten ontbreekt in de cijfers" in page.words()


def test_the_keys_of_a_link_are_compared(visit):
    mix = "gemengd:inwoners=60+huishoudens=40"
    page = linked(
        visit, deel="Maten", sleutels=f"inwoners,{mix},twee_traps:woningvoorraad/inwoners@corop"
    )
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
    page = linked(visit, deel="Maten", sleutels="<script>,gemengd:inwoners=60+onzin=40")
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
    page = linked(visit, deel="Een gemeente", gemeente="Groningen")
    was, wordt = 175, 195  # as `taakstelling vergelijk`, 2025-2
    assert f"De taakstelling van Groningen is {was} personen" in page.words().replace("\\", "")
    assert f"De taakstelling van Groningen is {wordt} personen" in page.words().replace("\\", "")


def test_draws_are_made_only_when_asked(visit):
    page = linked(visit, deel="Zekerheid")
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
    drawn = kaarten(found, "woningvoorraad", naam, read_embedded())
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
    page = linked(visit, deel="Zekerheid", gemeente="Groningen")
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
    page = linked(visit, deel="Zekerheid", sleutels="inwoners,woningvoorraad")
    assert page.errors() == []
    assert page.app.selectbox(key="meng_eerste").value == "woningvoorraad"
    assert "gemeenten**" in page.words()


def test_one_percent_of_the_own_figure_is_told_in_persons(visit, found):
    page = linked(visit, deel="Een gemeente", gemeente="Groningen")
    rows = page.tables()[CIJFER]["rows"]
    assert rows[0][0] == "Inwoners (wettelijk)"
    # 243.768 of 17.942.942 inhabitants: 1 % more own inhabitants is 0,99 % more share.
    basis = found.gemeenten.at["GM0014", "inwoners"]
    assert rows[0][1:] == [str(basis), "−2", "+2", "0,99\N{NO-BREAK SPACE}%"]
    assert "Is het eigen cijfer van Groningen voor Woningvoorraad 1 % hoger" in page.words()


def test_a_rounding_without_a_divisor_is_told_and_the_rest_stays(visit):
    first = visit()
    scenario = first.link().replace('"halfjaar"', '"afronding":"hamilton","halfjaar"', 1)
    page = visit(scenario)
    page.app.query_params["deel"] = "Zekerheid"
    page.goto("vergelijken")
    assert page.errors() == []
    assert any("(Adams)" in told.value for told in page.app.info)
    assert CIJFER not in page.tables()
    assert OMSLAG in page.tables()


def test_every_measure_stands_under_one_question_with_its_definition_on_hover(visit):
    told = linked(visit, deel="Maten").tables()
    hints = {}
    for titel in ("Wie betaalt?", *OTHER_QUESTIONS):
        names = [row[0] for row in told[titel]["rows"]]
        assert not set(names) & set(hints)
        hints |= dict(zip(names, told[titel]["hints"], strict=True))
    assert set(hints) == {maat.titel for maat in MATEN.values()}
    assert all(hints.values())
    assert "1.000 inwoners" in hints["Hoogste last per 1.000 inwoners"]


def test_one_gemeente_is_told_in_the_singular(found):
    alone = found.maten.copy()
    alone.loc[["stijgers", "dalers", "verplaatst"], "woningvoorraad"] = [1, 340, 1]
    told = summary(replace(found, maten=alone), "woningvoorraad")
    assert "verschuift **1 persoon**" in told
    assert "**1 gemeente krijgt meer, 340 minder**; 1 houdt hetzelfde aantal." in told


def test_a_gemeente_that_is_explained_is_marked_on_the_maps(visit):
    keys = "inwoners,woningvoorraad,huishoudens,sociale_huurvoorraad"
    page = unfolded(linked(visit, deel="Kaarten", sleutels=keys), "vergelijk_rest")
    assert [told["gekozen"] for told in page.maps()] == [[], []]
    page.app.segmented_control(key="deel").set_value("Een gemeente").run()
    page.app.selectbox(key="vergelijk_gemeente").set_value("GM0014").run()
    page.app.segmented_control(key="deel").set_value("Kaarten").run()
    assert page.maps()[0]["gekozen"] == ["GM0014"]
    linked_to = linked(visit, deel="Kaarten", gemeente="Delft")
    assert [told["gekozen"] for told in linked_to.maps()] == [["GM0503"]]
    assert "**Delft**" in linked_to.words()


def test_the_notes_name_keys_as_a_reader_does(visit):
    page = linked(visit, sleutels="inwoners,huishoudens,sociaaleconomisch:beta=0.2")
    told = "\n".join(caption.value for caption in page.app.caption)
    assert "Niet beschikbaar\\: Inwoners en sociaaleconomische score" in told
    assert "beta=" not in told
