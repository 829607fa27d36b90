"""One thing that is wrong with a delivery, or that somebody must confirm."""

from dataclasses import dataclass, field
from enum import StrEnum

from optimiser.teksten.zinnen import sentence

#: Findings of one kind that are told one by one.
SHOWN = 10


class PuntSoort(StrEnum):
    """What a finding does to a delivery."""

    GEWEIGERD = "geweigerd"
    BEVESTIGEN = "te bevestigen"


@dataclass(frozen=True)
class Toetspunt:
    """One finding.

    Attributes
    ----------
    ernst
        Refused, or to be confirmed.
    code
        Of the sentence in ``levering_bevindingen``.
    feiten
        What the sentence needs.
    """

    ernst: PuntSoort
    code: str
    feiten: dict[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.told()

    def told(self, *, in_app: bool = False) -> str:
        """Return the finding as a sentence; in the app with what to do there."""
        # A number from a table is one of numpy, which is written the Dutch way only as an int.
        facts = {name: getattr(v, "item", lambda v=v: v)() for name, v in self.feiten.items()}
        return sentence("levering_bevindingen", self.code, facts, in_app=in_app)


def refused(code: str, **facts: object) -> Toetspunt:
    """Return a finding that keeps a delivery out."""
    return Toetspunt(PuntSoort.GEWEIGERD, code, facts)


def asked(code: str, **facts: object) -> Toetspunt:
    """Return a finding that somebody must confirm; it is kept with the delivery."""
    return Toetspunt(PuntSoort.BEVESTIGEN, code, facts)


@dataclass(frozen=True)
class LeveringOordeel:
    """All findings about one delivery.

    Attributes
    ----------
    bevindingen
        In the order of the checks.
    in_orde
        Rows without a finding.
    """

    bevindingen: tuple[Toetspunt, ...]
    in_orde: int = 0

    def of(self, ernst: PuntSoort) -> tuple[Toetspunt, ...]:
        """Return the findings of one kind."""
        return tuple(one for one in self.bevindingen if one.ernst is ernst)

    def told(self, ernst: PuntSoort, most: int = SHOWN, *, in_app: bool = False) -> list[str]:
        """Return the findings of one kind as sentences, the rest counted."""
        found = self.of(ernst)
        lines = [one.told(in_app=in_app) for one in found[:most]]
        if len(found) > most:
            lines.append(sentence("levering", "meer", {"aantal": len(found) - most}))
        return lines
