"""Test agreements over more half-years: each half-year by its own number, where it has one."""

from collections.abc import Callable, Mapping, Sequence

from optimiser.errors import UnknownTaakstellingError
from optimiser.gegevens.gegevens import Gegevens
from optimiser.scenario.scenario import Scenario
from optimiser.uitruil.toets.beginstand import Beginstand, make_beginstand
from optimiser.uitruil.toets.check import check_uitruil
from optimiser.uitruil.toets.measures import Voorkeur
from optimiser.uitruil.toets.uitslag import Toetsuitslag
from optimiser.uitruil.toets.vooruit import Standen, Vooruitslag, check_vooruit
from optimiser.uitruil.voorstel import Voorstel


def standen_of(scenario: Scenario, gegevens: Gegevens) -> Standen:
    """Return the situation of any half-year under the key and limits of one scenario.

    A total that the scenario sets itself is of its own half-year only.

    >>> from optimiser.io.gegevens import read_embedded
    >>> standen = standen_of(Scenario(halfjaar="2025-2", totaal=100), read_embedded())
    >>> standen("2025-2").totaal, standen("2021-1").totaal, standen("2031-1")
    (100, 13500, None)
    """

    def stand(halfjaar: str) -> Beginstand | None:
        own = halfjaar == scenario.halfjaar
        asked = scenario if own else scenario.adjusted(halfjaar=halfjaar, totaal=None)
        try:
            return make_beginstand(asked, gegevens)
        except UnknownTaakstellingError:
            return None

    return stand


def check_per_halfjaar(
    voorstellen: Mapping[str, Sequence[Voorstel]],
    standen: Standen,
    newest: str,
    maat: Voorkeur | str = Voorkeur.GELIJKMATIG,
    lopend: Callable[[str], Sequence[Voorstel]] = lambda _: (),
) -> list[Toetsuitslag | Vooruitslag]:
    """Test every half-year of a proposal.

    Parameters
    ----------
    voorstellen
        Half-year to its agreements.
    standen
        Situation per half-year; None while its number is not announced.
    newest
        The newest half-year with a number.
    maat
        By which a party comes out better or worse.
    lopend
        What binds already in a half-year.

    Raises
    ------
    UnknownMeasureError
        If there is no such measure.
    """
    outcomes: list[Toetsuitslag | Vooruitslag] = []
    for halfjaar, deals in voorstellen.items():
        stand, binding = standen(halfjaar), lopend(halfjaar)
        if stand is None:
            outcomes.append(check_vooruit(deals, halfjaar, newest, standen, binding))
        else:
            outcomes.append(check_uitruil(deals, stand, maat, binding))
    return outcomes
