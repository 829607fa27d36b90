"""Put what binds already into the situation: the road starts at the formula."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from optimiser.problem import ModelInput
from optimiser.uitruil.toets.beginstand import Beginstand
from optimiser.uitruil.toets.gemeentestand import Gemeentestand
from optimiser.uitruil.voorstel import Voorstel


def net_changes(voorstellen: Sequence[Voorstel]) -> dict[str, int]:
    """Add up the changes per gemeente [personen].

    >>> a = Voorstel("A", "2025-2", (("GM0003", 2), ("GM0010", -2)))
    >>> net_changes([a, a])
    {'GM0003': 4, 'GM0010': -4}
    """
    net: dict[str, int] = {}
    for voorstel in voorstellen:
        for code, count in voorstel.verschillen:
            net[code] = net.get(code, 0) + count
    return net


def with_binding(stand: Beginstand, lopend: Sequence[Voorstel]) -> Beginstand:
    """Return the situation after the agreements that bind; a new one starts from there.

    Parameters
    ----------
    stand
        By the formula alone.
    lopend
        Agreements of its half-year that bind.

    Examples
    --------
    >>> from optimiser.io.gegevens import read_embedded
    >>> from optimiser.scenario.scenario import Scenario
    >>> from optimiser.uitruil.toets.beginstand import make_beginstand
    >>> stand = make_beginstand(Scenario(halfjaar="2025-2"), read_embedded())
    >>> deal = Voorstel("A", "2025-2", (("GM0503", 6), ("GM1926", -6)))
    >>> after = with_binding(stand, [deal]).gemeenten["GM1926"]
    >>> after.formule, after.bindend, after.taakstelling
    (42, -6, 36)
    """
    net = {code: n for code, n in net_changes(lopend).items() if n and code in stand.gemeenten}
    if not net:
        return stand
    gemeenten = {
        code: replace(g, taakstelling=g.formule + net.get(code, 0), bindend=net.get(code, 0))
        for code, g in stand.gemeenten.items()
    }
    return replace(stand, gemeenten=gemeenten, data=_moved(stand.data, gemeenten))


def _moved(data: ModelInput, gemeenten: Mapping[str, Gemeentestand]) -> ModelInput:
    """Return the same problem from the numbers that hold now."""
    doel = tuple(gemeenten[code].taakstelling for code in data.gm_codes)
    return replace(data, doel=doel, total=sum(doel))
