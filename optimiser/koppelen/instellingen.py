"""What ``koppelen.toml`` may ask: a scenario file with a section ``[koppelen]``, read strictly."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from optimiser.errors import InvalidScenarioError
from optimiser.io.scenario_names import named_code
from optimiser.io.scenarios import read_fields, scenario_at
from optimiser.koppelen.aannames import KLASSEN
from optimiser.koppelen.errors import KoppelinstellingError
from optimiser.koppelen.vastzetting import Vastzetting
from optimiser.koppelen.woningen import AANNAME, Woningklasse, ordered_klassen
from optimiser.lp.koppelen.area import STAPPEN, Koppelstap
from optimiser.scenario.faults import faults
from optimiser.scenario.scenario import Scenario
from optimiser.strict import Strict

SECTION = "koppelen"
#: The class a single person may live in too, where passend toewijzen is widened.
VERRUIMD = "3k"
_Persons = Annotated[int, Field(ge=1, le=30, strict=True)]


class KlasseRegel(Strict):
    """A dwelling class of the user's own."""

    id: Annotated[str, Field(min_length=1, max_length=20)]
    """Name, as in the file of dwellings."""
    personen: tuple[_Persons, _Persons]
    """Smallest and largest household that may live there [personen]."""
    bron: Annotated[str, Field(min_length=1)]
    """Who says so; ``aanname`` if nobody does."""


class VastRegel(Strict):
    """A coupling fixed by hand."""

    gemeente: str
    """Code or name."""
    personen: _Persons
    """Of each household [personen]."""
    klasse: str
    """Dwelling class."""
    aantal: Annotated[int, Field(ge=0, strict=True)]
    """Exactly so many [huishoudens]."""
    reden: Annotated[str, Field(min_length=1)]
    """Why; never about a person."""


class Koppelinstellingen(Strict):
    """The section ``[koppelen]``."""

    gebied: Literal["coa_regio", "provincie", "arbeidsmarktregio", "land"] = "coa_regio"
    """Area that is planned by itself."""
    drempel_groot_gezin: Annotated[int, Field(ge=2, le=20, strict=True)] | None = None
    """Size from which a family is large [personen]; None for the one of the half-year."""
    passend_toewijzen: Literal["streng", "verruimd"] = "streng"
    """Whether a single person may live in a ``3k`` too."""
    stappen: Annotated[tuple[Koppelstap, ...], Field(min_length=1)] = STAPPEN
    """The stages in their order."""
    tijdslimiet_s: Annotated[float, Field(gt=0, le=3600)] | None = None
    """Per area [s]; None for the default."""
    saldo: Literal["meenemen", "negeren"] = "negeren"
    """Whether what is owed from before counts."""
    klasse: tuple[KlasseRegel, ...] = ()
    """Own dwelling classes, from small to large; none for the assumed ones."""
    vast: tuple[VastRegel, ...] = ()
    """Couplings fixed by hand."""

    def order(self) -> tuple[Koppelstap, ...]:
        """Return the stages.

        Raises
        ------
        KoppelinstellingError
            If one is there twice, asks for a plan before, or settles ties too early.
        """
        if len(set(self.stappen)) < len(self.stappen):
            raise KoppelinstellingError(veld="stappen", reden="een stap staat er twee keer in")
        if Koppelstap.VORIG_PLAN_GEVOLGD in self.stappen:
            reason = "vorig_plan_gevolgd vraagt een vorig plan, en dat staat niet in dit bestand"
            raise KoppelinstellingError(veld="stappen", reden=reason)
        tie = Koppelstap.LAAGSTE_CODE
        first = self.stappen[:-1]
        if tie in first or (tie in self.stappen and Koppelstap.IEDEREEN_EEN_PLEK not in first):
            reason = "zet laagste_code als laatste, na iedereen_een_plek: zij beslist bij gelijk"
            raise KoppelinstellingError(veld="stappen", reden=reason)
        return self.stappen

    def klassen(self) -> tuple[Woningklasse, ...]:
        """Return the dwelling classes, widened for single persons where that is asked.

        Raises
        ------
        WoningklasseError
            If the limits of the classes cross.
        KoppelinstellingError
            If a name is there twice, or there is no class to widen.
        """
        own = tuple(Woningklasse(one.id, *one.personen, one.bron) for one in self.klasse)
        found = own or tuple(klasse for klasse, _ in KLASSEN)
        names = [klasse.naam for klasse in found]
        if len(set(names)) < len(names):
            raise KoppelinstellingError(veld="klasse", reden="een id staat er twee keer in")
        if self.passend_toewijzen == "verruimd":
            if VERRUIMD not in names:
                reason = f"verruimd gaat over klasse {VERRUIMD}, en die is er niet"
                raise KoppelinstellingError(veld="passend_toewijzen", reden=reason)
            # Smaller classes too, so that the limits keep ascending.
            upto = names.index(VERRUIMD) + 1
            small = [_widened(klasse) for klasse in found[:upto]]
            found = (*small, *found[upto:])
        return ordered_klassen(found)

    def fixed(self, bestand: str) -> tuple[Vastzetting, ...]:
        """Return the fixings, a name of a gemeente as its code.

        Raises
        ------
        InvalidScenarioError
            If a name is no gemeente, or can be two.
        """
        wrong: list[str] = []
        found = tuple(
            Vastzetting(
                str(named_code(one.gemeente, "koppelen.vast", faults=wrong)),
                one.personen,
                one.klasse,
                one.aantal,
                one.reden,
            )
            for one in self.vast
        )
        if wrong:
            raise InvalidScenarioError(scenario=bestand, fouten="; ".join(wrong) + ".")
        return found


def _widened(klasse: Woningklasse) -> Woningklasse:
    """Return a class with single persons too; its source did not say that."""
    if klasse.kleinste == 1 or klasse.bron == AANNAME:
        return replace(klasse, kleinste=1)
    return replace(klasse, kleinste=1, bron=f"{klasse.bron}, verruimd vanaf 1 persoon")


class _File(Strict):
    koppelen: Koppelinstellingen = Koppelinstellingen()


def read_koppelen(path: Path) -> tuple[Scenario, Koppelinstellingen]:
    """Read a file: a scenario, on a ``basis`` if it names one, and its section ``[koppelen]``.

    Raises
    ------
    UnreadableFileError, InvalidScenarioError, UnknownHalfjaarError
        What is wrong, where, and what to do.
    """
    fields = read_fields(path)
    section = {SECTION: fields.pop(SECTION)} if SECTION in fields else {}
    try:
        chosen = _File.model_validate(section).koppelen
    except ValidationError as error:
        raise InvalidScenarioError(scenario=path.name, fouten=faults(error)) from error
    return scenario_at(fields, path), chosen
