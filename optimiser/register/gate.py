"""What the register takes: tested against the law and all that binds, and not the same twice."""

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache

from sqlalchemy import Connection, func, select

from optimiser.errors import UnknownTaakstellingError
from optimiser.io.gegevens import read_embedded
from optimiser.register.engine import fetched
from optimiser.register.errors import DuplicateAgreementError, RefusedEntryError
from optimiser.register.stand import to_version
from optimiser.register.tables import versie
from optimiser.scenario.scenario import Scenario
from optimiser.teksten.zinnen import sentence
from optimiser.uitruil.agreement import Overeenkomst, Termijn
from optimiser.uitruil.states import Status
from optimiser.uitruil.toets.beginstand import Beginstand, make_beginstand
from optimiser.uitruil.toets.bevinding import Bevinding, Ernst
from optimiser.uitruil.toets.check import check_uitruil
from optimiser.uitruil.toets.vooruit import Standen, check_vooruit
from optimiser.uitruil.voorstel import Voorstel, from_overeenkomst


@lru_cache(maxsize=64)
def wettelijke_stand(halfjaar: str) -> Beginstand | None:
    """Return the statutory numbers of a half-year from the packaged figures, without any limit.

    >>> wettelijke_stand("2025-2").totaal, wettelijke_stand("2031-1")
    (13000, None)
    """
    try:
        return make_beginstand(Scenario(halfjaar=halfjaar), read_embedded())
    except UnknownTaakstellingError:
        return None


def require_admitted(
    deal: Overeenkomst,
    binding: Sequence[tuple[int, Overeenkomst]],
    standen: Standen = wettelijke_stand,
) -> None:
    """Refuse an agreement that cannot stand.

    Parameters
    ----------
    deal
        What is to be entered or to become binding.
    binding
        Number and content of everything else that binds.
    standen
        Situation per half-year; without one it is that of the packaged figures.

    Raises
    ------
    RefusedEntryError
        With every reason, in Dutch.
    """
    reasons = [
        f"{term.halfjaar}: {text}"
        for term in deal.termijnen
        for text in _reasons(deal.naam, term, binding, standen)
    ]
    if reasons:
        raise RefusedEntryError(naam=deal.naam, redenen=" ".join(reasons))


def _reasons(
    naam: str, term: Termijn, binding: Sequence[tuple[int, Overeenkomst]], standen: Standen
) -> list[str]:
    voorstel = Voorstel(naam, term.halfjaar, term.verschillen)
    stand = standen(term.halfjaar)
    if stand is None:
        newest = read_embedded().known_halfjaren[0]
        ahead = check_vooruit([voorstel], term.halfjaar, newest, standen)
        return _refusals(ahead.bevindingen[0], ahead.bekend)
    running = [
        found
        for nummer, other in binding
        if (found := from_overeenkomst(other, term.halfjaar, nummer)) is not None
    ]
    outcome = check_uitruil([voorstel], stand, lopend=running)
    return _refusals([*outcome.uitslagen[0].bevindingen, *outcome.samen], stand)


def _refusals(findings: Iterable[Bevinding], stand: Beginstand | None) -> list[str]:
    """Say in Dutch why an agreement may not stand."""
    parties = {} if stand is None else stand.gemeenten
    names = {code: party.naam for code, party in parties.items()}
    return [
        sentence(
            "bevindingen",
            found.code,
            {"wie": ", ".join(names.get(c, c) for c in found.gm_codes), **found.feiten},
        )
        for found in findings
        if found.ernst is Ernst.FOUT
    ]


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
