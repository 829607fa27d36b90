"""Who has no limit where others do: an empty cell among ceilings is a choice that must be seen."""

from collections.abc import Iterator

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
        free = [name for i, name in enumerate(data.names) if i not in limited]
        if not limited or not free:
            continue
        more = f" en nog {whole(len(free) - SHOWN)}" if len(free) > SHOWN else ""
        facts = {
            "met": len(limited),
            "zonder": len(free),
            "namen": f"{', '.join(free[:SHOWN])}{more}",
        }
        yield sentence("bewijs", f"zonder_{kind}", facts)
