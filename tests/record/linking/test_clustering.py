"""Clustering: groups by whole likeness, with negative evidence, in any order."""

from __future__ import annotations

import random
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from watchfloor.record.linking.clustering import Pair, cluster, pair

THINGS = "abcdefg"
pairs = (
    st.tuples(st.sampled_from(THINGS), st.sampled_from(THINGS)).filter(lambda p: p[0] != p[1]).map(lambda p: pair(*p))
)
graphs = st.dictionaries(pairs, st.integers(0, 20).map(lambda n: n / 20), max_size=15)


@given(graphs, st.lists(pairs, max_size=3), st.randoms(use_true_random=False))
def test_order_of_input_does_not_matter(scores: dict[Pair, float], apart: list[Pair], shuffle: random.Random) -> None:
    """Things, scores and rulings in another order give the same groups."""
    things, items = list(THINGS), list(scores.items())
    shuffle.shuffle(things)
    shuffle.shuffle(items)
    assert cluster(things, dict(items), 0.5, apart=apart[::-1]) == cluster(THINGS, scores, 0.5, apart=apart)


@given(graphs, st.lists(pairs, max_size=4))
def test_every_thing_is_in_one_group_and_enemies_in_two(scores: dict[Pair, float], apart: list[Pair]) -> None:
    """The groups are a partition, and no group holds a pair that must stand apart."""
    groups = cluster(THINGS, scores, 0.3, apart=apart)
    assert sorted(thing for group in groups for thing in group) == sorted(THINGS)
    assert not any(a in group and b in group for a, b in apart for group in groups)


def test_a_chain_is_no_group() -> None:
    """Neighbours that are alike do not join ends that are not, however long the chain."""
    chain = {pair(a, b): 0.6 for a, b in pairwise(THINGS)}
    assert max(map(len, cluster(THINGS, chain, 0.5))) < len(THINGS)


def test_two_excerpts_join_over_the_full_text() -> None:
    """Two excerpts that share nothing are one with the text that holds both."""
    assert cluster("abf", {("a", "f"): 0.9, ("b", "f"): 0.9}, 0.4) == [("a", "b", "f")]


def test_the_less_the_best_pair_weighs_the_less_one_pair_joins() -> None:
    """A pair that is all that speaks for two groups joins them at half the weight and not at a quarter."""
    scores = {("a", "b"): 1.0, ("c", "d"): 1.0, ("b", "c"): 0.8}
    assert cluster("abcd", scores, 0.45) == [("a", "b", "c", "d")]
    assert cluster("abcd", scores, 0.45, best=0.25) == [("a", "b"), ("c", "d")]


def test_what_must_be_together_is_without_any_score() -> None:
    """A pair that a person joined is one group."""
    assert cluster("ab", {}, 0.5, together=[("a", "b")]) == [("a", "b")]


def test_enmity_is_inherited() -> None:
    """Who joins somebody's group takes over the enemies."""
    scores = {("a", "b"): 1.0, ("b", "c"): 0.9, ("a", "c"): 0.9}
    assert cluster("abc", scores, 0.3, apart=[("a", "c")]) == [("a", "b"), ("c",)]
