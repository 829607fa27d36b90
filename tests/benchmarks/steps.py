"""Computing a step of a slider beside one raw solve of its LP; processor time, in turns.

The computing is the whole answer: shares, ceilings, both engines and the proof, or why it cannot
close and what would help. The raw solve is highspy given the whole matrix of the aim (default
options), ready made; the ceilings stretch in it where the scenario cannot close.
"""

import gc
import sys
from dataclasses import replace
from statistics import median
from time import process_time

from optimiser.io.gegevens import read_embedded
from optimiser.io.scenarios import embedded_scenarios, read_scenario
from optimiser.problem import SOFT_BLOCKS, Stage
from optimiser.solve.run import solve_scenario
from tests.benchmarks import stacks
from tests.benchmarks.matrix import problem_of

#: Bar: times one raw solve, of the aim that the app starts with.
STEP = 4.0
#: Highest part of the dwellings that become free at the first step, and by how much it falls.
RANGES = (("closes", 0.155), ("cannot close", 0.115))
FALL, STEPS = 0.001, 15


def timed(run):
    """Return what a call gave and its processor time [ms]."""
    start = process_time()
    outcome = run()
    return outcome, 1000 * (process_time() - start)


def matrix_of(outcome):
    """Return the aim's whole matrix; the ceilings are left out where they cannot all hold."""
    data = outcome.data
    stretch = () if outcome.feasible else SOFT_BLOCKS
    limits = tuple(limit for limit in data.limits if limit.block not in stretch)
    return problem_of("stap", replace(data, stages=data.stages[:1], limits=limits))


def report(say):
    """Write the ratio for a scenario that closes and one that cannot, per aim."""
    say("\nComputing a step of the ceiling, all of it [ms processor time; times one raw solve]")
    figures = read_embedded()
    twelve = read_scenario(embedded_scenarios()["plafond-12"])
    for aim in (Stage.EERLIJKST, Stage.LAAGSTE_PIEK, Stage.MINST_VERPLAATST):
        start = twelve.adjusted(doelstelling=twelve.doelstelling.adjusted(stappen=(aim,)))
        for title, highest in RANGES:
            took, raw = [], []
            for step in range(STEPS):
                part = f"{highest - FALL * step:.4f}"
                asked = start.adjusted(capaciteit=start.capaciteit.adjusted(maximum_aandeel=part))
                answer, spent = timed(lambda a=asked: solve_scenario(a, figures, prove=True))
                whole = matrix_of(answer.optimalisatie)
                took.append(spent)
                raw.append(timed(lambda w=whole: stacks.highspy_raw(w))[1])
            mine, other = median(took[1:]), median(raw[1:])
            bar = f", bar {STEP:.1f} x" if aim is Stage.EERLIJKST else ""
            say(f"  {aim:18}{title:14}{mine:7.1f}{mine / other:7.2f} x   (raw {other:.1f}{bar})")


if __name__ == "__main__":
    gc.collect()
    gc.freeze()  # as the app does after its first page
    report(lambda text: sys.stdout.write(text + "\n"))
