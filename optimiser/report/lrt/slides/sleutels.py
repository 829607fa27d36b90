"""The keys side by side: in a table of measures, and on the map."""

from fractions import Fraction

from optimiser.compare.sturing import sturing
from optimiser.indicators import MATEN
from optimiser.report.lrt.content import Stof
from optimiser.report.lrt.map_pictures import several
from optimiser.report.lrt.slides.slide import Dia, Tabel
from optimiser.report.lrt.slides.where_we_are import of_key
from optimiser.report.lrt.words import zin
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
    )


def _title(stof: Stof) -> str:
    found = stof.vergelijking
    naam = "hoover_vrijkomend"
    about = "van de vrijkomende sociale huur"
    if found.maten.loc[naam].isna().any():
        naam, about = "hoover_inwoners", "van een gelijke last per inwoner"
    row = found.maten.loc[naam]
    facts = {"wettelijk": write_value(naam, row[found.tegen]), "waarvan": about}
    best = min(found.labels, key=lambda label: (row[label], label))
    if best == found.tegen:
        return zin("sleutels_titel_een", **facts)
    return zin(
        "sleutels_titel", sleutel=stof.titel(best), deel=write_value(naam, row[best]), **facts
    )


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
    status = ("Juridische status", *(key.key.toelichting.status.value for key in keys))
    own = ("Zelf te sturen door een gemeente", *(sturing(key).value for key in keys))
    return Tabel(
        ("Maat", *(key.titel for key in keys)),
        (*rows, status, own),
        frozenset(range(1, len(keys) + 1)),
        bijschrift=zin("sleutels_tabel", halfjaar=stof.scenario.halfjaar),
    )


def sleutels_kaart(stof: Stof) -> list[Dia]:
    """Draw the load per 1.000 inhabitants under each key, in one style."""
    labels = stof.vergelijking.labels
    measures = {label: of_key(stof, label, "per_1000") for label in labels}
    spread = {
        label: (Fraction(min(one.waarden)), Fraction(max(one.waarden)))
        for label, one in measures.items()
    }
    widest = max(labels, key=lambda label: spread[label][1] - spread[label][0])
    low, high = (decimal(value, 2) for value in spread[widest])
    panels = [(stof.titel(label), one) for label, one in measures.items()]
    pictures = several(stof, panels, zin("sleutels_kaart_kop"))
    if len(labels) == 1:
        title = zin("sleutels_kaart_een", laag=low, hoog=high)
    else:
        title = zin("sleutels_kaart_titel", sleutel=stof.titel(widest), laag=low, hoog=high)
    source = stof.herkomst
    return [
        Dia(
            title if number == 0 else zin("sleutels_kaart_vervolg"),
            ((picture, 1.0),),
            notitie=f"{note} {source}",
        )
        for number, (picture, note) in enumerate(pictures)
    ]
