"""The proposal: what the optimiser moves, or where it does not fit and what makes it fit."""

from fractions import Fraction

import pandas as pd

from optimiser.engine import Option, apply_repair, conflict_facts
from optimiser.report.antwoord.headline import needed_caption, own_areas
from optimiser.report.antwoord.outside import outside_lines
from optimiser.report.antwoord.summary import conflict_sentences
from optimiser.report.kaart.measures import Meting
from optimiser.report.lrt.content import Stof
from optimiser.report.lrt.map_pictures import BESIDE, PICTURE, single
from optimiser.report.lrt.slides.slide import Blok, Dia, Getal, Getallen
from optimiser.report.lrt.slides.where_we_are import wettelijk
from optimiser.report.lrt.words import headline, zin
from optimiser.scenario.beperkingen import Gebied
from optimiser.solve.optimise import Optimalisatie, optimise
from optimiser.teksten import percentage, whole

#: Areas named beside the number of persons without a place.
MOST = 3


def voorstel(stof: Stof) -> list[Dia]:
    """Return the message slides of the proposal; none where the scenario asks for none."""
    outcome = stof.uitkomst
    if outcome is None:
        return []
    if not outcome.feasible:
        return [_where(stof, outcome), *_neighbours(stof, outcome)]
    return [_proposal(stof, outcome)]


def differences(stof: Stof, outcome: Optimalisatie) -> Meting:
    """Return what changes per gemeente [personen]."""
    rows = stof.verdeling.gemeenten
    change = pd.Series(outcome.x, index=rows.index, dtype="int64") - rows["doel"]
    return Meting("uitruil", "Verschil", "personen", change)


def _beside(picture: Blok, number: Getal) -> tuple[tuple[Blok, float], ...]:
    return (picture, PICTURE), (Getallen((number,)), BESIDE)


def _proposal(stof: Stof, outcome: Optimalisatie) -> Dia:
    if outcome.moved:
        measure, kaart = differences(stof, outcome), zin("voorstel_kaart")
        picture, note = single(stof, measure, kaart, diverging=True)
        where = f" in {own_areas(outcome)}" if outcome.data.outside else ""
        title = zin("voorstel_titel", verplaatst=outcome.moved, waar=where)
    else:
        heading = zin("stand_kaart", halfjaar=stof.scenario.halfjaar)
        picture, note = single(stof, wettelijk(stof, "personen"), heading)
        title = zin("voorstel_nul")
    caption = zin("voorstel_getal", totaal=stof.verdeling.totaal)
    if outcome.moved:
        caption = f"{caption}; {needed_caption(outcome)}"
    number = Getal(whole(outcome.moved), caption)
    law = [zin("voorstel_bewijs"), zin("voorstel_wet")]
    notes = [*law, *outside_lines(outcome), note, stof.herkomst]
    return Dia(title, _beside(picture, number), tuple(outside_lines(outcome)[:1]), " ".join(notes))


def _where(stof: Stof, outcome: Optimalisatie) -> Dia:
    """Show which areas are short, as a part of what they must house."""
    data = outcome.data
    short = dict.fromkeys(data.gm_codes, 0)
    asked = {code: max(1, doel) for code, doel in zip(data.gm_codes, data.doel, strict=True)}
    for group in data.groups:
        room = sum(data.upper[i] for i in group.members)
        for i in group.members:
            short[data.gm_codes[i]] = max(0, group.lower - room)
            asked[data.gm_codes[i]] = max(1, group.lower)
    measure = Meting(
        "tekort", zin("onhaalbaar_kaart"), zin("onhaalbaar_eenheid"),
        pd.Series(short, dtype=object), pd.Series(asked, dtype=object), 100, 1,
    )  # fmt: skip
    picture, note = single(
        stof, measure, zin("onhaalbaar_kaart"), named=False, breaks=_part_breaks(measure)
    )
    if outcome.unplaced:
        number, told = Getal(whole(outcome.unplaced), _most_short(outcome)), conflict_notes(outcome)
    else:  # everybody has a place: a fixed number, a floor or the budget is what fails
        told = conflict_sentences(outcome)
        number = Getal(whole(max(one.amount for one in outcome.conflicts)), told[0])
    notes = " ".join([*told, note, stof.herkomst])
    below = tuple(stof.weigering)
    return Dia(where_title(stof, outcome), _beside(picture, number), below, notes)


def _part_breaks(measure: Meting) -> tuple[float, ...]:
    """Return one class for who fits, and up to three for who does not."""
    parts = sorted({round(float(value), 1) for value in measure.waarden if value})
    thirds = [parts[len(parts) * n // 3] for n in (1, 2)] if parts else []
    return tuple(sorted({0.1, *(value for value in thirds if value > 0.1)}))


def _most_short(outcome: Optimalisatie) -> str:
    """Return how many have no place, with the areas where most of them are."""
    ordered = sorted(outcome.conflicts, key=lambda one: (-one.amount, one.naam))[:MOST]
    told = [conflict_facts(outcome.data, one).values for one in ordered]  # noqa: PD011 - facts
    names = [f"{_plain(str(one['naam']))} {one['aantal']}" for one in told]
    return zin("onhaalbaar_getal", waar=", ".join(names))


def _plain(naam: str) -> str:
    """Leave out which kind of area it is: the map shows that."""
    kinds = ("gemeente", *(kind.value for kind in Gebied))
    first, _, rest = naam.partition(" ")
    return rest if rest and first in kinds else naam


def where_title(stof: Stof, outcome: Optimalisatie) -> str:
    """Return in how many areas it fits, as a finding."""
    wanted, outside = stof.scenario.capaciteit.maximum_aandeel, set(outcome.data.outside)
    groups = [one for one in outcome.data.groups if not outside & set(one.members)]
    held = {members for one in outcome.conflicts if len(members := one.members)}
    good = sum(group.members not in held for group in groups)
    if not outcome.unplaced:
        return headline("onhaalbaar_titel_iedereen")
    if len(groups) < 2:
        return headline("onhaalbaar_titel", personen=outcome.unplaced)
    alone = stof.scenario.uitruil.binnen is Gebied.NIET
    facts = {"goed": good, "alle": len(groups), "wat": zin("gemeenten" if alone else "gebieden")}
    if wanted is None:
        return headline("onhaalbaar_titel_grenzen", **facts)
    return headline("onhaalbaar_titel_deel", deel=percentage(Fraction(wanted), 0), **facts)


def conflict_notes(outcome: Optimalisatie) -> list[str]:
    """Return who is short of how many persons, largest first."""
    ordered = sorted(outcome.conflicts, key=lambda one: -one.amount)
    facts = [conflict_facts(outcome.data, one).values for one in ordered]  # noqa: PD011 - facts
    return [zin("onhaalbaar_wie", naam=one["naam"], aantal=one["aantal"]) for one in facts]


def _neighbours(stof: Stof, outcome: Optimalisatie) -> list[Dia]:
    """Show what exchange between neighbours changes, where that makes it fit."""
    way = next((one for one in outcome.repairs if one.option is Option.GEBIED), None)
    if way is None or not way.available:
        return []
    answer = optimise(apply_repair(outcome.data, way))
    measure = differences(stof, answer)
    picture, note = single(stof, measure, zin("buren_kaart"), diverging=True)
    number = Getal(whole(answer.moved), zin("buren_getal"))
    known = outcome.data.neighbours is not None
    title = zin("buren_titel" if known else "buren_titel_onbekend", verplaatst=answer.moved)
    notes = [zin("voorstel_bewijs"), zin("voorstel_wet"), note, stof.herkomst]
    below = tuple(stof.weigering[:1])
    return [Dia(title, _beside(picture, number), below, " ".join(notes))]
