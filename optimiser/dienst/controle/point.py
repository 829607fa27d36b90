"""One point of an installation: what was looked at, whether it is right, and what to do if not."""

from dataclasses import dataclass

from optimiser.errors import OptimiserError
from optimiser.teksten import melding_for
from optimiser.teksten.zinnen import sentence


@dataclass(frozen=True, slots=True)
class Controlepunt:
    """What was found.

    Attributes
    ----------
    wat
        What was looked at.
    goed
        Whether it is right.
    tekst
        What was seen.
    actie
        What to do; empty when it is right.
    """

    wat: str
    goed: bool
    tekst: str
    actie: str = ""

    def lines(self) -> list[str]:
        """Return it as lines for a terminal.

        >>> Controlepunt("Map", False, "vol.", "Ruim op.").lines()
        ['fout  Map: vol.', '      Doe: Ruim op.']
        """
        first = f"{'ok' if self.goed else 'fout':<4}  {self.wat}: {self.tekst}"
        return [first] if self.goed else [first, f"      Doe: {self.actie}"]


def right(wat: str, code: str, **facts: object) -> Controlepunt:
    """Return a point that is right; its sentence is ``[dienst]`` in the texts."""
    return Controlepunt(sentence("dienst_punten", wat, {}), True, sentence("dienst", code, facts))


def wrong(wat: str, code: str, **facts: object) -> Controlepunt:
    """Return a point that is wrong; what to do is ``[dienst_acties]`` under the same code."""
    told, to_do = sentence("dienst", code, facts), sentence("dienst_acties", code, facts)
    return Controlepunt(sentence("dienst_punten", wat, {}), False, told, to_do)


def refused(wat: str, error: OptimiserError) -> Controlepunt:
    """Return a point that is wrong because the program refused it."""
    told = melding_for(error)
    text = f"{told.titel}. {told.tekst}"
    return Controlepunt(sentence("dienst_punten", wat, {}), False, text, told.actie)
