"""A shared installation as its visitors and its manager meet it; `.ci/dienst/proef` makes one."""

import os
import ssl
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

from tests.e2e.conftest import QUIET, Visit

URL = os.environ.get("TAAKSTELLING_PROEF", "")
WHO = {"jansen": "geheim1", "bakker": "geheim2"}
SPOOFED = {
    "X-Forwarded-User": "minister",
    "X-Forwarded-Groups": "tst-bzk",
    "X-Taakstelling-Geheim": "s" * 64,
}
DATABASE = "postgresql://taakstelling@/taakstelling?host=/var/run/postgresql"
#: The same wait in the page itself, in one question.
SETTLED = f"""async () => {{
  window.quiet = null;
  const begun = performance.now();
  while (!({QUIET})()) {{
    if (performance.now() - begun > 60000) throw new Error("still busy after 60 s");
    await new Promise(go => setTimeout(go, 50));
  }}
}}"""
ETC = Path("/etc/taakstelling")
ANY_CERTIFICATE = ssl.create_default_context()
ANY_CERTIFICATE.check_hostname = False
ANY_CERTIFICATE.verify_mode = ssl.CERT_NONE


class Window(Visit):
    """A browser window on a site whose policy forbids what playwright waits with: it evals."""

    def __init__(self, windows, address):
        super().__init__(windows, address)
        self.said = []
        self.page.on("console", lambda one: self.said.append(one.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))

    def open(self, module="start", query=""):
        self.page.goto(f"{self.address}/{'' if module == 'start' else module}{query}")
        self.page.locator(".st-key-voet p").first.wait_for()
        self.settle()
        return self

    def settle(self):
        self.page.evaluate(SETTLED)

    def sees(self, text, patience=60):
        """Wait until a reader sees a text."""
        until(lambda: text in self.text(), patience)

    def refused(self):
        """Return what the browser refused because of the policy."""
        return [one for one in self.said if "Content Security Policy" in one]


def until(there, patience=60):
    """Wait until something is true."""
    end = time.monotonic() + patience
    while not there():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)


def let_in(people, password, spaces=""):
    """Let more people in, by name and groups, with one password; and add workspaces."""
    made = subprocess.run(
        ["openssl", "passwd", "-6", password], check=True, capture_output=True, text=True
    )
    for file, lines in {
        "wachtwoorden": [f"{name}:{made.stdout.strip()}" for name in people],
        "groepen.map": [f'{name} "{groups}";' for name, groups in people.items()],
        "werkruimtes.toml": [spaces],
    }.items():
        with (ETC / file).open("a", encoding="utf-8") as kept:
            kept.write("\n".join(lines) + "\n")
    subprocess.run(["nginx", "-s", "reload"], check=True, capture_output=True)
    time.sleep(2)  # who is served before the new groups are read stays without them


def fetched(path):
    """Return status and words of an address, without a login."""
    try:
        with urllib.request.urlopen(f"{URL}{path}", timeout=5, context=ANY_CERTIFICATE) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, ""


def as_service(*arguments):
    """Run the command as the user of the service; return exit code and what it says."""
    return run_as("taakstelling", "/opt/taakstelling/bin/taakstelling", *arguments)


def run_as(user, *command):
    """Run something as a user of this machine; return exit code and what it says."""
    done = subprocess.run(
        ["runuser", "-u", user, "--", *command],
        cwd=f"/var/lib/{user}", capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def process_of(port):
    """Return the process that listens at a port of the app."""
    told = subprocess.run(["ss", "-Hltnp", f"sport = :{port}"], capture_output=True, text=True)
    return int(told.stdout.partition("pid=")[2].partition(",")[0] or 0)


def visitors(port):
    """Count what is connected to a process of the app."""
    asked = ["ss", "-Htn", "state", "established", f"sport = :{port}"]
    return len(subprocess.run(asked, capture_output=True, text=True).stdout.splitlines())
