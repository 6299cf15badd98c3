"""Fit the confidence of statements: python -m training.calibrate [--export DIR], then measure it on PolNeAR dev.

In: the exported graph and the second half of the articles held out of PolNeAR train, which neither training nor any
threshold saw. Out: `calibration.json` beside the graph, and on the screen the expected calibration error on dev.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np

from training import checkpoint, corpus_polnear
from training.agreement import Verdict, calibration_error, verdicts
from training.corpus_polnear import Article
from watchfloor.reading.network.confidence import LIMIT, Calibration
from watchfloor.reading.network.quotations import FoundStatement
from watchfloor.reading.network.reader import Reader

RIDGE = 1e-2
"""Pull of the logistic weights towards zero, against a few hundred examples."""

LEAST = 40
"""Examples a step of the monotone correction stands on, at least."""


def judged(reader: Reader, articles: list[Article]) -> list[tuple[FoundStatement, Verdict]]:
    """Every statement found in the articles with its verdict."""
    out = []
    for article in articles:
        found = reader.read(article.text).statements
        out += list(zip(found, verdicts(article, found), strict=True))
    return out


def fit(evidence: np.ndarray, right: np.ndarray) -> Calibration:
    """Logistic regression by Newton's method, then isotonic steps."""
    x = np.concatenate([np.clip(evidence, -LIMIT, LIMIT), np.ones((len(evidence), 1))], axis=1)
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1.0 / (1.0 + np.exp(-x @ weights))
        gradient = x.T @ (p - right) + RIDGE * weights
        weights -= np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(x.shape[1]), gradient)
    rounded = [round(float(w), 5) for w in weights]
    plain = Calibration(tuple(rounded[:-1]), rounded[-1])
    raw = np.array([plain.raw(e) for e in evidence])
    return Calibration(plain.weights, plain.bias, _steps(raw, right))


def _steps(raw: np.ndarray, right: np.ndarray) -> tuple[tuple[float, float], ...]:
    """Pool adjacent violators over groups of `LEAST` in the order of the raw probability."""
    order = np.argsort(raw, kind="stable")
    groups = [g for g in np.array_split(order, max(1, len(order) // LEAST)) if len(g)]
    pools = [[float(raw[g].mean()), float(right[g].mean()), float(len(g))] for g in groups]
    i = 0
    while i + 1 < len(pools):
        (x0, y0, n0), (x1, y1, n1) = pools[i], pools[i + 1]
        if y0 <= y1:
            i += 1
            continue
        pools[i : i + 2] = [[(x0 * n0 + x1 * n1) / (n0 + n1), (y0 * n0 + y1 * n1) / (n0 + n1), n0 + n1]]
        i = max(0, i - 1)
    return ((0.0, 0.0), *((round(x, 4), round(y, 4)) for x, y, _ in pools), (1.0, 1.0))


def errors(pairs: list[tuple[FoundStatement, Verdict]], calibration: Calibration) -> dict[str, float]:
    """Calibration errors by both meanings of right, with the mean confidence and the shares that were right."""
    stated = [calibration.confidence(s.evidence) for s, _ in pairs]
    content, joint = [v.content for _, v in pairs], [v.joint for _, v in pairs]
    return {
        "statements": len(pairs),
        "mean": round(sum(stated) / len(stated), 4),
        "content_right": round(sum(content) / len(pairs), 4),
        "joint_right": round(sum(joint) / len(pairs), 4),
        "ece_content": round(calibration_error(stated, content), 4),
        "ece_joint": round(calibration_error(stated, joint), 4),
    }


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    checkpoint.add_places(parser)
    parser.add_argument("--export", type=Path)
    parser.add_argument(
        "--right",
        choices=("content", "joint"),
        default="content",
        help="what a confidence is the probability of (default: %(default)s)",
    )
    given = parser.parse_args()
    folder = given.export or given.cache / "export"
    _, held = corpus_polnear.held_out(corpus_polnear.articles(given.corpora / "polnear" / "train"))
    reader = Reader(folder)
    pairs = judged(reader, held[len(held) // 2 :])
    based = [(s.evidence, float(getattr(v, given.right))) for s, v in pairs if s.evidence]
    alone = [getattr(v, given.right) for s, v in pairs if not s.evidence]
    share = (sum(alone) + 1) / (len(alone) + 2)  # Laplace: there are a dozen or two of them
    calibration = replace(fit(*(np.array(x) for x in zip(*based, strict=True))), alone=round(share, 4))
    held_constants = {"right": given.right, **asdict(calibration)}
    (folder / "calibration.json").write_text(json.dumps(held_constants) + "\n", "utf-8")
    sys.stdout.write(f"own half {json.dumps(errors(pairs, calibration))}\n")
    dev = judged(reader, corpus_polnear.articles(given.corpora / "polnear" / "dev"))
    sys.stdout.write(f"dev {json.dumps(errors(dev, calibration))}\n")


if __name__ == "__main__":
    main()
