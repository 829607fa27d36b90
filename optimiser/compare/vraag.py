"""What is asked of a comparison: which keys, on which half-year, figures and assumptions."""

from dataclasses import dataclass, field
from typing import Self

from optimiser.compare.keuze import SleutelKeuze, parse_keuze, parse_keuzes
from optimiser.scenario.beperkingen import Capaciteit
from optimiser.scenario.scenario import Scenario

WETTELIJK = SleutelKeuze("inwoners", "inwoners")


@dataclass(frozen=True)
class Vraag:
    """What is to be compared.

    Attributes
    ----------
    halfjaar
        As in ``2025-2``.
    keuzes
        Keys; empty for every key that needs no choice.
    tegen
        The reference; always computed, always the first column.
    afronding, totaal, peiljaar, indeling
        As in a scenario, the same for all keys.
    capaciteit
        ``mutatiegraad`` (number or column), ``personen_per_woning``, columns ``kan`` and ``wil``.
    """

    halfjaar: str
    keuzes: tuple[SleutelKeuze, ...] = ()
    tegen: SleutelKeuze = WETTELIJK
    afronding: str = "adams"
    totaal: int | None = None
    peiljaar: int | None = None
    indeling: int | None = None
    capaciteit: Capaciteit = field(default_factory=Capaciteit)

    def scenario(self, keuze: SleutelKeuze) -> Scenario:
        """Return the scenario of one key: nothing but its table."""
        return Scenario(
            naam="vergelijk",
            titel=keuze.titel,
            bron=keuze.key.toelichting.bron,
            halfjaar=self.halfjaar,
            totaal=self.totaal,
            sleutel=keuze.sleutel,
            sleutel_opties=keuze.opties,
            afronding=self.afronding,
            peiljaar=self.peiljaar,
            indeling=self.indeling,
        )

    @classmethod
    def of(
        cls,
        scenario: Scenario,
        keuzes: str | tuple[SleutelKeuze, ...] = (),
        tegen: str | SleutelKeuze = WETTELIJK,
    ) -> Self:
        """Return the comparison of keys on the half-year, figures and assumptions of a scenario.

        Parameters
        ----------
        scenario
            Whose half-year, national number, figures and assumptions hold for every key.
        keuzes
            Keys, or as a user writes them: ``inwoners,huishoudens``.
        tegen
            The reference, or as a user writes it.

        Raises
        ------
        SleutelKeuzeError, UnknownVerdeelsleutelError
            If a text does not name keys.
        YearsScenarioError
            If the scenario is about more than one half-year.

        Examples
        --------
        >>> asked = Vraag.of(Scenario(halfjaar="2021-1", totaal=100), "inwoners,huishoudens")
        >>> asked.totaal, [k.label for k in asked.keuzes]
        (100, ['inwoners', 'huishoudens'])
        """
        scenario.require_one_halfjaar()
        return cls(
            halfjaar=scenario.halfjaar,
            keuzes=parse_keuzes(keuzes) if isinstance(keuzes, str) else keuzes,
            tegen=parse_keuze(tegen) if isinstance(tegen, str) else tegen,
            afronding=scenario.afronding,
            totaal=scenario.totaal,
            peiljaar=scenario.peiljaar,
            indeling=scenario.indeling,
            capaciteit=scenario.capaciteit,
        )
