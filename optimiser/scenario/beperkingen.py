"""Parts of a scenario: what gemeenten can take, who may exchange, what is sought."""

from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer, model_validator
from pydantic_core import PydanticCustomError

from optimiser.gegevens.codes import PATTERN
from optimiser.problem import Stage
from optimiser.scenario.written import Count, Part, Persons, Written, as_count
from optimiser.strict import Strict

Period = Annotated[str, Field(pattern=r"^\d{4}-[12]$")]
Code = Annotated[str, Field(pattern=f"^{PATTERN}$")]


#: What a facility need not say; left out where it says nothing (see the hash).
OVER_TIME = ("eenheden", "personen_per_eenheid", "doorstroom", "staat_in")


class Plekken(Strict):
    """Extra places beside the freed dwellings: a stock that opens, and closes again.

    In a question about one half-year they count in the half-year in which they open, when they
    are empty; over half-years who lives there keeps a place occupied until moving on.
    """

    naam: Annotated[str, Field(min_length=1)]
    """As the reader knows the facility."""
    soort: Literal["tussenvoorziening", "flexwoningen"]
    """What it is; a person placed there counts towards the taakstelling."""
    plekken: Persons
    """Places [personen]; where ``eenheden`` is given, that times ``personen_per_eenheid``."""
    opening: Period
    """Half-year in which it opens."""
    halfjaren: Annotated[Count, Field(ge=1, le=60)] = 2
    """How long it stays [halfjaren]; by the end of the next one everybody has moved on."""
    gemeenten: Annotated[tuple[Code, ...], Field(min_length=1)]
    """Participants; the places are divided over them in proportion to their taakstelling."""
    verdeling: dict[Code, Persons] | None = None
    """Agreed division of the places; sums to ``plekken``."""
    eenheden: Persons | None = None
    """Dwellings of the facility, where it is counted in those [wooneenheden]."""
    personen_per_eenheid: Annotated[Count, Field(ge=1, le=20)] | None = None
    """Persons in one of them (aanname)."""
    doorstroom: Part | None = None
    """Part of the residents that moves on to a dwelling per half-year (aanname); for the
    calculation of one facility. Years together let them move on where that helps."""

    staat_in: Code | None = None
    """Gemeente in which it stands; for the reader, it decides nothing."""

    @model_validator(mode="before")
    @classmethod
    def _units(cls, fields: Any) -> Any:  # noqa: ANN401 - whatever the user wrote
        if not isinstance(fields, dict) or fields.get("eenheden") is None:
            return fields
        units, each, places = (
            as_count(fields.get(name)) for name in ("eenheden", "personen_per_eenheid", "plekken")
        )
        if not isinstance(units, int) or not isinstance(each, int):
            msg = "plekken_eenheden"
            raise PydanticCustomError(msg, "units need persons per unit")
        if places not in {None, units * each}:
            msg = "plekken_tegenspraak"
            raise PydanticCustomError(msg, "places differ from the units")
        return fields | {"plekken": units * each}

    @model_serializer(mode="wrap")
    def _as_before(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Leave out what is said only over half-years and is not said here."""
        fields: dict[str, Any] = handler(self)
        return {k: v for k, v in fields.items() if k not in OVER_TIME or v is not None}

    @model_validator(mode="after")
    def _agreed(self) -> Self:
        if len(set(self.gemeenten)) < len(self.gemeenten):
            code = "plekken_dubbel"
            raise PydanticCustomError(code, "a gemeente takes part twice")
        if self.verdeling is not None and (
            set(self.verdeling) != set(self.gemeenten)
            or sum(self.verdeling.values()) != self.plekken
        ):
            code = "plekken_verdeling"
            raise PydanticCustomError(
                code, "the division must name each participant and sum to the places"
            )
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
    personen_per_woning: Annotated[Written, Field(gt=0, le=20)] | None = None
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
            code = "mutatiegraad_dubbel"
            raise PydanticCustomError(
                code, "mutatiegraad and mutatiegraad_kolom exclude each other"
            )
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
            code = "eigen_gebieden"
            raise PydanticCustomError(
                code, "'regios' belongs to binnen = 'eigen', and only to that"
            )
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
            code = "stap_dubbel"
            raise PydanticCustomError(code, "a stage comes twice")
        if Stage.MINSTE_TEKORT in self.stappen[1:]:
            code = "tekort_eerst"
            raise PydanticCustomError(code, "minste_tekort comes first")
        return self
