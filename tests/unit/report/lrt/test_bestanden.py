"""The kit as paper, workbook and map layers, read back."""

import re
from io import BytesIO

import openpyxl
import pyogrio
import pypdf
import pytest

from optimiser.errors import UnknownFileTypeError
from optimiser.report.errors import PaperSizeError, TooManyKeysError
from optimiser.report.lrt import LrtVraag, build_kit
from optimiser.report.lrt.content import gather
from optimiser.report.lrt.kit import PaperForm, footer_of
from optimiser.report.lrt.map_layers import map_layers
from optimiser.report.lrt.pages.paper import write_paper
from optimiser.report.lrt.slides.where_we_are import stand
from optimiser.report.lrt.workbook import workbook
from optimiser.scenario.scenario import Scenario
from optimiser.teksten import whole
from tests.unit.report.lrt.conftest import gathered


@pytest.fixture(scope="module")
def paper(story, feasible):
    return write_paper(story, "A4", footer_of(feasible))


def test_the_paper_has_a_title_a_language_and_an_outline(paper, story):
    read = pypdf.PdfReader(BytesIO(paper))
    assert read.metadata.title == story[0].titel
    assert read.trailer["/Root"]["/Lang"] == "nl-NL"
    assert [entry.title for entry in read.outline][: len(story)] == [dia.titel for dia in story]


def test_the_paper_says_what_the_slides_say_and_describes_every_map(paper, story):
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(paper)).pages)
    flat = re.sub(r"\s", "", text)
    for dia in story:
        assert re.sub(r"\s", "", dia.titel) in flat
        for table in dia.tabellen:
            assert all(re.sub(r"\s", "", cell) in flat for row in table.rijen for cell in row)
        for picture in dia.platen:
            assert re.sub(r"\s", "", picture.alt) in flat


@pytest.mark.parametrize(("formaat", "wide"), [("A4", 842), ("A3", 1191)])
def test_the_paper_is_landscape_of_the_size_asked(story, formaat, wide):
    page = pypdf.PdfReader(BytesIO(write_paper(story[:1], formaat, "voet"))).pages[0]
    assert round(page.mediabox.width) == wide
    assert page.mediabox.width > page.mediabox.height


def test_the_same_question_gives_the_same_paper(paper, story, feasible):
    assert write_paper(story, "A4", footer_of(feasible)) == paper


def test_the_workbook_has_the_numbers_of_the_result(feasible):
    book = openpyxl.load_workbook(BytesIO(workbook(feasible)), data_only=True)
    head, *rows = book["Gemeenten"].iter_rows(values_only=True)
    column = head.index("personen_inwoners")
    expected = feasible.wettelijk.gemeenten["taakstelling"]
    assert {row[0]: row[column] for row in rows[:-1]} == dict(expected)
    assert {"Maten", "Voorstel", "Afspraken", "Aannames", "Bronnen", "Herkomst"} <= set(
        book.sheetnames
    )


def test_a_text_in_the_workbook_cannot_become_a_formula(gegevens):
    scenario = Scenario(halfjaar="2025-2", titel="=1+1", bron="@SUM(A1)")
    book = openpyxl.load_workbook(BytesIO(workbook(gather(LrtVraag(scenario), gegevens))))
    texts = [str(c.value) for sheet in book for row in sheet.iter_rows() for c in row if c.value]
    allowed = re.compile(r"=(SUM\([A-Z]+\d+:[A-Z]+\d+\)|[A-Z]+\d+-[A-Z]+\d+)")
    assert all(allowed.fullmatch(text) for text in texts if text.startswith("="))
    assert "'=1+1" in texts


def layers_of(content, path):
    path.write_bytes(content)
    names = [str(name) for name, _ in pyogrio.list_layers(path)]
    return {name: pyogrio.read_dataframe(path, layer=name) for name in names}


def test_the_map_layers_have_dutch_names_rd_coordinates_and_the_same_sums(feasible, tmp_path):
    layers = layers_of(map_layers(feasible), tmp_path / "lrt.gpkg")
    assert list(layers) == ["gemeenten", "provincies", "afspraken", "verantwoording"]
    assert layers["gemeenten"].crs.to_epsg() == 28992
    for name in ("gemeenten", "provincies"):
        assert int(layers[name]["personen_inwoners"].sum()) == 13000
        assert int(layers[name]["verschil_uitruil"].sum()) == 0
    assert int(layers["afspraken"]["personen"].sum()) == feasible.uitkomst.moved


def test_values_without_a_border_are_kept_in_a_layer_of_their_own(gegevens, tmp_path):
    stof = gather(LrtVraag(Scenario(halfjaar="2021-1")), gegevens)
    layers = layers_of(map_layers(stof), tmp_path / "oud.gpkg")
    drawn, left = layers["gemeenten"], layers["zonder_geometrie"]
    assert len(left) > 0
    total = int(drawn["personen_inwoners"].sum() + left["personen_inwoners"].sum())
    assert total == 13500


def test_an_unknown_ending_or_paper_size_is_refused(gegevens):
    with pytest.raises(UnknownFileTypeError):
        build_kit(LrtVraag(Scenario(halfjaar="2025-2")), gegevens, ".docx")
    with pytest.raises(PaperSizeError):
        PaperForm("A5")


def test_more_keys_than_fit_a_slide_are_refused(gegevens):
    keys = "woningvoorraad,huishoudens,oppervlakte,sociale_huurvoorraad,vrijkomende_sociale_huur"
    with pytest.raises(TooManyKeysError):
        gathered("wettelijk", keys, gegevens)


def test_progress_counts_up_to_the_end(gegevens):
    told = []
    build_kit(
        LrtVraag(Scenario(halfjaar="2025-2")), gegevens, ".pdf",
        progress=lambda done, total, what: told.append((done, total, what)),
    )  # fmt: skip
    counts = [done for done, _, _ in told]
    assert counts == sorted(counts)
    assert told[-1][0] == told[-1][1] - 1
    assert all(what for _, _, what in told)


def test_a_rounding_that_does_not_close_is_told_on_the_slide(gegevens):
    scenario = Scenario(halfjaar="2021-1", afronding="wettelijk_naar_boven")
    people = [int(n) for n in gegevens.figures(2020).tabel["inwoners"]]
    # Art. 29 lid 1: every gemeente rounded up by itself.
    total = sum(-(-13_500 * n // sum(people)) for n in people)
    slide = stand(gather(LrtVraag(scenario), gegevens))
    assert f"samen {whole(total)}" in slide.titel
    assert any(f"13.500 (verschil +{total - 13_500})" in line for line in slide.punten)


@pytest.mark.parametrize("ending", [".pptx", ".xlsx", ".pdf"])
def test_a_control_character_in_a_title_breaks_no_export(gegevens, ending):
    titel = "Proef\x0b met\x1b\x00 teken"
    scenario = Scenario(halfjaar="2025-2", titel=titel, bron="eigen\x08 vraag")
    assert (scenario.titel, scenario.bron) == ("Proef met teken", "eigen vraag")
    content = build_kit(LrtVraag(scenario), gegevens, ending)
    assert content[:4] in {b"PK\x03\x04", b"%PDF"}
