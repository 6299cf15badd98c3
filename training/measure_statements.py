"""Measure statements with confidence intervals: python -m training.measure_statements FOLDER READING.jsonl SCORER.

In: a folder in PolNeAR's layout, a reading of it, and the path of `score/polnear.py`, whose own functions count here,
article by article. Out: each figure of the scorer with the 2.5th and 97.5th percentile over resampled articles.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

ROLES = ("source", "cue", "content")
RESAMPLED = 1000
SAME = 0.5

Counts = Counter[str]


def scorer_from(path: Path) -> ModuleType:
    """The scorer as a module; raises FileNotFoundError when it is not there."""
    spec = importlib.util.spec_from_file_location("polnear_scorer", path)
    if spec is None or spec.loader is None or not path.exists():
        message = f"expected the scorer at {path}"
        raise FileNotFoundError(message)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def counts(scorer: ModuleType, folder: Path, reading: Path) -> list[Counts]:
    """What the scorer adds up, for each annotated article on its own."""
    read = {}
    for line in reading.read_text("utf-8").splitlines():
        one = json.loads(line)
        read[Path(one["path"]).name] = one["statements"]
    first: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        first.setdefault(path.stem.rsplit("_", 1)[0], path)
    out = []
    for name, path in first.items():
        text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        gold = scorer.read_gold(text, path.read_text("utf-8"))
        system = [{r: scorer.pieces(s.get(r)) for r in ROLES} for s in read.get(f"{name}.txt", [])]
        out.append(_article(scorer, text, gold, [s for s in system if s["content"]]))
    return out


def figures(total: Counts) -> dict[str, float]:
    """The scorer's figures from its sums."""

    def ratio(above: float, below: float) -> float:
        return above / below if below else 0.0

    out = {role: ratio(2 * total[f"{role} both"], total[f"{role} given"] + total[f"{role} wanted"]) for role in ROLES}
    statements = total["given"] + total["wanted"]
    out["content_soft"] = ratio(2 * total["soft"], statements)
    out["source_given_content"] = ratio(total["sourced"], total["with source"])
    out["joint"] = ratio(2 * total["joint"], statements)
    out["direct_recall"] = ratio(total["direct found"], total["direct"])
    out["indirect_recall"] = ratio(total["indirect found"], total["indirect"])
    return out


def _article(scorer: ModuleType, text: str, gold: list[dict], system: list[dict]) -> Counts:  # type: ignore[type-arg]
    total: Counts = Counter(wanted=len(gold), given=len(system))
    for role in ROLES:
        wanted = {t for x in gold if (t := scorer.trimmed(text, x[role]))}
        given = {t for x in system if (t := scorer.trimmed(text, x[role]))}
        total.update({f"{role} both": len(wanted & given), f"{role} given": len(given), f"{role} wanted": len(wanted)})
    pairs = _pairs([scorer.chars(x["content"]) for x in gold], [scorer.chars(x["content"]) for x in system])
    for i, j in pairs.items():
        same = bool(scorer.chars(gold[i]["source"]) & scorer.chars(system[j]["source"]))
        sourced = bool(gold[i]["source"])
        total.update(
            {
                "soft": 1,
                "with source": sourced,
                "sourced": sourced and same,
                "joint": same or not (sourced or system[j]["source"]),
            }
        )
    for i, x in enumerate(gold):
        kind = "direct" if any(c in text[s:e] for s, e in x["content"] for c in '"“”') else "indirect"
        total.update({kind: 1, f"{kind} found": i in pairs})
    return total


def _pairs(gold: list[set[int]], system: list[set[int]]) -> dict[int, int]:
    """The scorer's one-to-one pairing, the most similar contents first."""
    near = sorted(
        ((2 * len(g & s) / (len(g) + len(s)), i, j) for i, g in enumerate(gold) for j, s in enumerate(system) if g & s),
        key=lambda t: (-t[0], t[1], t[2]),
    )
    out: dict[int, int] = {}
    for value, i, j in near:
        if value >= SAME and i not in out and j not in out.values():
            out[i] = j
    return out


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("reading", type=Path)
    parser.add_argument("scorer", type=Path)
    given = parser.parse_args()
    each = counts(scorer_from(given.scorer), given.folder, given.reading)
    dice = random.Random(0)
    drawn = [figures(sum(dice.choices(each, k=len(each)), Counter())) for _ in range(RESAMPLED)]
    for name, value in figures(sum(each, Counter())).items():
        values = sorted(d[name] for d in drawn)
        low, high = values[int(0.025 * RESAMPLED)], values[int(0.975 * RESAMPLED)]
        sys.stdout.write(f"{name:22}{value:.4f}  [{low:.3f}, {high:.3f}]\n")


if __name__ == "__main__":
    main()
