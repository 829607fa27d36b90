"""The register of keys: a key is a pure function plus what a reader must know about it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from optimiser.errors import UnknownVerdeelsleutelError
from optimiser.verdeelsleutels.opties import SleutelOpties

KeyFunction = Callable[[pd.DataFrame, SleutelOpties], pd.Series]


class RechtsStatus(StrEnum):
    """What using a key would take, legally."""

    GELDEND = "geldend recht"
    ARTIKEL_29_2 = "bereikbaar via art. 29 lid 2"
    WETSWIJZIGING = "wetswijziging nodig"
    NIET_TOEGESTAAN = "niet toegestaan"


@dataclass(frozen=True, slots=True)
class Toelichting:
    """What a reader must know about a key, in Dutch.

    Attributes
    ----------
    titel
        Name for the reader.
    uitleg
        What it does, in one or two sentences.
    bron
        Law, report or practice it comes from.
    status
        Legal status.
    prikkel
        Known perverse incentive or blind spot.
    """

    titel: str
    uitleg: str
    bron: str
    status: RechtsStatus
    prikkel: str


@dataclass(frozen=True, slots=True)
class Verdeelsleutel:
    """A key as the register knows it.

    Attributes
    ----------
    naam
        Name in scenarios and on the command line.
    toelichting
        For the reader.
    columns
        The only columns ``weights`` gets to see.
    opties
        Names of the ``SleutelOpties`` it needs.
    optional
        Columns it also sees where they are supplied.
    weights
        Figures and options to weights ``>= 0``, index ``gm_code``; any common scale.
    """

    naam: str
    toelichting: Toelichting
    columns: tuple[str, ...]
    opties: tuple[str, ...]
    weights: KeyFunction
    optional: tuple[str, ...] = ()

    @property
    def titel(self) -> str:
        """Name for the reader."""
        return self.toelichting.titel


REGISTER: dict[str, Verdeelsleutel] = {}


def verdeelsleutel(
    naam: str,
    toelichting: Toelichting,
    *,
    columns: tuple[str, ...] = (),
    opties: tuple[str, ...] = (),
    optional: tuple[str, ...] = (),
) -> Callable[[KeyFunction], KeyFunction]:
    """Register a function as a key under a name still free.

    Raises
    ------
    ValueError
        If the name is taken: our bug.
    """

    def register(function: KeyFunction) -> KeyFunction:
        if naam in REGISTER:
            msg = f"verdeelsleutel {naam!r} is registered twice"
            raise ValueError(msg)
        REGISTER[naam] = Verdeelsleutel(naam, toelichting, columns, opties, function, optional)
        return function

    return register


def find(naam: str) -> Verdeelsleutel:
    """Return a key by name.

    Raises
    ------
    UnknownVerdeelsleutelError
        If there is none; names those that exist.

    >>> import optimiser.verdeelsleutels
    >>> find("inwoners").toelichting.status.value
    'geldend recht'
    """
    if naam not in REGISTER:
        raise UnknownVerdeelsleutelError(sleutel=naam, bekend=list(REGISTER))
    return REGISTER[naam]


def listed() -> list[Verdeelsleutel]:
    """List all keys as they are shown: by legal status, then as registered."""
    order = list(RechtsStatus)
    return sorted(REGISTER.values(), key=lambda key: order.index(key.toelichting.status))
