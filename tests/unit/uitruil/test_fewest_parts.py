"""The parts behind the fewest agreements: groups, lists, packing and pairs; sums by head."""

from random import Random

import pytest

from optimiser.uitruil.fewest import decompose as whole
from optimiser.uitruil.fewest import many
from optimiser.uitruil.fewest.afspraken import Afspraak, Methode, Regels, coalitions, pair_up
from optimiser.uitruil.fewest.decompose import decompose
from optimiser.uitruil.fewest.groups import most_groups, partitions, smallest_groups
from optimiser.uitruil.fewest.multisets import minimal_multisets

#: Two ways to split in two: either four stands with the one.
TWO_WAYS = [4, 1, -5, 4, 2, -6]


def test_who_shares_a_partner_is_in_one_coalition():
    a_gives_twice = [Afspraak("A", "B", 1), Afspraak("A", "C", 1)]
    c_takes_twice = [Afspraak("A", "C", 1), Afspraak("B", "C", 1)]
    assert coalitions(a_gives_twice) == coalitions(c_takes_twice) == (("A", "B", "C"),)


def test_the_largest_hands_over_to_the_largest():
    assert pair_up({"A": -2, "B": -5, "C": 5, "D": 2}) == (
        Afspraak("A", "D", 2),
        Afspraak("B", "C", 5),
    )


def test_nothing_splits_into_no_groups():
    assert most_groups([]).tolist() == [0]
    assert smallest_groups([]) == ()
    assert list(partitions([], most_groups([]))) == [()]


def test_a_split_with_the_smallest_group_is_listed_first():
    values = [3, -1, -2, -3, 4, -1]
    found = list(partitions(values, most_groups(values)))
    assert found[0] == ((0, 3), (1, 2, 4, 5))
    assert ((0, 1, 2), (3, 4, 5)) in found


def test_of_equally_small_coalitions_there_are_as_many_as_can_be():
    # Somebody needs four; then the others go by two, not by four.
    values = [-4, 2, 5, -4, -2, 3, 3, -3]
    assert [len(group) for group in smallest_groups(values)] == [4, 2, 2]


@pytest.mark.parametrize("most", [1, 40, 150, 400, 1500])
def test_the_list_is_complete_up_to_the_size_it_says_and_ascends(most):
    counts = {-7: 2, -4: 2, -1: 3, 2: 2, 3: 2, 5: 2, 6: 1}
    every, _ = minimal_multisets(counts, 1_000_000)
    assert every == sorted(set(every), key=lambda group: (len(group), group))
    listed, size = minimal_multisets(counts, most)
    assert {group for group in every if len(group) <= size} <= set(listed) <= set(every)
    assert listed == sorted(set(listed), key=lambda group: (len(group), group))


def test_without_steps_nothing_is_listed():
    assert minimal_multisets({-1: 1, 1: 1}, 1) == ([], 1)


def test_no_more_ways_are_listed_than_asked_for_and_the_list_is_never_called_complete():
    one, both = many.split_many(TWO_WAYS, 5.0, 1), many.split_many(TWO_WAYS, 5.0, 9)
    assert (len(one.splits), one.most) == (1, 2)
    assert (len(both.splits), both.most) == (2, 2)
    assert not one.complete
    assert not both.complete


def test_up_to_the_limit_every_subset_is_looked_at(monkeypatch):
    monkeypatch.setattr(many, "EXACT_LIMIT", 6)
    assert len(many.split_many(TWO_WAYS, 5.0, 9).splits) == 2


def test_what_the_heuristic_misses_the_packing_finds(monkeypatch):
    monkeypatch.setattr(many, "EXACT_LIMIT", 4)
    monkeypatch.setattr(many, "peel", lambda values, _: [tuple(range(len(values)))][: len(values)])
    in_order = [-6, 2, 4, -5, 1, 4]
    for values, groups in ((TWO_WAYS, 2), (in_order, 2), ([*TWO_WAYS, 7, 3, -10], 3)):
        found = many.split_many(values, 5.0, 1)
        assert (len(found.splits[0]), found.most) == (groups, groups)


def test_what_is_in_no_listed_group_is_still_placed(monkeypatch):
    monkeypatch.setattr(many, "EXACT_LIMIT", 4)
    monkeypatch.setattr(many, "WINDOW", 4)
    monkeypatch.setattr(many, "MOST_NODES", 1)
    found = many.split_many(TWO_WAYS, 5.0, 1)
    assert sorted(i for group in found.splits[0] for i in group) == list(range(6))
    assert all(sum(TWO_WAYS[i] for i in group) == 0 for group in found.splits[0])
    # Without opposite pairs a group has three at least: two groups, and no more, could exist.
    assert found.most == 2
    # Nor does the heuristic find anything: all stay together.
    monkeypatch.setattr(many, "TRIES", 0)
    found = many.split_many(TWO_WAYS, 5.0, 1)
    assert (found.splits, found.most) == (((tuple(range(6)),),), 2)


def test_what_is_left_is_split_completely_once_it_is_small(monkeypatch):
    monkeypatch.setattr(many, "EXACT_LIMIT", 4)
    assert many.peel([1, -1, 2, -2], Random(0)) == [(0, 1), (2, 3)]


def test_a_window_gives_the_groups_in_it_the_first_member_included(monkeypatch):
    monkeypatch.setattr(many, "EXACT_LIMIT", 2)
    monkeypatch.setattr(many, "WINDOW", 6)
    assert many.peel([3, -1, -2, 5, 9, -14], Random(0)) == [(0, 1, 2), (3, 4, 5)]


def test_where_no_window_closes_all_stay_together(monkeypatch):
    monkeypatch.setattr(many, "EXACT_LIMIT", 2)
    monkeypatch.setattr(many, "WINDOW", 3)
    assert many.peel([3, 1, 2, 5, -11], Random(0)) == [(0, 1, 2, 3, 4)]


def test_nothing_to_change_is_proved_and_complete():
    found = decompose({"A": 0})
    assert (found.ondergrens, found.volledig, found.bewezen) == (0, True, True)
    assert found.methode is Methode.DEELVERZAMELINGEN


def test_just_as_many_ways_as_asked_for_are_all_of_them():
    differences = {"A": 1, "B": 1, "C": -1, "D": -1}
    for asked, complete in ((1, False), (2, True), (3, True)):
        found = decompose(differences, alternatives=asked)
        assert (len(found.oplossingen), found.volledig) == (min(asked, 2), complete)


def test_above_the_limit_groups_are_sought_and_the_list_is_not_complete(monkeypatch):
    monkeypatch.setattr(whole, "EXACT_LIMIT", 4)
    differences = dict(zip("ABCD", (5, -5, 3, -3), strict=True))
    assert decompose(differences).methode is Methode.DEELVERZAMELINGEN
    larger = differences | {"E": 4, "F": -4}
    found = decompose(larger, alternatives=1)
    assert (found.methode, found.volledig, found.bewezen) == (Methode.GROEPEN, False, True)
    assert len(found.oplossingen) == 1


def test_one_person_under_rules_is_an_agreement_by_the_integer_program():
    found = decompose({"A": -1, "B": 1}, Regels(partners=1), alternatives=1)
    assert found.afspraken == (Afspraak("A", "B", 1),)
    assert (found.methode, found.ondergrens) == (Methode.STROMEN, 1)
    # Who takes over may have one partner too: then two cannot hand over to it.
    shared = {"A": -1, "B": -1, "C": 2}
    assert decompose(shared, Regels(partners=2, partners_van={"C": 1})).oplossingen == ()
    assert len(decompose(shared, Regels(partners=1, partners_van={"C": 2})).afspraken) == 2
