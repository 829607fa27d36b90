"""A question with the households and dwellings of a user instead of the assumed ones."""

from dataclasses import dataclass, replace

from optimiser.koppelen.eigen.huishoudens import EigenHuishoudens
from optimiser.koppelen.eigen.woningen import EigenWoningen
from optimiser.koppelen.uitgangspunt import LAND, Uitgangspunt


@dataclass(frozen=True, slots=True)
class EigenAantallen:
    """What a user brought; None stays assumed."""

    huishoudens: EigenHuishoudens | None = None
    woningen: EigenWoningen | None = None

    def on(self, start: Uitgangspunt) -> Uitgangspunt:
        """Return a start with these in the place of the assumed ones, per region and nationwide.

        Raises
        ------
        RegiobandError
            If a band cannot be used.
        """
        vraag, land = start.vraag, start.land
        if self.woningen is not None:
            vraag = replace(vraag, woningen=self.woningen.tabel)
            land = replace(land, woningen=self.woningen.tabel)
        if (own := self.huishoudens) is not None:
            vraag = replace(vraag, huishoudens=own.sizes(), banden=own.banden())
            land = replace(land, huishoudens=own.sizes(_land), banden=own.banden(_land))
        return replace(start, vraag=vraag, land=land)


def _land(_coa_regio: str) -> str:
    return LAND
