"""Requests at random by anybody, through the browser: no row outside the workspace.

`plant` puts marked rows of everybody in register and data point. A page is what the reader sees
and all that the server sent for it. TAAKSTELLING_PROEF_VERZOEKEN says how many requests.
"""

import json
import os
import random
import re
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import TimeoutError

from optimiser.io.sharing.environment import read_environment
from optimiser.ui.frame.shell import ENTRIES
from tests.e2e.installed import ETC, SPOOFED, URL, Window, let_in

HERE = Path(__file__).parent
REQUESTS = int(os.environ.get("TAAKSTELLING_PROEF_VERZOEKEN", "30"))
SEED = os.environ.get("TAAKSTELLING_PROEF_ZAAD", "17")
#: Workspaces beside those of the recipe: two provinces, and a region on both sides of a border.
SPACES = """
[[werkruimte]]
id = "drenthe"
groep = "w-drenthe"
gebied = "PV22"
rol = "beheerder"

[[werkruimte]]
id = "groningen"
groep = "w-groningen"
gebied = "PV20"
rol = "analist"

[[werkruimte]]
id = "grens"
groep = "w-grens"
gebied = ["GM0014", "GM1680", "GM0106"]
rol = "lezer"
"""
#: Name at the login to groups and workspaces.
PEOPLE = {
    "w1-anna": ("w-drenthe", ["drenthe"]),
    "w2-bert": ("w-groningen", ["groningen"]),
    "w3-cora": ("w-grens", ["grens"]),
    "w4-dirk": ("tst-zeeland", ["zeeland"]),
    "w5-els": ("w-grens,tst-zeeland", ["grens", "zeeland"]),
    "w6-frans": ("tst-bzk", ["bzk"]),
    "w7-niemand": ("anders", []),
}
PASSWORD = "willekeurig"
STEPS = ("Gebied", "Afspraken", "Stukken", "Register")
COURSE = (
    "Stand",
    "Per gebied",
    "Vooruitzicht",
    "Wie loopt achter",
    "Kaart",
    "Opvang",
    "Leveringen",
    "Afronden",
)
FIGURES = ("Eigen cijfers", "Meegeleverd", "Wie deed wat")
#: Where everything of a kind is shown: page, query.
LISTS = {
    "register": ("uitruil", "?stap=Register"),
    "leveringen": ("verloop", "?onderdeel=Leveringen"),
    "saldo": ("verloop", "?onderdeel=Per gebied"),
}
#: A mark: a word, or a figure of seven digits.
MARK = re.compile(r"kanarie[0-9a-f]{8}|(?<![\d.])\d\.\d{3}\.\d{3}(?![\d.])")
FURTHER = """where => {
  history.pushState({}, '', where);
  dispatchEvent(new PopStateEvent('popstate', {state: {}}));
}"""
#: Part of the requests that begin a new session.
AFRESH = 0.2
#: Part in which is searched.
SEARCHED = 0.2
#: Most windows at once: one is drawn while another is read.
WINDOWS = 4


@dataclass(frozen=True)
class Planted:
    """What was planted, and who may see it."""

    marks: tuple
    areas: dict

    def may(self, mark, spaces):
        """Tell whether somebody who works in one of these may see a mark."""
        areas = [self.areas[name] for name in spaces]
        if any(area is None for area in areas):
            return True
        if "werkruimte" in mark:
            return mark["werkruimte"] in spaces
        return mark.get("van") in spaces or any(set(mark["codes"]) & set(own) for own in areas)

    def hidden(self, spaces):
        return {one["merk"] for one in self.marks if not self.may(one, spaces)}

    def shown(self, spaces, kind):
        return {o["merk"] for o in self.marks if o["op"] == kind and self.may(o, spaces)}


class Ear(Window):
    """A window that keeps what the server sends."""

    def __init__(self, windows, address):
        super().__init__(windows, address)
        self.heard = []
        self.page.on("websocket", lambda one: one.on("framereceived", self._keep))

    def _keep(self, told):
        self.heard.append(told if isinstance(told, str) else told.decode("utf-8", "ignore"))

    def go(self, module, query, *, afresh=True):
        """Ask for a page, and do not wait for it: a new session, or further in the same."""
        self.heard.clear()
        where = f"{self.address}/{module}{query}"
        if afresh or not self.page.url.startswith(self.address):
            self.page.goto(where, wait_until="commit")
        else:  # as the buttons Back and Forward of the browser do
            self.page.evaluate(FURTHER, where)

    def told(self):
        """Return everything that is seen and was sent."""
        self.page.locator(".st-key-voet p:visible, [data-testid=stAlert]:visible").first.wait_for()
        self.settle()
        return "\n".join([self.text(), *self.heard])


@pytest.fixture(scope="module")
def planted():
    """Let more people in, and plant rows of everybody."""
    let_in({name: groups for name, (groups, _) in PEOPLE.items()}, PASSWORD, SPACES)
    settings = read_environment(ETC / "taakstelling.env") | {"HOME": "/var/lib/taakstelling"}
    asked = ["/opt/taakstelling/bin/python", "-", SEED, str(ETC / "werkruimtes.toml")]
    done = subprocess.run(
        ["runuser", "-u", "taakstelling", "--", *asked], cwd="/", env=os.environ | settings,
        input=(HERE / "plant").read_text(encoding="utf-8"),
        check=True, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    told = json.loads(done.stdout)
    return Planted(tuple(told["merken"]), told["gebieden"])


@pytest.fixture(scope="module")
def windows(browser):
    """Return a window of everybody; every other one sends headers of its own."""
    kept = {}
    for number, who in enumerate(PEOPLE):
        context = browser.new_context(
            ignore_https_errors=True,
            http_credentials={"username": who, "password": PASSWORD},
            extra_http_headers=SPOOFED if number % 2 else {},
        )
        kept[who] = Ear(context, URL)
    yield kept
    for one in kept.values():
        one.page.context.close()


def anything(draw, planted):
    """Return page and query of a request at random, often about what is of others."""
    code = draw.choice([c for one in planted.marks for c in one.get("codes", ())])
    deal = json.dumps(
        [["ruil", code, -1, None], ["ruil", draw.choice(("GM0363", "GM0664")), 1, None]]
    )
    scenario = json.dumps({"halfjaar": draw.choice(("2024-1", "2025-1", "2025-2"))})
    return draw.choice(
        [
            lambda: (draw.choice(ENTRIES).module.replace("start", ""), ""),
            lambda: ("uitruil", f"?stap={draw.choice(STEPS)}"),
            lambda: ("uitruil", f"?stap={draw.choice(STEPS)}&afspraken={deal}"),
            lambda: ("verloop", f"?onderdeel={draw.choice(COURSE)}"),
            lambda: ("verloop", f"?onderdeel={draw.choice(COURSE)}&scenario={scenario}"),
            lambda: ("gegevens", f"?gegevens={draw.choice(FIGURES)}"),
            lambda: ("gemeente", f"?gemeente={code}&scenario={scenario}"),
            lambda: ("koppelen", "?koppelen=Plan"),
        ]
    )()


def search(window, draw, planted):
    """Look for a mark of anybody: in the tables, or in a list to choose from."""
    mark, page = draw.choice(planted.marks)["merk"], window.page
    for kind in ("input[type=search]:visible", "input[role=combobox]:visible:enabled"):
        found = page.locator(kind)
        if found.count():
            try:
                found.nth(draw.randrange(found.count())).fill(mark, timeout=5_000)
            except TimeoutError:  # what is drawn anew, or lies under a message, takes no text
                print("not searched:", page.get_by_role("dialog").all_inner_texts())  # noqa: T201
                break
    return " ".join(page.get_by_role("option").all_inner_texts())


def marks_in(told):
    return set(MARK.findall(told))


def test_no_page_shows_a_row_outside_the_workspace(planted, windows):
    draw, asked = random.Random(SEED), Counter()
    hidden = {who: planted.hidden(spaces) for who, (_, spaces) in PEOPLE.items()}
    while asked.total() < REQUESTS:
        turn = {who: anything(draw, planted) for who in draw.sample(list(PEOPLE), WINDOWS)}
        for who, where in turn.items():
            windows[who].go(*where, afresh=draw.random() < AFRESH)
        for who, where in turn.items():
            told = windows[who].told()
            if draw.random() < SEARCHED:
                told += search(windows[who], draw, planted) + windows[who].told()
                windows[who].page.goto("about:blank")  # a list that is open shuts off the rest
            assert marks_in(told) & hidden[who] == set(), (who, where)
            assert "Traceback" not in told, (who, where)
            assert PEOPLE[who][1] or "geen werkruimte" in told, where
            asked[who] += 1
    print(f"{asked.total()} requests: {dict(asked)}")  # noqa: T201
    assert min(asked.values()) > 0


@pytest.mark.parametrize("who", [name for name, (_, spaces) in PEOPLE.items() if len(spaces) == 1])
def test_what_is_of_the_workspace_is_there_so_that_the_marks_would_be_seen(who, planted, windows):
    spaces = PEOPLE[who][1]
    for kind, where in LISTS.items():
        windows[who].go(*where)
        told = windows[who].told()
        expected = planted.shown(spaces, kind)
        seen = marks_in(told) & expected
        assert seen
        assert seen == expected or kind == "saldo", kind  # a saldo is one of several half-years
