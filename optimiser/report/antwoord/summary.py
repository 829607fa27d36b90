"""The summary of an optimised scenario: Dutch lines for the screen, a table for a file."""

from collections.abc import Iterator

import pandas as pd

from optimiser.engine import conflict_facts
from optimiser.problem import Block, Stage
from optimiser.report.antwoord.remedies import (
    NAMED,
    headline_of_refusal,
    nearest_sentence,
    remedies,
)
from optimiser.report.antwoord.without_limit import without_limit_lines
from optimiser.scenario.scenario import Scenario
from optimiser.solve.optimise import Optimalisatie
from optimiser.solve.result import Verdeling
from optimiser.teksten import decimal, percentage, whole
from optimiser.teksten.zinnen import sentence

#: Most changes and limits spelled out.
SHOWN = 12
#: Most conflicts spelled out, in every paper and on the screen.
CONFLICTS = 5


def table_of(verdeling: Verdeling, outcome: Optimalisatie) -> pd.DataFrame:
    """Return the distribution per gemeente with its limits.

    Returns
    -------
    pandas.DataFrame
        ``gm_code``, ``gemeente``, ``provincie``, ``inwoners``, ``exact``, ``doel`` before,
        ``taakstelling`` after, ``verschil`` [personen], ``ondergrens``, ``bovengrens``,
        ``gebied``, ``per_1000_inwoners``.
    """
    data = outcome.data
    area = {i: group.naam for group in data.groups for i in group.members}
    table = verdeling.gemeenten.reset_index(names="gm_code")
    wanted = ["gm_code", "gemeente", "provincie", "inwoners", "exact", "doel", "taakstelling"]
    return table.loc[:, wanted].assign(
        verschil=table["taakstelling"] - table["doel"],
        ondergrens=list(data.lower),
        bovengrens=list(data.upper),
        gebied=[area.get(i, "") for i in range(len(table))],
        per_1000_inwoners=[
            round(1000 * n / int(people), 3)
            for n, people in zip(table["taakstelling"], table["inwoners"], strict=True)
        ],
    )


def summary(scenario: Scenario, verdeling: Verdeling, outcome: Optimalisatie) -> list[str]:
    """Tell the outcome in Dutch, most important first.

    Returns
    -------
    list of str
        Lines; an empty one separates parts.
    """
    lines = [scenario.titel, f"Halfjaar {scenario.halfjaar}, {whole(outcome.data.total)} personen."]
    lines += [""]
    if outcome.feasible:
        lines += _answer(outcome)
    else:
        lines += _no_answer(outcome)
    lines += ["", *_assumptions(scenario), verdeling.herkomst.line()]
    return lines


def headline(outcome: Optimalisatie) -> str:
    """Tell in one line that the answer closes and how much changes."""
    changed = sum(a != b for a, b in zip(outcome.x, outcome.data.doel, strict=True))
    return (
        f"Haalbaar en sluitend: {whole(sum(outcome.x))} personen geplaatst. "
        f"{whole(outcome.moved)} personen wisselen van gemeente; {changed} van de {len(outcome.x)} "
        "gemeenten krijgen een ander aantal."
    )


def _answer(outcome: Optimalisatie) -> Iterator[str]:
    yield headline(outcome)
    for stage, value in outcome.values:  # noqa: PD011 - a tuple
        if stage is Stage.MINST_VERPLAATST:
            continue  # told above
        yield _STAGES[stage].format(waarde=decimal(value, 4 if stage in _FINE else 0))
    yield (
        "Bewijs: alle grenzen en sommen zijn in hele personen nagerekend, en geen enkele "
        "verplaatsing van één persoon maakt de uitkomst beter."
    )
    yield from without_limit_lines(outcome)
    yield from binding_lines(outcome)
    for codes in outcome.ties:
        yield f"Gelijke aanspraak, beslist op gemeentecode: {', '.join(codes)}."
    yield from _largest(outcome)


_FINE = {Stage.EERLIJKST, Stage.LAAGSTE_PIEK}
_STAGES = {
    Stage.MINSTE_TEKORT: "Boven de plafonds: {waarde} personen (zo min mogelijk).",
    Stage.EERLIJKST: "Afwijking van het exacte aandeel (som van kwadraat/aandeel): {waarde}.",
    Stage.LAAGSTE_PIEK: "Hoogste last (personen per eenheid): {waarde}.",
}
BLOCKS = {
    Block.PLAFOND: "het plafond (kan)",
    Block.WIL: "het aanbod (wil)",
    Block.BODEM: "de bodem",
    Block.MAX_WIJZIGING: "de grootste wijziging",
    Block.VAST: "vastgezet",
    Block.NIET_DEELNEMEND: "niet deelnemend",
}


def binding_lines(outcome: Optimalisatie) -> Iterator[str]:
    """Tell per block how many gemeenten its limit holds back."""
    for block, text in BLOCKS.items():
        held = {
            limit.gemeente
            for limit in outcome.data.limits
            if limit.block is block and outcome.x[limit.gemeente] in (limit.lower, limit.upper)
        }
        if held:
            yield f"Knelt: {text} in {whole(len(held))} gemeenten."


def _largest(outcome: Optimalisatie) -> Iterator[str]:
    data = outcome.data
    moves = sorted(
        ((x - t, name) for x, t, name in zip(outcome.x, data.doel, data.names, strict=True)),
        key=lambda move: (-abs(move[0]), move[1]),
    )
    down = [f"{name} \N{MINUS SIGN}{-n}" for n, name in moves if n < 0][:SHOWN]
    up = [f"{name} +{n}" for n, name in moves if n > 0][:SHOWN]
    if down:
        yield f"Minder, grootste eerst: {', '.join(down)}."
        yield f"Meer, grootste eerst: {', '.join(up)}."


def conflict_sentences(outcome: Optimalisatie) -> list[str]:
    """Return one sentence per node that cannot close, largest shortage first."""
    ordered = sorted(outcome.conflicts, key=lambda conflict: -conflict.amount)
    facts = [conflict_facts(outcome.data, conflict) for conflict in ordered]
    told = [sentence(one.section, one.code, one.values) for one in facts]
    return [line[:1].upper() + line[1:] for line in told]


def repair_sentences(outcome: Optimalisatie, named: int | None = NAMED) -> list[str]:
    """Return one sentence per way out, best first, or why it does not help.

    Parameters
    ----------
    outcome
        Of a problem that cannot close.
    named
        Most gemeenten or areas in a sentence, None for all.
    """
    return [one.tekst for one in remedies(outcome, named)]


def _no_answer(outcome: Optimalisatie) -> Iterator[str]:
    told = conflict_sentences(outcome)
    yield headline_of_refusal(outcome)
    yield from told[:CONFLICTS]
    if rest := len(told) - CONFLICTS if len(told) > CONFLICTS else 0:
        yield sentence("past_niet", "nog_een" if rest == 1 else "nog_meer", {"aantal": rest})
    yield ""
    yield "Wat zou helpen (elk apart genoeg, tenzij anders vermeld):"
    yield from (f"- {line}" for line in repair_sentences(outcome))
    if outcome.nearest is not None:
        yield ""
        yield "GEEN OPLOSSING, wel de dichtstbijzijnde verdeling:"
        yield nearest_sentence(outcome)


def _assumptions(scenario: Scenario) -> Iterator[str]:
    wanted = scenario.capaciteit
    if wanted.maximum_aandeel is not None:
        if wanted.mutatiegraad_kolom is not None:
            rate = f"uit kolom {wanted.mutatiegraad_kolom}"
        elif wanted.mutatiegraad is not None:
            rate = percentage(wanted.mutatiegraad)
        else:
            rate = "de standaard"
        per = wanted.personen_per_woning
        dwelling = "de standaard" if per is None else decimal(per)
        yield (
            f"Aanname: mutatiegraad {rate} per jaar, {dwelling} personen per woning. Hooguit "
            f"{percentage(wanted.maximum_aandeel)} van de vrijkomende corporatiewoningen."
        )
    for facility in wanted.plekken:
        yield (
            f"{facility.naam}: {whole(facility.plekken)} plekken, opening {facility.opening}, "
            f"{facility.halfjaren} halfjaren."
        )
