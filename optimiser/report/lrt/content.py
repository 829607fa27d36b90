"""Everything the slides tell, computed once: result, comparison, agreements."""

from dataclasses import dataclass

from optimiser.compare import Vergelijking, compare_sleutels
from optimiser.gegevens.gegevens import Gegevens
from optimiser.report.antwoord.no_answer import refusal_lines
from optimiser.report.lrt.question import LrtVraag
from optimiser.scenario.scenario import Scenario
from optimiser.solve.optimise import Optimalisatie
from optimiser.solve.result import Verdeling
from optimiser.solve.run import solve_scenario
from optimiser.uitruil.fewest.afspraken import Afspraak, pair_up
from optimiser.uitruil.fewest.decompose import decompose
from optimiser.uitruil.fewest.groups import EXACT_LIMIT


@dataclass(frozen=True)
class Gebiedsafspraak:
    """One agreement of the proposal, with the area whose sum stays the same."""

    gebied: str
    afspraak: Afspraak


@dataclass(frozen=True)
class Stof:
    """What the slides are made of.

    Attributes
    ----------
    vraag
        What was asked.
    gegevens
        The figures.
    verdeling
        The answer to the scenario.
    vergelijking
        The keys beside the statutory one.
    afspraken
        The bilateral agreements that make the proposal, largest first.
    minimaal
        Whether no smaller number of agreements exists in any area.
    """

    vraag: LrtVraag
    gegevens: Gegevens
    verdeling: Verdeling
    vergelijking: Vergelijking
    afspraken: tuple[Gebiedsafspraak, ...]
    minimaal: bool

    @property
    def scenario(self) -> Scenario:
        """The question."""
        return self.vraag.scenario

    @property
    def uitkomst(self) -> Optimalisatie | None:
        """What the optimiser answered; None where the scenario asks no more than a table."""
        return self.verdeling.optimalisatie

    @property
    def wettelijk(self) -> Verdeling:
        """The statutory table."""
        return self.vergelijking.verdelingen[self.vergelijking.tegen]

    @property
    def herkomst(self) -> str:
        """Where everything comes from, in one line: of the scenario, also for the comparison."""
        return " ".join([*self.weigering, self.verdeling.herkomst.line()])

    @property
    def weigering(self) -> list[str]:
        """Why the scenario has no answer and what would help; empty if it has one."""
        return refusal_lines(self.uitkomst)

    def naam(self, code: str) -> str:
        """Name of a gemeente."""
        return str(self.vergelijking.gemeenten.at[code, "gemeente"])

    def titel(self, label: str) -> str:
        """Title of a key for the reader."""
        return self.vergelijking.keuzes[label].titel


def gather(vraag: LrtVraag, gegevens: Gegevens) -> Stof:
    """Compute everything the slides tell.

    Raises
    ------
    OptimiserError
        If the scenario, or the statutory table beside it, cannot be computed.
    """
    verdeling = solve_scenario(vraag.scenario, gegevens)
    vergelijking = compare_sleutels(vraag.vergelijking(), gegevens)
    deals, least = agreements(verdeling.optimalisatie)
    return Stof(vraag, gegevens, verdeling, vergelijking, deals, least)


def agreements(outcome: Optimalisatie | None) -> tuple[tuple[Gebiedsafspraak, ...], bool]:
    """Turn the differences of the proposal into bilateral agreements, per area.

    Small areas get the proved fewest; in larger ones the largest giver meets the largest taker.

    Returns
    -------
    tuple
        Agreements, largest first, and whether their number is proved minimal. None at all when
        the scenario has no proposal.
    """
    if outcome is None or not outcome.feasible:
        return (), True
    data, found, least = outcome.data, [], True
    for group in data.groups:
        moves = {data.gm_codes[i]: outcome.x[i] - data.doel[i] for i in group.members}
        some = {code: count for code, count in moves.items() if count}
        if sum(some.values()):
            return (), False
        if not some:
            continue
        if len(some) <= EXACT_LIMIT:
            proved = decompose(some, alternatives=1)
            deals, least = proved.afspraken, least and proved.bewezen
        else:
            deals, least = pair_up(some), False
        found += [Gebiedsafspraak(group.naam, deal) for deal in deals]
    order = sorted(found, key=lambda one: (-one.afspraak.personen, one.afspraak))
    return tuple(order), least
