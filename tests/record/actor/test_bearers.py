"""Bearers: which of the many of one name are one, in any order. They are invented."""

from __future__ import annotations

import random
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from watchfloor.record.actor.bearers import told_apart
from watchfloor.record.actor.introduction import UNTOLD, Traits
from watchfloor.record.actor.namesake import ACROSS, FLOOR, WITHIN, compare_bearers, may_be_two
from watchfloor.record.linking.clustering import Pair, pair

NAMES = "abcdefg"
sets = st.frozensets(st.sampled_from(("surgeon", "harbour master", "minister", "judge")), max_size=1)
many = st.dictionaries(
    st.sampled_from(NAMES),
    st.builds(
        Traits,
        occupations=sets,
        homes=st.frozensets(st.sampled_from(("Norway", "Canada")), max_size=1),
        ties=st.frozensets(st.sampled_from(("westholm", "port amber")), max_size=1),
        genders=st.frozensets(st.sampled_from(("he", "she")), max_size=1),
    ),
    min_size=1,
)
companies = st.dictionaries(st.sampled_from(NAMES), st.frozensets(st.sampled_from(("orla venn", "ida rask"))))
priors = st.sampled_from((ACROSS, WITHIN))
SURGEON, MASTER = Traits(occupations=frozenset({"surgeon"})), Traits(occupations=frozenset({"harbour master"}))


def nobody(_: str) -> frozenset[str]:
    """A bearer who is told of alone."""
    return frozenset()


@given(many, companies, priors, st.randoms(use_true_random=False))
def test_the_order_of_bearers_does_not_matter(
    told: dict[str, Traits], company: dict[str, frozenset[str]], prior: float, shuffle: random.Random
) -> None:
    """The same bearers in another order are the same people."""
    items = list(told.items())
    shuffle.shuffle(items)

    def beside(name: str) -> frozenset[str]:
        return company.get(name, frozenset())

    assert told_apart(dict(items), prior, beside) == told_apart(told, prior, beside)


@given(many, priors)
def test_every_bearer_is_one_person_and_nobody_is_two(told: dict[str, Traits], prior: float) -> None:
    """The groups are a partition; with nothing for it, no two are one of whom too much does not fit."""
    groups = told_apart(told, prior, nobody)
    assert sorted(name for group in groups for name in group) == sorted(told)
    for a, b in combinations(sorted(told), 2):
        if compare_bearers(told[a], told[b], prior).score < FLOOR:
            assert not any({a, b} <= set(group) for group in groups)


@given(many, priors)
def test_where_nothing_speaks_against_it_all_are_one(told: dict[str, Traits], prior: float) -> None:
    """More than one group needs two bearers who do not fit."""
    if not any(may_be_two(told[a], told[b], prior) for a, b in combinations(told, 2)):
        assert len(told_apart(told, prior, nobody)) == 1


@given(many, st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).map(lambda p: pair(*p)), max_size=2))
def test_whom_a_story_tells_apart_are_never_one(told: dict[str, Traits], pairs: list[Pair]) -> None:
    """Pairs that are two for certain stand in two groups, whatever speaks for one person."""
    two = [p for p in pairs if p[0] != p[1] and told.keys() >= set(p)]
    groups = told_apart(told, WITHIN, nobody, two)
    assert not any(set(p) <= set(group) for p in two for group in groups)


def test_who_fits_both_is_neither_until_something_tells() -> None:
    """A bare name beside two people is a third; with a companion of the one it is that one."""
    told = {"a": SURGEON, "b": MASTER, "c": UNTOLD}
    assert told_apart(told, ACROSS, nobody) == [("a",), ("b",), ("c",)]
    company = {"a": frozenset({"orla venn"}), "c": frozenset({"orla venn"})}
    assert told_apart(told, ACROSS, lambda name: company.get(name, frozenset())) == [("a", "c"), ("b",)]


def test_a_bare_name_means_whom_nearly_all_mean() -> None:
    """Three surgeons' stories to one harbour master's: the bare name is the surgeon."""
    told = {"a": SURGEON, "b": SURGEON, "c": SURGEON, "d": MASTER, "e": UNTOLD}
    assert told_apart(told, ACROSS, nobody) == [("a", "b", "c", "e"), ("d",)]
