"""Half-years after each other in the kit: from saldo to saldo, smoothing, years, places."""

from io import BytesIO

from pptx import Presentation

from optimiser.io.scenarios import embedded_scenarios, read_scenario
from optimiser.report.lrt.pages.deck import small_deck
from optimiser.report.lrt.question import LrtVraag
from optimiser.report.lrt.slides.over_time import (
    outlook_slide,
    saldo,
    smoothing_slide,
    years_slides,
)
from optimiser.report.verloop.country import country_bars
from optimiser.scenario.scenario import Scenario
from optimiser.tijd.gladstrijken.plan import smooth_taakstelling
from optimiser.tijd.grootboek.printed import embedded_grootboek
from optimiser.tijd.jaren.question import make_years_question
from optimiser.tijd.vooruitzicht.project import make_vooruitzicht


def embedded(naam):
    return read_scenario(embedded_scenarios()[naam])


def test_the_waterfall_closes(gegevens):
    """-1.782 + 21.200 - 14.296 = 5.122: the bars hang on each other."""
    amounts = [bar.amount for bar in country_bars(gegevens).bars]
    assert sum(amounts[:-1]) == amounts[-1] == 5122


def test_the_title_of_the_saldo_is_its_finding(feasible):
    """A title tells what happened: table 1 of the report has -1.782 and 5.122."""
    assert saldo(feasible)[0].titel == (
        "Nederland in 2023-1: van voorsprong van 1.782 naar achterstand van 5.122"
    )


def test_smoothing_shows_both_with_and_without_foresight():
    dia = smoothing_slide(smooth_taakstelling(embedded("glad-2019-2021")), "bron")
    assert dia.titel == "Met voorkennis hoogstens 10.632 per halfjaar, in plaats van 13.500"
    assert "13.094" in dia.punten[0]
    assert "zonder voorkennis" in dia.platen[0].alt


def test_years_and_places_and_outlook_as_a_deck(gegevens):
    slides = years_slides(make_years_question(embedded("jaren-rvb-2000"), gegevens), "bron")
    found = make_vooruitzicht(
        embedded("vooruitzicht-2021"), gegevens, embedded_grootboek(gegevens).course()
    )
    slides.append(outlook_slide(found, "bron"))
    deck = Presentation(BytesIO(small_deck(slides, "voet")))
    titles = [slide.shapes.title.text for slide in deck.slides]
    assert titles[0].startswith("12 gebieden komen tekort")
    assert titles[1] == "2.000 plekken, en wat bij sluiting terugkomt"
    assert titles[2].startswith("Eind 2022-2 tussen")
    assert "2022-2" in slides[2].punten[-1]


def test_a_kit_takes_half_years_along():
    vraag = LrtVraag(Scenario(halfjaar="2025-2"), over_tijd=embedded("glad-2019-2021"))
    assert vraag.over_tijd.tijd.rij is not None
