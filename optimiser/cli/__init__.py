"""The command ``taakstelling``: one module per command, heavy imports inside the functions.

``main`` registers the commands and turns errors into Dutch messages with exit code 2;
``nederlands`` makes typer's own texts Dutch; ``tonen`` prints tables.
"""
