"""The bill of materials of an installation: CycloneDX 1.6, the same for the same packages.

Bron: CycloneDX v1.6 (ECMA-424), https://cyclonedx.org/docs/1.6/json/
"""

import json
import platform
import uuid
from collections.abc import Sequence
from typing import Any

from optimiser.dienst.onderdelen.components import PROGRAM, Onderdeel
from optimiser.dienst.onderdelen.licences import Licentieoordeel, judge_licence


def sbom_json(onderdelen: Sequence[Onderdeel]) -> bytes:
    """Write the bill of materials.

    Libraries that a package carries inside it (GEOS, GDAL, libpq) and Debian's packages are not in
    it: Python does not know them.

    Parameters
    ----------
    onderdelen
        The program and all it needs, as ``read_onderdelen`` gives them.
    """
    refs = {one.naam: one.purl for one in onderdelen}
    parts = [_component(one) for one in onderdelen if one.naam != PROGRAM]
    document: dict[str, Any] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": next(
                _component(one) | {"type": "application"}
                for one in onderdelen
                if one.naam == PROGRAM
            ),
            "properties": [{"name": "python", "value": platform.python_version()}],
        },
        "components": parts,
        "dependencies": [
            {"ref": one.purl, "dependsOn": [refs[name] for name in one.nodig]} for one in onderdelen
        ],
    }
    content = json.dumps(document, sort_keys=True)
    document["serialNumber"] = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, content)}"
    return f"{json.dumps(document, indent=2, ensure_ascii=False)}\n".encode()


def _component(one: Onderdeel) -> dict[str, Any]:
    known = judge_licence(one.licentie) is not Licentieoordeel.NAZIEN
    licence = {"expression": one.licentie} if known else {"license": {"name": one.licentie}}
    return {
        "type": "library",
        "bom-ref": one.purl,
        "name": one.naam,
        "version": one.versie,
        "purl": one.purl,
        "licenses": [licence] if one.licentie else [],
    }
