"""The steps of an agreement: from the version that was read to the row that comes after it."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from optimiser.register import entry
from optimiser.register.approval import Goedkeuring, to_plain_text
from optimiser.register.chain import NONE_YET, to_text
from optimiser.register.errors import (
    ApprovalError,
    ApprovalMissingError,
    FixedContentError,
    NoOpenTermError,
    NoStepBackError,
)
from optimiser.register.stand import Versie
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.uitruil.states import Status, require_step

#: Where a step back leads.
BACK = {
    Status.AKKOORD: Status.CONCEPT,
    Status.GEMELD: Status.AKKOORD,
    Status.VERWERKT: Status.GEMELD,
    Status.VERVALLEN: Status.CONCEPT,
}


@dataclass(frozen=True, slots=True)
class Move:
    """What changes in the row, the agreement to be tested first, and new content, if any."""

    row: Mapping[str, str] = field(default_factory=dict)
    test: Overeenkomst | None = None
    new: Overeenkomst | None = None


def change(now: Versie, deal: Overeenkomst, opmerking: str = "") -> Move:
    """Replace the content of a concept; every college must approve the new one."""
    if now.status is not Status.CONCEPT:
        raise FixedContentError(naam=now.overeenkomst.naam, status=str(now.status))
    row = {"wat": "gewijzigd", "inhoud": to_text(deal), "akkoorden": NONE_YET}
    return Move(row | {"opmerking": entry.remark(opmerking)}, deal, deal)


def approve(now: Versie, given: Goedkeuring, today: date) -> Move:
    """Add the approval of one college; the last of them makes it akkoord."""
    reason = ""
    if now.status is not Status.CONCEPT:
        reason = f"de overeenkomst staat op {now.status}, niet op concept"
    elif given.gm_code not in now.overeenkomst.partijen:
        reason = "deze gemeente is geen partij"
    elif given.gm_code not in now.wacht_op:
        reason = "dit college keurde deze versie al goed"
    elif given.datum > today + timedelta(days=1):
        reason = f"het besluit is van {given.datum:%d-%m-%Y}, dat is later dan vandaag"
    if reason:
        raise ApprovalError(naam=now.overeenkomst.naam, gm_code=given.gm_code, reden=reason)
    row = {"wat": "goedgekeurd", "akkoorden": to_plain_text([*now.akkoorden, given])}
    if now.wacht_op != (given.gm_code,):
        return Move(row)
    return Move(row | {"status": str(Status.AKKOORD)}, now.overeenkomst)


def withdraw(now: Versie, gm_code: str, reden: str) -> Move:
    """Take back the approval of one college."""
    kept = [one for one in now.akkoorden if one.gm_code != gm_code]
    if now.status not in {Status.CONCEPT, Status.AKKOORD}:
        told = f"de overeenkomst staat op {now.status}; zet eerst een stap terug"
        raise ApprovalError(naam=now.overeenkomst.naam, gm_code=gm_code, reden=told)
    if len(kept) == len(now.akkoorden):
        told = "dit college heeft geen goedkeuring die terug te nemen is"
        raise ApprovalError(naam=now.overeenkomst.naam, gm_code=gm_code, reden=told)
    row = {"wat": "terug", "akkoorden": to_plain_text(kept), "status": str(Status.CONCEPT)}
    return Move(row | {"opmerking": entry.reason(reden)})


def advance(now: Versie, status: Status, opmerking: str) -> Move:
    """Take the next step."""
    require_step(now.overeenkomst.naam, now.status, status)
    if status is Status.AKKOORD:
        raise ApprovalMissingError(naam=now.overeenkomst.naam, gm_codes=list(now.wacht_op))
    done = {term.halfjaar for term in now.overeenkomst.termijnen}
    kept = done if status is Status.VERWERKT else now.verwerkt
    row = {"wat": "status", "status": str(status), "verwerkt": _written(kept)}
    return Move(row | {"opmerking": entry.remark(opmerking)})


def step_back(now: Versie, reden: str) -> Move:
    """Take the last step back: a half-year that was carried out first, then the status."""
    row = {"wat": "terug", "opmerking": entry.reason(reden)}
    if now.verwerkt and now.status in {Status.GEMELD, Status.VERWERKT}:
        kept = sorted(now.verwerkt)[:-1]
        return Move(row | {"status": str(Status.GEMELD), "verwerkt": _written(kept)})
    back = BACK.get(now.status)
    if back is None:
        raise NoStepBackError(naam=now.overeenkomst.naam, status=str(now.status))
    if back is Status.CONCEPT:
        row |= {"akkoorden": NONE_YET, "verwerkt": "[]"}
    return Move(row | {"status": str(back)})


def settle(now: Versie, halfjaar: str) -> Move:
    """Record that one half-year was carried out."""
    open_terms = [position.termijn.halfjaar for position in now.open]
    if now.status is not Status.GEMELD or halfjaar not in open_terms:
        told = open_terms or "niets"
        raise NoOpenTermError(naam=now.overeenkomst.naam, halfjaar=halfjaar, open=told)
    status = Status.VERWERKT if len(open_terms) == 1 else Status.GEMELD
    done = _written([*now.verwerkt, halfjaar])
    return Move({"wat": "termijn", "status": str(status), "verwerkt": done})


def _written(halfjaren: Collection[str]) -> str:
    return json.dumps(sorted(halfjaren))
