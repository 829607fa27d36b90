"""What the proposal rests on, for the appendix: changes, agreements per area, ways out."""

from collections import defaultdict

import pandas as pd

from optimiser.report.antwoord.summary import CONFLICTS, conflict_sentences, repair_sentences
from optimiser.report.lrt.content import Stof
from optimiser.report.lrt.slides.overname import LINES, gains_and_losses
from optimiser.report.lrt.slides.slide import Dia, Punten, Tabel
from optimiser.report.lrt.words import headline, zin
from optimiser.solve.optimise import Optimalisatie
from optimiser.teksten import whole

#: Gemeenten or areas named in one sentence of a slide; the notes have all.
NAMED = 6


def voorstel_tabellen(stof: Stof) -> list[Dia]:
    """Return the slides of the appendix about the proposal."""
    outcome = stof.uitkomst
    if outcome is None:
        return [_none(stof)]
    if not outcome.feasible:
        return [_conflicts(stof, outcome), _help(stof, outcome)]
    return [_changes(stof), _agreements(stof)] if outcome.moved else []


def _none(stof: Stof) -> Dia:
    lines = tuple(zin(f"voorstel_geen_{n}") for n in (1, 2, 3))
    block = Punten(zin("voorstel_geen_kop"), lines)
    title = zin("voorstel_geen_titel")
    return Dia(title, ((block, 1.0),), notitie=stof.herkomst, bijlage=True)


def _changes(stof: Stof) -> Dia:
    rows = stof.verdeling.gemeenten
    table = pd.DataFrame(
        {
            "gm_code": rows.index,
            "gemeente": rows["gemeente"],
            "was": rows["doel"],
            "wordt": rows["taakstelling"],
            "verschil": rows["taakstelling"] - rows["doel"],
        }
    ).reset_index(drop=True)
    most = table.loc[table["verschil"].idxmax()]
    title = headline(
        "voorstel_tabel_titel", gemeente=most["gemeente"], aantal=int(most["verschil"])
    )
    block = gains_and_losses(table)
    return Dia(title, ((block, 1.0),), (zin("voorstel_wet"),), stof.herkomst, bijlage=True)


def _conflicts(stof: Stof, outcome: Optimalisatie) -> Dia:
    told = conflict_sentences(outcome)
    lines = told[:CONFLICTS]
    if rest := len(told) - len(lines):
        lines.append(zin("onhaalbaar_meer" if rest > 1 else "onhaalbaar_meer_een", aantal=rest))
    block = Punten("", tuple(lines))
    notes = " ".join([*told, stof.herkomst])
    below = tuple(stof.weigering[:1])
    return Dia(zin("onhaalbaar_kop"), ((block, 1.0),), below, notes, bijlage=True)


def _help(stof: Stof, outcome: Optimalisatie) -> Dia:
    block = Punten(zin("helpt_kop"), tuple(repair_sentences(outcome, NAMED)))
    notes = " ".join([*repair_sentences(outcome, None), stof.herkomst])
    return Dia(zin("helpt_titel"), ((block, 1.0),), (zin("voorstel_wet"),), notes, bijlage=True)


def _agreements(stof: Stof) -> Dia:
    deals = stof.afspraken
    parties = {code for one in deals for code in (one.afspraak.van, one.afspraak.naar)}
    title = headline("afspraken_titel", aantal=len(deals), gemeenten=len(parties))
    proof = zin("afspraken_minimaal" if stof.minimaal else "afspraken_niet_minimaal")
    notes = " ".join([proof, zin("voorstel_wet"), stof.herkomst])
    return Dia(title, ((_areas(stof), 1.0),), (proof,), notes, bijlage=True)


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
