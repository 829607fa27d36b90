"""typer speaks English; this makes its help and its complaints Dutch.

The help is plain text: loading rich for its boxes takes longer than all the rest of ``--help``.
"""

from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from optimiser.cli.csv_form import csv_option

_HELP = "Toon deze uitleg en stop."
_KINDS = {
    "valid integer": "een geheel getal",
    "valid number": "een getal",
    "does not exist": "een bestand dat bestaat",
    "is a directory": "een bestand, geen map",
    "is a file": "een map, geen bestand",
}


class _Dutch:
    """What commands and groups share: Dutch ``--help``, bare switches, ``--csv`` at ``--uit``."""

    def __init__(self, *args: Any, **settings: Any) -> None:  # noqa: ANN401 - typer's own settings
        params = settings.get("params") or []
        if any(_writes_csv(param) for param in params):
            settings["params"] = [*params, csv_option()]
        super().__init__(*args, **settings)

    def get_help_option(self, ctx: typer.Context) -> Any:  # noqa: ANN401 - typer's own option type
        """Return ``--help`` with a Dutch text."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            # Without a default typer loads pydantic to read a switch that was not given.
            option.help, option.default = _HELP, False
        return option

    def format_usage(self, ctx: typer.Context, formatter: Any) -> None:  # noqa: ANN401
        """Write the usage line, with *Gebruik* where typer writes *Usage*."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, "Gebruik: ")

    def collect_usage_pieces(self, ctx: typer.Context) -> list[str]:
        """Return what follows the name in the usage line."""
        pieces: list[str] = super().collect_usage_pieces(ctx)  # type: ignore[misc]
        dutch = {"[OPTIONS]": "[OPTIES]", "COMMAND [ARGS]...": "OPDRACHT ..."}
        return [dutch.get(piece, piece) for piece in pieces]

    def format_options(self, ctx: typer.Context, formatter: Any) -> None:  # noqa: ANN401
        """Write what can be given, then what can be asked for, under Dutch headings."""
        params: list[Any] = self.get_params(ctx)  # type: ignore[attr-defined]
        for heading, kind in (("Invoer", "argument"), ("Opties", "option")):
            _section(
                formatter, heading, [_told(p, ctx) for p in params if p.param_type_name == kind]
            )
        _section(formatter, "Opdrachten", self.command_rows())

    def command_rows(self) -> list[tuple[str, str]]:
        """Return the commands below this one, each with its first line; a command has none."""
        return []


class DutchCommand(_Dutch, TyperCommand):  # type: ignore[misc]
    """A command whose help page is Dutch throughout."""


def _writes_csv(param: Any) -> bool:  # noqa: ANN401 - typer's own parameter type
    """Whether it says where to write: to a folder, or to a file that may be a CSV."""
    return "--uit" in param.opts and "csv" in str(getattr(param, "help", "")).lower()


class DutchGroup(_Dutch, TyperGroup):  # type: ignore[misc]
    """A group of commands whose help page is Dutch throughout."""

    def command_rows(self) -> list[tuple[str, str]]:
        """Return each command with its first line."""
        return [(name, first_line(command)) for name, command in self.commands.items()]


def first_line(command: Any) -> str:  # noqa: ANN401 - typer's own command
    """Return the first paragraph of a help page, as one line."""
    return " ".join(str(command.help).partition("\n\n")[0].split())


def _section(formatter: Any, heading: str, rows: list[tuple[str, str]]) -> None:  # noqa: ANN401
    if rows:
        with formatter.section(heading):
            formatter.write_dl(rows)


def _told(param: Any, ctx: typer.Context) -> tuple[str, str]:  # noqa: ANN401 - typer's own parameter
    """Return name and text of a parameter, without the Python type that typer adds."""
    name, text = param.get_help_record(ctx)
    text = text.replace("[default: ", "[standaard: ").replace("[required]", "[verplicht]")
    return name.partition(" <")[0], text


def complaint(error: typer.TyperException) -> tuple[str, str]:
    """Turn an error of the command line into a Dutch sentence and the command it was about."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "taakstelling"
    return _sentence(error), command


def _sentence(error: Any) -> str:  # noqa: ANN401 - typer exports only the base of its complaints
    param = getattr(error, "param", None)
    match type(error).__name__:
        case "NoSuchOption":
            near = sorted(error.possibilities or [])
            tail = f" Bedoelde u {', '.join(near)}?" if near else ""
            return f"De optie {error.option_name} bestaat niet.{tail}"
        case "MissingParameter" if param is not None:
            return f"{_name(param)} ontbreekt, maar is verplicht."
        case "BadNumber" if param is not None:
            return f"{_name(param)}: {error.message}"
        case "BadParameter" if param is not None:
            wanted = [dutch for english, dutch in _KINDS.items() if english in error.message]
            tail = f" Verwacht wordt {wanted[0]}." if wanted else ""
            if " is not one of " in error.message:
                _, _, allowed = error.message.partition(" is not one of ")
                tail = f" Kies uit {allowed.rstrip('.')}."
            name = _name(param)
            return f"De waarde van {name[:1].lower()}{name[1:]} is niet bruikbaar.{tail}"
        case "BadOptionUsage":
            return f"De optie {error.option_name} mist een waarde, of kan er geen hebben."
        case _:
            return _usage(error.format_message())


def _name(param: Any) -> str:  # noqa: ANN401 - typer's own parameter type
    options = [name for name in param.opts if name.startswith("-")]
    return f"De optie {options[0]}" if options else f"De invoer {param.metavar or param.name}"


def _usage(message: str) -> str:
    quoted = message.split("'")
    if message.startswith("No such command"):
        near = f" Bedoelde u {', '.join(quoted[3::2])}?" if len(quoted) > 3 else ""
        return f"De opdracht '{quoted[1]}' bestaat niet.{near}"
    if message.startswith("Missing command"):
        return "Er is geen opdracht opgegeven."
    if message.startswith("Got unexpected extra argument"):
        extra = message.partition("(")[2].partition("(")[2].rstrip(")")
        return f"Er staat te veel op de opdrachtregel: {extra}."
    return "De opdrachtregel is niet te begrijpen."


def new_app(cls: type[DutchGroup] = DutchGroup, **settings: Any) -> typer.Typer:  # noqa: ANN401
    """Return a typer app that speaks Dutch."""
    return typer.Typer(
        cls=cls,
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        **settings,
    )
