"""Who agrees with whom: ``python -m tests.benchmarks.afspraken`` from the top of the checkout.

Fewest agreements (M6): in every arbeidsmarktregio its own sum is divided by dwellings instead of
inhabitants; the differences are settled with the fewest agreements. Ours, the fixed-charge flow
given to highspy, and OR-Tools CP-SAT. Then flows (M4, M5): least persons moved with a variable per
pair, against ours, which needs none. One process, in turns, medians.
"""

import sys
from collections import defaultdict
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from itertools import product
from statistics import median
from time import perf_counter

import numpy as np

from optimiser.engine.costs import stage_components
from optimiser.io.gegevens import read_embedded
from optimiser.lp.agreements.flows import FlowProblem
from optimiser.lp.build import start_face
from optimiser.lp.costs import OneCost
from optimiser.lp.quiet import highspy
from optimiser.lp.stages.network import Task, settle
from optimiser.problem import Stage
from optimiser.rounding import round_shares
from optimiser.uitruil.fewest.afspraken import pair_up
from optimiser.uitruil.fewest.decompose import decompose
from tests.benchmarks.matrix import made_up

TOTAL = 13_000
#: Seconds that any method may take for one region.
LIMIT = 20.0


def regions():
    """Return per arbeidsmarktregio the differences per gm_code when dwellings divide its sum."""
    gegevens = read_embedded()
    table = gegevens.figures(2025).tabel
    statutory = divided(table["inwoners"], TOTAL)
    names = gegevens.regios_of("arbeidsmarktregio", table.index)
    result = {}
    for name, codes in table.groupby(names).groups.items():
        own = sum(statutory[code] for code in codes)
        stock = divided(table.loc[codes, "woningvoorraad"], own)
        differences = {c: stock[c] - statutory[c] for c in codes if stock[c] != statutory[c]}
        if name and differences:
            result[name] = differences
    return result


def divided(figures, total):
    """Divide whole persons in proportion to a column (Adams)."""
    whole = int(figures.sum())
    shares = {code: Fraction(int(value), whole) for code, value in figures.items()}
    return round_shares(shares, total).persons


def flow_of(differences):
    """Return the same question as a fixed-charge flow."""
    gives = tuple(-d for d in differences.values() if d < 0)
    return FlowProblem(gives, tuple((d, d) for d in differences.values() if d > 0))


def ours_fewest(differences):
    """Our own route; the number of agreements and whether it is proved."""
    found = decompose(differences, seconds=LIMIT, alternatives=1)
    return len(found.afspraken), found.bewezen


def cp_sat_fewest(differences):
    """OR-Tools CP-SAT on the fixed-charge flow, one worker as the others have."""
    from ortools.sat.python import cp_model

    problem, model = flow_of(differences), cp_model.CpModel()
    arcs = problem.arcs
    used = [model.new_bool_var(f"y{i}_{j}") for i, j, _ in arcs]
    flow = [model.new_int_var(0, top, f"f{i}_{j}") for i, j, top in arcs]
    for (_, _, top), y, f in zip(arcs, used, flow, strict=True):
        model.add(f <= top * y)
    sides = ((0, problem.gives), (1, [low for low, _ in problem.takes]))
    for side, amounts in sides:
        for k, amount in enumerate(amounts):
            model.add(sum(f for a, f in zip(arcs, flow, strict=True) if a[side] == k) == amount)
    model.minimize(sum(used))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds, solver.parameters.num_workers = LIMIT, 1
    status = solver.solve(model)
    return round(solver.objective_value), status == cp_model.OPTIMAL


def highspy_fewest(differences):
    """The fixed-charge flow given to highspy."""
    problem = flow_of(differences)
    arcs, model = problem.arcs, quiet()
    model.setOptionValue("time_limit", LIMIT)
    n, none = len(arcs), np.empty(0, dtype=np.int32)
    top = np.array([float(t) for _, _, t in arcs])
    costs = np.concatenate((np.ones(n), np.zeros(n)))
    upper = np.concatenate((np.ones(n), top))
    model.addCols(2 * n, costs, np.zeros(2 * n), upper, 0, none, none, np.empty(0))
    kinds = np.full(n, highspy.HighsVarType.kInteger)
    model.changeColsIntegrality(n, np.arange(n, dtype=np.int32), kinds)
    for k in range(n):
        model.addRow(-np.inf, 0.0, 2, np.array([k, n + k], dtype=np.int32), np.array([-top[k], 1]))
    sides = ((0, problem.gives), (1, [low for low, _ in problem.takes]))
    for side, amounts in sides:
        for k, amount in enumerate(amounts):
            mine = np.array([n + m for m, a in enumerate(arcs) if a[side] == k], dtype=np.int32)
            model.addRow(amount, amount, len(mine), mine, np.ones(len(mine)))
    model.run()
    proved = model.getModelStatus().name == "kOptimal"
    return round(model.getObjectiveValue()), proved


def quiet():
    """Return a Highs object that writes nothing."""
    model = highspy.Highs()
    model.setOptionValue("output_flag", False)
    return model


def pair_flows(data, inside):
    """Least persons moved with a variable per pair: the matrix, as arrays given to highspy."""
    pairs = [(i, j) for group in inside for i, j in product(group, group) if i != j]
    n, count, none = len(data.doel), len(pairs), np.empty(0, dtype=np.int32)
    rows = np.array([row for pair in pairs for row in pair], dtype=np.int32)
    signs = np.tile([-1.0, 1.0], count)
    model = quiet()
    doel = np.array(data.doel, dtype=float)
    model.addRows(
        n, np.array(data.lower) - doel, np.array(data.upper) - doel, 0, none, none, np.empty(0)
    )
    starts = np.arange(0, 2 * count, 2, dtype=np.int32)
    ones, zeros = np.ones(count), np.zeros(count)
    model.addCols(count, ones, zeros, np.full(count, 1e9), len(rows), starts, rows, signs)
    model.run()
    return round(model.getObjectiveValue()), count


def ours_flows(data):
    """Least persons moved and who hands to whom: the stage LP, then pairing."""
    cost = OneCost(stage_components(data, Stage.MINST_VERPLAATST)[0])
    x, _ = settle(Task(data), cost, start_face(data))
    groups = [g.members for g in data.groups] or [range(len(x))]
    moved = 0
    for members in groups:
        names = {data.gm_codes[i]: x[i] - data.doel[i] for i in members if x[i] != data.doel[i]}
        moved += sum(deal.personen for deal in pair_up(names))
    return moved, 0


def timed(runs, repeats):
    """Run each in turns; return per name its median [s] and its answer."""
    times, answers = defaultdict(list), {}
    for _ in range(repeats):
        for name, run in runs.items():
            start = perf_counter()
            with suppress(ImportError):
                answers[name] = run()
                times[name].append(perf_counter() - start)
    return {name: (median(times[name]), answers[name]) for name in times}


def report_fewest():
    """Write how long each method takes over all regions, and what it proved."""
    every = regions()
    methods = {
        "ours": ours_fewest,
        "OR-Tools CP-SAT": cp_sat_fewest,
        "highspy": highspy_fewest,
    }
    seconds, proved, deals = defaultdict(float), defaultdict(int), defaultdict(dict)
    for name, differences in every.items():
        runs = {m: (lambda f=f, d=differences: f(d)) for m, f in methods.items()}
        for method, (spent, (count, sure)) in timed(runs, 1).items():
            seconds[method] += spent
            proved[method] += sure
            deals[method][name] = count if sure else None
    sizes = [len(differences) for differences in every.values()]
    say(f"M6 fewest agreements: {len(every)} regions of {min(sizes)} to {max(sizes)} gemeenten")
    for method, spent in seconds.items():
        ratio = spent / seconds.get("OR-Tools CP-SAT", spent)
        say(f"  {method:18}{1000 * spent:10.0f} ms{ratio:8.2f}   proved {proved[method]}")
    for name in every:
        counts = {d[name] for d in deals.values() if d.get(name) is not None}
        if len(counts) > 1:
            say(f"  ! {name}: the methods differ, {counts}")


def report_flows():
    """Write M4 and M5: a variable per pair, and ours without them."""
    inside = replace(made_up(342), stages=(Stage.MINST_VERPLAATST,))
    national = replace(inside, groups=())
    for title, data in (("M4 inside regions", inside), ("M5 national", national)):
        groups = [g.members for g in data.groups] or [range(len(data.doel))]
        runs = {
            "highspy, a variable per pair": lambda d=data, g=groups: pair_flows(d, g),
            "ours": lambda d=data: ours_flows(d),
        }
        found = timed(runs, 3)
        first = next(iter(found.values()))[0]
        pairs = next(iter(found.values()))[1][1]
        say(f"{title} ({pairs} pairs)")
        for name, (spent, (moved, _)) in found.items():
            say(f"  {name:30}{1000 * spent:10.1f} ms{spent / first:8.3f}   {moved} persons")


def say(text):
    """Write one line of the report."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    report_flows()
    report_fewest()
