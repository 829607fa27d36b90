"""The three numbers that matter, the sources, and what is assumed."""

from datetime import date
from fractions import Fraction

from optimiser.gegevens.parameters import Parameter
from optimiser.io.bronnen import read_bronnen
from optimiser.io.gemeentegrenzen.embedded import GRENZEN
from optimiser.report.antwoord.aannamen import in_persons_line
from optimiser.report.antwoord.headline import question_area
from optimiser.report.lrt.content import Stof
from optimiser.report.lrt.slides.slide import Dia, Getal, Getallen, Punten, Tabel
from optimiser.report.lrt.words import zin
from optimiser.report.vergelijking.tables import write_value
from optimiser.rounding import METHODS
from optimiser.teksten import decimal, percentage, whole

#: Assumptions that fit the slide; the workbook has all.
SHOWN = 8


def drie_getallen(stof: Stof) -> Dia:
    """Give the three numbers that matter."""
    rows, halfjaar = stof.wettelijk.gemeenten, stof.scenario.halfjaar
    total = zin("getal_totaal", halfjaar=halfjaar, gemeenten=len(rows))
    numbers = (Getal(whole(stof.wettelijk.wanted), total), _second(stof), _third(stof))
    first, second, third = (number.waarde for number in numbers)
    title = zin("getallen_titel", eerste=first, tweede=second, derde=third)
    lines = " ".join(f"{number.waarde}: {number.uitleg}." for number in numbers)
    note = f"{lines} {stof.herkomst}"
    lines_below = (zin("bronnen_advies"),)
    return Dia(title, ((Getallen(numbers), 1.0),), lines_below, note, bijlage=True)


def _second(stof: Stof) -> Getal:
    column = stof.vergelijking.maten[stof.vergelijking.tegen]
    if column["hoover_vrijkomend"] is None:
        value = write_value("hoover_inwoners", column["hoover_inwoners"])
        return Getal(value, zin("getal_hoover_inwoners"))
    value = write_value("hoover_vrijkomend", column["hoover_vrijkomend"])
    return Getal(value, zin("getal_hoover"))


def _third(stof: Stof) -> Getal:
    outcome = stof.uitkomst
    column = stof.vergelijking.maten[stof.vergelijking.tegen]
    if outcome is not None and outcome.feasible:
        where = question_area(outcome)
        return Getal(whole(outcome.moved), zin("getal_verplaatst", waar=where))
    if outcome is not None and outcome.unplaced:
        return Getal(whole(outcome.unplaced), zin("getal_geen_plaats"))
    if column["boven_norm"] is not None:
        return Getal(whole(int(column["boven_norm"])), zin("getal_boven_norm"))
    value = decimal(Fraction(column["last_hoogste"]), 2)
    return Getal(value, zin("getal_last"))


def source_rows(stof: Stof) -> tuple[tuple[str, str], ...]:
    """Return what each part rests on: law, figures, scenario, program, borders."""
    one, scenario = stof.verdeling.herkomst, stof.scenario
    listed = read_bronnen()
    number = listed["landelijke_taakstelling.csv"]
    own = scenario.totaal is not None
    refusal = tuple(("Uitkomst", line) for line in stof.weigering[:1])
    return (
        *refusal,
        ("Wet", one.wet),
        ("Landelijk aantal", "opgegeven in het scenario" if own else number.eigenaar),
        ("Cijfers per gemeente", f"{one.bron}, 1 januari {one.peiljaar}"),
        ("Gemeenten", one.indeling),
        ("Gegevensversie", one.data_version),
        ("Scenario", f"{scenario.titel} ({one.scenario}, {one.scenario_sha256})"),
        ("Bron van het scenario", scenario.bron),
        ("Afronding", METHODS[scenario.afronding].titel),
        ("Programma", f"taakstelling-optimiser {one.optimiser_version}"),
        ("Grenzen op de kaart", listed[GRENZEN].eigenaar),
    )


def bronnen(stof: Stof) -> Dia:
    """Say which law, figures, scenario and program gave these numbers."""
    table = Tabel(("Wat", "Herkomst"), source_rows(stof), bijschrift=zin("bronnen_tabel"))
    return Dia(
        zin("bronnen_titel"),
        ((table, 1.0),),
        (zin("bronnen_advies"),),
        notitie=stof.herkomst,
        bijlage=True,
    )


def aannames(stof: Stof) -> Dia:
    """Say what is assumed, each labelled, and what is not in it."""
    limits = tuple(zin(f"grens_{n}") for n in ("bewoners", "mutatie", "achterstand", "opvang"))
    limits = (in_persons_line(), *limits)
    return Dia(
        zin("aannames_titel"),
        ((_assumed(stof), 0.6), (Punten(zin("aannames_grenzen"), limits), 0.4)),
        notitie=stof.herkomst,
        bijlage=True,
    )


def _assumed(stof: Stof) -> Tabel:
    heading = ("Aanname", "Waarde", "Status en bron")
    rows = assumption_rows(stof)
    shown = rows[:SHOWN]
    if left := len(rows) - SHOWN:
        shown += ((zin("overige", aantal=left), "", ""),) if left > 0 else ()
    return Tabel(heading, shown, bijschrift=zin("aannames_tabel"))


def assumption_rows(stof: Stof) -> tuple[tuple[str, str, str], ...]:
    """Return every assumption and benchmark with value and status."""
    wanted = stof.scenario.capaciteit
    half = stof.scenario.period
    day = date(half.jaar, 1 if half.helft == 1 else 7, 1)
    parameters = stof.gegevens.parameters
    if wanted.mutatiegraad_kolom is not None:
        rate = ("Mutatiegraad", f"kolom {wanted.mutatiegraad_kolom}", "aangeleverd per gemeente")
    elif wanted.mutatiegraad is not None:
        rate = ("Mutatiegraad", percentage(wanted.mutatiegraad), "aanname in het scenario")
    else:
        rate = _dated("Mutatiegraad", parameters["mutatiegraad"], day, part=True)
    if wanted.personen_per_woning is not None:
        value = decimal(wanted.personen_per_woning)
        per = ("Personen per woning", value, "aanname in het scenario")
    else:
        per = _dated("Personen per woning", parameters["personen_per_woning"], day, part=False)
    norm = _dated(
        "Deel van vrijkomende woningen (ijkpunt)", parameters["aandeel_vrijkomend"], day, part=True
    )
    rows = [rate, per, norm]
    if wanted.maximum_aandeel is not None:
        most = percentage(wanted.maximum_aandeel)
        rows.append(("Hooguit naar statushouders", most, "keuze in het scenario"))
    rows += [
        (
            facility.naam,
            f"{whole(facility.plekken)} plekken",
            f"aanname, opening {facility.opening}",
        )
        for facility in wanted.plekken
    ]
    return tuple(rows)


def _dated(titel: str, parameter: Parameter, day: date, *, part: bool) -> tuple[str, str, str]:
    try:
        found = parameter.on(day)
    except LookupError:
        return titel, zin("niet_beschikbaar"), ""
    value = (
        percentage(Fraction(str(found.waarde))) if part else decimal(Fraction(str(found.waarde)))
    )
    source = found.bron if parameter.status in found.bron else f"{parameter.status}; {found.bron}"
    return titel, value, source
