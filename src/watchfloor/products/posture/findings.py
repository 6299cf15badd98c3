"""Findings: what a study says in sentences, each with its numbers, and nowhere which posture is best.

In goes a Study, out come sentences and rows that the page and the JSON share.
"""

from __future__ import annotations

from dataclasses import dataclass

from watchfloor.assessment.posture.comparison import DIFFERING, TELLING, Pair
from watchfloor.assessment.posture.failure_rule import Condition, Rule
from watchfloor.assessment.posture.flip import Flip
from watchfloor.assessment.posture.outcome import JUDGED, Outcome
from watchfloor.assessment.posture.sensitivity import Effect
from watchfloor.assessment.posture.study import Study
from watchfloor.products.posture.words import amount, assumption, listed, percent, unit

LIMITS = (
    "This is no forecast. The models give signs and mechanisms under assumptions; the ranges stand at the end of this page, and most have no source.",
    "Attackers weigh benefit against the risk of being blamed (Baliga, Bueno de Mesquita and Wolitzky 2020). Who does not weigh, is not deterred here.",
    "Better means below the threshold of war can worsen outcomes (Schram; Gannon, Gartzke, Lindsay and Schram): an answer may provoke, and the ranges include that.",
    "The more effective prevention is, the likelier it hits states that were not arming (Debs and Monteiro 2014); see the row on acts against the idle.",
    "Where the attackers' game has several equilibria, the one reached from attackers who fear nothing is used.",
    "Who pre-empts alone in an alliance (Arce and Sandler 2005) is not in the campaign; ask `watchfloor posture solve preemption`.",
    "Money and counts are never added up to one score, and lives are counted nowhere. Posture names are labels of lever settings, not policies of any state.",
    "Confidence intervals speak of the number of simulated futures only, not of whether the assumptions are right.",
)
"""What the models can't say, on the same page as what they do."""
SHOWN_EFFECTS = 8


@dataclass(frozen=True, slots=True)
class Line:
    """One outcome in a sentence: which medians, who can't be told apart from whom."""

    outcome: Outcome
    sentence: str


def headline(study: Study) -> tuple[Line, ...]:
    """One line for each judged outcome that differs at all."""
    return tuple(Line(one, _sentence(study, one)) for one in JUDGED)


def _sentence(study: Study, outcome: Outcome) -> str:
    spreads = [one for one in study.comparison.spreads if one.outcome is outcome]
    ordered = sorted(spreads, key=lambda one: one.mean)
    low, high = ordered[0], ordered[-1]
    if high.mean == low.mean:
        return f"{outcome.words.capitalize()}: the same under every posture, {amount(low.mean)} on average."
    of = f" {study.scenario.money}" if outcome.is_money else ""
    return (
        f"{outcome.words.capitalize()}: on average from {amount(low.mean)}{of} ({low.posture}) to {amount(high.mean)}{of} "
        f"({high.posture}). {apart_sentence([one for one in study.comparison.pairs if one.outcome is outcome])}"
    )


def apart_sentence(pairs: list[Pair]) -> str:
    """Which pairs of one outcome can't be told apart."""
    blurred = [one for one in pairs if not one.told_apart]
    if not blurred:
        return "Every pair of postures can be told apart."
    if len(blurred) == len(pairs):
        return "No two postures can be told apart."
    return f"Can't be told apart: {'; '.join(f'{one.first} and {one.second}' for one in blurred)}."


TOLD_APART = (
    f"Two postures count as told apart in an outcome when they differ in at least {percent(DIFFERING)} of the futures, one has less in at least "
    f"{percent(TELLING)} of those, and its mean is lower with 95 % confidence. That is a convention."
)


def rule_sentence(posture: str, rule: Rule | None, *, thresholds: bool) -> str:
    """In which futures a posture passes a threshold, with coverage and density."""
    if not thresholds:
        return f"{posture}: the scenario sets no thresholds, so nothing counts as failing."
    if rule is None:
        return f"{posture}: too few futures fail, or too few do not, for a rule."
    if not rule.conditions:
        return f"{posture}: fails in {percent(rule.base)} of the futures, and no small rule says in which."
    conditions = listed([condition_words(one) for one in rule.conditions])
    return (
        f"{posture}: fails in {percent(rule.base)} of all futures, and in {percent(rule.density)} of those with {conditions}. "
        f"That rule covers {percent(rule.coverage)} of its failures (coverage {rule.coverage:.2f}, density {rule.density:.2f}, on futures that did not make the rule)."
    )


def condition_words(one: Condition) -> str:
    """One condition in words."""
    name = assumption(one.path)
    if one.low is not None and one.high is not None:
        return f"{name} between {amount(one.low)} and {amount(one.high)}"
    return f"{name} at least {amount(one.low)}" if one.low is not None else f"{name} at most {amount(one.high or 0)}"


def flip_sentence(one: Flip) -> str:
    """Which assumption turns a pair round, and where."""
    return (
        f"{assumption(one.path)}: below {amount(one.value)}, {one.below} has less; above it, {one.above} "
        f"({one.below} minus {one.above}: {amount(one.at_low)} at the low end, {amount(one.at_high)} at the high end)"
    )


def deciding(study: Study, outcome: Outcome) -> tuple[tuple[str, tuple[Effect | None, ...]], ...]:
    """The assumptions behind most of an outcome's variation: path, and its effect under each posture (None: no variation)."""
    effects = {(one.path, one.posture): one for one in study.effects if one.outcome is outcome}
    paths = {path for path, _ in effects}
    largest = sorted(paths, key=lambda path: -max(one.total for (key, _), one in effects.items() if key == path))
    names = [one.name for one in study.scenario.postures]
    return tuple((path, tuple(effects.get((path, name)) for name in names)) for path in largest[:SHOWN_EFFECTS])


def sources_sentence(study: Study) -> str:
    """How many of the scenario's numbers have a source."""
    with_source, numbers = study.scenario.sourced
    return f"{with_source} of {numbers} numbers in this scenario have a source ({percent(with_source / max(numbers, 1))}); the others are assumed."


def axis(study: Study, outcome: Outcome) -> str:
    """The label of an outcome's axis, with its unit."""
    return f"{outcome.words}, {unit(outcome, study.scenario.money)}"
