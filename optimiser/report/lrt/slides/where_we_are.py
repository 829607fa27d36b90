"""First page, and where we stand: the statutory table."""

from fractions import Fraction

from optimiser.compare.errors import RealisatieUnavailableError
from optimiser.compare.realisatie.beside import brought, realisatie
from optimiser.report.kaart.measures import Meting, meting
from optimiser.report.lrt.content import Stof
from optimiser.report.lrt.map_pictures import BESIDE, PICTURE, single
from optimiser.report.lrt.slides.slide import Dia, Getal, Getallen, Punten, Tabel
from optimiser.report.lrt.words import headline, without_stop, zin
from optimiser.report.vergelijking.realisatie import remarks, slide_line, summary
from optimiser.report.verloop.country import country_line
from optimiser.teksten import decimal, signed, whole
from optimiser.teksten.zinnen import sentence


def titelblad(stof: Stof) -> Dia:
    """Say what the meeting is about."""
    rows, scenario = stof.wettelijk.gemeenten, stof.scenario
    title = zin(
        "documenttitel",
        halfjaar=scenario.halfjaar,
        totaal=stof.wettelijk.wanted,
        gemeenten=len(rows),
    )
    lines = (
        zin("ondertitel", scenario=without_stop(scenario.titel)),
        without_stop(zin("bronscenario", bron=scenario.bron)) + ".",
        zin("bronnen_advies"),
        *stof.weigering,
    )
    note = stof.herkomst
    return Dia(title, ((Punten("", lines), 1.0),), notitie=note, titelblad=True)


def stand(stof: Stof) -> Dia:
    """Show the statutory table: a map with circles and the number they add up to."""
    halfjaar = stof.scenario.halfjaar
    measure = wettelijk(stof, "personen")
    picture, note = single(stof, measure, zin("stand_kaart", halfjaar=halfjaar))
    facts = {"gemeenten": len(stof.wettelijk.gemeenten), "totaal": stof.wettelijk.totaal}
    number = Getal(whole(stof.wettelijk.totaal), zin("stand_getal", halfjaar=halfjaar))
    return Dia(
        headline("stand_titel", halfjaar=halfjaar, **facts),
        ((picture, PICTURE), (Getallen((number,)), BESIDE)),
        _open_sum(stof),
        " ".join([note, stof.herkomst, *country_line(stof.gegevens).notes]),
    )


def stand_tabel(stof: Stof) -> Dia:
    """Show the statutory table per province, and what was housed."""
    halfjaar, rows = stof.scenario.halfjaar, stof.wettelijk.gemeenten
    sums = rows.groupby("provincie")["taakstelling"].sum()
    most = str(sums.idxmax())
    housed, explained = _realisatie(stof)
    country = country_line(stof.gegevens)
    later = stof.gegevens.later_mergers(rows.index, halfjaar)
    return Dia(
        headline(
            "stand_tabel_titel",
            provincie=most,
            personen=int(sums[most]),
            totaal=stof.wettelijk.totaal,
        ),
        ((_provincies(stof, halfjaar), 1.0),),
        (housed, country.short, *_open_sum(stof)),
        " ".join([*later, *explained, stof.herkomst, *country.notes]),
        bijlage=True,
    )


def _realisatie(stof: Stof) -> tuple[str, list[str]]:
    """Tell what was housed, as far as the user brought it: a line, and what the notes must say."""
    if not brought(stof.gegevens):
        return zin("stand_realisatie"), []
    try:
        found = realisatie(stof.wettelijk, stof.gegevens)
    except RealisatieUnavailableError as error:
        return sentence("realisatie", "niet", error.params), []
    halfjaar = stof.scenario.halfjaar
    return slide_line(found), [summary(found, halfjaar), *remarks(found, halfjaar)]


def _open_sum(stof: Stof) -> tuple[str, ...]:
    """Say so when the chosen rounding does not close on the national number."""
    one = stof.wettelijk
    if one.totaal == one.wanted:
        return ()
    over = signed(one.totaal - one.wanted)
    return (zin("stand_sluit_niet", som=one.totaal, totaal=one.wanted, verschil=over),)


def wettelijk(stof: Stof, naam: str) -> Meting:
    """Return a measure of the statutory table."""
    return of_key(stof, stof.vergelijking.tegen, naam)


def of_key(stof: Stof, label: str, naam: str) -> Meting:
    """Return a measure of the table of a key."""
    found = stof.vergelijking
    return meting(naam, found.verdelingen[label], found.beelden[label], stof.gegevens)


def _provincies(stof: Stof, halfjaar: str) -> Tabel:
    rows = stof.wettelijk.gemeenten
    sums = rows.groupby("provincie")[["inwoners", "taakstelling"]].sum()
    count = rows["provincie"].value_counts()
    lines = [
        (str(name), whole(int(count[name])), *_load(int(people), int(persons)))
        for name, people, persons in sums.itertuples()
    ]
    everyone = (int(rows["inwoners"].sum()), stof.wettelijk.totaal)
    lines.append((zin("totaal"), whole(len(rows)), *_load(*everyone)))
    return Tabel(
        ("Provincie", "Gemeenten", "Inwoners", "Personen", "Per 1.000 inwoners"),
        tuple(lines),
        frozenset({1, 2, 3, 4}),
        frozenset({len(lines) - 1}),
        zin("stand_tabel", halfjaar=halfjaar),
    )


def _load(people: int, persons: int) -> tuple[str, str, str]:
    return whole(people), whole(persons), decimal(Fraction(1000 * persons, people), 2)
