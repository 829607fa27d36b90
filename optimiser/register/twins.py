"""Two agreements that do the same: refused unless the user says that they are two."""

import json

from sqlalchemy import Connection, func, select

from optimiser.register.engine import fetched
from optimiser.register.errors import DuplicateAgreementError
from optimiser.register.rows import to_version
from optimiser.register.tables import versie
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.uitruil.states import Status


def require_no_twin(connection: Connection, deal: Overeenkomst, apart: int | None = None) -> None:
    """Refuse an agreement that does what another one does that has not lapsed.

    Parameters
    ----------
    connection
        In which the register is written.
    deal
        What is to be entered.
    apart
        Number of the agreement itself, when it is changed.

    Raises
    ------
    DuplicateAgreementError
        If the same gemeenten exchange the same persons in the same half-years in another one.
    """
    last = select(versie.c.nummer, func.max(versie.c.versie).label("top"))
    newest = last.group_by(versie.c.nummer).subquery()
    both = (versie.c.nummer == newest.c.nummer) & (versie.c.versie == newest.c.top)
    # The content is canonical: equal terms are equal text. What is found is read and compared.
    written = json.dumps(deal.to_plain()["termijnen"], sort_keys=True, separators=(",", ":"))
    query = (
        select(versie)
        .join(newest, both)
        .where(versie.c.status != str(Status.VERVALLEN))
        .where(versie.c.inhoud.contains(written, autoescape=True))
        .order_by(versie.c.nummer)
    )
    for row in fetched(connection, query):
        other = to_version(row)
        if other.nummer != apart and other.overeenkomst.termijnen == deal.termijnen:
            raise DuplicateAgreementError(
                naam=deal.naam, nummer=str(other.nummer), andere=other.overeenkomst.naam
            )
