"""The keys side by side: in a table of measures, and on the map."""

from collections.abc import Mapping
from fractions import Fraction

from optimiser.compare.sturing import sturing
from optimiser.indicators import MATEN
from optimiser.report.kaart.measures import Meting
from optimiser.report.lrt.content import Stof
from optimiser.report.lrt.map_pictures import ROW, is_constant, several
from optimiser.report.lrt.slides.slide import Dia, Tabel
from optimiser.report.lrt.slides.where_we_are import of_key
from optimiser.report.lrt.words import headline, zin
from optimiser.report.vergelijking.notes import assumptions
from optimiser.report.vergelijking.tables import write_value
from optimiser.teksten import decimal

#: Measures on the slide, most telling first.
MEASURES = (
    "hoover_vrijkomend",
    "hoover_inwoners",
    "verplaatst",
    "stijgers",
    "dalers",
    "last_hoogste",
    "beslag_hoogste",
    "boven_norm",
    "personen_boven_norm",
    "tekort_kan",
)


def sleutels(stof: Stof) -> Dia:
    """Put measures, legal status and own policy of each key beside each other."""
    found = stof.vergelijking
    missing = [
        zin("sleutels_ontbreekt", sleutel=label, reden=why)
        for label, why in found.niet_beschikbaar.items()
    ]
    definitions = [f"{MATEN[naam].titel}: {MATEN[naam].uitleg.definitie}" for naam in MEASURES]
    note = " ".join([*assumptions(found, stof.gegevens), *definitions, *missing, stof.herkomst])
    return Dia(
        _title(stof),
        ((_table(stof), 1.0),),
        (zin("sleutels_ster"), *missing[:2]),
        note,
        bijlage=True,
    )


def _title(stof: Stof) -> str:
    found = stof.vergelijking
    naam = "hoover_vrijkomend"
    if found.maten.loc[naam].isna().any():
        naam = "hoover_inwoners"
    row = found.maten.loc[naam]
    facts = {"wettelijk": write_value(naam, row[found.tegen])}
    best = min(found.labels, key=lambda label: (row[label], label))
    if best == found.tegen:
        return zin("sleutels_titel_een", **facts)
    part = write_value(naam, row[best])
    return headline("sleutels_titel", sleutel=stof.titel(best), deel=part, **facts)


def _table(stof: Stof) -> Tabel:
    found = stof.vergelijking
    rows = [
        (
            MATEN[naam].titel,
            *(
                write_value(naam, found.maten.at[naam, label])
                + (" *" if found.beste.at[naam, label] else "")
                for label in found.labels
            ),
        )
        for naam in MEASURES
    ]
    keys = [found.keuzes[label] for label in found.labels]
    status = ("Juridische status", *(key.status.value for key in keys))
    own = ("Zelf te sturen door een gemeente", *(sturing(key).value for key in keys))
    return Tabel(
        ("Maat", *(key.titel for key in keys)),
        (*rows, status, own),
        frozenset(range(1, len(keys) + 1)),
        bijschrift=zin("sleutels_tabel", halfjaar=stof.scenario.halfjaar),
    )


def sleutels_kaart(stof: Stof) -> list[Dia]:
    """Draw the load per 1.000 inhabitants under each key, in one style; the first is a message."""
    labels = stof.vergelijking.labels
    measures = {label: of_key(stof, label, "per_1000") for label in labels}
    panels = [(stof.titel(label), one) for label, one in measures.items()]
    pictures = several(stof, panels, zin("sleutels_kaart_kop"))
    slides = []
    for number, (picture, note) in enumerate(pictures):
        shown = {label: measures[label] for label in labels[number * ROW : (number + 1) * ROW]}
        slides.append(
            Dia(
                _spread(stof, shown),
                ((picture, 1.0),),
                notitie=f"{note} {stof.herkomst}",
                bijlage=number > 0,
            )
        )
    return slides


def _spread(stof: Stof, measures: Mapping[str, Meting]) -> str:
    """Return between which values the load lies under the key where that is furthest apart."""
    (first, *others) = measures.values()
    if not others and is_constant(stof, first) and first.noemer is not None:
        rate = Fraction(1000 * int(first.teller.sum()), int(first.noemer.sum()))
        return zin("sleutels_kaart_gelijk", waarde=decimal(rate, 2))
    spread = {
        label: (Fraction(min(one.waarden)), Fraction(max(one.waarden)))
        for label, one in measures.items()
    }
    widest = max(spread, key=lambda label: spread[label][1] - spread[label][0])
    low, high = (decimal(value, 2) for value in spread[widest])
    return headline("sleutels_kaart_titel", sleutel=stof.titel(widest), laag=low, hoog=high)
