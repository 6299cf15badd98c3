"""The attribution game as a calculator: its equilibria, what they mean a period, and what better detection would do."""

from __future__ import annotations

from collections.abc import Iterator

from watchfloor.assessment.posture.attribution import OPPORTUNITY, AttributionGame, consequences
from watchfloor.assessment.posture.calculator.calculator import Calculator, Row
from watchfloor.assessment.posture.calculator.parameter import Parameter, Settings
from watchfloor.assessment.posture.distribution import Uniform
from watchfloor.assessment.posture.domain import ANY, PROBABILITY, Range
from watchfloor.assessment.posture.equilibrium import Equilibria, FixedPoint, equilibria

MORE = 0.05
"""How much more detection is tried to see whether it deters: enough to be seen, small enough to stay near the settings."""


def _game(settings: Settings, right: float = 0.0, wrong: float = 0.0) -> AttributionGame:
    """The game of the settings, with that much more detection."""
    low, high, ahead = (settings.number(name) for name in ("benefit_low", "benefit_high", "first_ahead"))
    others = settings.whole("attackers") - 1
    return AttributionGame.alike(
        right=settings.number("right") + right,
        wrong=settings.number("wrong") + wrong,
        false_alarm=settings.number("false_alarm"),
        benefits=(Uniform(low + ahead, high + ahead), *(Uniform(low, high),) * others),
        resolve=Uniform(settings.number("resolve_low"), settings.number("resolve_high")),
        opportunity=settings.number("opportunity"),
    )


def _rows(settings: Settings) -> Iterator[Row]:
    game = _game(settings)
    answer = equilibria(game)
    yield Row("equilibria found", len(answer.found), f"{answer}; a search from finitely many starts may miss some")
    for number, point in enumerate(answer.found, 1):
        yield from _point_rows(game, point, f"equilibrium {number}: " if len(answer.found) > 1 else "")
    yield from _detection_rows(settings, answer)


def _point_rows(game: AttributionGame, point: FixedPoint, prefix: str) -> Iterator[Row]:
    follows = consequences(game, point.cutoffs)
    for i, cutoff in enumerate(point.cutoffs, 1):
        yield Row(
            f"{prefix}cut-off of attacker {i}",
            cutoff,
            "it attacks when its benefit is at least this; higher means fewer attacks",
        )
        yield Row(
            f"{prefix}attack chance of attacker {i}", follows.attack_chance[i - 1], "when it has the chance to attack"
        )
        yield Row(
            f"{prefix}answer to attacker {i}",
            follows.rightful[i - 1],
            "probability that its attack is answered against it",
        )
    yield Row(f"{prefix}attacks", follows.attacks, "expected a period, by all attackers")
    yield Row(
        f"{prefix}wrongful retaliations", follows.wrongful, "expected a period, against somebody who did not attack"
    )
    yield Row(f"{prefix}stable", point.stable, "whether small mistakes die out when each side answers the other")


def _detection_rows(settings: Settings, answer: Equilibria) -> Iterator[Row]:
    """What more detection would do to the first attacker's cut-off, where the game has one equilibrium and there is room."""
    alone = settings.whole("attackers") == 1
    ways = [("right", MORE, 0.0)] if alone else [("right", MORE, 0.0), ("half right, half wrong", MORE / 2, MORE / 2)]
    room = settings.number("right") + settings.number("wrong") + MORE <= 1.0
    for words, right, wrong in ways:
        changed = equilibria(_game(settings, right, wrong)).only if room else None
        change = changed.cutoffs[0] - answer.only.cutoffs[0] if changed and answer.only else None
        yield Row(
            f"more detection, {words}",
            change,
            f"change of the first cut-off when {MORE:g} more of all attacks are traced; below 0 it deters less. "
            "Which sign it has turns on how ready the defender is to retaliate on weak evidence: try resolve_high",
        )


ATTRIBUTION = Calculator(
    name="attribution",
    answers="How often do attackers attack when the defender can't be sure who did it?",
    paper="Baliga, Bueno de Mesquita, Wolitzky: Deterrence with Imperfect Attribution. APSR 114(4), 2020",
    cannot_say="How likely attacks are in a real case; what repetition, planted traces or graded answers change; what is lawful.",
    parameters=(
        Parameter("attackers", 2, Range(1, 8, whole=True), "number of attackers"),
        Parameter("right", 0.72, PROBABILITY, "probability that an attack is traced to its author"),
        Parameter("wrong", 0.08, PROBABILITY, "probability that it is traced to another attacker"),
        Parameter("false_alarm", 0.05, PROBABILITY, "probability of a trace without an attack, a period"),
        Parameter("opportunity", 1.0, OPPORTUNITY, "probability that somebody has the chance to attack, a period"),
        Parameter(
            "benefit_low", 0.0, ANY, "least benefit of an attack, in units of the harm of being retaliated against"
        ),
        Parameter("benefit_high", 1.0, ANY, "greatest benefit of an attack, in the same unit"),
        Parameter("first_ahead", 0.0, ANY, "how much more the first attacker gains than the others, in the same unit"),
        Parameter("resolve_low", 0.0, ANY, "least resolve of the defender; at 1 it retaliates on no evidence at all"),
        Parameter("resolve_high", 1.0, ANY, "greatest resolve of the defender, in the same unit"),
    ),
    rows=_rows,
)
