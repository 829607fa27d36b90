"""Turn what a region needs into agreements, by what the user finds most important."""

from collections.abc import Mapping
from dataclasses import replace

from optimiser.lp.agreements.fewest import fewest_flows
from optimiser.problem import ModelInput
from optimiser.uitruil.fewest.afspraken import Decompositie, Methode, Regels, pair_up
from optimiser.uitruil.fewest.decompose import decompose, flow_problem, from_flows
from optimiser.uitruil.fewest.groups import EXACT_LIMIT, smallest_groups
from optimiser.uitruil.zoekvraag import Doel, Keuze, Zoekvraag


def settle(data: ModelInput, changes: Mapping[str, int], vraag: Zoekvraag) -> Decompositie:
    """Choose the agreements.

    Parameters
    ----------
    data
        The problem of the region alone.
    changes
        What the optimiser changes per gm_code [personen]; fewest persons, fairly spread.
    vraag
        Purpose, choice and rules.
    """
    if vraag.doel is Doel.TEKORT and vraag.keuze is not Keuze.PERSONEN:
        if vraag.keuze is Keuze.OVEREENKOMSTEN:
            return free_receivers(data, vraag)
        pairs = free_receivers(data, vraag, partners=1)
        return pairs if pairs.oplossingen else small_coalitions(changes, vraag)
    if vraag.keuze is Keuze.COALITIES:
        return small_coalitions(changes, vraag)
    return decompose(changes, vraag.regels, vraag.seconden, vraag.alternatieven)


def free_receivers(data: ModelInput, vraag: Zoekvraag, partners: int | None = None) -> Decompositie:
    """Cure the shortages with the fewest agreements; the other side is free within its limits.

    Every gemeente above its limit hands over just the excess, so no exchange moves fewer persons;
    or, where what binds left more persons lacking below floors, those take over just that.
    """
    rules = vraag.regels if partners is None else replace(vraag.regels, partners=partners)
    rows = list(zip(data.gm_codes, data.doel, data.lower, data.upper, strict=True))
    lacking = sum(max(0, low - t) for _, t, low, _ in rows)
    back = lacking > sum(max(0, t - high) for _, t, _, high in rows)
    if back:  # seen in a mirror, a floor is a ceiling
        rows = [(code, -t, -high, -low) for code, t, low, high in rows]
    just = {code: t - high for code, t, _, high in rows if t > high}
    room = {code: (max(0, low - t), high - t) for code, t, low, high in rows if high > t}
    answer = fewest_flows(flow_problem(just, room, rules, 0), vraag.seconden, vraag.alternatieven)
    if not back:
        return from_flows(answer, list(just), list(room))
    turned = tuple({(i, j): n for (j, i), n in flows.items()} for flows in answer.flows)
    return from_flows(replace(answer, flows=turned), list(room), list(just))


def small_coalitions(changes: Mapping[str, int], vraag: Zoekvraag) -> Decompositie:
    """Split the changes into coalitions of which the largest is as small as possible.

    Above ``EXACT_LIMIT`` changes the most coalitions are sought instead, which keeps them small
    without a proof for the largest.
    """
    some = {code: n for code, n in changes.items() if n}
    if len(some) > EXACT_LIMIT:
        return decompose(some, Regels(), vraag.seconden, vraag.alternatieven)
    codes = list(some)
    groups = smallest_groups(list(some.values()))
    deals = tuple(
        deal for group in groups for deal in pair_up({codes[i]: some[codes[i]] for i in group})
    )
    least = decompose(some, Regels(), vraag.seconden, 1).ondergrens
    return Decompositie((deals,), least, Methode.COALITIES, volledig=False)
