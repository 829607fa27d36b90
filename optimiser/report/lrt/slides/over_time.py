"""Half-years after each other as slides: saldo, smoothing, years together, outlook."""

from optimiser.maps.charts.slide_bars import gantt_height, gantt_png, months_png, waterfall_png
from optimiser.maps.charts.slide_lines import SIZE, queue_png
from optimiser.report.jaren.pictures import (
    area_months,
    fan_picture,
    place_bars,
    places_alt,
    queue_alt,
    queue_lines,
)
from optimiser.report.lrt.content import Stof
from optimiser.report.lrt.slides.slide import Blok, Dia, Plaat, Punten
from optimiser.report.lrt.words import zin
from optimiser.report.verloop.country import country_bars
from optimiser.report.verloop.words import saldo_words
from optimiser.teksten import whole
from optimiser.teksten.zinnen import sentence
from optimiser.tijd.gladstrijken import tables as smoothing
from optimiser.tijd.gladstrijken.plan import SmoothingPlan, require_tijd, smooth_taakstelling
from optimiser.tijd.gladstrijken.queue import within_norm
from optimiser.tijd.jaren import tables
from optimiser.tijd.jaren.facility import calculate_facilities
from optimiser.tijd.jaren.question import YearsQuestion, make_years_question
from optimiser.tijd.jaren.room import find_behind, find_region_shortages
from optimiser.tijd.vooruitzicht import tables as outlook
from optimiser.tijd.vooruitzicht.project import Vooruitzicht

#: Lines of text on a slide.
LINES = 3


def saldo(stof: Stof) -> list[Dia]:
    """Show the last known half-year of the country from saldo to saldo; nothing if none is.

    A message of its own, unless keys beside the law already fill the seven a meeting can take.
    """
    found = country_bars(stof.gegevens)
    if found is None:
        return []
    picture = Plaat(waterfall_png(found.bars), found.alt, *SIZE)
    note = " ".join([*found.notes, stof.herkomst])
    begin, eind = (saldo_words(found.bars[at].amount) for at in (0, -1))
    title = zin("saldo_titel", periode=found.periode, begin=begin, eind=eind)
    full = len(stof.vergelijking.labels) > 2
    return [Dia(title, ((picture, 1.0),), (), f"{found.short} {note}", bijlage=full)]


def over_time(stof: Stof) -> list[Dia]:
    """Show smoothing and years together, of the scenario that goes along."""
    asked = stof.vraag.over_tijd
    if asked is None:
        return []
    herkomst = f"{asked.titel} Scenario {asked.naam} ({asked.sha256()})."
    slides = []
    if require_tijd(asked).rij is not None:
        slides.append(smoothing_slide(smooth_taakstelling(asked), herkomst))
    if asked.capaciteit.maximum_aandeel or asked.capaciteit.plekken:
        slides += years_slides(make_years_question(asked, stof.gegevens), herkomst)
    return slides


def smoothing_slide(plan: SmoothingPlan, herkomst: str) -> Dia:
    """Show with and without foresight beside each other, in numbers and in the queue."""
    perioden = [str(halfjaar) for halfjaar in plan.tijd.halfjaren]
    norm = [within_norm(inflow, plan.rij.norm_weken) for inflow in plan.tijd.inflow]
    lines = queue_lines(plan)
    peaks = {naam: max(course.getallen) for naam, course in plan.verlopen.items()}
    facts = {"piek": peaks["aangekondigd"], "met": peaks["met_voorkennis"]}
    longest = max(plan.verlopen["zonder_voorkennis"].rij)
    told = sentence("jaren_dia", "eerlijk", {"rij": longest})
    return Dia(
        sentence("jaren_dia", "gladstrijken", facts),
        ((_picture(queue_png(lines, norm, perioden), queue_alt(lines)), 1.0),),
        (told,),
        " ".join([*smoothing.sentences(plan), herkomst]),
    )


def years_slides(question: YearsQuestion, herkomst: str) -> list[Dia]:
    """Show who comes short over the half-years, and when places are open."""
    perioden = [str(halfjaar) for halfjaar in question.halfjaren]
    series, alt = area_months(question)
    short, behind = find_region_shortages(question), find_behind(question.regions)
    facts = {"gebieden": len(short), "gemeenten": len(behind)}
    picture: Blok = (
        _picture(months_png(series, perioden), alt)
        if series
        else Punten("", (sentence("jaren_dia", "past", {}),))
    )
    lines = tuple(tables.shortage_sentence(one, question) for one in short[: LINES - 1])
    note = " ".join([sentence("jaren_dia", "maanden", {}), herkomst])
    slides = [Dia(sentence("jaren_dia", "jaren", facts), ((picture, 1.0),), lines, note)]
    bars = place_bars(question)
    if bars:
        slides.append(_places(question, herkomst))
    return slides


def _places(question: YearsQuestion, herkomst: str) -> Dia:
    perioden, bars = [str(h) for h in question.halfjaren], place_bars(question)
    picture = gantt_png(bars, perioden)
    told = tuple(tables.facility_sentence(one) for one in calculate_facilities(question)[:LINES])
    total = sum(bar.plekken for bar in bars)
    block = Plaat(picture, places_alt(question), SIZE[0], gantt_height(len(bars)))
    code = "plekken" if len(bars) > 1 else "plekken_een"
    title = sentence("jaren_dia", code, {"plekken": total, "aantal": len(bars)})
    return Dia(title, ((block, 1.0),), told, herkomst)


def outlook_slide(found: Vooruitzicht, herkomst: str) -> Dia | None:
    """Show the fan, with what the past missed; None where the national saldo is not known."""
    drawn = fan_picture(found)
    if drawn is None:
        return None
    last = found.fan[-1]
    facts = {"tot": str(found.tijd.halfjaren[-1]), "laag": whole(round(last.tien))}
    facts |= {"hoog": whole(round(last.negentig))}
    said = outlook.sentences(found)
    missed = tuple(line for line in said if "paden" in line)[:LINES]
    title = sentence("jaren_dia", "vooruitzicht", facts)
    return Dia(title, ((_picture(*drawn), 1.0),), missed, " ".join([*said, herkomst]))


def _picture(png: bytes, alt: str) -> Plaat:
    return Plaat(png, alt, *SIZE)
