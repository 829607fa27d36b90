"""The proposal: what the optimiser moves, or where it does not fit and what would help."""

from collections import defaultdict

import pandas as pd

from optimiser.report.antwoord.summary import conflict_sentences, repair_sentences
from optimiser.report.kaart.measures import Meting
from optimiser.report.lrt.content import Stof
from optimiser.report.lrt.map_pictures import single
from optimiser.report.lrt.slides.overname import LINES, gains_and_losses
from optimiser.report.lrt.slides.slide import Blok, Dia, Punten, Tabel
from optimiser.report.lrt.words import zin
from optimiser.solve.optimise import Optimalisatie
from optimiser.teksten import whole

#: Conflicts and repairs that fit a slide; the workbook has all.
TOLD = 6
#: Names in one of their lists.
NAMED = 14


def voorstel(stof: Stof) -> list[Dia]:
    """Return the slides of the proposal."""
    outcome = stof.uitkomst
    if outcome is None:
        return [_none(stof)]
    if not outcome.feasible:
        return [_conflicts(stof, outcome), _help(stof, outcome)]
    if not outcome.moved:
        note = stof.herkomst
        lines = Punten("", (zin("voorstel_bewijs"), zin("voorstel_wet")))
        return [Dia(zin("voorstel_nul"), ((lines, 1.0),), notitie=note)]
    return [_proposal(stof, outcome), _agreements(stof)]


def _none(stof: Stof) -> Dia:
    lines = tuple(zin(f"voorstel_geen_{n}") for n in (1, 2, 3))
    block = Punten(zin("voorstel_geen_kop"), lines)
    return Dia(zin("voorstel_geen_titel"), ((block, 1.0),), notitie=stof.herkomst)


def _changes(stof: Stof) -> pd.DataFrame:
    rows = stof.verdeling.gemeenten
    return pd.DataFrame(
        {
            "gm_code": rows.index,
            "gemeente": rows["gemeente"],
            "was": rows["doel"],
            "wordt": rows["taakstelling"],
            "verschil": rows["taakstelling"] - rows["doel"],
        }
    ).reset_index(drop=True)


def _map(stof: Stof, code: str) -> tuple[Blok, str]:
    rows = stof.verdeling.gemeenten
    measure = Meting("uitruil", "Verschil", "personen", rows["taakstelling"] - rows["doel"])
    return single(stof, measure, zin(code), diverging=True)


def _proposal(stof: Stof, outcome: Optimalisatie) -> Dia:
    picture, note = _map(stof, "voorstel_kaart")
    title = zin("voorstel_titel", verplaatst=outcome.moved, totaal=stof.verdeling.totaal)
    return Dia(
        title,
        ((picture, 0.5), (gains_and_losses(_changes(stof)), 0.5)),
        (zin("voorstel_wet"),),
        " ".join([zin("voorstel_bewijs"), note, stof.herkomst]),
    )


def _conflicts(stof: Stof, outcome: Optimalisatie) -> Dia:
    told = conflict_sentences(outcome)
    lines = told[:TOLD]
    if len(told) > TOLD:
        lines.append(zin("onhaalbaar_meer", aantal=len(told) - TOLD))
    picture, note = _map(stof, "onhaalbaar_kaart")
    title = (
        zin("onhaalbaar_titel", personen=outcome.unplaced)
        if outcome.unplaced
        else zin("onhaalbaar_titel_anders")
    )
    block = Punten(zin("onhaalbaar_kop"), tuple(lines))
    notes = [*told[: 4 * TOLD], note, stof.herkomst]
    return Dia(title, ((picture, 0.5), (block, 0.5)), (), " ".join(notes))


def _help(stof: Stof, outcome: Optimalisatie) -> Dia:
    told = repair_sentences(outcome)
    block = Punten(zin("helpt_kop"), tuple(shortened(line) for line in told[:TOLD]))
    title = zin("helpt_titel", totaal=outcome.data.total)
    notes = [*told, stof.herkomst]
    return Dia(title, ((block, 1.0),), (zin("voorstel_wet"),), " ".join(notes))


def shortened(line: str) -> str:
    """Leave out the end of a long list, and say how many; notes and workbook have all.

    >>> shortened(", ".join("abcdefghijklmnopqrstu"))
    'a, b, c, d, e, f, g, h, i, j, k, l, m, n en nog 7 (zie de notities en het werkboek).'
    """
    parts = line.split(", ")
    if len(parts) <= NAMED + 2:
        return line
    rest = zin("helpt_meer", aantal=len(parts) - NAMED)
    return f"{', '.join(parts[:NAMED])} {rest}"


def _agreements(stof: Stof) -> Dia:
    deals = stof.afspraken
    parties = {code for one in deals for code in (one.afspraak.van, one.afspraak.naar)}
    title = zin("afspraken_titel", aantal=len(deals), gemeenten=len(parties))
    proof = zin("afspraken_minimaal" if stof.minimaal else "afspraken_niet_minimaal")
    return Dia(
        title,
        ((_areas(stof), 0.4), (_deals(stof), 0.6)),
        (proof,),
        " ".join([proof, zin("voorstel_wet"), stof.herkomst]),
    )


def _deals(stof: Stof) -> Tabel:
    deals = stof.afspraken
    rows = [
        (stof.naam(one.afspraak.van), stof.naam(one.afspraak.naar), whole(one.afspraak.personen))
        for one in deals[:LINES]
    ]
    if rest := deals[LINES:]:
        persons = sum(one.afspraak.personen for one in rest)
        rows.append((zin("overige", aantal=len(rest)), "", whole(persons)))
    total = sum(one.afspraak.personen for one in deals)
    rows.append((zin("totaal"), "", whole(total)))
    return Tabel(
        ("Van", "Naar", "Personen"),
        tuple(rows),
        frozenset({2}),
        frozenset({len(rows) - 1}),
        zin("afspraken_tabel"),
    )


def _areas(stof: Stof) -> Tabel:
    persons: dict[str, int] = defaultdict(int)
    count: dict[str, int] = defaultdict(int)
    for one in stof.afspraken:
        persons[one.gebied] += one.afspraak.personen
        count[one.gebied] += 1
    order = sorted(persons, key=lambda area: (-persons[area], area))
    rows: list[tuple[str, ...]] = [
        (area, whole(count[area]), whole(persons[area])) for area in order[:LINES]
    ]
    if rest := order[LINES:]:
        sums = (sum(count[a] for a in rest), sum(persons[a] for a in rest))
        rows.append((zin("overige", aantal=len(rest)), *map(whole, sums)))
    rows.append((zin("totaal"), whole(len(stof.afspraken)), whole(sum(persons.values()))))
    return Tabel(
        ("Gebied", "Afspraken", "Personen"),
        tuple(rows),
        frozenset({1, 2}),
        frozenset({len(rows) - 1}),
        zin("afspraken_gebieden"),
    )
