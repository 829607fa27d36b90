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
from optimiser.report.uitruil.raadsbrief import raadsbrief_docx
from optimiser.report.uitruil.ruilbewijs import ruilbewijs_pdf
from optimiser.report.uitruil.toelichting import toelichting_docx
from optimiser.scenario.scenario import Scenario
from optimiser.uitruil.agreement import wederkerig
from optimiser.uitruil.errors import RefusedProposalError
from optimiser.uitruil.opvang import opvang_what_if
from optimiser.uitruil.registratie import Registratie
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
    assert "artikel 29, tweede lid, Huisvestingswet 2014" in text
    assert "100 personen vóór en 100 personen na" in text
    assert "is volgens de formule 60 personen en wordt met dit besluit 54 personen (−6)" in text
    assert "[aanleiding" in text
    assert "samen met de colleges van Kleindorp en Middelstad" in text
    assert ruilbewijs(uitslag)["sha256"] in text
    # What can be filled in from the test is filled in.
    assert "Middelstad 4 personen overneemt en daarmee op 34 personen komt" in text
    assert "het beslag op de vrijkomende sociale huurwoningen in Grootstad" in text
    assert "de taakstelling van de 0 andere gemeenten" in text
    for part in (
        "gelijkluidend besluit, uiterlijk op [datum], van de colleges van Kleindorp en Middelstad",
        "de achterstand van die gemeente",
        "geldt alleen voor het eerste halfjaar van 2025",
        "nareizigers",
        "raadsinformatiebrief",
        "gemachtigd",
        "vóór 1 januari 2025",
        "na 30 juni 2025",
        "Grootstad, [datum]",
        "Voorstel, niet in een register",
    ):
        assert part in text, part


def test_what_the_program_says_to_its_user_stands_in_a_paper_of_its_own(uitslag):
    own = words(toelichting_docx(uitslag))
    for remark in ("geen juridisch advies", "BWBR0035303", "geldende tekst", "niet gevonden"):
        assert remark in own
        for name, content in stukken(uitslag).items():
            if name.endswith(".docx") and name != "lees-dit-eerst.docx":
                assert remark not in words(content), name


def test_number_version_status_and_head_stand_on_every_paper(uitslag):
    place = Registratie(f"7-{'ab' * 16}", ((3, 4, "akkoord"),))
    told = f"Overeenkomst 3, versie 4, status akkoord; kop van het register 7-{'ab' * 16}"
    for name, content in stukken(uitslag, registratie=place).items():
        if name.endswith(".pdf"):
            pages = PdfReader(BytesIO(content)).pages
            text = " ".join(" ".join(page.extract_text().split()) for page in pages)
        elif name.endswith(".docx"):
            text = words(content)
        else:
            continue
        assert told in text, name


def test_the_council_is_told_its_own_numbers(uitslag):
    text = words(raadsbrief_docx(uitslag, "GM0002"))
    assert "Aan de raad van Middelstad" in text
    assert "Voor Middelstad gaat het om 4 personen meer: van 30 naar 34 personen" in text


def test_who_exchanges_with_one_decides_with_one(gegevens):
    """Oost Gelre exchanges with Brummen only; Winterswijk and Aalten are another matter."""
    rows = [("A", "GM1586", -3), ("A", "GM0213", 3), ("B", "GM0294", -4), ("B", "GM0197", 4)]
    stand = make_beginstand(Scenario(halfjaar="2025-2"), gegevens)
    files = stukken(check_uitruil(make_voorstellen(rows, "2025-2"), stand))
    text = words(files["01-Brummen-Oost-Gelre/conceptbesluit-Oost-Gelre.docx"])
    assert "Brummen" in text
    for other in ("Winterswijk", "Aalten"):
        assert other not in text
        assert other in words(files["02-Aalten-Winterswijk/conceptbesluit-Aalten.docx"])
    together = stukken(check_uitruil(make_voorstellen(rows, "2025-2"), stand), samen=True)
    assert "Winterswijk" in words(together["conceptbesluit-Oost-Gelre.docx"])


def test_a_refusal_of_one_coalition_leaves_the_papers_of_the_other(gegevens):
    rows = [("A", "GM1586", -3), ("A", "GM0213", 3), ("B", "GM0294", -4), ("B", "GM0197", 4)]
    scenario = Scenario(halfjaar="2025-2", gemeenten={"GM0197": {"kan": 1}})
    files = stukken(
        check_uitruil(make_voorstellen(rows, "2025-2"), make_beginstand(scenario, gegevens))
    )
    assert {name.split("/")[0] for name in files} == {"01-Brummen-Oost-Gelre"}


def test_the_joint_decision_is_signed_by_every_college(uitslag):
    text = words(besluit_docx(uitslag))
    assert (
        "De colleges van burgemeester en wethouders van Grootstad, Kleindorp en Middelstad" in text
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
    assert "In het eerste halfjaar van 2026 volgt, nog apart te besluiten" in text
    assert "afgesproken zijn alleen deze verschillen" in text
    assert "Grootstad +6" in text


@pytest.mark.parametrize("ontvanger", list(Ontvanger))
def test_a_letter_holds_the_numbers(uitslag, ontvanger):
    content = brief_docx(uitslag, ontvanger)
    assert "Grootstad, Kleindorp en Middelstad zijn van plan" in words(content)
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
        "lees-dit-eerst.docx",
        "conceptbesluit-samen.docx",
        *(f"conceptbesluit-{name}.docx" for name in ("Grootstad", "Middelstad", "Kleindorp")),
        *(f"raadsinformatiebrief-{n}.docx" for n in ("Grootstad", "Middelstad", "Kleindorp")),
        *(f"aanbiedingsbrief-{one}.docx" for one in ("coa", "gs", "bzk")),
        "samenvatting.pdf",
        "aantallen.xlsx",
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
