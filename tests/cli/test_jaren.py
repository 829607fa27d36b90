"""Commands about years together."""

import pytest

from optimiser.cli.main import execute


@pytest.fixture
def typed(capfdbinary):
    """Type a command; return its exit code and what it says."""

    def run(*words):
        code = execute(list(words))
        out, err = (stream.decode() for stream in capfdbinary.readouterr())
        return code, out, err

    return run


def test_gladstrijken_shows_both_with_and_without_foresight(typed):
    code, out, err = typed("gladstrijken", "glad-2019-2021")
    assert code == 0
    assert "met_voorkennis,2021-2,11000,10632,3237,0" in out
    assert "zonder_voorkennis,2021-2,11000,8406,13094,7171" in out
    assert "in hele personen" in err


def test_gladstrijken_without_tijd_says_what_is_missing(typed):
    code, _, err = typed("gladstrijken", "wettelijk")
    assert code == 2
    assert "[tijd]" in err


def test_pareto_and_files(typed, tmp_path):
    code, out, _ = typed("gladstrijken", "glad-2016-2018", "--pareto", "--uit", str(tmp_path))
    assert code == 0
    assert out.splitlines()[0].startswith("piek,wachtmaanden")
    assert out.splitlines()[1].startswith("19769,160614,11000")
    assert {path.name for path in tmp_path.glob("*.xlsx")} == {"gladstrijken.xlsx", "afweging.xlsx"}


def test_meerjaren_prints_achterstand_and_says_where_from_when_to_when(typed, tmp_path):
    code, out, err = typed("meerjaren", "jaren-zeeland-40", "--uit", str(tmp_path))
    assert code == 0
    assert out.splitlines()[-1] == "Nederland,0,3,85,552,1602,1064,945,467"
    assert "Van 2026-1 t/m 2028-1 kan arbeidsmarktregio Zeeland hoogstens 1.695 huisvesten" in err
    assert "135 persoonshalfjaren" in err
    names = {path.stem for path in tmp_path.glob("*.csv")}
    assert names == {"jaren", "achterstand", "niet-inlopen", "voorzieningen"}


def test_meerjaren_of_one_area_and_of_none(typed):
    code, out, _ = typed("meerjaren", "jaren-zeeland-40", "--gebied", "Zeeland")
    assert code == 0
    assert len(out.splitlines()) == 1 + 13 * 8
    code, _, err = typed("meerjaren", "jaren-zeeland-40", "--gebied", "Atlantis")
    assert code == 2
    assert "Atlantis" in err


def test_vooruitzicht_and_its_test(typed):
    code, out, err = typed("vooruitzicht", "toets")
    assert code == 0
    first = out.splitlines()[1]
    assert "82.4" in first
    assert "16.98" in first
    assert "9.19" in first
    code, out, err = typed("vooruitzicht")
    assert code == 0
    assert len(out.splitlines()) == 13
    assert "lager dan het laagste van 125 paden" in err


def test_afronden_says_who_gets_too_few(typed, tmp_path):
    code, out, err = typed("afronden", "--uit", str(tmp_path))
    assert code == 0
    assert "krijgt Amsterdam 65 personen te weinig" in err
    assert out.splitlines()[1].startswith("Adams per halfjaar (zoals nu),,65.36")
    code, out, _ = typed("afronden", "--gemeenten")
    assert code == 0
    assert len(out.splitlines()) == 343


@pytest.mark.parametrize("command", ["optimaliseer", "grens", "lrt"])
def test_one_half_year_of_many_is_refused(typed, command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    more = ["--uit", "stuk.pptx"] if command == "lrt" else []
    code, _, err = typed(command, "jaren-rvb-2000", *more)
    assert code == 2
    assert "loopt van 2025-1 tot en met 2028-2" in err
