"""Benchmarks of maps and the LRT kit: ``python -m tests.benchmarks.kaarten``; exits 1 above a bar.

The first map counts from an empty process, imports and figures included.
"""

import subprocess
import sys
from time import perf_counter

FIRST, FURTHER, KIT = 4.0, 0.6, 12.0
COLD = """
from optimiser.cli.main import execute
import tempfile, pathlib
out = pathlib.Path(tempfile.mkdtemp()) / "kaart.png"
raise SystemExit(execute(["kaart", "--halfjaar", "2025-2", "--uit", str(out)]))
"""


def report(what, seconds, bar):
    """Write one line; tell whether the bar was met."""
    met = seconds < bar
    sys.stdout.write(f"{what:42} {seconds:6.2f} s  (bar {bar} s)  {'ok' if met else 'TOO SLOW'}\n")
    return met


def cold():
    """Time the command in a new process."""
    started = perf_counter()
    subprocess.run([sys.executable, "-c", COLD], check=True, capture_output=True)
    return perf_counter() - started


def warm():
    """Time the slowest of further maps, computing and drawing."""
    from optimiser.compare import parse_keuze
    from optimiser.io.gegevens import read_embedded
    from optimiser.maps import embedded_geometry, render
    from optimiser.report.kaart.content import Kaartvraag, gather_map
    from optimiser.report.kaart.map_file import Kaartvorm, draw
    from optimiser.scenario.scenario import Scenario

    figures, slowest = read_embedded(), 0.0
    for number, (key, measure) in enumerate(
        [("inwoners", "personen"), ("huishoudens", "per_1000"), ("woningvoorraad", "beslag")] * 2
    ):
        started = perf_counter()
        scenario = Scenario(halfjaar="2025-2", sleutel=key)
        found = gather_map(Kaartvraag(scenario, parse_keuze(key), measure), figures)
        render(draw(found, Kaartvorm(), embedded_geometry(), figures), "png")
        if number:
            slowest = max(slowest, perf_counter() - started)
    return slowest


def kit():
    """Time a kit of at least ten slides, template and writing included."""
    from optimiser.compare import parse_keuzes
    from optimiser.io.gegevens import read_embedded
    from optimiser.io.scenarios import embedded_scenarios, read_scenario
    from optimiser.report.lrt import LrtVraag, build_deck

    figures = read_embedded()
    scenario = read_scenario(embedded_scenarios()["plafond-12"])
    started = perf_counter()
    build_deck(LrtVraag(scenario, parse_keuzes("woningvoorraad,huishoudens")), figures)
    return perf_counter() - started


def main():
    """Measure all three; one above its bar makes the exit code 1."""
    met = [
        report("first national map, new process", cold(), FIRST),
        report("slowest further map", warm(), FURTHER),
        report("LRT kit, 14 slides", kit(), KIT),
    ]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
