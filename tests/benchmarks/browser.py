"""What the measuring scripts share: a server of their own, and a Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).parents[2]


def chromium() -> str:
    """Return the path of the browser."""
    found = os.environ.get("TAAKSTELLING_TEST_CHROMIUM") or shutil.which("chromium")
    if not found:
        sys.exit("no chromium: name one in TAAKSTELLING_TEST_CHROMIUM")
    return found


@contextmanager
def server(
    page: Path = ROOT / "app.py", environ: Mapping[str, str] | None = None
) -> Iterator[tuple[str, int]]:
    """Run a page on a free port for as long as needed; give its address and process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    flags = {"port": port, "address": "127.0.0.1", "headless": "true", "fileWatcherType": "none"}
    command = [sys.executable, "-m", "streamlit", "run", str(page)]
    command += [f"--server.{name}={value}" for name, value in flags.items()]
    command.append("--browser.gatherUsageStats=false")
    running = subprocess.Popen(
        command, cwd=ROOT, env=os.environ | dict(environ or {}),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _wait(f"http://127.0.0.1:{port}/_stcore/health", running)
        yield f"http://127.0.0.1:{port}/", running.pid
    finally:
        running.terminate()
        running.wait(20)


def _wait(url: str, running: "subprocess.Popen[bytes]") -> None:
    for _ in range(150):
        if running.poll() is not None:
            sys.exit("the server stopped")
        try:
            with urllib.request.urlopen(url, timeout=1):
                return
        except OSError:
            time.sleep(0.2)
    sys.exit("the server did not answer within 30 s")


@contextmanager
def wire(url: str) -> Iterator[tuple[str, list[int]]]:
    """Stand between browser and server; give the address to visit and the bytes that were sent.

    A browser tells what a message holds, not what came over the line: that is compressed.
    """
    sent: list[int] = []
    to = ("127.0.0.1", int(url.rstrip("/").rpartition(":")[2]))
    with socket.create_server(("127.0.0.1", 0)) as door:
        threading.Thread(target=_serve, args=(door, to, sent), daemon=True).start()
        yield f"http://127.0.0.1:{door.getsockname()[1]}/", sent


def _serve(door: socket.socket, to: tuple[str, int], sent: list[int]) -> None:
    with suppress(OSError):  # the door was closed
        while True:
            inside, _ = door.accept()
            outside = socket.create_connection(to)
            for end in (inside, outside):  # passed on as it comes, not held back for a receipt
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            for one, other, count in ((inside, outside, []), (outside, inside, sent)):
                threading.Thread(target=_pass, args=(one, other, count), daemon=True).start()


def _pass(one: socket.socket, other: socket.socket, count: list[int]) -> None:
    with suppress(OSError):
        while data := one.recv(65_536):
            count.append(len(data))
            other.sendall(data)
    with suppress(OSError):
        other.shutdown(socket.SHUT_WR)


def memory(pid: int) -> float:
    """Return the memory a process holds [MB]."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))
