"""Twenty years of monthly realisatie: import, ledger, one saldo, the page. Ratios in one run.

python -m tests.benchmarks.datapunt
"""

import os
import tempfile
from pathlib import Path
from time import perf_counter

import numpy as np

from optimiser.datapunt.deliver import deliver, preview
from optimiser.datapunt.ledger import aanleveringen
from optimiser.datapunt.opening import open_datapunt
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.io.gegevens import read_embedded
from optimiser.report.verloop.tables import course_table
from optimiser.report.verloop.workbook import saldo_sheets
from optimiser.tijd.grootboek.compose import compose_grootboek
from optimiser.zicht.zicht import EVERYTHING

FIRST, LAST = Halfjaar(2023, 1), Halfjaar(2042, 2)


def made_up(codes: list[str]) -> bytes:
    """Return a file of 342 gemeenten, 40 half-years and 6 months each: 82.080 rows."""
    random = np.random.default_rng(14)
    lines = ["gm_code;periode;peildatum;realisatie;taakstelling"]
    for half in Halfjaar.range(FIRST, LAST):
        for code in codes:
            done = np.cumsum(random.integers(0, 9, 6))
            for month, count in enumerate(done, start=2):
                at = 6 * (half.helft - 1) + month
                day = f"{half.jaar}-{at:02d}-01" if at <= 12 else f"{half.jaar + 1}-01-01"
                lines.append(f"{code};{half};{day};{count};20")
    return "\n".join(lines).encode()


def measured(label, work):
    """Time one step and print it."""
    started = perf_counter()
    out = work()
    print(f"{label:<40} {perf_counter() - started:7.3f} s")  # noqa: T201
    return out


def main() -> None:
    """Measure every step once, in the order in which a user meets them."""
    figures = read_embedded()
    codes = list(figures.gemeenten[2025][0].tabel.index)
    content = made_up(codes)
    place = Path(tempfile.mkdtemp()) / "register.sqlite"
    point = open_datapunt(place, EVERYTHING)
    seen = measured("read and check", lambda: preview("r.csv", content, figures, point))
    one = measured("store", lambda: deliver(point, seen, "bench", bevestigd=True))
    point.settle(one.nummer, "bench")
    brought = measured("read back", lambda: aanleveringen(point))
    book = measured("ledger", lambda: compose_grootboek(figures, brought))
    measured("saldo of the last half-year", lambda: book.stand(LAST))
    measured("saldo as known on a day", lambda: book.stand(FIRST, peildatum=FIRST.laatste_dag))
    course = book.course()
    measured("one gemeente through all half-years", lambda: course_table(book, course, codes[0]))
    measured("sheets of the workbook", lambda: saldo_sheets(book, course, LAST))
    point.close()
    os.environ["TAAKSTELLING_REGISTER"] = str(place)
    from tests.ui.conftest import Screen

    page = measured("page Verloop, cold", lambda: Screen().goto("verloop"))
    measured("page Verloop, warm", page.app.run)
    area = next(box for box in page.app.selectbox if box.label == "Gebied")
    measured("page Verloop, another area", lambda: area.set_value("PV29").run())


if __name__ == "__main__":
    main()
