"""The presentation read back: numbers, titles, alternative text, language, sizes, places."""

import re
from io import BytesIO

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Pt

from optimiser.report.lrt.pages.deck import write_deck
from optimiser.report.lrt.pages.neutral_template import neutral_template
from optimiser.report.lrt.slides.slide import Dia, Getallen, Tabel
from optimiser.teksten import signed, whole


def shapes(deck, kind):
    return [shape for slide in deck.slides for shape in slide.shapes if getattr(shape, kind)]


def tables(deck):
    return [
        [[cell.text_frame.text for cell in row.cells] for row in shape.table.rows]
        for shape in shapes(deck, "has_table")
    ]


def table_with(deck, heading):
    return next(table for table in tables(deck) if tuple(table[0][: len(heading)]) == heading)


def pictures(deck):
    return [s for slide in deck.slides for s in slide.shapes if s.shape_type == 13]


def test_the_table_of_provinces_is_that_of_the_result(deck, feasible):
    table = table_with(deck, ("Provincie", "Gemeenten"))
    rows = feasible.wettelijk.gemeenten
    sums = rows.groupby("provincie")["taakstelling"].sum()
    assert {line[0]: line[3] for line in table[1:-1]} == {p: whole(int(n)) for p, n in sums.items()}
    assert table[-1][:4] == ["Totaal", "342", whole(int(rows["inwoners"].sum())), "13.000"]


def test_the_proposal_shows_the_optimised_numbers(deck, feasible):
    rows = feasible.verdeling.gemeenten.set_index("gemeente")
    table = [t for t in tables(deck) if t[0] == ["Gemeente", "Was", "Wordt", "Verschil"]][-1]
    for name, was, becomes, change in table[1:]:
        if not name.startswith("Overige"):
            row = rows.loc[name]
            assert (was, becomes) == (whole(int(row["doel"])), whole(int(row["taakstelling"])))
            assert change == signed(int(row["taakstelling"] - row["doel"]))
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    moved = whole(feasible.uitkomst.moved)
    assert f"Met uitruil past het: {moved} personen wisselen van gemeente" in titles


def test_rises_and_falls_of_a_table_cancel(deck):
    for table in tables(deck):
        if table[0] == ["Gemeente", "Was", "Wordt", "Verschil"]:
            changes = [int(row[3].replace(".", "").replace("−", "-")) for row in table[1:]]
            assert sum(changes) == 0


def test_the_agreements_add_up_to_the_persons_moved(deck, feasible):
    table = table_with(deck, ("Gebied", "Afspraken"))
    listed = [int(row[2].replace(".", "")) for row in table[1:]]
    assert sum(listed[:-1]) == listed[-1] == feasible.uitkomst.moved


def test_what_provinces_lose_and_gain_is_what_moves(deck, feasible):
    table = table_with(deck, ("Provincie", "Minder", "Meer"))
    moved = int(feasible.vergelijking.verschil("woningvoorraad").clip(lower=0).sum())
    lost, won, saldo = (
        [int(row[c].replace(".", "").replace("−", "-")) for row in table[1:]] for c in (1, 2, 3)
    )
    assert -sum(lost[:-1]) == sum(won[:-1]) == moved
    assert saldo[-1] == 0


@pytest.mark.parametrize("made", ["story", "failed_story"])
def test_five_to_seven_messages_each_one_picture_and_at_most_one_number(made, request):
    slides = request.getfixturevalue(made)
    messages = [dia for dia in slides if not dia.bijlage and not dia.titelblad]
    assert 5 <= len(messages) <= 7
    assert [dia.bijlage for dia in slides] == sorted(dia.bijlage for dia in slides)
    for dia in messages:
        assert len(dia.platen) == 1
        assert not dia.tabellen
        numbers = [block for block, _ in dia.kolommen if isinstance(block, Getallen)]
        assert sum(len(block.getallen) for block in numbers) <= 1


def test_the_picture_of_a_message_fills_sixty_percent_of_the_slide(deck, story):
    whole_slide = deck.slide_width * deck.slide_height
    for dia, slide in zip(story, deck.slides, strict=True):
        if not dia.bijlage and not dia.titelblad:
            (picture,) = [s for s in slide.shapes if s.shape_type == 13]
            assert picture.width * picture.height >= 0.6 * whole_slide


@pytest.mark.parametrize("made", ["story", "failed_story"])
def test_a_title_is_at_most_twelve_words(made, request):
    assert all(len(dia.titel.split()) <= 12 for dia in request.getfixturevalue(made))


def test_no_slide_names_a_solver_or_a_code(deck):
    words = " ".join(
        [s.text_frame.text for s in shapes(deck, "has_text_frame")]
        + [cell for table in tables(deck) for row in table for cell in row]
    )
    assert not re.search(r"highs|cbc|nats|diagnose|GM\d{4}|--", words, re.IGNORECASE)


def test_every_picture_and_table_has_alternative_text(deck):
    assert len(pictures(deck)) >= 5
    for shape in (*pictures(deck), *shapes(deck, "has_table")):
        descr = shape._element.find(f".//{qn('p:cNvPr')}").get("descr")
        assert descr
        assert len(descr) > 20


def test_every_slide_has_a_message_in_a_real_title_first_in_reading_order(deck):
    titles = []
    for slide in deck.slides:
        title = slide.shapes.title
        assert title is not None
        assert slide.shapes[0].shape_id == title.shape_id
        titles.append(title.text_frame.text)
    assert all(titles)
    assert len(set(titles)) == len(titles)


def test_the_notes_name_the_sources(deck, feasible):
    for slide in deck.slides:
        assert feasible.scenario.sha256() in slide.notes_slide.notes_text_frame.text


def test_all_text_is_marked_dutch(deck):
    for slide in deck.slides:
        runs = list(slide._element.iter(qn("a:rPr")))
        assert runs
        assert {run.get("lang") for run in runs} == {"nl-NL"}
    assert deck.core_properties.language == "nl-NL"


def test_no_text_is_tiny(deck):
    for shape in shapes(deck, "has_table"):
        sizes = [run.font.size for cell in shape.table.iter_cells()
                 for p in cell.text_frame.paragraphs for run in p.runs]  # fmt: skip
        assert min(sizes) >= Pt(12)
    for shape in shapes(deck, "has_text_frame"):
        sizes = [r.font.size for p in shape.text_frame.paragraphs for r in p.runs]
        assert all(size >= Pt(10) for size in sizes if size is not None)


def test_nothing_lies_off_the_slide_or_on_the_footer(deck):
    for slide in deck.slides:
        foot = next(s for s in slide.shapes if s.name == "Voettekst")
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= deck.slide_width
            if shape is not foot and shape.shape_id != foot.shape_id:
                assert shape.top + shape.height <= foot.top


def test_the_last_slides_say_law_versions_and_that_it_is_no_legal_advice(deck, feasible):
    table = dict(row[:2] for row in table_with(deck, ("Wat", "Herkomst"))[1:])
    assert table["Wet"] == feasible.verdeling.herkomst.wet
    assert table["Gegevensversie"] == feasible.verdeling.herkomst.data_version
    assert feasible.scenario.sha256() in table["Scenario"]
    feet = [s.text_frame.text for s in shapes(deck, "has_text_frame") if s.name == "Voettekst"]
    assert len(feet) == len(deck.slides)
    assert all("geen juridisch advies" in text and "indicatief" in text for text in feet)


def test_assumptions_are_labelled(deck):
    rows = {row[0]: row[2] for row in table_with(deck, ("Aanname",))[1:]}
    assert "aanname" in rows["Mutatiegraad"]
    assert "aanname" in rows["Personen per woning"]
    assert rows["Deel van vrijkomende woningen (ijkpunt)"].startswith("gemeten")


def test_a_scenario_that_cannot_close_says_how_many_have_no_place(failed_story, infeasible):
    titles = [dia.titel for dia in failed_story]
    short = whole(infeasible.uitkomst.unplaced)
    # Six of the 37 areas are short: five arbeidsmarktregio's and West Betuwe, which is in none.
    fits = "past het in 31 van de 37 gebieden"
    (where,) = [dia for dia in failed_story if dia.titel == f"Bij 10\N{NO-BREAK SPACE}% {fits}"]
    ((number,),) = [b.getallen for b, _ in where.kolommen if isinstance(b, Getallen)]
    assert number.waarde == short
    assert "Achterhoek 14" in number.uitleg
    assert any(title.startswith("Met uitruil tussen buren past het") for title in titles)
    assert any(title.startswith("Wat het sluitend maakt") for title in titles)
    assert not any(title.startswith("Met uitruil past het") for title in titles)


@pytest.mark.parametrize("name", ["<b>Vet</b>", "=1+1", "A & B", "{naam}", "$x^2$"])
def test_a_name_is_data_not_markup(name):
    table = Tabel(("Gemeente", "Personen"), ((name, "1"),), bijschrift="Namen")
    dia = Dia(name, ((table, 1.0),), (name,), name)
    read = Presentation(BytesIO(write_deck([dia], neutral_template(), name)))
    slide = read.slides[0]
    assert slide.shapes.title.text_frame.text == name
    assert tables(read)[0][1][0] == name
    assert slide.notes_slide.notes_text_frame.text == name
