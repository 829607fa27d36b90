r"""One month: the households of the pool over gemeenten, on the dwellings that stand free.

.. math::
    \min\; -w \sum s\,h_{skg} - 0.9\,w \sum s\,(l_{skg} + x_{skg}) - 2 \sum s\,r_s
        + \sum_g (over_g + onder_g) \\
    \sum_g y_{sg} + r_s = N_s \qquad \sum_k (h_{skg} + l_{skg}) \le y_{sg} \\
    \sum_s h_{skg} \le V_{kg} \qquad \sum_s (l_{skg} + x_{skg}) \le A_{kg}
        \qquad \sum_{kg} x_{skg} \le E_s \\
    \sum_s s\,y_{sg} - over_g + onder_g = T_g

``y`` coupled, ``h`` housed now, ``l`` on a dwelling of a later month (announced or expected), ``x``
households still to come that want those too, ``r`` kept in the pool. Staying is worth more than
being coupled without a dwelling (2 against 1 person of deviation), else nobody would stay.
"""

from collections import defaultdict
from dataclasses import dataclass, field

import pulp

from optimiser.lp.koppelen.maandvraag import Maandbesluit, Maandvraag, Plek
from optimiser.lp.milp import run_counted
from optimiser.lp.solver import Foreign, Pairs, Problem, add_row, expression
from optimiser.lp.symbols import SolverFailedError

#: A later dwelling against one now; what staying in the pool is worth [personen afwijking].
LATER, STAY = 0.9, 2.0
#: No time limit: that would let the speed of a machine decide who lives where.
GAP, NODES = 5e-3, 2_000


@dataclass
class _Columns:
    problem: Problem
    y: dict[tuple[int, int], Foreign] = field(default_factory=dict)
    h: dict[Plek, Foreign] = field(default_factory=dict)
    later: dict[Plek, Foreign] = field(default_factory=dict)
    coming: dict[Plek, Foreign] = field(default_factory=dict)
    stay: dict[int, Foreign] = field(default_factory=dict)


def solve_maand(vraag: Maandvraag) -> Maandbesluit:
    """Couple the pool of one month: as many persons housed, as little deviation.

    The answer is within 0,5 % of the best (or the best after a fixed number of nodes); among
    equals the solver decides.

    Raises
    ------
    SolverFailedError
        If nothing was found.
    """
    found = _columns(vraag)
    deviation = _rows(vraag, found)
    worth = [(v, -vraag.gewicht * s) for (s, _, _), v in found.h.items()]
    for part in (found.later, found.coming):
        worth += [(v, -LATER * vraag.gewicht * s) for (s, _, _), v in part.items()]
    worth += [(v, -STAY * s) for s, v in found.stay.items()]
    found.problem.setObjective(expression([*worth, *deviation]))
    announced = {} if vraag.komend else found.later
    parts = (found.y, found.h, found.stay, announced)
    columns = [column for part in parts for column in part.values()]
    answer = run_counted(found.problem, columns, GAP, NODES)
    if not answer.values:
        msg = "no coupling of this month was found"
        raise SolverFailedError(msg)
    value = dict(zip((v.name for v in columns), map(round, answer.values), strict=True))
    return Maandbesluit(
        {key: value[v.name] for key, v in found.y.items() if value[v.name]},
        {key: value[v.name] for key, v in found.h.items() if value[v.name]},
        {key: value[v.name] for key, v in found.stay.items() if value[v.name]},
        {key: value[v.name] for key, v in announced.items() if value[v.name]},
    )


def _columns(vraag: Maandvraag) -> _Columns:
    problem = pulp.LpProblem("maand", pulp.LpMinimize)
    found = _Columns(problem)
    certain = "Continuous" if vraag.komend else "Integer"
    for s, count in sorted(vraag.huishoudens.items()):
        if may := min(count, vraag.blijvers.get(s, 0)):
            found.stay[s] = problem.add_variable(f"r_{s}", 0, may, "Integer")
        for g, free in enumerate(vraag.vrij):
            found.y[s, g] = problem.add_variable(f"y_{s}_{g}", 0, count, "Integer")
            for k in vraag.fitting(s):
                end = f"{s}_{k}_{g}"
                if most := min(free[k], count):
                    found.h[s, g, k] = problem.add_variable(f"h_{end}", 0, most, "Integer")
                if vraag.later and vraag.later[g][k]:
                    found.later[s, g, k] = problem.add_variable(f"l_{end}", 0, count, certain)
    for s in sorted(vraag.komend) if vraag.later else ():
        for g, k in ((g, k) for g in range(len(vraag.vrij)) for k in vraag.fitting(s)):
            if vraag.later[g][k]:
                found.coming[s, g, k] = problem.add_variable(f"x_{s}_{k}_{g}", 0)
    return found


def _rows(vraag: Maandvraag, found: _Columns) -> Pairs:
    """Write the rows; return the deviations."""
    sizes: defaultdict[int, Pairs] = defaultdict(list)
    deviation: Pairs = []
    for g, short in enumerate(vraag.tekort):
        over, onder = (found.problem.add_variable(f"{name}_{g}", 0) for name in ("over", "onder"))
        deviation += [(over, 1.0), (onder, 1.0)]
        persons = [(found.y[s, g], float(s)) for s in sorted(vraag.huishoudens)]
        pairs = [*persons, (over, -1.0), (onder, 1.0)]
        add_row(found.problem, pairs, "==", short, f"personen_{g}")
    for (s, _), v in found.y.items():
        sizes[s].append((v, 1.0))
    for s, v in found.stay.items():
        sizes[s].append((v, 1.0))
    for s, pairs in sizes.items():
        add_row(found.problem, pairs, "==", vraag.huishoudens[s], f"huishoudens_{s}")
    _homes(vraag, found)
    return deviation


def _homes(vraag: Maandvraag, found: _Columns) -> None:
    """Write that who has a dwelling is coupled there, and that each dwelling is used once."""
    coupled: defaultdict[tuple[int, int], Pairs] = defaultdict(list)
    free: defaultdict[tuple[int, int], Pairs] = defaultdict(list)
    ahead: defaultdict[tuple[int, int], Pairs] = defaultdict(list)
    coming: defaultdict[int, Pairs] = defaultdict(list)
    for (s, g, k), v in found.h.items():
        coupled[s, g].append((v, 1.0))
        free[g, k].append((v, 1.0))
    for (s, g, k), v in found.later.items():
        coupled[s, g].append((v, 1.0))
        ahead[g, k].append((v, 1.0))
    for (s, g, k), v in found.coming.items():
        coming[s].append((v, 1.0))
        ahead[g, k].append((v, 1.0))
    for (s, g), pairs in coupled.items():
        own = [*pairs, (found.y[s, g], -1.0)]
        add_row(found.problem, own, "<=", 0, f"gekoppeld_{s}_{g}")
    for (g, k), pairs in free.items():
        add_row(found.problem, pairs, "<=", vraag.vrij[g][k], f"vrij_{g}_{k}")
    for (g, k), pairs in ahead.items():
        add_row(found.problem, pairs, "<=", vraag.later[g][k], f"later_{g}_{k}")
    for s, pairs in coming.items():
        add_row(found.problem, pairs, "<=", vraag.komend[s], f"komend_{s}")
