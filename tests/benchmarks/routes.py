"""The same question by our own route, beside the usual model of it; processor time.

Flows (M4, M5), fewest agreements (M6), half-years together (M7), the frontier, all totals.
"""

from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from statistics import median
from time import process_time

from optimiser.engine.frontier import frontier
from optimiser.problem import Stage
from optimiser.rounding import round_shares
from optimiser.rounding.all_totals import all_totals
from tests.benchmarks import afspraken, jaren
from tests.benchmarks.matrix import made_up, problem_of
from tests.benchmarks.stacks import STACKS


def spent(run, turns):
    """Return the median processor time [ms]; a first call warms up. None if not installed."""
    with suppress(ImportError):
        run()
        times = []
        for _ in range(turns):
            start = process_time()
            run()
            times.append(1000 * (process_time() - start))
        return median(times)
    return None


def shifted(data):
    """Turn the statutory numbers of each region round, so that fairness asks for many moves."""
    doel = list(data.doel)
    for group in data.groups:
        for i, j in zip(group.members, reversed(group.members), strict=True):
            doel[i] = data.doel[j]
    return replace(data, doel=tuple(doel))


def questions():
    """Yield per question: its name, our route, the name of the other, the other, and turns."""
    inside = replace(made_up(342), stages=(Stage.MINST_VERPLAATST,))
    national = replace(inside, groups=())
    for title, data in (("M4 flows inside regions", inside), ("M5 national flows", national)):
        groups = [g.members for g in data.groups] or [range(342)]
        yield (
            title,
            lambda d=data: afspraken.ours_flows(d),
            "highspy, a variable per pair",
            lambda d=data, g=groups: afspraken.pair_flows(d, g),
            3,
        )
    every = afspraken.regions().values()
    proved = sum(afspraken.ours_fewest(one)[1] for one in every)
    yield (
        f"M6 fewest agreements, {proved} of {len(every)} regions proved",
        lambda: [afspraken.ours_fewest(one) for one in every],
        "OR-Tools CP-SAT",
        lambda: [afspraken.cp_sat_fewest(one) for one in every],
        1,
    )
    years = jaren.question(8)
    yield (
        "M7 eight half-years together",
        lambda: jaren.ours(years),
        "highspy, one matrix",
        lambda: jaren.raw(years),
        3,
    )
    fair = shifted(replace(made_up(342), stages=(Stage.EERLIJKST,)))
    whole = problem_of("M3", fair)
    yield (
        f"frontier, all {len(frontier(fair).moves) + 1} budgets",
        lambda: frontier(fair),
        "highspy, one budget",
        lambda: STACKS["highspy, matrix given"](whole),
        5,
    )
    sizes = {
        code: Fraction(int(q * 1000), 1) for code, q in zip(fair.gm_codes, fair.exact, strict=True)
    }
    total = sum(sizes.values())
    shares = {code: size / total for code, size in sizes.items()}
    yield (
        "all totals to 30,000",
        lambda: all_totals(shares),
        "our own rounding, one total",
        lambda: round_shares(shares, 13_000),
        5,
    )


def report(say):
    """Write each question; return the lines for the README."""
    say("\nThe same question by our own route [ms processor time]")
    lines = []
    for title, ours, name, other, turns in questions():
        mine, theirs = spent(ours, turns), spent(other, turns)
        told = f"{theirs:.0f} ms: {name}" if theirs is not None else f"{name} is not installed"
        ratio = f", {mine / theirs:.2f} x" if theirs else ""
        say(f"  {title:42}{mine:9.1f}{ratio:>10}   ({told})")
        lines.append([title, f"{mine:.0f} ms{ratio}", told])
    return lines
