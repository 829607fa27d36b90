"""Servers of the app that nobody opened yet, each forked from a process that read the libraries.

Nothing of the program itself is loaded before the fork, so that every server meets it anew.
"""

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

from tests.e2e.conftest import free_port, wait_for_server

ROOT = Path(__file__).parents[2]
HUB = """
import os, signal, sys
import geopandas, highspy, openpyxl, pandas, pulp, pyarrow, pydantic, shapely, sqlalchemy
import streamlit.testing.v1, streamlit.web.bootstrap, streamlit.web.server.server
from streamlit.web import cli
assert not any(name.partition(".")[0] == "optimiser" for name in sys.modules)
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.dup2(os.open(os.devnull, os.O_RDWR), 0)
        os.dup2(0, 1)
        sys.argv = ["streamlit", "run", *line.split()]
        cli.main(prog_name="streamlit")
    print(child, flush=True)
"""


@contextmanager
def hub():
    """Start the process to fork from; give a function that starts a server."""
    process = subprocess.Popen(
        [sys.executable, "-c", HUB], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip

    @contextmanager
    def server():
        port = free_port()
        asked = f"app.py --server.port {port} --server.address 127.0.0.1"
        process.stdin.write(f"{asked}\n")
        process.stdin.flush()
        child = int(process.stdout.readline())
        try:
            wait_for_server(f"http://127.0.0.1:{port}", process)
            yield f"http://127.0.0.1:{port}"
        finally:
            os.kill(child, signal.SIGKILL)

    try:
        yield server
    finally:
        process.stdin.close()
        process.wait(timeout=20)
        process.stdout.close()
