"""Small problems whose answers can be found by head."""

from fractions import Fraction

from optimiser.problem import Block, Group, Limit, ModelInput, Stage

FAIR = (Stage.EERLIJKST,)


def problem(doel, *, exact=None, basis=None, upper=(), lower=(), groups=(), **rest):
    """Build a problem; ``upper`` and ``lower`` are ceilings and floors, None for no limit."""
    n = len(doel)
    limits = [Limit(Block.PLAFOND, i, upper=u) for i, u in enumerate(upper) if u is not None]
    limits += [Limit(Block.BODEM, i, lower=v) for i, v in enumerate(lower) if v is not None]
    return ModelInput(
        tuple(f"GM{i + 1:04d}" for i in range(n)),
        tuple(doel),
        tuple(Fraction(q) for q in (doel if exact is None else exact)),
        tuple(Fraction(b) for b in (basis or [1] * n)),
        tuple(limits),
        tuple(Group(naam, tuple(members), low, high) for naam, members, low, high in groups),
        sum(doel),
        **rest,
    )
