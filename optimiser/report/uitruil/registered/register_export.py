"""The whole register as JSON and as sheets of a workbook."""

import json
from collections.abc import Sequence

from optimiser.io.writing.export import Sheet
from optimiser.register.approval import to_plain_text
from optimiser.register.chain import Kop
from optimiser.register.stand import Versie
from optimiser.report.uitruil.registered.register_table import gemeente_table, summary_table


def register_sheets(versions: Sequence[Versie]) -> list[Sheet]:
    """Return the sheets: as it stands per gemeente, as it stands, and every version.

    Parameters
    ----------
    versions
        Every version of every agreement, in order.
    """
    last = list({one.nummer: one for one in versions}.values())
    return [
        Sheet("Per gemeente", gemeente_table(last)),
        Sheet("Overeenkomsten", summary_table(last)),
        Sheet("Geschiedenis", summary_table(versions)),
    ]


def register_json(versions: Sequence[Versie], kop: Kop) -> bytes:
    """Return every version and the head as JSON."""
    document = {
        "soort": "register",
        "kop": {"aantal": kop.aantal, "sha256": kop.sha256},
        "versies": [
            {
                "nummer": one.nummer,
                "versie": one.versie,
                "tijdstip": one.tijdstip.isoformat(),
                "wie": one.wie,
                "wat": one.wat,
                "status": str(one.status),
                "overeenkomst": one.overeenkomst.to_plain(),
                "goedkeuringen": json.loads(to_plain_text(one.akkoorden)),
                "verwerkt": list(one.verwerkt),
                "opmerking": one.opmerking,
                "sha256": one.sha256,
            }
            for one in versions
        ],
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
