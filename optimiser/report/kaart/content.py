"""What one map shows: a measure of a scenario, or its difference with another key."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from optimiser.compare import SleutelKeuze, Vraag, compare_sleutels
from optimiser.compare.measuring import make_beeld, shared_figures
from optimiser.gegevens.gegevens import Gegevens
from optimiser.maps import Colofon
from optimiser.report.antwoord.no_answer import NO_ANSWER, refusal_lines
from optimiser.report.errors import MetingError
from optimiser.report.kaart.measures import KOLOM, Meting, meting
from optimiser.scenario.scenario import Scenario
from optimiser.solve.result import Verdeling
from optimiser.solve.run import solve_scenario
from optimiser.teksten.zinnen import sentence


@dataclass(frozen=True)
class Kaartvraag:
    """What is shown.

    Attributes
    ----------
    scenario
        Half-year, key, limits.
    sleutel
        The same key as a choice, for its title.
    meting
        See ``optimiser.report.kaart.measures``.
    tegen
        A key to subtract; the map then shows a difference.
    """

    scenario: Scenario
    sleutel: SleutelKeuze
    meting: str = "personen"
    tegen: SleutelKeuze | None = None

    @property
    def verschil(self) -> bool:
        """Whether the values lie around zero."""
        return self.tegen is not None or self.meting == "uitruil"


@dataclass(frozen=True)
class Kaartstof:
    """What was computed.

    Attributes
    ----------
    meting
        The measure, or the difference of two.
    titel
        Of the map.
    verschil
        Whether values lie around zero.
    colofon
        What stands below.
    jaar
        First year of the indeling of the values.
    gebieden
        The scenario's own areas, if it has them: name to gemeenten.
    weigering
        Why there is no answer and what would help; empty if there is one.
    """

    meting: Meting
    titel: str
    verschil: bool
    colofon: Colofon
    jaar: int
    gebieden: Mapping[str, tuple[str, ...]] | None = None
    weigering: tuple[str, ...] = ()

    def titled(self, own: str) -> str:
        """Return the title, or the user's own; marked where there is no answer."""
        titel = own or self.titel
        return f"{NO_ANSWER}: {titel}" if self.weigering else titel


def gather_map(vraag: Kaartvraag, gegevens: Gegevens) -> Kaartstof:
    """Compute what a map shows.

    Raises
    ------
    MetingError
        If the measure does not exist, lacks figures, or cannot be subtracted.
    OptimiserError
        If the scenario cannot be computed.
    """
    verdeling = solve_scenario(vraag.scenario, gegevens)
    one = _measure(vraag, verdeling, gegevens)
    title = _title(vraag, one, verdeling)
    if vraag.tegen is not None:
        one = _difference(vraag, one, gegevens)
    table = gegevens.figures(verdeling.herkomst.peiljaar, vraag.scenario.indeling)
    colofon, areas = _colophon(vraag, verdeling), vraag.scenario.uitruil.regios
    refusal = tuple(refusal_lines(verdeling.optimalisatie))
    jaar = table.indeling.vanaf
    return Kaartstof(one, title, vraag.verschil, colofon, jaar, areas, refusal)


def _measure(vraag: Kaartvraag, verdeling: Verdeling, gegevens: Gegevens) -> Meting:
    scenario = vraag.scenario
    table = gegevens.figures(verdeling.herkomst.peiljaar, scenario.indeling).tabel
    shared = shared_figures(scenario.capaciteit, gegevens, scenario.period, table, verdeling)
    beeld = make_beeld(shared, vraag.sleutel, verdeling, gegevens)
    return meting(vraag.meting, verdeling, beeld, gegevens)


def _difference(vraag: Kaartvraag, one: Meting, gegevens: Gegevens) -> Meting:
    """Subtract the same measure under another key; both have the same denominator."""
    other = vraag.tegen
    if other is None or vraag.meting == "uitruil" or vraag.meting.startswith(KOLOM):
        raise MetingError(meting=vraag.meting, reden="deze meting hangt niet van een sleutel af")
    plain = Vraag.of(vraag.scenario, (other,), other)
    base = compare_sleutels(plain, gegevens).verdelingen[other.label]
    return replace(one, teller=one.teller - base.gemeenten["taakstelling"])


def _title(vraag: Kaartvraag, one: Meting, verdeling: Verdeling) -> str:
    names = {"meting": one.titel, "sleutel": vraag.sleutel.titel}
    if vraag.scenario.optimises:
        names["sleutel"] = vraag.scenario.titel
    if vraag.tegen is not None:
        names |= {"tegen": vraag.tegen.titel, "halfjaar": vraag.scenario.halfjaar}
        return sentence("kaartbestand", "verschil", names)
    if vraag.meting.startswith(KOLOM):
        year = str(verdeling.herkomst.peiljaar)
        return sentence("kaartbestand", "kolom", {"kolom": one.titel, "jaar": year})
    return sentence("kaartbestand", "met_sleutel", {**names, "halfjaar": vraag.scenario.halfjaar})


def _colophon(vraag: Kaartvraag, verdeling: Verdeling) -> Colofon:
    one = verdeling.herkomst
    notes = []
    if refusal := refusal_lines(verdeling.optimalisatie):
        notes.append(sentence("kaartbestand", "niet_haalbaar", {"reden": " ".join(refusal)}))
    notes.append(f"Scenario {one.scenario} ({one.scenario_sha256}). Geen juridisch advies.")
    return Colofon(
        bron=f"{one.bron}; eigen berekening",
        peildatum=f"1 januari {one.peiljaar}, halfjaar {vraag.scenario.halfjaar}",
        wet=one.wet,
        dataversie=one.data_version,
        opmerking=" ".join(notes),
    )
