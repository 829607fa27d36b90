"""Who has no limit where others do: an empty cell among ceilings is a choice that must be seen."""

from collections.abc import Iterator

from optimiser.problem import Block
from optimiser.solve.optimise import Optimalisatie
from optimiser.teksten.getallen import shown_names
from optimiser.teksten.zinnen import sentence

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
        has = "heeft" if len(limited) == 1 else "hebben"
        facts = {"met": len(limited), "zonder": len(free), "heeft": has, "namen": shown_names(free)}
        yield sentence("bewijs", f"zonder_{kind}", facts)
