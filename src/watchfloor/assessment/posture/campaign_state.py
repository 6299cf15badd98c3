"""The state of running campaigns: what one month hands to the next. The one place of the laboratory where values change in place.

Arrays have the shape (postures, futures), attackers, streams or types leading where there are several.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from watchfloor.assessment.posture.chance import Singles
from watchfloor.assessment.posture.consent import Flags
from watchfloor.assessment.posture.outcome import Outcome
from watchfloor.assessment.posture.scenario import Scenario


@dataclass(slots=True)
class State:
    """`echo` is the opportunities that earlier attacks opened, `mood` the logarithm by which answers moved today's.

    `traces` holds, by month and attacker, whether a right (1) or a wrong signal (2) pointed there, until its delay is over.
    """

    echo: Singles
    mood: Singles
    suffered: Singles
    attempted: Singles
    succeeded: Singles
    stopped: Singles
    traces: NDArray[np.uint8]
    counts: dict[Outcome, NDArray[np.float64]]

    @classmethod
    def begin(cls, scenario: Scenario, futures: int) -> State:
        """Before the first month: no attack, no trace, no answer."""
        cell = (len(scenario.postures), futures)
        attackers = len(scenario.attackers)
        streams = sum(len(one.means) for one in scenario.attackers)

        def empty(*leading: int) -> Singles:
            return np.zeros((*leading, *cell), dtype=np.float32)

        return cls(
            echo=empty(attackers),
            mood=empty(attackers),
            suffered=empty(),
            attempted=empty(streams),
            succeeded=empty(len(scenario.types)),
            stopped=empty(len(scenario.types)),
            traces=np.zeros((scenario.months, attackers, *cell), dtype=np.uint8),
            counts={one: np.zeros(cell) for one in Outcome},
        )

    def note_attacks(self, kind: int, succeeded: Singles, stopped: Singles) -> None:
        """Add a month's attacks of one type."""
        self.succeeded[kind] += succeeded
        self.stopped[kind] += stopped

    def note(self, happened: Flags, outcome: Outcome) -> None:
        """Add how many attackers something happened to."""
        self.counts[outcome] += happened.sum(axis=0)

    def remember(self, right: Flags, wrong: Flags, delay: NDArray[np.intp], month: int) -> tuple[Flags, Flags]:
        """Keep this month's signals, and give back those of `delay` months ago, right and wrong."""
        self.traces[month] = right + 2 * wrong.astype(np.uint8)
        then = month - delay
        due = np.take_along_axis(self.traces, np.maximum(then, 0)[None, None], axis=0)[0] * (then >= 0)
        return (due & 1).astype(bool), (due & 2).astype(bool)
