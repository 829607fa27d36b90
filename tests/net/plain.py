"""Files as text that two runs of the same program give alike: no clock, no date, no zip header."""

import hashlib
import io
import re
import sqlite3
import tempfile
import zipfile
from pathlib import Path

_CLOCK = (
    (r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)?", "<tijdstip>"),
    (r"trekkingen in [\d.,]+ s \([\d.,]+ per seconde\)", "trekkingen in <s>"),
    (r'("(?:verdelen|toets|opbouwen|oplossen|uitlezen|bewijzen|diagnose|\w*seconden)": )[\d.e-]+',
     r"\1<s>"),
    # The chain of the register, and the sum of a result, cover a moment or seconds.
    (r"(<tijdstip>.*),[0-9a-f]{12}(?=\n)", r"\1,<keten>"),
    (r'("seconden": \{[^$]*\n "sha256": )"[0-9a-f]{64}"', r"\1<som>"),
)  # fmt: skip
_CONTAINERS = {".xlsx", ".pptx", ".docx", ".zip"}
_IMAGES = {".png", ".jpeg", ".jpg"}


def still(text: str) -> str:
    """Return the text without what a clock put there."""
    for pattern, instead in _CLOCK:
        text = re.sub(pattern, instead, text)
    return text


def plain(name: str, content: bytes) -> dict[str, str]:
    """Return a file as one or more texts, by name."""
    ending = Path(name).suffix.lower()
    if ending in _CONTAINERS:
        return _unpacked(name, content)
    if ending == ".pdf":
        return {name: _pdf(content)}
    if ending in {".gpkg", ".sqlite"}:
        return {name: _database(content)}
    if ending in _IMAGES:
        return {name: f"{len(content)} bytes, sha256 {hashlib.sha256(content).hexdigest()}\n"}
    text = content.decode("utf-8", errors="backslashreplace").replace("\r\n", "\n")
    if ending in {".xml", ".rels", ".svg"}:
        text = text.replace("><", ">\n<")
    return {name: still(text)}


def _unpacked(name: str, content: bytes) -> dict[str, str]:
    found: dict[str, str] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for member in sorted(archive.namelist()):
            if not member.endswith("/"):
                found |= plain(f"{name}/{member}", archive.read(member))
    return found


def _pdf(content: bytes) -> str:
    from pypdf import PdfReader

    pages = PdfReader(io.BytesIO(content)).pages
    lines = []
    for number, page in enumerate(pages, 1):
        shown = [hashlib.sha256(image.data).hexdigest()[:16] for image in page.images]
        box = [round(float(side), 1) for side in page.mediabox]
        lines += [f"== {number} {box} {shown}", page.extract_text()]
    return still("\n".join(lines))


def _database(content: bytes) -> str:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "base"
        path.write_bytes(content)
        return _dumped(path)


def _dumped(path: Path) -> str:
    base = sqlite3.connect(path)
    tables = [
        row[0]
        for row in base.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        if not row[0].startswith(("rtree_", "sqlite_"))
    ]
    lines = []
    for table in tables:
        rows = base.execute(f'SELECT * FROM "{table}"')
        head = [column[0] for column in rows.description]
        # The chain covers the moment at which a row was written.
        skipped = {i for i, column in enumerate(head) if column == "sha256"}
        lines.append(f"== {table}: {', '.join(head)}")
        lines += ["|".join(_cell(c) for i, c in enumerate(r) if i not in skipped) for r in rows]
    base.close()
    return still("\n".join(lines))


def _cell(cell: object) -> str:
    if isinstance(cell, bytes):
        return f"{len(cell)} bytes {hashlib.sha256(cell).hexdigest()[:16]}"
    return str(cell)
