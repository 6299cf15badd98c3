"""Evidence to calibrated confidence: a logistic curve over four numbers, then a monotone correction.

In: the evidence of an attribution. Out: the share of attributions with such evidence that were right, on articles that
neither training nor any threshold saw. "Right" means that `score/polnear.py` pairs the content with a true one. The constants
live in calibration.json, written by `training.calibrate`.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


LIMIT = 12.0
"""Evidence beyond this says no more."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """`weights` and `bias` of the logistic curve; `steps`, pairs of raw and corrected probability, rising.

    `alone` is the share that was right of quotations standing alone, for which there is no evidence.
    """

    weights: tuple[float, ...]
    bias: float
    steps: tuple[tuple[float, float], ...] = ((0.0, 0.0), (1.0, 1.0))
    alone: float = 0.5

    @classmethod
    def load(cls, path: Path) -> Calibration:
        """From a file; where there is none, the plain mean of the first two logits, for use before calibration."""
        if not path.exists():
            return cls((0.5, 0.5, 0.0, 0.0), 0.0)
        held = json.loads(path.read_text("utf-8"))
        return cls(tuple(held["weights"]), held["bias"], tuple((a, b) for a, b in held["steps"]), held["alone"])

    def raw(self, evidence: Sequence[float]) -> float:
        """The logistic curve alone."""
        total = self.bias + sum(w * max(-LIMIT, min(LIMIT, e)) for w, e in zip(self.weights, evidence, strict=True))
        return 1.0 / (1.0 + math.exp(-total))

    def confidence(self, evidence: Sequence[float]) -> float:
        """Between 0 and 1, rounded to four places."""
        if not evidence:
            return self.alone
        xs, ys = zip(*self.steps, strict=True)
        return round(float(np.interp(self.raw(evidence), xs, ys)), 4)
