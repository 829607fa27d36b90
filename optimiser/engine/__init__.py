"""The solver-free engine: whole numbers and exact fractions, no LP.

==================  ===============================================================
``MODEL.md``        what is allowed and what it costs; the definition both engines share
``costs``           the exact cost of every unit
``order``           comparison of unit costs with whole numbers
``tree``            groups as a tree; refuses groups that cross
``feasible``        what every node can hold; a point of B
``clashes``         nodes that cannot hold what they must; ``feasibility`` names them
``repair``          the smallest change per option: limits that ``stretch``, in the part that
                    clashes (``excerpt``), or areas that ``widen``
``nearest``         most persons placed when the problem cannot close
``levels``          a start close to the optimum (floats, numpy)
``exchange``        single-person exchanges in the tree; ``descent`` runs them to the optimum
``path``            best moves from the least-moved point; budgets and ``frontier``
``sweep``           many bounds at once: units put in order once (``ranks``, ``pools``)
``optimality``      the test behind ``certificate``, apart from the descent
``facts``           what the Dutch sentences about conflicts and repairs need
``plain``           problems as plain numbers, to re-check a stored result
``solution``        ``solve_exact``
==================  ===============================================================
"""

from optimiser.engine.certificate import Certificate, Violation, certify
from optimiser.engine.closing.clashes import Side
from optimiser.engine.closing.feasibility import Conflict, Level, find_conflicts
from optimiser.engine.closing.nearest import Nearest, nearest
from optimiser.engine.closing.repair import apply_repair, repairs
from optimiser.engine.closing.stretch import Option, Repair
from optimiser.engine.closing.widen import Union, Widening
from optimiser.engine.costs import Component, Part, components
from optimiser.engine.errors import CrossingGroupsError
from optimiser.engine.facts import Facts, conflict_facts, nearest_facts, repair_facts
from optimiser.engine.frontier import Frontier, frontier
from optimiser.engine.plain import from_plain, recheck, to_plain
from optimiser.engine.search.sweep import optima
from optimiser.engine.solution import (
    ExactSolution,
    Infeasible,
    objective,
    solve_exact,
    without_claim,
)
from optimiser.engine.tree import Tree, build_tree, crossing_pair, is_laminar

__all__ = [
    "Certificate",
    "Component",
    "Conflict",
    "CrossingGroupsError",
    "ExactSolution",
    "Facts",
    "Frontier",
    "Infeasible",
    "Level",
    "Nearest",
    "Option",
    "Part",
    "Repair",
    "Side",
    "Tree",
    "Union",
    "Violation",
    "Widening",
    "apply_repair",
    "build_tree",
    "certify",
    "components",
    "conflict_facts",
    "crossing_pair",
    "find_conflicts",
    "from_plain",
    "frontier",
    "is_laminar",
    "nearest",
    "nearest_facts",
    "objective",
    "optima",
    "recheck",
    "repair_facts",
    "repairs",
    "solve_exact",
    "to_plain",
    "without_claim",
]
