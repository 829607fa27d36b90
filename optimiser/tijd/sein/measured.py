"""How often a sign was right: opgave against the best own half-year, over the known half-years.

Sign for unit u in half-year t: opgave_t > threshold x highest realisatie before t. Right: the
half-year ended with more than three months of work (saldo > T / 2).
"""

from dataclasses import dataclass

import numpy as np

from optimiser.tijd.grootboek.course import Course

#: Opgave over best own half-year from which the sign is given (aanname, see ``measure_sein``).
THRESHOLD = 1.35
#: Months of work above which a half-year ended badly.
MONTHS = 3


@dataclass(frozen=True, slots=True)
class Treffers:
    """What a sign said and what happened.

    Attributes
    ----------
    gevallen
        Units times half-years looked at.
    seinen, goed
        Signs, and those after which the half-year ended above ``MONTHS``.
    slecht, gemist
        Half-years that ended so, and those without a sign before.
    van, tot
        First and last half-year looked at.
    """

    gevallen: int
    seinen: int
    goed: int
    slecht: int
    gemist: int
    van: str
    tot: str


def measure_sein(course: Course, prefix: str = "PV", threshold: float = THRESHOLD) -> Treffers:
    """Count how often the sign was right, over half-years that are over.

    Parameters
    ----------
    course
        The ledger.
    prefix
        Which units: ``PV`` or ``GM``.
    threshold
        Opgave over the best half-year before. 1,35 was chosen with the embedded tables in view.

    Examples
    --------
    >>> from optimiser.io.gegevens import read_embedded
    >>> from optimiser.tijd.grootboek.printed import embedded_grootboek
    >>> found = measure_sein(embedded_grootboek(read_embedded()).course())
    >>> found.gevallen, found.seinen, found.goed, found.slecht, found.gemist
    (48, 26, 15, 19, 4)
    """
    mine = course.eenheden.str.startswith(prefix)
    opgave, done, saldo, asked = (
        course.parts[name][mine] for name in ("opgave", "realisatie", "saldo", "taakstelling")
    )
    counts = np.zeros(5, dtype=int)
    seen = []
    for t in range(1, opgave.shape[1]):
        periode = course.perioden[t]
        end = np.datetime64(periode.laatste_dag, "D").astype("int64")
        over = course.peildatum[mine][:, t] >= end
        best = np.where(np.isnan(done[:, :t]), -1.0, done[:, :t]).max(axis=1)
        known = over & (best > 0) & ~np.isnan(saldo[:, t]) & ~np.isnan(opgave[:, t])
        if not known.any():
            continue
        sign = (opgave[:, t] > threshold * best) & known
        bad = (saldo[:, t] > MONTHS / 6 * asked[:, t]) & known
        counts += [
            known.sum(), sign.sum(), (sign & bad).sum(), bad.sum(), (bad & ~sign).sum()
        ]  # fmt: skip
        seen.append(str(periode))
    cases, signs, right, ended_badly, missed = (int(n) for n in counts)
    span = (seen[0], seen[-1]) if seen else ("", "")
    return Treffers(cases, signs, right, ended_badly, missed, *span)
