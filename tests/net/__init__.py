"""What the program prints and writes, before and after a change that should change nothing.

``python -m tests.net record FOLDER`` runs the commands of ``commands.py``, the public functions
and every page of the app, and keeps what they print and the files they write as text.
``python -m tests.net compare BEFORE AFTER`` exits 1 and shows the lines that differ.

Not a test: an outcome may change on purpose, and then the difference is to be read, not refused.
It uses the command line, ``from optimiser import ...`` and the script of the app only, so
modules may move.
"""
