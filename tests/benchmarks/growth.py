"""Growth of what needs no solver: time per gemeente at 100.000 beside that at 1.000."""

import gc
import sys
from dataclasses import replace
from statistics import median
from time import process_time

from optimiser.engine.closing.feasibility import find_conflicts
from optimiser.engine.costs import components
from optimiser.engine.search.descent import start_point
from optimiser.engine.tree import build_tree
from optimiser.problem import Stage
from optimiser.rounding import round_shares
from tests.benchmarks.matrix import made_up

#: Bar: time per gemeente at the largest, times that at the smallest.
GROWTH = 1.5
SIZES = ((1_000, 9), (100_000, 5))
AIMS = (Stage.MINST_VERPLAATST, Stage.LAAGSTE_PIEK, Stage.EERLIJKST)


def forms(data):
    """Yield what is timed: its name and a call."""
    shares = {code: q / data.total for code, q in zip(data.gm_codes, data.exact, strict=True)}
    yield "rounding of the shares", lambda: round_shares(shares, data.total)
    # Made anew for each turn: what was found of the same limits is kept.
    others = [replace(data, limits=(*data.limits,)) for _ in range(1 + max(t for _, t in SIZES))]
    yield "whether it closes", lambda: find_conflicts(others.pop())
    for aim in AIMS:
        one = replace(data, stages=(aim,))
        tree, costs = build_tree(one), components(one)
        yield f"levels and a point, {aim}", lambda t=tree, c=costs: start_point(t, c)


def report(say):
    """Write microseconds per gemeente per size, and the growth."""
    say("\nGrowth without a solver [us processor time per gemeente]")
    found = {}
    for n, turns in SIZES:
        data = made_up(n)
        for name, run in forms(data):
            run()
            gc.collect()
            gc.freeze()
            times = []
            for _ in range(turns):
                start = process_time()
                run()
                times.append(process_time() - start)
            found.setdefault(name, []).append(1e6 * median(times) / n)
            gc.unfreeze()
    heads = "".join(f"{n:>10,}" for n, _ in SIZES)
    say(f"  {'':42}{heads}    growth (bar {GROWTH})")
    for name, per in found.items():
        say(f"  {name:42}{''.join(f'{one:10.2f}' for one in per)}{per[-1] / per[0]:9.2f} x")


if __name__ == "__main__":
    report(lambda text: sys.stdout.write(text + "\n"))
