"""The outcome of a test: per agreement, and for all together."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from optimiser.uitruil.toets.beginstand import Beginstand
from optimiser.uitruil.toets.bevinding import Bevinding, may_stand
from optimiser.uitruil.toets.gemeentestand import Gemeentestand
from optimiser.uitruil.toets.measures import Oordeel, Voorkeur
from optimiser.uitruil.voorstel import Voorstel

#: Numbers of a party, as tables show them: the road, then load and claim.
NUMBERS = (
    "formule", "bindend", "voor", "verschil", "na",
    "per_1000_voor", "per_1000_na", "claim_voor", "claim_na",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Partijrij:
    """What an agreement does to one party.

    Attributes
    ----------
    gm_code, gemeente, provincie
        Who.
    formule, bindend
        What follows from the formula, and what agreements that bind changed [personen].
    voor, verschil, na
        ``formule + bindend``, the change of this agreement, and after it [personen].
    per_1000_voor, per_1000_na
        Load [personen per 1.000 inwoners].
    claim_voor, claim_na
        Part of the freed corporation dwellings it needs; None if not available.
    oordeel
        Whether it comes out better by the chosen measure.
    """

    gm_code: str
    gemeente: str
    provincie: str
    formule: int
    bindend: int
    voor: int
    verschil: int
    na: int
    per_1000_voor: Fraction
    per_1000_na: Fraction
    claim_voor: Fraction | None
    claim_na: Fraction | None
    oordeel: Oordeel

    @property
    def numbers(self) -> dict[str, int | Fraction | None]:
        """Its numbers by name, in the order in which a table shows them."""
        return {name: getattr(self, name) for name in NUMBERS}


@dataclass(frozen=True, slots=True)
class Uitslag:
    """The test of one agreement."""

    voorstel: Voorstel
    rijen: tuple[Partijrij, ...]
    bevindingen: tuple[Bevinding, ...]

    @property
    def mag(self) -> bool:
        """Whether it may stand by itself."""
        return may_stand(self.bevindingen)


@dataclass(frozen=True, slots=True)
class Elders:
    """Everyone else: shown to be untouched.

    Attributes
    ----------
    gemeenten
        Number of gemeenten in no agreement.
    voor, na
        Their sum before and after [personen], each counted by itself.
    gewijzigd
        How many of them have another number.
    """

    gemeenten: int
    voor: int
    na: int
    gewijzigd: int


@dataclass(frozen=True)
class Toetsuitslag:
    """The test of all agreements.

    Attributes
    ----------
    uitslagen
        In the order of the proposal.
    samen
        Findings about the agreements together.
    na
        Taakstelling after all of them, per gm_code [personen].
    elders
        Everyone who takes no part.
    maat
        By which "better" was judged.
    stand
        What was tested against: the formula and what binds.
    lopend
        The agreements that bind already.
    """

    uitslagen: tuple[Uitslag, ...]
    samen: tuple[Bevinding, ...]
    na: Mapping[str, int]
    elders: Elders
    maat: Voorkeur
    stand: Beginstand
    lopend: tuple[Voorstel, ...] = ()

    @property
    def mag(self) -> bool:
        """Whether all may stand, each by itself and all together."""
        return all(one.mag for one in self.uitslagen) and may_stand(self.samen)

    @property
    def som_voor(self) -> int:
        """National sum before [personen]."""
        return self.stand.totaal

    @property
    def som_na(self) -> int:
        """National sum after [personen]."""
        return sum(self.na.values())

    def per_regio(self, gebied: str = "provincie") -> dict[str, tuple[int, int]]:
        """Return the sum of each region before and after [personen], regions by name."""
        sums: dict[str, tuple[int, int]] = {}
        for code, regio in sorted(self.stand.regios[gebied].items(), key=lambda item: item[1]):
            before, after = sums.get(regio, (0, 0))
            sums[regio] = (
                before + self.stand.gemeenten[code].taakstelling,
                after + self.na[code],
            )
        return sums


def partijrij(
    party: Gemeentestand, verschil: int, per_woning: Fraction, oordeel: Oordeel
) -> Partijrij:
    """Compute the load and the claim of one party before and after."""
    before, after = party.taakstelling, party.taakstelling + verschil
    return Partijrij(
        gm_code=party.gm_code,
        gemeente=party.naam,
        provincie=party.provincie,
        formule=party.formule,
        bindend=party.bindend,
        voor=before,
        verschil=verschil,
        na=after,
        per_1000_voor=Fraction(before * 1000, party.inwoners),
        per_1000_na=Fraction(after * 1000, party.inwoners),
        claim_voor=_claim(before, party, per_woning),
        claim_na=_claim(after, party, per_woning),
        oordeel=oordeel,
    )


def _claim(persons: int, party: Gemeentestand, per_woning: Fraction) -> Fraction | None:
    """Part of the freed dwellings that the persons need."""
    return persons / per_woning / party.vrijgekomen if party.vrijgekomen else None
