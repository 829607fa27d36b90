"""The facts of one gemeente or region: its number, under every key, and what is behind it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from optimiser.compare.measuring import benchmark
from optimiser.errors import OptimiserError
from optimiser.gegevens.gegevens import GROUPINGS, Gegevens
from optimiser.report.gemeente.room import find_help, freed_places
from optimiser.scenario.scenario import Scenario
from optimiser.solve.result import Verdeling
from optimiser.teksten.gebieden import gebied_titel
from optimiser.verdeelsleutels import availability, find, listed

#: Between the kind of a region and its name.
MARK = ":"


@dataclass(frozen=True)
class Profiel:
    """What is known about one gemeente or region in a half-year.

    Attributes
    ----------
    plek
        ``GM0014``, or kind and name of a region: ``provincie:Groningen``.
    naam, soort
        Its name; ``gemeente`` or the kind of region.
    provincie
        Of a gemeente; of a region the empty text.
    leden
        Its gemeenten: index ``gm_code``; ``gemeente``, ``inwoners``, ``exact``,
        ``taakstelling`` under the statutory key.
    wettelijk
        The statutory table they are taken from.
    sleutels
        Title of a key to persons; the statutory one first.
    plaatsen
        Persons that fit in the corporation dwellings that become free (aanname); None if unknown.
    ijkpunt
        Part of those that goes to vergunninghouders by CBS; None if unknown.
    hulp
        Gemeenten of the same region below the benchmark, name to persons up to it, most first.
    regio
        Name of the region ``hulp`` is within.
    """

    plek: str
    naam: str
    soort: str
    provincie: str
    leden: pd.DataFrame
    wettelijk: Verdeling
    sleutels: Mapping[str, int]
    plaatsen: Fraction | None
    ijkpunt: Fraction | None
    hulp: Mapping[str, int]
    regio: str

    @property
    def personen(self) -> int:
        """Persons under the statutory key."""
        return int(self.leden["taakstelling"].sum())

    @property
    def inwoners(self) -> int:
        """Inhabitants on 1 January of the year of the figures."""
        return int(self.leden["inwoners"].sum())

    @property
    def exact(self) -> Fraction:
        """Persons before rounding."""
        return sum(self.leden["exact"], Fraction(0))

    @property
    def per_1000(self) -> Fraction:
        """Persons per 1.000 inhabitants."""
        return Fraction(1000 * self.personen, self.inwoners)

    @property
    def beslag(self) -> Fraction | None:
        """Part of the freed corporation dwellings that is needed; None if unknown."""
        return self.personen / self.plaatsen if self.plaatsen else None


def places_to_search(wettelijk: Verdeling, gegevens: Gegevens) -> dict[str, str]:
    """Return every gemeente and region one can ask for: ``plek`` to what a reader sees.

    Regions of gemeenten that the list of groups does not know are left out.
    """
    names = wettelijk.gemeenten["gemeente"].sort_values()
    found = {str(code): str(name) for code, name in names.items()}
    for kind in GROUPINGS:
        try:
            groups = gegevens.regios_of(kind, wettelijk.gemeenten.index)
        except OptimiserError:
            continue
        for name in sorted(groups.dropna().unique()):
            found[f"{kind}{MARK}{name}"] = f"{name} ({_lower(gebied_titel(kind))})"
    return found


def make_profiel(
    plek: str, scenario: Scenario, gegevens: Gegevens, solve: Callable[[Scenario], Verdeling]
) -> Profiel:
    """Collect the facts of a gemeente or region.

    Parameters
    ----------
    plek
        One of ``places_to_search``.
    scenario
        Its half-year, national number and assumptions hold; its key does not.
    gegevens
        All figures.
    solve
        Returns the answer to a scenario.

    Raises
    ------
    KeyError
        If there is no such place.
    OptimiserError
        As ``solve``.
    """
    plain = Scenario(halfjaar=scenario.halfjaar, totaal=scenario.totaal)
    wettelijk = solve(plain)
    rows = wettelijk.gemeenten
    codes = _members(plek, rows.index, gegevens)
    leden = rows.loc[codes, ["gemeente", "inwoners", "exact", "taakstelling"]]
    kind, _, name = plek.rpartition(MARK)
    one = not kind
    places = freed_places(scenario, gegevens, wettelijk)
    norm = benchmark(gegevens, scenario.period)
    regio, hulp = find_help(codes, wettelijk, gegevens, places, norm)
    return Profiel(
        plek=plek,
        naam=str(rows.at[plek, "gemeente"]) if one else name,
        soort="gemeente" if one else kind,
        provincie=str(rows.at[plek, "provincie"]) if one else "",
        leden=leden.sort_values(["taakstelling", "gemeente"], ascending=[False, True]),
        wettelijk=wettelijk,
        sleutels=_under_every_key(plain, codes, gegevens, wettelijk, solve),
        plaatsen=None if places is None else sum(places.loc[codes], Fraction(0)),
        ijkpunt=norm,
        hulp=hulp,
        regio=regio,
    )


def _members(plek: str, known: pd.Index, gegevens: Gegevens) -> list[str]:
    kind, _, name = plek.rpartition(MARK)
    if not kind:
        if plek not in known:
            raise KeyError(plek)
        return [plek]
    groups = gegevens.regios_of(kind, known)
    found = [str(code) for code in groups.index[groups == name]]
    if not found:
        raise KeyError(plek)
    return found


def _under_every_key(
    plain: Scenario,
    codes: list[str],
    gegevens: Gegevens,
    wettelijk: Verdeling,
    solve: Callable[[Scenario], Verdeling],
) -> dict[str, int]:
    table = gegevens.figures(wettelijk.herkomst.peiljaar).tabel
    names = [k.naam for k in listed() if not k.opties and availability(k.naam, table) is None]
    found = {}
    for naam in sorted(names, key=lambda n: n != plain.sleutel):
        persons = solve(plain.adjusted(sleutel=naam)).gemeenten["taakstelling"]
        found[find(naam).titel] = int(persons.loc[codes].sum())
    return found


def _lower(text: str) -> str:
    return text if text.isupper() or text.startswith("COROP") else text.lower()
