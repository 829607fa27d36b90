"""Every reader of a user's file, with a good file to damage; all made here."""

import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import geopandas as gpd
import xlsxwriter
from pptx import Presentation
from pptx.util import Inches
from shapely import box

from optimiser.datapunt.reading.levering import read_levering
from optimiser.io.gemeentegrenzen.own import read_own_grenzen
from optimiser.io.reading.eigen_cijfers import read_columns
from optimiser.io.reading.typed.counts import read_huishoudens, read_woningen
from optimiser.io.reading.voorstellen import read_voorstel
from optimiser.io.scenario_file import read_scenario_file
from optimiser.io.strict_json import read_json
from optimiser.register.opening import make_register, open_register
from optimiser.report.lrt.pages.template import open_template
from optimiser.solve.recheck import check_resultaat
from optimiser.ui.frame.link import from_link
from optimiser.uitruil.agreement import overeenkomst
from optimiser.uitruil.recheck_ruilbewijs import check_ruilbewijs
from optimiser.zicht.zicht import EVERYTHING
from tests.fuzz.mutate import mutated, mutated_inside

CODES = ("GM0014", "GM0034", "GM0037", "GM0047", "GM0050", "GM0059")
TOML = """titel = "Proef"
bron = "proef"
halfjaar = "2025-2"
basis = "wettelijk"
totaal = 13000
[uitruil]
binnen = "provincie"
[capaciteit]
maximum_aandeel = "0.12"
[gemeenten.GM0014]
kan = 100
vast = true
[doelstelling]
stappen = ["eerlijkst"]
"""


@dataclass(frozen=True)
class Reader:
    """A reader and what it reads."""

    name: str
    good: Callable[[], bytes]
    read: Callable[[bytes], object]
    zipped: bool = False

    def damaged(self, seed: int) -> bytes:
        """Return the good file with seeded damage."""
        return (mutated_inside if self.zipped else mutated)(self.good(), seed)


def _csv() -> bytes:
    rows = "".join(f'{c};"Naam {i}";{i},5;{i}.000;.;\n' for i, c in enumerate(CODES, start=1))
    return f'Titel\n"gm_code";gemeente;kan;wil;ses;leeg\n{rows}Totaal;;1;1;1;\n'.encode()


@cache
def _xlsx() -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        page = book.add_worksheet("Cijfers")
        page.write_row(0, 0, ["gm_code", "gemeente", "kan", "wil"])
        for row, code in enumerate(CODES, start=1):
            page.write_row(row, 0, [code, f"Naam {row}", row * 1.5])
            page.write_formula(row, 3, f"=C{row + 1}*2", None, row * 3)
        page.merge_range(10, 0, 11, 1, "samen")
        page.set_row(3, None, None, {"hidden": True})
        book.add_worksheet("Uitleg").write(0, 0, "Uitleg")
    return out.getvalue()


def _voorstel() -> bytes:
    return b"uitruil;gm_code;verschil\nRuil 1;GM0014;3\nRuil 1;34;-3\nB;GM0037;1\nB;GM0047;-1\n"


def _landelijk() -> bytes:
    return b"periode;taakstelling;datum;bron\n2027-1;14.000;2026-10-01;x\n2027-2;9000;1-4-2027;x\n"


def _treden() -> bytes:
    fields = 'provincie = "Noord-Holland"\ntrede = "2"\nomschrijving = "x"\nvanaf = 2025-01-01\n'
    return f'[[trede]]\n{fields}bron = "proef"\n'.encode()


def _shapes() -> gpd.GeoDataFrame:
    squares = [box(1e5 + 1e4 * i, 4e5, 1.1e5 + 1e4 * i, 4.1e5) for i in range(len(CODES))]
    return gpd.GeoDataFrame({"statcode": CODES}, geometry=squares, crs=28992)


@cache
def _border(ending: str) -> bytes:
    with TemporaryDirectory() as folder:
        _shapes().to_file(Path(folder) / f"a{ending}")
        if ending != ".shp":
            return (Path(folder) / f"a{ending}").read_bytes()
        out = BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for part in sorted(Path(folder).glob("a.*")):
                archive.write(part, part.name)
        return out.getvalue()


def _topojson() -> bytes:
    square = {"type": "Polygon", "arcs": [[0]], "properties": {"gm_code": "GM0014"}}
    arcs = [[[0, 0], [200, 0], [0, 200], [-200, 0], [0, -200]]]
    how = {"scale": [0.001, 0.001], "translate": [5, 52]}
    whole = {"type": "Topology", "objects": {"a": square}, "arcs": arcs, "transform": how}
    return json.dumps(whole).encode()


def _read_borders(ending: str) -> Callable[[bytes], object]:
    def read(content: bytes) -> object:
        with TemporaryDirectory() as folder:
            path = Path(folder) / f"a{ending}"
            path.write_bytes(content)
            return read_own_grenzen(path)

    return read


@cache
def _pptx() -> bytes:
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(13.333), Inches(7.5)
    deck.slides.add_slide(deck.slide_layouts[5])
    out = BytesIO()
    deck.save(out)
    return out.getvalue()


@cache
def _sqlite() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "r.sqlite"
        with make_register(path, EVERYTHING) as opened:
            # One moment for all, so that a seed gives the same file every time.
            book = replace(opened, clock=lambda: datetime(2025, 1, 1, tzinfo=UTC))
            for i in range(5):
                book.add(
                    overeenkomst(f"Ruil {i}", "2025-2", {"GM0014": 3, "GM0034": -3}),
                    "wie",
                    again=True,
                )
        return path.read_bytes()


def _read_sqlite(content: bytes) -> object:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "r.sqlite"
        path.write_bytes(content)
        with open_register(path, EVERYTHING) as book:
            return book.stand()


def _json() -> bytes:
    deal = {"naam": "A", "verschillen": {"GM0014": 3, "GM0034": -3}}
    document = {
        "soort": "ruilbewijs",
        "versie": 1,
        "halfjaar": "2025-2",
        "gemeenten": {"GM0014": 1},
    }
    document["overeenkomsten"] = [deal]
    return json.dumps(document, indent=1).encode()


def _read_document(content: bytes) -> object:
    document = read_json(content, "a.json")
    if not isinstance(document, dict):
        return None
    return check_ruilbewijs(document), check_resultaat(document)


def _huishoudens() -> bytes:
    head = "halfjaar;coa_regio;personen;wacht_op_nareis;wachtklasse;band_regio;band_hard"
    rows = "2025-2;Noord;1;ja;15-26;Drenthe;nee;12\n2025-2;Zuid;4;nee;<=14;;;1.060\n"
    return f"{head};huishoudens\n{rows}".encode()


def _woningen() -> bytes:
    rows = "".join(f"2025-2;7;{c};{i % 6 + 1}k;permanent;{i};vrij\n" for i, c in enumerate(CODES))
    return f"halfjaar;maand;gm_code;klasse;soort;aantal;zekerheid\n{rows}".encode()


def _link() -> bytes:
    fields = {"halfjaar": "2025-2", "capaciteit": {"maximum_aandeel": "0.12"}, "totaal": 13000}
    return json.dumps(fields).encode()


READERS = [
    Reader("csv", _csv, lambda content: read_columns(content, "a.csv")),
    Reader("xlsx", _xlsx, lambda content: read_columns(content, "a.xlsx"), zipped=True),
    Reader("voorstel", _voorstel, lambda content: read_voorstel(content, "v.csv")),
    Reader("huishoudens", _huishoudens, lambda content: read_huishoudens(content, "h.csv")),
    Reader("woningen", _woningen, lambda content: read_woningen(content, "w.csv")),
    Reader("levering", _landelijk, lambda content: read_levering(content, "l.csv")),
    Reader("treden", _treden, lambda content: read_levering(content, "t.toml")),
    Reader("geojson", lambda: _border(".geojson"), _read_borders(".geojson")),
    Reader("geopackage", lambda: _border(".gpkg"), _read_borders(".gpkg")),
    Reader("shapefile", lambda: _border(".shp"), _read_borders(".zip"), zipped=True),
    Reader("topojson", _topojson, _read_borders(".topojson")),
    Reader("scenario", TOML.encode, lambda content: read_scenario_file(content, "a.toml")),
    Reader("link", _link, lambda content: from_link(content.decode("utf-8", "replace"))),
    Reader("bewijs", _json, _read_document),
    Reader("sjabloon", _pptx, lambda content: open_template(content, "a.pptx"), zipped=True),
    Reader("register", _sqlite, _read_sqlite),
]
