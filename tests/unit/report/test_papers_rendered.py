"""The papers of the Achterhoek as LibreOffice shows them: no broken word, no split table."""

import shutil
import subprocess

import pytest
from pypdf import PdfReader

from optimiser.report.uitruil.besluit import besluit_docx
from optimiser.scenario.scenario import Scenario
from optimiser.uitruil.toets.beginstand import make_beginstand
from optimiser.uitruil.toets.check import check_uitruil
from optimiser.uitruil.voorstel import make_voorstellen


@pytest.fixture(scope="module")
def render(tmp_path_factory):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not installed here")
    folder = tmp_path_factory.mktemp("render")

    def to_pages(content):
        (folder / "stuk.docx").write_bytes(content)
        profile = f"-env:UserInstallation=file://{folder}/profiel"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
        subprocess.run([*command, folder / "stuk.docx"], check=True, capture_output=True)
        return [page.extract_text() for page in PdfReader(folder / "stuk.pdf").pages]

    return to_pages


def test_no_word_is_broken_and_no_table_split(render, gegevens):
    stand = make_beginstand(Scenario(halfjaar="2025-2"), gegevens)
    region = stand.regios["arbeidsmarktregio"]
    codes = sorted(code for code, name in region.items() if name == "Achterhoek")
    # Long names from elsewhere too: the widest gemeenten and provinces there are.
    wide = sorted(stand.gemeenten, key=lambda code: -len(stand.gemeenten[code].naam))[:6]
    parties = [*codes, *wide]
    rows = [("Alles", code, 1) for code in parties]
    giver = next(c for c, g in stand.gemeenten.items() if g.naam == "Rotterdam")
    rows.append(("Alles", giver, -len(parties)))
    outcome = check_uitruil(make_voorstellen(rows, "2025-2"), stand)
    pages = render(besluit_docx(outcome, codes[0]))
    with_table = [page for page in pages if "Al bindend" in page.replace("\n", " ")]
    assert len(with_table) == 1
    table = with_table[0]
    words = table.replace("\n", " ").split()
    for code in (*parties, giver):
        for word in stand.gemeenten[code].naam.replace("-", "- ").split():
            assert any(word.rstrip("-") in found for found in words), word
    # Not whole words: older versions of pypdf read no space between cells.
    for word in ("Formule", "bindend", "uitruil", "Som"):
        assert any(word in found for found in words), word
