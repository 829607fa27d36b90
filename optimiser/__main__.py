"""``python -m optimiser`` is the command ``taakstelling``."""

from optimiser.cli.main import run

if __name__ == "__main__":
    run()
