"""Seek the exchange of a region: who hands over, who takes over, in the fewest agreements."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from optimiser.engine import Infeasible, solve_exact
from optimiser.errors import UnknownGroupingError
from optimiser.problem import ModelInput, Stage, moved
from optimiser.solve.errors import NoLoadError
from optimiser.uitruil.errors import InvalidSearchError, UnknownRegioError
from optimiser.uitruil.fewest.settle import settle
from optimiser.uitruil.toets.beginstand import Beginstand
from optimiser.uitruil.zoekvraag import Doel, Uitkomst, Vondst, Zoekvraag


def regions(
    stand: Beginstand, gebied: str | None, regio: str | None = None
) -> dict[str, tuple[str, ...]]:
    """Return the gemeenten per region.

    Parameters
    ----------
    stand
        Knows the groupings.
    gebied
        A grouping, ``land``, or ``scenario`` for the exchange area of the scenario (own regions
        too). None looks ``regio`` up in every grouping.
    regio
        One region; None is all of them.

    Raises
    ------
    UnknownRegioError, InvalidSearchError
        If there is no such region, or more than one of that name.
    """
    if gebied is None:
        return _by_name(stand, regio or "")
    found = _members(stand, gebied)
    if regio is None:
        return {name: found[name] for name in sorted(found)}
    if regio not in found:
        raise UnknownRegioError(regio=regio, gebied=gebied, bekend=sorted(found))
    return {regio: found[regio]}


def _members(stand: Beginstand, gebied: str) -> dict[str, tuple[str, ...]]:
    if gebied == "land":
        return {"Nederland": tuple(stand.gemeenten)}
    known = {**stand.regios, "scenario": stand.gebied}
    if not known.get(gebied):
        bekend = [*stand.regios, "land", *(["scenario"] if stand.gebied else [])]
        raise UnknownGroupingError(indeling=gebied, bekend=bekend)
    found: dict[str, list[str]] = {}
    for code, name in known[gebied].items():
        found.setdefault(name, []).append(code)
    return {name: tuple(sorted(codes)) for name, codes in found.items()}


def _by_name(stand: Beginstand, regio: str) -> dict[str, tuple[str, ...]]:
    """Find a region by its name alone; two of one name must be the same gemeenten."""
    hits = {g: m[regio] for g in stand.regios if regio in (m := _members(stand, g))}
    if not hits:
        names = sorted({name for g in stand.regios for name in stand.regios[g].values()})
        raise UnknownRegioError(regio=regio, gebied="regio", bekend=names)
    if len(set(hits.values())) > 1:
        reason = f"'{regio}' is de naam van meer dan één gebied: {', '.join(hits)}. Geef --gebied."
        raise InvalidSearchError(reden=reason)
    return {regio: next(iter(hits.values()))}


def find_uitruil(
    stand: Beginstand, gebieden: Mapping[str, tuple[str, ...]], vraag: Zoekvraag
) -> Iterator[Vondst]:
    """Seek per region, one after the other, so that progress can be shown.

    Examples
    --------
    >>> from optimiser.io.gegevens import read_embedded
    >>> from optimiser.scenario.scenario import Scenario
    >>> from optimiser.uitruil.toets.beginstand import make_beginstand
    >>> scenario = Scenario(halfjaar="2021-1", gemeenten={"GM0141": {"kan": 50}})
    >>> stand = make_beginstand(scenario, read_embedded())
    >>> one = next(find_uitruil(stand, regions(stand, "corop", "Twente"), Zoekvraag()))
    >>> one.uitkomst.value, one.verschillen["GM0141"] + stand.gemeenten["GM0141"].taakstelling
    ('gevonden', 50)
    """
    for naam, codes in gebieden.items():
        yield find_uitruil_of_regio(stand, naam, codes, vraag)


def find_uitruil_of_regio(
    stand: Beginstand, naam: str, codes: tuple[str, ...], vraag: Zoekvraag
) -> Vondst:
    """Seek the exchange of one region."""
    if stand.data.budget is not None:
        reason = "Het budget in het scenario geldt voor het hele land, niet per regio."
        raise InvalidSearchError(reden=reason)
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
        vondst = replace(nothing, uitkomst=Uitkomst.GEVONDEN, decompositie=found)
        # Where receivers were chosen for few agreements, the code decided nothing.
        spread = vondst.verschillen == {code: n for code, n in sorted(changes.items()) if n}
        return replace(vondst, gelijken=solution.ties if spread else ())
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
    if Stage.LAAGSTE_PIEK in stages and (empty := [i for i in picked if not data.basis[i]]):
        names = data.names or data.gm_codes
        raise NoLoadError(gemeenten=[names[i] for i in empty[:10]], aantal=len(empty))
    every = (*data.limits, *data.reported)
    limits = (x._replace(gemeente=new[x.gemeente]) for x in every if x.gemeente in new)
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
