"""What a reader of the register gets."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from optimiser.errors import OptimiserError
from optimiser.register.approval import Goedkeuring, from_plain_text
from optimiser.register.chain import Kop
from optimiser.register.errors import BrokenHistoryError, LapsedError
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.uitruil.positions import OpenPositie, open_positions
from optimiser.uitruil.registratie import Registratie
from optimiser.uitruil.states import Status

#: What comes up when a row does not hold what this program wrote.
_UNREADABLE = (
    ValueError, KeyError, TypeError, AttributeError, RecursionError, OptimiserError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Versie:
    """One version of an agreement: who did what, when, and what it then was.

    Attributes
    ----------
    nummer, versie
        Which agreement, and counting from 1.
    tijdstip
        In UTC.
    wie
        As the user gave it.
    wat
        ``toegevoegd``, ``gewijzigd``, ``goedgekeurd``, ``status``, ``termijn`` or ``terug``.
    status
        After it.
    overeenkomst
        The content.
    verwerkt
        Half-years carried out.
    akkoorden
        Colleges that approved this content.
    opmerking
        Free text.
    sha256
        Over this version and the one before.
    """

    nummer: int
    versie: int
    tijdstip: datetime
    wie: str
    wat: str
    status: Status
    overeenkomst: Overeenkomst
    verwerkt: tuple[str, ...]
    akkoorden: tuple[Goedkeuring, ...]
    opmerking: str
    sha256: str

    @property
    def wacht_op(self) -> tuple[str, ...]:
        """Gm_codes of the parties whose college has not approved."""
        done = {one.gm_code for one in self.akkoorden}
        return tuple(code for code in self.overeenkomst.partijen if code not in done)

    @property
    def open(self) -> tuple[OpenPositie, ...]:
        """Half-years still to carry out; none once it lapsed."""
        if self.status is Status.VERVALLEN:
            return ()
        return open_positions(self.overeenkomst, self.verwerkt)


def registratie_of(versions: Sequence[Versie], kop: Kop) -> Registratie:
    """Return what stands on the papers of agreements in the register.

    Raises
    ------
    LapsedError
        If one has lapsed: it gives no papers.
    """
    if lapsed := [v.overeenkomst.naam for v in versions if v.status is Status.VERVALLEN]:
        raise LapsedError(namen=lapsed)
    places = tuple((one.nummer, one.versie, str(one.status)) for one in versions)
    return Registratie(str(kop), places)


def to_version(row: Mapping[str, Any]) -> Versie:
    """Return a row as a reader gets it; the agreement in it is checked again.

    Raises
    ------
    BrokenHistoryError
        If the row cannot be what this program wrote.
    """
    try:
        return _version(row)
    except _UNREADABLE as error:
        where = f"Overeenkomst {row['nummer']}, versie {row['versie']}"
        reason = "de inhoud is niet te lezen"
        raise BrokenHistoryError(waar=where, reden=reason) from error


def _version(row: Mapping[str, Any]) -> Versie:
    moment: datetime = row["tijdstip"]
    return Versie(
        nummer=row["nummer"],
        versie=row["versie"],
        tijdstip=moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC),
        wie=row["wie"],
        wat=row["wat"],
        status=Status(row["status"]),
        overeenkomst=Overeenkomst.from_plain(json.loads(row["inhoud"])),
        verwerkt=tuple(json.loads(row["verwerkt"])),
        akkoorden=from_plain_text(row["akkoorden"]),
        opmerking=row["opmerking"],
        sha256=row["sha256"],
    )
