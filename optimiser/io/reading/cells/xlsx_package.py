"""The zip of a workbook: opened with limits, rebuilt from the parts that hold cells."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from posixpath import normpath
from xml.parsers import expat
from zipfile import ZIP_STORED, BadZipFile, ZipFile

from optimiser.errors import OptimiserError, UnreadableFileError
from optimiser.io.reading.cells.limits import MAX_PARTS, MAX_UNPACKED, too_large

_SHARED = "xl/sharedstrings.xml"
_NEEDED = (
    "[content_types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    _SHARED,
    "xl/styles.xml",
)
_OLE = b"\xd0\xcf\x11\xe0"
#: What a damaged zip can raise while it is read.
BROKEN_ZIP = (
    BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    KeyError,
    ValueError,
    RuntimeError,
    OverflowError,
    IndexError,
)


class ProtectedWorkbookError(OptimiserError):
    """A workbook has a password, or is of before 2007. Facts: ``bestand``."""

    code = "lezen_oud_of_wachtwoord"


@dataclass(frozen=True, slots=True)
class Package:
    """A workbook without anything but cells.

    Attributes
    ----------
    clean
        The workbook again, rebuilt from the parts that are needed.
    parts
        Name in lower case to its content.
    sheets
        Name of a sheet to the name of its part.
    """

    clean: bytes
    parts: Mapping[str, bytes]
    sheets: Mapping[str, str]


def open_package(content: bytes, name: str) -> Package:
    """Unpack a workbook, never more than ``MAX_UNPACKED`` bytes.

    Raises
    ------
    ProtectedWorkbookError
        If it has a password or is an old ``.xls``.
    UnreadableFileError
        If it is no workbook or is damaged.
    TableTooLargeError
        If it unpacks to too much.
    """
    if content.startswith(_OLE):
        raise ProtectedWorkbookError(bestand=name)
    try:
        parts = _unpacked(content, name)
    except BROKEN_ZIP as error:
        raise damaged(name) from error
    if "xl/workbook.xml" not in parts:
        raise UnreadableFileError(bestand=name, reden="er zit geen Excel-werkmap in")
    clean = BytesIO()
    with ZipFile(clean, "w", ZIP_STORED) as out:
        for part, inside in parts.items():
            out.writestr(_spelled(part), inside)
    sheets = _sheet_parts(parts, name)
    return Package(clean.getvalue(), parts, sheets)


def damaged(name: str) -> UnreadableFileError:
    """Return the refusal of a workbook that cannot be read."""
    return UnreadableFileError(bestand=name, reden="het is geen leesbaar Excel-bestand")


def _unpacked(content: bytes, name: str) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    left = MAX_UNPACKED
    with ZipFile(BytesIO(content)) as archive:
        entries = archive.infolist()
        if len(entries) > MAX_PARTS:
            raise too_large(name, "onderdelen in het Excel-bestand", MAX_PARTS)
        for entry in entries:
            part = entry.filename.lower().lstrip("/")
            if part not in _NEEDED and not part.startswith("xl/worksheets/sheet"):
                continue
            if entry.flag_bits & 1:
                raise ProtectedWorkbookError(bestand=name)
            if entry.file_size > left:
                raise too_large(name, "bytes uitgepakt", MAX_UNPACKED)
            with archive.open(entry) as packed:
                parts[part] = packed.read(left + 1)
            left -= len(parts[part])
            if left < 0:
                raise too_large(name, "bytes uitgepakt", MAX_UNPACKED)
    return parts


def _spelled(part: str) -> str:
    special = {"[content_types].xml": "[Content_Types].xml", _SHARED: "xl/sharedStrings.xml"}
    return special.get(part, part)


def _sheet_parts(parts: Mapping[str, bytes], name: str) -> dict[str, str]:
    """Follow the relations of the workbook from the name of a sheet to its part."""
    targets: dict[str, str] = {}
    sheets: dict[str, str] = {}

    def relation(tag: str, found: dict[str, str]) -> None:
        if tag == "Relationship" and "Id" in found:
            target = found.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else normpath(f"xl/{target}")
            targets[found["Id"]] = path.lower()

    def sheet(tag: str, found: dict[str, str]) -> None:
        if tag == "sheet" and "name" in found:
            sheets[found["name"]] = targets.get(found.get("id", ""), "")

    scan_xml(parts.get("xl/_rels/workbook.xml.rels", b"<x/>"), relation, name)
    scan_xml(parts["xl/workbook.xml"], sheet, name)
    return sheets


def scan_xml(content: bytes, start, name: str, **handlers) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001, ANN003
    """Stream over XML; names without their namespace, no document type, no entities.

    Parameters
    ----------
    content
        The part.
    start
        Called with the local name of an element and its attributes by local name.
    name
        Of the file, for the message.
    **handlers
        Other handlers of expat: ``EndElementHandler`` (full name), ``CharacterDataHandler``.

    Raises
    ------
    UnreadableFileError
        If it is no well-formed XML, or brings a document type.
    """
    parser = expat.ParserCreate(namespace_separator=" ")

    def begun(tag: str, found: dict[str, str]) -> None:
        start(tag.rpartition(" ")[2], {key.rpartition(" ")[2]: v for key, v in found.items()})

    def refused(*_: object) -> None:
        raise damaged(name)

    parser.StartElementHandler = begun
    parser.StartDoctypeDeclHandler = refused
    parser.buffer_text = True
    for handler, function in handlers.items():
        setattr(parser, handler, function)
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise damaged(name) from error
