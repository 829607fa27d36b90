"""Tests of all agreements of a half-year together, those already agreed included."""

from collections.abc import Iterator, Mapping, Sequence

from optimiser.uitruil.toets.beginstand import Beginstand
from optimiser.uitruil.toets.bevinding import Bevinding, fout, informatie, waarschuwing
from optimiser.uitruil.toets.bindend import net_changes, with_binding
from optimiser.uitruil.toets.limits import limit_findings
from optimiser.uitruil.voorstel import Voorstel


def together_findings(
    voorstellen: Sequence[Voorstel], lopend: Sequence[Voorstel], stand: Beginstand
) -> Iterator[Bevinding]:
    """Test what only shows when all agreements are taken together.

    Parameters
    ----------
    voorstellen
        The proposal.
    lopend
        Agreements of the same half-year that bind already.
    stand
        By the formula, before any of them.
    """
    everything = [*voorstellen, *lopend]
    yield from _repeated(voorstellen, lopend)
    yield from _double_use(everything, stand)
    bound = with_binding(stand, lopend)
    alone = {
        (found.code, found.gm_codes)
        for one in voorstellen
        for found in limit_findings(dict(one.verschillen), bound)
    }
    for found in limit_findings(net_changes(voorstellen), bound):
        if (found.code, found.gm_codes) not in alone:
            yield found
    if lopend:
        yield informatie("lopende_meegeteld", aantal=len(lopend))


def _repeated(voorstellen: Sequence[Voorstel], lopend: Sequence[Voorstel]) -> Iterator[Bevinding]:
    """Refuse the name of what binds already; warn where another one does the same.

    Two that both are in a register were entered as two (``register.gate``).
    """
    for voorstel in voorstellen:
        codes = [code for code, _ in voorstel.verschillen]
        for other in lopend:
            if voorstel.nummer is not None and other.nummer is not None:
                continue
            facts = {"naam": voorstel.naam, "andere": other.naam}
            if voorstel.naam == other.naam:
                yield fout("al_geregistreerd", *codes, **facts)
            elif voorstel.verschillen == other.verschillen:
                yield waarschuwing("zelfde_als", *codes, **facts)


def _double_use(everything: Sequence[Voorstel], stand: Beginstand) -> Iterator[Bevinding]:
    """Refuse persons handed over twice; warn where persons are passed on."""
    for code, changes in _per_gemeente(everything).items():
        party = stand.gemeenten.get(code)
        if party is None:
            continue
        out = {naam: -count for naam, count in changes.items() if count < 0}
        into = [naam for naam, count in changes.items() if count > 0]
        given = sum(out.values())
        has = party.formule + sum(count for count in changes.values() if count > 0)
        if len(out) > 1 and given > has:
            yield fout("dubbel_gebruik", code, geeft=given, heeft=has, namen=sorted(out))
        if out and into:
            yield waarschuwing("doorgifte", code, uit=sorted(out), erbij=sorted(into))


def _per_gemeente(everything: Sequence[Voorstel]) -> Mapping[str, dict[str, int]]:
    changes: dict[str, dict[str, int]] = {}
    for number, voorstel in enumerate(everything):
        for code, count in voorstel.verschillen:
            own = changes.setdefault(code, {})
            # Two agreements of one name are still two.
            name = voorstel.naam if voorstel.naam not in own else f"{voorstel.naam} ({number + 1})"
            own[name] = count
    return changes
