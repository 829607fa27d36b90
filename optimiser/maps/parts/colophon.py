"""The small print below a map: source, date, law, versions, what is missing, *indicatief*."""

from collections.abc import Sequence

from optimiser.maps.geometry import MapGeometry, View
from optimiser.maps.matching import Matched
from optimiser.maps.style import MapOptions
from optimiser.teksten import load_teksten, whole

#: Most names or codes that are spelled out.
NAMED = 8


def colophon_text(
    matches: Sequence[Matched], geometry: MapGeometry, options: MapOptions
) -> tuple[str, ...]:
    """Return the paragraphs below a figure: what is missing, the values, the borders.

    Every value without geometry and every gemeente without a value is told or counted.
    """
    parts = (_missing(matches, geometry), _values(options), _borders(geometry))
    return tuple(" ".join(part) for part in parts if part)


def _some(names: Sequence[str]) -> str:
    text = ", ".join(names[:NAMED])
    if len(names) <= NAMED:
        return text
    rest = whole(len(names) - NAMED)
    return str(load_teksten()["kaart"]["en_meer"].format(namen=text, aantal=rest))


def _missing(matches: Sequence[Matched], geometry: MapGeometry) -> list[str]:
    words = load_teksten()["kaart"]
    name_of = dict(zip(geometry.codes, geometry.namen, strict=True))
    orphans = sorted({code for match in matches for code in match.zonder_geometrie})
    empty = sorted({name_of[code] for match in matches for code in match.zonder_waarde})
    parts = []
    if empty:
        text = words["een_zonder_waarde"] if len(empty) == 1 else words["zonder_waarde"]
        parts.append(text.format(aantal=whole(len(empty)), namen=_some(empty)))
    if orphans:
        parts.append(words["zonder_geometrie"].format(codes=_some(orphans)))
    return parts


def _values(options: MapOptions) -> list[str]:
    words, colofon = load_teksten()["kaart"], options.colofon
    parts = [
        words[key].format(**{key: value.rstrip(".")})
        for key, value in (
            ("bron", colofon.bron),
            ("peildatum", colofon.peildatum),
            ("wet", colofon.wet),
            ("dataversie", colofon.dataversie),
        )
        if value
    ]
    if options.regios is not None and options.regios.name:
        parts.append(words["regios"].format(regios=options.regios.name))
    return [*parts, colofon.opmerking] if colofon.opmerking else parts


def _borders(geometry: MapGeometry) -> list[str]:
    words = load_teksten()["kaart"]
    if geometry.view is View.TEGEL:
        return [words["tegelkaart"]]
    if not geometry.bron:
        return [words["eigen_grenzen"]]
    source = words["grenzen"].format(bron=geometry.bron.rstrip("."))
    return [words["indicatief"], words["fouten_grenzen"], source]
