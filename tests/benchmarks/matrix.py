"""The LPs that every stack gets: plain lists, nothing built yet."""

from dataclasses import dataclass, replace

from optimiser.engine.costs import stage_components
from optimiser.lp.build import start_face
from optimiser.lp.costs import OneCost
from optimiser.lp.objective import first_anchor, ranks, segments
from optimiser.problem import ModelInput, Stage
from tests.instances import country


@dataclass(frozen=True)
class Matrix:
    """Minimise ``costs v`` with ``0 <= v <= upper`` and rows ``(columns, coefficients) = rhs``."""

    costs: list
    upper: list
    rows: list
    rhs: list


@dataclass(frozen=True)
class Problem:
    """One benchmark: the input and what ``build_problem`` needs, so that only building is timed."""

    name: str
    data: ModelInput
    rows: tuple
    parts: list
    signed: list
    anchor: tuple
    matrix: Matrix


def made_up(n):
    """Return a seeded country of ``n`` units with about ten to a region."""
    return country(342, n, max(1, n * 35 // 342), 40 * n)


def problem(name, stage, n):
    """Return one stage of a made-up country."""
    return problem_of(name, replace(made_up(n), stages=(stage,)))


def problem_of(name, data):
    """Cut the first stage of a problem into segments and write the same LP as plain lists."""
    (stage,) = data.stages
    face = start_face(data)
    cost = OneCost(stage_components(data, stage)[0])
    anchor, n = first_anchor(data, cost, face), len(data.gm_codes)
    parts = list(segments(data, cost, face, anchor, [2] * n))
    prices = ranks([part.cost for part in parts])
    signed = [part.step * price for part, price in zip(parts, prices, strict=True)]
    held = [[] for _ in anchor]
    for column, part in enumerate(parts):
        held[part.gemeente].append((column, part.step))
    rows, rhs = [], []
    for row in face.rows:
        pairs = [pair for i in row.members for pair in held[i]]
        rows.append(([column for column, _ in pairs], [float(step) for _, step in pairs]))
        rhs.append(float(row.lower - sum(anchor[i] for i in row.members)))
    costs, upper = [float(c) for c in signed], [float(part.length) for part in parts]
    return Problem(name, data, face.rows, parts, signed, anchor, Matrix(costs, upper, rows, rhs))


MODELS = {
    "M1 minst verplaatst": Stage.MINST_VERPLAATST,
    "M2 laagste piek": Stage.LAAGSTE_PIEK,
    "M3 eerlijkst": Stage.EERLIJKST,
}
