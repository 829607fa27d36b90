"""``taakstelling uitruil`` from the command line: exit codes, files, Dutch."""

import csv
import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from optimiser.cli.main import execute
from optimiser.cli.uitruil.rules import search_rules
from optimiser.errors import InvalidTableError
from optimiser.io.reading.voorstellen import read_voorstel
from optimiser.io.scenarios import read_scenario

SITUATION = ["--halfjaar", "2025-2", "--scenario", "plafond-12"]


@pytest.fixture
def write(tmp_path, monkeypatch):
    """Write a proposal; without a register of the user's own."""
    monkeypatch.delenv("TAAKSTELLING_REGISTER", raising=False)

    def to_file(rows, name="voorstel.csv", header="uitruil,gm_code,verschil"):
        path = tmp_path / name
        path.write_text("\n".join([header, *rows, ""]), encoding="utf-8")
        return str(path)

    return to_file


def test_a_good_proposal_may_stand(write, capfdbinary):
    path = write(["Ruil,GM0183,-8", "Ruil,GM0173,8"])
    assert execute(["uitruil", "toets", path, *SITUATION]) == 0
    out, err = (stream.decode() for stream in capfdbinary.readouterr())
    rows = list(csv.DictReader(StringIO(out)))
    assert [row["gm_code"] for row in rows] == ["GM0173", "GM0183"]
    assert all(int(row["na"]) - int(row["voor"]) == int(row["verschil"]) for row in rows)
    assert "Ruil: kan doorgaan" in err
    assert "Nederland: 13.000 personen vóór en 13.000 na." in err
    assert "COA-regio's zijn niet getoetst" in err


def test_a_sum_other_than_zero_is_refused_with_the_difference(write, capfdbinary):
    path = write(["Ruil,GM0183,-8", "Ruil,GM0173,9"])
    assert execute(["uitruil", "toets", path, *SITUATION]) == 2
    err = capfdbinary.readouterr().err.decode()
    assert "FOUT: De som is niet nul: het verschil is 1." in err


def test_faults_of_the_user_are_told_in_dutch(write, capfdbinary):
    good = write(["Ruil,GM0183,-8", "Ruil,GM0173,8"])
    wrong = [
        ["toets", good, "--halfjaar", "2025-1", "--scenario", "plafond-12"],
        ["toets", good, *SITUATION, "--maat", "mooi"],
        ["toets", "bestaat-niet.csv", *SITUATION],
        ["toets", write(["A,GM1,x"], "fout.csv"), *SITUATION],
        [
            "toets",
            write(["A,GM0183,-8,5"], "o.csv", "uitruil,gm_code,verschil,plekken"),
            *SITUATION,
        ],
        ["zoek", *SITUATION, "--regio", "Nergens"],
        ["zoek", *SITUATION, "--gebied", "waterschap"],
        ["zoek", *SITUATION, "--kies", "mooiste"],
        ["zoek", *SITUATION, "--partners", "veel"],
        ["zoek", *SITUATION, "--niet", "GM0183"],
        ["zoek", *SITUATION, "--niet", "Assen-Assen"],
        ["zoek", *SITUATION, "--niet", "Assen-Nergens"],
        ["zoek", *SITUATION, "--partners", "Nergens=1"],
        ["zoek", *SITUATION, "--partners", "0"],
        ["besluit", *SITUATION, "--uit", "x"],
        ["register", "toon"],
        ["register", "toon", "--register", "vreemd://plek"],
    ]
    for arguments in wrong:
        assert execute(["uitruil", *arguments]) == 2, arguments
        err = capfdbinary.readouterr().err.decode()
        assert "Traceback" not in err
        assert len(err.strip().splitlines()) >= 3, (arguments, err)


def test_every_arbeidsmarktregio_in_one_command_with_progress(tmp_path, capfdbinary):
    assert execute(["uitruil", "zoek", *SITUATION]) == 0
    out, err = (stream.decode() for stream in capfdbinary.readouterr())
    rows = read_voorstel(out.encode(), "v.csv")
    assert sum(count for _, _, count in rows) == 0
    assert "35/35" in err
    assert "35 regio's: in 31 een uitruil gevonden" in err
    path = tmp_path / "gevonden.csv"
    path.write_text(out, encoding="utf-8")
    assert execute(["uitruil", "toets", str(path), *SITUATION]) == 0


def test_what_is_found_can_be_written_with_its_alternatives(tmp_path, capfdbinary):
    openpyxl = pytest.importorskip("openpyxl")
    path = tmp_path / "gevonden.xlsx"
    asked = [*SITUATION, "--regio", "Drechtsteden", "--uit", str(path)]
    assert execute(["uitruil", "zoek", *asked]) == 0
    capfdbinary.readouterr()
    book = openpyxl.load_workbook(path)
    assert book.sheetnames[:3] == ["Voorstel", "Per regio", "Even goed"]
    assert book["Even goed"].max_row > 2
    assert execute(["uitruil", "toets", str(path), *SITUATION]) == 0


def test_rules_of_the_region_are_kept(capfdbinary):
    asked = [*SITUATION, "--gebied", "corop", "--regio", "Twente"]
    assert execute(["uitruil", "zoek", *asked, "--partners", "1"]) == 0
    rows = read_voorstel(capfdbinary.readouterr().out, "v.csv")
    codes = [code for _, code, _ in rows]
    assert rows
    assert len(codes) == len(set(codes))
    assert execute(["uitruil", "zoek", *asked, "--niet", "GM0173-GM0183"]) == 0
    found = read_voorstel(capfdbinary.readouterr().out, "v.csv")
    parties = {}
    for name, code, _ in found:
        parties.setdefault(name, set()).add(code)
    assert {"GM0173", "GM0183"} not in parties.values()


def test_rules_name_a_gemeente_by_name_or_code():
    pairs = ["Oldenzaal-GM0183", "Noardeast-Fryslân-Súdwest-Fryslân", "Assen-den haag"]
    rules = search_rules(["2", "Assen=1", "gm0114=3"], 1, pairs)
    assert rules["partners"] == 2
    assert rules["partners_van"] == {"GM0106": 1, "GM0114": 3}
    codes = {("GM0173", "GM0183"), ("GM1970", "GM1900"), ("GM0106", "GM0518")}
    assert rules["verboden"] == {frozenset(pair) for pair in codes}


def test_a_decision_in_a_folder_can_be_checked_afterwards(write, tmp_path, capfdbinary):
    path = write(["Ruil,GM0183,-8", "Ruil,GM0173,8"])
    folder = tmp_path / "stukken"
    assert execute(["uitruil", "besluit", path, *SITUATION, "--uit", str(folder)]) == 0
    # Two colleges: two decisions and letters to a council, one together, three letters, five more.
    assert len(list(folder.iterdir())) == 13
    capfdbinary.readouterr()
    proof = folder / "ruilbewijs.json"
    assert execute(["controleer", str(proof)]) == 0
    told = capfdbinary.readouterr().out.decode()
    assert told.count("\n") == 1
    assert "klopt: de aantallen van 2 gemeenten" in told
    document = json.loads(proof.read_text(encoding="utf-8"))
    document["gemeenten"][0]["na"] += 1
    proof.write_text(json.dumps(document), encoding="utf-8")
    assert execute(["controleer", str(proof)]) == 1
    told = capfdbinary.readouterr().out.decode()
    assert told.count("\n") == 1
    assert "klopt NIET" in told


def test_nothing_is_decided_about_what_is_refused(write, tmp_path, capfdbinary):
    path = write(["Ruil,GM0183,-8", "Ruil,GM0173,9"])
    assert execute(["uitruil", "besluit", path, *SITUATION, "--uit", str(tmp_path / "x")]) == 2
    assert not (tmp_path / "x").exists()
    assert "geweigerd" in capfdbinary.readouterr().err.decode()


def test_reception_is_computed_marked_and_never_a_proposal(write, tmp_path, capfdbinary):
    rows = ["Ruil,GM0183,-8,40", "Ruil,GM0173,8,-40"]
    path = write(rows, header="uitruil,gm_code,verschil,plekken")
    asked = ["uitruil", "opvang", path, "--halfjaar", "2025-2", "--uit"]
    assert execute([*asked, str(tmp_path / "watals.pdf")]) == 0
    told = capfdbinary.readouterr().out.decode().splitlines()
    assert all("NIET TOEGESTAAN" in line for line in told)
    assert execute([*asked, str(tmp_path / "watals.csv")]) == 2


def test_the_life_of_an_agreement_in_the_register(write, tmp_path, capfdbinary):
    path = write(["Ruil,GM0183,-8", "Ruil,GM0173,8"])
    place = ["--register", str(tmp_path / "r.sqlite")]
    who = ["--wie", "Jan"]

    def run(*arguments):
        code = execute(["uitruil", "register", *arguments, *place])
        out, err = (stream.decode() for stream in capfdbinary.readouterr())
        return code, list(csv.DictReader(StringIO(out))), err

    assert run("maak")[0] == 0
    assert run("maak")[0] == 2
    added = run("voeg-toe", path, "--halfjaar", "2025-2", "--terug", "2026-1", *who)
    assert (added[0], added[1][0]["status"], added[1][0]["vorm"]) == (0, "concept", "wederkerig")
    early = run("status", "1", "akkoord", "--versie", "1", *who)
    assert early[0] == 2
    assert "Akkoord volgt pas als elk college heeft goedgekeurd" in early[2]
    college = ["--namens", "A. de Vries", "--datum", "12-10-2025", "--zaaknummer", "Z-1", *who]
    assert run("keur-goed", "1", "GM0173", "--versie", "1", *college)[1][0]["status"] == "concept"
    agreed = run("keur-goed", "1", "GM0183", "--versie", "2", *college)[1][0]
    assert (agreed["status"], agreed["wacht_op"]) == ("akkoord", "")
    stale = run("status", "1", "vervallen", "--versie", "1", *who)
    assert stale[0] == 2
    assert "Iemand anders heeft deze overeenkomst intussen gewijzigd" in stale[2]
    assert "al_geregistreerd" not in stale[2]
    again = execute(["uitruil", "toets", path, *SITUATION, *place])
    assert again == 2
    assert "staat al een bindende overeenkomst met de naam" in capfdbinary.readouterr().err.decode()
    assert run("status", "1", "gemeld", "--versie", "3", *who)[0] == 0
    assert run("verwerk", "1", "2025-2", "--versie", "4", *who)[0] == 0
    left = run("open", "--nu", "2026-2")[1]
    assert {(row["halfjaar"], row["te_laat"]) for row in left} == {("2026-1", "ja")}
    assert len(run("historie", "1")[1]) == 5
    assert run("status", "1", "mooi", "--versie", "5", *who)[0] == 2
    back = run("stap-terug", "1", "--versie", "5", "--reden", "verkeerd halfjaar", *who)
    assert (back[1][0]["wat"], back[1][0]["open"]) == ("terug", "2025-2 2026-1")
    shown = run("toon", "--gemeente", "tubbergen", "--halfjaar", "2026-1")[1]
    assert [(row["gemeente"], row["verschil"]) for row in shown] == [
        ("Oldenzaal", "-8"), ("Tubbergen", "8"),
    ]  # fmt: skip
    assert run("toon", "--gemeente", "183", "--halfjaar", "2026-1")[1] == shown
    unknown = run("toon", "--gemeente", "Atlantis")
    assert unknown[0] == 2
    assert "Atlantis" in unknown[2]
    assert run("toon", "--status", "concept")[1] == []
    folder = tmp_path / "stukken"
    asked = [*SITUATION, "--nummer", "1", "--uit", str(folder), *place]
    assert execute(["uitruil", "besluit", *asked]) == 0
    assert (folder / "ruilbewijs.pdf").exists()


def test_a_register_that_is_not_there_is_refused_and_never_made(write, tmp_path, capfdbinary):
    path, place = write(["Ruil,GM0183,-8", "Ruil,GM0173,8"]), tmp_path / "typo.sqlite"
    asked = ["--register", str(place)]
    reading = [
        ["toets", path, *SITUATION],
        ["besluit", path, *SITUATION, "--uit", str(tmp_path / "x")],
        ["zoek", *SITUATION, "--regio", "Drechtsteden"],
        ["register", "toon"],
        ["register", "historie", "1"],
        ["register", "open"],
        ["register", "controleer"],
        ["register", "export", str(tmp_path / "uit.json")],
        ["register", "kopie", str(tmp_path / "kopie.sqlite")],
        ["register", "voeg-toe", path, "--halfjaar", "2025-2", "--wie", "Jan"],
    ]
    for arguments in reading:
        assert execute(["uitruil", *arguments, *asked]) == 2, arguments
        assert "Hier is geen register" in capfdbinary.readouterr().err.decode()
        assert not place.exists()


def test_a_register_is_checked_written_out_copied_and_put_back(write, tmp_path, capfdbinary):
    place = tmp_path / "r.sqlite"

    def run(*arguments, register=place):
        code = execute(["uitruil", "register", *arguments, "--register", str(register)])
        out, err = (stream.decode() for stream in capfdbinary.readouterr())
        return code, out, err

    path = write(["Ruil,GM0183,-8", "Ruil,GM0173,8"])
    run("maak")
    run("voeg-toe", path, "--halfjaar", "2025-2", "--wie", "Jan")
    told = run("controleer")
    assert told[0] == 0
    kop = told[1].split("Kop: ")[1].strip()
    assert run("controleer", "--kop", kop)[0] == 0
    assert run("controleer", "--kop", "onzin")[0] == 2
    wrong = run("controleer", "--kop", f"1-{'0' * 32}")
    assert wrong[0] == 2
    assert "Het register klopt niet" in wrong[2]
    assert run("export", str(tmp_path / "r.xlsx"))[0] == 0
    assert run("export", str(tmp_path / "r.json"))[0] == 0
    document = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert document["kop"]["sha256"].startswith(kop.split("-")[1])
    assert [one["wie"] for one in document["versies"]] == ["Jan"]
    copy, back = tmp_path / "kopie.sqlite", tmp_path / "terug.sqlite"
    assert kop in run("kopie", str(copy))[1]
    assert run("kopie", str(copy))[0] == 2
    assert kop in run("herstel", str(copy), register=back)[1]
    assert run("herstel", str(copy))[0] == 2
    assert run("controleer", "--kop", kop, register=back)[0] == 0


def test_the_template_is_filled_in_by_name_and_read_back(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    path = tmp_path / "voorstel.xlsx"
    assert execute(["uitruil", "sjabloon", "--halfjaar", "2025-2", "--uit", str(path)]) == 0
    book = openpyxl.load_workbook(path)
    page = book["Voorstel"]
    for row in (("Uitruil 1", "Tubbergen", 8), ("Uitruil 1", "Oldenzaal", -8)):
        page.append(row)
    names = [cell.value for cell in book["Gemeenten"]["A"]]
    assert len(names) == 342
    (picks, numbers) = sorted(page.data_validations.dataValidation, key=lambda v: str(v.sqref))
    assert (picks.type, numbers.type) == ("list", "whole")
    assert "SUMIF('Voorstel'!" in book["Controle"]["B2"].value
    book.save(path)
    assert read_voorstel(path.read_bytes(), path.name) == [
        ("Uitruil 1", "GM0183", 8), ("Uitruil 1", "GM0173", -8),
    ]  # fmt: skip
    assert execute(["uitruil", "sjabloon", "--halfjaar", "2025-2", "--uit", "v.csv"]) == 2


def test_a_part_goes_back_in_a_later_half_year(write, tmp_path, capfdbinary):
    rows = ["R,GM0183,-8,2025-2", "R,GM0173,8,2025-2", "R,GM0183,3,2026-1", "R,GM0173,-3,2026-1"]
    path = write(rows, header="uitruil,gm_code,verschil,halfjaar")
    place = ["--register", str(tmp_path / "r.sqlite")]
    assert execute(["uitruil", "register", "maak", *place]) == 0
    asked = ["uitruil", "register", "voeg-toe", path, "--halfjaar", "2025-2", "--wie", "Jan"]
    assert execute([*asked, "--terug", "2026-1", *place]) == 2
    assert execute([*asked, *place]) == 0
    capfdbinary.readouterr()
    assert execute(["uitruil", "register", "toon", "--halfjaar", "2026-1", *place]) == 0
    shown = list(csv.DictReader(StringIO(capfdbinary.readouterr().out.decode())))
    assert [(row["gemeente"], row["verschil"]) for row in shown] == [
        ("Oldenzaal", "-3"), ("Tubbergen", "3"),
    ]  # fmt: skip
    # Each half-year has its own road; of 2026-1 the number is not announced.
    assert execute(["uitruil", "toets", path, *SITUATION]) == 0
    out, err = (stream.decode() for stream in capfdbinary.readouterr())
    tested = list(csv.DictReader(StringIO(out)))
    parts = ("halfjaar", "gemeente", "formule", "bindend", "verschil", "na")
    assert [tuple(row[part] for part in parts) for row in tested] == [
        ("2025-2", "Oldenzaal", "23", "0", "8", "31"),
        ("2025-2", "Tubbergen", "16", "0", "-8", "8"),
        ("2026-1", "Oldenzaal", "", "0", "-3", ""),
        ("2026-1", "Tubbergen", "", "0", "3", ""),
    ]
    assert "2026-1 is nog niet bekendgemaakt: alleen de verschillen zijn getoetst" in err
    with pytest.raises(InvalidTableError):
        read_voorstel(Path(path).read_bytes(), "v.csv")
    wrong = write([*rows[:3], "R,GM0173,-4,2026-1"], header="uitruil,gm_code,verschil,halfjaar")
    assert execute([*asked[:3], wrong, *asked[4:], *place]) == 2
    assert "niet nul" in capfdbinary.readouterr().err.decode()
    assert execute(["uitruil", "toets", wrong, *SITUATION]) == 2
    assert "De som is niet nul: het verschil is −1" in capfdbinary.readouterr().err.decode()


def test_two_announced_half_years_have_each_their_own_road(write, capfdbinary):
    rows = ["van,naar,personen,halfjaar", "Assen,Emmen,5,2025-1", "Emmen,Assen,3,2025-2"]
    path = write(rows[1:], header=rows[0])
    assert execute(["uitruil", "toets", path, "--halfjaar", "2025-2"]) == 0
    tested = csv.DictReader(StringIO(capfdbinary.readouterr().out.decode()))
    told = {(row["halfjaar"], row["gemeente"]): row for row in tested}
    assert len(told) == 4
    for (half, _), row in told.items():
        assert int(row["formule"]) + int(row["verschil"]) == int(row["na"]), half
    assert told["2025-1", "Assen"]["formule"] != told["2025-2", "Assen"]["formule"]


def test_help_is_dutch_for_every_command(capfdbinary):
    commands = [[one] for one in ("toets", "zoek", "besluit", "opvang", "sjabloon", "register")]
    steps = ["toon", "voeg-toe", "wijzig", "status", "verwerk", "open", "keur-goed", "trek-in"]
    steps += [
        "stap-terug",
        "maak",
        "herinneringen",
        "controleer",
        "export",
        "kopie",
        "herstel",
        "historie",
    ]
    commands += [["register", one] for one in steps]
    for command in commands:
        assert execute(["uitruil", *command, "--help"]) == 0
        told = capfdbinary.readouterr().out.decode()
        assert "Gebruik: taakstelling uitruil" in told
        for english in ("Usage", "Options", "required", "PATH", "TEXT", "INTEGER", "env var"):
            assert english not in told, (command, english)


def test_only_the_proposal_is_written_to_standard_output():
    """A real process: the banner of HiGHS and the progress bar must not land in a pipe."""
    asked = ["uitruil", "zoek", *SITUATION, "--regio", "Drechtsteden"]
    done = subprocess.run(
        [sys.executable, "-m", "optimiser", *asked], capture_output=True, check=True
    )
    assert done.stdout.decode().splitlines()[0] == "uitruil,gm_code,verschil,gemeente"
    assert "1/1" in done.stderr.decode()


def test_a_joint_facility_goes_from_scenario_to_paper_to_register_and_back(write, tmp_path):
    path = write(["Ruil,GM0106,5", "Ruil,GM0114,-5"])
    scenario, place = tmp_path / "haven.toml", ["--register", str(tmp_path / "r.sqlite")]
    scenario.write_text(
        'halfjaar = "2025-2"\n[[capaciteit.plekken]]\nnaam = "De Haven"\n'
        'soort = "tussenvoorziening"\nplekken = 20\nopening = "2026-1"\nhalfjaren = 4\n'
        'gemeenten = ["GM0106", "GM0114"]\nstaat_in = "GM0114"\n'
        "verdeling = { GM0106 = 12, GM0114 = 8 }\n"
    )
    asked = [path, "--halfjaar", "2025-2", "--scenario", str(scenario)]
    folder, back = tmp_path / "uit", tmp_path / "terug.toml"
    assert execute(["uitruil", "besluit", *asked, "--uit", str(folder)]) == 0
    told = ("'De Haven' in Emmen", "Assen 12 en Emmen 8 plekken", "1 januari 2026",
            "31 december 2027")  # fmt: skip
    for paper in ("conceptbesluit-Assen", "raadsinformatiebrief-Emmen", "aanbiedingsbrief-coa"):
        text = "\n".join(p.text for p in Document(folder / f"{paper}.docx").paragraphs)
        assert [part for part in told if part not in text] == [], paper
    for paper in ("samenvatting", "ruilbewijs"):
        (page,) = PdfReader(folder / f"{paper}.pdf").pages
        text = " ".join(page.extract_text().split())
        assert [part for part in told if part not in text] == [], paper
    sheet = load_workbook(folder / "aantallen.xlsx")["Tussenvoorziening"]
    counted = {
        row[4].value: row[6].value for row in sheet.iter_rows() if row[0].value == "De Haven"
    }
    assert counted == {"Assen": 12, "Emmen": 8}
    assert execute(["controleer", str(folder / "ruilbewijs.json")]) == 0
    base = ["uitruil", "register"]
    assert execute([*base, "maak", *place]) == 0
    assert execute([*base, "voeg-toe", *asked, "--wie", "Jan", *place]) == 0
    college = ["--namens", "B", "--datum", "1-5-2025", "--zaaknummer", "Z", "--wie", "Jan", *place]
    for version, code in enumerate(("Assen", "GM0114"), start=1):
        step = [*base, "keur-goed", "1", code, "--versie", str(version), *college]
        assert execute(step) == 0
    asked = ["voorzieningen", "--halfjaar", "2025-2", "--uit", str(back), *place]
    assert execute([*base, *asked]) == 0
    (kept,) = read_scenario(back).capaciteit.plekken
    assert kept == read_scenario(scenario).capaciteit.plekken[0]


def test_before_the_announcement_papers_hold_differences_only_and_say_so(
    write, tmp_path, capfdbinary
):
    path = write(["Ruil,GM0106,5", "Ruil,GM0114,-5"])
    folder = tmp_path / "uit"
    asked = ["uitruil", "besluit", path, "--halfjaar", "2026-2", "--uit", str(folder)]
    assert execute(asked) == 0
    assert "nog niet bekendgemaakt" in capfdbinary.readouterr().err.decode()
    assert sorted(one.name for one in folder.iterdir()) == [
        "aanbiedingsbrief-bzk.docx", "aanbiedingsbrief-coa.docx", "aanbiedingsbrief-gs.docx",
        "conceptbesluit-Assen.docx", "conceptbesluit-Emmen.docx", "conceptbesluit-samen.docx",
        "raadsinformatiebrief-Assen.docx", "raadsinformatiebrief-Emmen.docx",
    ]  # fmt: skip
    for one in folder.iterdir():
        document = Document(one)
        (table,) = document.tables
        assert [[cell.text for cell in row.cells] for row in table.rows] == [
            ["Gemeente", "Provincie", "Verschil"],
            ["Assen", "Drenthe", "+5"],
            ["Emmen", "Drenthe", "−5"],
            ["Som", "", "0"],
        ]
        assert "nog niet" in "\n".join(paragraph.text for paragraph in document.paragraphs)
    letter = "\n".join(p.text for p in Document(folder / "aanbiedingsbrief-gs.docx").paragraphs)
    assert "Gedeputeerde staten van Drenthe" in letter
    assert "van deze verschillen uit te gaan, zodra het landelijke aantal is bekend" in letter
    asked[4] = "2099-1"
    assert execute(asked) == 2


def test_a_file_over_two_half_years_gives_papers_that_name_the_return(write, tmp_path):
    rows = ["R,GM0106,-5,2025-2", "R,GM0114,5,2025-2", "R,GM0106,3,2026-1", "R,GM0114,-3,2026-1"]
    path, folder = write(rows, header="uitruil,gm_code,verschil,halfjaar"), tmp_path / "uit"
    asked = ["uitruil", "besluit", path, "--halfjaar", "2025-2", "--uit", str(folder)]
    assert execute(asked) == 0
    told = "In het eerste halfjaar van 2026 volgt, nog apart te besluiten: Assen +3, Emmen −3."
    for paper in ("conceptbesluit-Assen", "raadsinformatiebrief-Emmen", "aanbiedingsbrief-coa"):
        text = "\n".join(p.text for p in Document(folder / f"{paper}.docx").paragraphs)
        assert told in text, paper
    proof = json.loads((folder / "ruilbewijs.json").read_text(encoding="utf-8"))
    assert proof["later"][0]["verschillen"] == {"GM0106": 3, "GM0114": -3}
    assert execute(["controleer", str(folder / "ruilbewijs.json"), "--opnieuw"]) == 0
