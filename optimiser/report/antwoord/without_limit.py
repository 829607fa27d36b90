"""Who has no limit where others do: an empty cell among ceilings is a choice that must be seen."""

from collections.abc import Iterator, Sequence

from optimiser.problem import Block
from optimiser.solve.optimise import Optimalisatie
from optimiser.teksten import whole
from optimiser.teksten.zinnen import sentence

#: Names told before the rest is counted.
SHOWN = 10
_KINDS = {Block.PLAFOND: "kan", Block.WIL: "wil"}


def without_limit_lines(outcome: Optimalisatie) -> Iterator[str]:
    """Name the gemeenten without a ceiling or an offer, where other gemeenten have one.

    Returns
    -------
    iterator of str
        A Dutch line per kind of limit; none where all or nobody has one.
    """
    data = outcome.data
    for block, kind in _KINDS.items():
        limited = {limit.gemeente for limit in data.limits if limit.block is block}
        free = [data.names[i] for i in data.inside if i not in limited]
        if not limited or not free:
            continue
        facts = {"met": len(limited), "zonder": len(free), "namen": shown_names(free)}
        yield sentence("bewijs", f"zonder_{kind}", facts)


def shown_names(names: Sequence[str]) -> str:
    """Write the first ten names, and how many more the table has.

    >>> shown_names(["Almelo", "Borne"])
    'Almelo, Borne'
    """
    rest = len(names) - SHOWN
    more = f" en nog {whole(rest)} (zie de tabel)" if rest > 0 else ""
    return f"{', '.join(names[:SHOWN])}{more}"
