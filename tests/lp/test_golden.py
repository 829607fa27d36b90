"""Every constraint block as an LP file that a reviewer can read; none is forgotten."""

from pathlib import Path

import pytest

from optimiser.engine.costs import stage_components
from optimiser.lp.build import build_problem
from optimiser.lp.constraints import BLOCKS
from optimiser.lp.costs import OneCost
from optimiser.lp.objective import segments
from optimiser.lp.symbols import Face
from optimiser.problem import Block, Stage

GOLDEN = Path(__file__).parent / "golden"


def least_moved_problem(data, rows):
    """Write the least-moved objective with these rows, none folded into a bound."""
    (part,) = stage_components(data, Stage.MINST_VERPLAATST)
    n = len(data.gm_codes)
    face = Face((0,) * n, (data.total,) * n, ())
    parts = list(segments(data, OneCost(part), face, data.doel, [1] * n))
    costs = [1] * len(parts)
    return build_problem(data, rows, parts, costs, data.doel).problem


def ordered(text):
    """Sort the terms of every line and the bounds: PuLP 3 and 4 write them in another order."""
    joined = text.replace("\n +", " +").replace("\n -", " -")
    head, bounds = joined.split("Bounds\n")
    lines = head.replace(" - ", " + -").replace(": -", ": + -").replace("- ", "-").splitlines()
    sorted_lines = [": ".join(sort_terms(part) for part in line.split(": ")) for line in lines]
    return sorted_lines, sorted(bounds.splitlines())


def sort_terms(part):
    terms, *rest = part.replace("<=", "=<").replace(">=", "=>").split("=")
    return "=".join([" + ".join(sorted(t.strip() for t in terms.split(" + ") if t)), *rest])


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.__name__)
def test_block_writes_the_agreed_rows(block, mini, tmp_path):
    written = tmp_path / f"{block.__name__}.lp"
    rows = list(block(mini))
    assert rows, "mini must use every block"
    least_moved_problem(mini, rows).writeLP(str(written))
    assert ordered(written.read_text()) == ordered((GOLDEN / written.name).read_text())


def test_every_golden_file_belongs_to_a_block():
    blocks = {block.__name__ for block in BLOCKS}
    assert {file.stem for file in GOLDEN.glob("*.lp")} == blocks


def test_every_kind_of_limit_has_a_block():
    assert {str(block) for block in Block} <= {block.__name__ for block in BLOCKS}
