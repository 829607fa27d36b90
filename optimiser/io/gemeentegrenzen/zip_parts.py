"""The parts of one shapefile in a zip: only those, under names of our own."""

from pathlib import Path, PurePosixPath
from zipfile import ZipFile, ZipInfo

from optimiser.io.gemeentegrenzen.errors import UnsafeZipError

#: What a zip may unpack to, and how much smaller than that it may be.
MAX_UNPACKED = 500 * 1024**2
MAX_RATIO = 200
MAX_ENTRIES = 200
SHAPEFILE = (".shp", ".shx", ".dbf", ".prj", ".cpg")
REQUIRED = (".shp", ".shx", ".dbf")
#: Files that hold borders by themselves, and the largest of them that is unpacked.
WHOLE = (".gpkg", ".geojson", ".json", ".topojson")
MAX_WHOLE = 200 * 1024**2


def shapefile_parts(archive: ZipFile, name: str) -> list[ZipInfo]:
    """Return the parts of the one shapefile; what macOS adds beside them is passed over.

    Raises
    ------
    UnsafeZipError
        If there is not exactly one, a part is missing, or it unpacks to too much.
    """
    entries = [e for e in archive.infolist() if not e.is_dir() and not _of_macos(e.filename)]
    if len(entries) > MAX_ENTRIES:
        raise UnsafeZipError(bestand=name, reden=f"er zitten {len(entries)} bestanden in")
    shapes = [e.filename for e in entries if e.filename.lower().endswith(".shp")]
    if len(shapes) != 1:
        found = f": {', '.join(shapes[:5])}" if shapes else ""
        raise UnsafeZipError(bestand=name, reden=f"er moet precies één .shp in zitten{found}")
    stem = shapes[0][:-4].lower()
    parts = [
        e for e in entries if e.filename.lower() in {f"{stem}{ending}" for ending in SHAPEFILE}
    ]
    there = {PurePosixPath(e.filename).suffix.lower() for e in parts}
    if absent := [ending for ending in REQUIRED if ending not in there]:
        whole = ", ".join(f"{PurePosixPath(shapes[0]).stem}{ending}" for ending in absent)
        raise UnsafeZipError(
            bestand=name, reden=f"{whole} ontbreekt; een shapefile heeft die nodig"
        )
    packed = sum(e.compress_size for e in parts)
    unpacked = sum(e.file_size for e in parts)
    if unpacked > MAX_UNPACKED or unpacked > MAX_RATIO * max(packed, 1):
        raise UnsafeZipError(bestand=name, reden="uitgepakt is het veel groter dan ingepakt")
    if any(e.flag_bits & 1 for e in parts):
        raise UnsafeZipError(bestand=name, reden="er zit een wachtwoord op")
    return parts


def single_layer_file(archive: ZipFile, name: str) -> ZipInfo | None:
    """Return the one GeoPackage or GeoJSON in a zip without a shapefile; None if that is not it.

    Raises
    ------
    UnsafeZipError
        If it unpacks to too much or has a password.
    """
    entries = [e for e in archive.infolist() if not e.is_dir() and not _of_macos(e.filename)]
    whole = [e for e in entries if e.filename.lower().endswith(WHOLE)]
    if len(whole) != 1 or any(e.filename.lower().endswith(".shp") for e in entries):
        return None
    if whole[0].file_size > min(MAX_WHOLE, MAX_RATIO * max(whole[0].compress_size, 1)):
        raise UnsafeZipError(bestand=name, reden="uitgepakt is het veel groter dan ingepakt")
    if whole[0].flag_bits & 1:
        raise UnsafeZipError(bestand=name, reden="er zit een wachtwoord op")
    return whole[0]


def unpack(archive: ZipFile, parts: list[ZipInfo], folder: Path, name: str) -> Path:
    """Write the parts to a folder as ``grenzen.*`` and return the ``.shp``.

    Raises
    ------
    UnsafeZipError
        If a part is larger than the zip says.
    """
    for entry in parts:
        with archive.open(entry) as packed:
            content = packed.read(entry.file_size + 1)
        if len(content) > entry.file_size:
            raise UnsafeZipError(bestand=name, reden="de opgegeven grootte klopt niet")
        (folder / f"grenzen{PurePosixPath(entry.filename).suffix.lower()}").write_bytes(content)
    return folder / "grenzen.shp"


def _of_macos(filename: str) -> bool:
    parts = PurePosixPath(filename).parts
    return "__MACOSX" in parts or parts[-1].startswith("._") or parts[-1] == ".DS_Store"
