"""Compare the costs of units exactly, with whole numbers only."""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from itertools import takewhile
from operator import attrgetter

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
        whole = len(list(takewhile(attrgetter("in_whole"), components)))
        self._whole, self._next = components[:whole], components[whole : whole + 1]
        self._columns = [(p.slope, p.offset, p.scale, p.step, p.jump) for p in components]
        self._but_code = self._columns[:-1]

    def key(self, unit: Unit) -> tuple[int | float, ...]:
        """Return numbers that order two units from the left, or are equal where more decides.

        The components up to the first with a scale as whole numbers, that one as a float: the
        quotient of two whole numbers is rounded correctly in Python, hence never reversed.
        """
        numbers: list[int | float] = [part.numerator(*unit) for part in self._whole]
        numbers += [part.numerator(*unit) / part.scale[unit[0]] for part in self._next]
        return tuple(numbers)

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
        columns = self._columns if tie_by_code else self._but_code
        for slope, offset, scale, step, jump in columns:
            left, right = slope[i] * k + offset[i], slope[j] * m + offset[j]
            if step:
                left += jump * (k >= step[i])
                right += jump * (m >= step[j])
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
