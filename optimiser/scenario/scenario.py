"""A scenario: one question, complete and reproducible, in the words of policy makers."""

import hashlib
from typing import Annotated, Any

from pydantic import Field, SerializerFunctionWrapHandler, field_validator, model_serializer
from pydantic_core import PydanticCustomError

from optimiser.errors import YearsScenarioError
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.scenario.beperkingen import (
    Capaciteit,
    Code,
    Doelstelling,
    Gebied,
    GemeenteGrens,
    Grenzen,
    Uitruil,
)
from optimiser.scenario.tijd import Tijd
from optimiser.scenario.written import Count
from optimiser.strict import Strict
from optimiser.teksten.clean import without_controls
from optimiser.verdeelsleutels.opties import SleutelOpties


class Scenario(Strict):
    """One question, complete and reproducible.

    >>> Scenario(halfjaar="2021-1").sleutel
    'inwoners'
    """

    naam: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")] = "wettelijk"
    """File name without extension."""
    titel: str = "Wettelijke verdeling"
    """Shown to the reader."""
    bron: str = "Huisvestingswet 2014, art. 29 lid 1"
    """Who proposes this and where it is written down."""
    halfjaar: Annotated[str, Field(pattern=r"^\d{4}-[12]$")]
    """Period, as in ``2021-1``."""
    totaal: Annotated[Count, Field(gt=0, le=1_000_000)] | None = None
    """Landelijke taakstelling [personen]; default the announced number."""
    sleutel: str = "inwoners"
    """Key in the register."""
    sleutel_opties: SleutelOpties = SleutelOpties()
    """Options of the key."""
    afronding: str = "adams"
    """Rounding method in the register."""
    peiljaar: Annotated[int, Field(ge=1900, le=2200, strict=True)] | None = None
    """Year of the figures (1 January); default the law's, the year before the half-year."""
    indeling: Annotated[int, Field(ge=1900, le=2200, strict=True)] | None = None
    """Year whose gemeenten are used; default those of the figures."""

    uitruil: Uitruil = Uitruil()
    """Who may exchange with whom (art. 29 lid 2)."""
    capaciteit: Capaciteit = Capaciteit()
    """What gemeenten can take."""
    grenzen: Grenzen = Grenzen()
    """Limits for all gemeenten."""
    gemeenten: dict[Code, GemeenteGrens] = Field(default_factory=dict)
    """Limits per gemeente; they replace those for all."""
    doelstelling: Doelstelling = Doelstelling()
    """What is sought."""
    tijd: Tijd | None = None
    """Half-years that follow each other; absent in a question about one half-year."""

    @model_serializer(mode="wrap")
    def _without_tijd(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Leave an absent ``tijd`` out: the hash of a single half-year never changed for it."""
        fields: dict[str, Any] = handler(self)
        if fields.get("tijd") is None:
            fields.pop("tijd", None)
        return fields

    @field_validator("titel", "bron")
    @classmethod
    def _filled(cls, value: str) -> str:
        text = without_controls(value)
        if not text.strip():
            code = "tekst_leeg"
            raise PydanticCustomError(code, "empty")
        return text

    @property
    def period(self) -> Halfjaar:
        """The half-year as a value."""
        return Halfjaar.parse(self.halfjaar)

    @property
    def optimises(self) -> bool:
        """Whether anything is asked beyond the table of the key itself."""
        plain = Scenario(halfjaar=self.halfjaar)
        return (
            self.uitruil.binnen is not Gebied.NIET
            or self.capaciteit != plain.capaciteit
            or self.grenzen != plain.grenzen
            or bool(self.gemeenten)
        )

    def require_one_halfjaar(self) -> None:
        """Refuse a scenario over half-years where one is answered.

        Raises
        ------
        YearsScenarioError
            If it has ``[tijd]``: its limits and places are about all of them together.
        """
        if self.tijd is not None:
            raise YearsScenarioError(scenario=self.naam, van=self.tijd.van, tot=self.tijd.tot)

    def sha256(self) -> str:
        """Return the hash of everything asked: first twelve digits, printed on each output.

        ``naam`` and ``titel`` ask nothing and stay out of it: one question has one hash.
        """
        asked = self.model_dump_json(exclude={"naam", "titel"})
        return hashlib.sha256(asked.encode()).hexdigest()[:12]
