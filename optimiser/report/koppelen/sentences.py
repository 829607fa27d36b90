"""What does not fit, and how far the taakstelling closes, as sentences."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from optimiser.gegevens.gegevens import Gegevens
from optimiser.koppelen.aannames import AANDEEL, KLASSEN
from optimiser.koppelen.passend import Knelpunt, Passendheid
from optimiser.koppelen.sluiten import Sluiting
from optimiser.koppelen.woningen import AANNAME, Woningklasse
from optimiser.teksten import counted, decimal
from optimiser.teksten.zinnen import sentence

_ASSUMED = tuple(klasse for klasse, _ in KLASSEN)


def passend_lines(
    naam: str, huishoudens: Mapping[int, int], woningen: Sequence[int], found: Passendheid
) -> list[str]:
    """Tell whether everybody has a place, and where it pinches.

    >>> from optimiser.koppelen.passend import check_passend
    >>> klassen = [klasse for klasse, _ in KLASSEN]
    >>> need, supply = {1: 3201}, (372, 1548, 0, 0, 0, 0)
    >>> passend_lines("Nederland", need, supply, check_passend(need, supply, klassen))[1]
    'Voor 3.201 alleenstaanden zijn er 1.920 passende woningen (1k, 2k): 1.281 tekort.'
    """
    facts = {
        "naam": naam,
        "huishoudens": _households(sum(huishoudens.values())),
        "personen": _persons(sum(size * count for size, count in huishoudens.items())),
        "woningen": sum(woningen),
        "tekort": _households(found.huishoudens),
        "zonder": _persons(found.personen),
    }
    if not found.knelpunten:
        return [sentence("koppelen", "past", facts)]
    told = [sentence("koppelen", "past_niet", facts)]
    return told + [_knelpunt(one, found) for one in found.knelpunten]


def regions_line(short: Sequence[tuple[str, int]]) -> str:
    """Tell in which COA regions not everybody has a place.

    >>> regions_line([("Noord", 0), ("Oost", 12)])
    'Binnen de eigen COA-regio past het niet overal. Zonder plek: Oost 12 huishoudens.'
    """
    left = [f"{naam} {_households(count)}" for naam, count in short if count]
    if not left:
        return sentence("koppelen", "regios_passen", {"aantal": len(short)})
    return sentence("koppelen", "regios_passen_niet", {"regios": ", ".join(left)})


def drempel_lines(huishoudens: Mapping[int, int], gegevens: Gegevens) -> list[str]:
    """Count the large families under each threshold that was ever in force, newest first."""
    lines = []
    for value in reversed(gegevens.parameters["groot_gezin"].waarden):
        large = {s: n for s, n in huishoudens.items() if s >= value.waarde}
        facts = {
            "drempel": int(value.waarde),
            "huishoudens": _households(sum(large.values())),
            "personen": _persons(sum(s * n for s, n in large.items())),
            "bron": f"sinds {value.vanaf:%Y}: {value.bron}",
        }
        lines.append(sentence("koppelen", "drempel", facts))
    return lines


def aanname_line(
    aandeel: float,
    mutatiegraad: float,
    huishoudens: bool = True,
    woningen: bool = True,
    klassen: Sequence[Woningklasse] = _ASSUMED,
) -> str:
    """Tell every assumption with its value; households or dwellings of a user are none.

    >>> aanname_line(0.12, 0.07, huishoudens=False, woningen=False)[:43]
    'Aanname: wie past in welke woning (1k voor '
    """
    facts = {
        "huishoudens": ", ".join(f"{s}: {_percent(share)}" for s, share in AANDEEL.items()),
        "klassen": ", ".join(map(_holds, (k for k in klassen if k.bron == AANNAME))),
        "woningen": ", ".join(f"{k.naam}: {_percent(share)}" for k, share in KLASSEN),
        "aandeel": decimal(100 * aandeel, 0),
        "mutatiegraad": _shortest(100 * mutatiegraad),
    }
    parts = [sentence("koppelen", "aanname_klassen", facts)] if facts["klassen"] else []
    parts += [sentence("koppelen", "aanname_huishoudens", facts)] if huishoudens else []
    parts += [sentence("koppelen", "aanname_woningen", facts)] if woningen else []
    lines = [sentence("koppelen", "aanname", {"wat": "; ".join(parts)})] if parts else []
    lines += [
        sentence("koppelen", "klasse_bron", {"klasse": _holds(klasse), "bron": klasse.bron})
        for klasse in klassen
        if klasse.bron != AANNAME
    ]
    return " ".join(lines)


def _shortest(value: float) -> str:
    """Write a number with as few decimals as it has, two at most."""
    return decimal(value, next((p for p in (0, 1) if round(value, p) == round(value, 4)), 2))


def _holds(klasse: Woningklasse) -> str:
    sizes = sorted({klasse.kleinste, klasse.grootste})
    return f"{klasse.naam} voor {' tot en met '.join(map(str, sizes))}"


def sluiting_line(naam: str, found: Sluiting) -> str:
    """Tell how far the taakstelling closes, with the bound where it is proved."""
    count = sum(sum(own.values()) for own in found.huishoudens.values())
    facts = {
        "naam": naam,
        "huishoudens": _households(count),
        "afwijking": _persons(max(map(abs, found.rest.values()), default=0)),
        "grens": found.grens or 0,
        "rest": _persons(abs(found.nog_te_koppelen)),
    }
    if found.nog_te_koppelen:
        return sentence(
            "koppelen", "sluit_rest" if found.nog_te_koppelen > 0 else "sluit_boven", facts
        )
    return sentence("koppelen", "sluit", facts)


def _households(count: int) -> str:
    return counted(count, "huishouden", "huishoudens")


def _persons(count: int) -> str:
    return counted(count, "persoon", "personen")


def _percent(share: str) -> str:
    return f"{decimal(100 * Decimal(share), 1)} %"


def _knelpunt(one: Knelpunt, found: Passendheid) -> str:
    low, high = one.grootten[0], one.grootten[-1]
    facts = {
        "huishoudens": _households(one.huishoudens),
        "alleen": counted(one.huishoudens, "alleenstaande", "alleenstaanden"),
        "woningen": counted(one.woningen, "passende woning", "passende woningen"),
        "is": "is" if one.woningen == 1 else "zijn",
        "klassen": ", ".join(one.klassen),
        "tekort": one.tekort,
        "van": low,
        "tot": high,
        "zonder": _persons(sum(s * n for s, n in found.zonder_plek.items() if s in one.grootten)),
    }
    largest = not one.klassen or one.klassen[-1] == KLASSEN[-1][0].naam
    if not one.woningen and one.huishoudens > 1 and largest:
        return sentence("koppelen", "knelpunt_geen", facts)
    if high == 1:
        return sentence("koppelen", "knelpunt_alleen", facts)
    return sentence("koppelen", "knelpunt_een" if low == high else "knelpunt", facts)
