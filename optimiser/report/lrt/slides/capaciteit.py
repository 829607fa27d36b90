"""Does it fit: the claim on freed corporation dwellings, beside the benchmark."""

from fractions import Fraction

from optimiser.indicators import MeasureInput
from optimiser.indicators.last import beslag
from optimiser.report.lrt.content import Stof
from optimiser.report.lrt.map_pictures import BESIDE, PICTURE, single
from optimiser.report.lrt.slides.slide import Dia, Getal, Getallen, Punten, Tabel
from optimiser.report.lrt.slides.where_we_are import wettelijk
from optimiser.report.lrt.words import headline, zin
from optimiser.report.vergelijking.notes import assumptions
from optimiser.report.vergelijking.tables import write_value
from optimiser.teksten import decimal, percentage, whole

TOP = 10


def capaciteit(stof: Stof) -> Dia:
    """Show which part of the freed dwellings the taakstelling needs: a map and one number."""
    found = stof.vergelijking
    beeld = found.beelden[found.tegen]
    told = assumptions(found, stof.gegevens)
    if beeld.places is None:
        block = Punten("", tuple(told))
        title = zin("capaciteit_ontbreekt")
        return Dia(title, ((block, 1.0),), notitie=stof.herkomst, bijlage=True)
    picture, note = single(stof, wettelijk(stof, "beslag"), zin("capaciteit_kaart"))
    return Dia(
        _title(stof, beeld),
        ((picture, PICTURE), (Getallen((_number(stof, beeld),)), BESIDE)),
        notitie=" ".join([*told, note, stof.herkomst]),
    )


def capaciteit_tabel(stof: Stof) -> list[Dia]:
    """Show the highest claims with what is assumed; nothing where figures are missing."""
    found = stof.vergelijking
    beeld = found.beelden[found.tegen]
    if beeld.places is None:
        return []
    told = assumptions(found, stof.gegevens)
    lines = told if beeld.kan is not None or beeld.wil is not None else [*told, _without_kan()]
    table = _top(stof, beeld)
    facts = {"gemeente": table.rijen[0][0], "deel": table.rijen[0][3]}
    title = headline("capaciteit_tabel_titel", **facts)
    notes = " ".join([*told, stof.herkomst])
    return [Dia(title, ((table, 1.0),), tuple(lines[:3]), notes, bijlage=True)]


def _number(stof: Stof, beeld: MeasureInput) -> Getal:
    """Return how many gemeenten ask more than the benchmark, or what the country asks."""
    maten, tegen = stof.vergelijking.maten, stof.vergelijking.tegen
    if beeld.norm is None:
        part = write_value("beslag_landelijk", maten.at["beslag_landelijk", tegen])
        return Getal(part, zin("capaciteit_getal_land"))
    return Getal(whole(int(maten.at["boven_norm", tegen])), zin("capaciteit_getal"))


def _without_kan() -> str:
    return zin("capaciteit_kan")


def _title(stof: Stof, beeld: MeasureInput) -> str:
    maten, tegen = stof.vergelijking.maten, stof.vergelijking.tegen
    if beeld.norm is None:
        part = write_value("beslag_landelijk", maten.at["beslag_landelijk", tegen])
        return zin("capaciteit_zonder_norm", deel=part)
    above = int(maten.at["boven_norm", tegen])
    return zin("capaciteit_titel", aantal=above, norm=percentage(beeld.norm, 0))


def _top(stof: Stof, beeld: MeasureInput) -> Tabel:
    claims = beslag(beeld)
    places = beeld.places
    if claims is None or places is None:
        msg = "no claim without places"
        raise TypeError(msg)
    known = {str(code): Fraction(value) for code, value in claims.dropna().items()}
    top = sorted(known, key=lambda code: (-known[code], code))[:TOP]
    room = dict(zip(map(str, claims.index), places, strict=True))
    rows = tuple(
        (
            stof.naam(code),
            whole(int(beeld.personen[code])),
            decimal(room[code], 1),
            percentage(known[code], 1),
        )
        for code in top
    )
    return Tabel(
        ("Gemeente", "Personen", "Plekken", "Beslag"),
        rows,
        frozenset({1, 2, 3}),
        bijschrift=zin("capaciteit_top"),
    )
