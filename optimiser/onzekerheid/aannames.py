"""The declared distributions of a sweep. None of them is measured: each is an *aanname*."""

from math import sqrt
from typing import Annotated

from pydantic import Field, model_validator

from optimiser.strict import Strict
from optimiser.teksten import whole

Positive = Annotated[float, Field(gt=0, le=1_000, strict=True)]


class Driehoek(Strict):
    """A triangular distribution: lowest, most likely, highest."""

    laag: Positive
    midden: Positive
    hoog: Positive

    @model_validator(mode="after")
    def _ascending(self) -> "Driehoek":
        if not self.laag <= self.midden <= self.hoog:
            msg = "laag, midden, hoog must ascend"
            raise ValueError(msg)
        return self

    def quantile(self, part: float) -> float:
        """Return the value below which a part of the draws lies.

        >>> Driehoek(laag=1, midden=2, hoog=3).quantile(0.5)
        2.0
        """
        width = self.hoog - self.laag
        if width == 0:
            return self.midden
        turn = (self.midden - self.laag) / width
        if part <= turn:
            return self.laag + sqrt(part * width * (self.midden - self.laag))
        return self.hoog - sqrt((1 - part) * width * (self.hoog - self.midden))


class Aannames(Strict):
    """What is uncertain, and how much; replaceable by a TOML file."""

    trekkingen: Annotated[int, Field(ge=1, le=1_000_000, strict=True)] = 10_000
    """Number of draws."""
    zaad: Annotated[int, Field(ge=0, strict=True)] = 1
    """Seed; the same seed gives the same draws on any number of workers."""
    totaal: Driehoek = Driehoek(laag=0.8, midden=1.0, hoog=1.2)
    """Factor on the national number (aanname; 2025-1 went from 17.700 to 15.000, factor 0,85)."""
    mutatiegraad: Driehoek = Driehoek(laag=0.05, midden=0.07, hoog=0.09)
    """National mutatiegraad [deel per jaar] (aanname)."""
    mutatiegraad_spreiding: Annotated[float, Field(ge=0, lt=1, strict=True)] = 0.2
    """Per gemeente a factor between 1 - this and 1 + this, every one as likely (aanname)."""
    personen_per_woning: Driehoek = Driehoek(laag=1.5, midden=2.0, hoog=2.5)
    """[personen per woning] (aanname)."""
    gewichten_spreiding: Annotated[float, Field(ge=0, le=50, strict=True)] = 10.0
    """Each weight of a mixed key up or down by at most this [procentpunt], then back to 100."""
    jaren_terug: Annotated[int, Field(ge=0, le=20, strict=True)] = 1
    """Figures of so many years before are as likely as those of the law's year."""
    jaren_vooruit: Annotated[int, Field(ge=0, le=20, strict=True)] = 1
    """The same for years after, as far as there are figures."""

    def lines(self) -> list[str]:
        """Return every distribution in Dutch, labelled."""
        t, m, p = self.totaal, self.mutatiegraad, self.personen_per_woning
        shapes = {
            "factor op het landelijke aantal": t,
            "mutatiegraad (deel per jaar)": m,
            "personen per woning": p,
        }
        drawn = [
            f"{naam}: driehoek {d.laag:g} / {d.midden:g} / {d.hoog:g} (aanname)".replace(".", ",")
            for naam, d in shapes.items()
        ]
        rest = [
            f"mutatiegraad per gemeente: hooguit {100 * self.mutatiegraad_spreiding:g} % hoger of "
            "lager (aanname); de sleutel vrijkomende sociale huur kent die getrokken cijfers "
            "volledig",
            f"gewichten van gemengde sleutels: hooguit {self.gewichten_spreiding:g} procentpunt "
            "hoger of lager (aanname)",
            f"jaar van de cijfers: {self.jaren_terug} jaar eerder tot {self.jaren_vooruit} jaar "
            "later, elk even waarschijnlijk (aanname)",
        ]
        return [*drawn, *rest, f"{whole(self.trekkingen)} trekkingen, zaad {self.zaad}"]
