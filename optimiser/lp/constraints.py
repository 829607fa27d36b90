"""The constraint blocks: each reads the input and yields rows; none changes anything.

All rows are in persons. Rows over one gemeente become bounds of its variables in ``build.py``;
written out (golden files, diagnosis) they are the same rows with a name.
"""

from collections.abc import Callable, Iterator

from optimiser.lp.symbols import Measure, Row
from optimiser.problem import SOFT_BLOCKS, Block, ModelInput

#: A constraint block.
BlockFunction = Callable[[ModelInput], Iterator[Row]]


def totaal(data: ModelInput) -> Iterator[Row]:
    r"""Place everybody: the sum always closes.

    .. math:: \sum_i x_i = V

    Hard (Huisvestingswet 2014 art. 29 lid 1). Left out where disjoint groups with a fixed sum
    already cover every gemeente: the same row twice only makes the dual values ambiguous.
    """
    if not covers_all(data):
        everyone = tuple(range(len(data.gm_codes)))
        yield Row("totaal", "Nederland", everyone, data.total, data.total)


def regiosom(data: ModelInput) -> Iterator[Row]:
    r"""Keep the sum of a group: inside it gemeenten may exchange.

    .. math:: L_S \le \sum_{i \in S} x_i \le U_S

    Hard; ``L_S = U_S`` is an exchange region (Huisvestingswet 2014 art. 29 lid 2).
    """
    for number, group in enumerate(data.groups):
        yield Row("regiosom", f"{number:03d}", group.members, group.lower, group.upper)


def plafond(data: ModelInput) -> Iterator[Row]:
    r"""Give nobody more than it can house (*kan*).

    .. math:: x_i \le c_i

    Soft: the ceiling may be stretched by ``minste_tekort`` and by the diagnosis.
    """
    yield from _limits(data, Block.PLAFOND)


def wil(data: ModelInput) -> Iterator[Row]:
    r"""Give nobody more than it offered to take over (*wil*).

    .. math:: x_i \le t_i + w_i

    Soft, like ``plafond``.
    """
    yield from _limits(data, Block.WIL)


def bodem(data: ModelInput) -> Iterator[Row]:
    r"""Leave everybody its minimum share of its own number: ``x_i >= ceil(s t_i)``. Hard."""
    yield from _limits(data, Block.BODEM)


def max_wijziging(data: ModelInput) -> Iterator[Row]:
    r"""Keep the change within a percentage of ``t_i``, floored to whole persons. Hard."""
    yield from _limits(data, Block.MAX_WIJZIGING)


def vast(data: ModelInput) -> Iterator[Row]:
    r"""Lock a gemeente at a number: ``x_i = a_i``. Hard."""
    yield from _limits(data, Block.VAST)


def niet_deelnemend(data: ModelInput) -> Iterator[Row]:
    r"""Keep a gemeente that does not join at its statutory number: ``x_i = t_i``. Hard."""
    yield from _limits(data, Block.NIET_DEELNEMEND)


def budget(data: ModelInput) -> Iterator[Row]:
    r"""Move at most ``K`` persons.

    .. math:: \sum_i u_i \le K

    Hard. Since ``sum x = sum t``, the persons that come equal the persons that go. The row runs
    across the groups: only the order of costs no longer decides, see MODEL.md.
    """
    if data.budget is not None:
        everyone = tuple(range(len(data.gm_codes)))
        yield Row("budget", "K", everyone, None, data.budget, measure=Measure.ERBIJ)


#: Blocks whose rows hold several gemeenten; the others are limits of one.
GROUP_BLOCKS: tuple[BlockFunction, ...] = (totaal, regiosom, budget)
BLOCKS: tuple[BlockFunction, ...] = (
    totaal,
    regiosom,
    plafond,
    wil,
    bodem,
    max_wijziging,
    vast,
    niet_deelnemend,
    budget,
)


def _limits(data: ModelInput, block: Block) -> Iterator[Row]:
    """Yield the limits of one block as rows over one gemeente."""
    for limit in data.limits:
        if limit.block is block:
            name = data.gm_codes[limit.gemeente]
            soft = block in SOFT_BLOCKS
            yield Row(block, name, (limit.gemeente,), limit.lower, limit.upper, soft)


def covers_all(data: ModelInput) -> bool:
    """Tell whether disjoint groups with fixed sums cover every gemeente and close on the total.

    >>> from fractions import Fraction
    >>> from optimiser.problem import Group
    >>> group = Group("alles", (0,), 3, 3)
    >>> one = (Fraction(3),)
    >>> covers_all(ModelInput(("GM0001",), (3,), one, one, (), (group,), 3))
    True
    """
    fixed = {frozenset(g.members): g.lower for g in data.groups if g.lower == g.upper}
    around: dict[int, frozenset[int]] = {}
    outer = []
    for members in sorted(fixed, key=len, reverse=True):
        if not members <= around.get(next(iter(members)), frozenset()):
            outer.append(members)
            around.update(dict.fromkeys(members, members))
    disjoint = sum(map(len, outer)) == len(around) == len(data.gm_codes)
    return disjoint and sum(fixed[members] for members in outer) == data.total
