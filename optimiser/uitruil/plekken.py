"""Between the facilities of a scenario and those of agreements: the same numbers, both ways."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from optimiser.scenario.beperkingen import Plekken
from optimiser.solve.capaciteit import divide_places, require_known
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.uitruil.voorziening import Voorziening


def with_facilities(
    deals: Iterable[Overeenkomst], plekken: Sequence[Plekken], doel: Mapping[str, int]
) -> list[Overeenkomst]:
    """Return agreements with the facilities of a scenario that are theirs.

    A facility belongs to an agreement when all who take part in it are parties.

    Parameters
    ----------
    deals
        The agreements.
    plekken
        ``[[capaciteit.plekken]]`` of the scenario.
    doel
        Taakstelling per gm_code, for a facility whose division is not agreed [personen].

    Raises
    ------
    ScenarioGemeenteError
        If a participant is not a gemeente of the table.
    """
    found = [_facility(one, doel) for one in plekken]
    return [
        replace(
            deal,
            voorzieningen=tuple(
                one for one in found if {c for c, _ in one.verdeling} <= set(deal.partijen)
            ),
        )
        for deal in deals
    ]


def to_plekken(voorziening: Voorziening) -> Plekken:
    """Return the facility as a scenario says it, so that the optimiser counts its places.

    >>> one = Voorziening("De Haven", "GM0222", "2026-1", 4, (("GM0197", 10), ("GM0222", 20)))
    >>> to_plekken(one).plekken, to_plekken(one).verdeling["GM0222"]
    (30, 20)
    """
    return Plekken(
        naam=voorziening.naam,
        soort="tussenvoorziening",
        plekken=voorziening.plekken,
        opening=voorziening.opening,
        halfjaren=voorziening.halfjaren,
        gemeenten=tuple(code for code, _ in voorziening.verdeling),
        verdeling=dict(voorziening.verdeling),
        staat_in=voorziening.gemeente,
    )


def _facility(one: Plekken, doel: Mapping[str, int]) -> Voorziening:
    require_known(one.gemeenten, doel, one.naam)
    parts = tuple(sorted(divide_places(one, doel).items()))
    return Voorziening(one.naam, one.staat_in, one.opening, one.halfjaren, parts)
