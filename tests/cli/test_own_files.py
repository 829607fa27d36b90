"""A user's file on the command line: read, told, asked, refused; exit codes and words."""

from io import BytesIO

import openpyxl
import pytest

from optimiser.cli.main import execute
from optimiser.io.gegevens import read_embedded
from optimiser.io.reading.eigen_cijfers import read_columns

SCENARIO = """titel = "kan uit bestand"
bron = "proef"
halfjaar = "2025-2"
[uitruil]
binnen = "land"
[capaciteit]
kan_kolom = "kan"
"""


def codes(year: int = 2025) -> list[str]:
    return list(read_embedded().figures(year).tabel.index)


def csv(column: str, cell, year: int = 2025) -> str:
    rows = "".join(f"{code};{cell(i)}\n" for i, code in enumerate(codes(year), start=1))
    return f"gm_code;{column}\n{rows}"


def run(capsys, *arguments: object) -> tuple[int, str, str]:
    code = execute([str(one) for one in arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def eigen(path) -> list[object]:
    how = ["--sleutel", "eigen", "--optie", "kolom=plekken", "--cijfers", path]
    return ["verdeel", "--halfjaar", "2025-2", *how]


def test_the_scores_of_cbs_are_read_and_the_reading_is_told(tmp_path, capsys):
    rows = "".join(f'"{code}    ";"  {-0.3 + i % 7 / 10:.3f}"\n' for i, code in enumerate(codes()))
    path = tmp_path / "statline.csv"
    path.write_bytes(b"\xef\xbb\xbf" + f'"gm_code";"ses_woa"\n{rows}'.encode())
    how = ["--sleutel", "sociaaleconomisch", "--optie", "beta=0.2", "--cijfers", path]
    code, out, err = run(capsys, "verdeel", "--halfjaar", "2025-2", *how)
    assert code == 0
    assert out.count("\n") == 343
    assert "statline.csv gelezen: kop in rij 1, 342 gemeenten" in err


def test_a_file_of_an_older_indeling_is_named_where_its_column_is_missed(tmp_path, capsys):
    path = tmp_path / "oud.csv"
    path.write_text(csv("plekken", str, 2021))
    code, _, err = run(capsys, *eigen(path))
    assert code == 2
    assert "oud.csv volgt de indeling van 1 januari 2021 (352 gemeenten)" in err
    assert "--peiljaar 2021" in err
    # Also where nothing misses the column: the file plays no part, and that is told.
    code, _, err = run(capsys, "verdeel", "--halfjaar", "2025-2", "--cijfers", path)
    assert (code, "oud.csv telt hier niet mee" in err) == (0, True)
    how = ["--indeling", "2025", "--optellen", "plekken", "--uit", tmp_path / "nieuw.csv"]
    path.write_text(csv("plekken", str, 2020))
    # Haaren went to four gemeenten in 2021; nobody knows in which parts.
    code, _, err = run(capsys, "lees", path, *how)
    assert (code, "Haaren" in err) == (2, True)


def test_figures_add_up_along_the_mergers_on_request(tmp_path, capsys):
    path, new = tmp_path / "oud.csv", tmp_path / "nieuw.csv"
    path.write_text(csv("plekken", lambda _: 1, 2022))
    how = ["--indeling", "2025", "--optellen", "plekken", "--uit", new]
    assert run(capsys, "lees", path, *how)[0] == 0
    summed = read_columns(new.read_bytes(), "nieuw.csv")["plekken"]
    assert len(summed) == 342
    # Weesp went to Amsterdam; Brielle, Hellevoetsluis and Westvoorne became Voorne aan Zee.
    assert (summed["GM0363"], summed["GM1992"], summed["GM0014"]) == ("2", "3", "1")
    assert run(capsys, *eigen(new))[0] == 0


def test_a_ceiling_without_a_value_is_a_fault_and_an_empty_one_is_named(tmp_path, capsys):
    scenario = tmp_path / "s.toml"
    scenario.write_text(SCENARIO)
    book = openpyxl.Workbook()
    book.active.append(["gm_code", "kan"])
    for i, code in enumerate(codes(), start=2):
        book.active.append([code, "=5000+1" if i == 108 else 5000])
    out = BytesIO()
    book.save(out)
    path = tmp_path / "kan.xlsx"
    path.write_bytes(out.getvalue())
    code, _, err = run(capsys, "optimaliseer", scenario, "--cijfers", path)
    assert code == 2
    assert "rij 108, kolom kan: een formule zonder uitkomst" in err
    bare = tmp_path / "kan.csv"
    bare.write_text(csv("kan", lambda i: "" if i in {1, 2} else 5000))
    code, out, _ = run(capsys, "optimaliseer", scenario, "--cijfers", bare)
    assert code == 0
    assert (
        "Zonder plafond (kan), dus onbegrensd: 2 van de gemeenten, terwijl 340 er een hebben: "
        "Groningen, Almere."
    ) in out


def test_lees_tells_how_a_file_is_read_and_writes_it_clean(tmp_path, capsys):
    path, clean = tmp_path / "mijn.csv", tmp_path / "schoon.csv"
    path.write_bytes(
        "Titel;;\nGemeente;Plekken;Noot\nDen Haag;1.234;a\nBergen;12;b\nNederland;1;c\n".encode(
            "cp1252"
        )
    )
    code, out, _ = run(capsys, "lees", path)
    assert code == 2
    assert "De kop staat in rij 2; 1 rij erboven hoort niet bij de tabel." in out
    assert "rij 4, kolom Gemeente: 'Bergen' kan Bergen (NH.) (GM0373)" in out
    how = ["--naam", "Bergen=GM0893", "--uit", clean]
    code, out, err = run(capsys, "lees", path, *how)
    assert code == 0
    assert "Overgeslagen: 1 rij (Nederland): rij 5." in out
    assert "Geschreven" in err
    assert read_columns(clean.read_bytes(), "schoon.csv")["Plekken"].to_dict() == {
        "GM0518": "1234",
        "GM0893": "12",
    }


def test_lees_asks_for_the_decimal_sign_and_takes_the_answer(tmp_path, capsys):
    path, clean = tmp_path / "a.csv", tmp_path / "b.csv"
    path.write_text("gm_code;cijfer\nGM0014;1.234\nGM0034;-2.345\n")
    code, out, _ = run(capsys, "lees", path)
    assert (code, "niets in de kolom zegt wat het decimaalteken is" in out) == (2, True)
    assert run(capsys, "lees", path, "--decimaal", "punt", "--uit", clean)[0] == 0
    assert read_columns(clean.read_bytes(), "b.csv")["cijfer"].tolist() == ["1.2340", "-2.3450"]


def test_all_faults_go_to_a_file(tmp_path, capsys):
    path, faults = tmp_path / "a.csv", tmp_path / "fouten.csv"
    path.write_text(csv("kan", lambda i: "x" if i <= 30 else i))
    code, out, _ = run(capsys, "lees", path, "--fouten", faults)
    assert code == 2
    assert "30 fouten:" in out
    assert len(faults.read_text(encoding="utf-8-sig").splitlines()) == 31


@pytest.mark.parametrize(
    "wrong",
    [["--decimaal", "streep"], ["--naam", "Bergen"], ["--soort", "x"], ["--indeling", "2025"]],
)
def test_a_wrong_answer_is_one_message(tmp_path, capsys, wrong):
    path = tmp_path / "a.csv"
    path.write_text("gm_code;kan\nGM0014;1\n")
    code, _, err = run(capsys, "lees", path, *wrong, "--uit", tmp_path / "b.csv")
    assert code == 2
    assert err.count("\n") <= 4


def test_old_codes_in_a_proposal_are_explained_and_zeros_refused(tmp_path, capsys):
    path = tmp_path / "v.csv"
    path.write_text("uitruil;gm_code;verschil\nA;GM0003;3\nA;GM0034;-3\n")
    code, _, err = run(capsys, "uitruil", "toets", path, "--halfjaar", "2025-2")
    assert code == 2
    assert "GM0003 Appingedam is sinds 2021 Eemsdelta (GM1979)" in err
    path.write_text("uitruil;gm_code;verschil\nA;GM0014;0\nA;GM0034;0\n")
    for command in ("toets", "besluit"):
        assert run(capsys, "uitruil", command, path, "--halfjaar", "2025-2")[0] == 2


@pytest.mark.parametrize("soort", ["cijfers", "realisatie", "voorstel"])
def test_a_template_is_written_and_can_be_read(tmp_path, capsys, soort):
    path = tmp_path / "s.xlsx"
    assert run(capsys, "sjabloon", soort, "--uit", path)[0] == 0
    book = openpyxl.load_workbook(path)
    assert book.sheetnames[1] == "Uitleg"
    page = book.worksheets[0]
    assert page.data_validations.count >= 1
    if soort == "voorstel":
        page["A2"], page["B2"], page["C2"] = "Ruil", "Groningen (GM0014)", 3
        page["A3"], page["B3"], page["C3"] = "Ruil", "Almere (GM0034)", -3
    else:
        page["C2"] = 7
    book.save(path)
    code, out, _ = run(
        capsys, "lees", path, "--soort", "voorstel" * (soort == "voorstel") or "cijfers"
    )
    assert (code, "Geen fouten gevonden." in out) == (0, True)


def test_an_unknown_template_is_refused(tmp_path, capsys):
    code, _, err = run(capsys, "sjabloon", "x", "--uit", tmp_path / "s.xlsx")
    assert (code, "Kies uit: cijfers, realisatie, voorstel, huishoudens" in err) == (2, True)
