"""Seek the exchange of a region: who hands over, who takes over, in the fewest agreements."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from optimiser.engine import Infeasible, solve_exact
from optimiser.model import ModelInput, Stage, moved
from optimiser.uitruil.beginstand import Beginstand
from optimiser.uitruil.errors import UnknownRegioError
from optimiser.uitruil.settle import settle
from optimiser.uitruil.zoekvraag import Doel, Uitkomst, Vondst, Zoekvraag


def regions(stand: Beginstand, gebied: str, regio: str | None = None) -> dict[str, tuple[str, ...]]:
    """Return the gemeenten per region of a grouping, or of one region, or of the country.

    Raises
    ------
    UnknownRegioError
        If the region is not in the grouping.
    """
    if gebied == "land":
        return {"Nederland": tuple(stand.gemeenten)}
    per_code = stand.regios.get(gebied)
    if per_code is None:
        raise UnknownRegioError(regio=gebied, gebied="gebied", bekend=[*stand.regios, "land"])
    found: dict[str, list[str]] = {}
    for code, name in per_code.items():
        found.setdefault(name, []).append(code)
    if regio is not None and regio not in found:
        raise UnknownRegioError(regio=regio, gebied=gebied, bekend=sorted(found))
    chosen = sorted(found) if regio is None else [regio]
    return {name: tuple(sorted(found[name])) for name in chosen}


def zoek(
    stand: Beginstand, gebieden: Mapping[str, tuple[str, ...]], vraag: Zoekvraag
) -> Iterator[Vondst]:
    """Seek per region, one after the other, so that progress can be shown.

    Examples
    --------
    >>> from optimiser.io.gegevens import read_gegevens
    >>> from optimiser.scenario import Scenario
    >>> from optimiser.uitruil.beginstand import beginstand
    >>> scenario = Scenario(halfjaar="2021-1", gemeenten={"GM0141": {"kan": 50}})
    >>> stand = beginstand(scenario, read_gegevens())
    >>> one = next(zoek(stand, regions(stand, "corop", "Twente"), Zoekvraag()))
    >>> one.uitkomst.value, one.verschillen["GM0141"] + stand.gemeenten["GM0141"].taakstelling
    ('gevonden', 50)
    """
    for naam, codes in gebieden.items():
        yield zoek_regio(stand, naam, codes, vraag)


def zoek_regio(stand: Beginstand, naam: str, codes: tuple[str, ...], vraag: Zoekvraag) -> Vondst:
    """Seek the exchange of one region."""
    data = restrict(stand.data, codes, _stages(stand, vraag.doel))
    unknown = sum(stand.gemeenten[code].kan is None for code in codes)
    nothing = Vondst(naam, codes, Uitkomst.NIETS_NODIG, kan_onbekend=unknown)
    solution = solve_exact(data)
    if isinstance(solution, Infeasible):
        short = sum(conflict.amount for conflict in solution.conflicts)
        return replace(nothing, uitkomst=Uitkomst.SLUIT_NIET, tekort=short)
    if not moved(data.doel, solution.x):
        return nothing
    changes = {c: b - a for c, a, b in zip(codes, data.doel, solution.x, strict=True)}
    found = settle(data, changes, vraag)
    if found.oplossingen:
        return replace(
            nothing, uitkomst=Uitkomst.GEVONDEN, decompositie=found, gelijken=solution.ties
        )
    return replace(nothing, uitkomst=Uitkomst.REGELS if found.volledig else Uitkomst.TIJD_OP)


def _stages(stand: Beginstand, doel: Doel) -> tuple[Stage, ...]:
    match doel:
        case Doel.TEKORT:
            return (Stage.MINST_VERPLAATST, Stage.EERLIJKST)
        case Doel.LAST:
            return (Stage.LAAGSTE_PIEK, Stage.MINST_VERPLAATST)
        case Doel.SCENARIO:
            return stand.data.stages


def restrict(data: ModelInput, codes: Sequence[str], stages: tuple[Stage, ...]) -> ModelInput:
    """Return the problem of some gemeenten alone: their sum stays the same, their limits hold."""
    position = {code: i for i, code in enumerate(data.gm_codes)}
    picked = [position[code] for code in codes]
    new = {old: i for i, old in enumerate(picked)}
    limits = (replace(x, gemeente=new[x.gemeente]) for x in data.limits if x.gemeente in new)
    return ModelInput(
        gm_codes=tuple(codes),
        doel=tuple(data.doel[i] for i in picked),
        exact=tuple(data.exact[i] for i in picked),
        basis=tuple(data.basis[i] for i in picked),
        limits=tuple(limits),
        groups=(),
        total=sum(data.doel[i] for i in picked),
        stages=stages,
    )
