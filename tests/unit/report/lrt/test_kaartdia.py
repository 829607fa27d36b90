"""One map as a slide, read back from the file."""

from io import BytesIO

import pytest
from pptx import Presentation

from optimiser.compare.keuze import parse_keuze
from optimiser.report.kaart.content import Kaartvraag, gather_map
from optimiser.report.kaart.makeup import Opmaak
from optimiser.report.lrt.slides.map_slide import map_slide
from optimiser.scenario.scenario import Scenario

VRAAG = Kaartvraag(Scenario(halfjaar="2025-2"), parse_keuze("inwoners"))


def read_back(vraag, opmaak, gegevens):
    deck = Presentation(BytesIO(map_slide(gather_map(vraag, gegevens), opmaak, gegevens)))
    [slide] = deck.slides
    [grid] = [shape.table for shape in slide.shapes if shape.has_table]
    return slide, [[cell.text_frame.text for cell in row.cells] for row in grid.rows]


def told(slide):
    return " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_title_numbers_and_words_are_those_of_the_map(gegevens):
    slide, rows = read_back(VRAAG, Opmaak(), gegevens)
    assert slide.shapes.title.text_frame.text == "Taakstelling, 2025-2: Inwoners (wettelijk)"
    # 931.298 and 670.610 of 17.942.942 inhabitants, 13.000 persons: 667 and 480.
    assert rows[:3] == [["Gemeente", "Personen"], ["Amsterdam", "667"], ["Rotterdam", "480"]]
    assert len(rows) == 11
    [picture] = [shape for shape in slide.shapes if shape.shape_type == 13]
    assert "de hoogste 667 (Amsterdam)" in picture._element.nvPicPr.cNvPr.get("descr")


def test_law_data_and_scenario_stand_on_the_slide(gegevens):
    slide, _ = read_back(VRAAG, Opmaak(), gegevens)
    for part in ("BWBR0035303", gegevens.version, VRAAG.scenario.sha256()[:12], "indicatief"):
        assert part in told(slide)
    assert "Grenzen: CBS/Kadaster" in slide.notes_slide.notes_text_frame.text


def test_a_difference_shows_both_ends(gegevens):
    dwellings = Scenario(halfjaar="2025-2", sleutel="woningvoorraad")
    asked = Kaartvraag(dwellings, parse_keuze("woningvoorraad"), tegen=parse_keuze("inwoners"))
    _, rows = read_back(asked, Opmaak(), gegevens)
    numbers = [row[1] for row in rows[1:]]
    assert [text[0] for text in numbers] == ["+"] * 5 + ["−"] * 5
    assert rows[1] == ["Amsterdam", "+85"]
    assert rows[-1] == ["Almere", "−18"]


@pytest.mark.parametrize("title", ["Wij vragen 12 personen", "lang " * 80])
def test_own_title_source_and_chosen_gemeenten(gegevens, title):
    looks = Opmaak(titel=title, bronregel="Regio Groningen", uitgelicht=("GM0014",))
    slide, rows = read_back(VRAAG, looks, gegevens)
    assert slide.shapes.title.text_frame.text == title
    assert "Bron: Regio Groningen" in told(slide)
    assert rows[1][0] == "Groningen"
