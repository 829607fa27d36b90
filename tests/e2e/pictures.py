"""Make the pictures of the handleiding and of the README: ``python -m tests.e2e.pictures``.

The pictures are what the task tests end on (``tests.e2e.tasks``) at 1280 x 800, and one slide of
the kit, in ``data/beeld`` with the day and the version they were made of. A task that fails makes
no picture. ``--controleer`` only tells what is wrong with those that are there: another version
than the one that runs, too old, missing or too large; it ends with 1 if anything is.
"""

import sys
import tempfile
from datetime import UTC, date, datetime
from importlib import metadata
from io import BytesIO
from pathlib import Path

from PIL import Image

from optimiser.gegevens.datum import read_datum
from optimiser.io.gegevens import read_embedded
from optimiser.io.handleiding import read_made
from optimiser.io.paths import data_dir
from optimiser.io.scenarios import embedded_scenarios, read_scenario
from optimiser.report.lrt import LrtVraag
from optimiser.report.lrt.content import gather
from optimiser.report.lrt.slides.voorstel import voorstel
from tests.benchmarks.browser import chromium
from tests.e2e.conftest import FLAGS, Visit, fresh_server
from tests.e2e.tasks import TAKEN, Clicks

#: Colours of a picture: few keep the file small, and text stays sharp.
COLOURS = 64
README = ("start", "dia")
#: Most bytes of the pictures of the README together.
MOST = 400_000
#: Most days since they were made.
OLD = 183


def small(content: bytes) -> bytes:
    """Return a PNG with few colours."""
    out = BytesIO()
    picture = Image.open(BytesIO(content)).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(out, "png", optimize=True)
    return out.getvalue()


def screens() -> dict[str, bytes]:
    """Do every task; take the screen it ends on."""
    from playwright.sync_api import sync_playwright

    taken = {}
    with (
        tempfile.TemporaryDirectory() as user,
        fresh_server({"XDG_DATA_HOME": user}) as url,
        sync_playwright() as play,
    ):
        browser = play.chromium.launch(executable_path=chromium(), args=FLAGS)
        for naam, taak in TAKEN.items():
            windows = browser.new_context(locale="nl-NL")
            me = Clicks(Visit(windows, url).open(taak.module, taak.query))
            taak.doe(me)
            me.page.mouse.move(0, 0)
            me.window.settle()
            taken[naam] = me.page.screenshot()
            windows.close()
        browser.close()
    return taken


def slide() -> bytes:
    """Return the map of the slide that says where it does not fit, as LibreOffice shows it."""
    import subprocess

    from optimiser.report.lrt.pages.deck import write_deck
    from optimiser.report.lrt.pages.neutral_template import neutral_template

    stof = gather(LrtVraag(read_scenario(embedded_scenarios()["plafond-10"])), read_embedded())
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        deck = write_deck(voorstel(stof)[:1], neutral_template(), "Voorbeeld")
        (place / "dia.pptx").write_bytes(deck)
        convert = ["soffice", "--headless", "--convert-to", "png", "--outdir", folder]
        subprocess.run([*convert, str(place / "dia.pptx")], check=True, capture_output=True)
        return (place / "dia.png").read_bytes()


def faults(today: date) -> list[str]:
    """Return what is wrong with the pictures that are there."""
    folder, made = data_dir() / "beeld", read_made()
    running = metadata.version("taakstelling-optimiser")
    found = []
    if made["versie"] != running:
        found.append(f"made of version {made['versie']}, this is {running}")
    if (days := (today - read_datum(made["datum"])).days) > OLD:
        found.append(f"made {days} days ago, at most {OLD}")
    found += [f"no picture {n}" for n in (*TAKEN, *README) if not (folder / f"{n}.png").is_file()]
    if (size := sum((folder / f"{n}.png").stat().st_size for n in README)) > MOST:
        found.append(f"the pictures of the README are {size} bytes, at most {MOST}")
    return found


def main() -> int:
    """Make them, or tell whether they are old."""
    if "--controleer" in sys.argv[1:]:
        found = faults(datetime.now(UTC).date())
        sys.stderr.write("".join(f"{one}\n" for one in found))
        return 1 if found else 0
    folder = data_dir() / "beeld"
    folder.mkdir(exist_ok=True)
    made = {name: small(content) for name, content in {**screens(), "dia": slide()}.items()}
    if (size := sum(len(made[name]) for name in README)) > MOST:
        sys.stderr.write(f"the pictures of the README are {size} bytes, at most {MOST}\n")
        return 1
    for name, content in made.items():
        (folder / f"{name}.png").write_bytes(content)
    today = datetime.now(UTC).date()
    told = f'datum = "{today.day}-{today.month}-{today.year}"\n'
    told += f'versie = "{metadata.version("taakstelling-optimiser")}"\n'
    (folder / "gemaakt.toml").write_text(told, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
