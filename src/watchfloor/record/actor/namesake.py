"""Namesakes: whether two who bear one full name are one person.

In go the Traits that two stories, or two documents of one, give the bearers of a name, out comes a Comparison. Points against and for are counted; the sentence names
those that weighed. It looks at two at a time: which of many bearers are one is for `bearers`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from watchfloor.record.actor.introduction import Age, Traits
from watchfloor.record.actor.occupation import exclude_each_other
from watchfloor.record.actor.roles import compare_offices
from watchfloor.record.linking.comparison import Comparison

ACROSS = 0.7
"""The score of one full name in two stories of which nothing else is known: enough, for journalists introduce those whom nobody knows."""

WITHIN = 0.85
"""The same within a story, which seldom has two people of one name and whose outlets describe one person in many ways; and of a name that WELL_KNOWN stories
have, which is mostly one person's, and of which a reader that errs in one of a hundred articles has misread some words."""

WELL_KNOWN = 10
"""Stories that have a name from which on it is taken for one that everybody knows."""

FLOOR = 0.45
"""The least score of one actor. Every comparator of actors gives 0.7 or more where it sees reason enough alone, so one reason joins two groups (linkage is the
mean of best and average) unless most of their pairs have none. No wrong merge on the press stories."""

_POINT = 0.15
"""What a point for or against is worth. Two points against that nothing
outweighs keep two bearers of different stories apart; within one it takes three, so two kinds of evidence.

How often a point is wrong, counted on PolNeAR train (840 articles; 3,548 pairs of stories that share a full name, next to none of them two people's) and how often it is
right (pairs of two names, taken as if they were one): occupations differ in 11% and 95% of the pairs that have them, lines of work in 2% and 75%,
bodies and places in 24% and 99%, occupations and places both in none of 48 and 95%."""

_STRONG, _PLAIN = 2, 1
_SLACK = 1
"""Years by which birth years may differ: outlets count from the year of writing or of the event."""
_UNDATED = 10
"""Years of age by which two differ where a document has no date: a folder of articles seldom spans more."""
_MOST = 3
"""Companions that are named in the sentence."""


@dataclass(frozen=True, slots=True)
class _Point:
    weight: int
    said: str


def prior_of(stories: int) -> float:
    """The score of one full name in so many stories, of which nothing else is known."""
    return WITHIN if stories >= WELL_KNOWN else ACROSS


def compare_bearers(a: Traits, b: Traits, prior: float, companions: Iterable[str] = ()) -> Comparison:
    """How much speaks for two bearers of one full name being one person; `prior` is ACROSS or WITHIN (see `prior_of`), `companions` are names that both are told of with and few others are."""
    against, in_favour = _against(a, b), _in_favour(a, b, sorted(companions))
    weight = sum(p.weight for p in in_favour) - sum(p.weight for p in against)
    score = round(min(1.0, max(0.0, prior + _POINT * weight)), 2)
    said = [p.said for p in in_favour] or ["nothing but the name speaks for one person"]
    return Comparison(score, "; ".join([*said, *(f"but {p.said}" for p in against)]))


def may_be_two(a: Traits, b: Traits, prior: float) -> bool:
    """Whether what speaks against one person would be enough if nothing spoke for it; false is certain, true has to be weighed."""
    return prior - _POINT * sum(p.weight for p in _against(a, b)) < FLOOR


def _against(a: Traits, b: Traits) -> list[_Point]:
    found = []
    if a.homes and b.homes and not a.homes & b.homes:
        found.append(_Point(_STRONG, f"one is of {_listed(a.homes)}, the other of {_listed(b.homes)}"))
    if a.occupations and b.occupations and not a.occupations & b.occupations:
        weight = _STRONG if exclude_each_other(a.lines, b.lines) else _PLAIN
        found.append(_Point(weight, f"one is called {_listed(a.occupations)}, the other {_listed(b.occupations)}"))
        if a.ties and b.ties and not a.ties & b.ties:
            found.append(_Point(_PLAIN, f"one is of {_titled(a.ties)}, the other of {_titled(b.ties)}"))
    if a.ages and b.ages and not any(_one_age(x, y) for x in a.ages for y in b.ages):
        found.append(_Point(_STRONG, f"the ages {_years(a.ages)} and {_years(b.ages)} do not fit"))
    if a.genders and b.genders and not a.genders & b.genders:
        found.append(_Point(_STRONG, f'one is "{min(a.genders)}", the other "{min(b.genders)}"'))
    return found


def _in_favour(a: Traits, b: Traits, companions: list[str]) -> list[_Point]:
    found = []
    if office := _one_office(a, b):
        found.append(_Point(_STRONG, office))
    elif shared := a.occupations & b.occupations:
        found.append(_Point(_PLAIN, f"both are called {_listed(shared)}"))
    if shared := a.homes & b.homes:
        found.append(_Point(_PLAIN, f"both are of {_listed(shared)}"))
    if shared := a.ties & b.ties - {home.casefold() for home in shared}:
        found.append(_Point(_PLAIN, f"both are of {_titled(shared)}"))
    if companions:
        weight = _STRONG if len(companions) > 1 else _PLAIN
        found.append(_Point(weight, f"both are told of with {_titled(companions[:_MOST])}"))
    return found


def _one_office(a: Traits, b: Traits) -> str:
    compared = [compare_offices(x, y) for x in sorted(a.offices) for y in sorted(b.offices)]
    best = max(compared, key=lambda c: (c.score, c.why), default=None)
    return best.why if best and best.score else ""


def _one_age(a: Age, b: Age) -> bool:
    if a.in_year is None or b.in_year is None:
        return abs(a.years - b.years) <= _UNDATED
    return abs((a.in_year - a.years) - (b.in_year - b.years)) <= _SLACK


def _listed(words: Iterable[str]) -> str:
    return " and ".join(sorted(words))


def _titled(words: Iterable[str]) -> str:
    return _listed(word.title() for word in words)


def _years(ages: Iterable[Age]) -> str:
    return " or ".join(str(years) for years in sorted({age.years for age in ages}))
