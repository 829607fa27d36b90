"""The presentation read back: numbers, titles, alternative text, language, sizes, places."""

from io import BytesIO

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Pt

from optimiser.report.lrt.pages.deck import write_deck
from optimiser.report.lrt.pages.neutral_template import neutral_template
from optimiser.report.lrt.slides.slide import Dia, Tabel
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
    assert any(f"Met uitruil past het: {moved} personen" in title for title in titles)


def test_rises_and_falls_of_a_table_cancel(deck):
    for table in tables(deck):
        if table[0] == ["Gemeente", "Was", "Wordt", "Verschil"]:
            changes = [int(row[3].replace(".", "").replace("−", "-")) for row in table[1:]]
            assert sum(changes) == 0


def test_the_agreements_add_up_to_the_persons_moved(deck, feasible):
    table = table_with(deck, ("Van", "Naar"))
    listed = [int(row[2].replace(".", "")) for row in table[1:]]
    assert sum(listed[:-1]) == listed[-1] == feasible.uitkomst.moved


def test_every_decrease_has_a_taker_in_the_table(deck, feasible):
    table = table_with(deck, ("Minder in",))
    moved = int(feasible.vergelijking.verschil("woningvoorraad").clip(lower=0).sum())
    listed = [int(row[2].replace(".", "")) for row in table[1:]]
    assert sum(listed[:-1]) == listed[-1] == moved


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
        assert all(size >= Pt(9) for size in sizes if size is not None)


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
    assert f"Het past niet: voor {short} personen is binnen deze grenzen geen plaats" in titles
    assert any(title.startswith("Dit zou helpen") for title in titles)
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
