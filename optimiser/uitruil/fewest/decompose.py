"""From differences per gemeente to the fewest bilateral agreements, and how sure that is."""

from collections.abc import Mapping, Sequence
from itertools import islice

from optimiser.lp.agreements.fewest import fewest_flows
from optimiser.lp.agreements.flows import FlowAnswer, FlowProblem
from optimiser.uitruil.fewest.afspraken import Afspraak, Decompositie, Methode, Regels, pair_up
from optimiser.uitruil.fewest.groups import EXACT_LIMIT, Group, most_groups, partitions
from optimiser.uitruil.fewest.many import Split, split_many


def decompose(
    differences: Mapping[str, int],
    regels: Regels | None = None,
    seconds: float = 10.0,
    alternatives: int = 10,
) -> Decompositie:
    """Find the fewest bilateral agreements that make the differences.

    Parameters
    ----------
    differences
        Per gm_code whole persons, ``+`` takes over; they sum to zero.
    regels
        Rules of the region; default none.
    seconds
        Time limit, for what is too large to prove by trying everything [s].
    alternatives
        Most solutions of equal worth to list.

    Returns
    -------
    Decompositie
        Without solutions if the rules allow none.

    Raises
    ------
    ValueError
        If the differences do not sum to zero.

    Examples
    --------
    >>> found = decompose({"A": 5, "B": -5, "C": 2, "D": 1, "E": -3})
    >>> len(found.afspraken), found.bewezen, found.coalities
    (3, True, (('A', 'B'), ('C', 'D', 'E')))
    """
    if total := sum(differences.values()):
        msg = f"the differences sum to {total}"
        raise ValueError(msg)
    some = {code: differences[code] for code in sorted(differences) if differences[code]}
    if not some:
        return Decompositie(((),), 0, Methode.DEELVERZAMELINGEN, volledig=True)
    free, method = _free(some, seconds, alternatives)
    least = len(some) - free.most
    if regels is None or regels.none:
        deals = [_settle(some, groups) for groups in free.splits]
        return Decompositie(tuple(deals), least, method, free.complete)
    return with_rules(some, regels, least, seconds, alternatives)


def _free(some: Mapping[str, int], seconds: float, alternatives: int) -> tuple[Split, Methode]:
    values = list(some.values())
    if len(values) > EXACT_LIMIT:
        return split_many(values, seconds, alternatives), Methode.GROEPEN
    best = most_groups(values)
    found = tuple(islice(partitions(values, best), alternatives + 1))
    split = Split(found[:alternatives], int(best[-1]), complete=len(found) <= alternatives)
    return split, Methode.DEELVERZAMELINGEN


def _settle(some: Mapping[str, int], groups: Sequence[Group]) -> tuple[Afspraak, ...]:
    codes = list(some)
    return tuple(
        deal for group in groups for deal in pair_up({codes[i]: some[codes[i]] for i in group})
    )


def with_rules(
    some: Mapping[str, int], regels: Regels, least: int, seconds: float, alternatives: int
) -> Decompositie:
    """Find the fewest agreements under the rules of the region, by the fixed-charge flow."""
    gives = {code: -count for code, count in some.items() if count < 0}
    takes = {code: (count, count) for code, count in some.items() if count > 0}
    problem = flow_problem(gives, takes, regels, least)
    answer = fewest_flows(problem, seconds, alternatives)
    return from_flows(answer, list(gives), list(takes))


def flow_problem(
    gives: Mapping[str, int], takes: Mapping[str, tuple[int, int]], regels: Regels, least: int
) -> FlowProblem:
    """Write who hands over and who may take over, with the rules, for the integer program."""
    forbidden = frozenset(
        (i, j)
        for i, giver in enumerate(gives)
        for j, taker in enumerate(takes)
        if frozenset({giver, taker}) in regels.verboden
    )
    return FlowProblem(
        gives=tuple(gives.values()),
        takes=tuple(takes.values()),
        forbidden=forbidden,
        give_partners=tuple(regels.most(code) for code in gives),
        take_partners=tuple(regels.most(code) for code in takes),
        smallest=regels.kleinste,
        at_least=least,
    )


def from_flows(answer: FlowAnswer, givers: list[str], takers: list[str]) -> Decompositie:
    """Return the agreements that the integer program chose."""
    found = tuple(
        tuple(sorted(Afspraak(givers[i], takers[j], n) for (i, j), n in flows.items()))
        for flows in answer.flows
    )
    return Decompositie(found, answer.bound, Methode.STROMEN, answer.complete)
