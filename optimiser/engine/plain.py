"""A problem as plain whole numbers, lists and texts: fit for JSON, exact on the way back."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from optimiser.engine.certificate import Certificate, certify
from optimiser.problem import Block, Group, Limit, ModelInput, Stage


def _pairs(values: Sequence[Fraction]) -> list[list[int]]:
    return [[value.numerator, value.denominator] for value in values]


def _fractions(pairs: Sequence[Sequence[int]]) -> tuple[Fraction, ...]:
    return tuple(Fraction(top, bottom) for top, bottom in pairs)


def to_plain(data: ModelInput) -> dict[str, Any]:
    """Write a problem as plain numbers; fractions as [numerator, denominator].

    Everything the certificate depends on is in it, so ``recheck`` needs nothing else.
    """
    own_areas: dict[str, Any] = {}
    if data.outside:
        reported = [[one.block.value, one.gemeente, one.lower, one.upper] for one in data.reported]
        own_areas = {"outside": list(data.outside), "reported": reported}
    return {
        "gm_codes": list(data.gm_codes),
        "doel": list(data.doel),
        "exact": _pairs(data.exact),
        "basis": _pairs(data.basis),
        "limits": [[one.block.value, one.gemeente, one.lower, one.upper] for one in data.limits],
        "groups": [[g.naam, list(g.members), g.lower, g.upper] for g in data.groups],
        "total": data.total,
        "stages": [stage.value for stage in data.stages],
        "budget": data.budget,
    } | own_areas


def from_plain(plain: Mapping[str, Any]) -> ModelInput:
    """Read back what ``to_plain`` wrote.

    Raises
    ------
    KeyError, TypeError, ValueError
        If something is missing or is not what it should be.
    """
    return ModelInput(
        tuple(plain["gm_codes"]),
        tuple(plain["doel"]),
        _fractions(plain["exact"]),
        _fractions(plain["basis"]),
        tuple(Limit(Block(b), i, low, high) for b, i, low, high in plain["limits"]),
        tuple(Group(naam, tuple(m), low, high) for naam, m, low, high in plain["groups"]),
        plain["total"],
        tuple(Stage(stage) for stage in plain["stages"]),
        plain["budget"],
        outside=tuple(plain.get("outside", ())),
        reported=tuple(Limit(Block(b), i, low, up) for b, i, low, up in plain.get("reported", ())),
    )


def recheck(plain: Mapping[str, Any], x: Sequence[int]) -> Certificate:
    """Check a stored distribution from plain numbers, with whole-number arithmetic only.

    Parameters
    ----------
    plain
        As ``to_plain`` writes it, for instance read from JSON.
    x
        Persons per gemeente, in the order of ``gm_codes``.

    Returns
    -------
    Certificate
        ``holds`` tells whether the distribution is allowed and optimal.

    Examples
    --------
    >>> third = [[3, 2], [3, 2]]
    >>> plain = {
    ...     "gm_codes": ["GM0001", "GM0002"], "doel": [1, 2], "exact": third, "basis": third,
    ...     "limits": [], "groups": [], "total": 3, "stages": ["eerlijkst"], "budget": None,
    ... }
    >>> recheck(plain, [2, 1]).holds, recheck(plain, [1, 2]).counterexample
    (True, ((1, 0),))
    """
    return certify(from_plain(plain), x)
