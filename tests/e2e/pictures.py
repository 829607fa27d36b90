"""Make the pictures of the handleiding and of the README: ``python -m tests.e2e.pictures``.

Every page of the handleiding at 1280 x 800, as a new user sees it, and one slide of the kit, in
``data/beeld`` with the day and the version they were made of. ``--controleer`` only tells whether
they are of the version that runs, and ends with 1 if not.
"""

import sys
import tempfile
from datetime import UTC, datetime
from importlib import metadata
from io import BytesIO
from pathlib import Path

from PIL import Image

from optimiser.io.gegevens import read_gegevens
from optimiser.io.handleiding import read_made
from optimiser.io.paths import data_dir
from optimiser.io.scenarios import embedded_scenarios, read_scenario
from optimiser.report.lrt import LrtVraag
from optimiser.report.lrt.content import gather
from optimiser.report.lrt.slides.voorstel import voorstel
from optimiser.ui.frame.link import to_link
from tests.benchmarks.browser import chromium, server

SIZE = {"width": 1280, "height": 800}
#: Colours of a picture: few keep the file small, and text stays sharp.
COLOURS = 64
README = ("start", "dia")
#: Most bytes of the pictures of the README together.
MOST = 400_000


def addresses() -> dict[str, str]:
    """Return per picture the address that a user would have."""
    ten = to_link(read_scenario(embedded_scenarios()["plafond-10"]))
    return {
        "start": "?gemeente=GM0014",
        "gemeente": "gemeente?gemeente=GM0014",
        "vergelijken": "vergelijken?sleutels=inwoners,woningvoorraad",
        "optimaliseren": f"optimaliseren?scenario={ten}",
        "uitruil": "uitruil",
        "verloop": "verloop",
        "lrt": "lrt",
        "gegevens": "gegevens",
    }


def small(content: bytes) -> bytes:
    """Return a PNG with few colours."""
    out = BytesIO()
    picture = Image.open(BytesIO(content)).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(out, "png", optimize=True)
    return out.getvalue()


def screens() -> dict[str, bytes]:
    """Take every page when it has come to rest."""
    from playwright.sync_api import sync_playwright

    taken = {}
    with server() as (url, _), sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for name, address in addresses().items():
            page = browser.new_page(viewport=SIZE, locale="nl-NL")
            page.goto(f"{url}{address}")
            page.get_by_text("Huisvestingswet").first.wait_for(state="attached", timeout=90_000)
            page.wait_for_timeout(4000)
            taken[name] = page.screenshot()
            page.close()
        browser.close()
    return taken


def slide() -> bytes:
    """Return the map of the slide that says where it does not fit, as LibreOffice shows it."""
    import subprocess

    from optimiser.report.lrt.pages.deck import write_deck
    from optimiser.report.lrt.pages.neutral_template import neutral_template

    stof = gather(LrtVraag(read_scenario(embedded_scenarios()["plafond-10"])), read_gegevens())
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        deck = write_deck(voorstel(stof)[:1], neutral_template(), "Voorbeeld")
        (place / "dia.pptx").write_bytes(deck)
        convert = ["soffice", "--headless", "--convert-to", "png", "--outdir", folder]
        subprocess.run([*convert, str(place / "dia.pptx")], check=True, capture_output=True)
        return (place / "dia.png").read_bytes()


def up_to_date() -> bool:
    """Return whether the pictures are of the version that runs."""
    return read_made()["versie"] == metadata.version("taakstelling-optimiser")


def main() -> int:
    """Make them, or tell whether they are old."""
    if "--controleer" in sys.argv[1:]:
        return 0 if up_to_date() else 1
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
