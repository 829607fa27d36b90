"""Which agreements stand or fall together: those that share a gemeente, directly or by others."""

from collections.abc import Sequence

from optimiser.uitruil.toets.check import check_uitruil
from optimiser.uitruil.toets.uitslag import Toetsuitslag
from optimiser.uitruil.voorstel import Voorstel


def coalities(voorstellen: Sequence[Voorstel]) -> list[tuple[Voorstel, ...]]:
    """Group agreements that share a gemeente; the order of the proposal is kept.

    >>> a = Voorstel("A", "2025-2", (("GM0213", 3), ("GM1586", -3)))
    >>> b = Voorstel("B", "2025-2", (("GM0222", 1), ("GM0294", -1)))
    >>> c = Voorstel("C", "2025-2", (("GM0294", 2), ("GM0197", -2)))
    >>> [[one.naam for one in group] for group in coalities([a, b, c])]
    [['A'], ['B', 'C']]
    """
    groups: list[tuple[set[str], list[int]]] = []
    for place, voorstel in enumerate(voorstellen):
        codes, places = {code for code, _ in voorstel.verschillen}, [place]
        apart = []
        for known, own in groups:
            if known & codes:
                codes, places = codes | known, [*own, *places]
            else:
                apart.append((known, own))
        groups = [*apart, (codes, places)]
    order = sorted(sorted(places) for _, places in groups)
    return [tuple(voorstellen[place] for place in places) for places in order]


def split_uitslag(uitslag: Toetsuitslag) -> list[Toetsuitslag]:
    """Return the test of each group by itself: a refusal in one does not touch another."""
    voorstellen = [one.voorstel for one in uitslag.uitslagen]
    return [
        check_uitruil(group, uitslag.stand, uitslag.maat, uitslag.lopend)
        for group in coalities(voorstellen)
    ]
