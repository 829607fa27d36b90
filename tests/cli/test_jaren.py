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
    assert "zonder hele personen" in err


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
