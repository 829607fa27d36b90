"""Tests of one agreement on its own: sum, parties, limits, borders."""

from collections.abc import Iterator, Mapping

from optimiser.problem import Block
from optimiser.uitruil.toets.beginstand import Beginstand
from optimiser.uitruil.toets.bevinding import Bevinding, fout, waarschuwing
from optimiser.uitruil.toets.gemeentestand import Gemeentestand
from optimiser.uitruil.voorstel import Voorstel


def sum_findings(voorstel: Voorstel, stand: Beginstand) -> Iterator[Bevinding]:
    """Refuse a sum other than zero, too few parties, unknown or double codes, zero changes."""
    if voorstel.som:
        yield fout("som_ongelijk", verschil=voorstel.som)
    if len(voorstel.verschillen) < 2:
        yield fout("te_weinig_partijen", aantal=len(voorstel.verschillen))
    codes = [code for code, _ in voorstel.verschillen]
    if twice := sorted({code for code in codes if codes.count(code) > 1}):
        yield fout("gemeente_dubbel", *twice)
    if unknown := [code for code in codes if code not in stand.gemeenten]:
        known = [stand.verdwenen[code] for code in unknown if code in stand.verdwenen]
        told = "".join(f"{sentence}. " for sentence in known)
        yield fout("onbekende_gemeente", *unknown, uitleg=told, indeling=stand.herkomst.indeling)
    if zero := [code for code, count in voorstel.verschillen if count == 0]:
        yield fout("verschil_nul", *zero)


def limit_findings(verschillen: Mapping[str, int], stand: Beginstand) -> Iterator[Bevinding]:
    """Hold the taakstelling after the changes against zero and every limit of the scenario.

    A ceiling or an offer only refuses who takes over, a floor only who hands over: a gemeente that
    is above its ceiling already may hand persons over.
    """
    for code, verschil in verschillen.items():
        party = stand.gemeenten.get(code)
        if party is None or not verschil:
            continue
        after = party.taakstelling + verschil
        if after < 0:
            yield fout("onder_nul", code, voor=party.taakstelling, verschil=verschil, na=after)
        yield from _own_limits(party, verschil, after)
        if verschil > 0 and party.kan is None:
            yield waarschuwing("kan_onbekend", code)
        if verschil > 0 and party.wil is None:
            yield waarschuwing("wil_onbekend", code)


def _own_limits(party: Gemeentestand, verschil: int, after: int) -> Iterator[Bevinding]:
    for limit in party.limits:
        above = verschil > 0 and limit.upper is not None and after > limit.upper
        below = verschil < 0 and limit.lower is not None and after < limit.lower
        if not above and not below:
            continue
        if limit.block in {Block.VAST, Block.NIET_DEELNEMEND}:
            yield fout(f"grens_{limit.block}", party.gm_code)
        else:
            bound = limit.upper if above else limit.lower
            yield fout(f"grens_{limit.block}", party.gm_code, grens=bound, na=after)


def border_findings(voorstel: Voorstel, stand: Beginstand) -> Iterator[Bevinding]:
    """Warn where an agreement crosses a province or leaves the scenario's exchange area."""
    parties = [stand.gemeenten[c] for c, _ in voorstel.verschillen if c in stand.gemeenten]
    provinces = sorted({party.provincie for party in parties})
    codes = tuple(party.gm_code for party in parties)
    if len(provinces) > 1:
        yield waarschuwing("provinciegrens", *codes, provincies=provinces)
    areas = sorted({stand.gebied[c] for c in codes if c in stand.gebied})
    if len(areas) > 1:
        yield waarschuwing("buiten_gebied", *codes, gebieden=areas)
