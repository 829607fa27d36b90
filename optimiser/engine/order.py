"""Compare the costs of units exactly, with whole numbers only."""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

from optimiser.engine.costs import Component, Part

#: One unit: the gemeente and the number of persons before the step.
Unit = tuple[int, int]


class UnitOrder:
    """The lexicographic order of unit costs.

    Two costs ``a / b`` and ``c / d`` with positive denominators are compared as ``a d`` and
    ``c b``: whole numbers of any size, so nothing is rounded and nothing overflows.
    """

    def __init__(self, components: tuple[Component, ...]) -> None:
        self.components = components

    def compare(self, a: Unit, b: Unit, *, tie_by_code: bool = True) -> int:
        """Return -1, 0 or 1 as unit ``a`` is cheaper than, as dear as or dearer than ``b``.

        Parameters
        ----------
        a, b
            Two units.
        tie_by_code
            Whether the last component, ``gm_code``, takes part.
        """
        i, k = a
        j, m = b
        parts = self.components if tie_by_code else self.components[:-1]
        for part in parts:
            slope, offset, scale = part.slope, part.offset, part.scale
            left, right = slope[i] * k + offset[i], slope[j] * m + offset[j]
            if part.step:
                left += part.jump * (k >= part.step[i])
                right += part.jump * (m >= part.step[j])
            left *= scale[j]
            right *= scale[i]
            if left != right:
                return -1 if left < right else 1
        return 0

    def sign_of_sum(
        self, plus: Iterable[Unit], minus: Iterable[Unit], *, tie_by_code: bool = True
    ) -> int:
        """Return the sign of a sum of unit costs, lexicographically: -1, 0 or 1.

        The cost of ``piek`` is added as a formal sum of a function W of the load that grows
        beyond all bounds (see ``MODEL.md``), so the highest load that does not cancel decides.
        Likewise for ``gm_code``: the lowest code that does not cancel decides, one person more
        there is better.
        """
        plus, minus = tuple(plus), tuple(minus)
        parts = self.components if tie_by_code else self.components[:-1]
        for part in parts:
            if part.part is Part.PIEK_BASIS:
                continue
            if sign := _SIGNS.get(part.part, _sign_of_numbers)(part, plus, minus):
                return sign
        return 0


def _sign_of_numbers(part: Component, plus: tuple[Unit, ...], minus: tuple[Unit, ...]) -> int:
    total = sum((part.value(i, k) for i, k in plus), Fraction(0))
    total -= sum((part.value(i, k) for i, k in minus), Fraction(0))
    return (total > 0) - (total < 0)


def _sign_of_peaks(part: Component, plus: tuple[Unit, ...], minus: tuple[Unit, ...]) -> int:
    levels: Counter[Fraction] = Counter()
    for units, weight in ((plus, 1), (minus, -1)):
        for i, k in units:
            levels[part.value(i, k)] += weight
            levels[part.value(i, k - 1)] -= weight
    decisive = max((level for level, count in levels.items() if count), default=None)
    if decisive is None:
        return 0
    return 1 if levels[decisive] > 0 else -1


def _sign_of_codes(_part: Component, plus: tuple[Unit, ...], minus: tuple[Unit, ...]) -> int:
    persons = Counter(i for i, _ in plus)
    persons.subtract(i for i, _ in minus)
    decisive = min((i for i, count in persons.items() if count), default=None)
    if decisive is None:
        return 0
    return -1 if persons[decisive] > 0 else 1


_SIGNS = {Part.PIEK: _sign_of_peaks, Part.GM_CODE: _sign_of_codes}
