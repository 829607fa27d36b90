"""Numbers on every paper against a ledger of the register that shares no code with it.

The referee reads the rows of the database itself, adds up what binds, and starts from the formula.
"""

import json
import random
import re
import sqlite3
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from lxml import etree
from openpyxl import load_workbook
from pypdf import PdfReader

from optimiser.register.approval import Goedkeuring
from optimiser.register.errors import RefusedEntryError
from optimiser.register.gate import wettelijke_stand
from optimiser.register.opening import make_register, open_register
from optimiser.register.stand import registratie_of
from optimiser.report.uitruil.aantallen import aantallen_xlsx, samenvatting_pdf
from optimiser.report.uitruil.besluit import besluit_docx
from optimiser.report.uitruil.brief import Ontvanger, brief_docx
from optimiser.report.uitruil.papers import stukken
from optimiser.report.uitruil.raadsbrief import raadsbrief_docx
from optimiser.report.uitruil.ruilbewijs import ruilbewijs_json, ruilbewijs_pdf
from optimiser.uitruil.agreement import overeenkomst
from optimiser.uitruil.ruilbewijs import ruilbewijs
from optimiser.uitruil.states import BINDING, Status
from optimiser.uitruil.toets.check import check_uitruil
from optimiser.uitruil.voorstel import from_overeenkomst
from optimiser.zicht.zicht import EVERYTHING

HALF = "2025-2"
CODES = ("GM0106", "GM0114", "GM0109", "GM0118", "GM0119", "GM1680", "GM1681", "GM1690")
DAY = date(2025, 5, 1)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARTS = ("gm_code", "formule", "bindend", "verschil", "na")


def long(value):
    """A case of the long run."""
    return pytest.param(value, marks=pytest.mark.lang)


def random_deal(rng, naam):
    parties = rng.sample(CODES, rng.randint(2, 4))
    counts = [rng.choice([-2, -1, 1, 2, 3]) for _ in parties[1:]]
    if not sum(counts):
        counts[0] += 1 if counts[0] != -1 else 3
    return overeenkomst(naam, HALF, dict(zip(parties, [-sum(counts), *counts], strict=True)))


def enter(book, rng, naam):
    """Add an agreement that the register takes; it refuses one like another that binds."""
    while True:
        try:
            return book.add(random_deal(rng, naam), "Jan", again=True)
        except RefusedEntryError:
            continue


def advance(book, nummer, steps):
    """Approve by every college, then take some steps, one of them perhaps back."""
    now = book.get(nummer)
    for code in now.overeenkomst.partijen:
        now = book.approve(nummer, now.versie, Goedkeuring(code, "B", DAY, "Z"), "Jan")
    for step in steps:
        if step == "back":
            now = book.step_back(nummer, now.versie, "Jan", "vergissing")
        else:
            now = book.advance(nummer, now.versie, step, "Jan")


def ledger(place, apart):
    """Add up what binds per gemeente, from the rows alone [personen]."""
    rows = sqlite3.connect(place).execute(
        "SELECT nummer, versie, status, inhoud FROM versie ORDER BY nummer, versie"
    )
    last = {nummer: (status, json.loads(content)) for nummer, _, status, content in rows}
    net = {}
    for nummer, (status, content) in last.items():
        if nummer == apart or status not in ("akkoord", "gemeld", "verwerkt"):
            continue
        for term in content["termijnen"]:
            if term["halfjaar"] == HALF:
                for code, count in term["verschillen"].items():
                    net[code] = net.get(code, 0) + count
    return net


def whole(text):
    return int(text.replace(".", "").replace("\N{MINUS SIGN}", "-").replace("+", ""))


def from_docx(content):
    """Read the only table from the file itself, not by the library that wrote it."""
    body = etree.fromstring(ZipFile(BytesIO(content)).read("word/document.xml"))
    (table,) = body.iter(f"{W}tbl")
    rows = [
        ["".join(cell.itertext()) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")
    ]
    return {row[0]: tuple(whole(text) for text in row[2:]) for row in rows[1:]}


def from_xlsx(content):
    sheet = load_workbook(BytesIO(content))["Aantallen"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    head = next(i for i, row in enumerate(rows) if "formule" in row)
    at = {
        name: rows[head].index(name) for name in ("gm_code", "formule", "bindend", "verschil", "na")
    }
    return {
        row[at["gm_code"]]: tuple(row[at[part]] for part in PARTS[1:])
        for row in rows[head + 1 :]
        if str(row[at["gm_code"]]).startswith("GM")
    }


def from_pdf(content, names):
    """Read the road behind the name of each party."""
    text = " ".join(PdfReader(BytesIO(content)).pages[0].extract_text().split())
    number = r"([+\N{MINUS SIGN}]?\d[\d.]*)"
    road = rf"(?:Drenthe) {number} {number} {number} {number}"
    found = {name: re.search(rf"{re.escape(name)} {road}", text) for name in names}
    return {name: tuple(whole(part) for part in hit.groups()) for name, hit in found.items()}


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """Return a register with nothing in it, to copy."""
    place = tmp_path_factory.mktemp("leeg") / "r.sqlite"
    make_register(place, EVERYTHING).engine.dispose()
    return place.read_bytes()


@pytest.mark.parametrize("seed", [*range(40), *map(long, range(40, 200))])
def test_every_paper_shows_what_the_ledger_says(seed, empty, tmp_path):
    rng, place = random.Random(seed), tmp_path / "r.sqlite"
    place.write_bytes(empty)
    stand = wettelijke_stand(HALF)
    steps = [[], [Status.GEMELD], [Status.GEMELD, Status.VERWERKT], [Status.VERVALLEN]]
    steps += [[Status.GEMELD, "back"], ["back"]]
    with open_register(place, EVERYTHING) as book:
        for number in range(rng.randint(0, 3)):
            added = enter(book, rng, f"Eerder {number}")
            if rng.random() < 0.8:
                advance(book, added.nummer, rng.choice(steps))
        new = enter(book, rng, "Nieuw")
        if rng.random() < 0.5:
            advance(book, new.nummer, [])
        running = [
            from_overeenkomst(one.overeenkomst, HALF, one.nummer)
            for one in book.stand(BINDING)
            if one.nummer != new.nummer
        ]
        registered = registratie_of([book.get(new.nummer)], book.kop())
    outcome = check_uitruil([from_overeenkomst(new.overeenkomst, HALF)], stand, lopend=running)
    bound, change = ledger(place, new.nummer), dict(new.overeenkomst.termijnen[0].verschillen)
    expected = {}
    for code, count in change.items():
        formula = stand.gemeenten[code].taakstelling
        expected[code] = (formula, bound.get(code, 0), count, formula + bound.get(code, 0) + count)
    names = {code: stand.gemeenten[code].naam for code in change}
    by_name = {names[code]: road for code, road in expected.items()}
    total = {"Som": tuple(map(sum, zip(*expected.values(), strict=True)))}
    proof = ruilbewijs(outcome, registered)
    assert from_xlsx(aantallen_xlsx(proof)) == expected
    code = rng.choice(sorted(change))
    # Of all colleges together, or of one of them: one form of the decision each time.
    whose = rng.choice([None, code])
    for paper in (
        besluit_docx(outcome, whose, registratie=registered),
        raadsbrief_docx(outcome, code, registratie=registered),
        brief_docx(outcome, Ontvanger.GS, registratie=registered),
    ):
        assert from_docx(paper) == by_name | total
    for paper in (samenvatting_pdf(proof), ruilbewijs_pdf(proof)):
        assert from_pdf(paper, by_name) == by_name
    assert {
        row["gm_code"]: (row["formule"], row["bindend"], row["verschil"], row["na"])
        for row in json.loads(ruilbewijs_json(proof))["gemeenten"]
    } == expected


def test_pijnacker_nootdorp_goes_from_42_by_36_to_33(tmp_path):
    place = tmp_path / "r.sqlite"
    with make_register(place, EVERYTHING) as book:
        first = book.add(overeenkomst("Eerste", HALF, {"GM0503": 6, "GM1926": -6}), "Jan")
        advance(book, first.nummer, [])
        running = [
            from_overeenkomst(one.overeenkomst, HALF, one.nummer) for one in book.stand(BINDING)
        ]
    new = from_overeenkomst(overeenkomst("Tweede", HALF, {"GM0503": 3, "GM1926": -3}), HALF)
    files = stukken(check_uitruil([new], wettelijke_stand(HALF), lopend=running))
    assert from_docx(files["conceptbesluit-samen.docx"])["Pijnacker-Nootdorp"] == (42, -6, -3, 33)
    paper = Document(BytesIO(files["conceptbesluit-Pijnacker-Nootdorp.docx"]))
    text = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    assert "volgens de formule 42 personen, na de overeenkomsten die al gelden 36 personen" in text
    assert "wordt met dit besluit 33 personen (−3)" in text
