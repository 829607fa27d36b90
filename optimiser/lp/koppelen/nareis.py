r"""Single persons who wait for their family, in cohorts: who waits where, half-year by half-year.

A cohort :math:`c` holds :math:`W_c` single persons whose family of :math:`f` arrives after
:math:`L` half-years, and :math:`D_c` who wait for nobody. Whole numbers:

.. math::
    a_{cot} \text{ from COA to } o \in \{tv, klein, gezin\},\ c \le t < c + L \qquad
    F_{cot} \text{ families to a family dwelling, from } o,\ t \ge c + L \\
    \sum_{ot} a_{cot} + \sum_t F_{c,coa,t} \le W_c \qquad
    \sum_{v \le t} F_{cov} \le \sum_{v \le t} a_{cov} \\
    \sum_c \sum_{v \le t} (a_{c,tv,v} - F_{c,tv,v}) \le plekken \\
    \sum_c a_{c,klein,t} + d_{ct} \le K_t \qquad
    \sum_c a_{c,gezin,t} + \sum_{co} F_{cot} \le G_t

A place is held until its own resident leaves: without places every count of it is zero.
``gezin`` (a family dwelling before the family is there) exists only if relaxed.
Least first: person-half-years at COA; among equals without those of who waited himself, once his
family is there with him; then dwellings used twice (klein); then early, by cohort.
"""

from dataclasses import dataclass, field

import pulp

from optimiser.lp.koppelen.cohorten import Nareisverloop, Nareisvraag, Verblijf
from optimiser.lp.milp import run_timed
from optimiser.lp.solver import Foreign, Pairs, Problem, add_row, expression
from optimiser.lp.symbols import SolverFailedError

#: Far above what such a problem takes (milliseconds); reaching it is an error, never an answer.
_SECONDS = 60.0


@dataclass
class _Columns:
    problem: Problem
    a: dict[tuple[int, Verblijf, int], Foreign] = field(default_factory=dict)
    moved: dict[tuple[int, Verblijf, int], Foreign] = field(default_factory=dict)
    d: dict[tuple[int, int], Foreign] = field(default_factory=dict)

    def all(self) -> list[Foreign]:
        return [*self.a.values(), *self.moved.values(), *self.d.values()]


def solve_nareis(vraag: Nareisvraag) -> Nareisverloop:
    """Place who waits for a family with the fewest person-half-years at COA.

    Raises
    ------
    SolverFailedError
        If the solver did not prove its answer.
    """
    found = _columns(vraag)
    _rows(vraag, found)
    columns = found.all()
    values: tuple[float, ...] = ()
    value: dict[str, int] = {}
    alone = _saved(vraag, found, himself=False)
    stages = (_saved(vraag, found), alone, _twice(found), _late(found))
    for number, pairs in enumerate(stages):
        found.problem.setObjective(expression(pairs))
        answer = run_timed(found.problem, columns, _SECONDS, start=values)
        if not answer.proved or not answer.values:
            msg = "the cohorts were not settled"
            raise SolverFailedError(msg)
        values = answer.values
        value = dict(zip((v.name for v in columns), map(round, values), strict=True))
        reached = sum(cost * value[column.name] for column, cost in pairs)
        add_row(found.problem, pairs, "<=", reached, f"trede_{number}")

    return Nareisverloop(
        {key: value[v.name] for key, v in found.a.items() if value[v.name]},
        {key: value[v.name] for key, v in found.moved.items() if value[v.name]},
        {key: value[v.name] for key, v in found.d.items() if value[v.name]},
    )


def _columns(vraag: Nareisvraag) -> _Columns:
    found = _Columns(pulp.LpProblem("nareis", pulp.LpMinimize))

    def whole(name: str, upper: int) -> Foreign:
        return found.problem.add_variable(name, 0, upper, "Integer")

    last = vraag.halfjaren
    before = [Verblijf.TUSSENVOORZIENING, Verblijf.KLEIN]
    before += [Verblijf.GEZIN] if vraag.verruimd else []
    for c, (waits, alone) in enumerate(zip(vraag.wachtenden, vraag.alleenstaanden, strict=True)):
        arrival = c + vraag.duur
        for t in range(c, last):
            found.d[c, t] = whole(f"d_{c}_{t}", alone)
            for place in before if t < arrival else ():
                found.a[c, place, t] = whole(f"a_{c}_{place}_{t}", waits)
            for place in (Verblijf.COA, *before[:2]) if t >= arrival else ():
                found.moved[c, place, t] = whole(f"f_{c}_{place}_{t}", waits)
    return found


def _rows(vraag: Nareisvraag, found: _Columns) -> None:
    for c, (waits, alone) in enumerate(zip(vraag.wachtenden, vraag.alleenstaanden, strict=True)):
        own = [(v, 1.0) for (k, _, _), v in found.a.items() if k == c]
        own += [(v, 1.0) for (k, o, _), v in found.moved.items() if (k, o) == (c, Verblijf.COA)]
        single = [(v, 1.0) for (k, _), v in found.d.items() if k == c]
        add_row(found.problem, own, "<=", waits, f"wachtenden_{c}")
        add_row(found.problem, single, "<=", alone, f"alleenstaanden_{c}")
        for place in (Verblijf.TUSSENVOORZIENING, Verblijf.KLEIN):
            left = [(v, 1.0) for (k, o, _), v in found.moved.items() if (k, o) == (c, place)]
            came = [(v, -1.0) for (k, o, _), v in found.a.items() if (k, o) == (c, place)]
            if left:
                add_row(found.problem, [*left, *came], "<=", 0, f"vertrek_{c}_{place}")
    for t in range(vraag.halfjaren):
        _homes(vraag, found, t)


def _homes(vraag: Nareisvraag, found: _Columns, t: int) -> None:
    """Places and dwellings of one half-year."""

    def at(place: Verblijf) -> Pairs:
        return [(v, 1.0) for (_, o, u), v in found.a.items() if (o, u) == (place, t)]

    tv = Verblijf.TUSSENVOORZIENING
    held = [(v, 1.0) for (_, o, u), v in found.a.items() if o is tv and u <= t]
    held += [(v, -1.0) for (_, o, u), v in found.moved.items() if o is tv and u <= t]
    small = at(Verblijf.KLEIN) + [(v, 1.0) for (_, u), v in found.d.items() if u == t]
    family = at(Verblijf.GEZIN) + [(v, 1.0) for (_, _, u), v in found.moved.items() if u == t]
    for pairs, room, name in (
        (held, vraag.plekken, "plekken"),
        (small, vraag.klein[t], "klein"),
        (family, vraag.gezin[t], "gezin"),
    ):
        if pairs:
            add_row(found.problem, pairs, "<=", room, f"{name}_{t}")


def _saved(vraag: Nareisvraag, found: _Columns, himself: bool = True) -> Pairs:
    """Weigh each move by the person-half-years at COA that it saves, with a minus sign.

    Who is placed is out of COA to the end; the others of a family are there from the arrival on,
    until they have a dwelling: in one that stands ready they never are.
    """
    last, others = vraag.halfjaren, vraag.gezinsgrootte - 1
    pairs: Pairs = [(v, float(t - last)) for (_, t), v in found.d.items()]
    for (c, place, t), v in found.a.items():
        arrival = min(last, c + vraag.duur)
        ready = others * (last - arrival) if place is Verblijf.GEZIN else 0
        pairs.append((v, float(t - (last if himself else arrival) - ready)))
    for (_, place, t), v in found.moved.items():
        persons = others + (himself and place is Verblijf.COA)
        pairs.append((v, float(persons * (t - last))))
    return pairs


def _twice(found: _Columns) -> Pairs:
    return [(v, 1.0) for (_, o, _), v in found.a.items() if o is Verblijf.KLEIN]


def _late(found: _Columns) -> Pairs:
    """Rank what is left: early half-years first, then the cohort that waits longest."""
    cells = [*found.a.items(), *found.moved.items()]
    return [(v, float(1 + 100 * t + c)) for (c, _, t), v in cells] + [
        (v, float(1 + 100 * t + c)) for (c, t), v in found.d.items()
    ]
