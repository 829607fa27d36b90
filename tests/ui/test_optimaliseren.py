"""The page that distributes under limits."""

import pytest

from optimiser.io.gegevens import read_embedded
from optimiser.report.antwoord.limits_table import limits_table
from optimiser.scenario.beperkingen import GemeenteGrens
from optimiser.scenario.scenario import Scenario
from optimiser.solve.run import solve_scenario
from optimiser.ui.frame.link import to_link
from optimiser.ui.widgets.tables import Column, TableOptions, show_table

TABLE = "Vóór en na uitruil per gemeente (personen)"
LAND = Scenario(halfjaar="2025-2", uitruil={"binnen": "land"})
FULL = LAND.adjusted(
    uitruil={"binnen": "arbeidsmarktregio"}, capaciteit={"maximum_aandeel": "0.10"}
)


def opened(visit, scenario, meer=None):
    """Open the page; ``meer`` is the part behind the answer, at first the table."""
    screen = visit(to_link(scenario))
    if meer is not None:
        screen.app.query_params["meer"] = meer
    return screen.goto("optimaliseren")


def test_it_opens_on_three_answers_that_are_there_already(screen):
    screen.goto("optimaliseren")
    assert screen.errors() == []
    told = screen.words().replace("\\", "")
    # 44 persons without a place in six areas at 10 %: as `taakstelling optimaliseer plafond-10`.
    assert "Bij 10\N{NO-BREAK SPACE}% past het niet" in told
    assert "44 personen hebben geen plaats, in 6 gebieden" in told
    assert "344 personen wisselen van gemeente" in told
    (map_shown,) = screen.maps()
    assert "Beslag" in map_shown["kaarten"][0]["titel"]  # never an empty map
    screen.app.button(key="opt_bekijk_0.12").click().run()
    assert "Haalbaar en sluitend: 13.000" in " ".join(one.value for one in screen.app.success)


def unfolded(screen, key):
    screen.app.session_state[key] = True
    screen.app.run()
    return screen


def column(screen, titel):
    told = screen.tables()[TABLE]
    place = [head["titel"] for head in told["heads"]].index(titel)
    return dict(zip(told["ids"], [row[place] for row in told["values"]], strict=True))


def slider(screen, label):
    (found,) = [s for s in screen.app.get("select_slider") if s.label.startswith(label)]
    return found


def told(screen):
    return " ".join(message.value for message in [*screen.app.success, *screen.app.info])


def test_without_exchange_it_shows_the_table_of_the_key(screen):
    screen.goto("optimaliseren")
    assert screen.errors() == []
    assert "nog niets worden uitgeruild" in told(screen)
    assert set(column(screen, "Verschil").values()) == {0}


@pytest.mark.parametrize(
    ("halfjaar", "shown"),
    [
        ("2025-2", "Beslag op vrijkomende sociale huur"),
        ("2021-1", "Beslag op vrijkomende sociale huur"),
        ("2019-1", "Taakstelling"),  # how many dwellings a gemeente had is not known
    ],
)
def test_the_map_is_not_empty_while_nothing_changes(visit, halfjaar, shown):
    screen = opened(visit, Scenario(halfjaar=halfjaar))
    (kaart,) = screen.maps()[0]["kaarten"]
    assert kaart["titel"] == shown
    known = [value for value in kaart["waarden"].split("|") if value]
    assert len(known) > 330
    assert len(set(known)) > 20


def test_a_slider_step_moves_persons_and_the_sum_stays(visit):
    screen = opened(visit, LAND)
    slider(screen, "Hoogste aandeel").set_value("12,0\N{NO-BREAK SPACE}%").run()
    assert screen.errors() == []
    after, most = column(screen, "Na"), column(screen, "Hooguit")
    assert sum(after.values()) == 13_000
    assert all(after[code] <= most[code] for code in after)
    assert "Haalbaar en sluitend: 13.000" in told(screen)


def test_the_last_step_of_the_slider_takes_the_ceiling_away(visit):
    screen = opened(visit, FULL)
    slider(screen, "Hoogste aandeel").set_value("geen plafond").run()
    assert screen.errors() == []
    assert {row[-1] for row in screen.tables()[TABLE]["rows"]} == {"geen"}


def test_what_cannot_close_is_a_sentence_and_no_solution(visit):
    screen = opened(visit, FULL)
    (message,) = screen.errors()
    assert "geen oplossing" in message
    assert "Achterhoek moet 220 personen huisvesten" in screen.words().replace("\\", "")
    assert TABLE not in screen.tables()  # folded: no answer, and every step would send it
    unfolded(screen, "opt_dichtstbij")
    assert sum(column(screen, "Na").values()) == 13_000 - 44


@pytest.mark.parametrize("way", ["grenzen", "gebied", "land", "plaatsen"])
def test_every_way_out_that_is_clicked_closes_and_can_be_undone(visit, way):
    screen = opened(visit, FULL)
    screen.app.button(key=f"opt_uitweg_{way}").click().run()
    assert screen.errors() == []
    assert "Haalbaar en sluitend: 13.000" in told(screen)
    screen.app.button(key="ongedaan_maken").click().run()
    assert "geen oplossing" in screen.errors()[0]


def test_the_slider_of_the_frontier_gives_what_the_linear_program_gives(visit):
    screen = opened(visit, LAND)
    slider(screen, "Verplaats hooguit").set_value(20).run()
    assert screen.errors() == []
    budgeted = LAND.adjusted(doelstelling=LAND.doelstelling.adjusted(budget=20))
    expected = solve_scenario(budgeted, read_embedded()).gemeenten["taakstelling"]
    after = column(screen, "Na")
    assert after == expected.to_dict()
    assert sum(map(abs, column(screen, "Verschil").values())) == 40


def test_another_aim_says_that_the_line_is_about_fairness(visit):
    screen = opened(visit, LAND, "Eerlijker of minder verplaatsen")
    (aim,) = [r for r in screen.app.radio if r.label == "Wat is het doel?"]
    aim.set_value(aim.options[1]).run()
    assert screen.errors() == []
    assert "Zo min mogelijk" in aim.options[1]
    screen.app.button(key="opt_eerlijk").click().run()
    assert screen.errors() == []
    assert slider(screen, "Verplaats hooguit").value == 45


def test_half_a_person_is_refused_and_the_limit_stays(visit):
    screen = unfolded(opened(visit, LAND), "opt_wat")
    screen.app.selectbox(key="opt_gemeente").set_value("GM0363").run()
    screen.app.text_input(key="opt_kan_GM0363").set_value("700").run()
    screen.app.text_input(key="opt_kan_GM0363").set_value("2,5").run()
    assert "'2,5' is geen heel aantal" in screen.errors()[0]
    assert screen.tables()["Eigen grenzen per gemeente"]["rows"] == [["Amsterdam", "kan 700"]]
    assert column(screen, "Na")["GM0363"] <= 700


def test_refused_places_stay_in_the_form(visit):
    screen = opened(visit, LAND)
    unfolded(screen, "opt_plekken")
    screen.app.text_input(key="opt_plek_aantal").set_value("100").run()
    screen.app.button(key="opt_plek_erbij").click().run()
    assert len(screen.errors()) == 1
    assert screen.app.text_input(key="opt_plek_aantal").value == "100"
    screen.app.text_input(key="opt_plek_naam").set_value("Kade").run()
    screen.app.multiselect(key="opt_plek_gemeenten").set_value(["GM0363"]).run()
    screen.app.button(key="opt_plek_erbij").click().run()
    assert screen.errors() == []
    assert "**Kade** (tussenvoorziening): 100 plaatsen" in screen.words()


def test_a_locked_gemeente_keeps_its_number(visit):
    screen = unfolded(opened(visit, LAND), "opt_wie")
    before = column(screen, "Vóór")["GM0363"]
    assert column(screen, "Na")["GM0363"] != before
    screen.app.multiselect(key="opt_vast").set_value(["GM0363"]).run()
    assert screen.errors() == []
    assert column(screen, "Na")["GM0363"] == before


def picked(screen, code):
    screen.app.session_state["opt_kaart_keuze"] = ((), (code,), 1)
    screen.app.run()
    return screen


def test_a_gemeente_on_the_map_is_locked_and_let_go_from_its_card(visit):
    screen = picked(opened(visit, FULL.adjusted(uitruil={"binnen": "land"})), "GM0363")
    before, after = column(screen, "Vóór")["GM0363"], column(screen, "Na")["GM0363"]
    assert before != after
    told_before = f"{before:.0f} personen vóór uitruil, {after:.0f} erna"
    assert told_before in screen.words().replace("\\", "")
    screen.app.button(key="opt_kaartje_vast").click().run()
    assert screen.errors() == []
    assert column(screen, "Na")["GM0363"] == before
    assert f"Knelt: vastgezet op {before:.0f} personen" in screen.words().replace("\\", "")
    screen.app.button(key="opt_kaartje_vast").click().run()
    assert column(screen, "Na")["GM0363"] == after
    screen.app.button(key="opt_kaartje_niet_deelnemend").click().run()
    assert "doet niet mee aan uitruil" in screen.words()


def test_the_card_holds_the_form_of_its_gemeente(visit):
    screen = picked(opened(visit, LAND), "GM0363")
    unfolded(screen, "opt_kaartje_eigen")
    unfolded(screen, "opt_wat").app.selectbox(key="opt_gemeente").set_value("GM0363").run()
    assert screen.errors() == []
    screen.app.text_input(key="opt_kaartje_kan_GM0363").set_value("600").run()
    assert column(screen, "Na")["GM0363"] <= 600


def test_a_gemeente_of_a_later_indeling_has_no_numbers_of_its_own(visit):
    # Land van Cuijk (GM1982) was made in 2022; the figures of 2021-1 are of 2020.
    screen = picked(opened(visit, LAND.adjusted(halfjaar="2021-1")), "GM1982")
    assert screen.errors() == []
    assert "bestond nog niet" in screen.words()


def test_limits_are_deleted_row_by_row(visit):
    limits = {"GM0363": {"kan": 700}, "GM0014": {"vast": True}}
    screen = unfolded(opened(visit, LAND.adjusted(gemeenten=limits)), "opt_wat")
    shown = screen.tables()["Eigen grenzen per gemeente"]
    assert shown["remove"]
    assert shown["ids"] == ["GM0363", "GM0014"]


@pytest.mark.parametrize(("pressed", "gone"), [("GM0014", ["GM0014"]), ("GM9999", []), (None, [])])
def test_only_a_row_of_the_table_can_be_deleted(monkeypatch, pressed, gone):
    table = limits_table({"GM0014": GemeenteGrens(vast=True)}, {"GM0014": "Groningen"})
    monkeypatch.setattr(
        "streamlit.components.v2.component", lambda *_, **__: lambda **told: told["on_wis_change"]()
    )
    monkeypatch.setattr("streamlit.session_state", {"t": {"wis": pressed}})
    removed = []
    options = TableOptions(remove=removed.append)
    show_table(table, [Column("gemeente", "Gemeente")], key="t", titel="T", options=options)
    assert removed == gone


def test_prices_come_when_asked_and_go_with_the_question(visit):
    screen = opened(
        visit,
        Scenario(halfjaar="2025-2", gemeenten={"GM0363": {"kan": 600}}).adjusted(
            uitruil={"binnen": "land"}
        ),
        "Wat knelt",
    )
    assert "één meer" not in screen.words()
    screen.app.button(key="opt_prijzen").click().run()
    assert screen.errors() == []
    assert "Amsterdam" in screen.words()
    assert "één meer" in screen.words()
    slider(screen, "Bodem").set_value("50,0\N{NO-BREAK SPACE}%").run()
    assert "één meer" not in screen.words()


def test_a_question_that_cannot_be_answered_leaves_the_fields_usable(visit):
    screen = opened(visit, LAND.adjusted(capaciteit={"kan_kolom": "bestaat_niet"}))
    assert len(screen.errors()) == 1
    slider(screen, "Bodem").set_value("50,0\N{NO-BREAK SPACE}%").run()
    assert slider(screen, "Bodem").value == "50,0\N{NO-BREAK SPACE}%"
