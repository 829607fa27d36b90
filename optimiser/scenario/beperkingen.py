"""Parts of a scenario: what gemeenten can take, who may exchange, what is sought."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from optimiser.gegevens.codes import PATTERN
from optimiser.problem import Stage
from optimiser.strict import Strict

Persons = Annotated[int, Field(ge=0, le=1_000_000, strict=True)]
Part = Annotated[Decimal, Field(ge=0, le=1)]
Period = Annotated[str, Field(pattern=r"^\d{4}-[12]$")]
Code = Annotated[str, Field(pattern=f"^{PATTERN}$")]


class Plekken(Strict):
    """Extra places beside the freed dwellings: they count in the half-year in which they open."""

    naam: Annotated[str, Field(min_length=1)]
    """As the reader knows the facility."""
    soort: Literal["tussenvoorziening", "flexwoningen"]
    """What it is; a person placed there counts towards the taakstelling."""
    plekken: Persons
    """Places [personen]."""
    opening: Period
    """Half-year in which it opens."""
    halfjaren: Annotated[int, Field(ge=1, le=60, strict=True)] = 2
    """How long it stays [halfjaren]; shown, the people living there must then move on."""
    gemeenten: Annotated[tuple[Code, ...], Field(min_length=1)]
    """Participants; the places are divided over them in proportion to their taakstelling."""
    verdeling: dict[Code, Persons] | None = None
    """Agreed division of the places; sums to ``plekken``."""

    @model_validator(mode="after")
    def _agreed(self) -> Self:
        if len(set(self.gemeenten)) < len(self.gemeenten):
            msg = "a gemeente takes part twice"
            raise ValueError(msg)
        if self.verdeling is not None and (
            set(self.verdeling) != set(self.gemeenten)
            or sum(self.verdeling.values()) != self.plekken
        ):
            msg = "the division must name each participant and sum to the places"
            raise ValueError(msg)
        return self


class Capaciteit(Strict):
    """What a gemeente can take, in persons, from dwellings that become free."""

    maximum_aandeel: Part | None = None
    """Largest part of the freed corporation dwellings that may go to vergunninghouders; none if
    absent. Sets ``kan`` for every gemeente that has none of its own."""
    mutatiegraad: Part | None = None
    """Part of the corporation dwellings that becomes free in a year; default the aanname in
    ``data/parameters``."""
    mutatiegraad_kolom: str | None = None
    """The user's column with the mutatiegraad per gemeente, instead of one number."""
    personen_per_woning: Annotated[Decimal, Field(gt=0, le=20)] | None = None
    """Persons housed in one dwelling; default the aanname in ``data/parameters``."""
    kan_kolom: str | None = None
    """The user's column with the capacity per gemeente [personen]; empty cells have none."""
    wil_kolom: str | None = None
    """The user's column with the persons offered above the taakstelling; empty is no limit."""
    plekken: tuple[Plekken, ...] = ()
    """Tussenvoorzieningen and flexwoningen."""

    @model_validator(mode="after")
    def _one_rate(self) -> Self:
        if self.mutatiegraad is not None and self.mutatiegraad_kolom is not None:
            msg = "mutatiegraad and mutatiegraad_kolom exclude each other"
            raise ValueError(msg)
        return self


class GemeenteGrens(Strict):
    """Limits of one gemeente; what is absent does not limit."""

    kan: Persons | None = None
    """Most it can house in this half-year [personen]; replaces the computed ceiling."""
    wil: Persons | None = None
    """Most it offers above its taakstelling [personen]."""
    bodem: Part | None = None
    """Least part of its taakstelling that it keeps."""
    maximale_wijziging: Part | None = None
    """Largest change up or down, as part of its taakstelling."""
    vast: bool = False
    """Keeps its taakstelling exactly."""
    niet_deelnemend: bool = False
    """Takes no part in the exchange."""


class Gebied(StrEnum):
    """Area inside which the sum of the taakstellingen stays the same (art. 29 lid 2)."""

    NIET = "niet"
    PROVINCIE = "provincie"
    VEILIGHEIDSREGIO = "veiligheidsregio"
    COROP = "corop"
    ARBEIDSMARKTREGIO = "arbeidsmarktregio"
    LAND = "land"
    EIGEN = "eigen"


class Uitruil(Strict):
    """Who may exchange with whom."""

    binnen: Gebied = Gebied.NIET
    """The area; a gemeente that belongs to none keeps its taakstelling."""
    regios: dict[str, Annotated[tuple[Code, ...], Field(min_length=1)]] | None = None
    """For ``eigen``: name to gemeenten; who is in none keeps its taakstelling."""

    @model_validator(mode="after")
    def _own(self) -> Self:
        if (self.binnen is Gebied.EIGEN) != (self.regios is not None):
            msg = "'regios' belongs to binnen = 'eigen', and only to that"
            raise ValueError(msg)
        return self


class Grenzen(Strict):
    """Limits for every gemeente that has none of its own."""

    bodem: Part | None = None
    """Least part of its taakstelling that a gemeente keeps."""
    maximale_wijziging: Part | None = None
    """Largest change up or down, as part of the taakstelling."""


class Doelstelling(Strict):
    """What is sought, stage by stage; each stage is fixed before the next."""

    stappen: Annotated[tuple[Stage, ...], Field(min_length=1)] = (
        Stage.EERLIJKST,
        Stage.MINST_VERPLAATST,
    )
    """Objectives in order; ``minste_tekort`` first lets ceilings stretch."""
    last_per: Literal["inwoners", "vrijgekomen_woningen"] = "inwoners"
    """What the load of ``laagste_piek`` is counted per."""
    budget: Persons | None = None
    """Most persons that may be moved [personen]."""

    @model_validator(mode="after")
    def _order(self) -> Self:
        if len(set(self.stappen)) < len(self.stappen):
            msg = "a stage comes twice"
            raise ValueError(msg)
        if Stage.MINSTE_TEKORT in self.stappen[1:]:
            msg = "minste_tekort comes first"
            raise ValueError(msg)
        return self
