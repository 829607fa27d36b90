"""What a reader of the register gets."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from optimiser.register.approval import Goedkeuring
from optimiser.register.chain import Kop
from optimiser.register.errors import LapsedError
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.uitruil.positions import OpenPositie, open_positions
from optimiser.uitruil.registratie import Registratie
from optimiser.uitruil.states import Status


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
