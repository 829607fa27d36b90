"""Templates of the user's own: what is refused, and what is used."""

from io import BytesIO

import pytest
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.util import Inches

from optimiser.report.errors import TemplateError, TemplateSizeError
from optimiser.report.lrt.pages.deck import write_deck
from optimiser.report.lrt.pages.neutral_template import neutral_template
from optimiser.report.lrt.pages.template import open_template
from optimiser.report.lrt.slides.slide import Dia
from optimiser.teksten import melding_for


def saved(deck):
    out = BytesIO()
    deck.save(out)
    return out.getvalue()


def own():
    return neutral_template().presentatie


def test_the_default_4_by_3_of_powerpoint_is_refused_with_its_size():
    with pytest.raises(TemplateSizeError) as caught:
        open_template(saved(Presentation()), "oud.pptx")
    assert "25,4 x 19,1 cm" in str(melding_for(caught.value))


def test_a_small_16_by_9_is_refused_because_text_would_not_fit():
    deck = own()
    deck.slide_width, deck.slide_height = Inches(10), Inches(5.625)
    with pytest.raises(TemplateSizeError):
        open_template(saved(deck), "klein.pptx")


@pytest.mark.parametrize("content", [b"", b"geen zip", b"PK\x03\x04kapot"])
def test_what_is_no_presentation_is_refused(content):
    with pytest.raises(TemplateError):
        open_template(content, "kapot.pptx")


def test_a_template_without_a_title_is_refused():
    deck = own()
    for layout in deck.slide_layouts:
        for holder in list(layout.placeholders):
            holder._element.getparent().remove(holder._element)
    with pytest.raises(TemplateError) as caught:
        open_template(saved(deck), "leeg.pptx")
    assert "geen enkele indeling heeft een titel" in str(melding_for(caught.value))


def test_a_title_that_leaves_no_room_is_refused():
    deck = own()
    for layout in deck.slide_layouts:
        for holder in layout.placeholders:
            holder.top = Inches(3.5)
    with pytest.raises(TemplateError) as caught:
        open_template(saved(deck), "laag.pptx")
    assert "te weinig ruimte" in str(melding_for(caught.value))


def test_a_template_that_fetches_from_elsewhere_is_refused():
    deck = own()
    deck.slide_master.part.relate_to("http://example.org/beeld.png", RT.IMAGE, is_external=True)
    with pytest.raises(TemplateError) as caught:
        open_template(saved(deck), "elders.pptx")
    assert "verwijst naar bestanden elders" in str(melding_for(caught.value))


def test_an_own_template_is_used_without_its_slides():
    deck = own()
    old = deck.slides.add_slide(deck.slide_layouts[1])
    old.shapes.title.text_frame.text = "Oude dia"
    deck.slide_layouts[1]._element.cSld.set("name", "Huisstijl")
    template = open_template(saved(deck), "eigen.pptx")
    read = Presentation(BytesIO(write_deck([Dia("Nieuw", notitie="n")], template, "voet")))
    assert [slide.shapes.title.text_frame.text for slide in read.slides] == ["Nieuw"]
    assert read.slides[0].slide_layout.name == "Huisstijl"
    assert b"Oude dia" not in saved(read)
