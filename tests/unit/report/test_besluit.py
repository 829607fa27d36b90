"""Decisions, letters and the ruilbewijs, read back from the files they are."""

from io import BytesIO

import pytest
from docx import Document
from pypdf import PdfReader

from optimiser.report.papier.words import listed
from optimiser.report.uitruil.besluit import besluit_docx
from optimiser.report.uitruil.brief import Ontvanger, brief_docx
from optimiser.report.uitruil.opvang_pdf import opvang_pdf
from optimiser.report.uitruil.papers import stukken
from optimiser.report.uitruil.ruilbewijs import ruilbewijs_pdf
from optimiser.scenario.scenario import Scenario
from optimiser.uitruil.agreement import wederkerig
from optimiser.uitruil.errors import RefusedProposalError
from optimiser.uitruil.opvang import opvang_what_if
from optimiser.uitruil.ruilbewijs import ruilbewijs
from optimiser.uitruil.toets.beginstand import make_beginstand
from optimiser.uitruil.toets.check import check_uitruil
from optimiser.uitruil.voorstel import make_voorstellen

ROWS = [("A & <B>", "GM0001", -6), ("A & <B>", "GM0002", 4), ("A & <B>", "GM0003", 2)]


@pytest.fixture
def uitslag(mini):
    stand = make_beginstand(Scenario(halfjaar="2025-1"), mini)
    return check_uitruil(make_voorstellen(ROWS, "2025-1"), stand)


def words(content):
    return "\n".join(paragraph.text for paragraph in Document(BytesIO(content)).paragraphs)


def cells(content):
    (table,) = Document(BytesIO(content)).tables
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_the_numbers_in_the_decision_are_those_of_the_test(uitslag):
    rows = cells(besluit_docx(uitslag, "GM0001"))
    assert rows[0] == ["Gemeente", "Provincie", "Formule", "Al bindend", "Deze uitruil", "Na"]
    assert [row[:1] + row[2:] for row in rows[1:-1]] == [
        ["Grootstad", "60", "0", "−6", "54"],
        ["Kleindorp", "10", "0", "+2", "12"],
        ["Middelstad", "30", "0", "+4", "34"],
    ]
    assert rows[-1][2:] == ["100", "0", "0", "100"]


def test_the_decision_names_law_sum_and_hash_and_leaves_the_reasons_open(uitslag):
    text = words(besluit_docx(uitslag, "GM0001"))
    assert "artikel 29, tweede lid, van de Huisvestingswet 2014" in text
    assert "100 personen vóór en 100 personen na" in text
    assert "wordt daarmee 54 personen in plaats van 60 (−6)" in text
    assert "geen juridisch advies" in text
    assert "[aanleiding" in text
    assert "samen met de colleges van Middelstad en Kleindorp" in text
    assert ruilbewijs(uitslag)["sha256"] in text
    assert "BWBR0035303" in text


def test_the_joint_decision_is_signed_by_every_college(uitslag):
    text = words(besluit_docx(uitslag))
    assert (
        "De colleges van burgemeester en wethouders van Grootstad, Middelstad en Kleindorp" in text
    )
    assert text.count("gemeentesecretaris") == 3


def test_every_page_says_that_it_is_a_draft(uitslag):
    for content in (besluit_docx(uitslag), brief_docx(uitslag, Ontvanger.COA)):
        page = Document(BytesIO(content))
        assert "CONCEPT" in page.sections[0].header.paragraphs[0].text
        assert page.core_properties.language == "nl-NL"


def test_what_follows_in_a_later_half_year_is_named(uitslag):
    deal = wederkerig("A & <B>", "2025-1", "2026-1", {"GM0001": -6, "GM0002": 4, "GM0003": 2})
    text = words(besluit_docx(uitslag, "GM0001", [deal]))
    assert "Tegenprestatie in het eerste halfjaar van 2026" in text
    assert "Grootstad +6" in text


@pytest.mark.parametrize("ontvanger", list(Ontvanger))
def test_a_letter_says_that_no_duty_was_found(uitslag, ontvanger):
    content = brief_docx(uitslag, ontvanger)
    assert "wettelijke plicht om een uitruil te melden is niet gevonden" in words(content)
    assert "VOORSTEL" in words(content)
    assert cells(content)[1][2:] == ["60", "0", "−6", "54"]


def test_the_ruilbewijs_is_one_page_with_the_hash(uitslag):
    proof = ruilbewijs(uitslag)
    (page,) = PdfReader(BytesIO(ruilbewijs_pdf(proof))).pages
    text = page.extract_text()
    assert proof["sha256"] in text.replace("\n", "")
    assert "Grootstad" in text
    assert "geen handtekening" in text.replace("\n", " ")


def test_the_ruilbewijs_of_a_hundred_parties_is_still_one_page(uitslag):
    proof = ruilbewijs(uitslag)
    many = proof | {"gemeenten": proof["gemeenten"] * 40}
    assert len(PdfReader(BytesIO(ruilbewijs_pdf(many))).pages) == 1


def test_all_papers_together(uitslag):
    files = stukken(uitslag)
    assert set(files) == {
        "conceptbesluit-samen.docx",
        *(f"conceptbesluit-GM000{i}.docx" for i in (1, 2, 3)),
        *(f"aanbiedingsbrief-{one}.docx" for one in ("coa", "gs", "bzk")),
        "ruilbewijs.json",
        "ruilbewijs.pdf",
    }


def test_nothing_is_written_about_what_was_refused(mini):
    stand = make_beginstand(Scenario(halfjaar="2025-1"), mini)
    refused = check_uitruil(
        make_voorstellen([("A", "GM0001", 1), ("A", "GM0002", -2)], "2025-1"), stand
    )
    with pytest.raises(RefusedProposalError):
        stukken(refused)


def test_a_stranger_cannot_decide(uitslag):
    with pytest.raises(ValueError, match="GM0099 is no party"):
        besluit_docx(uitslag, "GM0099")


def test_reception_is_stamped_on_every_page(mini):
    stand = make_beginstand(Scenario(halfjaar="2025-1"), mini)
    rows = [("A", "GM0001", -1, 2), ("A", "GM0002", 1, -2)] * 50
    pages = PdfReader(BytesIO(opvang_pdf(opvang_what_if(rows, stand), stand))).pages
    assert len(pages) > 1
    for page in pages:
        assert page.extract_text().count("NIET TOEGESTAAN") >= 2


@pytest.mark.parametrize(
    ("names", "text"), [(["A"], "A"), (["A", "B"], "A en B"), (["A", "B", "C"], "A, B en C")]
)
def test_names_are_joined_the_dutch_way(names, text):
    assert listed(names) == text
