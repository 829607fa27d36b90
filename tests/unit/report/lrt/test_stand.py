"""The slide that says where we stand, read back: with and without a user's realisatie."""

from io import BytesIO

import pandas as pd
import pytest
from pptx import Presentation

from optimiser.report.lrt.content import gather
from optimiser.report.lrt.pages.deck import write_deck
from optimiser.report.lrt.pages.neutral_template import neutral_template
from optimiser.report.lrt.question import LrtVraag
from optimiser.report.lrt.slides.sleutels import sleutels_kaart
from optimiser.report.lrt.slides.where_we_are import stand_tabel
from optimiser.scenario.scenario import Scenario

NONE = "Realisatie en achterstand per gemeente zitten niet in de gegevens: niet beschikbaar."


def slide_text(gegevens, halfjaar):
    dia = stand_tabel(gather(LrtVraag(Scenario(halfjaar=halfjaar)), gegevens))
    (slide,) = Presentation(BytesIO(write_deck([dia], neutral_template(), "voet"))).slides
    told = "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    return told, slide.notes_slide.notes_text_frame.text


@pytest.fixture(scope="module")
def own(gegevens):
    """Groningen housed 140 of 175 and Almere 170 of 163; of the others nothing is known."""
    newest = gegevens.gemeenten[max(gegevens.gemeenten)][0].tabel
    cells = {"realisatie": pd.Series(pd.NA, newest.index, dtype=object)}
    columns = pd.DataFrame(cells)
    columns.loc[["GM0014", "GM0034"], "realisatie"] = ["140", "170"]
    return gegevens.with_columns(columns, "cijfers.csv")


def test_with_realisatie_the_sum_degree_and_who_is_behind(own):
    told, notes = slide_text(own, "2025-2")
    # asked 175 + 163 = 338; housed 140 + 170 = 310, which is 91,7 %; one of the two is behind
    assert (
        "310 van 338 personen gehuisvest (realisatiegraad 91,7\N{NO-BREAK SPACE}%; eigen "
        "bestand); 1 van 2 gemeenten met een cijfer bleven achter."
    ) in told
    assert NONE not in told
    assert "een achterstand van 28 personen. Berekend over 2 van de 342 gemeenten." in notes
    assert "eigen bestand cijfers.csv" in notes


def test_without_realisatie_it_says_so(gegevens):
    told, _ = slide_text(gegevens, "2025-2")
    assert NONE in told


def test_the_statutory_key_alone_is_the_same_everywhere(gegevens):
    (dia,) = sleutels_kaart(gather(LrtVraag(Scenario(halfjaar="2025-2")), gegevens))
    # 13.000 persons over 17.942.942 inhabitants; what differs is rounding.
    assert dia.titel == "De last is overal gelijk: 0,72 personen per 1.000 inwoners"


def test_a_file_for_other_gemeenten_is_not_available(own):
    told, _ = slide_text(own, "2021-1")
    assert "niet beschikbaar, want het bestand is voor de gemeenten van een andere indeling" in told
