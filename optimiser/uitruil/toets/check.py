"""Test proposed agreements: each by itself, and all together."""

from collections.abc import Iterator, Mapping, Sequence

from optimiser.uitruil.toets.beginstand import Beginstand
from optimiser.uitruil.toets.bevinding import Bevinding, informatie, waarschuwing
from optimiser.uitruil.toets.bindend import net_changes, with_binding
from optimiser.uitruil.toets.core import CORE_LIMIT, Party, blocking_group
from optimiser.uitruil.toets.gemeentestand import Gemeentestand
from optimiser.uitruil.toets.limits import border_findings, limit_findings, sum_findings
from optimiser.uitruil.toets.measures import Oordeel, Streven, Voorkeur, find_maat, strevens
from optimiser.uitruil.toets.together import together_findings
from optimiser.uitruil.toets.uitslag import Elders, Partijrij, Toetsuitslag, Uitslag, partijrij
from optimiser.uitruil.voorstel import Voorstel


def check_uitruil(
    voorstellen: Sequence[Voorstel],
    stand: Beginstand,
    maat: Voorkeur | str = Voorkeur.GELIJKMATIG,
    lopend: Sequence[Voorstel] = (),
) -> Toetsuitslag:
    """Test a proposal.

    Parameters
    ----------
    voorstellen
        Agreements of the half-year of ``stand``.
    stand
        The situation by the formula, before any agreement.
    maat
        By which a party comes out better or worse: a ``Voorkeur`` or its name.
    lopend
        Agreements of this half-year that bind already: every number before is that after them.

    Returns
    -------
    Toetsuitslag
        Findings and numbers; ``mag`` tells whether all may stand.

    Raises
    ------
    UnknownMeasureError
        If there is no such measure.
    ValueError
        If an agreement is of another half-year.
    """
    chosen = find_maat(maat)
    if any(v.halfjaar != stand.halfjaar for v in (*voorstellen, *lopend)):
        msg = f"agreements of another half-year than {stand.halfjaar}"
        raise ValueError(msg)
    bound, changes = with_binding(stand, lopend), net_changes(voorstellen)
    after = {c: g.taakstelling + changes.get(c, 0) for c, g in bound.gemeenten.items()}
    elders = _elders(bound, after, {c for v in voorstellen for c, _ in v.verschillen})
    return Toetsuitslag(
        uitslagen=tuple(_one(voorstel, bound, chosen) for voorstel in voorstellen),
        samen=(*together_findings(voorstellen, lopend, stand), *_always(stand, elders)),
        na=after,
        elders=elders,
        maat=chosen,
        stand=bound,
        lopend=tuple(lopend),
    )


def _one(voorstel: Voorstel, stand: Beginstand, maat: Voorkeur) -> Uitslag:
    changes = dict(voorstel.verschillen)
    parties = {c: stand.gemeenten[c] for c in changes if c in stand.gemeenten}
    wishes = strevens(parties, maat)
    rows = tuple(
        partijrij(party, changes[code], stand.per_woning, _oordeel(party, changes, wishes))
        for code, party in parties.items()
    )
    findings = [
        *sum_findings(voorstel, stand),
        *limit_findings(changes, stand),
        *border_findings(voorstel, stand),
        *_gain_findings(rows, maat),
    ]
    if not voorstel.som:
        findings += _core_findings(parties, changes, wishes)
    return Uitslag(voorstel, rows, tuple(findings))


def _oordeel(
    party: Gemeentestand, changes: Mapping[str, int], wishes: Mapping[str, Streven]
) -> Oordeel:
    wish = wishes.get(party.gm_code)
    if wish is None:
        return Oordeel.ONBEKEND
    return wish.oordeel(party.taakstelling, party.taakstelling + changes[party.gm_code])


def _gain_findings(rows: Sequence[Partijrij], maat: Voorkeur) -> Iterator[Bevinding]:
    groups = {o: [row.gm_code for row in rows if row.oordeel is o] for o in Oordeel}
    if groups[Oordeel.ONBEKEND]:
        yield waarschuwing("oordeel_onbekend", *groups[Oordeel.ONBEKEND], maat=str(maat))
    if groups[Oordeel.SLECHTER]:
        yield waarschuwing("partij_slechter", *groups[Oordeel.SLECHTER], maat=str(maat))
    elif rows and not groups[Oordeel.ONBEKEND]:
        yield informatie("niemand_slechter", maat=str(maat), beter=len(groups[Oordeel.BETER]))


def _core_findings(
    parties: Mapping[str, Gemeentestand],
    changes: Mapping[str, int],
    wishes: Mapping[str, Streven],
) -> Iterator[Bevinding]:
    """Tell whether some of the parties could do better among themselves."""
    if len(parties) < len(changes) or len(wishes) < len(parties):
        yield informatie("kern_niet_getoetst_cijfers")
        return
    if len(parties) > CORE_LIMIT:
        yield waarschuwing("kern_niet_getoetst", aantal=len(parties), grens=CORE_LIMIT)
        return
    codes = list(parties)
    group = blocking_group(
        [
            Party(g.taakstelling, g.taakstelling + changes[c], g.lower, g.upper, wishes[c])
            for c, g in parties.items()
        ]
    )
    if group is None:
        yield informatie("kern_stabiel")
    else:
        yield waarschuwing("kern_blokkade", *(codes[i] for i in group))


def _elders(stand: Beginstand, after: Mapping[str, int], parties: set[str]) -> Elders:
    others = [code for code in stand.gemeenten if code not in parties]
    before = [stand.gemeenten[code].taakstelling for code in others]
    now = [after[code] for code in others]
    changed = sum(a != b for a, b in zip(before, now, strict=True))
    return Elders(len(others), sum(before), sum(now), changed)


def _always(stand: Beginstand, elders: Elders) -> Iterator[Bevinding]:
    """Say what holds for every test: who else is touched, what is assumed, what is not tested."""
    yield informatie(
        "elders_geen_effect", aantal=elders.gemeenten, voor=elders.voor, na=elders.na,
        gewijzigd=elders.gewijzigd,
    )  # fmt: skip
    for text in stand.herindeling:
        yield waarschuwing("indeling_ouder", tekst=text.removeprefix("Let op: "))
    yield informatie("achterstand_onduidelijk")
    # COA regions are not in the data, so that border cannot be tested; the reader must know.
    yield informatie("coa_grens")
    if stand.geen_woningen:
        yield waarschuwing("woningen_onbekend", reden=stand.geen_woningen)
        return
    yield informatie("claim_grondslag", grondslag=stand.grondslag)
    if stand.norm is not None:
        value, source = stand.norm
        yield informatie("claim_norm", norm=value * 100, bron=source)
