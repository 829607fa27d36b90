r"""An area as columns and rows.

.. math::
    \sum_{k,g} y_{skg} + u_s = N_s \qquad \sum_s y_{skg} \le D_{kg} \\
    \sum_{s,k} s\,y_{skg} - over_g + onder_g = T_g \\
    m_{sgr} \le \ldots \qquad \sum_{g \in r} m_{sgr} \le B_{sr} \quad (= B_{sr} \text{ if hard}) \\
    \sum_r m_{sgr} \le \sum_k y_{skg}

Columns exist only where the size fits and there is a dwelling.
"""

from collections import defaultdict
from dataclasses import dataclass

import pulp

from optimiser.lp.koppelen.area import Cell, Koppelgebied, Koppelstap
from optimiser.lp.solver import Foreign, Pairs, Problem, add_row


@dataclass(frozen=True)
class Columns:
    """A problem and where its columns stand."""

    problem: Problem
    y: dict[Cell, Foreign]
    u: dict[int, Foreign]
    over: list[Foreign]
    onder: list[Foreign]
    m: dict[tuple[int, int], Foreign]
    """(band, gemeente) to households that follow it there."""
    top: Foreign
    """Most large families per 10.000 inhabitants."""
    change: list[Foreign]

    def all(self) -> list[Foreign]:
        """Return every column in one fixed order."""
        parts = (self.y.values(), self.u.values(), self.over, self.onder, self.m.values())
        return [*(v for part in parts for v in part), self.top, *self.change]


def build_columns(area: Koppelgebied, stappen: tuple[Koppelstap, ...]) -> Columns:
    """Write an area down; rows of large families and of changes only where a stage asks them."""
    problem = pulp.LpProblem("koppelen", pulp.LpMinimize)

    def whole(name: str, upper: int, lower: int = 0) -> Foreign:
        return problem.add_variable(name, lower, upper, "Integer")

    gemeenten = range(len(area.gm_codes))
    y = {
        (g, s, k): whole(f"y_{s}_{k}_{g}", *_range(area, (g, s, k)))
        for g, s, k in area.open_cells()
    }
    u = {s: whole(f"u_{s}", n) for s, n in sorted(area.huishoudens.items()) if n}
    # Deviations are whole by themselves once the households are.
    over = [problem.add_variable(f"over_{g}", 0) for g in gemeenten]
    onder = [problem.add_variable(f"onder_{g}", 0) for g in gemeenten]
    m = {
        (b, g): whole(f"m_{b}_{g}", band.huishoudens)
        for b, band in enumerate(area.banden)
        for g in band.gemeenten
    }
    top = problem.add_variable("top", 0)
    found = Columns(problem, y, u, over, onder, m, top, [])
    _households(area, found)
    _bands(area, found)
    if Koppelstap.GROTE_GEZINNEN_GESPREID in stappen:
        _large(area, found)
    if Koppelstap.VORIG_PLAN_GEVOLGD in stappen:
        _changes(area, found)
    return found


def _range(area: Koppelgebied, cell: Cell) -> tuple[int, int]:
    """Return the most and the fewest households of a cell; a fixing is both."""
    g, s, k = cell
    fixed = area.vast.get(cell)
    most = min(area.huishoudens[s], area.woningen[g][k])
    return (most, 0) if fixed is None else (fixed, fixed)


def _households(area: Koppelgebied, found: Columns) -> None:
    """Every household once, every dwelling once, persons against the taakstelling, fixings."""
    sizes: dict[int, Pairs] = {s: [(column, 1.0)] for s, column in found.u.items()}
    homes: defaultdict[tuple[int, int], Pairs] = defaultdict(list)
    persons: list[Pairs] = [
        [(over, -1.0), (onder, 1.0)] for over, onder in zip(found.over, found.onder, strict=True)
    ]
    for (g, s, k), column in found.y.items():
        sizes[s].append((column, 1.0))
        homes[g, k].append((column, 1.0))
        persons[g].append((column, float(s)))
    for s, pairs in sizes.items():
        add_row(found.problem, pairs, "==", area.huishoudens[s], f"huishoudens_{s}")
    for (g, k), pairs in homes.items():
        add_row(found.problem, pairs, "<=", area.woningen[g][k], f"woningen_{g}_{k}")
    for g, pairs in enumerate(persons):
        add_row(found.problem, pairs, "==", area.taakstelling[g], f"personen_{g}")
    for number, count in enumerate(n for cell, n in area.vast.items() if cell not in found.y):
        # What is fixed where nobody can live must make the model impossible, not vanish.
        add_row(found.problem, [(found.top, 0.0)], "==", count, f"vast_{number}")
    for number, ((g, s), (least, most)) in enumerate(area.begrensd.items()):
        own = [(v, 1.0) for (where, size, _), v in found.y.items() if (where, size) == (g, s)]
        add_row(found.problem, own or [(found.top, 0.0)], ">=", least, f"minstens_{number}")
        add_row(found.problem, own or [(found.top, 0.0)], "<=", most, f"hoogstens_{number}")


def _bands(area: Koppelgebied, found: Columns) -> None:
    here: defaultdict[tuple[int, int], Pairs] = defaultdict(list)
    for b, band in enumerate(area.banden):
        # A hard band to nowhere must make the model impossible, not vanish.
        own: Pairs = [(found.m[b, g], 1.0) for g in band.gemeenten] or [(found.top, 0.0)]
        sense = "==" if band.hard else "<="
        add_row(found.problem, own, sense, band.huishoudens, f"band_{b}")
        for g in band.gemeenten:
            here[g, band.personen].append((found.m[b, g], 1.0))
    placed: defaultdict[tuple[int, int], Pairs] = defaultdict(list)
    for (g, s, _), column in found.y.items():
        placed[g, s].append((column, -1.0))
    for (g, s), pairs in here.items():
        add_row(found.problem, [*pairs, *placed[g, s]], "<=", 0, f"met_band_{s}_{g}")


def _large(area: Koppelgebied, found: Columns) -> None:
    for g, people in enumerate(area.inwoners):
        own = [(v, 1.0) for (where, s, _), v in found.y.items() if where == g and s >= area.drempel]
        if own:
            pairs = [*own, (found.top, -people / 10_000)]
            add_row(found.problem, pairs, "<=", 0, f"groot_{g}")


def _changes(area: Koppelgebied, found: Columns) -> None:
    for number, (cell, column) in enumerate(found.y.items()):
        before = area.vorig.get(cell, 0)
        moved = found.problem.add_variable(f"w_{number}", 0)
        found.change.append(moved)
        add_row(found.problem, [(moved, 1.0), (column, -1.0)], ">=", -before, f"meer_{number}")
        add_row(found.problem, [(moved, 1.0), (column, 1.0)], ">=", before, f"minder_{number}")
