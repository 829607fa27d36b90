"""Several files as one ZIP; the same files give the same bytes."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def to_zip(files: Mapping[str, bytes]) -> bytes:
    """Pack files by name.

    >>> to_zip({"a.txt": b"a"}) == to_zip({"a.txt": b"a"})
    True
    """
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            # The default moment of ZipInfo: not that of writing.
            archive.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return out.getvalue()
