"""Which licences go with EUPL-1.2, under which the program is given out.

Bron: EUPL v1.2, Uitvoeringsbesluit (EU) 2017/863, artikel 5 en Aanhangsel (compatibele licenties).
A permissive licence puts no condition on the whole. MPL-2.0 and LGPL stand in the Aanhangsel and
bind only the package itself. What is in neither list a person must judge. No legal advice.
"""

import re
from email.message import Message
from enum import StrEnum
from typing import Any

#: No condition on the whole but naming the makers.
PERMISSIVE = frozenset(
    {
        "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "HPND", "ISC", "MIT",
        "MIT-0", "MIT-CMU", "PSF-2.0", "Python-2.0", "Unlicense", "Zlib",
    }
)  # fmt: skip
#: In the Aanhangsel; bind the package itself, not what uses it unchanged. EUPL is our own.
IN_ANNEX = frozenset(
    {"EUPL-1.2", "LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later",
     "MPL-2.0"}
)  # fmt: skip
#: What older packages write, in lower case, and what it is called; BSD without more has 2 or 3
#: clauses, which makes no difference here.
_OLD_WORDS = {
    "apache 2.0": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd": "BSD-3-Clause",
    "bsd license": "BSD-3-Clause",
    "bsd 3-clause license": "BSD-3-Clause",
    "3-clause bsd license": "BSD-3-Clause",
    "gnu lesser general public license v3 (lgplv3)": "LGPL-3.0-only",
    "isc license": "ISC",
    "isc license (iscl)": "ISC",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "python software foundation license": "PSF-2.0",
}
_SPDX = {one.casefold(): one for one in PERMISSIVE | IN_ANNEX}


class Licentieoordeel(StrEnum):
    """Whether a licence goes with EUPL-1.2."""

    VRIJ = "vrij"
    AANHANGSEL = "aanhangsel EUPL"
    NAZIEN = "nazien"


def licence_of(told: Message | Any) -> str:  # noqa: ANN401 - importlib's own protocol
    """Return the licence a package states: as expression, in a few words, or as classifier.

    >>> licence_of({"License": "Apache 2.0"})
    'Apache-2.0'
    >>> licence_of({"License": "GNU Lesser General Public License v3 (LGPLv3)"})
    'LGPL-3.0-only'
    """
    if expression := told.get("License-Expression"):
        return str(expression)
    words = (told.get("License") or "").strip().splitlines()
    short = words[0].strip() if len(words) == 1 else ""
    kinds = (told.get_all("Classifier") or []) if hasattr(told, "get_all") else []
    marked = [one.rpartition(" :: ")[2] for one in kinds if one.startswith("License ::")]
    for text in (short, *marked):
        known = _SPDX.get(text.casefold()) or _OLD_WORDS.get(text.casefold())
        if known:
            return known
    return short or " ".join(marked)


def judge_licence(licence: str) -> Licentieoordeel:
    """Return whether a licence goes with EUPL-1.2; of several joined by OR one must.

    >>> str(judge_licence("GPL-2.0-only OR MIT")), str(judge_licence("MIT AND GPL-3.0-only"))
    ('vrij', 'nazien')
    """
    judged = [
        max((_judge_one(part) for part in re.split(r"\s+AND\s+", choice)), key=_order)
        for choice in re.split(r"\s+OR\s+", licence.strip())
    ]
    return min(judged, key=_order)


def _judge_one(name: str) -> Licentieoordeel:
    # Parentheses would change what AND and OR bind: such an expression is for a person.
    if name in PERMISSIVE:
        return Licentieoordeel.VRIJ
    return Licentieoordeel.AANHANGSEL if name in IN_ANNEX else Licentieoordeel.NAZIEN


def _order(one: Licentieoordeel) -> int:
    return list(Licentieoordeel).index(one)
