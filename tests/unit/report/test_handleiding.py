"""The handleiding: every task has its picture, a page, and its steps."""

from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from optimiser.cli.main import execute
from optimiser.io.handleiding import read_made, read_taken
from optimiser.io.paths import data_dir
from optimiser.report.papier.handleiding import handleiding_pdf


@pytest.mark.parametrize("taak", read_taken(), ids=lambda taak: taak.naam)
def test_a_task_has_steps_and_a_picture_of_its_page(taak):
    assert taak.stappen
    assert Image.open(BytesIO(taak.beeld)).size == (1280, 800)


def test_the_pictures_of_the_readme_are_small():
    sizes = [(data_dir() / "beeld" / f"{name}.png").stat().st_size for name in ("start", "dia")]
    assert sum(sizes) <= 400_000


def test_the_pdf_has_a_page_per_task_with_its_question(tmp_path):
    out = tmp_path / "handleiding.pdf"
    assert execute(["handleiding", "--uit", str(out)]) == 0
    pages = [page.extract_text() for page in PdfReader(out).pages]
    tasks = read_taken()
    assert len(pages) == len(tasks)
    for page, taak in zip(pages, tasks, strict=True):
        assert taak.titel.split()[0] in page
        assert "Beeld van de pagina" in page
    assert read_made()["datum"] in pages[0]


def test_a_task_without_a_picture_says_so():
    (first, *_) = read_taken()
    bare = type(first)(first.naam, first.pagina, first.titel, first.stappen)
    (page,) = PdfReader(BytesIO(handleiding_pdf([bare], "1-1-2026"))).pages
    assert "Het beeld van deze taak zit niet in deze installatie." in page.extract_text()
