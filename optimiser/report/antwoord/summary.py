"""The summary of an optimised scenario: Dutch lines for the screen, a table for a file."""

from collections.abc import Iterator

import pandas as pd

from optimiser.engine import conflict_facts
from optimiser.problem import Block, Stage
from optimiser.report.antwoord.aannamen import assumption_lines
from optimiser.report.antwoord.headline import headline
from optimiser.report.antwoord.outside import left_out_lines
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
from optimiser.teksten import counted, decimal
from optimiser.teksten.getallen import shown_names
from optimiser.teksten.zinnen import sentence

#: Most limits spelled out.
SHOWN = 10
#: Most conflicts spelled out, in every paper and on the screen.
CONFLICTS = 5


def table_of(verdeling: Verdeling, outcome: Optimalisatie) -> pd.DataFrame:
    """Return the distribution per gemeente with its limits.

    Returns
    -------
    pandas.DataFrame
        ``gm_code``, ``gemeente``, ``provincie``, ``inwoners``, ``exact``, ``doel`` before,
        ``taakstelling`` after, ``verschil`` [personen], ``ondergrens``, ``bovengrens``,
        ``gebied``, ``per_1000_inwoners``; and where gemeenten outside the user's own areas have a
        ceiling ``plafond_gemeld`` [personen], which does not bind them.
    """
    data = outcome.data
    area = {i: group.naam for group in data.groups for i in group.members}
    table = verdeling.gemeenten.reset_index(names="gm_code")
    wanted = ["gm_code", "gemeente", "provincie", "inwoners", "exact", "doel", "taakstelling"]
    told = table.loc[:, wanted].assign(
        verschil=table["taakstelling"] - table["doel"],
        ondergrens=list(data.lower),
        bovengrens=list(data.upper),
        gebied=[area.get(i, "") for i in range(len(table))],
        per_1000_inwoners=[
            round(1000 * n / int(people), 3)
            for n, people in zip(table["taakstelling"], table["inwoners"], strict=True)
        ],
    )
    if not data.reported:
        return told
    ceiling = {limit.gemeente: limit.upper for limit in data.reported if limit.block is _TOLD}
    return told.assign(plafond_gemeld=pd.array([*map(ceiling.get, range(len(told)))], "Int64"))


def summary(scenario: Scenario, verdeling: Verdeling, outcome: Optimalisatie) -> list[str]:
    """Tell the outcome in Dutch, most important first.

    Returns
    -------
    list of str
        Lines; an empty one separates parts.
    """
    lines = [
        scenario.titel,
        f"Halfjaar {scenario.halfjaar}, {counted(outcome.data.total, 'persoon', 'personen')}.",
    ]
    lines += [""]
    if outcome.feasible:
        lines += _answer(outcome)
    else:
        lines += _no_answer(outcome)
    lines += ["", *assumption_lines(scenario, verdeling), verdeling.herkomst.line()]
    return lines


def remarks(scenario: Scenario, verdeling: Verdeling) -> list[str]:
    """Return what every file of an answer tells beside the table: whom it is about, assumptions."""
    outcome = verdeling.optimalisatie
    if outcome is None:
        return assumption_lines(scenario, verdeling)
    lines = [headline(outcome)] if outcome.feasible else []
    lines += [*left_out_lines(outcome), *without_limit_lines(outcome)]
    return [*lines, *assumption_lines(scenario, verdeling)]


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
    yield from left_out_lines(outcome)
    yield from without_limit_lines(outcome)
    yield from binding_lines(outcome)
    for codes in outcome.ties:
        names = [outcome.data.names[outcome.data.gm_codes.index(code)] for code in codes]
        yield f"Gelijke aanspraak, beslist op gemeentecode: {shown_names(names)}."
    yield from _largest(outcome)


_FINE = {Stage.EERLIJKST, Stage.LAAGSTE_PIEK}
_STAGES = {
    Stage.MINSTE_TEKORT: "Boven de plafonds: {waarde} personen (zo min mogelijk).",
    Stage.EERLIJKST: "Afwijking van het exacte aandeel (som van kwadraat/aandeel): {waarde}.",
    Stage.LAAGSTE_PIEK: "Hoogste last (personen per eenheid): {waarde}.",
}
_TOLD = Block.PLAFOND
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
            yield f"Knelt: {text} in {counted(len(held), 'gemeente', 'gemeenten')}."


def _largest(outcome: Optimalisatie) -> Iterator[str]:
    data = outcome.data
    moves = sorted(
        ((x - t, name) for x, t, name in zip(outcome.x, data.doel, data.names, strict=True)),
        key=lambda move: (-abs(move[0]), move[1]),
    )
    down = [f"{name} \N{MINUS SIGN}{-n}" for n, name in moves if n < 0]
    up = [f"{name} +{n}" for n, name in moves if n > 0]
    if down:
        yield f"Minder, grootste eerst: {shown_names(down)}."
        yield f"Meer, grootste eerst: {shown_names(up)}."


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
    yield from left_out_lines(outcome)
    if outcome.nearest is not None:
        yield ""
        yield "GEEN OPLOSSING, wel de dichtstbijzijnde verdeling:"
        yield nearest_sentence(outcome)
