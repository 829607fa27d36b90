"""The fewest agreements, against settling debts in every possible order."""

from functools import cache
from itertools import combinations
from random import Random

import numpy as np
import pytest

from optimiser.uitruil.fewest.afspraken import Methode, Regels, coalitions
from optimiser.uitruil.fewest.decompose import decompose, with_rules
from optimiser.uitruil.fewest.groups import most_groups, opposite_pairs, smallest_groups
from optimiser.uitruil.fewest.many import peel, split_many
from optimiser.uitruil.fewest.multisets import minimal_multisets


@cache
def fewest_by_trying(debts):
    """Settle the first debt with every other one in turn: the number of agreements needed."""
    rest = tuple(d for d in debts if d)
    if not rest:
        return 0
    first, others = rest[0], rest[1:]
    best = len(rest)
    for i, other in enumerate(others):
        if (first > 0) != (other > 0):
            left = tuple(sorted((*others[:i], other + first, *others[i + 1 :])))
            best = min(best, 1 + fewest_by_trying(left))
    return best


def instances(count, most, amplitude, seed):
    """Yield random differences that sum to zero; small numbers, so that groups exist."""
    random = np.random.default_rng(seed)
    while count:
        n = int(random.integers(2, most + 1))
        values = [int(v) for v in random.integers(-amplitude, amplitude + 1, n - 1)]
        values.append(-sum(values))
        if all(values):
            count -= 1
            yield {f"GM{i:04}": value for i, value in enumerate(values)}


def net(deals):
    total = {}
    for deal in deals:
        assert deal.personen > 0
        total[deal.van] = total.get(deal.van, 0) - deal.personen
        total[deal.naar] = total.get(deal.naar, 0) + deal.personen
    return total


@pytest.mark.parametrize("amplitude", [3, 9, 40, 400])
def test_two_hundred_random_regions_need_as_few_agreements_as_brute_force(amplitude):
    for differences in instances(200, 10, amplitude, seed=amplitude):
        found = decompose(differences)
        assert found.bewezen
        assert len(found.afspraken) == fewest_by_trying(tuple(sorted(differences.values())))
        for deals in found.oplossingen:
            assert net(deals) == differences
            assert len(deals) == len(found.afspraken)
        assert len(set(found.oplossingen)) == len(found.oplossingen)


def test_the_integer_program_agrees_with_the_subsets():
    for differences in instances(25, 9, 12, seed=5):
        exact = decompose(differences)
        program = with_rules(differences, Regels(), 0, 20.0, 1)
        assert program.bewezen
        assert len(program.afspraken) == len(exact.afspraken)
        assert net(program.afspraken) == differences


def test_all_ways_of_equal_worth_are_listed():
    found = decompose({"A": 1, "B": 1, "C": -1, "D": -1})
    assert {coalitions(deals) for deals in found.oplossingen} == {
        (("A", "C"), ("B", "D")),
        (("A", "D"), ("B", "C")),
    }
    assert found.volledig


def test_a_longer_list_than_asked_for_is_not_called_complete():
    found = decompose({f"P{i}": 1 for i in range(4)} | {f"M{i}": -1 for i in range(4)}, None, 5, 3)
    assert len(found.oplossingen) == 3
    assert not found.volledig


def test_nothing_to_change_needs_no_agreement():
    found = decompose({"A": 0, "B": 0})
    assert (found.afspraken, found.bewezen) == ((), True)


def test_differences_that_do_not_close_are_our_bug():
    with pytest.raises(ValueError, match="sum to 1"):
        decompose({"A": 3, "B": -2})


def test_rules_are_kept_and_can_make_more_agreements_necessary():
    differences = {"A": -6, "B": 6, "C": -2, "D": 2}
    assert len(decompose(differences).afspraken) == 2
    apart = decompose(differences, Regels(verboden=frozenset({frozenset("AB")})))
    assert apart.oplossingen == ()
    assert apart.volledig
    differences = {"A": -6, "B": 6, "C": -6, "D": 6}
    crossed = decompose(differences, Regels(verboden=frozenset({frozenset("AB")})))
    assert {(d.van, d.naar) for d in crossed.afspraken} == {("A", "D"), ("C", "B")}
    differences = {"A": -6, "B": 3, "C": 3}
    assert decompose(differences, Regels(partners=1)).oplossingen == ()
    assert decompose(differences, Regels(partners=1, partners_van={"A": 2})).bewezen
    assert decompose(differences, Regels(kleinste=4)).oplossingen == ()
    assert decompose(differences, Regels(kleinste=3)).bewezen


def test_coalitions_are_as_small_as_can_be():
    for differences in instances(60, 8, 6, seed=8):
        values = list(differences.values())
        sizes = [len(group) for group in smallest_groups(values)]
        assert sum(sizes) == len(values)
        assert max(sizes) == smallest_by_trying(tuple(range(len(values))), values)


def smallest_by_trying(members, values):
    if not members:
        return 0
    first, rest = members[0], members[1:]
    options = [
        max(size + 1, smallest_by_trying(tuple(i for i in rest if i not in chosen), values))
        for size in range(1, len(rest) + 1)
        for chosen in combinations(rest, size)
        if values[first] + sum(values[i] for i in chosen) == 0
    ]
    return min(options, default=99)


def test_opposite_pairs_never_cost_a_group():
    for differences in instances(100, 10, 5, seed=3):
        values = list(differences.values())
        pairs, rest = opposite_pairs(values)
        left = most_groups([values[i] for i in rest])[-1] if rest else 0
        assert len(pairs) + left == most_groups(values)[-1]


def test_multisets_hold_every_smallest_group_of_their_size():
    for differences in instances(40, 9, 6, seed=4):
        values = list(differences.values())
        counts = {v: values.count(v) for v in values}
        listed, size = minimal_multisets(counts, 100_000)
        best = most_groups(values)
        wanted = {
            tuple(sorted(values[i] for i in group))
            for k in range(2, len(values) + 1)
            for group in combinations(range(len(values)), k)
            if best[sum(1 << i for i in group)] == 1 and not sum(values[i] for i in group)
        }
        assert size == len(values)
        assert set(listed) == wanted


@pytest.mark.parametrize("seed", range(4))
def test_a_corop_of_real_size_is_proved_minimal(seed):
    random = Random(seed)
    values = [random.choice([-1, 1]) * random.randint(1, 60) for _ in range(25)]
    values.append(-sum(values) or 7)
    values[0] -= sum(values)
    differences = {f"GM{i:04}": v for i, v in enumerate(values) if v}
    found = decompose(differences, seconds=120.0)
    assert net(found.afspraken) == differences
    assert found.ondergrens <= len(found.afspraken)
    assert found.bewezen
    assert found.methode is Methode.GROEPEN


def test_a_bound_is_never_above_what_exists():
    """The packing is run where the answer is known from all subsets."""
    for differences in instances(30, 10, 30, seed=6):
        values = list(differences.values())
        split = split_many(values, 5.0, 1)
        assert split.most >= most_groups(values)[-1]


def test_packing_finds_what_all_subsets_find(monkeypatch):
    monkeypatch.setattr("optimiser.uitruil.fewest.many.EXACT_LIMIT", 4)
    monkeypatch.setattr("optimiser.uitruil.fewest.many.WINDOW", 4)
    for differences in instances(40, 12, 8, seed=7):
        values = list(differences.values())
        split = split_many(values, 5.0, 1)
        assert split.most == len(split.splits[0]) == most_groups(values)[-1]


def test_the_heuristic_only_makes_groups_that_close():
    random = Random(1)
    values = [random.randint(-30, 30) or 1 for _ in range(59)]
    values.append(-sum(values))
    groups = peel(values, Random(0))
    assert sorted(i for group in groups for i in group) == list(range(60))
    assert all(sum(values[i] for i in group) == 0 for group in groups)
