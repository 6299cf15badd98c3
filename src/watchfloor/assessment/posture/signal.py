"""The signals of an attribution game in three numbers: traced rightly, traced wrongly, false alarm.

In: how well attacks are traced. Out: the probability of each signal after each attacker's attack and after none. The signals are
"nothing", then one "it was attacker i" for each i. Arrays are taken as well as numbers.
"""

from __future__ import annotations

import numpy as np

from watchfloor.assessment.posture.distribution import Array
from watchfloor.errors import ScenarioError


def signal_table(
    right: Array | float, wrong: Array | float, false_alarm: Array | float, *, attackers: int
) -> tuple[Array, Array]:
    """π_i^s of shape (…, attackers, attackers + 1) and π_0^s of shape (…, attackers + 1).

    Args:
        right: probability that an attack gives the signal of its author, [0, 1].
        wrong: probability that it gives the signal of somebody else, split evenly among the others, [0, 1]; what `right` and
            `wrong` leave is the probability that nothing is seen.
        false_alarm: probability that there is a signal without an attack, split evenly among all attackers, [0, 1].
        attackers: how many there are, at least 1.

    Raises:
        ScenarioError: one of them is outside its range, `right` + `wrong` is above 1, or one attacker alone is mistaken for another.
    """
    if attackers < 1:
        raise ScenarioError(f"an attribution game needs at least 1 attacker, and has {attackers}")
    right, wrong, false_alarm = np.broadcast_arrays(
        *(np.asarray(x, dtype=np.float64) for x in (right, wrong, false_alarm))
    )
    for name, chance in (
        ("right", right),
        ("wrong", wrong),
        ("false_alarm", false_alarm),
        ("right + wrong", right + wrong),
    ):
        _check(name, chance)
    if attackers == 1 and np.any(wrong > 0.0):
        raise ScenarioError("wrong must be 0 where there is 1 attacker: there is nobody else to blame")
    own = np.eye(attackers)
    others = (1.0 - own) / max(attackers - 1, 1)
    traced = right[..., None, None] * own + wrong[..., None, None] * others
    missed = np.broadcast_to((1.0 - right - wrong)[..., None, None], (*traced.shape[:-1], 1))
    attacked = np.concatenate([np.maximum(missed, 0.0), traced], axis=-1)
    alarms = np.repeat(false_alarm[..., None] / attackers, attackers, axis=-1)
    return attacked, np.concatenate([1.0 - false_alarm[..., None], alarms], axis=-1)


def _check(name: str, chance: Array) -> None:
    # Sums of decimals like .28 + .72 may end a rounding error above 1.
    bad = ~((chance >= 0.0) & (chance <= 1.0 + 1e-12))
    if np.any(bad):
        raise ScenarioError(f"{name} must be in [0, 1], and is {float(chance[bad].flat[0]):g}")
