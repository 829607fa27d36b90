"""One gemeente or region as a sheet: the same sentences and tables on screen, PDF and DOCX."""

from collections.abc import Sequence
from fractions import Fraction

from optimiser.gegevens.gegevens import Gegevens
from optimiser.report.gemeente.parts import Bijlage, BladDeel, GemeenteBlad
from optimiser.report.gemeente.profile import Profiel
from optimiser.report.gemeente.sentences import (
    answer_lines,
    gemeenten,
    persons,
    told_facts,
    why_sentence,
)
from optimiser.scenario.scenario import Scenario
from optimiser.solve.capaciteit import persons_per_dwelling
from optimiser.teksten import decimal, load_teksten, percentage, signed, whole
from optimiser.teksten.zinnen import sentence

#: Most helpers, and most members of a region, spelled out; the rest is counted.
SHOWN, MEMBERS = 8, 6


def make_blad(
    profiel: Profiel, bijlage: Bijlage, scenario: Scenario, gegevens: Gegevens
) -> GemeenteBlad:
    """Write the sheet.

    Parameters
    ----------
    profiel
        Of ``make_profiel``.
    bijlage
        What is known besides.
    scenario
        Half-year and assumptions.
    gegevens
        All figures.
    """
    parts = [
        _keys(profiel),
        BladDeel(_kop("waarom"), (why_sentence(profiel), *_own_figure(bijlage))),
        BladDeel(_kop("grenzen"), tuple(_limits(profiel, scenario, gegevens))),
        BladDeel(_kop("saldo"), bijlage.saldo),
        BladDeel(_kop("hulp"), tuple(_help(profiel))),
        BladDeel(_kop("afspraken"), tuple(_deals(profiel, bijlage.afspraken))),
    ]
    if profiel.soort != "gemeente":
        parts.insert(1, _members(profiel))
    title = sentence("gemeente", "titel", told_facts(profiel, scenario))
    return GemeenteBlad(
        title, answer_lines(profiel, scenario), tuple(parts), profiel.wettelijk.herkomst.line()
    )


def _kop(name: str) -> str:
    return str(load_teksten()["gemeente_koppen"][name])


def _keys(profiel: Profiel) -> BladDeel:
    rows = [(titel, n, n - profiel.personen) for titel, n in profiel.sleutels.items()]
    heads = ("Verdeelsleutel", "Personen", "Verschil met de wet")
    return BladDeel(_kop("sleutels"), (), heads, tuple(rows), (whole, signed))


def _members(profiel: Profiel) -> BladDeel:
    rows = [
        (str(row["gemeente"]), int(row["inwoners"]), int(row["taakstelling"]))
        for _, row in profiel.leden.iterrows()
    ]
    if rest := rows[MEMBERS:]:
        told = sentence("gemeente", "rest", {"aantal": gemeenten(len(rest))})
        rows[MEMBERS:] = [(told, sum(row[1] for row in rest), sum(row[2] for row in rest))]
    heads = ("Gemeente", "Inwoners", "Personen")
    return BladDeel(_kop("leden"), (), heads, tuple(rows), (whole, whole))


def _own_figure(bijlage: Bijlage) -> tuple[str, ...]:
    if bijlage.eigen_cijfer is None:
        return ()
    less, more = (persons(n) for n in bijlage.eigen_cijfer)
    return (sentence("gemeente", "eigen_cijfer", {"minder": less, "meer": more}),)


def _limits(profiel: Profiel, scenario: Scenario, gegevens: Gegevens) -> Sequence[str]:
    if profiel.plaatsen is None or profiel.beslag is None:
        return [sentence("gemeente", "beslag_onbekend", {})]
    places = persons(int(profiel.plaatsen))
    lines = [
        sentence(
            "gemeente", "beslag", {"plaatsen": places, "beslag": percentage(profiel.beslag, 1)}
        )
    ]
    if profiel.ijkpunt is not None:
        over = profiel.personen - profiel.ijkpunt * profiel.plaatsen
        facts: dict[str, object] = {"ijkpunt": percentage(profiel.ijkpunt, 0)}
        facts["over"] = persons(-(-over.numerator // over.denominator))
        lines.append(sentence("gemeente", "beslag_boven" if over > 0 else "beslag_onder", facts))
    if scenario.capaciteit.mutatiegraad_kolom is None:
        own = scenario.capaciteit.mutatiegraad
        rate = gegevens.parameter("mutatiegraad", scenario.period) if own is None else own
        each = persons_per_dwelling(scenario.capaciteit, gegevens, scenario.period)
        told = {"mutatiegraad": percentage(Fraction(str(rate)), 1), "bezetting": decimal(each, 1)}
        lines.append(sentence("gemeente", "aannames", told))
    return lines


def _help(profiel: Profiel) -> Sequence[str]:
    law = sentence("gemeente", "hulp_wet", {})
    if profiel.ijkpunt is None or profiel.plaatsen is None:
        return [sentence("gemeente", "hulp_onbekend", {}), law]
    facts: dict[str, object] = {
        "regio": profiel.regio,
        "ijkpunt": percentage(profiel.ijkpunt, 0),
    }
    names = [f"{naam} ({whole(n)})" for naam, n in profiel.hulp.items()]
    if not names:
        code = "hulp_geen" if profiel.soort == "gemeente" else "hulp_geen_gebied"
        return [sentence("gemeente", code, facts), law]
    if len(names) > SHOWN:
        rest = {"aantal": gemeenten(len(names) - SHOWN)}
        names[SHOWN:] = [sentence("gemeente", "rest", rest)]
    return [sentence("gemeente", "hulp", facts | {"namen": names}), law]


def _deals(profiel: Profiel, deals: Sequence[tuple[str, int, str]]) -> Sequence[str]:
    if not deals:
        one = profiel.soort == "gemeente"
        return [sentence("gemeente", "afspraken_geen" if one else "afspraken_geen_gebied", {})]
    return [
        sentence("gemeente", "afspraak", {"naam": n, "verschil": signed(v), "status": s})
        for n, v, s in deals
    ]
