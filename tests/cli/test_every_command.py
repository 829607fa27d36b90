"""Every command with nothing, with an option that does not exist, and with ``--help``."""

import subprocess
import sys

import pytest
from typer.main import get_command

from optimiser.cli.commands import HOMES, LINES, LazyCommands
from optimiser.cli.dutch import first_line
from optimiser.cli.main import app, execute

#: What typer and click would say themselves.
ENGLISH = (
    "Usage", "Options", "Arguments", "LazyCommands", "Show this", "Missing", "No such", "Error",
    "default:", "required", "TEXT", "INTEGER", "PATH", "<str>", "<int>", "<path>", "<bool>",
)  # fmt: skip


def commands(group, before=()):
    """Return the words of each command and group, and whether it must be given something."""
    for name, command in group.commands.items():
        words = (*before, name)
        if hasattr(command, "commands"):
            yield words, False
            yield from commands(command, words)
        else:
            yield words, any(parameter.required for parameter in command.params)


ALL = list(commands(get_command(app)))
#: Without anything more this one serves until it is stopped; see ``test_start``.
ENDLESS = ("app",)


def test_the_commands_are_found():
    assert len(ALL) > 20
    assert (("uitruil", "register", "toon"), False) in ALL


@pytest.fixture
def run(tmp_path, monkeypatch, capfdbinary):
    """Type a command in an empty folder, without a register; return what it says."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TAAKSTELLING_REGISTER", raising=False)

    def typed(*words):
        code = execute(list(words))
        out, err = (stream.decode() for stream in capfdbinary.readouterr())
        assert "Traceback" not in out + err
        assert not [word for word in ENGLISH if word in out + err]
        return code, out, err

    return typed


def refused(code, err):
    """Tell whether a message says what is wrong, where and what to do."""
    return code == 2 and len(err.strip().splitlines()) >= 3


@pytest.mark.parametrize(
    ("words", "needs"), [one for one in ALL if one[0] != ENDLESS], ids=lambda v: str(v)
)
def test_with_nothing_more_a_command_works_or_says_in_dutch_what_is_missing(run, words, needs):
    code, out, err = run(*words)
    if needs:
        assert refused(code, err)
        assert "ontbreekt, maar is verplicht" in err
        assert out == ""
    else:
        assert code == 0 or refused(code, err) or "Gebruik: taakstelling" in out


@pytest.mark.parametrize("words", [words for words, _ in ALL], ids=" ".join)
def test_an_option_that_does_not_exist_is_named(run, words):
    code, out, err = run(*words, "--bestaat-niet")
    assert refused(code, err)
    assert "De optie --bestaat-niet bestaat niet." in err
    assert out == ""


@pytest.mark.parametrize("words", [words for words, _ in ALL], ids=" ".join)
def test_the_explanation_is_dutch(run, words):
    code, out, _ = run(*words, "--help")
    assert code == 0
    assert f"Gebruik: taakstelling {' '.join(words)}" in out
    assert "Toon deze uitleg en stop." in out


def leaves(group, before=()):
    """Return the words and the parameters of each command that does something."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from leaves(command, (*before, name))
        else:
            yield (*before, name), command.params


def files_of(params):
    """Tell by which words a command can be given a file to read."""
    for param in params:
        told = f"{param.metavar} {getattr(param, 'help', '')}"
        reads = "BESTAND" in told or param.metavar in {"SCENARIO", "[SCENARIO]"}
        if reads and "--uit" not in param.opts and "chrijf" not in told:
            yield next((word for word in param.opts if word.startswith("--")), "")


LEAVES = list(leaves(get_command(app)))
READING = [(words, option) for words, params in LEAVES for option in files_of(params)]
#: Enough for each command to come as far as its file.
FILLED = {"--halfjaar": "2025-2", "--uit": "uit.pdf"}


@pytest.mark.parametrize("words", [words for words, _ in LEAVES], ids=" ".join)
def test_one_word_too_many_is_told(run, words):
    code, out, err = run(*words, *["te-veel"] * 9)
    assert refused(code, err)
    assert out == ""


@pytest.mark.parametrize(("words", "option"), READING, ids=str)
@pytest.mark.parametrize("name", ["weg", "krom"])
def test_a_file_that_is_absent_or_is_something_else_is_told(run, tmp_path, words, option, name):
    params = dict(LEAVES)[words]
    (tmp_path / "krom.csv").write_bytes(b"\x00\xff\xfe{[")
    given = []
    for param in params:
        wanted = next((word for word in param.opts if word.startswith("--")), "")
        if wanted == option:
            given += [option] * bool(option) + [f"{name}.csv"]
        elif param.required or wanted in {"--halfjaar"}:
            given += [wanted] * bool(wanted) + [FILLED.get(wanted, "wettelijk")]
    code, out, err = run(*words, *given)
    assert refused(code, err), (given, err)
    assert "Geschreven" not in out + err


@pytest.mark.parametrize("name", HOMES)
def test_the_list_of_commands_tells_what_the_command_itself_tells(name):
    assert LINES[name] == first_line(LazyCommands()[name])


def test_help_loads_no_figures_and_no_boxes():
    """One process for all: a module that one command loads at its start is seen in the rest."""
    code = f"""
import sys
from optimiser.cli.main import execute
for name in {list(HOMES)}:
    execute([name, "--help"])
    print([m for m in ("rich", "pydantic", "pandas", "sqlalchemy") if m in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    told = [line for line in done.stdout.splitlines() if line.startswith("[")]
    assert dict(zip(HOMES, told, strict=True)) == dict.fromkeys(HOMES, "[]")
