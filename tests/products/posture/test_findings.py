"""Findings are sentences that say no more than their numbers."""

from __future__ import annotations

import pytest

from posture_scenarios import needs_extra
from posture_study import made
from watchfloor.assessment.posture.failure_rule import Condition, Rule
from watchfloor.assessment.posture.flip import Flip
from watchfloor.assessment.posture.outcome import Outcome
from watchfloor.products.posture.findings import deciding, flip_sentence, headline, rule_sentence

pytestmark = needs_extra


def test_pairs_that_cannot_be_told_apart_are_named() -> None:
    """Each outcome's sentence names exactly the pairs that the comparison can't tell apart."""
    for line in headline(made()):
        pairs = [one for one in made().comparison.pairs if one.outcome is line.outcome]
        blurred = {one for one in pairs if not one.told_apart}
        if not blurred:
            assert "Every pair" in line.sentence or "the same under every posture" in line.sentence
        elif len(blurred) < len(pairs):
            for one in pairs:
                assert (f"{one.first} and {one.second}" in line.sentence) == (one in blurred)
        else:
            assert "No two postures can be told apart" in line.sentence or "the same under" in line.sentence


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (None, "too few"),
        (Rule((), 1, 0.3, 0.3), "no small rule"),
        (Rule((Condition("evidence.detection", 0.5, None),), 0.8, 0.9, 0.3), "at least 0.5"),
        (Rule((Condition("allies.Coast.ideal", None, 0.4),), 0.8, 0.9, 0.3), "Coast: ideal point at most 0.4"),
        (Rule((Condition("types.cyber.harm", 1, 2),), 0.8, 0.9, 0.3), "coverage 0.80, density 0.90"),
    ],
)
def test_rules_in_words(rule: Rule | None, words: str) -> None:
    """A rule is said with its coverage and density; where there is none, so it says."""
    assert words in rule_sentence("Harden", rule, thresholds=True)


def test_no_thresholds_no_failing() -> None:
    """Without thresholds nothing fails, and the sentence says why."""
    assert "sets no thresholds" in rule_sentence("Harden", None, thresholds=False)


def test_a_flip_in_words() -> None:
    """The assumption, the value and who has less on which side are all there."""
    one = Flip("Wait", "Act", Outcome.DAMAGE, "dynamics.deterrence", 0.25, -10, 5)
    assert flip_sentence(one).startswith(
        "how far an answer deters (below 0: provokes): below 0.25, Wait has less; above it, Act"
    )


def test_what_decides_comes_first() -> None:
    """The assumptions behind an outcome are ordered by their largest effect under any posture."""
    rows = deciding(made(), Outcome.SUCCEEDED)
    largest = [max(one.total for one in found if one) for _, found in rows]
    assert largest == sorted(largest, reverse=True)
