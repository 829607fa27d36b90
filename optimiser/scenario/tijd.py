"""Section ``[tijd]`` of a scenario: half-years that follow each other."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer, model_validator
from pydantic_core import PydanticCustomError

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.problem import TijdStap
from optimiser.scenario.beperkingen import Period
from optimiser.scenario.written import Count, Persons, Written
from optimiser.strict import Strict

#: Most half-years in one question: thirty years.
MAX_HORIZON = 60
Source = Annotated[str, Field(min_length=3, pattern=r"\S")]


class Reeks(Strict):
    """A number of persons per half-year, with its source."""

    bron: Source
    """Where the numbers come from, with a date."""
    aantallen: dict[Period, Persons]
    """Half-year to persons."""


class RijGrens(Strict):
    """The queue of statushouders in the COA centres: how it starts and how long it may be."""

    bron: Source
    """Source and date of the queue at the start."""
    begin: Persons
    """Queue at the start of the first half-year [personen]."""
    maximum: Persons | None = None
    """Longest queue at the end of any half-year [personen]."""
    eind_hoogstens: Persons | None = None
    """Longest queue at the end of the last half-year; default the queue at the start."""
    vrij_einde: bool = False
    """Let the queue at the end be as long as it may; moves the burden behind the horizon."""
    halfjaren_hoogstens: Annotated[Count, Field(ge=1, le=20)] | None = None
    """Everybody is asked within this number of half-years of inflow, first come first housed."""
    norm_weken: Annotated[Count, Field(ge=1, le=26)] = 14
    """Weeks within which somebody with a permit must be housed."""
    norm_houden: bool = False
    """Allow no queue longer than the inflow of the last ``norm_weken`` weeks."""


class Gladstrijken(Strict):
    """What a smooth national number aims at."""

    stappen: Annotated[tuple[TijdStap, ...], Field(min_length=1)] = (
        TijdStap.LAAGSTE_PIEK,
        TijdStap.KLEINSTE_SPRONG,
        TijdStap.MINSTE_WACHTEN,
    )
    """Aims in order; each is fixed before the next."""
    sprong_zonder_voorkennis: Persons = 1500
    """Largest change per half-year for who sees only the past (aanname) [personen]."""

    @model_validator(mode="after")
    def _once(self) -> Self:
        if len(set(self.stappen)) < len(self.stappen):
            msg = "a step comes twice"
            raise ValueError(msg)
        return self


class VooruitzichtModel(StrEnum):
    """How much of what is asked is expected to be housed."""

    DEEL_VAN_OPGAVE = "deel_van_opgave"
    CONSTANT = "constant"
    OPGAVE = "opgave"
    TAAKSTELLING = "taakstelling"
    CAPACITEIT = "capaciteit"
    KOLOM = "kolom"


class VooruitzichtKeuze(Strict):
    """The model of the outlook."""

    model: VooruitzichtModel = VooruitzichtModel.DEEL_VAN_OPGAVE
    """What is expected to be housed."""
    plafond_maal_hoogste: Annotated[Written, Field(ge=1, le=10)] | None = Decimal("1.25")
    """No more than this times the highest half-year so far (aanname)."""
    kolom: Annotated[str, Field(min_length=1, max_length=60)] | None = None
    """Own column with the persons expected per half-year; with model ``kolom`` and no other."""

    @model_validator(mode="after")
    def _column_with_its_model(self) -> Self:
        if (self.model is VooruitzichtModel.KOLOM) != (self.kolom is not None):
            msg = "vooruitzicht_kolom"
            raise PydanticCustomError(msg, "column and model belong together")
        return self

    @model_serializer(mode="wrap")
    def _without_empty_column(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Leave an empty ``kolom`` out, so that questions from before it keep their hash."""
        out: dict[str, Any] = handler(self)
        if self.kolom is None:
            out.pop("kolom", None)
        return out


class VerdelingOverTijd(Strict):
    """How the half-years are divided over gemeenten together."""

    taakstelling: Literal["aangekondigd", "gladgestreken"] = "aangekondigd"
    """Which national numbers are divided."""
    afronding: Literal["per_halfjaar", "just_in_time", "webster_cumulatief"] = "per_halfjaar"
    """Rounding: per half-year as the law has it, or over time (wetswijziging nodig)."""


class Tijd(Strict):
    """Half-years that follow each other."""

    van: Period
    """First half-year."""
    tot: Period
    """Last half-year, included."""
    vorige_taakstelling: Persons | None = None
    """Number announced for the half-year before ``van``; the first jump counts from it."""
    instroom: Reeks
    """Persons who get a permit, per half-year."""
    aangekondigd: Reeks | None = None
    """Announced national numbers; default the inflow itself."""
    rij: RijGrens | None = None
    """The queue in the COA centres; needed to smooth."""
    gladstrijken: Gladstrijken = Gladstrijken()
    """Aims of a smooth number."""
    vooruitzicht: VooruitzichtKeuze = VooruitzichtKeuze()
    """Model of the outlook."""
    verdeling: VerdelingOverTijd = VerdelingOverTijd()
    """Division over gemeenten."""
    achterstand: dict[Annotated[str, Field(pattern=r"^GM\d{4}$")], Count] = Field(
        default_factory=dict
    )
    """Saldo per gemeente before the first half-year; absent is zero [personen]."""

    @model_validator(mode="after")
    def _horizon(self) -> Self:
        first, last = Halfjaar.parse(self.van), Halfjaar.parse(self.tot)
        if not 0 <= last.serial - first.serial < MAX_HORIZON:
            msg = "tijd_volgorde"
            raise PydanticCustomError(msg, "the half-years do not follow each other")
        wanted = [str(halfjaar) for halfjaar in Halfjaar.range(first, last)]
        for series in (self.instroom, self.aangekondigd):
            if series is not None and sorted(series.aantallen) != wanted:
                msg = "tijd_halfjaren"
                raise PydanticCustomError(msg, "not every half-year has a number")
        if self.verdeling.taakstelling == "gladgestreken" and self.rij is None:
            msg = "tijd_rij"
            raise PydanticCustomError(msg, "smoothing needs a queue")
        return self

    @property
    def halfjaren(self) -> tuple[Halfjaar, ...]:
        """Every half-year of the horizon."""
        return Halfjaar.range(Halfjaar.parse(self.van), Halfjaar.parse(self.tot))

    @property
    def inflow(self) -> tuple[int, ...]:
        """Inflow in the order of the half-years [personen]."""
        return tuple(self.instroom.aantallen[str(halfjaar)] for halfjaar in self.halfjaren)

    @property
    def announced(self) -> tuple[int, ...]:
        """Announced numbers in the order of the half-years; the inflow where there are none."""
        series = self.instroom if self.aangekondigd is None else self.aangekondigd
        return tuple(series.aantallen[str(halfjaar)] for halfjaar in self.halfjaren)
