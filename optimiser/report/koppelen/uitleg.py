"""Why a gemeente gets these households: four lines."""

from collections.abc import Mapping, Sequence

from optimiser.koppelen.uitleg.answer import Koppelalternatief, Koppeluitleg
from optimiser.koppelen.uitleg.change import Invoersoort, Invoerwijziging
from optimiser.koppelen.uitleg.replan import Verandering
from optimiser.koppelen.vraag import Koppelvraag
from optimiser.lp.koppelen.area import Koppelstap
from optimiser.teksten import counted, decimal
from optimiser.teksten.zinnen import sentence

_CHANGED = {
    Invoersoort.WONING: "woning_erbij",
    Invoersoort.TAAKSTELLING: "taakstelling",
    Invoersoort.BAND: "band_erbij",
}


def uitleg_lines(found: Koppeluitleg, vraag: Koppelvraag) -> list[str]:
    """Tell the four answers, one line each.

    Parameters
    ----------
    found
        As :func:`~optimiser.koppelen.uitleg.explain.explain_koppeling` gives.
    vraag
        What the plan answers, for names.
    """
    names = {str(code): str(name) for code, name in vraag.gemeenten["gemeente"].items()}
    return [
        _here(found, names),
        _elsewhere(found, names),
        _change(found, vraag, names),
        _say("niet_gebruikt"),
    ]


def _say(code: str, **facts: object) -> str:
    return sentence("koppeluitleg", code, facts)


def _here(found: Koppeluitleg, names: Mapping[str, str]) -> str:
    gemeente = names[found.gm_code]
    homes = [
        _say("woning", huishoudens=count, klasse=klasse, woningen=_homes(there))
        for klasse, (count, there) in found.woningen.items()
    ]
    short = found.taakstelling - found.overige
    code = "tekort" if short > 0 else "voorsprong" if short < 0 else "sluit"
    tekort = _say(
        code,
        gemeente=gemeente,
        verschil=abs(short),
        taakstelling=found.taakstelling,
        overige=found.overige,
    )
    code = "band" if found.met_band else "geen_band"
    band = _say(code, gemeente=gemeente, met_band=found.met_band, gevolgd=found.gevolgd)
    fixed = (_say("vast", aantal=v.aantal, klasse=v.klasse, reden=v.reden) for v in found.vast)
    return _say(
        "hier",
        gemeente=gemeente,
        huishoudens=counted(found.huishoudens, "huishouden", "huishoudens"),
        personen=found.personen,
        woningen=", ".join(homes),
        tekort=tekort,
        band=band,
        vast="".join(fixed),
    )


def _homes(count: int) -> str:
    return counted(count, "woning", "woningen")


def _elsewhere(found: Koppeluitleg, names: Mapping[str, str]) -> str:
    if not found.alternatieven:
        return _say("elders_niet", gebied=found.gebied)
    told = [
        _say("alternatief", gemeente=names[one.gm_code], vrij=_homes(one.vrij), gevolg=_effect(one))
        for one in found.alternatieven
    ]
    nearer = _say("dichterbij", aantal=found.dichterbij) if found.dichterbij else ""
    return _say("elders", alternatieven=" ".join(told), dichterbij=nearer)


def _effect(one: Koppelalternatief) -> str:
    if one.veranderingen is None:
        return _say("vol")
    changed = [difference_line(change) for change in one.veranderingen if change.meest]
    if not changed:
        return _say("even_goed")
    return _say("beter" if one.even_goed else "slechter", verschil=", ".join(changed))


def difference_line(change: Verandering) -> str:
    """Tell what a stage changes: exactly where proved, else at least or at most."""
    places = 2 if change.stap is Koppelstap.GROTE_GEZINNEN_GESPREID else 0
    amount = decimal(abs(change.meest), places)
    if change.minst != change.meest:
        amount = _say("minstens" if change.meest < 0 else "hoogstens", aantal=amount)
    way = "meer" if change.meest > 0 else "minder"
    return _say(str(change.stap), aantal=amount, richting=way)


def _change(found: Koppeluitleg, vraag: Koppelvraag, names: Mapping[str, str]) -> str:
    best = None if found.beste is None else found.alternatieven[found.beste]
    if best is not None and best.even_goed:
        return _say("niets_nodig", gemeente=names[best.gm_code])
    if best is not None and best.alleen_spreiding:
        return _say("alleen_spreiding", gemeente=names[best.gm_code])
    codes = vraag.area(found.gebied).gm_codes
    if found.wijzigingen:
        told = [_changed(one, found, codes, vraag, names) for one in found.wijzigingen]
        return _say("verandert", wijzigingen="; of ".join(told))
    where = names[best.gm_code] if best is not None else "de dichtstbijzijnde gemeente"
    return _say("verandert_niet", gemeente=where, personen=found.personen)


def _changed(
    one: Invoerwijziging,
    found: Koppeluitleg,
    codes: Sequence[str],
    vraag: Koppelvraag,
    names: Mapping[str, str],
) -> str:
    return _say(
        _CHANGED[one.soort],
        gemeente=names[codes[one.naar]],
        van=names[found.gm_code],
        aantal=one.aantal,
        klasse=vraag.klassen[one.klasse].naam,
    )
