"""The handleiding: every task has its picture, a page, and its steps."""

from datetime import date
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from optimiser.cli.main import execute
from optimiser.io.handleiding import read_made, read_taken
from optimiser.report.papier.handleiding import handleiding_pdf
from tests.e2e.pictures import faults
from tests.e2e.tasks import TAKEN


def test_every_task_that_is_tested_is_in_the_handleiding_and_the_other_way_around():
    assert [taak.naam for taak in read_taken()] == list(TAKEN)


def test_pictures_of_another_version_or_too_old_are_told(monkeypatch):
    made = {"datum": "1-1-2026", "versie": "0.0.1"}
    monkeypatch.setattr("tests.e2e.pictures.read_made", lambda: made)
    found = " ".join(faults(date(2026, 12, 31)))
    assert "made of version 0.0.1" in found
    assert "made 364 days ago" in found


@pytest.mark.parametrize("taak", read_taken(), ids=lambda taak: taak.naam)
def test_a_task_has_steps_and_a_picture_of_its_page(taak):
    assert taak.stappen
    assert Image.open(BytesIO(taak.beeld)).size == (1280, 800)


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
