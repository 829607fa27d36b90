"""A line of ``werkruimtes.toml``: which group works in which workspace, on what, in which role."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints, field_validator

from optimiser.strict import Strict

#: Area of who sees everything.
LAND = "NL"
_GEBIED = re.compile(r"NL|PV\d{2}|VR\d{2}|CR\d{2}")


class Rol(StrEnum):
    """What somebody may do; each role may do what the ones before it may."""

    LEZER = "lezer"
    ANALIST = "analist"
    VASTSTELLER = "vaststeller"
    BEHEERDER = "beheerder"

    def covers(self, other: "Rol") -> bool:
        """Tell whether this role may do what another may.

        >>> Rol.VASTSTELLER.covers(Rol.ANALIST), Rol.LEZER.covers(Rol.ANALIST)
        (True, False)
        """
        order = list(Rol)
        return order.index(self) >= order.index(other)


class Werkruimte(Strict):
    """What one group may do in one workspace; several groups may work in the same."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
    """Name of the workspace, as it is kept with what it delivers."""
    groep: Annotated[str, StringConstraints(pattern=r"^[^\s,](?:[^,\r\n]{0,118}[^\s,])?$")]
    """Group of the login that works in it."""
    gebied: str | Annotated[tuple[str, ...], Field(min_length=1)]
    """``NL``, a code of a province, safety region or COROP region, or codes of gemeenten."""
    rol: Rol
    """What this group may do."""

    @field_validator("gebied")
    @classmethod
    def _a_code(cls, gebied: str | tuple[str, ...]) -> str | tuple[str, ...]:
        if isinstance(gebied, str) and not _GEBIED.fullmatch(gebied):
            msg = "no code of an area"
            raise ValueError(msg)
        return gebied


@dataclass(frozen=True, slots=True)
class Werkruimtes:
    """A file of workspaces.

    Attributes
    ----------
    lines
        As they stand in the file.
    areas
        Per workspace its gemeenten; None: all.
    """

    lines: tuple[Werkruimte, ...] = ()
    areas: Mapping[str, frozenset[str] | None] = field(default_factory=dict)
