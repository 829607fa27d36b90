"""The register of keys: a key is a pure function plus what a reader must know about it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from optimiser.errors import UnknownVerdeelsleutelError
from optimiser.verdeelsleutels.opties import SleutelOpties

KeyFunction = Callable[[pd.DataFrame, SleutelOpties], pd.Series]
ComposeFunction = Callable[[pd.DataFrame, SleutelOpties, pd.Series | None], pd.Series]


class RechtsStatus(StrEnum):
    """What using a key would take, legally."""

    GELDEND = "geldend recht"
    ARTIKEL_29_2 = "bereikbaar via art. 29 lid 2"
    WETSWIJZIGING = "wetswijziging nodig"
    NIET_TOEGESTAAN = "niet toegestaan"


class Sturing(StrEnum):
    """How far a gemeente can steer the figure a key counts, by its own policy."""

    NEE = "nee"
    BEPERKT = "beperkt"
    HANGT_AF = "hangt af van de kolommen"
    JA = "ja"


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
    sturing
        Judgement of this program; its reason stands in ``prikkel``. Of a composed key: that of
        the keys it is made of.
    """

    titel: str
    uitleg: str
    bron: str
    status: RechtsStatus
    prikkel: str
    sturing: Sturing = Sturing.HANGT_AF


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
        Figures and options to weights ``>= 0``, index ``gm_code``; any common scale. None for a
        key that is made of others.
    compose
        For such a key: figures, options and regions to shares.
    voorbeeld
        Its options as a user writes them after the colon; what an editor starts with.
    """

    naam: str
    toelichting: Toelichting
    columns: tuple[str, ...]
    opties: tuple[str, ...]
    weights: KeyFunction | None
    optional: tuple[str, ...] = ()
    compose: ComposeFunction | None = None
    voorbeeld: str | None = None

    @property
    def titel(self) -> str:
        """Name for the reader."""
        return self.toelichting.titel

    def weigh(self, table: pd.DataFrame, opties: SleutelOpties) -> pd.Series:
        """Return the weights of a plain key; a composed one has none, asking is our bug."""
        if self.weights is None:
            msg = f"{self.naam} is made of other keys"
            raise ValueError(msg)
        return self.weights(table, opties)


REGISTER: dict[str, Verdeelsleutel] = {}


def verdeelsleutel(
    naam: str,
    toelichting: Toelichting,
    *,
    columns: tuple[str, ...] = (),
    opties: tuple[str, ...] = (),
    optional: tuple[str, ...] = (),
    voorbeeld: str | None = None,
) -> Callable[[KeyFunction], KeyFunction]:
    """Register a function as a key under a name still free.

    Raises
    ------
    ValueError
        If the name is taken: our bug.
    """

    def register(function: KeyFunction) -> KeyFunction:
        _add(
            Verdeelsleutel(
                naam, toelichting, columns, opties, function, optional, voorbeeld=voorbeeld
            )
        )
        return function

    return register


def composed_sleutel(
    naam: str, toelichting: Toelichting, *, opties: tuple[str, ...], voorbeeld: str
) -> Callable[[ComposeFunction], ComposeFunction]:
    """Register a key that is made of other keys; its function returns shares, not weights.

    Raises
    ------
    ValueError
        If the name is taken: our bug.
    """

    def register(function: ComposeFunction) -> ComposeFunction:
        _add(
            Verdeelsleutel(
                naam, toelichting, (), opties, None, compose=function, voorbeeld=voorbeeld
            )
        )
        return function

    return register


def _add(key: Verdeelsleutel) -> None:
    if key.naam in REGISTER:
        msg = f"verdeelsleutel {key.naam!r} is registered twice"
        raise ValueError(msg)
    REGISTER[key.naam] = key


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
